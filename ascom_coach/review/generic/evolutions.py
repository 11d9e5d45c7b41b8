"""Check of a column of percentages made of the two columns at its left, a growth or a share: as most rows have it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from ascom_coach.documents import Cell
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.workbooks.cells import amount, at
from ascom_coach.review.workbooks.grid import Grid

_HEAD = re.compile(
    r"(?:taux d'|% d')?(?:evolution|variation|progression|croissance)s?(?: .*)?|(?:evol|var)\.?(?: .*)?"
)
_RATE = re.compile(r"(?:taux|part|%|pourcentage)s?(?: (?:de |d'|des |du )?.*)?")
_ROUND = Decimal("0.0051")
"""Half a point, since a share is often shown without decimals."""
Way = Callable[[Decimal, Decimal], Decimal]
_GROWTHS: tuple[Way, ...] = (lambda one, two: (two - one) / one, lambda one, two: (one - two) / two)
_RATES: tuple[Way, ...] = (lambda one, two: two / one, lambda one, two: one / two)
_AGREE = 2
"""Rows that agree on how a share is computed, before another one may be told."""


def growths(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A share, or one of growth, is that of its two numbers, sign included, as its column computes it."""
    looked: Cell | None = None
    for grid in draft.grids:
        for name, number in grid.columns.items():
            growth, rate = bool(_HEAD.fullmatch(name)), bool(_RATE.fullmatch(name))
            computed, odd = (
                _read(grid, number, _GROWTHS if growth else _RATES) if growth or rate else ([], [])
            )
            if odd:
                message = "Ce pourcentage n’est pas celui des deux nombres de la ligne."
                hint = "Le nombre a-t-il monté ou baissé, et de combien ?"
                yield wrong(message, at(odd[0]), hint, mark=".part")
                return
            looked = looked or next(iter(computed), None)
    if looked is not None:
        yield good("Les pourcentages sont ceux des nombres du tableau.", at(looked))


def _read(grid: Grid, number: int, ways: Sequence[Way]) -> tuple[list[Cell], list[Cell]]:
    """The shares of a column that are made of the two numbers at their left as most are, and those that are not.

    Both are empty when no way to compute them is that of most rows.
    """
    before = sorted(one for one in grid.columns.values() if one < number)[-2:]
    read = [
        (row[number], share, first, last)
        for row in (*grid.rows, *grid.totals)
        if len(before) == 2
        and (share := _share(row.get(number))) is not None
        and (first := amount(row.get(before[0]))) is not None
        and (last := amount(row.get(before[1]))) is not None
        and first > 0 < last
    ]
    for way in ways:
        apart = [abs(share - way(first, last)) > _ROUND for _, share, first, last in read]
        computed = [cell for (cell, *_), far in zip(read, apart, strict=True) if not far]
        odd = [cell for (cell, *_), far in zip(read, apart, strict=True) if far]
        if len(computed) >= max(_AGREE, 2 * len(odd)):
            return computed, odd
    return [], []


def _share(cell: Cell | None) -> Decimal | None:
    """The share that a cell shows, « 10 % » typed or a number in percent."""
    if cell is None:
        return None
    if "%" in cell.number_format or "%" in cell.text:
        return amount(cell)
    return None
