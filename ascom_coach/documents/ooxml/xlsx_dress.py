"""How an Excel sheet is dressed and laid out: fonts and colours of cells, widths of columns and of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ascom_coach.documents.cell_refs import MAX_COLUMN
from ascom_coach.documents.ooxml.shared import S

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

_T = TypeVar("_T")
DEFAULT_WIDTH = 8.43
"""Characters of a column that nobody set, in Excel's default font."""
_THEME = ("lt1", "dk1", "lt2", "dk2", *(f"accent{at}" for at in range(1, 7)), "hlink", "folHlink")
_PAPERS = {"1": 21.59, "5": 21.59, "8": 29.7, "9": 21.0, "11": 14.8}
_LONG = {"1": 27.94, "5": 35.56, "8": 42.0, "9": 29.7, "11": 21.0}
_CM = 2.54
_SET_COLUMNS = 500


@dataclass(frozen=True, slots=True)
class CellDress:
    """Font, colour of the text and of the ground (RRGGBB, empty when automatic), size in points (0 when untold);
    `marked` when bold or painted."""

    font: str = ""
    color: str = ""
    fill: str = ""
    marked: bool = False
    size: float = 0.0


def cell_dresses(styles: Element | None, theme: Mapping[str, str]) -> list[CellDress]:
    """One for each cell style index of the workbook."""
    if styles is None:
        return [CellDress()]
    fonts = [_font(item, theme) for item in styles.iterfind(f"{S}fonts/{S}font")] or [CellDress()]
    fills = [_fill(item, theme) for item in styles.iterfind(f"{S}fills/{S}fill")] or [""]
    found: list[CellDress] = []
    for item in styles.iterfind(f"{S}cellXfs/{S}xf"):
        font = _at(fonts, item.get("fontId"))
        fill = _at(fills, item.get("fillId"))
        found.append(CellDress(font.font, font.color, fill, font.marked or bool(fill), font.size))
    return found or [CellDress()]


def column_widths(root: Element) -> tuple[dict[int, float], float]:
    """Characters of the columns whose width was set (0 when hidden), and of the others."""
    found: dict[int, float] = {}
    for item in root.iterfind(f"{S}cols/{S}col"):
        first, last = item.get("min") or "", item.get("max") or ""
        width = _float(item.get("width"))
        if not (first.isdecimal() and last.isdecimal()) or width is None:
            continue
        if item.get("hidden") in ("1", "true"):
            width = 0.0
        for column in range(int(first), min(int(last), MAX_COLUMN, int(first) + _SET_COLUMNS) + 1):
            found[column] = width
    about = root.find(S + "sheetFormatPr")
    default = _float(about.get("defaultColWidth")) if about is not None else None
    return found, default or DEFAULT_WIDTH


def page_width(root: Element) -> float:
    """Centimetres that a page holds across at the scale of the print set-up; 0 when nobody set it up."""
    setup = root.find(S + "pageSetup")
    if setup is None:
        return 0.0
    paper = setup.get("paperSize") or "9"
    sides = _LONG if setup.get("orientation") == "landscape" else _PAPERS
    margins = root.find(S + "pageMargins")
    across = sum(
        (_float(margins.get(side)) if margins is not None else None) or 0.7 for side in ("left", "right")
    )
    scale = _float(setup.get("scale")) or 100.0
    return round((sides.get(paper, sides["9"]) - across * _CM) * 100 / max(10.0, scale), 2)


def _font(item: Element, theme: Mapping[str, str]) -> CellDress:
    name, bold, size = item.find(S + "name"), item.find(S + "b"), item.find(S + "sz")
    marked = bold is not None and bold.get("val") not in ("0", "false")
    return CellDress(
        (name.get("val") or "") if name is not None else "", _color(item.find(S + "color"), theme), "", marked,
        (_float(size.get("val")) or 0.0) if size is not None else 0.0,
    )  # fmt: skip


def _fill(item: Element, theme: Mapping[str, str]) -> str:
    pattern = item.find(S + "patternFill")
    if pattern is None or pattern.get("patternType") in (None, "none"):
        return ""
    color = _color(pattern.find(S + "fgColor"), theme)
    return "" if color == "FFFFFF" else color


def _color(item: Element | None, theme: Mapping[str, str]) -> str:
    """RRGGBB; shades of a theme colour give that colour."""
    if item is None:
        return ""
    rank = item.get("theme") or ""
    if rank.isdecimal() and int(rank) < len(_THEME):
        return theme.get(_THEME[int(rank)], "")
    return (item.get("rgb") or "")[-6:].upper()


def _at(items: list[_T], index: str | None) -> _T:
    rank = int(index) if index and index.isdecimal() else 0
    return items[rank] if rank < len(items) else items[0]


def _float(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
