"""What a formula computes with: numbers, texts, truth values, nothing, errors, and areas of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, DecimalException

DIGITS = 15
"""A spreadsheet keeps 15 significant digits: 4.000…0008 is 4."""
EPOCH = dt.date(1899, 12, 30)
_FRENCH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_PLAIN = re.compile(r"[-+]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d+)?")


@dataclass(frozen=True, slots=True)
class Fault:
    """An error that a cell shows: `#N/A`, `#DIV/0!`, `#VALUE!`, `#REF!`, `#NAME?`, `#NUM!`."""

    code: str


Scalar = Decimal | str | bool | None
Value = Decimal | str | bool | Fault | None


class NotComputedError(Exception):
    """The formula uses something that is not computed here, or its result is an error."""


class FaultError(NotComputedError):
    """The formula is understood, and what it shows is an error."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.fault = Fault(code)


@dataclass(frozen=True, slots=True)
class Area:
    """Values in rows. An area of a sheet knows its first cell (from 1); a computed one has `top` 0."""

    rows: tuple[tuple[Value, ...], ...]
    sheet: str = ""
    top: int = 0
    left: int = 0

    @property
    def flat(self) -> Iterator[Value]:
        """All values, row by row."""
        for row in self.rows:
            yield from row

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def line(self) -> list[Value]:
        """The values of a single row or column. Raises FaultError when there are several of both."""
        if 1 not in self.size:
            raise FaultError("#VALUE!")
        return list(self.flat)


Argument = Value | Area


def scalar(value: Argument) -> Scalar:
    """One value that is no error. Raises FaultError for an error, NotComputedError for an area of several cells."""
    if isinstance(value, Area):
        if value.size != (1, 1):
            raise NotComputedError("several cells where one is meant")
        value = value.rows[0][0]
    if isinstance(value, Fault):
        raise FaultError(value.code)
    return value


def flat(arguments: Iterable[Argument]) -> Iterator[Value]:
    """All values of arguments and areas."""
    for argument in arguments:
        if isinstance(argument, Area):
            yield from argument.flat
        else:
            yield argument


def number(value: Argument) -> Decimal:
    """A value as a number; empty is 0, a text is read. Raises FaultError for a text that is none."""
    value = scalar(value)
    if value is None:
        return Decimal(0)
    if isinstance(value, bool):
        return Decimal(int(value))
    if isinstance(value, Decimal):
        return value
    found = number_in(value)
    if found is None:
        raise FaultError("#VALUE!")
    return found


def number_in(text: str) -> Decimal | None:
    """The number or the day that a text is, None when it is none: `12,50`, `1 250`, `20 %`, `11/05/2026`."""
    shown = text.replace("\u00a0", "").replace("\u202f", "").replace(" ", "")
    share = shown.endswith("%")
    shown = shown.removesuffix("%").removesuffix("€")
    if _PLAIN.fullmatch(shown):
        value = Decimal(shown.replace(",", "."))
        return value / 100 if share else value
    try:
        if match := _FRENCH_DAY.fullmatch(shown):
            day, month, year = map(int, match.groups())
            return serial(dt.date(year, month, day))
        if match := _ISO_DAY.fullmatch(shown):
            return serial(dt.date(*map(int, match.groups())))
    except ValueError:
        return None
    return None


def numbers(arguments: Iterable[Argument]) -> list[Decimal]:
    """The numbers that an aggregate counts: those of areas, and every direct value read as one.

    Texts and truth values of areas are passed over. Raises FaultError for an error in any of them.
    """
    found = []
    for argument in arguments:
        if not isinstance(argument, Area):
            found.append(number(argument))
            continue
        for item in argument.flat:
            if isinstance(item, Fault):
                raise FaultError(item.code)
            if isinstance(item, Decimal):
                found.append(item)
    return found


def truth(value: Argument) -> bool:
    """A value as true or false. Raises FaultError for a text."""
    value = scalar(value)
    if isinstance(value, str):
        if value.upper() in ("TRUE", "VRAI", "FALSE", "FAUX"):
            return value.upper() in ("TRUE", "VRAI")
        raise FaultError("#VALUE!")
    return bool(value)


def whole(value: Argument) -> int:
    """A number cut to an integer, towards zero. Raises FaultError beyond what a sheet can hold."""
    cut = snug(number(value))
    if abs(cut) > Decimal(10) ** 12:
        raise FaultError("#NUM!")
    return int(cut)


def snug(value: Decimal) -> Decimal:
    """A number to 15 significant digits."""
    if not value:
        return Decimal(0)
    try:
        return value.quantize(Decimal(1).scaleb(value.adjusted() - DIGITS + 1))
    except DecimalException:
        return value


def as_text(value: Argument) -> str:
    """A value as it would be joined to a text, in the French way. Raises FaultError for an error."""
    value = scalar(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, Decimal):
        return decimal_text(value).replace(".", ",")
    return value


def decimal_text(value: Decimal) -> str:
    """A number without exponent nor trailing zeros, at most 15 significant digits, as a file stores it."""
    shown = format(+value.quantize(Decimal(1).scaleb(min(0, value.adjusted() - 14))) if value else value, "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


_RANK = {type(None): 0, Decimal: 0, str: 1, bool: 2}


def compare(left: Argument, right: Argument) -> int:
    """-1, 0 or 1: numbers before texts before truth values, texts without case, as a spreadsheet sorts."""
    one, two = _like(scalar(left), scalar(right)), _like(scalar(right), scalar(left))
    if _RANK[type(one)] != _RANK[type(two)]:
        return -1 if _RANK[type(one)] < _RANK[type(two)] else 1
    if isinstance(one, str) and isinstance(two, str):
        first, second = one.casefold(), two.casefold()
        return (first > second) - (first < second)
    small, big = snug(Decimal(one or 0)), snug(Decimal(two or 0))
    return (small > big) - (small < big)


def _like(value: Scalar, other: Scalar) -> Scalar:
    """Nothing takes the kind of what it is compared with."""
    if value is not None:
        return value
    return "" if isinstance(other, str) else False if isinstance(other, bool) else Decimal(0)


def serial(day: dt.date) -> Decimal:
    """The spreadsheet number of a day (2026-05-11 → 46153)."""
    return Decimal((day - EPOCH).days)


def day_of(value: Argument) -> dt.date:
    """The day of a number. Raises FaultError for one that is no date."""
    count = whole(value)
    if not 0 <= count <= 2_958_465:
        raise FaultError("#NUM!")
    return EPOCH + dt.timedelta(days=count)


def column_number(letters: str) -> int:
    """`A` → 1, `AA` → 27."""
    count = 0
    for letter in letters.upper():
        count = count * 26 + ord(letter) - 64
    return count


def column_letters(count: int) -> str:
    """1 → `A`, 27 → `AA`."""
    out = ""
    while count:
        count, rest = divmod(count - 1, 26)
        out = chr(65 + rest) + out
    return out
