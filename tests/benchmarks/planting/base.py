# ruff: noqa: E501 -- lists of words stay compact, one condition a line
"""What a plant is, and how a correct sentence is read before one is made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ascom_coach.language.lexicon import Analysis, lexicon
from ascom_coach.language.rules.base import cased
from ascom_coach.language.syntax.morphology import FINITE
from ascom_coach.language.syntax.view import View, Word

PLURAL = frozenset(["les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "plusieurs", "quelques", "aux", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "quinze", "vingt", "trente", "certains", "certaines", "différents", "différentes", "tous", "toutes"])  # fmt: skip
MASCULINE = frozenset(["le", "un", "ce", "cet", "du", "au", "aucun", "quel"])
FEMININE = frozenset(["la", "une", "cette", "ma", "ta", "sa", "toute", "aucune", "quelle"])
EITHER = frozenset(["l'", "mon", "ton", "son", "notre", "votre", "leur", "chaque"])
SINGULAR = MASCULINE | FEMININE | EITHER
DETERMINERS = PLURAL | SINGULAR
ETRE = frozenset(
    [
        "est",
        "sont",
        "était",
        "étaient",
        "sera",
        "seront",
        "serait",
        "seraient",
        "soit",
        "soient",
        "suis",
        "êtes",
        "sommes",
    ]
)
AVOIR = frozenset(
    [
        "ai",
        "as",
        "a",
        "avons",
        "avez",
        "ont",
        "avait",
        "avaient",
        "avais",
        "avions",
        "aura",
        "auront",
        "aurai",
        "aurez",
        "aurons",
        "aurait",
        "auraient",
    ]
)
PRONOUNS = {"je": "1s", "j'": "1s", "tu": "2s", "il": "3s", "elle": "3s", "on": "3s", "nous": "1p", "vous": "2p",
            "ils": "3p", "elles": "3p"}  # fmt: skip


@dataclass(frozen=True)
class Plant:
    """One error: `wrong` stands in place of the characters `start`…`end` of the correct sentence."""

    kind: str
    label: str
    start: int
    end: int
    wrong: str

    def planted(self, text: str) -> str:
        return text[: self.start] + self.wrong + text[self.end :]


@dataclass(frozen=True)
class Group:
    """A determiner and the words that it rules: `first` is its place, `noun` that of the noun, `last` the last
    adjective behind. `number` is s or p."""

    first: int
    noun: int
    last: int
    number: str


def put(kind: str, label: str, word: Word, wrong: str) -> Plant:
    return Plant(kind, label, word.start, word.end, cased(word.text, wrong))


def plain(word: Word | None) -> bool:
    """Whether the word is in lower case, known, and no part of a hyphened verb."""
    return word is not None and word.text.islower() and bool(word.readings) and not word.clitic


def forms(word: Word, pos: str, *tags: str) -> list[str]:
    """Forms of the same word with these tags, other than the one written."""
    out: list[str] = []
    for reading in word.readings:
        if reading.pos != pos:
            continue
        for form, one in lexicon().forms_of(reading.lemma, word.low):
            if one.pos == pos and one.tags.issuperset(tags) and form != word.low and form not in out:
                out.append(form)
    return out


def verb_forms(lemma: str, near: str, *tags: str) -> list[str]:
    found = lexicon().forms_of(lemma, near)
    return list(dict.fromkeys(form for form, one in found if one.pos == "V" and one.tags.issuperset(tags)))


def is_finite(one: Analysis) -> bool:
    return one.pos == "V" and bool(one.tags.intersection(FINITE))


def surely_finite(word: Word | None) -> bool:
    """Whether the word can only be a conjugated verb."""
    if word is None or not word.readings:
        return False
    return word.low in ETRE | AVOIR or all(is_finite(one) or "impe" in one.tags for one in word.readings)


def adjectival(word: Word | None) -> bool:
    return plain(word) and all(one.pos == "A" or "ppas" in one.tags for one in word.readings)  # type: ignore[union-attr]


def groups(view: View) -> Iterator[Group]:
    """Groups whose determiner, noun and adjectives are sure: « les deux nouveaux tarifs postaux »."""
    for first, word in enumerate(view.words):
        if word.low not in DETERMINERS or word.clitic:
            continue
        at = first + 1
        number = "p" if word.low in PLURAL else "s"
        if word.low in ("l'", "la", "le", "les") and surely_finite(view.at(at)):
            continue
        while view.low(at) in PLURAL and number == "p":
            at += 1
        while adjectival(view.at(at)) and view.words[at].near and _noun(view, at + 1, number):
            at += 1
        if not _noun(view, at, number) or not view.words[at].near:
            continue
        last = at
        while (
            adjectival(view.at(last + 1))
            and view.words[last + 1].near
            and _fits(view.words[last + 1], number)
        ):
            last += 1
        yield Group(first, at, last, number)


def _noun(view: View, at: int, number: str) -> bool:
    word = view.at(at)
    if not plain(word) or word is None or word.low in DETERMINERS or surely_finite(word):
        return False
    return any(one.pos == "N" and one.number in (number, "i", "") for one in word.readings)


def _fits(word: Word, number: str) -> bool:
    return any(one.number in (number, "i") for one in word.readings)
