"""What a place of a sentence asks for, read from all that stands around it and never from the word that stands there.

A sentence is read once from left to right: group, head of the clause, antecedent, last verb. The word at a place is
left out of its own features, so that what was learnt from correct sentences still holds when that word is wrong.
"""

from __future__ import annotations

from typing import NamedTuple

from ascom_coach.language.learnt.context import Line, features, line, word_class
from ascom_coach.language.syntax.morphology import AVOIR, ETRE, FINITE, PERSONS
from ascom_coach.language.syntax.view import View, Word, once

_DETERMINERS: dict[str, str] = {
    **dict.fromkeys(["le", "un", "ce", "cet", "tout", "aucun", "quel", "du", "au"], "ms"),
    **dict.fromkeys(["la", "une", "cette", "ma", "ta", "sa", "toute", "aucune", "quelle"], "fs"),
    **dict.fromkeys(["l'", "mon", "ton", "son", "notre", "votre", "leur", "chaque", "quelque"], "-s"),
    **dict.fromkeys(["les", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "plusieurs", "quelques"], "-p"),
    **dict.fromkeys(["des", "aux"], "-p"),
    **dict.fromkeys(["tous", "quels", "certains"], "mp"),
    **dict.fromkeys(["toutes", "quelles", "certaines"], "fp"),
    **dict.fromkeys(["deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "quinze",
                     "vingt", "trente", "quarante", "cinquante", "soixante", "cent", "mille"], "-p"),
}  # fmt: skip
_AFTER_PREPOSITION = frozenset(["du", "au", "aux"])
_PREPOSITIONS = frozenset(
    ["de", "d'", "à", "en", "par", "pour", "dans", "sur", "sous", "avec", "sans", "chez", "entre", "vers", "selon",
     "contre", "depuis", "pendant", "avant", "après", "dès", "jusqu'", "sauf", "malgré", "parmi", "devant", "derrière",
     "durant"]
)  # fmt: skip
_RELATIVES = frozenset(["que", "qu'", "dont", "où"])
_OPENING = frozenset(
    ["et", "ou", "mais", "car", "si", "s'", "quand", "lorsque", "lorsqu'", "comme", "puis", "donc", "puisque",
     "puisqu'"]
)  # fmt: skip
_SUBJECTS = frozenset([*PERSONS, "ce", "c'", "cela", "ça", "ceci"])
_LIGHT = frozenset(
    ["ne", "n'", "pas", "plus", "jamais", "y", "en", "se", "s'", "me", "m'", "te", "t'", "lui", "leur", "l'", "le",
     "la", "les", "nous", "vous"]
)  # fmt: skip


def shape_of(word: Word) -> str:
    """Gender (m, f, -) and number (s, p, -) that a noun, an adjective or a participle shows; empty for another word."""
    readings = [one for one in word.readings if one.pos in "NA" or "ppas" in one.tags]
    if not readings:
        return ""
    genders, numbers = {one.gender for one in readings}, {one.number for one in readings}
    gender = genders.pop() if len(genders) == 1 else "-"
    number = numbers.pop() if len(numbers) == 1 else "-"
    return (gender if gender in ("m", "f") else "-") + (number if number in ("s", "p") else "-")


class Left(NamedTuple):
    """What was read before a place. Shapes are as in `shape_of`; `det` is empty outside a noun group."""

    det: str = ""
    word: str = ""
    inside: str = ""
    noun: str = ""
    head: str = ""
    last: str = ""
    prep: str = ""
    antecedent: str = ""
    subject: str = ""
    verb: str = ""
    since: str = ""
    joined: bool = False

    def names(self) -> list[str]:
        """Named features."""
        subject = self.subject or self.head or "?"
        joined = "+" if self.joined else ""
        group = f"{self.det}{self.noun}"
        state = f"{self.verb}|{self.since}"
        return [
            f"A{self.det}|{self.inside}", f"B{self.word}|{self.inside}", f"C{group}|{self.inside}",
            f"D{subject}{joined}|{state}", f"E{subject}{joined}|{self.verb}",
            f"F{self.head}|{self.since}", f"G{self.last}|{self.prep}|{self.since}", f"H{self.antecedent}|{state}",
            f"I{self.antecedent}|{subject}|{self.verb}", f"J{subject}{joined}|{self.last}|{self.prep}",
            f"K{state}", f"L{self.subject}|{self.since}",
        ]  # fmt: skip


def _read(left: Left, word: Word) -> Left:
    """What is known once `word` was passed too."""
    low = word.low
    if not word.near and not word.clitic:
        left = left._replace(det="", word="", inside="", noun="", since=(left.since + ",")[-4:])
    if low in _RELATIVES or low == "qui":
        return left._replace(
            det="", word="", inside="", noun="", antecedent=left.last, head=left.last if low == "qui" else "",
            subject="qui" if low == "qui" else "", verb="", since="", joined=False,
        )  # fmt: skip
    if low in _OPENING:
        if low in ("et", "ou"):
            return left._replace(
                det="", word="", inside="", noun="", joined=True, since=(left.since + "e")[-4:]
            )
        return Left(antecedent=left.antecedent)
    if low in _SUBJECTS and not (low in ("nous", "vous") and left.subject):
        return left._replace(det="", word="", inside="", noun="", subject=low, since="", verb="")
    if low in _DETERMINERS and not (word.clitic or left.since.endswith("s")):
        prep = low if low in _AFTER_PREPOSITION else left.prep if left.since.endswith("p") else ""
        if low == "des" and left.inside[-1:] in ("N", "X"):
            prep = low
        return left._replace(
            det=_DETERMINERS[low],
            word=low,
            inside="",
            noun="",
            prep=prep,
            since=(left.since + "d")[-4:],
        )
    if low in _PREPOSITIONS:
        return left._replace(det="", word="", inside="", noun="", prep=low, since=(left.since + "p")[-4:])
    if low in _LIGHT:
        return left._replace(
            since=(left.since + ("s" if low in ("se", "s'") else "o"))[-4:].replace("oo", "o")
        )
    return _content(left, word)


def _content(left: Left, word: Word) -> Left:
    low = word.low
    if low in ETRE or low in AVOIR:
        return left._replace(det="", word="", inside="", noun="", verb="E" if low in ETRE else "H", since="")
    finite = bool(word.readings) and all(
        one.pos == "V" and one.tags.intersection(FINITE) for one in word.readings
    )
    if finite:
        return left._replace(det="", word="", inside="", noun="", verb="V", since="")
    code = word_class(low, word.text[:1].isupper())[1]
    if left.det and len(left.inside) < 3 and (word.has("N", "A") or word.verb("ppas") or not word.readings):
        kind = "N" if word.has("N") else "A" if word.readings else "X"
        shape = shape_of(word)
        noun = shape if word.has("N") and not left.noun else left.noun
        gender = left.det[0] if left.det[0] != "-" else (noun or "-")[0]
        number = left.det[1]
        full = gender + number
        head = left.head if left.prep or left.head or left.verb else full
        return left._replace(
            inside=left.inside + kind, noun=noun, head=head, last=full, since=(left.since + kind)[-4:]
        )
    if word.verb("inf") and not word.has("N"):
        return left._replace(det="", word="", inside="", noun="", since=(left.since + "I")[-4:])
    if word.has("N", "A") or word.verb("ppas"):
        shape = shape_of(word)
        last = shape if word.has("N") and left.since.endswith("p") else left.last
        return left._replace(last=last, since=(left.since + code[:1])[-4:])
    return left._replace(since=(left.since + code[:1])[-4:])


@once
def lefts(view: View) -> tuple[Left, ...]:
    """What was read before each word of a sentence."""
    out: list[Left] = []
    left = Left()
    for word in view.words:
        if not word.near and not word.clitic:
            left = left._replace(det="", word="", inside="", noun="")
        out.append(left)
        left = _read(left, word)
    return tuple(out)


def slot_names(view: View, index: int) -> list[str]:
    """Named features of the place of word `index`."""
    found: Line = line(view)
    place = found.place[index]
    near = "" if view.words[index].near else ","
    left = lefts(view)[index].names()
    after = found.at(place + 1)
    return [
        *features(found, place, place),
        *left,
        f"M{left[1]}|{after[1]}",
        f"N{left[3]}|{after[1]}",
        f"O{near}{left[6]}",
    ]
