"""Results of formulas that a file does not store: computed here, so that a saved-by-script workbook is judged too.

Stored results are never touched. What cannot be computed stays without a value and comes out « non évaluable ».
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from ascom_coach.documents import Cell, Document
from ascom_coach.scenarios import compute

MAX_FORMULAS = 4_000
_EPOCH = dt.datetime(1899, 12, 30)
_DAY = Decimal(86_400)
_DIGITS = 15
Scalar = Decimal | str | bool | None


def with_results(document: Document) -> Document:
    """The document with a value in each formula cell that had none, as far as it can be computed."""
    bare = [cell for sheet in document.sheets for cell in sheet.cells.values() if _bare(cell)]
    if not bare or len(bare) > MAX_FORMULAS:
        return document
    book = _Book(document)
    sheets = []
    for sheet in document.sheets:
        fresh = {
            place: replace(cell, value=book.result(sheet.name, *place)) if _bare(cell) else cell
            for place, cell in sheet.cells.items()
        }
        sheets.append(replace(sheet, cells=fresh))
    return replace(document, sheets=tuple(sheets))


def _bare(cell: Cell) -> bool:
    return bool(cell.formula) and cell.value is None and cell.error is None


class _Book:
    """Values of a workbook on demand, each formula computed once."""

    def __init__(self, document: Document) -> None:
        self._sheets = {sheet.name.casefold(): sheet.cells for sheet in document.sheets}
        self._known: dict[tuple[str, int, int], Scalar] = {}
        self._open: set[tuple[str, int, int]] = set()

    def result(self, sheet: str, row: int, column: int) -> Scalar:
        """The value of a formula cell, None when it cannot be computed."""
        place = (sheet.casefold(), row, column)
        if place not in self._known:
            self._open.add(place)
            formula = self._sheets[place[0]][row, column].formula or ""
            value = compute(formula, lambda name, r, c: self._value(name or sheet, r, c))
            self._known[place] = _rounded(value)
            self._open.discard(place)
        return self._known[place]

    def _value(self, sheet: str, row: int, column: int) -> Scalar:
        cells = self._sheets.get(sheet.casefold())
        if cells is None:
            raise ArithmeticError(sheet)
        cell = cells.get((row, column))
        if cell is None:
            return None
        if not _bare(cell):
            if cell.error:
                raise ArithmeticError(cell.error)
            return _scalar(cell)
        if (sheet.casefold(), row, column) in self._open:
            raise ArithmeticError("circular")
        value = self.result(sheet, row, column)
        if value is None:
            raise ArithmeticError("not computed")
        return value


def _scalar(cell: Cell) -> Scalar:
    """Dates and hours as the numbers that a spreadsheet computes with."""
    value = cell.value
    if isinstance(value, dt.datetime):
        return Decimal(int((value.replace(tzinfo=None) - _EPOCH).total_seconds())) / _DAY
    if isinstance(value, dt.date):
        return Decimal((dt.datetime.combine(value, dt.time()) - _EPOCH).days)
    if isinstance(value, dt.time):
        return Decimal(value.hour * 3600 + value.minute * 60 + value.second) / _DAY
    return value


def _rounded(value: Scalar) -> Scalar:
    """A spreadsheet keeps 15 significant digits: 4.000…0008 is 4."""
    if not isinstance(value, Decimal) or not value:
        return value
    return value.quantize(Decimal(1).scaleb(value.adjusted() - _DIGITS + 1)).normalize()
