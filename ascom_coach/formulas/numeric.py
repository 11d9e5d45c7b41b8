"""Sums, counts, means, ranks and roundings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_UP,
    ROUND_UP,
    Decimal,
)
from math import prod

from ascom_coach.formulas.criteria import meets
from ascom_coach.formulas.values import (
    Area,
    Argument,
    Fault,
    FaultError,
    NotComputedError,
    Value,
    flat,
    number,
    numbers,
    scalar,
    snug,
    whole,
)

Function = Callable[[Sequence[Argument]], Argument]


def _sum(arguments: Sequence[Argument]) -> Decimal:
    return sum(numbers(arguments), Decimal(0))


def _mean(items: Sequence[Decimal]) -> Decimal:
    if not items:
        raise FaultError("#DIV/0!")
    return sum(items, Decimal(0)) / len(items)


def _least(pick: Callable[[list[Decimal]], Decimal]) -> Function:
    def function(arguments: Sequence[Argument]) -> Argument:
        items = numbers(arguments)
        return pick(items) if items else Decimal(0)

    return function


def _count(arguments: Sequence[Argument]) -> Argument:
    return Decimal(sum(isinstance(item, Decimal) for item in flat(arguments)))


def _filled(arguments: Sequence[Argument]) -> Argument:
    return Decimal(sum(item is not None for item in flat(arguments)))


def _blank(arguments: Sequence[Argument]) -> Argument:
    return Decimal(sum(item in (None, "") for item in flat(arguments)))


def _area(argument: Argument) -> Area:
    if isinstance(argument, Area):
        return argument
    raise NotComputedError("an area is meant")


def _chosen(pairs: Sequence[Argument], valued: Area | None = None) -> list[Value]:
    """The values whose row meets every (area, criterion) pair. Raises FaultError for areas of different sizes."""
    if len(pairs) < 2 or len(pairs) % 2:
        raise NotComputedError("pairs")
    areas = [_area(item) for item in pairs[::2]]
    tests = [meets(scalar(item)) for item in pairs[1::2]]
    valued = valued or areas[0]
    if any(area.size != valued.size for area in areas):
        raise FaultError("#VALUE!")
    columns = [list(area.flat) for area in areas]
    return [
        value
        for rank, value in enumerate(valued.flat)
        if all(test(column[rank]) for test, column in zip(tests, columns, strict=True))
    ]


def _simple(arguments: Sequence[Argument]) -> list[Value]:
    """SOMME.SI and MOYENNE.SI: the summed area starts at its first cell and takes the shape of the tested one."""
    tested = _area(arguments[0])
    valued = _area(arguments[2]) if len(arguments) > 2 else tested
    if valued.size != tested.size:
        raise NotComputedError("areas of different sizes")
    return _chosen(arguments[:2], valued)


def _ens(reduce: Callable[[list[Decimal]], Decimal]) -> Function:
    def function(arguments: Sequence[Argument]) -> Argument:
        return reduce(_decimals(_chosen(arguments[1:], _area(arguments[0]))))

    return function


def _decimals(items: Sequence[Value]) -> list[Decimal]:
    for item in items:
        if isinstance(item, Fault):
            raise FaultError(item.code)
    return [item for item in items if isinstance(item, Decimal)]


def _total(items: Sequence[Decimal]) -> Decimal:
    return sum(items, Decimal(0))


def _products(arguments: Sequence[Argument]) -> Argument:
    areas = [item if isinstance(item, Area) else Area(((item,),)) for item in arguments]
    if len({area.size for area in areas}) != 1:
        raise FaultError("#VALUE!")
    total = Decimal(0)
    for row in zip(*(area.flat for area in areas), strict=True):
        factors = [item if isinstance(item, Decimal) else Decimal(0) for item in row]
        for item in row:
            if isinstance(item, Fault):
                raise FaultError(item.code)
        if len(areas) == 1 and isinstance(row[0], bool) and not areas[0].top:
            factors = [Decimal(0)]
        total += prod(factors, start=Decimal(1))
    return total


def _ranked(arguments: Sequence[Argument], largest: bool) -> Argument:
    items = sorted(numbers(arguments[:1]), reverse=largest)
    rank = whole(arguments[1])
    if not 1 <= rank <= len(items):
        raise FaultError("#NUM!")
    return items[rank - 1]


def _rank(arguments: Sequence[Argument]) -> Argument:
    value, items = snug(number(arguments[0])), [snug(item) for item in numbers(arguments[1:2])]
    rising = len(arguments) > 2 and bool(number(arguments[2]))
    if value not in items:
        raise FaultError("#N/A")
    return Decimal(1 + sum(item < value if rising else item > value for item in items))


def _median(items: list[Decimal]) -> Decimal:
    return _quantile(items, Decimal("0.5"))


def _quantile(items: list[Decimal], share: Decimal) -> Decimal:
    if not items or not 0 <= share <= 1:
        raise FaultError("#NUM!")
    items = sorted(items)
    place = share * (len(items) - 1)
    low = int(place)
    high = min(low + 1, len(items) - 1)
    return items[low] + (items[high] - items[low]) * (place - low)


def _mode(items: list[Decimal]) -> Decimal:
    counts = {item: items.count(item) for item in items}
    most = max(counts.values(), default=0)
    if most < 2:
        raise FaultError("#N/A")
    return min(item for item, count in counts.items() if count == most)


def _spread(population: bool, root: bool) -> Function:
    def function(arguments: Sequence[Argument]) -> Argument:
        items = numbers(arguments)
        below = len(items) if population else len(items) - 1
        if below < 1:
            raise FaultError("#DIV/0!")
        mean = _mean(items)
        value = sum(((item - mean) ** 2 for item in items), Decimal(0)) / below
        return value.sqrt() if root else value

    return function


def rounded(value: Decimal, places: int, way: str) -> Decimal:
    """To `places` decimals (negative: tens), read on 15 significant digits first, as a spreadsheet does."""
    if abs(places) > 25:
        raise NotComputedError("places")
    step = Decimal(1).scaleb(-places)
    value = snug(value)
    if places >= 0:
        return value if value == value.quantize(step, way) else value.quantize(step, way)
    return (value / step).quantize(Decimal(1), way) * step


def _rounding(way: str, places: int | None = None) -> Function:
    def function(arguments: Sequence[Argument]) -> Argument:
        wanted = whole(arguments[1]) if len(arguments) > 1 else (places or 0)
        return rounded(number(arguments[0]), wanted, way)

    return function


def _multiple(way: str) -> Function:
    """PLAFOND, PLANCHER, ARRONDI.AU.MULTIPLE."""

    def function(arguments: Sequence[Argument]) -> Argument:
        value = number(arguments[0])
        step = number(arguments[1]) if len(arguments) > 1 else Decimal(1)
        if not step or not value:
            return Decimal(0)
        if (value > 0) != (step > 0) and (value > 0 or way == ROUND_HALF_UP):
            raise FaultError("#NUM!")
        return snug(value / step).quantize(Decimal(1), way) * step

    return function


def _modulo(arguments: Sequence[Argument]) -> Argument:
    value, by = number(arguments[0]), number(arguments[1])
    if not by:
        raise FaultError("#DIV/0!")
    return value - by * snug(value / by).to_integral_value(ROUND_FLOOR)


def _quotient(arguments: Sequence[Argument]) -> Argument:
    value, by = number(arguments[0]), number(arguments[1])
    if not by:
        raise FaultError("#DIV/0!")
    return snug(value / by).to_integral_value(ROUND_DOWN)


def _root(arguments: Sequence[Argument]) -> Argument:
    value = number(arguments[0])
    if value < 0:
        raise FaultError("#NUM!")
    return value.sqrt()


def power(base: Decimal, exponent: Decimal) -> Decimal:
    """`base` to the `exponent`. Raises FaultError where it has no value, NotComputedError when it is out of reach."""
    if not base and exponent <= 0:
        raise FaultError("#NUM!" if not exponent else "#DIV/0!")
    if base < 0 and exponent != exponent.to_integral_value():
        raise FaultError("#NUM!")
    if abs(exponent) > 2_000 or (base and abs(base.adjusted() * exponent) > 300):
        raise NotComputedError("power")
    return base**exponent


def _power(arguments: Sequence[Argument]) -> Argument:
    return power(number(arguments[0]), number(arguments[1]))


def _parity(odd: bool) -> Function:
    def function(arguments: Sequence[Argument]) -> Argument:
        value = snug(number(arguments[0]))
        size = int(abs(value).to_integral_value(ROUND_CEILING))
        size += (size % 2 == 0) if odd else size % 2
        return Decimal(size if value >= 0 else -size)

    return function


def _log(arguments: Sequence[Argument]) -> Argument:
    value = number(arguments[0])
    if value <= 0:
        raise FaultError("#NUM!")
    return value.log10() / (number(arguments[1]).log10() if len(arguments) > 1 else Decimal(1))


def _ln(arguments: Sequence[Argument]) -> Argument:
    value = number(arguments[0])
    if value <= 0:
        raise FaultError("#NUM!")
    return value.ln()


FUNCTIONS: dict[str, Function] = {
    "SUM": _sum, "AVERAGE": lambda a: _mean(numbers(a)), "MIN": _least(min), "MAX": _least(max),
    "PRODUCT": _least(lambda items: prod(items, start=Decimal(1))),
    "COUNT": _count, "COUNTA": _filled, "COUNTBLANK": _blank,
    "COUNTIF": lambda a: Decimal(len(_chosen(a[:2]))), "COUNTIFS": lambda a: Decimal(len(_chosen(a))),
    "SUMIF": lambda a: _total(_decimals(_simple(a))), "AVERAGEIF": lambda a: _mean(_decimals(_simple(a))),
    "SUMIFS": _ens(_total), "AVERAGEIFS": _ens(_mean),
    "MINIFS": _ens(lambda items: min(items, default=Decimal(0))),
    "MAXIFS": _ens(lambda items: max(items, default=Decimal(0))),
    "SUMPRODUCT": _products, "LARGE": lambda a: _ranked(a, True), "SMALL": lambda a: _ranked(a, False),
    "RANK": _rank, "RANK.EQ": _rank, "MEDIAN": lambda a: _median(numbers(a)), "MODE": lambda a: _mode(numbers(a)),
    "MODE.SNGL": lambda a: _mode(numbers(a)),
    "PERCENTILE": lambda a: _quantile(numbers(a[:1]), number(a[1])),
    "PERCENTILE.INC": lambda a: _quantile(numbers(a[:1]), number(a[1])),
    "QUARTILE": lambda a: _quantile(numbers(a[:1]), Decimal(whole(a[1])) / 4),
    "QUARTILE.INC": lambda a: _quantile(numbers(a[:1]), Decimal(whole(a[1])) / 4),
    "STDEV": _spread(False, True), "STDEV.S": _spread(False, True), "STDEV.P": _spread(True, True),
    "STDEVP": _spread(True, True), "VAR": _spread(False, False), "VAR.S": _spread(False, False),
    "VAR.P": _spread(True, False), "VARP": _spread(True, False),
    "ROUND": _rounding(ROUND_HALF_UP), "ROUNDUP": _rounding(ROUND_UP), "ROUNDDOWN": _rounding(ROUND_DOWN),
    "TRUNC": _rounding(ROUND_DOWN), "INT": lambda a: snug(number(a[0])).to_integral_value(ROUND_FLOOR),
    "CEILING": _multiple(ROUND_CEILING), "FLOOR": _multiple(ROUND_FLOOR), "MROUND": _multiple(ROUND_HALF_UP),
    "EVEN": _parity(False), "ODD": _parity(True), "ABS": lambda a: abs(number(a[0])),
    "SIGN": lambda a: Decimal((number(a[0]) > 0) - (number(a[0]) < 0)),
    "MOD": _modulo, "QUOTIENT": _quotient, "SQRT": _root, "POWER": _power,
    "EXP": lambda a: number(a[0]).exp(), "LN": _ln, "LOG10": _log, "LOG": _log,
    "PI": lambda a: Decimal("3.14159265358979"),
    "ISEVEN": lambda a: whole(a[0]) % 2 == 0, "ISODD": lambda a: whole(a[0]) % 2 == 1,
}  # fmt: skip
