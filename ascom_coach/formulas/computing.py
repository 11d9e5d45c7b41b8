"""The value of a formula. `Source` gives what it refers to; functions are in `functions.py`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal, DecimalException
from itertools import product

from ascom_coach.formulas.numeric import power
from ascom_coach.formulas.parsing import (
    Array,
    Call,
    Constant,
    Name,
    Node,
    Operation,
    Reference,
    TableReference,
    parse,
)
from ascom_coach.formulas.values import (
    Area,
    Argument,
    Fault,
    FaultError,
    NotComputedError,
    Scalar,
    Value,
    as_text,
    compare,
    number,
    scalar,
    snug,
)

Lookup = Callable[[str, int, int], Scalar]
"""(sheet name or an empty string for the current one, row, column), both from 1."""
MAX_CELLS = 200_000
_KEPT_ROWS = 20
VOLATILE = frozenset({"TODAY", "NOW", "RAND", "RANDBETWEEN"})


class Source:
    """What a formula may refer to. Sheet names are empty for the formula's own sheet.

    Methods raise NotComputedError for what is not known, FaultError for what is not there.
    """

    def cell(self, sheet: str, row: int, column: int) -> Value:
        """The value of a cell, None when it is empty."""
        raise NotComputedError("cell")

    def extent(self, sheet: str) -> tuple[int, int]:
        """Last row and column used, for `A:A`."""
        raise NotComputedError("column")

    def spend(self, cells: int) -> None:
        """Told before an area of so many cells is gone through. Raises NotComputedError when it is too much."""

    def left_out(self, sheet: str, row: int, column: int) -> bool:
        """Whether SOUS.TOTAL passes over a cell: it holds a SOUS.TOTAL itself. Raises for a hidden one."""
        return False

    def name(self, text: str) -> str | Scalar | Node:
        """The formula of a defined name (with its `=`), or its value."""
        raise FaultError("#NAME?")

    def table(self, reference: TableReference) -> Reference:
        """The cells of a structured reference."""
        raise NotComputedError(reference.table)


class Cells(Source):
    """A source made of a function; `names` are values by name."""

    def __init__(self, lookup: Lookup | None = None, names: dict[str, Scalar] | None = None) -> None:
        self._lookup = lookup
        self._names = names or {}

    def cell(self, sheet: str, row: int, column: int) -> Value:
        """What the function gives."""
        if self._lookup is None:
            raise NotComputedError("cell")
        return self._lookup(sheet, row, column)

    def name(self, text: str) -> str | Scalar | Node:
        """The value of a name."""
        if text not in self._names:
            raise FaultError("#NAME?")
        return Constant(self._names[text])


class Evaluator:
    """Values of formulas over one source. `at` is the place of the formula, for LIGNE() and `[@Prix]`.

    `areas` keeps what large areas hold from one formula to the next, when the source does not change.
    """

    def __init__(
        self,
        source: Source,
        today: dt.date | None = None,
        at: tuple[str, int, int] = ("", 0, 0),
        areas: dict[tuple[str, int, int, int, int], Area] | None = None,
    ) -> None:
        self.source = source
        self._areas = areas
        self.today = today or dt.date(2026, 1, 1)
        self.at = at

    def value(self, formula: str) -> Value:
        """The result of an English formula (without its `=`), an error included. Raises NotComputedError."""
        return self.value_of(parse(formula))

    def value_of(self, tree: Node) -> Value:
        """The result of a tree, an error included. Raises NotComputedError."""
        try:
            result = scalar(self.tree(tree))
        except FaultError as error:
            return error.fault
        except (DecimalException, ArithmeticError, RecursionError, ValueError, IndexError) as error:
            raise NotComputedError("value") from error
        if result is None:
            return Decimal(0)
        return snug(result).normalize() if isinstance(result, Decimal) and result else result

    def tree(self, node: Node) -> Argument:
        """The value of a tree. Raises FaultError, NotComputedError."""
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, Reference):
            return self._cells(node)
        if isinstance(node, Operation):
            return self._operation(node)
        if isinstance(node, Call):
            from ascom_coach.formulas.functions import call

            return call(node, self)
        if isinstance(node, TableReference):
            return self._cells(self.source.table(node))
        if isinstance(node, Array):
            return Area(node.rows)
        return self._named(node)

    def _named(self, node: Name) -> Argument:
        found = self.source.name(node.text)
        return self.tree(parse(found.removeprefix("="))) if isinstance(found, str) else self._constant(found)

    def _constant(self, found: Scalar | Node) -> Argument:
        if found is None or isinstance(found, Decimal | bool | str):
            return found
        return self.tree(found)

    def _cells(self, place: Reference) -> Argument:
        if (place.top, place.left) == (place.bottom, place.right):
            value = self.source.cell(place.sheet, place.top, place.left)
            return Area(((value,),), place.sheet, place.top, place.left)
        bottom, right = place.bottom, place.right
        if not bottom or not right:
            last = self.source.extent(place.sheet)
            bottom, right = bottom or max(last[0], place.top), right or max(last[1], place.left)
        if (bottom - place.top + 1) * (right - place.left + 1) > MAX_CELLS:
            raise NotComputedError("too many cells")
        self.source.spend((bottom - place.top + 1) * (right - place.left + 1))
        key = (place.sheet or self.at[0], place.top, place.left, bottom, right)
        if self._areas is not None and key in self._areas:
            return self._areas[key]
        rows = tuple(
            tuple(self.source.cell(place.sheet, row, column) for column in range(place.left, right + 1))
            for row in range(place.top, bottom + 1)
        )
        area = Area(rows, place.sheet, place.top, place.left)
        if self._areas is not None and bottom - place.top >= _KEPT_ROWS:
            self._areas[key] = area
        return area

    def _operation(self, node: Operation) -> Argument:
        left = self.tree(node.left)
        right = self.tree(node.right) if node.right is not None else None
        areas = [one for one in (left, right) if isinstance(one, Area) and one.size != (1, 1)]
        if not areas:
            return _apply(node.operator, left, right)
        height, width = (max(one.size[side] for one in areas) for side in (0, 1))
        for one in areas:
            if one.size[0] not in (1, height) or one.size[1] not in (1, width):
                raise FaultError("#N/A")
        rows: list[list[Value]] = [[None] * width for _ in range(height)]
        for row, column in product(range(height), range(width)):
            try:
                value = _apply(node.operator, _at(left, row, column), _at(right, row, column))
                rows[row][column] = scalar(value)
            except FaultError as error:
                rows[row][column] = error.fault
        return Area(tuple(tuple(row) for row in rows))


def _at(value: Argument, row: int, column: int) -> Argument:
    if not isinstance(value, Area):
        return value
    height, width = value.size
    return value.rows[row if height > 1 else 0][column if width > 1 else 0]


def _apply(operator: str, left: Argument, right: Argument) -> Argument:
    if operator == "neg":
        return -number(left)
    if operator == "%":
        return number(left) / 100
    if operator == "&":
        return as_text(left) + as_text(right)
    if operator in ("=", "<>", "<", ">", "<=", ">="):
        order = compare(left, right)
        return {
            "=": order == 0, "<>": order != 0, "<": order < 0, ">": order > 0, "<=": order <= 0, ">=": order >= 0,
        }[operator]  # fmt: skip
    one, two = number(left), number(right)
    if operator == "+":
        return _settled(one + two, one)
    if operator == "-":
        return _settled(one - two, one)
    if operator == "*":
        return one * two
    if operator == "/":
        if not two:
            raise FaultError("#DIV/0!")
        return one / two
    return power(one, two)


def _settled(result: Decimal, part: Decimal) -> Decimal:
    """A sum that leaves only what rounding left is 0, as in a spreadsheet."""
    return Decimal(0) if result and part and abs(result) < abs(part) * Decimal("1e-15") else result


class Calculator:
    """Value of one formula at a time. `lookup` gives cells, `names` values by name."""

    def __init__(
        self,
        lookup: Lookup | None = None,
        names: dict[str, Scalar] | None = None,
        today: dt.date | None = None,
    ) -> None:
        self._evaluator = Evaluator(Cells(lookup, names), today)

    def value(self, formula: str) -> Scalar:
        """The result of an English formula. Raises NotComputedError, also for a result that is an error."""
        found = self._evaluator.value(formula)
        if isinstance(found, Fault):
            raise NotComputedError(found.code)
        return found
