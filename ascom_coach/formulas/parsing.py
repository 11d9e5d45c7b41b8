"""From the text of a formula (English, without its `=`) to a tree, cut once and kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from ascom_coach.formulas.values import Fault, NotComputedError, Scalar, column_number

MAX_LENGTH = 2_000
MAX_DEPTH = 60
_SHEET = r"(?:(?:'(?:[^']|'')+'|[A-Za-zÀ-ÿ_][\w.]*)!)?"
_CELL = r"\$?[A-Z]{1,3}\$?[1-9]\d{0,6}"
_TOKEN = re.compile(
    rf"""\s*(?:(?P<string>"(?:[^"]|"")*")
    |(?P<fault>\#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!))
    |(?P<area>{_SHEET}{_CELL}(?::{_SHEET}{_CELL})?(?![\w(.!\[]))
    |(?P<columns>{_SHEET}\$?[A-Z]{{1,3}}:\$?[A-Z]{{1,3}}(?![\w(.!]))
    |(?P<rows>{_SHEET}\$?[1-9]\d{{0,6}}:\$?[1-9]\d{{0,6}}(?![\w(.!]))
    |(?P<table>(?:[A-Za-zÀ-ÿ_][\w.]*)?\[(?:[^\[\]]|\[[^\[\]]*\])*\])
    |(?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)
    |(?P<function>[A-Za-z_][A-Za-z0-9._]*)\s*\(
    |(?P<name>[A-Za-zÀ-ÿ_][\w.]*)
    |(?P<op><=|>=|<>|[-+*/^&=<>(),;%{{}}@]))""",
    re.VERBOSE,
)
_PART = re.compile(r"(\$?)([A-Z]*)(\$?)(\d*)")
_PREFIX = re.compile(r"^(?:_xlfn\.|_xlws\.|_xludf\.)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a text, a truth value, nothing (an argument left out) or an error."""

    value: Scalar | Fault


@dataclass(frozen=True, slots=True)
class Reference:
    """Cells of a sheet (empty: the formula's own), from 1; `bottom` or `right` 0 is the last one used.

    `fixed` tells which of top, left, bottom and right have a `$`.
    """

    sheet: str
    top: int
    left: int
    bottom: int
    right: int
    fixed: tuple[bool, bool, bool, bool] = (False, False, False, False)


@dataclass(frozen=True, slots=True)
class TableReference:
    """`Ventes[Montant]` as it stands."""

    table: str
    inside: str


@dataclass(frozen=True, slots=True)
class Name:
    """A defined name."""

    text: str


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator between two trees; `right` is None for a sign or a percentage."""

    operator: str
    left: Node
    right: Node | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Array:
    """`{1,2;3,4}`: constants in rows."""

    rows: tuple[tuple[Scalar | Fault, ...], ...]


Node = Constant | Reference | TableReference | Name | Operation | Call | Array


@lru_cache(maxsize=4_096)
def parse(formula: str) -> Node:
    """The tree of a formula. Raises NotComputedError for what is no formula."""
    reader = _Reader(_tokens(formula))
    tree = reader.comparison()
    if reader.peek() != ("end", ""):
        raise NotComputedError(formula)
    return tree


def walk(node: Node) -> list[Node]:
    """A tree and all that it holds, outermost first."""
    found: list[Node] = [node]
    if isinstance(node, Operation):
        found += walk(node.left)
        found += walk(node.right) if node.right is not None else []
    elif isinstance(node, Call):
        for argument in node.arguments:
            found += walk(argument)
    return found


def _tokens(formula: str) -> list[tuple[str, str]]:
    if len(formula) > MAX_LENGTH:
        raise NotComputedError(formula[:40])
    text, position = formula.strip(), 0
    found: list[tuple[str, str]] = []
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise NotComputedError(formula)
        kind = match.lastgroup or ""
        found.append((kind, match.group(kind)))
        position = match.end()
    return found


class _Reader:
    """One pass over the tokens, from the loosest operator to the tightest."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    def peek(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "")

    def _operator(self, *symbols: str) -> str:
        kind, text = self.peek()
        if kind == "op" and text in symbols:
            self._at += 1
            return text
        return ""

    def comparison(self) -> Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise NotComputedError("depth")
        left = self._joined()
        while operator := self._operator("=", "<>", "<", ">", "<=", ">="):
            left = Operation(operator, left, self._joined())
        self._depth -= 1
        return left

    def _joined(self) -> Node:
        left = self._sum()
        while self._operator("&"):
            left = Operation("&", left, self._sum())
        return left

    def _sum(self) -> Node:
        left = self._product()
        while operator := self._operator("+", "-"):
            left = Operation(operator, left, self._product())
        return left

    def _product(self) -> Node:
        left = self._power()
        while operator := self._operator("*", "/"):
            left = Operation(operator, left, self._power())
        return left

    def _power(self) -> Node:
        left = self._share()
        while self._operator("^"):
            left = Operation("^", left, self._share())
        return left

    def _share(self) -> Node:
        left = self._signed()
        while self._operator("%"):
            left = Operation("%", left)
        return left

    def _signed(self) -> Node:
        signs = 0
        while sign := self._operator("-", "+", "@"):
            signs += sign == "-"
        atom = self._atom()
        for _ in range(signs):
            atom = Operation("neg", atom)
        return atom

    def _atom(self) -> Node:
        kind, text = self.peek()
        self._at += 1
        if kind == "number":
            return Constant(Decimal(text))
        if kind == "string":
            return Constant(text[1:-1].replace('""', '"'))
        if kind == "fault":
            return Constant(Fault(text))
        if kind in ("area", "columns", "rows"):
            return _reference(text)
        if kind == "table":
            table, _, inside = text.partition("[")
            return TableReference(table, inside[:-1])
        if kind == "function":
            return self._call(_PREFIX.sub("", text).upper())
        if kind == "name":
            if text.upper() in ("TRUE", "VRAI", "FALSE", "FAUX"):
                return Constant(text.upper() in ("TRUE", "VRAI"))
            return Name(text)
        if (kind, text) == ("op", "("):
            inner = self.comparison()
            if self._operator(")"):
                return inner
        if (kind, text) == ("op", "{"):
            return self._array()
        raise NotComputedError(text)

    def _call(self, name: str) -> Node:
        arguments: list[Node] = []
        if self._operator(")"):
            return Call(name, ())
        while True:
            if self.peek() in (("op", ","), ("op", ";"), ("op", ")")):
                arguments.append(Constant(None))
            else:
                arguments.append(self.comparison())
            if self._operator(")"):
                return Call(name, tuple(arguments))
            if not self._operator(",", ";"):
                raise NotComputedError(name)

    def _array(self) -> Node:
        rows: list[list[Scalar | Fault]] = [[]]
        while True:
            item = self._signed()
            if isinstance(item, Operation) and isinstance(item.left, Constant):
                value = item.left.value
                item = Constant(-value if isinstance(value, Decimal) else value)
            if not isinstance(item, Constant):
                raise NotComputedError("array")
            rows[-1].append(item.value)
            mark = self._operator(",", ";", "}")
            if mark == "}":
                break
            if not mark:
                raise NotComputedError("array")
            if mark == ";":
                rows.append([])
        if len({len(row) for row in rows}) != 1:
            raise NotComputedError("array")
        return Array(tuple(tuple(row) for row in rows))


def _reference(text: str) -> Reference:
    sheet, area = _split(text)
    halves = [_split(half)[1] for half in area.split(":")] if "!" in area else area.split(":")
    (top, left, row_fixed, column_fixed), (bottom, right, last_fixed, side_fixed) = map(
        _corner, (halves[0], halves[-1])
    )
    fixed = (row_fixed, column_fixed, last_fixed, side_fixed)
    if not top and not bottom:
        return Reference(sheet, 1, min(left, right), 0, max(left, right), (True, fixed[1], True, fixed[3]))
    if not left and not right:
        return Reference(sheet, min(top, bottom), 1, max(top, bottom), 0, (fixed[0], True, fixed[2], True))
    return Reference(sheet, min(top, bottom), min(left, right), max(top, bottom), max(left, right), fixed)


def _corner(half: str) -> tuple[int, int, bool, bool]:
    """Row, column, and whether each has a `$`."""
    match = _PART.fullmatch(half)
    first, letters, second, digits = match.groups() if match else ("", "", "", "")
    return int(digits or 0), column_number(letters), bool(second if letters else first), bool(first)


def _split(text: str) -> tuple[str, str]:
    """A sheet name without its quotes, and what follows."""
    if text.startswith("'"):
        end = re.match(r"'((?:[^']|'')+)'!", text)
        if end:
            return end[1].replace("''", "'"), text[end.end() :]
    sheet, mark, rest = text.partition("!")
    return (sheet, rest) if mark else ("", text)
