"""Which function answers to which name. Those that choose what they compute (SI, SIERREUR…) are here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ascom_coach.formulas import dates, finance, lookups, numeric, texts
from ascom_coach.formulas.parsing import Call, Node
from ascom_coach.formulas.values import (
    Area,
    Argument,
    Fault,
    FaultError,
    NotComputedError,
    Value,
    compare,
    scalar,
    serial,
    truth,
    whole,
)

if TYPE_CHECKING:
    from ascom_coach.formulas.computing import Evaluator

Function = Callable[[Sequence[Argument]], Argument]
PLAIN: dict[str, Function] = {
    **numeric.FUNCTIONS, **lookups.FUNCTIONS, **dates.FUNCTIONS, **texts.FUNCTIONS, **finance.FUNCTIONS,
}  # fmt: skip


def call(node: Call, evaluator: Evaluator) -> Argument:
    """The value of a function call. Raises FaultError; NotComputedError for a function that is none of ours."""
    chosen = _CHOOSING.get(node.function)
    if chosen is not None:
        return chosen(node.arguments, evaluator)
    if node.function in ("TODAY", "NOW"):
        if node.function == "NOW":
            raise NotComputedError("NOW")
        return serial(evaluator.today)
    if node.function in ("ROW", "COLUMN") and not node.arguments:
        place = evaluator.at[1 if node.function == "ROW" else 2]
        if not place:
            raise NotComputedError(node.function)
        return Decimal(place)
    if node.function == "SUBTOTAL":
        return _subtotal(node.arguments, evaluator)
    function = PLAIN.get(node.function)
    if function is None:
        raise NotComputedError(node.function)
    arguments = [evaluator.tree(argument) for argument in node.arguments]
    try:
        if node.function in _EACH and any(isinstance(one, Area) and one.size != (1, 1) for one in arguments):
            return _over_cells(function, arguments)
        return function(arguments)
    except (IndexError, OverflowError) as error:
        raise NotComputedError(node.function) from error


def _over_cells(function: Function, arguments: Sequence[Argument]) -> Area:
    """A function of single values over areas, cell by cell: `MOIS(B2:B9)=3`. Raises FaultError when sizes differ."""
    areas = [one for one in arguments if isinstance(one, Area) and one.size != (1, 1)]
    if len({one.size for one in areas}) != 1:
        raise FaultError("#VALUE!")
    rows: list[tuple[Value, ...]] = []
    for row in range(areas[0].size[0]):
        line: list[Value] = []
        for column in range(areas[0].size[1]):
            single = [
                one.rows[row][column] if isinstance(one, Area) and one.size != (1, 1) else one
                for one in arguments
            ]
            try:
                line.append(scalar(function(single)))
            except FaultError as error:
                line.append(error.fault)
        rows.append(tuple(line))
    return Area(tuple(rows))


def known() -> frozenset[str]:
    """The names of all functions computed here."""
    return frozenset({*PLAIN, *_CHOOSING, "TODAY", "SUBTOTAL"})


def _need(arguments: Sequence[Node], least: int) -> None:
    if len(arguments) < least:
        raise NotComputedError("arguments")


def _if(arguments: Sequence[Node], run: Evaluator) -> Argument:
    _need(arguments, 2)
    test = run.tree(arguments[0])
    if isinstance(test, Area) and test.size != (1, 1):
        raise NotComputedError("IF over an area")
    if truth(test):
        return run.tree(arguments[1])
    return run.tree(arguments[2]) if len(arguments) > 2 else False


def _ifs(arguments: Sequence[Node], run: Evaluator) -> Argument:
    _need(arguments, 2)
    for test, result in zip(arguments[::2], arguments[1::2], strict=True):
        if truth(run.tree(test)):
            return run.tree(result)
    raise FaultError("#N/A")


def _switch(arguments: Sequence[Node], run: Evaluator) -> Argument:
    _need(arguments, 3)
    value, rest = run.tree(arguments[0]), arguments[1:]
    for test, result in zip(rest[::2], rest[1::2], strict=False):
        if compare(value, run.tree(test)) == 0:
            return run.tree(result)
    if len(rest) % 2:
        return run.tree(rest[-1])
    raise FaultError("#N/A")


def _choose(arguments: Sequence[Node], run: Evaluator) -> Argument:
    rank = whole(run.tree(arguments[0]))
    if not 1 <= rank < len(arguments):
        raise FaultError("#VALUE!")
    return run.tree(arguments[rank])


def _fault(node: Node, run: Evaluator) -> tuple[Argument, str]:
    """A value and the error that it is, if it is one."""
    try:
        found = run.tree(node)
        scalar(found)
    except FaultError as error:
        return error.fault, error.fault.code
    return found, ""


def _iferror(arguments: Sequence[Node], run: Evaluator) -> Argument:
    _need(arguments, 2)
    found, code = _fault(arguments[0], run)
    return run.tree(arguments[1]) if code else found


def _ifna(arguments: Sequence[Node], run: Evaluator) -> Argument:
    _need(arguments, 2)
    found, code = _fault(arguments[0], run)
    return run.tree(arguments[1]) if code == "#N/A" else found


def _is(test: Callable[[Value, str], bool]) -> Callable[[Sequence[Node], Evaluator], Argument]:
    def function(arguments: Sequence[Node], run: Evaluator) -> Argument:
        _need(arguments, 1)
        found, code = _fault(arguments[0], run)
        return test(None if code else scalar(found), code)

    return function


def _logic(combine: Callable[[list[bool]], bool]) -> Callable[[Sequence[Node], Evaluator], Argument]:
    def function(arguments: Sequence[Node], run: Evaluator) -> Argument:
        _need(arguments, 1)
        tests: list[bool] = []
        for node in arguments:
            value = run.tree(node)
            if isinstance(value, Area):
                for item in value.flat:
                    if isinstance(item, Fault):
                        raise FaultError(item.code)
                    tests += [bool(item)] if isinstance(item, bool | Decimal) else []
            else:
                tests.append(truth(value))
        if not tests:
            raise FaultError("#VALUE!")
        return combine(tests)

    return function


def _not(arguments: Sequence[Node], run: Evaluator) -> Argument:
    return not truth(run.tree(arguments[0]))


def _subtotal(arguments: Sequence[Node], run: Evaluator) -> Argument:
    """SOUS.TOTAL: the other SOUS.TOTAL cells are passed over; hidden rows are out of reach here."""
    _need(arguments, 2)
    name = _SUBTOTALS.get(whole(run.tree(arguments[0])) % 100)
    if name is None:
        raise FaultError("#VALUE!")
    kept: list[Argument] = []
    for node in arguments[1:]:
        area = run.tree(node)
        if not isinstance(area, Area) or not area.top:
            raise NotComputedError("SUBTOTAL")
        kept.append(
            Area(
                tuple(
                    tuple(
                        None
                        if run.source.left_out(area.sheet, area.top + down, area.left + across)
                        else value
                        for across, value in enumerate(row)
                    )
                    for down, row in enumerate(area.rows)
                )
            )
        )
    return PLAIN[name](kept)


_EACH = frozenset(
    {
        "YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND", "WEEKDAY", "WEEKNUM", "ISOWEEKNUM", "LEFT", "RIGHT", "MID",
        "LEN", "UPPER", "LOWER", "TRIM", "ROUND", "ROUNDUP", "ROUNDDOWN", "INT", "TRUNC", "ABS", "MOD", "VALUE", "TEXT",
    }
)  # fmt: skip
_SUBTOTALS = {
    1: "AVERAGE", 2: "COUNT", 3: "COUNTA", 4: "MAX", 5: "MIN", 6: "PRODUCT", 7: "STDEV.S", 8: "STDEV.P", 9: "SUM",
}  # fmt: skip
_CHOOSING: dict[str, Callable[[Sequence[Node], Evaluator], Argument]] = {
    "IF": _if, "IFS": _ifs, "SWITCH": _switch, "CHOOSE": _choose, "IFERROR": _iferror, "IFNA": _ifna,
    "AND": _logic(all), "OR": _logic(any), "XOR": _logic(lambda tests: sum(tests) % 2 == 1), "NOT": _not,
    "TRUE": lambda arguments, run: True, "FALSE": lambda arguments, run: False,
    "NA": lambda arguments, run: Fault("#N/A"),
    "ISERROR": _is(lambda value, code: bool(code)), "ISERR": _is(lambda value, code: bool(code) and code != "#N/A"),
    "ISNA": _is(lambda value, code: code == "#N/A"), "ISBLANK": _is(lambda value, code: not code and value is None),
    "ISNUMBER": _is(lambda value, code: isinstance(value, Decimal)),
    "ISTEXT": _is(lambda value, code: isinstance(value, str)),
    "ISNONTEXT": _is(lambda value, code: not isinstance(value, str)),
    "ISLOGICAL": _is(lambda value, code: isinstance(value, bool)),
}  # fmt: skip
