# ruff: noqa: E501 -- a pattern stays on one line
"""Check of the rows of a table whose last number is made of the others: how, is read from most of its rows.

« Prix HT + TVA = TTC », « livré − commandé = écart », « quantité × prix = montant », « stock + entrées − sorties ».
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from ascom_coach.documents import Cell
from ascom_coach.review.generic.draft import MANY_CELLS, Draft, Hit, good, wrong
from ascom_coach.review.generic.totals import shape_of
from ascom_coach.review.workbooks.cells import amount, at
from ascom_coach.review.workbooks.grid import Grid

_CENT = Decimal("0.011")
_MADE = re.compile(
    r"(?:ecart|difference|total|montant|ttc|prix ttc|solde|reste|stock (?:final|restant|reel)|valeur|resultat|benefice|marge|cumul|retard|delai|duree|nombre de jours|jours de retard)s?(?!\w).*"
)
"""Headings that say by themselves that the number is made of others."""
_ROWS, _COLUMNS = 3, 9
_FIRST = 6
"""Rows after which a rule that none of them follows is given up."""
_AGREE = 2
"""Rows that must agree, other than by chance; one is enough when the heading says that the number is made."""

Numbers = Sequence[Decimal]


@dataclass(frozen=True, slots=True)
class _Rule:
    """How a number is made of those of some columns, and whether a row may agree by chance."""

    columns: tuple[int, ...]
    made: Callable[[Numbers], Decimal]
    product: bool = False

    def by_chance(self, numbers: Numbers) -> bool:
        """Whether nothing is learnt from a row: a zero, a factor of one."""
        return any(one == 0 or (self.product and one == 1) for one in numbers)


def computed_rows(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """No row is computed otherwise than most rows of its table."""
    looked: Cell | None = None
    if len(draft.view.blocks) > MANY_CELLS:
        return
    for grid in draft.grids:
        numbers = _numbers(grid)
        for column in sorted(numbers):
            readings = _odd_rows(grid, numbers, column)
            odd = [rank for rank in max(readings, default=()) if not _copied(grid, column, rank)]
            if odd:
                message = "Sur cette ligne, ce nombre n’est pas calculé comme sur les autres."
                if len(readings) > 1:  # two rules fit as well: nobody can tell which row is the odd one
                    message = "Dans cette colonne, les lignes ne sont pas toutes calculées de la même façon."
                cell = grid.rows[odd[0]][column]
                yield wrong(message, at(cell), "Refaites le calcul de cette colonne.", mark=f".{column}")
                return
            looked = looked or (grid.rows[0].get(column) if readings else None)
    if looked is not None:
        yield good("Les lignes sont toutes calculées de la même façon.", at(looked))


def _copied(grid: Grid, column: int, rank: int) -> bool:
    """Whether a cell holds the formula of the others: then it is computed as they are."""
    shapes = [shape_of(row[column]) for row in grid.rows if column in row]
    own = shape_of(grid.rows[rank][column])
    return bool(own) and 2 * shapes.count(own) > len(shapes)


def _numbers(grid: Grid) -> dict[int, list[Decimal | None]]:
    """The columns of numbers, a value or None for each row; shares in percent are no amounts."""
    found: dict[int, list[Decimal | None]] = {}
    for column in sorted(grid.columns.values())[:_COLUMNS]:
        values = [_number(row.get(column)) for row in grid.rows]
        if not any(one is not None for one in values):
            values = [_ordinal(row.get(column)) for row in grid.rows]
        if sum(one is not None for one in values) >= _ROWS:
            found[column] = values
    return found


def _number(cell: Cell | None) -> Decimal | None:
    return None if cell is None or "%" in cell.number_format or "%" in cell.text else amount(cell)


def _ordinal(cell: Cell | None) -> Decimal | None:
    """A day as a number: two of them give the days between."""
    value = cell.value if cell is not None else None
    return Decimal(value.toordinal()) if isinstance(value, dt.date) else None


def _odd_rows(grid: Grid, numbers: dict[int, list[Decimal | None]], column: int) -> set[tuple[int, ...]]:
    """The rows of a column that are not made as most of its rows are, for each rule that fits best; empty without a rule."""
    name = next(name for name, number in grid.columns.items() if number == column)
    needed = 1 if _MADE.fullmatch(name) else _AGREE
    fitting: set[tuple[int, ...]] = set()
    for rule in _rules([one for one in numbers if one < column]):
        odd: list[int] = []
        agreed = seen = 0
        for rank, result in enumerate(numbers[column]):
            parts = [value for one in rule.columns if (value := numbers[one][rank]) is not None]
            if result is None or len(parts) < len(rule.columns):
                continue
            seen += 1
            if seen > _FIRST and not agreed and len(odd) == seen - 1:
                break  # none of the first rows is made so: no need to read on
            made = rule.made(parts)
            if abs(made - result) <= _CENT:
                agreed += not rule.by_chance([*parts, result])
            elif not made < 0 == result:  # « 0 » where nothing is to order, nothing left
                odd.append(rank)
        if agreed >= needed and seen >= _ROWS and 3 * len(odd) <= seen:
            fitting.add(tuple(odd))
    fewest = min(map(len, fitting), default=0)
    return {odd for odd in fitting if len(odd) == fewest}


def _rules(left: list[int]) -> Iterator[_Rule]:
    """What may make a number of those at its left: a difference, a product, a sum of neighbours, what is left in stock."""
    for one, two in permutations(left, 2):
        yield _Rule((one, two), lambda n: n[0] - n[1])
        if one < two:
            yield _Rule((one, two), lambda n: n[0] * n[1], product=True)
    for start in range(len(left) - 1):
        yield _Rule(tuple(left[start:]), lambda n: sum(n, Decimal(0)))
    for one, two, three in zip(left, left[1:], left[2:], strict=False):
        yield _Rule((one, two, three), lambda n: n[0] + n[1] - n[2])
        yield _Rule((one, two, three), lambda n: n[0] - n[1] - n[2])
