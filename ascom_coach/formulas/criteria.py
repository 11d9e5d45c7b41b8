"""What SOMME.SI, NB.SI and their kin ask of a cell: `">=100"`, `"Nord"`, `"<>"`, `"Mar*"`."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from ascom_coach.formulas.values import Fault, Scalar, Value, number_in, snug

_OPERATOR = re.compile(r"(<=|>=|<>|<|>|=)?(.*)", re.DOTALL)
Test = Callable[[Value], bool]


def wildcard(text: str) -> re.Pattern[str] | None:
    """The pattern of a text with `*`, `?` or `~`, without case; None when it has none."""
    if not any(mark in text for mark in "*?~"):
        return None
    pattern, at = "", 0
    while at < len(text):
        char = text[at]
        if char == "~" and at + 1 < len(text):
            at += 1
            pattern += re.escape(text[at])
        else:
            pattern += {"*": ".*", "?": "."}.get(char, re.escape(char))
        at += 1
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def meets(wanted: Scalar) -> Test:
    """The test of one criterion."""
    if isinstance(wanted, bool):
        return lambda item: item is wanted
    if wanted is None:
        wanted = Decimal(0)
    if isinstance(wanted, Decimal):
        return _equal(wanted)
    match = _OPERATOR.fullmatch(wanted)
    operator, rest = (match[1] or "", match[2]) if match else ("", wanted)
    limit = number_in(rest) if rest.strip() else None
    if limit is not None:
        return _against(operator or "=", limit)
    return _words(operator, rest)


def _equal(wanted: Decimal) -> Test:
    return lambda item: isinstance(item, Decimal) and snug(item) == snug(wanted)


def _against(operator: str, limit: Decimal) -> Test:
    limit = snug(limit)

    def test(item: Value) -> bool:
        if not isinstance(item, Decimal):
            return operator == "<>"
        value = snug(item)
        return {
            "=": value == limit, "<>": value != limit, "<": value < limit, "<=": value <= limit,
            ">": value > limit, ">=": value >= limit,
        }[operator]  # fmt: skip

    return test


def _words(operator: str, rest: str) -> Test:
    if not rest:
        return {
            "": lambda item: item in (None, ""),
            "=": lambda item: item is None,
            "<>": lambda item: item is not None,
        }.get(operator, lambda item: False)
    folded, pattern = rest.casefold(), wildcard(rest)
    flag = {"vrai": True, "true": True, "faux": False, "false": False}.get(folded)

    def same(item: Value) -> bool:
        if isinstance(item, str):
            return bool(pattern.fullmatch(item)) if pattern else item.casefold() == folded
        return flag is not None and item is flag

    def test(item: Value) -> bool:
        if isinstance(item, Fault):
            return operator == "<>"
        if operator == "<>":
            return not same(item)
        if operator in ("", "="):
            return same(item)
        if not isinstance(item, str):
            return False
        have = item.casefold()
        return {"<": have < folded, "<=": have <= folded, ">": have > folded, ">=": have >= folded}[operator]

    return test
