"""Formulas of a workbook, computed without any spreadsheet so that a built file shows its results at once.

English syntax (`=SUM(C2:C9)*0.2`) or French (`=SOMME(C2:C9)*0,2`): `to_english` gives the stored form and
`Calculator` its value. What is not understood raises `NotComputedError`: the formula is kept, without a result.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from decimal import Decimal, DecimalException

Scalar = Decimal | str | bool | None
Grid = list[list[Scalar]]
Lookup = Callable[[str, int, int], Scalar]
"""(sheet name or an empty string for the current one, row, column), both from 1."""

MAX_LENGTH = 2_000
MAX_CELLS = 20_000

_FRENCH = {
    "SOMME": "SUM", "MOYENNE": "AVERAGE", "SI": "IF", "ARRONDI": "ROUND", "NB": "COUNT", "NBVAL": "COUNTA",
    "NB.SI": "COUNTIF", "SOMME.SI": "SUMIF", "RECHERCHEV": "VLOOKUP", "SIERREUR": "IFERROR", "ET": "AND",
    "OU": "OR", "NON": "NOT", "PRODUIT": "PRODUCT", "AUJOURDHUI": "TODAY", "ENT": "INT", "EQUIV": "MATCH",
    "NB.VIDE": "COUNTBLANK", "ANNEE": "YEAR", "MOIS": "MONTH", "JOUR": "DAY", "CONCATENER": "CONCATENATE",
}  # fmt: skip
_TOKEN = re.compile(
    r"""\s*(?:(?P<string>"(?:[^"]|"")*")
    |(?P<range>(?:(?:'[^']+'|[A-Za-zÀ-ÿ_][\w.]*)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?(?![\w(.]))
    |(?P<number>\d+(?:\.\d+)?)
    |(?P<function>[A-Za-z][A-Za-z0-9.]*)\s*\(
    |(?P<name>[A-Za-zÀ-ÿ_][\w]*)
    |(?P<op><=|>=|<>|[-+*/^&=<>(),;%]))""",
    re.VERBOSE,
)
_CELL = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
_EPOCH = dt.date(1899, 12, 30)


class NotComputedError(Exception):
    """The formula uses something that is not computed here, or its result is an error."""


def column_number(letters: str) -> int:
    """`A` → 1, `AA` → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """1 → `A`, 27 → `AA`."""
    out = ""
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(65 + rest) + out
    return out


def serial(day: dt.date) -> Decimal:
    """The spreadsheet number of a day (2026-05-11 → 46153)."""
    return Decimal((day - _EPOCH).days)


def to_english(formula: str) -> str:
    """The stored form of a formula, without its `=`: English names, commas, decimal points."""
    body = formula.strip().removeprefix("=")
    parts = re.split(r'("(?:[^"]|"")*")', body)
    plain = "".join(parts[::2])
    names = {name.upper() for name in re.findall(r"([A-Za-z][A-Za-z.]*)\s*\(", plain)}
    french = ";" in plain or any(name in _FRENCH for name in names)
    if not french:
        return body
    for index in range(0, len(parts), 2):
        text = re.sub(r"(?<![\w.])(\d+),(\d+)(?![\w.])", r"\1.\2", parts[index]) if ";" in plain or not re.search(
            r"\([^()]*,[^()]*\)", plain) else parts[index]  # fmt: skip
        text = text.replace(";", ",")
        parts[index] = re.sub(
            r"([A-Za-z][A-Za-z.]*)(\s*\()",
            lambda match: _FRENCH.get(match.group(1).upper(), match.group(1)) + match.group(2),
            text,
        )
    return "".join(parts)


class Calculator:
    """Value of one formula at a time. `lookup` gives cells, `names` the scenario's variables."""

    def __init__(
        self,
        lookup: Lookup | None = None,
        names: dict[str, Scalar] | None = None,
        today: dt.date | None = None,
    ) -> None:
        self._lookup = lookup
        self._names = names or {}
        self._today = today or dt.date(2026, 1, 1)
        self._tokens: list[tuple[str, str]] = []
        self._at = 0

    def value(self, formula: str) -> Scalar:
        """The result of an English formula. Raises NotComputedError."""
        saved = self._tokens, self._at
        try:
            self._tokens, self._at = list(_tokens(formula)), 0
            result = self._comparison()
            if self._at != len(self._tokens):
                raise NotComputedError(formula)
            return _scalar(result)
        except (DecimalException, ArithmeticError, RecursionError, ValueError) as error:
            raise NotComputedError(formula) from error
        finally:
            self._tokens, self._at = saved

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "")

    def _take(self) -> tuple[str, str]:
        token = self._peek()
        self._at += 1
        return token

    def _operators(self, *symbols: str) -> str:
        kind, text = self._peek()
        if kind == "op" and text in symbols:
            self._at += 1
            return text
        return ""

    def _comparison(self) -> Scalar | Grid:
        left = self._text()
        while operator := self._operators("=", "<>", "<", ">", "<=", ">="):
            left = _compare(operator, _scalar(left), _scalar(self._text()))
        return left

    def _text(self) -> Scalar | Grid:
        left = self._sum()
        while self._operators("&"):
            left = as_text(_scalar(left)) + as_text(_scalar(self._sum()))
        return left

    def _sum(self) -> Scalar | Grid:
        left = self._product()
        while operator := self._operators("+", "-"):
            right = number(_scalar(self._product()))
            left = number(_scalar(left)) + (right if operator == "+" else -right)
        return left

    def _product(self) -> Scalar | Grid:
        left = self._power()
        while operator := self._operators("*", "/"):
            right = number(_scalar(self._power()))
            left = number(_scalar(left)) * right if operator == "*" else number(_scalar(left)) / right
        return left

    def _power(self) -> Scalar | Grid:
        left = self._atom()
        while operator := self._operators("^", "%"):
            if operator == "%":
                left = number(_scalar(left)) / 100
            else:
                exponent = number(_scalar(self._atom()))
                if abs(exponent) > 100:
                    raise NotComputedError(operator)
                left = number(_scalar(left)) ** exponent
        return left

    def _atom(self) -> Scalar | Grid:
        kind, text = self._take()
        if kind == "number":
            return Decimal(text)
        if kind == "string":
            return text[1:-1].replace('""', '"')
        if kind == "range":
            return self._cells(text)
        if kind == "function":
            return self._call(text.upper())
        if kind == "name":
            if text.upper() in ("TRUE", "VRAI", "FALSE", "FAUX"):
                return text.upper() in ("TRUE", "VRAI")
            if text in self._names:
                return self._names[text]
        if (kind, text) == ("op", "-"):
            return -number(_scalar(self._power()))
        if (kind, text) == ("op", "+"):
            return self._power()
        if (kind, text) == ("op", "("):
            inside = self._comparison()
            if self._operators(")"):
                return inside
        raise NotComputedError(text)

    def _call(self, name: str) -> Scalar | Grid:
        from ascom_coach.scenarios.workshop.functions import call

        arguments: list[Scalar | Grid] = []
        if not self._operators(")"):
            while True:
                arguments.append(self._comparison())
                if self._operators(")"):
                    break
                if not self._operators(",", ";"):
                    raise NotComputedError(name)
        if name == "TODAY":
            return serial(self._today)
        return call(name, arguments)

    def _cells(self, text: str) -> Scalar | Grid:
        if self._lookup is None:
            raise NotComputedError(text)
        sheet, _, area = text.rpartition("!")
        corners = [(int(row), column_number(letters)) for letters, row in _CELL.findall(area)]
        sheet = sheet.strip("'")
        if len(corners) == 1:
            return self._lookup(sheet, *corners[0])
        (top, left), (bottom, right) = corners
        if (bottom - top + 1) * (right - left + 1) > MAX_CELLS:
            raise NotComputedError(text)
        return [
            [self._lookup(sheet, row, column) for column in range(left, right + 1)]
            for row in range(top, bottom + 1)
        ]


def _tokens(formula: str) -> Iterator[tuple[str, str]]:
    if len(formula) > MAX_LENGTH:
        raise NotComputedError(formula[:40])
    text, position = formula.strip(), 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise NotComputedError(formula)
        kind = match.lastgroup or ""
        yield kind, match.group(kind)
        position = match.end()


def _scalar(value: Scalar | Grid) -> Scalar:
    if isinstance(value, list):
        raise NotComputedError("range")
    return value


def number(value: Scalar) -> Decimal:
    """A value as a number; empty is 0. Raises NotComputedError for a text."""
    if value is None:
        return Decimal(0)
    if isinstance(value, bool):
        return Decimal(int(value))
    if isinstance(value, Decimal):
        return value
    try:
        return Decimal(value.replace("\u00a0", "").replace("\u202f", "").replace(" ", "").replace(",", "."))
    except DecimalException as error:
        raise NotComputedError(value) from error


def as_text(value: Scalar) -> str:
    """A value as it would be joined to a text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "VRAI" if value else "FAUX"
    if isinstance(value, Decimal):
        return decimal_text(value)
    return value


def decimal_text(value: Decimal) -> str:
    """A number without exponent nor trailing zeros, at most 15 significant digits, as a file stores it."""
    shown = format(+value.quantize(Decimal(1).scaleb(min(0, value.adjusted() - 14))) if value else value, "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _compare(operator: str, left: Scalar, right: Scalar) -> bool:
    if isinstance(left, str) or isinstance(right, str):
        one: str | Decimal = as_text(left).casefold()
        two: str | Decimal = as_text(right).casefold()
    else:
        one, two = number(left), number(right)
    return {
        "=": one == two, "<>": one != two,
        "<": one < two, ">": one > two, "<=": one <= two, ">=": one >= two,  # type: ignore[operator]
    }[operator]  # fmt: skip
