"""What the fourth hand plants in a workbook besides single cells: whole columns, the look of a sheet, a chart.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Font

from tests.benchmarks.mutation.other import OtherFault, Place, fault
from tests.benchmarks.mutation.sheets import Table
from tests.benchmarks.mutation.third import Change


def looks(production: str, listed: Iterable[tuple[str, str, Change]]) -> Iterator[OtherFault]:
    """Faults of look in a workbook: another layout would rebuild the cells without them."""
    for name, criteria, change in listed:
        yield fault(production, name, criteria, change, moves=False)


def column(head: str, value: Any) -> Change:
    """The same value, or the same mistake, all down a column."""

    def change(table: Table) -> Place | None:
        for key in table.keys:
            cell = table.cell(key, head)
            cell.value = value(cell.value, cell.row) if callable(value) else value
        return "", head

    return change


def slipped(head: str) -> Change:
    """A column sorted alone: every value one row lower, the last one on top."""

    def change(table: Table) -> Place | None:
        cells = [table.cell(key, head) for key in table.keys]
        values = [one.value for one in cells]
        for cell, value in zip(cells, values[-1:] + values[:-1], strict=True):
            cell.value = value
        return "", head

    return change


def column_more(head: str, key: str, text: str) -> Change:
    """A column that has no business there."""

    def change(table: Table) -> Place | None:
        rank = max(table.heads.values()) + 1
        table.page.cell(table.top, rank).value = head
        table.page.cell(table.row(key), rank).value = text
        return key, head

    return change


def title(row: int, text: str) -> Change:
    """Another line over the table."""

    def change(table: Table) -> Place | None:
        table.page.cell(row, 1).value = text
        return text, ""

    return change


def sheet_font(**font: Any) -> Change:
    """The same font for every cell."""

    def change(table: Table) -> Place | None:
        for row in table.page.iter_rows():
            for cell in row:
                if cell.value is not None:
                    cell.font = Font(**font)
        return "", ""

    return change


def chart(head: str, rows: int) -> Change:
    """A chart without a title, of the first rows only."""

    def change(table: Table) -> Place | None:
        first = table.top + 1
        drawn = BarChart()
        drawn.add_data(
            Reference(table.page, min_col=table.heads[head], min_row=first, max_row=first + rows - 1)
        )
        table.page.add_chart(drawn, "L4")
        return "", ""

    return change
