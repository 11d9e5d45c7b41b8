"""Tables of workbooks and of texts alike: what each cell says, by row and column, and the text that introduces it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ascom_coach.documents import CellValue, Document
from ascom_coach.language import plain
from ascom_coach.review.text_view import Place, clipped
from ascom_coach.review.workbooks.cells import at
from ascom_coach.review.workbooks.grid import open_sheets

_REF = re.compile(r"t(\d+)\.r(\d+)\.c(\d+)")
_BEFORE = 2
MOST_ROWS = 3_000


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell: its text, its typed value in a workbook (the text itself elsewhere), where it stands."""

    text: str
    value: CellValue
    place: Place

    @property
    def name(self) -> str:
        """The text as compared."""
        return " ".join(plain(self.text).split())


@dataclass(frozen=True, slots=True)
class Raster:
    """A sheet, or a table of a text. Rows and columns are numbered from 1; empty cells are left out."""

    title: str
    rows: Mapping[int, Mapping[int, Spot]]


def rasters(document: Document) -> Iterator[Raster]:
    """The visible sheets of a workbook (its first rows), and the tables of a text with the lines before them."""
    for sheet in open_sheets(document):
        rows = {
            number: {
                cell.column: Spot(cell.text, cell.value, at(cell))
                for cell in cells
                if cell.text.strip() and not cell.hidden
            }
            for number, cells in sheet.rows()
            if number <= MOST_ROWS
        }
        yield Raster(sheet.name, {number: row for number, row in rows.items() if row})
    lines: list[str] = []
    table, cells = "", dict[int, dict[int, Spot]]()
    for block in document.visible:
        match = _REF.fullmatch(block.locator.ref) if block.kind == "table_cell" else None
        if match is None or match[1] != table:
            if cells:
                yield Raster("\n".join(lines[-_BEFORE:]), cells)
            table, cells = (match[1] if match else ""), {}
        if match is None:
            lines.append(block.text)
            continue
        row, column = int(match[2]), int(match[3])
        before = cells.setdefault(row, {}).get(column)
        place = before.place if before else (block.locator, clipped(block.text))
        text = f"{before.text}\n{block.text}" if before else block.text
        cells[row][column] = Spot(text, text, place)
    if cells:
        yield Raster("\n".join(lines[-_BEFORE:]), cells)
