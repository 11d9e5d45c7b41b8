"""What the sixth hand plants besides words: sheets left as they were found, hours of half a table, marks of haste.

The faults in `sixth_a_*.py` and `sixth_b_*.py` were written from the scenarios' stories, the documents handed out, the
gold copies and the référentiel, by somebody who had read neither the checks nor what the faults of earlier hands became
(the helpers of those hands are used). They are what trainers see in the copies of tired trainees. They were written as
one list, then dealt in two halves by chance, production by production and kind of file by kind of file: the first half
may be read by those who write the checks, the second one only measured. A change has the shape of those in `other.py`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tests.benchmarks.mutation.copies import Editable, PageCopy
from tests.benchmarks.mutation.other import OtherFault, Place, at, fault
from tests.benchmarks.mutation.sheets import Table
from tests.benchmarks.mutation.third import Change


def in_kind(kind: str, production: str, listed: Iterable[tuple[str, str, Change]]) -> Iterator[OtherFault]:
    """Faults of a copy handed in as another kind of file than the gold one."""
    for name, criteria, change in listed:
        yield fault(production, name, criteria, _unheaded(change), kind=kind)


def _unheaded(change: Change) -> Change:
    """The place without « Objet : » or « À : »: in a mail, these lines become headers."""

    def told(copy: Any) -> Place | None:
        place = change(copy)
        return re.sub(r"^(À|Copie|Objet) : ?", "", place) if isinstance(place, str) else place

    return told


def unaccented(anchor: str) -> Change:
    """A paragraph typed without any accent."""
    table = str.maketrans("éèêëàâîïôûùçÉÈÀÇ", "eeeeaaiiouucEEAC")

    def change(copy: Editable) -> str | None:
        rank = at(copy, anchor)
        if rank is None:
            return None
        text = copy.lines()[rank].translate(table)
        copy.set(rank, text)
        return text[:60]

    return change


def comma_spliced(anchor: str) -> Change:
    """A paragraph in one breath: its full stops are commas."""

    def change(copy: Editable) -> str | None:
        rank = at(copy, anchor)
        if rank is None or ". " not in copy.lines()[rank]:
            return None
        text = copy.lines()[rank].replace(". ", ", ")
        copy.set(rank, text)
        return text[:60]

    return change


def cut_short(anchor: str, letters: int) -> Change:
    """A paragraph that the pasting cut."""

    def change(copy: Editable) -> str | None:
        rank = at(copy, anchor)
        if rank is None:
            return None
        text = copy.lines()[rank][:-letters]
        copy.set(rank, text)
        return text[-40:]

    return change


def later(by: int) -> Callable[[Any, int], Any]:
    """An hour of a cell, some hours later (earlier when negative)."""

    def write(old: Any, row: int) -> Any:
        return dt.time((old.hour + by) % 24, old.minute)

    return write


def turned_row(key: str, left: str, right: str) -> Change:
    """Two cells of a row exchanged."""

    def change(table: Table) -> Place | None:
        first, second = table.cell(key, left), table.cell(key, right)
        first.value, second.value = second.value, first.value
        return key, right

    return change


def overwritten(key: str, by: str) -> Change:
    """A row pasted over another one: the first person is there twice, the other is lost."""

    def change(table: Table) -> Place | None:
        source, target = table.row(by), table.row(key)
        for column in table.heads.values():
            table.page.cell(target, column).value = table.page.cell(source, column).value
        return by, ""

    return change


def only(*kept: str) -> Change:
    """Every other row gone."""

    def change(table: Table) -> Place | None:
        for key in table.keys:
            if key not in kept:
                table.delete(key)
        return "", ""

    return change


def filtered(key: str) -> Change:
    """A filter left on: one row shows."""

    def change(table: Table) -> Place | None:
        for one in table.keys:
            table.page.row_dimensions[table.row(one)].hidden = one != key
        return "", ""

    return change


def under(text: str, *cells: Any) -> Change:
    """A line more under the table."""

    def change(table: Table) -> Place | None:
        row = table.page.max_row + 1
        for column, value in enumerate((text, *cells), 1):
            table.page.cell(row, column).value = value
        return text, ""

    return change


def sheet_more(name: str, rows: Iterable[Iterable[Any]]) -> Change:
    """Another sheet left in the workbook."""

    def change(table: Table) -> Place | None:
        page = table.book.create_sheet(name)
        for row in rows:
            page.append(list(row))
        return "", ""

    return change


def shown(head: str, code: str) -> Change:
    """The same values of a column in another format."""

    def change(table: Table) -> Place | None:
        for key in table.keys:
            table.cell(key, head).number_format = code
        return "", head

    return change


def merged(first: str, last: str, head: str) -> Change:
    """Cells of a column merged: the lower values are lost."""

    def change(table: Table) -> Place | None:
        top, bottom = table.cell(first, head), table.cell(last, head)
        table.page.merge_cells(f"{top.coordinate}:{bottom.coordinate}")
        return first, head

    return change


def markup(anchor: str, html: str, place: str = "") -> Change:
    """Tags put before the element that holds some words."""

    def change(copy: PageCopy) -> str | None:
        rank = next(
            (i for i, one in enumerate(copy.parts) if anchor in one and not one.startswith("<")), None
        )
        if rank is None:
            return None
        copy.parts[rank - 1] = html + copy.parts[rank - 1]
        return place

    return change
