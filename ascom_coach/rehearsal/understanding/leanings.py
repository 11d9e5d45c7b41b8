"""What makes a fact likelier or less than its words alone: who holds it, what was told, its value, its proper names."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ascom_coach.language import plain, stems, words
from ascom_coach.rehearsal.understanding.ellipsis import bare_thing
from ascom_coach.rehearsal.understanding.evidence import FEATURES, Askable, Weighed
from ascom_coach.rehearsal.understanding.opposites import all_sides, opposed, sides
from ascom_coach.rehearsal.understanding.precisely import answers_otherwise, asked_precisely
from ascom_coach.rehearsal.understanding.questions import addresses, expects

# Log-odds taken off what somebody else knows, when speaking to a person.
ELSEWHERE = 0.7
# The same when a question is about the person themself: « tu as quoi comme créneau », « vous partez quand ».
YOURS = 2.0
# Log-odds taken off what another question of the same turn already asks for.
JUST_ASKED = 0.7
# Log-odds taken off what was just spoken of, when a question that leans on it asks for something else about it, and off
# what was just offered and refused.
SPENT = 8.0
# Log-odds taken off what was told already: one asks rather for something else.
TOLD = 1.0
# Log-odds added to a fact whose value the question holds, at least by this share: « c’est par courrier ? ».
GUESSED = 2.0
MOSTLY = 0.5
# Log-odds added to the only fact that the author names with a proper name which the question holds.
OWN_NAME = 1.5
# More, when the author gives the name by itself as a keyword.
KEY_NAME = 7.0
# The same to a fact one of whose keywords is all that a question names: « et les grands ? ».
BARE_KEYWORD = 4.0
# Log-odds taken off what the author names with other proper names than « Mme Bertin », of whom a question is.
ANOTHER_NAME = 3.0
# Log-odds taken off a fact whose value is surely no answer to the question word: an address to « c’est pour quand ? ».
ANOTHER_KIND = 2.0
# The same for a fact that is only about the other end of it: when it begins, to « ça finit quand ? ».
OTHER_END = 3.0
# The same when it is close to the kind asked for: a day to « à quelle heure ? », a price to « on est combien ? ».
CLOSE_KIND = 3.0
_UNEXPECTED = FEATURES.index("answer not expected")


@dataclass(frozen=True, slots=True)
class Company:
    """The person spoken to: the facts they hold (none: nobody in particular), those told (None: any may be), and those
    just offered and refused.
    """

    held: Collection[str] = ()
    told: Collection[str] | None = None
    refused: Collection[str] = ()


Content = tuple[frozenset[str], frozenset[str], frozenset[str]]
_NAME = re.compile(r"(?<=[\wàéèç,] )[A-ZÀ-Ý][a-zà-ÿ]{2,}")
_ONE_NAME = re.compile(r"[A-ZÀ-Ý][a-zà-ÿ]{2,}")
_TITLED = re.compile(
    r"(?<!\w)(?:M\.|Mme|Mlle|Mr|monsieur|madame|mademoiselle) (?!le |la |l')(\w{3,})", re.IGNORECASE
)


class Leanings:
    """Log-odds taken off each fact of a closed set (added, when negative)."""

    def __init__(self, facts: Sequence[Askable]) -> None:
        self._facts = facts
        self._values = [_content(item.value) for item in facts]
        self._keys = [_key_names(item) for item in facts]
        self._names = _own_names(facts)
        self._ends = [all_sides((*item.questions, *item.keywords, item.label, item.value)) for item in facts]
        self._keywords = [{" ".join(stems(word)) for word in item.keywords} for item in facts]

    def handicaps(
        self, piece: str, seen: Weighed, company: Company, before: Collection[str], spent: str
    ) -> list[float]:
        """One number a fact, in their order. `before` are the facts that the turn asks for already, `spent` the one
        that cannot be meant again."""
        said = _content(piece)
        elsewhere = YOURS if addresses(piece) else ELSEWHERE
        titled = _titled(piece)
        wanted = asked_precisely(piece)
        ends = sides(piece) if expects(piece) == "date" else frozenset()
        thing = " ".join(stems(bare_thing(piece))) if "?" in piece else ""
        return [
            elsewhere * (bool(company.held) and item.id not in company.held)
            + JUST_ASKED * (item.id in before)
            + SPENT * (item.id == spent or item.id in company.refused)
            - GUESSED * _named(value, said)
            - OWN_NAME * bool(own & said[2])
            - KEY_NAME * bool(own & said[2] & keys)
            + TOLD * (item.id in (company.told or ()))
            + ANOTHER_NAME * bool(own and titled and not titled & own)
            + ANOTHER_KIND * (bool(item.answers) and row[_UNEXPECTED] == 1.0)
            - BARE_KEYWORD * (bool(thing) and thing in keywords)
            + CLOSE_KIND * answers_otherwise(wanted, item.holds, item.questions)
            + OTHER_END * opposed(ends, held)
            for item, row, value, own, keys, keywords, held in zip(
                self._facts,
                seen.rows,
                self._values,
                self._names,
                self._keys,
                self._keywords,
                self._ends,
                strict=True,
            )
        ]

    def says_value(self, at: int, piece: str) -> bool:
        """Whether a piece says the value of the fact at that rank."""
        return _named(self._values[at], _content(piece))


def _content(text: str) -> Content:
    """Stems, numbers and words of a text."""
    said = frozenset(token.folded for token in words(text))
    return frozenset(stems(text)), frozenset(re.findall(r"\d+", text)), said


def _own_names(facts: Sequence[Askable]) -> list[frozenset[str]]:
    """The proper names that the author's words hold for one fact only."""
    found = [
        {
            plain(name)
            for text in (*item.questions, *item.keywords, item.label)
            for name in _NAME.findall(text)
        }
        | _key_names(item)
        for item in facts
    ]
    return [
        frozenset(mine - {name for other, names in enumerate(found) if other != at for name in names})
        for at, mine in enumerate(found)
    ]


def _key_names(item: Askable) -> frozenset[str]:
    """The proper names that the author gives as keywords."""
    return frozenset(plain(word) for word in item.keywords if _ONE_NAME.fullmatch(word))


def _titled(text: str) -> set[str]:
    """The names said with a title: « mme bertin »."""
    return {plain(match[1]) for match in _TITLED.finditer(text)}


def _named(value: Content, said: Content) -> bool:
    """Whether a question holds a value: all its numbers, and its words, or most of them when it has no number."""
    if not value[1] <= said[1]:
        return False
    return len(value[0] & said[0]) >= MOSTLY * len(value[0]) if value[0] else bool(value[1])
