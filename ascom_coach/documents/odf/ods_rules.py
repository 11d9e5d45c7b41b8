"""What LibreOffice workbooks check and highlight: validations and conditional formats, in the words of Excel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ascom_coach.documents.odf.ods_ranges import local_ranges
from ascom_coach.documents.odf.ods_values import formula_text
from ascom_coach.documents.odf.shared import STYLE, TABLE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CALCEXT = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
MAX_RULES = 500
_OPERATORS = {
    "<": "lessThan", ">": "greaterThan", "=": "equal", "<=": "lessThanOrEqual", ">=": "greaterThanOrEqual",
    "!=": "notEqual", "<>": "notEqual",
}  # fmt: skip
_TYPES = (
    ("is-decimal-number", "decimal"), ("is-whole-number", "whole"), ("is-date", "date"), ("is-time", "time"),
    ("text-length", "textLength"), ("is-in-list", "list"), ("is-true-formula", "custom"),
)  # fmt: skip
_COMPARED = re.compile(r"(<=|>=|!=|<>|=|<|>)\s*(.+)", re.S)
_CALL = re.compile(r"([a-z-]+)\((.*)\)", re.S)
_RULES = {
    "duplicate": "duplicateValues", "unique": "uniqueValues", "begins-with": "beginsWith", "ends-with": "endsWith",
    "contains-text": "containsText", "not-contains-text": "notContainsText", "top-elements": "top10",
    "bottom-elements": "top10", "top-percent": "top10", "bottom-percent": "top10", "above-average": "aboveAverage",
    "below-average": "aboveAverage", "above-equal-average": "aboveAverage", "below-equal-average": "aboveAverage",
    "is-error": "containsErrors", "is-no-error": "notContainsErrors",
}  # fmt: skip
_DRAWN = {"color-scale": "colorScale", "data-bar": "dataBar", "icon-set": "iconSet", "date-is": "timePeriod"}


def validations(content: Element, places: Mapping[str, str]) -> tuple[str, ...]:
    """`B2:B20 list "Oui,Non"` for each validation that is set on cells; `places` gives the ranges by its name."""
    found: list[str] = []
    for item in content.iter(TABLE + "content-validation"):
        where = places.get(item.get(TABLE + "name") or "")
        if where and len(found) < MAX_RULES:
            found.append(f"{where} {_validation(item.get(TABLE + 'condition') or '')}".strip())
    return tuple(found)


def _validation(condition: str) -> str:
    condition = condition.split(":", 1)[-1] if condition[:4] in ("of:c", "oooc") else condition
    kind = next(
        (name for mark, name in _TYPES if f"cell-content-{mark}(" in condition or f"{mark}(" in condition),
        "any",
    )
    listed = re.search(r"is-in-list\((.*)\)", condition, re.S)
    if listed is not None:
        return f"list {_listed(listed.group(1))}"
    formula = re.search(r"is-true-formula\((.*)\)", condition, re.S)
    if formula is not None:
        return f"custom {_plain(formula.group(1))}"
    between = re.search(r"-is-(not-)?between\((.*)\)", condition, re.S)
    if between is not None:
        bounds = " ".join(_plain(part) for part in _arguments(between.group(2)))
        return f"{kind} {'notBetween ' if between.group(1) else ''}{bounds}"
    compared = re.search(r"(?:cell-content|text-length)\(\)\s*" + _COMPARED.pattern, condition, re.S)
    return f"{kind} {_OPERATORS[compared.group(1)]} {_plain(compared.group(2))}" if compared else kind


def _listed(inner: str) -> str:
    values = re.findall(r'"((?:[^"]|"")*)"', inner)
    return f'"{",".join(values)}"' if values else _plain(inner)


def _arguments(text: str) -> list[str]:
    """Cut at the commas and semicolons that stand outside brackets, calls and quotes."""
    found, depth, quoted, current = [], 0, False, ""
    for char in text:
        quoted ^= char == '"'
        depth += 0 if quoted else (char in "([") - (char in ")]")
        if char in ",;" and not quoted and depth == 0:
            found.append(current)
            current = ""
        else:
            current += char
    return [*found, current]


def _plain(text: str) -> str:
    return (formula_text(text.strip()) or "").removeprefix("=")


def conditional_formats(table: Element, content: Element, styled: Mapping[str, str]) -> tuple[str, ...]:
    """`C2:C9 cellIs greaterThan 10` for each rule of a sheet.

    LibreOffice writes them around the sheet; other programs on cell styles only, whose ranges `styled` gives.
    """
    found: list[str] = []
    for group in table.iter(CALCEXT + "conditional-format"):
        where = local_ranges(group.get(CALCEXT + "target-range-address") or "")
        for rule in group:
            name = str(rule.tag).rsplit("}", 1)[-1]
            words = _DRAWN.get(name) or _rule(rule.get(CALCEXT + "value") or "")
            found.append(f"{where} {words}")
    if not found:
        for style in content.iter(STYLE + "style"):
            where = styled.get(style.get(STYLE + "name") or "", "")
            for mark in style.iterfind(STYLE + "map") if where else ():
                condition = (mark.get(STYLE + "condition") or "").removeprefix("cell-content()")
                condition = condition.replace("cell-content-is-", "").replace("is-true-formula", "formula-is")
                found.append(f"{where} {_rule(condition)}")
    return tuple(found[:MAX_RULES])


def _rule(value: str) -> str:
    compared = _COMPARED.fullmatch(value.strip())
    if compared is not None:
        return f"cellIs {_OPERATORS[compared.group(1)]} {_plain(compared.group(2))}"
    call = _CALL.fullmatch(value.strip())
    name, inner = (call.group(1), call.group(2)) if call else (value.strip(), "")
    if name == "formula-is":
        return f"expression {_plain(inner)}"
    if name in ("between", "not-between"):
        operator = "between" if name == "between" else "notBetween"
        return f"cellIs {operator} {' '.join(_plain(part) for part in _arguments(inner))}"
    return " ".join(filter(None, (_RULES.get(name, name), _plain(inner))))
