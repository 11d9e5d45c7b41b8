"""Families of rules, as a learner meets them: a name, a rule, a test to apply, exercises, and occasions to fail.

The content is `knowledge/exercices/<family>.yaml`. A rule of any engine belongs to one family: the one whose pattern
fits its id most closely, else the one of its label. `occasions.py` counts how often a text put a family to the test.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

from ascom_coach.language.data import exercise_files
from ascom_coach.language.remarks import Label

_BY_LABEL: dict[str, str] = {
    "homophones": "mots-proches", "accord": "accord-nom", "conjugaison": "mode-temps", "orthographe": "orthographe",
    "ponctuation": "ponctuation", "typographie": "typographie", "style": "registre",
}  # fmt: skip
_BLANK = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Exercise:
    """A correct sentence of ours with one place to choose in. `choices` are in alphabetical order, as shown.

    `before`, then the right choice, then `after` is the whole sentence.
    """

    family: str
    number: int
    before: str
    after: str
    choices: tuple[str, ...]
    right: str

    @property
    def sentence(self) -> str:
        """The whole correct sentence."""
        return self.before + self.right + self.after

    @property
    def shown(self) -> str:
        """The sentence with the place left blank."""
        return f"{self.before}____{self.after}"


@dataclass(frozen=True, slots=True)
class Family:
    """Rules taught together. `forms` are the words that put the family to the test, `counted` the name of a counter
    of `occasions.py` when it is not a matter of words."""

    id: str
    title: str
    rule: str
    test: str
    patterns: tuple[str, ...]
    forms: tuple[str, ...]
    counter: str
    exercises: tuple[Exercise, ...]


@cache
def families() -> dict[str, Family]:
    """All families by id. Raises SurroundingsError when their files are missing."""
    return {
        name: Family(
            name, raw["titre"], raw["regle"], raw["test"], tuple(raw["regles"]), tuple(raw.get("formes", ())),
            raw.get("occasions", ""),
            tuple(_exercise(name, number, text) for number, text in enumerate(raw["phrases"], 1)),
        )
        for name, raw in exercise_files().items()
    }  # fmt: skip


def _exercise(family: str, number: int, text: str) -> Exercise:
    match = _BLANK.search(text)
    assert match is not None, text
    right, *others = match[1].split("|")
    choices = sorted({right, *others}, key=lambda one: (one.casefold(), one))
    return Exercise(family, number, text[: match.start()], text[match.end() :], tuple(choices), right)


@cache
def family_of(rule: str, label: Label | str) -> str:
    """The family of a rule: by the longest pattern that fits its id, else by its label."""
    fitting = [
        (len(pattern), family.id)
        for family in families().values()
        for pattern in family.patterns
        if fnmatchcase(rule, pattern)
    ]
    return max(fitting)[1] if fitting else _BY_LABEL.get(label, "orthographe")
