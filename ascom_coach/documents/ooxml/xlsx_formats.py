"""Number formats and cell looks of a workbook: from a style index to a code, a date kind, a hidden font.

Built-in codes are ECMA-376 part 1, 18.8.30; those that follow the computer's settings are given as French
Excel shows them (14 is `dd/mm/yyyy`).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ascom_coach.documents.colours import near_white
from ascom_coach.documents.model import CellValue
from ascom_coach.documents.ooxml.shared import S

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '#,##0\\ "€"',
    6: '#,##0\\ "€"',
    7: '#,##0.00\\ "€"',
    8: '#,##0.00\\ "€"',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    41: "#,##0",
    42: '#,##0\\ "€"',
    43: "#,##0.00",
    44: '#,##0.00\\ "€"',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
_FAR_EAST_DATES = (*range(27, 37), *range(50, 59))
_ASIDE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.I)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.I)
_SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Look:
    """What a style index says: the format code, the kind of date it shows, whether the text can be seen."""

    code: str = "General"
    date: str = ""  # "", "date", "time", "datetime", "elapsed"
    white: bool = False
    blank: bool = False


def date_kind(code: str) -> str:
    """`date`, `time`, `datetime`, `elapsed` or an empty string for a number format code."""
    plain = _ASIDE.sub("", code[:255].split(";", 1)[0])
    if _ELAPSED.search(plain):
        return "elapsed"
    plain = re.sub(r"general|am/pm|a/p", "", plain, flags=re.I).lower()
    if re.search(r"[#?]|0(?!\b)", plain) and not re.search(r"[dyjhs]", plain):
        return ""
    day = bool(re.search(r"[dyj]|a{2,4}", plain))
    clock = bool(re.search(r"[hs]", plain))
    if not day and not clock:
        return "date" if re.fullmatch(r"\W*m{3,5}\W*", plain) else ""
    return ("datetime" if clock else "date") if day else "time"


def looks(styles: Element | None) -> list[Look]:
    """A look for each cell style index of the workbook."""
    if styles is None:
        return [Look()]
    codes = dict(_BUILT_IN) | dict.fromkeys(_FAR_EAST_DATES, "dd/mm/yyyy")
    for item in styles.iterfind(f"{S}numFmts/{S}numFmt"):
        ident = item.get("numFmtId") or ""
        if ident.isdecimal():
            codes[int(ident)] = item.get("formatCode") or "General"
    white = [_white(font.find(S + "color")) for font in styles.iterfind(f"{S}fonts/{S}font")]
    filled = [_filled(fill) for fill in styles.iterfind(f"{S}fills/{S}fill")]
    found: list[Look] = []
    for item in styles.iterfind(f"{S}cellXfs/{S}xf"):
        code = codes.get(_int(item.get("numFmtId")), "General")
        font, fill = _int(item.get("fontId")), _int(item.get("fillId"))
        pale = font < len(white) and white[font] and not (fill < len(filled) and filled[fill])
        found.append(Look(code, date_kind(code), pale, bool(re.fullmatch(r";;;?", code))))
    return found or [Look()]


def _white(color: Element | None) -> bool:
    if color is None:
        return False
    if color.get("theme") == "0":
        return float(color.get("tint") or 0) > -0.1
    return near_white((color.get("rgb") or "")[-6:].upper())


def _filled(fill: Element) -> bool:
    pattern = fill.find(S + "patternFill")
    if pattern is None:
        return True
    if pattern.get("patternType") in (None, "none"):
        return False
    return not _white(pattern.find(S + "fgColor"))


def _int(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def dated(value: Decimal, kind: str, *, from_1904: bool) -> CellValue:
    """The date, time or date-time that a serial number shows; the number itself when it shows none."""
    if value < 0 or value >= 2_958_466:
        return value
    days = int(value)
    seconds = int(((value - days) * _SECONDS_A_DAY).to_integral_value())
    if seconds >= _SECONDS_A_DAY:
        days, seconds = days + 1, 0
    if kind in ("time", "elapsed"):
        if days or (kind == "elapsed" and value == 0):
            return value
        return (dt.datetime.min + dt.timedelta(seconds=seconds)).time()
    origin = dt.datetime(1904, 1, 1) if from_1904 else dt.datetime(1899, 12, 30 if days > 59 else 31)
    if not from_1904 and days == 0:
        return value
    try:
        moment = origin + dt.timedelta(days=days, seconds=seconds)
    except OverflowError:
        return value
    return moment.date() if not seconds and kind == "date" else moment
