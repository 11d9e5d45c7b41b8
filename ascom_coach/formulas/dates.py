"""Days and hours as a spreadsheet counts them: whole days since 30 December 1899, hours as their fraction."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from ascom_coach.formulas.values import (
    Area,
    Argument,
    Fault,
    FaultError,
    NotComputedError,
    day_of,
    number,
    number_in,
    scalar,
    serial,
    whole,
)

Function = Callable[[Sequence[Argument]], Argument]
_SECONDS = 86_400


def _day(pick: Callable[[dt.date], int]) -> Function:
    return lambda arguments: Decimal(pick(day_of(arguments[0])))


def _date(arguments: Sequence[Argument]) -> Argument:
    year, month, day = (whole(item) for item in arguments[:3])
    if 0 <= year < 1900:
        year += 1900
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1900 <= year <= 9999 or abs(day) > 100_000:
        raise FaultError("#NUM!")
    return serial(dt.date(year, month, 1)) + day - 1


def _clock(value: Argument) -> int:
    """Seconds since midnight."""
    share = number(value) % 1
    return int((share * _SECONDS).quantize(Decimal(1), ROUND_HALF_UP)) % _SECONDS


def _time(arguments: Sequence[Argument]) -> Argument:
    hours, minutes, seconds = (whole(item) for item in arguments[:3])
    total = hours * 3600 + minutes * 60 + seconds
    if total < 0:
        raise FaultError("#NUM!")
    return Decimal(total % _SECONDS) / _SECONDS


def _weekday(arguments: Sequence[Argument]) -> Argument:
    day, kind = day_of(arguments[0]).weekday(), whole(arguments[1]) if len(arguments) > 1 else 1
    if kind == 3:
        return Decimal(day)
    first = {1: 6, 2: 0, 11: 0, 12: 1, 13: 2, 14: 3, 15: 4, 16: 5, 17: 6}.get(kind)
    if first is None:
        raise FaultError("#NUM!")
    return Decimal((day - first) % 7 + 1)


def _week(arguments: Sequence[Argument]) -> Argument:
    day, kind = day_of(arguments[0]), whole(arguments[1]) if len(arguments) > 1 else 1
    if kind == 21:
        return Decimal(day.isocalendar().week)
    if kind not in (1, 2):
        raise NotComputedError("WEEKNUM")
    first = dt.date(day.year, 1, 1)
    start = (first.weekday() + (1 if kind == 1 else 0)) % 7
    return Decimal(((day - first).days + start) // 7 + 1)


def _moved(day: dt.date, months: int) -> dt.date:
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not 1900 <= year <= 9999:
        raise FaultError("#NUM!")
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _edate(arguments: Sequence[Argument]) -> Argument:
    return serial(_moved(day_of(arguments[0]), whole(arguments[1])))


def _eomonth(arguments: Sequence[Argument]) -> Argument:
    day = _moved(day_of(arguments[0]).replace(day=1), whole(arguments[1]))
    return serial(day.replace(day=calendar.monthrange(day.year, day.month)[1]))


def _datedif(arguments: Sequence[Argument]) -> Argument:
    first, last, unit = day_of(arguments[0]), day_of(arguments[1]), str(scalar(arguments[2])).lower()
    if first > last:
        raise FaultError("#NUM!")
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    if unit == "d":
        return Decimal((last - first).days)
    if unit in ("m", "y", "ym"):
        return Decimal({"m": months, "y": months // 12, "ym": months % 12}[unit])
    raise NotComputedError("DATEDIF")


def _days360(arguments: Sequence[Argument]) -> Argument:
    first, last = day_of(arguments[0]), day_of(arguments[1])
    if len(arguments) > 2 and number(arguments[2]):
        one, two = min(first.day, 30), min(last.day, 30)
        return Decimal((last.year - first.year) * 360 + (last.month - first.month) * 30 + two - one)
    raise NotComputedError("DAYS360")


def _holidays(arguments: Sequence[Argument], at: int) -> set[dt.date]:
    if len(arguments) <= at:
        return set()
    item = arguments[at]
    values = list(item.flat) if isinstance(item, Area) else [item]
    for value in values:
        if isinstance(value, Fault):
            raise FaultError(value.code)
    return {day_of(value) for value in values if value is not None and value != ""}


def _networkdays(arguments: Sequence[Argument]) -> Argument:
    first, last, off = day_of(arguments[0]), day_of(arguments[1]), _holidays(arguments, 2)
    sign = 1 if first <= last else -1
    first, last = min(first, last), max(first, last)
    if (last - first).days > 100_000:
        raise NotComputedError("NETWORKDAYS")
    span = (first + dt.timedelta(days=step) for step in range((last - first).days + 1))
    return Decimal(sign * sum(day.weekday() < 5 and day not in off for day in span))


def _workday(arguments: Sequence[Argument]) -> Argument:
    day, left, off = day_of(arguments[0]), whole(arguments[1]), _holidays(arguments, 2)
    if abs(left) > 50_000:
        raise NotComputedError("WORKDAY")
    step = 1 if left > 0 else -1
    while left:
        day += dt.timedelta(days=step)
        if day.weekday() < 5 and day not in off:
            left -= step
    return serial(day)


def _datevalue(arguments: Sequence[Argument]) -> Argument:
    text = scalar(arguments[0])
    value = number_in(text) if isinstance(text, str) and ("/" in text or "-" in text) else None
    if value is None:
        raise FaultError("#VALUE!")
    return value


def _timevalue(arguments: Sequence[Argument]) -> Argument:
    parts = str(scalar(arguments[0])).strip().split(":")
    if len(parts) not in (2, 3) or not all(part.isdecimal() for part in parts):
        raise FaultError("#VALUE!")
    hours, minutes, seconds = (int(part) for part in (*parts, "0")[:3])
    return Decimal(hours * 3600 + minutes * 60 + seconds) % _SECONDS / _SECONDS


FUNCTIONS: dict[str, Function] = {
    "YEAR": _day(lambda day: day.year), "MONTH": _day(lambda day: day.month), "DAY": _day(lambda day: day.day),
    "HOUR": lambda a: Decimal(_clock(a[0]) // 3600), "MINUTE": lambda a: Decimal(_clock(a[0]) // 60 % 60),
    "SECOND": lambda a: Decimal(_clock(a[0]) % 60), "DATE": _date, "TIME": _time, "WEEKDAY": _weekday,
    "WEEKNUM": _week, "ISOWEEKNUM": _day(lambda day: day.isocalendar().week), "EDATE": _edate,
    "EOMONTH": _eomonth, "DATEDIF": _datedif, "DAYS360": _days360, "NETWORKDAYS": _networkdays,
    "DAYS": lambda a: Decimal((day_of(a[0]) - day_of(a[1])).days), "WORKDAY": _workday,
    "DATEVALUE": _datevalue, "TIMEVALUE": _timevalue,
}  # fmt: skip
