"""Faults of a second hand, written from the scenarios and the référentiel only: what they are, how they are planted.

A fault names the criteria under which a trainer would file it (several where two are usual) and the place where the
trainer would put the finger: words of the spoilt line, (row key, heading) of the spoilt cell, "" when it is gone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.benchmarks.mutation.copies import Editable
from tests.benchmarks.mutation.sheets import Table

Place = str | tuple[str, str]


@dataclass(frozen=True)
class OtherFault:
    """One mutator. `change` returns the place told, or None where the copy does not hold what it spoils."""

    production: str
    name: str
    criteria: frozenset[str]
    change: Callable[[Any], Place | None]
    moves: bool = True
    """Whether the fault outlives another layout of the same table."""
    kind: str = ""
    """Another kind of file in which the spoilt copy is handed in."""


def fault(
    production: str, name: str, criteria: str, change: Callable[[Any], Place | None], **more: Any
) -> OtherFault:
    return OtherFault(production, name, frozenset(criteria.split()), change, **more)


def at(copy: Editable, words: str, last: bool = False) -> int | None:
    """The line that holds these words."""
    found = [rank for rank, line in enumerate(copy.lines()) if words in line]
    return None if not found else found[-1 if last else 0]


def swap(old: str, new: str, place: str | None = None, *, line: str = "") -> Callable[[Editable], str | None]:
    """Write something else in its stead, in the first line that holds both `line` and `old`."""

    def change(copy: Editable) -> str | None:
        for rank, text in enumerate(copy.lines()):
            if old in text and line in text:
                copy.set(rank, text.replace(old, new, 1))
                return new if place is None else place
        return None

    return change


def swap_like(
    pattern: str, new: Callable[[re.Match[str]], str], *, line: str = "", whole: bool = True
) -> Callable[[Editable], str | None]:
    """The same with a pattern; the place is what was written."""

    def change(copy: Editable) -> str | None:
        for rank, text in enumerate(copy.lines()):
            found = re.search(pattern, text)
            if found is not None and line in text:
                written = new(found)
                copy.set(rank, text[: found.start()] + written + text[found.end() :])
                return written if whole else text[:20]
        return None

    return change


def sentence(anchor: str, text: str) -> Callable[[Editable], str | None]:
    """One sentence more at the end of a paragraph."""

    def change(copy: Editable) -> str | None:
        rank = at(copy, anchor)
        if rank is None:
            return None
        copy.set(rank, copy.lines()[rank].rstrip() + " " + text)
        return text

    return change


def without(words: str, place: str = "") -> Callable[[Editable], str | None]:
    """A line gone."""

    def change(copy: Editable) -> str | None:
        rank = at(copy, words)
        if rank is None:
            return None
        copy.drop(rank)
        return place

    return change


def put(key: str, head: str, value: Any) -> Callable[[Table], Place | None]:
    """Another value in a cell; a function is given what was there and the row."""

    def change(table: Table) -> Place | None:
        cell = table.cell(key, head)
        cell.value = value(cell.value, table.row(key)) if callable(value) else value
        return key, head

    return change


def turned(digits: str) -> str:
    """The last two digits that differ, exchanged: 24 18 → 24 81."""
    places = [rank for rank, one in enumerate(digits) if one.isdigit()]
    for right, left in zip(reversed(places), reversed(places[:-1]), strict=False):
        if digits[left] != digits[right]:
            marks = list(digits)
            marks[left], marks[right] = marks[right], marks[left]
            return "".join(marks)
    return digits
