"""A workbook as its formulas see it: results that the file does not store, and stored ones that no longer hold.

Stored results are never touched. What cannot be computed stays without a value and comes out « non évaluable ».
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ascom_coach.documents import Cell, Document, Sheet
from ascom_coach.formulas import (
    VOLATILE,
    Area,
    Call,
    Evaluator,
    Fault,
    FaultError,
    Node,
    NotComputedError,
    Reference,
    Scalar,
    Source,
    TableReference,
    Value,
    column_number,
    parse,
    walk,
)

MAX_FORMULAS = 4_000
MAX_READ = 250_000
"""Cells of areas gone through for one workbook, a second or so; what is beyond stays as the file tells it."""
_EPOCH = dt.datetime(1899, 12, 30)
_DAY = Decimal(86_400)
_TOLERANCE = Decimal("0.005")
_TABLE = re.compile(r"(?P<name>.+) \$?(?P<left>[A-Z]+)\$?(?P<top>\d+):\$?(?P<right>[A-Z]+)\$?(?P<bottom>\d+)")
_PARTS = re.compile(r"\[([^\[\]]*)\]")


def with_results(document: Document) -> Document:
    """The document with a value in each formula cell that had none, as far as it can be computed."""
    bare = [cell for sheet in document.sheets for cell in sheet.cells.values() if _bare(cell)]
    if not bare or len(bare) > MAX_FORMULAS:
        return document
    book = Book(document)
    sheets = []
    for sheet in document.sheets:
        fresh = {place: _computed(book, sheet, cell) for place, cell in sheet.cells.items()}
        sheets.append(replace(sheet, cells=fresh))
    return replace(document, sheets=tuple(sheets))


def computed_here(document: Document) -> bool:
    """Whether every result that the file does not store could be computed."""
    return not any(_bare(cell) for sheet in with_results(document).sheets for cell in sheet.cells.values())


def _computed(book: Book, sheet: Sheet, cell: Cell) -> Cell:
    if not _bare(cell):
        return cell
    try:
        value = book.result(sheet.name, cell.row, cell.column)
    except NotComputedError:
        return cell
    return replace(cell, error=value.code) if isinstance(value, Fault) else replace(cell, value=value)


def stale(document: Document) -> Iterator[tuple[Cell, Decimal]]:
    """Formula cells whose stored number is not what the formula gives from the stored cells, with what it gives.

    Each formula is computed from the values that stand in the file, so that one wrong cell is told once.
    """
    book = Book(document)
    left = MAX_FORMULAS
    for sheet in document.sheets:
        for cell in sheet.cells.values():
            if not cell.formula or not isinstance(cell.value, Decimal):
                continue
            left -= 1
            if left < 0:
                return
            try:
                fresh = book.fresh(sheet.name, cell)
            except NotComputedError:
                continue
            if isinstance(fresh, Decimal) and abs(fresh - cell.value) > max(
                _TOLERANCE, abs(fresh) * Decimal("1e-9")
            ):
                yield cell, fresh


def tree_of(cell: Cell) -> Node | None:
    """What the formula of a cell is made of, None when there is none or it is not read here."""
    if not cell.formula:
        return None
    try:
        return parse(_stored(cell.formula))
    except NotComputedError:
        return None


def _stored(formula: str) -> str:
    """A formula as files store it: English names, without its `=`."""
    return formula.strip().removeprefix("=")


def _bare(cell: Cell) -> bool:
    return bool(cell.formula) and cell.value is None and cell.error is None


class Book(Source):
    """Values of a workbook on demand, each formula without a stored result computed once."""

    def __init__(self, document: Document) -> None:
        self._sheets = {sheet.name.casefold(): sheet for sheet in document.sheets}
        self._names = {name.casefold(): text for name, text in document.names.items()}
        self._known: dict[tuple[str, int, int], Value | NotComputedError] = {}
        self._open: set[tuple[str, int, int]] = set()
        self._extents: dict[str, tuple[int, int]] = {}
        self._areas: dict[tuple[str, int, int, int, int], Area] = {}
        self._left = MAX_READ

    def result(self, sheet: str, row: int, column: int) -> Value:
        """The value of a formula cell, an error included. Raises NotComputedError when it cannot be computed."""
        place = (sheet.casefold(), row, column)
        if place in self._open:
            raise NotComputedError("circular")
        if place not in self._known:
            self._open.add(place)
            try:
                self._known[place] = self._run(sheet, self._sheets[place[0]].cells[row, column])
            except NotComputedError as error:
                self._known[place] = error
            self._open.discard(place)
        found = self._known[place]
        if isinstance(found, NotComputedError):
            raise found
        return found

    def fresh(self, sheet: str, cell: Cell) -> Value:
        """What a formula gives now, from what the cells hold. Raises NotComputedError, also for AUJOURDHUI()."""
        if any(
            isinstance(node, Call) and node.function in VOLATILE for node in walk(tree_of(cell) or parse("0"))
        ):
            raise NotComputedError("volatile")
        return self._run(sheet, cell)

    def value_at(self, sheet: str, cell: Cell, tree: Node | None) -> Value:
        """What a formula gives where that cell stands (its own without a tree). Raises NotComputedError."""
        place = (sheet, cell.row, cell.column)
        return Evaluator(_Local(self, place), at=place, areas=self._areas).value_of(
            tree or parse(_stored(cell.formula or ""))
        )

    def _run(self, sheet: str, cell: Cell) -> Value:
        return self.value_at(sheet, cell, None)

    def cell(self, sheet: str, row: int, column: int) -> Value:
        """As `Source.cell`, of a named sheet."""
        cell = self._page(sheet).cells.get((row, column))
        if cell is None:
            return None
        if _bare(cell):
            return self.result(sheet, row, column)
        return Fault(cell.error) if cell.error else _scalar(cell)

    def spend(self, cells: int) -> None:
        """As `Source.spend`: the workbook has one budget for all its formulas."""
        self._left -= cells
        if self._left < 0:
            raise NotComputedError("too many cells")

    def _page(self, sheet: str) -> Sheet:
        page = self._sheets.get(sheet.casefold())
        if page is None:
            raise NotComputedError(sheet)
        return page

    def extent(self, sheet: str) -> tuple[int, int]:
        """As `Source.extent`."""
        key = sheet.casefold()
        if key not in self._extents:
            places = list(self._page(sheet).cells)
            self._extents[key] = (
                max((row for row, _ in places), default=1),
                max((column for _, column in places), default=1),
            )
        return self._extents[key]

    def left_out(self, sheet: str, row: int, column: int) -> bool:
        """As `Source.left_out`."""
        cell = self._page(sheet).cells.get((row, column))
        if cell is not None and cell.hidden:
            raise NotComputedError("hidden")
        tree = tree_of(cell) if cell else None
        return isinstance(tree, Call) and tree.function == "SUBTOTAL"

    def name(self, text: str) -> str | Scalar | Node:
        """As `Source.name`."""
        if text.casefold() not in self._names:
            raise FaultError("#NAME?")
        return _stored(self._names[text.casefold()])

    def structured(self, reference: TableReference, at: tuple[str, int, int]) -> Reference:
        """The cells of `Ventes[Montant]`, `[@Prix]`, `Ventes[[#This Row],[Prix]]`, `Ventes[#All]`."""
        for sheet in self._sheets.values():
            for text in sheet.tables:
                match = _TABLE.fullmatch(text)
                if match is None:
                    continue
                top, bottom = int(match["top"]), int(match["bottom"])
                left, right = column_number(match["left"]), column_number(match["right"])
                inside = sheet.name == at[0] and top <= at[1] <= bottom and left <= at[2] <= right
                if match["name"].casefold() == reference.table.casefold() or (not reference.table and inside):
                    return _part(sheet, reference, at[1], (top, left, bottom, right))
        raise NotComputedError(reference.table)


class _Local(Source):
    """The book seen from one cell: an empty sheet name is its own."""

    def __init__(self, book: Book, at: tuple[str, int, int]) -> None:
        self._book, self._at = book, at

    def cell(self, sheet: str, row: int, column: int) -> Value:
        return self._book.cell(sheet or self._at[0], row, column)

    def spend(self, cells: int) -> None:
        self._book.spend(cells)

    def extent(self, sheet: str) -> tuple[int, int]:
        return self._book.extent(sheet or self._at[0])

    def left_out(self, sheet: str, row: int, column: int) -> bool:
        return self._book.left_out(sheet or self._at[0], row, column)

    def name(self, text: str) -> str | Scalar | Node:
        return self._book.name(text)

    def table(self, reference: TableReference) -> Reference:
        return self._book.structured(reference, self._at)


def _part(sheet: Sheet, reference: TableReference, row: int, place: tuple[int, int, int, int]) -> Reference:
    top, left, bottom, right = place
    inside = reference.inside
    here = inside.startswith("@")
    parts = _PARTS.findall(inside) or [inside.removeprefix("@")]
    special = {part.casefold() for part in parts if part.startswith("#")}
    columns = [part.replace("'", "") for part in parts if not part.startswith("#") and part]
    heads = {
        cell.text.casefold(): number
        for number in range(left, right + 1)
        if (cell := sheet.cells.get((top, number))) is not None
    }
    ends = [heads.get(name.casefold()) for name in columns]
    if None in ends or len(ends) > 2:
        raise NotComputedError(inside)
    known = [number for number in ends if number is not None] or [left, right]
    last = sheet.cells.get((bottom, left))
    totals = last is not None and last.text.casefold().startswith("total")
    first, final = top + 1, bottom - 1 if totals else bottom
    if here or "#this row" in special:
        first = final = row
    elif "#all" in special:
        first, final = top, bottom
    elif "#headers" in special:
        first = final = top
    elif "#totals" in special:
        first = final = bottom
    return Reference(sheet.name, first, min(known), final, max(known))


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
