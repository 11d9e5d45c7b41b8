"""An error carried forward is charged once, at its root.

When a total or a cell is wrong only because another cell, already told, is wrong, it counts as right: with the root
put right, the person's own formulas give the expected value. What depends on a missing row is judged on its own rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from ascom_coach.documents import Cell, Document, Sheet
from ascom_coach.formulas import Node, NotComputedError, Value
from ascom_coach.language import find_values
from ascom_coach.review.checks.numbers import adds_up, expected_total, figure
from ascom_coach.review.checks.workbook import all_holding, expected_cell, grid_of
from ascom_coach.review.context import Context
from ascom_coach.review.levels import Outcome
from ascom_coach.review.model import Finding
from ascom_coach.review.workbooks.cells import amount, number_in, same_number
from ascom_coach.review.workbooks.columns import left_out, strays
from ascom_coach.review.workbooks.grid import Grid, labelled
from ascom_coach.review.workbooks.results import Book
from ascom_coach.scenarios import controls as ask
from ascom_coach.scenarios.control import Control

Place = tuple[str, int, int]
_SHARE = Decimal(1440)
_TOGETHER = 2
"""Columns wrong all along that are put right together, at most."""


class _Repaired(Book):
    """The workbook with its roots put right: every formula is computed anew."""

    def __init__(self, document: Document, values: dict[Place, Value], trees: dict[Place, Node]) -> None:
        super().__init__(document)
        self._values, self._trees = values, trees

    def cell(self, sheet: str, row: int, column: int) -> Value:
        """The repaired value, else the formula computed anew, else what stands there."""
        place = (sheet.casefold(), row, column)
        if place in self._values:
            return self._values[place]
        cell = self._page(sheet).cells.get((row, column))
        if cell is None or not (cell.formula or place in self._trees):
            return super().cell(sheet, row, column)
        if place in self._open:
            raise NotComputedError("circular")
        if place not in self._known:
            self._open.add(place)
            try:
                self._known[place] = self.value_at(sheet, cell, self._trees.get(place))
            except NotComputedError as error:
                self._known[place] = error
            self._open.discard(place)
        found = self._known[place]
        if isinstance(found, NotComputedError):
            raise found
        return found


def charged_once(
    judged: Sequence[tuple[Control, Outcome]], context: Context, told: Mapping[str, Cell] | None = None
) -> list[tuple[Control, Outcome]]:
    """The outcomes of a production, dependents of an error already told counted as right.

    `told` gives, by the place of a cell that something else than a control told wrong, a cell that holds what should
    stand there.
    """
    wrong = [(control, outcome) for control, outcome in judged if outcome.status == "defaut"]
    if len(wrong) + len(told or {}) < 2 or context.document is None or not context.document.sheets:
        return list(judged)
    roots = _Roots(context, [control for control, _ in wrong], told or {})
    return [
        (control, roots.carried(control, outcome) or outcome) if outcome.status == "defaut" else (control, outcome)
        for control, outcome in judged
    ]  # fmt: skip


class _Roots:
    """What was told wrong in a workbook, and what putting it right gives."""

    def __init__(self, context: Context, controls: Sequence[Control], told: Mapping[str, Cell]) -> None:
        self._context = context
        self._document = context.document
        self._missing = any(isinstance(control, ask.RowPresent) for control in controls)
        self._first: dict[Place, None] = {}
        self._values: dict[Place, Value] = {}
        self._trees: dict[Place, Node] = {}
        self._columns: list[dict[Place, Value]] = []
        for control in controls:
            self._add(control)
        for sheet in context.document.sheets if context.document is not None and told else ():
            for cell in sheet.cells.values():
                right = told.get(cell.locator.ref)
                value = _held(right) if right is not None else None
                if value is not None:
                    self._keep(sheet, cell, value)

    def _add(self, control: Control) -> None:
        context = self._context
        if isinstance(control, ask.CellValue):
            grid, cell = self._located(control)
            value = _as_value(expected_cell(control, context), context) if cell is not None else None
            if grid is not None and cell is not None and value is not None and not cell.formula:
                self._keep(grid.sheet, cell, value)
                self._spread(grid, cell, value)
        elif isinstance(control, ask.RowAbsent):
            grid = grid_of(context, tuple(control.valeurs))
            if grid is not None:
                rows = all_holding(grid, control.valeurs, context)
                for cell in [one for row in rows for one in row.values()]:
                    self._keep(grid.sheet, cell, None)
        elif isinstance(control, ask.FormulaColumn) and self._document is not None:
            grid = grid_of(context, tuple(control.colonnes))
            for number in [grid.column(name) for name in control.colonnes] if grid is not None else ():
                self._add_formulas(grid, number)

    def _add_formulas(self, grid: Grid | None, number: int | None) -> None:
        if grid is None or number is None or self._document is None:
            return
        cells = [row[number] for row in grid.rows if number in row]
        for cell, tree in strays(cells, grid, Book(self._document)):
            place = (grid.sheet.name.casefold(), cell.row, cell.column)
            self._trees[place] = tree
            self._first[place] = None

    def _spread(self, grid: Grid, cell: Cell, value: Value) -> None:
        """The same slip down the whole column: « 08:00 » for everybody, where one row is controlled."""
        beside = [row[cell.column] for row in grid.rows if cell.column in row]
        if all(one.text == cell.text and not one.formula for one in beside):
            sheet = grid.sheet.name.casefold()
            self._columns.append({(sheet, one.row, one.column): value for one in beside})

    def _keep(self, sheet: Sheet, cell: Cell, value: Value) -> None:
        place = (sheet.name.casefold(), cell.row, cell.column)
        self._values[place] = value
        self._first[place] = None

    def _located(self, control: ask.CellValue) -> tuple[Grid | None, Cell | None]:
        grid = grid_of(self._context, (control.colonne,))
        row, column = (grid.row(control.ligne), grid.column(control.colonne)) if grid else (None, None)
        return grid, row.get(column) if row is not None and column is not None else None

    def carried(self, control: Control, outcome: Outcome) -> Outcome | None:
        """The outcome counted as right when the roots explain it, None otherwise."""
        if isinstance(control, ask.Total):
            grid = grid_of(self._context, (control.colonne,) if control.colonne else ())
            there = labelled(self._document, control.libelle, grid) if self._document and grid else None
            column = grid.column(control.colonne) if grid and control.colonne else None
            cell = figure(*there, column, grid) if there is not None else None
            expected = expected_total(control, self._context)
        elif isinstance(control, ask.CellValue):
            grid, cell = self._located(control)
            expected = expected_cell(control, self._context)
        else:
            return None
        if grid is None or cell is None or not cell.formula or left_out(cell, grid) is not None:
            return None
        root = self._explains(grid, cell, expected)
        if not root and isinstance(control, ask.Total) and self._missing:
            value = amount(cell)
            root = "la ligne qui manque" if value is not None and adds_up(grid, cell.column, value) else ""
        return _right(outcome, root) if root else None

    def _explains(self, grid: Grid, cell: Cell, expected: str) -> str:
        """Where the root stands when putting the roots right gives the expected value; empty otherwise."""
        place = (grid.sheet.name.casefold(), cell.row, cell.column)
        if self._document is None or place in self._first or not self._first:
            return ""
        if not any(self._gives(expected, values, grid, cell) for values in self._repairs()):
            return ""
        sheet, row, column = next(iter(self._first))
        there = next((one for one in self._document.sheets if one.name.casefold() == sheet), grid.sheet)
        return there.cells[row, column].locator.ref.rpartition("!")[2]

    def _repairs(self) -> Iterator[dict[Place, Value]]:
        """The roots put right, alone, then with each choice of the columns that hold one slip all along."""
        for size in range(min(len(self._columns), _TOGETHER) + 1):
            for some in combinations(self._columns, size):
                yield {place: value for one in (self._values, *some) for place, value in one.items()}

    def _gives(self, expected: str, values: dict[Place, Value], grid: Grid, cell: Cell) -> bool:
        """Whether a cell computed anew holds what is expected."""
        assert self._document is not None
        try:
            value = _Repaired(self._document, values, self._trees).cell(
                grid.sheet.name, cell.row, cell.column
            )
        except NotComputedError:
            return False
        return isinstance(value, Decimal) and same_number(value, expected, self._context.today) is True


def _as_value(text: str, context: Context) -> Value:
    """An expected value as a cell holds it: a number, or an hour as its share of the day."""
    value = number_in(text)
    if value is not None:
        return value
    hours = [one.value for one in find_values(text, context.today) if isinstance(one.value, dt.time)]
    return Decimal(hours[0].hour * 60 + hours[0].minute) / _SHARE if len(hours) == 1 else None


def _held(cell: Cell) -> Value:
    """The value of a cell as formulas read it: an hour is its share of the day; None for a date and for a text."""
    if isinstance(cell.value, dt.time):
        return Decimal(cell.value.hour * 60 + cell.value.minute) / _SHARE
    return cell.value if isinstance(cell.value, Decimal) else None


def _right(outcome: Outcome, root: str) -> Outcome:
    def told(finding: Finding) -> Finding:
        message = f"Le calcul est bon : l’écart vient de {root}, déjà relevé, et n’est compté qu’une fois."
        return replace(finding, status="conforme", severity=None, message=message, hint="")

    return replace(outcome, findings=tuple(told(one) for one in outcome.findings))
