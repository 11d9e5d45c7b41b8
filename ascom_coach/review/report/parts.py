"""What a report is made of, whatever its file format: sections that hold a few kinds of items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

_SHORT = 450
"""Characters."""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. `note` is smaller, `label` is the training label, `strong` opens a group."""

    text: str
    tone: Literal["plain", "note", "label", "strong"] = "plain"


@dataclass(frozen=True, slots=True)
class Fields:
    """Lines « label : value »."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `widths` are shares of the line; `roomy` leaves space to write by hand; first column heads the row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    roomy: bool = False

    @property
    def is_short(self) -> bool:
        """True when it is better moved whole to the next page than cut."""
        return len(self.rows) < 7 and sum(len(cell) for row in self.rows for cell in row) < _SHORT


@dataclass(frozen=True, slots=True)
class Card:
    """A remark: `mark` and `head` say its status, `evidence` where it stands and the words there, then labelled lines.

    `number` is its rank among the priorities, 0 elsewhere.
    """

    mark: str
    head: str
    message: str
    evidence: tuple[str, ...] = ()
    details: tuple[tuple[str, str], ...] = ()
    number: int = 0


@dataclass(frozen=True, slots=True)
class Curve:
    """Moods from 0 to 5 in the order of the exchange: one series a person, (rank from 1, mood)."""

    title: str
    series: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    length: int


Item = Text | Fields | Bullets | Table | Card | Curve


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part: its items, then its own sub-parts."""

    id: str
    title: str
    items: tuple[Item, ...]
    parts: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A whole report. `head` stands under the title; `footer` is repeated on each page."""

    title: str
    head: tuple[Item, ...]
    sections: tuple[Section, ...]
    footer: str
