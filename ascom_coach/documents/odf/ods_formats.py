"""Number formats of LibreOffice workbooks, in the codes that Excel shows: `#,##0.00 "€"`, `dd/mm/yyyy`, `0.0%`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ascom_coach.documents.odf.shared import FO, NUMBER, STYLE

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KINDS = {
    NUMBER + f"{name}-style"
    for name in ("number", "percentage", "currency", "date", "time", "boolean", "text")
}
_PLAIN = re.compile(r"[\s\u00a0\u202f:/().,;%-]*")
_DATES = {
    "day": ("d", "dd"),
    "hours": ("h", "hh"),
    "minutes": ("m", "mm"),
    "seconds": ("s", "ss"),
    "year": ("yy", "yyyy"),
    "day-of-week": ("ddd", "dddd"),
    "quarter": ("q", "q"),
    "am-pm": ("AM/PM", "AM/PM"),
}
_COLORS = {"#ff0000": "[Red]", "#0000ff": "[Blue]", "#00ff00": "[Green]"}


def data_codes(*roots: Element | None) -> dict[str, str]:
    """The code of each data style by its name, sections for positive and negative numbers included."""
    styles = {
        item.get(STYLE + "name") or "": item
        for root in roots
        if root is not None
        for item in root.iter(*_KINDS)
    }
    return {name: _with_sections(item, styles) for name, item in styles.items()}


def _with_sections(style: Element, styles: dict[str, Element]) -> str:
    others = [
        styles.get(item.get(STYLE + "apply-style-name") or "") for item in style.iterfind(STYLE + "map")
    ]
    sections = [_code(item) for item in (*others[:2], style) if item is not None]
    return ";".join(sections) if len(set(sections)) > 1 else sections[-1]


def _code(style: Element) -> str:
    if style.tag in (NUMBER + "boolean-style", NUMBER + "text-style"):
        return "@" if style.tag == NUMBER + "text-style" else "General"
    pieces: list[str] = []
    look = style.find(STYLE + "text-properties")
    if look is not None:
        pieces.append(_COLORS.get((look.get(FO + "color") or "").lower(), ""))
    elapsed = style.get(NUMBER + "truncate-on-overflow") == "false"
    for item in style:
        name = str(item.tag).rsplit("}", 1)[-1]
        if name in ("number", "scientific-number", "fraction"):
            pieces.append(_number(item, name))
        elif name in ("text", "currency-symbol"):
            pieces.append(_literal(item.text or ""))
        elif name == "month":
            pieces.append(_month(item))
        elif name in _DATES:
            code = _DATES[name][item.get(NUMBER + "style") == "long"]
            pieces.append(f"[{code}]" if elapsed and name == "hours" else code)
            places = item.get(NUMBER + "decimal-places") or ""
            if name == "seconds" and places.isdecimal() and int(places):
                pieces.append("." + "0" * min(int(places), 3))
    return "".join(pieces) or "General"


def _number(item: Element, name: str) -> str:
    def count(attribute: str) -> int:
        text = item.get(NUMBER + attribute) or ""
        return min(int(text), 15) if text.isdecimal() and len(text) < 4 else 0

    if name == "fraction":
        return (
            "# "
            + "?" * max(1, count("min-numerator-digits"))
            + "/"
            + "?" * max(1, count("min-denominator-digits"))
        )
    bare = item.get(NUMBER + "decimal-places") is None and item.get(NUMBER + "grouping") != "true"
    if name == "number" and bare and count("min-integer-digits") <= 1:
        return "General" if item.getnext() is None and item.getprevious() is None else "0"
    digits = "0" * count("min-integer-digits") or "#"
    if item.get(NUMBER + "grouping") == "true":
        digits = "#,##0" if len(digits) < 2 else "#," + digits.rjust(3, "#")
    places = count("decimal-places")
    sure = count("min-decimal-places") if item.get(NUMBER + "min-decimal-places") is not None else places
    code = digits + ("." + "0" * min(sure, places) + "#" * max(0, places - sure) if places else "")
    return code + ("E+" + "0" * max(1, count("min-exponent-digits")) if name == "scientific-number" else "")


def _month(item: Element) -> str:
    if item.get(NUMBER + "textual") == "true":
        return "mmmm" if item.get(NUMBER + "style") == "long" else "mmm"
    return "mm" if item.get(NUMBER + "style") == "long" else "m"


def _literal(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    inner = text.strip(" ")
    start, end = len(text) - len(text.lstrip(" ")), len(text) - len(text.rstrip(" "))
    return " " * start + f'"{inner}"' + " " * end
