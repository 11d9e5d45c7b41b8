"""How the sheets of a LibreOffice workbook are shown and printed: frozen cells, orientation, fit, header and footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ascom_coach.documents.cell_refs import MAX_COLUMN, column_letters
from ascom_coach.documents.model import Block, BlockKind, Locator
from ascom_coach.documents.odf.ods_ranges import excel_range
from ascom_coach.documents.odf.shared import CONFIG, FO, STYLE, TABLE, TEXT, centimetres, repeat

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_REGIONS = (("region-left", "&L"), ("region-center", "&C"), ("region-right", "&R"))
_FIELDS = {
    "page-number": "&P",
    "page-count": "&N",
    "sheet-name": "&A",
    "file-name": "&F",
    "date": "&D",
    "time": "&T",
}
_SET_COLUMNS = 500
"""Columns told together beyond which they are the empty rest of the sheet."""


def frozen(settings: Element | None, name: str) -> str | None:
    """The first cell that scrolls (`A2` for one frozen row), from the view settings."""
    for entry in settings.iter(CONFIG + "config-item-map-entry") if settings is not None else ():
        if entry.get(CONFIG + "name") != name:
            continue
        values = {item.get(CONFIG + "name"): item.text or "" for item in entry}
        across, down = (_split(values, side) for side in ("Horizontal", "Vertical"))
        return f"{column_letters(across + 1)}{down + 1}" if across or down else None
    return None


def _split(values: dict[str | None, str], side: str) -> int:
    position = values.get(f"{side}SplitPosition") or ""
    return (
        int(position)
        if values.get(f"{side}SplitMode") == "2" and len(position) < 6 and position.isdecimal()
        else 0
    )


def print_titles(table: Element) -> str | None:
    """Repeated columns and rows as `A:B,1:2`, from the first of each."""
    found: list[str] = []
    for holder, item, count in (
        ("table-header-columns", "table-column", "number-columns-repeated"),
        ("table-header-rows", "table-row", "number-rows-repeated"),
    ):
        mark = next(table.iter(TABLE + holder), None)
        if mark is None:
            continue
        size = sum(repeat(one.get(TABLE + count), 1000) for one in mark.iterfind(TABLE + item))
        first = 1
        for one in table.iter(TABLE + item):
            if one.getparent() is mark:
                break
            first += repeat(one.get(TABLE + count), 1_048_576)
        last = first + max(size, 1) - 1
        columns = item == "table-column"
        found.append(f"{column_letters(first)}:{column_letters(last)}" if columns else f"{first}:{last}")
    return ",".join(found) or None


def column_widths(table: Element, content: Element) -> dict[int, float]:
    """Characters of the columns whose width is told, as Excel counts them (7 pixels each and 5 around)."""
    sizes: dict[str, float] = {}
    for item in content.iter(STYLE + "style"):
        about = item.find(STYLE + "table-column-properties")
        size = centimetres(about.get(STYLE + "column-width")) if about is not None else None
        if size is not None:
            sizes[item.get(STYLE + "name") or ""] = max(0.0, (size / 2.54 * 96 - 5) / 7)
    found: dict[int, float] = {}
    column = 1
    for item in table.iter(TABLE + "table-column"):
        times = repeat(item.get(TABLE + "number-columns-repeated"), MAX_COLUMN)
        width = sizes.get(item.get(TABLE + "style-name") or "")
        if item.get(TABLE + "visibility") in ("collapse", "filter"):
            width = 0.0
        if width is not None and times <= _SET_COLUMNS:
            found.update(dict.fromkeys(range(column, column + times), width))
        column += times
    return found


def print_area(table: Element) -> str | None:
    """The first print range, as Excel writes it."""
    ranges = table.get(TABLE + "print-ranges") or ""
    return excel_range(ranges) or None


class PageStyles:
    """Page layouts, headers and footers by sheet style."""

    def __init__(self, content: Element, styles: Element | None) -> None:
        self._of_table = {
            item.get(STYLE + "name") or "": item.get(STYLE + "master-page-name") or ""
            for item in content.iter(STYLE + "style")
            if item.get(STYLE + "family") == "table"
        }
        root = styles
        self._masters = {
            item.get(STYLE + "name") or "": item
            for item in (root.iter(STYLE + "master-page") if root is not None else ())
        }
        self._layouts = {
            item.get(STYLE + "name") or "": item.find(STYLE + "page-layout-properties")
            for item in (root.iter(STYLE + "page-layout") if root is not None else ())
        }

    def _master(self, table: Element) -> Element | None:
        name = self._of_table.get(table.get(TABLE + "style-name") or "") or "Default"
        return self._masters.get(name)

    def setup(self, table: Element) -> tuple[bool, bool]:
        """Whether the sheet is printed in landscape, and whether it is fitted to a number of pages."""
        master = self._master(table)
        layout = (
            self._layouts.get(master.get(STYLE + "page-layout-name") or "") if master is not None else None
        )
        if layout is None:
            return False, False
        fitted = any((layout.get(STYLE + f"scale-to-{way}") or "0") != "0" for way in ("X", "Y", "pages"))
        return layout.get(STYLE + "print-orientation") == "landscape", fitted

    def page_width(self, table: Element) -> float:
        """Centimetres that a page holds across at its scale, 0 when they are not told."""
        master = self._master(table)
        name = (master.get(STYLE + "page-layout-name") or "") if master is not None else ""
        layout = self._layouts.get(name)
        paper = centimetres(layout.get(FO + "page-width")) if layout is not None else None
        if layout is None or not paper:
            return 0.0
        both = centimetres(layout.get(FO + "margin"))
        sides = [centimetres(layout.get(FO + f"margin-{side}")) for side in ("left", "right")]
        across = sum((both if side is None else side) or 0.0 for side in sides)
        scale = (layout.get(STYLE + "scale-to") or "100%").rstrip("%")
        return round((paper - across) * 100 / max(10.0, float(scale)), 2) if scale.isdecimal() else 0.0

    def stories(self, table: Element, path: str, name: str) -> list[Block]:
        """Header and footer of a sheet, with the codes of Excel (`&CPage &P/&N`)."""
        master = self._master(table)
        found: list[Block] = []
        for tag, ref in (("header", "entete"), ("footer", "pied")) if master is not None else ():
            story = master.find(STYLE + tag) if master is not None else None
            text = _story(story) if story is not None and story.get(STYLE + "display") != "false" else ""
            if text:
                kind: BlockKind = "header" if tag == "header" else "footer"
                found.append(Block(Locator(path, kind, f"{name}!{ref}"), kind, text))
        return found


def _story(story: Element) -> str:
    regions = [(mark, story.find(STYLE + tag)) for tag, mark in _REGIONS]
    parts = [(mark, item) for mark, item in regions if item is not None] or [("&C", story)]
    shown = [
        (mark, "\n".join(_coded(line) for line in item.iter(TEXT + "p")).strip()) for mark, item in parts
    ]
    return "".join(mark + text for mark, text in shown if text)


def _coded(item: Element) -> str:
    pieces = [item.text or ""]
    for child in item:
        name = str(child.tag).rsplit("}", 1)[-1]
        pieces += [_FIELDS[name] if name in _FIELDS else _coded(child), child.tail or ""]
    return "".join(pieces)
