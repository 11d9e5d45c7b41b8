"""Check of a column of « oui » and « non » that a limit decides: each row as most rows have it.

« À commander » is « oui » where the stock is under its minimum, « dépassement » where the expense is over its budget.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import permutations

from ascom_coach.documents import Cell
from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.workbooks.cells import amount, at
from ascom_coach.review.workbooks.grid import Grid

_LIMIT = re.compile(
    r".*(?<!\w)(?:seuils?|minis?|minimums?|mini?|maxis?|maximums?|limites?|plafonds?|alertes?|budgets?|objectifs?|capacites?|"
    r"autorisee?s?|prevue?s?|commandee?s?|attendue?s?)(?!\w).*"
)
"""Headings of the number that another one is compared with."""
_FLAGS = frozenset(
    [
        "oui",
        "non",
        "ok",
        "x",
        "alerte",
        "a commander",
        "rupture",
        "depasse",
        "atteint",
        "non atteint",
        "complet",
        "",
    ]
)
_ROWS = 4
"""Rows from which a rule is read; one row in as many may be the odd one."""
Rule = Callable[[Decimal, Decimal], bool]


def flags(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """No row says « oui » where its two numbers say « non »."""
    looked: Cell | None = None
    for grid in draft.grids:
        for column in grid.columns.values():
            odd, read = _odd(grid, column)
            if odd is not None:
                message = "Sur cette ligne, la réponse ne suit pas les deux nombres comme sur les autres."
                yield wrong(message, at(odd), "Comparez les deux nombres de la ligne.", mark=f".{column}")
                return
            looked = looked or read
    if looked is not None:
        yield good("Les « oui » et les « non » suivent les nombres du tableau.", at(looked))


def _odd(grid: Grid, column: int) -> tuple[Cell | None, Cell | None]:
    """(the cell that breaks the rule of its column, a cell that follows it); both None where no rule is found."""
    cells = [(row, row[column]) for row in grid.rows if column in row]
    said = {plain(cell.text).strip() for _, cell in cells}
    if len(said) != 2 or not said <= _FLAGS:
        return None, None
    limits = [number for name, number in grid.columns.items() if _LIMIT.fullmatch(name) and number != column]
    best: list[Cell] | None = None
    for number, limit in permutations(grid.columns.values(), 2):
        if limit not in limits or column in (number, limit) or abs(number - limit) != 1:
            continue  # a limit stands beside what it limits
        for rule in (operator.lt, operator.le):
            wrongs = _breaking(cells, said, number, limit, rule)
            if wrongs is not None and (best is None or len(wrongs) < len(best)):
                best = wrongs
    if best is None:
        return None, None
    return (best[0], None) if best else (None, cells[0][1])


def _breaking(
    cells: list[tuple[dict[int, Cell], Cell]], said: set[str], number: int, limit: int, rule: Rule
) -> list[Cell] | None:
    """The cells that a rule does not explain, whichever word says « under »; None when it explains too few."""
    read = [
        (cell, rule(one, two))
        for row, cell in cells
        if (one := amount(row.get(number))) is not None and (two := amount(row.get(limit))) is not None
    ]
    if len(read) < _ROWS or len({under for _, under in read}) < 2:
        return None
    word = next(iter(sorted(said)))
    ways = [
        [cell for cell, under in read if (plain(cell.text).strip() == word) is not (under is way)]
        for way in (True, False)
    ]
    fewest = min(ways, key=len)
    return fewest if _ROWS * len(fewest) <= len(read) else None
