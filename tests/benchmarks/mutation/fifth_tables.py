"""What the fifth hand plants in a workbook besides single cells: half a column, a value carried elsewhere, new numbers.

Written from the stories, the documents handed out, the gold copies and the référentiel, without reading the checks.
"""

from __future__ import annotations

from typing import Any

from tests.benchmarks.mutation.other import Place
from tests.benchmarks.mutation.sheets import Table
from tests.benchmarks.mutation.third import Change


def half_column(head: str, value: Any) -> Change:
    """A change that stopped half-way down: the lower rows hold something else."""

    def change(table: Table) -> Place | None:
        low = table.keys[len(table.keys) // 2 :]
        for key in low:
            table.cell(key, head).value = value
        return "", head

    return change


def moved(key: str, head: str, to: str) -> Change:
    """A value typed in the column beside its own."""

    def change(table: Table) -> Place | None:
        table.cell(key, to).value = table.cell(key, head).value
        table.cell(key, head).value = None
        return key, to

    return change


def spread(key: str, head: str) -> Change:
    """A value pulled down the whole column."""

    def change(table: Table) -> Place | None:
        value = table.cell(key, head).value
        for one in table.keys:
            table.cell(one, head).value = value
        return "", head

    return change


def crossed(key: str, other: str, head: str) -> Change:
    """A value written on another row too."""

    def change(table: Table) -> Place | None:
        table.cell(other, head).value = table.cell(key, head).value
        return other, head

    return change


def relabelled(key: str, new: str | None) -> Change:
    """The name of a row gone, or another."""

    def change(table: Table) -> Place | None:
        table.page.cell(table.row(key), table.key).value = new
        return "", ""

    return change


def renumbered(prefix: str) -> Change:
    """Numbers of one's own in the key column."""

    def change(table: Table) -> Place | None:
        rows = [table.row(key) for key in table.keys]
        for rank, row in enumerate(rows, 1):
            table.page.cell(row, table.key).value = f"{prefix}{rank}"
        return "", ""

    return change


def kept_hidden(key: str, like: str, **cells: Any) -> Change:
    """A row that had to go, hidden instead of removed."""

    def change(table: Table) -> Place | None:
        table.copy_row(key, like, **cells)
        table.page.row_dimensions[table.row(key)].hidden = True
        return key, ""

    return change
