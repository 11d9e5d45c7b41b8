"""Tables of a text read row by row: « Destinataires | toute l’équipe » says « Destinataires : toute l’équipe »."""

from __future__ import annotations

import re
from itertools import groupby

from ascom_coach.documents import Block
from ascom_coach.review.text_view import TextView

Cells = dict[tuple[int, int], Block]

_CELL = re.compile(r"(?P<row>t\d+\.r\d+)\.c\d+")
_PLACED = re.compile(r"(?P<table>t\d+)\.r(?P<line>\d+)\.c(?P<column>\d+)")
_PAIR = 2
_LABEL = 4
"""Words of a first cell that names what stands beside it, at most."""


def row_of(ref: str) -> str:
    """The row of a table of text in which a place stands; empty elsewhere."""
    found = _CELL.fullmatch(ref)
    return found["row"] if found else ""


def rows(view: TextView) -> list[tuple[int, ...]]:
    """The blocks of each row of the tables of a text, in order."""
    places = enumerate(row_of(block.locator.ref) for block in view.blocks)
    return [tuple(rank for rank, _ in some) for row, some in groupby(places, key=lambda one: one[1]) if row]


def row_spans(view: TextView) -> list[tuple[int, int]]:
    """Where each row stands in the text, from its first cell to its last one."""
    return [
        (view.start(some[0]), view.start(some[-1]) + len(view.blocks[some[-1]].text)) for some in rows(view)
    ]


def labelled(view: TextView) -> list[str]:
    """The lines of a text, the second cell of a row of two led by the first: « Copie : M. Lemoine »."""
    lines = view.lines
    for some in rows(view):
        if len(some) == _PAIR and lines[some[0]].strip() and len(lines[some[0]].split()) <= _LABEL:
            label = lines[some[0]].strip().rstrip(": ")
            lines[some[1]] = f"{label} : {lines[some[1]].strip()}"
    return lines


def under_heads(view: TextView, *, rows: bool = True) -> list[tuple[str, str, str]]:
    """(heads, text, place) of each cell of the tables of a text: what its column is headed by and, with `rows`, what
    opens its row."""

    def head(cells: Cells, line: int, column: int) -> str:
        found = cells.get((line, column))
        return found.text if found is not None else ""

    return [
        (head(cells, 1, column) + (f" {head(cells, line, 1)}" if rows else ""), block.text, block.locator.ref)
        for cells in table_cells(view)
        for (line, column), block in cells.items()
        if line > 1 or (rows and column > 1)
    ]


def table_cells(view: TextView) -> list[Cells]:
    """The cells of each table of a text, by line and column, from 1."""
    tables: dict[str, Cells] = {}
    for block in view.blocks:
        if found := _PLACED.fullmatch(block.locator.ref):
            tables.setdefault(found["table"], {})[int(found["line"]), int(found["column"])] = block
    return list(tables.values())
