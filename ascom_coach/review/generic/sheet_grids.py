"""The tables of a workbook that nobody described, found by a row of headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.documents import Cell, Document
from ascom_coach.review.workbooks.cells import number_in
from ascom_coach.review.workbooks.grid import Grid, find_grid, open_sheets

_YEAR = re.compile(r"(?:19|20)\d\d")


def _heads(cell: Cell) -> bool:
    """Whether a cell may head a column: words, or a year."""
    words = isinstance(cell.value, str) and number_in(cell.text) is None
    return words or bool(_YEAR.fullmatch(cell.text.strip()))


def grids_in(document: Document) -> Iterator[Grid]:
    """The table of each open sheet of a workbook whose first rows hold a row of headings."""
    for sheet in open_sheets(document):
        for number, cells in sheet.rows():
            texts = [cell.text for cell in cells if cell.text.strip() and _heads(cell)]
            if len(texts) >= 3 and len(texts) == len(cells) and not all(map(_YEAR.fullmatch, texts)):
                grid = find_grid(document, texts, sheet=sheet.name)
                if grid is not None and grid.sheet is sheet:
                    yield grid
                break
            if number > 10:
                break
