"""The parts of the référentiel as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PassageKind = Literal[
    "loi",
    "titre",
    "definition",
    "bloc",
    "activite",
    "competence",
    "modalite",
    "outil",
    "production",
    "critere",
]

UNOFFICIAL_LABEL = "repère de formation, non officiel"
"""Shown wherever one of our own grids appears."""

TRAINING_LABEL = "entraînement, pas une note officielle"
"""Shown wherever a level appears."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A slice of the source text: code points from `start` (included) to `end` (excluded)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim extract. `text` equals its source segments joined by one space."""

    id: str
    bloc: int | None
    kind: PassageKind
    text: str
    group: str
    """Our own words or a heading close to the source: never quoted as official."""
    line: int
    """Line of `source.txt`, from 1, where the extract begins."""
    segments: tuple[Segment, ...]
    note: str | None = None

    @property
    def shown(self) -> str:
        """The text without its Markdown bold marks, for a screen."""
        return self.text.replace("**", "")


@dataclass(frozen=True, slots=True)
class Item:
    """An activity, a competence, a production or a sub-production, with our short label."""

    id: str
    kind: Literal["activite", "competence", "production", "sous_production"]
    bloc: int
    label: str
    """A short name of ours: never quoted as official text."""
    text: str
    """The official text; for a sub-production, that of its production."""
    passages: tuple[str, ...]
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a copy is judged on. For bloc 3 the source holds none: `official` is False and `text` empty."""

    id: str
    bloc: int
    label: str
    official: bool
    text: str
    passages: tuple[str, ...]
    """Passages to quote behind a remark."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The sentences of the official text: a criterion that bundles three demands has three parts."""
        sentences = self.text.replace(". ", ".\n").splitlines()
        return tuple(sentence for sentence in sentences if sentence)

    @property
    def status_label(self) -> str:
        """« officiel » or the label of our training grid."""
        return "officiel" if self.official else UNOFFICIAL_LABEL


@dataclass(frozen=True, slots=True)
class Absence:
    """Something that the source text does not hold, with the French sentence that says so."""

    code: str
    sentence: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bloc:
    """One of the three parts of the title."""

    number: int
    title: str
    """Official title, verbatim."""
    criteria: tuple[Criterion, ...]
    activities: tuple[Item, ...]
    competences: tuple[Item, ...]
    productions: tuple[Item, ...]
