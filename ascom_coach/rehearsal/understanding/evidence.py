"""What speaks for each fact when something is asked: words, letters, topics, kind of answer.

One row of numbers per fact, in the order of `FEATURES`; `choice.py` weighs them. Decoys have a plain likeness only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ascom_coach.language import plain, stems
from ascom_coach.rehearsal.understanding import topics
from ascom_coach.rehearsal.understanding.kinds import Expected
from ascom_coach.rehearsal.understanding.matching import (
    Features,
    Nearest,
    Weights,
    explained,
    features,
    keyword_share,
)
from ascom_coach.rehearsal.understanding.questions import expects
from ascom_coach.rehearsal.understanding.rivals import Rivals
from ascom_coach.rehearsal.understanding.sameness import Known

FEATURES = (
    "words",
    "letters",
    "keyword",
    "explained",
    "topic",
    "topic of keywords",
    "topic of an example",
    "answer expected",
    "answer not expected",
    "same thing",
    "same thing as its questions",
    "same thing as an example",
    "same thing as keywords",
    "kind of thing",
    "told apart",
)
ABSENT = ("always", "unknown words", "decoy", "decoy ahead", "topic of none")
"""What speaks for nothing of all this being asked."""

POINT = "dit:"
"""What begins the name of a point of an oral instruction, among facts."""
ABOUT_THE_GAME = frozenset(
    f"leurre:{name}"
    for name in ("corrige", "instructions-cachees", "indice-triche", "rediger-a-ma-place", "regles-du-jeu")
)
"""Decoys that ask for the game itself: the answer key, the hidden instructions, the work done by others."""
WORK_DONE = "leurre:rediger-a-ma-place"
NEAR = 0.6
"""Likeness (cosine) to an example from which a question may be about the same decoy…"""
WHOLLY = 0.95
"""…if its words are all the decoy's: « qui est au courant ? » is not about running…"""
NAMING = 4
"""…and one of them, by so many letters of its stem, surely names something: « vous serez bien 32 ? » is no series."""


@dataclass(frozen=True, slots=True)
class Askable:
    """Something that can be asked for. `decoy` marks what nobody holds; `value` is what is told, `answers` its kind.

    `holds` says it more precisely (`precisely.py`); `own` is false for what is shipped with the program and
    knows nothing of the scenario.
    """

    id: str
    questions: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    label: str = ""
    answers: str = ""
    decoy: bool = False
    value: str = ""
    own: bool = True
    holds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Weighed:
    """Rows of the facts, the row of « nothing », and the likeness (0–1) of the best decoy and of the best fact.

    `meant` when the question surely is about that decoy, and may be dodged as such.
    """

    rows: tuple[tuple[float, ...], ...]
    absent: tuple[float, ...]
    decoy: str
    against: float
    best: float
    meant: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    item: Askable
    keywords: tuple[Features, ...]
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What only facts have: topics, and the kinds of answers that its examples call for."""

    topics: topics.Topics
    of_keywords: topics.Topics
    of_examples: Sequence[topics.Topics]
    expected: dict[str, float]


class Evidence:
    """Weighs a question against a closed set of things."""

    def __init__(self, askables: Sequence[Askable], clean: Callable[[str], str]) -> None:
        cleaned = [[clean(question) for question in item.questions] for item in askables]
        examples = [[features(text) for text in group] for group in cleaned]
        self._weights = Weights([one for group in examples for one in group])
        self._entries: list[_Entry] = []
        self._meaning: list[_Meaning] = []
        self.facts: list[Askable] = []
        facts_said: list[list[str]] = []
        facts_named: list[list[str]] = []
        for item, said, group in zip(askables, cleaned, examples, strict=True):
            named = [clean(word) for word in (*item.keywords, item.label) if word]
            keywords = tuple(features(word) for word in named)
            known = frozenset(unit for one in (*group, *keywords) for unit in self._weights.meaning(one))
            self._entries.append(_Entry(item, keywords, known))
            if not item.decoy:
                self.facts.append(item)
                self._meaning.append(self._meaning_of(said, named))
                facts_said.append(said)
                facts_named.append(named)
        self._known = Known(facts_said, [", ".join(named) for named in facts_named])
        self._kinds = Expected(facts_said)
        self._rivals = Rivals(facts_said, facts_named)
        self._told = frozenset(
            unit for entry in self._entries if not entry.item.decoy for unit in entry.known
        )
        self._meanings = Nearest([[self._weights.meaning(one) for one in group] for group in examples])
        self._letters = Nearest([[self._weights.letters(one) for one in group] for group in examples])
        self.weigh: Callable[[str], Weighed] = lru_cache(maxsize=1024)(self._weigh)

    def _meaning_of(self, said: list[str], named: list[str]) -> _Meaning:
        kinds = Counter(expects(text) for text in said)
        return _Meaning(
            topics.joined(said),
            topics.topics(", ".join(named)),
            [topics.topics(text) for text in said],
            {kind: count / len(said) for kind, count in kinds.items() if kind},
        )

    def _weigh(self, piece: str) -> Weighed:
        """All that speaks for each fact, and against them all."""
        asked = features(piece)
        vector = self._weights.meaning(asked)
        meanings = self._meanings.cosines(vector)
        letters = self._letters.cosines(self._weights.letters(asked))
        known = self._weights.knows(asked)
        about = topics.topics(piece)
        wanted = expects(piece)
        same = self._known.evidence(piece)
        kinds = self._kinds.alike(piece)
        apart = self._rivals.scores(piece)
        rows: list[tuple[float, ...]] = []
        best, against, decoy, surely = 0.0, 0.0, "", False
        for entry, near, spelt in zip(self._entries, meanings, letters, strict=True):
            key = keyword_share(asked, entry.keywords, self._weights)
            said = explained(vector, entry.known)
            plain = (0.35 * near + 0.20 * spelt + 0.20 * key + 0.25 * said) * (0.55 + 0.45 * known)
            if entry.item.decoy:
                if plain > against:
                    against, decoy = plain, entry.item.id
                    surely = self._meant(entry, asked, piece, (near, key, said))
                continue
            meant = self._meaning[len(rows)]
            best = max(best, plain)
            right, wrong = _fit(wanted, entry.item.answers, meant.expected)
            rows.append(
                (
                    near, spelt, key, said,
                    topics.alike(about, meant.topics),
                    topics.alike(about, meant.of_keywords),
                    max((topics.alike(about, one) for one in meant.of_examples), default=0.0),
                    right, wrong,
                    *same[len(rows)],
                    kinds[len(rows)],
                    apart[len(rows)],
                )
            )  # fmt: skip
        strange = 1.0 - max((max(row[4], row[6]) for row in rows), default=0.0)
        absent = (1.0, 1.0 - known, against, max(0.0, against - best), strange)
        return Weighed(tuple(rows), absent, decoy, against, best, surely)

    def _meant(self, entry: _Entry, asked: Features, piece: str, alike: tuple[float, float, float]) -> bool:
        """Whether a question is about a decoy: it says one of its keywords, or is near an example and says no more.

        A word of the facts beside it speaks of something else: « la chaudière a quel âge ? ». So does a shipped keyword
        without its small words: « c’était noté par qui » is not « ma note », « je lui écris » is not « écris-moi ».
        """
        near, key, said = alike
        if (set(asked.words) - entry.known) & self._told:
            return False
        own = entry.item.own
        loosely = own or entry.item.id in ABOUT_THE_GAME - {WORK_DONE}
        if key > 0 and (loosely or _in_full(piece, entry.item.keywords)):
            return True
        naming = own or any(len(word) >= NAMING for word in asked.words)
        return naming and near >= NEAR and said >= (NEAR if own else WHOLLY)


def _in_full(piece: str, keywords: Sequence[str]) -> bool:
    """Whether a piece says a keyword, with its « moi », « ma », « quelle » if it has one, unless it begins by it."""
    said = _loose(piece).split()
    stemmed, first = set(stems(piece)), set(stems(" ".join(said[:1])))
    for keyword in keywords:
        wanted = set(stems(keyword))
        whose = set(_loose(keyword).split()) & _WHOSE
        if wanted <= stemmed and (not whose or whose & set(said) or wanted & first):
            return True
    return False


_WHOSE = frozenset(["moi", "me", "ma", "mon", "mes", "quel", "quelle"])
"""Small words without which a keyword means something else: « ma note », « écris-moi »."""


def _loose(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain(text)))


def _fit(wanted: str, answers: str, expected: dict[str, float]) -> tuple[float, float]:
    """Whether a fact gives the kind of answer that the question word calls for, and whether it gives another one."""
    if not wanted:
        return 0.0, 0.0
    share = 1.0 if answers == wanted else expected.get(wanted, 0.0)
    return share, 1.0 if share == 0.0 and (answers or expected) else 0.0
