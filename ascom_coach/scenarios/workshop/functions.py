"""The spreadsheet functions that a small firm's workbook uses."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal

from ascom_coach.scenarios.workshop.formula import Grid, NotComputedError, Scalar, as_text, number

Argument = Scalar | Grid


def call(name: str, arguments: Sequence[Argument]) -> Scalar:
    """The value of a function. Raises NotComputedError when it is not one of ours or does not apply."""
    try:
        return _call(name, arguments)
    except (IndexError, OverflowError) as error:
        raise NotComputedError(name) from error


def _flat(arguments: Sequence[Argument]) -> Iterator[Scalar]:
    for argument in arguments:
        if isinstance(argument, list):
            for row in argument:
                yield from row
        else:
            yield argument


def _numbers(arguments: Sequence[Argument]) -> list[Decimal]:
    return [item for item in _flat(arguments) if isinstance(item, Decimal)]


def _one(argument: Argument) -> Scalar:
    if isinstance(argument, list):
        raise NotComputedError("range")
    return argument


def _call(name: str, arguments: Sequence[Argument]) -> Scalar:
    if name in _OVER_NUMBERS:
        return _over_numbers(name, _numbers(arguments))
    if name in ("COUNTA", "COUNTBLANK"):
        filled = [item not in (None, "") for item in _flat(arguments)]
        return Decimal(sum(filled) if name == "COUNTA" else len(filled) - sum(filled))
    if name == "COUNTIF":
        return Decimal(sum(_meets(item, _one(arguments[1])) for item in _flat(arguments[:1])))
    if name == "SUMIF":
        tested, summed = (
            list(_flat(arguments[:1])),
            list(_flat(arguments[-1:] if len(arguments) > 2 else arguments[:1])),
        )
        wanted = _one(arguments[1])
        return sum(
            (
                item
                for test, item in zip(tested, summed, strict=False)
                if _meets(test, wanted) and isinstance(item, Decimal)
            ),
            Decimal(0),
        )
    if name in ("VLOOKUP", "MATCH", "INDEX"):
        return _search(name, arguments)
    return _over_scalars(name, [_one(item) for item in arguments])


_OVER_NUMBERS = ("SUM", "AVERAGE", "MIN", "MAX", "COUNT", "PRODUCT")


def _over_numbers(name: str, items: list[Decimal]) -> Scalar:
    if name == "COUNT":
        return Decimal(len(items))
    if name == "SUM":
        return sum(items, Decimal(0))
    if not items:
        if name == "AVERAGE":
            raise NotComputedError(name)
        return Decimal(0)
    if name == "AVERAGE":
        return sum(items, Decimal(0)) / len(items)
    if name == "PRODUCT":
        product = Decimal(1)
        for item in items:
            product *= item
        return product
    return min(items) if name == "MIN" else max(items)


def _over_scalars(name: str, items: list[Scalar]) -> Scalar:
    if name == "IF":
        return items[1] if number(items[0]) else (items[2] if len(items) > 2 else False)
    if name == "IFERROR":
        return items[0]
    if name in ("AND", "OR"):
        tests = [bool(number(item)) for item in items]
        return all(tests) if name == "AND" else any(tests)
    if name == "NOT":
        return not number(items[0])
    if name == "ROUND":
        step = Decimal(1).scaleb(-int(number(items[1])))
        return number(items[0]).quantize(step, ROUND_HALF_UP)
    if name == "ABS":
        return abs(number(items[0]))
    if name == "INT":
        return number(items[0]).to_integral_value(ROUND_FLOOR)
    if name == "CONCATENATE":
        return "".join(as_text(item) for item in items)
    if name in ("YEAR", "MONTH", "DAY"):
        day = dt.date(1899, 12, 30) + dt.timedelta(days=int(number(items[0])))
        return Decimal({"YEAR": day.year, "MONTH": day.month, "DAY": day.day}[name])
    raise NotComputedError(name)


def _search(name: str, arguments: Sequence[Argument]) -> Scalar:
    if name == "INDEX":
        grid = arguments[0]
        if not isinstance(grid, list):
            raise NotComputedError(name)
        row = int(number(_one(arguments[1])))
        column = int(number(_one(arguments[2]))) if len(arguments) > 2 else 1
        if len(grid) == 1 and len(arguments) == 2:
            row, column = 1, row
        return grid[row - 1][column - 1]
    wanted, exact = _one(arguments[0]), len(arguments) > (3 if name == "VLOOKUP" else 2)
    exact = exact and not number(_one(arguments[-1]))
    if not exact:
        raise NotComputedError(name)
    grid = arguments[1]
    if not isinstance(grid, list):
        raise NotComputedError(name)
    keys = list(_flat([grid])) if name == "MATCH" else [row[0] for row in grid]
    for position, key in enumerate(keys):
        if key is not None and as_text(key).casefold() == as_text(wanted).casefold():
            return (
                Decimal(position + 1)
                if name == "MATCH"
                else grid[position][int(number(_one(arguments[2]))) - 1]
            )
    raise NotComputedError(name)


def _meets(item: Scalar, wanted: Scalar) -> bool:
    if not isinstance(wanted, str):
        return isinstance(item, Decimal) and item == number(wanted) if wanted is not None else item is None
    for operator in ("<=", ">=", "<>", "<", ">", "="):
        if wanted.startswith(operator):
            rest = wanted[len(operator) :]
            try:
                limit = number(rest)
            except NotComputedError:
                same = as_text(item).casefold() == rest.casefold()
                return same if operator == "=" else not same if operator == "<>" else False
            if not isinstance(item, Decimal):
                return operator == "<>"
            return {
                "<=": item <= limit, ">=": item >= limit, "<>": item != limit, "<": item < limit,
                ">": item > limit, "=": item == limit,
            }[operator]  # fmt: skip
    return as_text(item).casefold() == wanted.casefold()
