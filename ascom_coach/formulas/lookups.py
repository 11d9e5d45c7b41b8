"""RECHERCHEV, RECHERCHEX, INDEX, EQUIV and what counts rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise

from ascom_coach.formulas.criteria import wildcard
from ascom_coach.formulas.values import (
    Area,
    Argument,
    Fault,
    FaultError,
    NotComputedError,
    Scalar,
    Value,
    compare,
    number,
    scalar,
    truth,
    whole,
)

Function = Callable[[Sequence[Argument]], Argument]


def _area(argument: Argument) -> Area:
    return argument if isinstance(argument, Area) else Area(((argument,),))


def _kind(value: Value) -> type:
    return type(value)


def _exact(wanted: Scalar, keys: Sequence[Value], *, wild: bool = True) -> int | None:
    """Position (from 0) of the first key that is the one wanted."""
    pattern = wildcard(wanted) if wild and isinstance(wanted, str) else None
    wanted = Decimal(0) if wanted is None else wanted
    for rank, key in enumerate(keys):
        if isinstance(key, Fault) or key is None or _kind(key) is not _kind(wanted):
            continue
        if pattern.fullmatch(str(key)) if pattern else compare(key, wanted) == 0:
            return rank
    return None


def _sorted(keys: Sequence[Value], rising: bool) -> list[tuple[int, Scalar]]:
    """Keys with their position. Raises NotComputedError when they are not sorted: what comes out is then chance."""
    kept: list[tuple[int, Scalar]] = [
        (rank, key) for rank, key in enumerate(keys) if not isinstance(key, Fault) and key is not None
    ]
    for (_, one), (_, two) in pairwise(kept):
        if _kind(one) is _kind(two) and compare(one, two) * (1 if rising else -1) > 0:
            raise NotComputedError("unsorted")
    return kept


def _nearest(wanted: Scalar, keys: Sequence[Value], rising: bool = True) -> int:
    """Position of the last key not beyond the one wanted, in sorted keys."""
    wanted = Decimal(0) if wanted is None else wanted
    best = None
    for rank, key in _sorted(keys, rising):
        if _kind(key) is _kind(wanted) and compare(key, wanted) * (1 if rising else -1) <= 0:
            best = rank
    if best is None:
        raise FaultError("#N/A")
    return best


def _found(wanted: Scalar, keys: Sequence[Value], near: bool) -> int:
    if near:
        return _nearest(wanted, keys)
    rank = _exact(wanted, keys)
    if rank is None:
        raise FaultError("#N/A")
    return rank


def _table(across: bool) -> Function:
    """RECHERCHEV, and RECHERCHEH with `across`."""

    def function(arguments: Sequence[Argument]) -> Argument:
        table, rank = _area(arguments[1]), whole(arguments[2])
        near = truth(arguments[3]) if len(arguments) > 3 else True
        height, width = table.size
        if rank < 1:
            raise FaultError("#VALUE!")
        if rank > (height if across else width):
            raise FaultError("#REF!")
        keys = list(table.rows[0]) if across else [row[0] for row in table.rows]
        place = _found(scalar(arguments[0]), keys, near)
        return table.rows[rank - 1][place] if across else table.rows[place][rank - 1]

    return function


def _match(arguments: Sequence[Argument]) -> Argument:
    keys, wanted = _area(arguments[1]).line, scalar(arguments[0])
    way = whole(arguments[2]) if len(arguments) > 2 else 1
    if not way:
        return Decimal(_found(wanted, keys, False) + 1)
    return Decimal(_nearest(wanted, keys, way > 0) + 1)


def _index(arguments: Sequence[Argument]) -> Argument:
    table = _area(arguments[0])
    height, width = table.size
    row = whole(arguments[1])
    column = whole(arguments[2]) if len(arguments) > 2 else 0
    if len(arguments) == 2:
        row, column = (1, row) if height == 1 and width > 1 else (row, 1)
    if not 0 <= row <= height or not 0 <= column <= width:
        raise FaultError("#REF!")
    rows = table.rows if not row else table.rows[row - 1 : row]
    picked = tuple(line if not column else line[column - 1 : column] for line in rows)
    place = (table.top + max(0, row - 1), table.left + max(0, column - 1)) if table.top else (0, 0)
    return Area(picked, table.sheet, *place)


def _xlookup(arguments: Sequence[Argument]) -> Argument:
    keys, results = _area(arguments[1]), _area(arguments[2])
    rank = _xrank(scalar(arguments[0]), keys.line, arguments[4:])
    if rank is None:
        if len(arguments) > 3 and scalar(arguments[3]) is not None:
            return arguments[3]
        raise FaultError("#N/A")
    if keys.size[0] > 1 or results.size[0] == len(keys.line) > 1:
        return Area(results.rows[rank : rank + 1])
    return Area(tuple(row[rank : rank + 1] for row in results.rows))


def _xmatch(arguments: Sequence[Argument]) -> Argument:
    rank = _xrank(scalar(arguments[0]), _area(arguments[1]).line, arguments[2:])
    if rank is None:
        raise FaultError("#N/A")
    return Decimal(rank + 1)


def _xrank(wanted: Scalar, keys: list[Value], options: Sequence[Argument]) -> int | None:
    """Position of a key for RECHERCHEX: exact, next smaller (-1), next larger (1) or with wildcards (2)."""
    mode = whole(options[0]) if options else 0
    order = whole(options[1]) if len(options) > 1 else 1
    if order not in (0, 1, -1):
        raise NotComputedError("binary search")
    last = len(keys) - 1
    if order == -1:
        keys = keys[::-1]
    rank = _exact(wanted, keys, wild=mode == 2)
    if rank is None and mode in (-1, 1):
        best: Scalar = None
        for place, key in enumerate(keys):
            if isinstance(key, Fault) or _kind(key) is not _kind(wanted):
                continue
            beyond = compare(key, wanted) * mode > 0
            if beyond and (rank is None or compare(key, best) * mode < 0):
                rank, best = place, key
    return rank if rank is None or order != -1 else last - rank


def _lookup(arguments: Sequence[Argument]) -> Argument:
    table = _area(arguments[1])
    keys = table.line if 1 in table.size else [row[0] for row in table.rows]
    results = _area(arguments[2]).line if len(arguments) > 2 else keys
    if len(arguments) == 2 and 1 not in table.size:
        results = [row[-1] for row in table.rows]
    return results[_nearest(scalar(arguments[0]), keys)]


def _place(side: int) -> Function:
    def function(arguments: Sequence[Argument]) -> Argument:
        area = _area(arguments[0])
        if not area.top:
            raise FaultError("#VALUE!")
        return Decimal(area.left if side else area.top)

    return function


def _ask_number(arguments: Sequence[Argument]) -> Argument:
    value = scalar(arguments[0])
    return number(value) if isinstance(value, Decimal | bool) else Decimal(0)


FUNCTIONS: dict[str, Function] = {
    "VLOOKUP": _table(False), "HLOOKUP": _table(True), "MATCH": _match, "INDEX": _index, "XLOOKUP": _xlookup,
    "XMATCH": _xmatch, "LOOKUP": _lookup, "ROW": _place(0), "COLUMN": _place(1),
    "ROWS": lambda a: Decimal(_area(a[0]).size[0]), "COLUMNS": lambda a: Decimal(_area(a[0]).size[1]),
    "N": _ask_number,
}  # fmt: skip
