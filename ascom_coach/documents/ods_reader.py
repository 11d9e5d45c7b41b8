"""LibreOffice workbooks (.ods). Repeated empty rows and columns are counted, never expanded."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from ascom_coach.documents.cell_refs import MAX_COLUMN, MAX_ROW, column_letters
from ascom_coach.documents.model import Block, Cell, Chart, Document, Image, Locator, Notice, Sheet
from ascom_coach.documents.odf import (
    CHART,
    CONFIG,
    DC,
    DRAW,
    NUMBER,
    OFFICE,
    STYLE,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    OdfStyles,
    odf_notices,
    odf_properties,
    plain_text,
    repeat,
)
from ascom_coach.documents.ods_values import cell_value, chart_of, formula_text
from ascom_coach.documents.refusals import refusal
from ascom_coach.documents.xlsx_sheet import MAX_CELLS

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.package import Package

_HOLDERS = {
    TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group", "table-header-columns")
}
_CODES = {"percentage": "0.00%", "date": "dd/mm/yyyy", "time": "hh:mm", "currency": '#,##0.00\\ "€"'}


def read_ods(package: Package, path: str, sha256: str) -> Document:
    """The workbook of a checked OpenDocument spreadsheet."""
    return _OdsReader(package, path).document(sha256)


class _OdsReader:
    def __init__(self, package: Package, path: str) -> None:
        self.package, self.path = package, path
        self.content = package.xml("content.xml")
        self.styles = OdfStyles(package.optional_xml("styles.xml"), self.content)
        self.decimals = {
            item.get(STYLE + "name") or "": _code(item)
            for item in self.content.iter(
                NUMBER + "number-style", NUMBER + "percentage-style", NUMBER + "currency-style"
            )
        }
        self.hidden_styles = {
            style.get(STYLE + "name") or ""
            for style in self.content.iter(STYLE + "style")
            for mark in style.iter(STYLE + "table-properties")
            if mark.get(TABLE + "display") == "false"
        }
        self.comments: list[Block] = []
        self.images: list[Image] = []
        self.notices: list[Notice] = []
        self.total = 0

    def document(self, sha256: str) -> Document:
        body = self.content.find(f"{OFFICE}body/{OFFICE}spreadsheet")
        tables = body.findall(TABLE + "table") if body is not None else []
        sheets = tuple(self._sheet(table) for table in tables)
        names = {
            item.get(TABLE + "name") or "": (item.get(TABLE + "cell-range-address") or "").replace(
                ".", "!", 1
            )
            for item in self.content.iter(TABLE + "named-range")
        }
        return Document(
            self.path,
            "ods",
            sha256,
            sheets=sheets,
            comments=tuple(self.comments),
            images=tuple(self.images),
            properties=odf_properties(self.package),
            names=names,
            notices=(*odf_notices(self.package, self.path), *self.notices),
        )

    def _sheet(self, table: Element) -> Sheet:
        name = table.get(TABLE + "name") or ""
        hidden = (table.get(TABLE + "style-name") or "") in self.hidden_styles
        cells: dict[tuple[int, int], Cell] = {}
        merged: list[str] = []
        unseen = _hidden_columns(table)
        row_number = 1
        for row in _rows(table):
            times = repeat(row.get(TABLE + "number-rows-repeated"), MAX_ROW)
            masked = hidden or row.get(TABLE + "visibility") in ("collapse", "filter")
            found = self._row(row, name, row_number, masked, unseen, merged)
            copies = min(times, 1000) if found else 1
            for shift in range(copies):
                for cell in found:
                    place = Locator(
                        self.path, "cell", f"{name}!{column_letters(cell.column)}{row_number + shift}"
                    )
                    moved = Cell(
                        place,
                        row_number + shift,
                        cell.column,
                        cell.value,
                        cell.formula,
                        cell.number_format,
                        cell.error,
                        cell.hidden,
                        cell.note,
                    )
                    cells[moved.row, moved.column] = moved
            self.total += copies * len(found)
            row_number += times
            if self.total > MAX_CELLS or row_number > MAX_ROW + 1:
                raise refusal("too_many", self.path)
        if hidden:
            message = f"La feuille «\u00a0{name}\u00a0» est masquée."
            self.notices.append(Notice("feuille_masquee", message, Locator(self.path, "sheet", f"{name}!")))
        charts = tuple(chart for frame in table.iter(DRAW + "frame") if (chart := self._drawing(frame, name)))
        ranges = (table.get(TABLE + "print-ranges") or "").replace(".", "!", 1) or None
        repeated = table.find(TABLE + "table-header-rows")
        filters = [
            (item.get(TABLE + "target-range-address") or "").split(".", 1)[-1]
            for item in self.content.iter(TABLE + "database-range")
            if item.get(TABLE + "display-filter-buttons") == "true"
            and (item.get(TABLE + "target-range-address") or "").split(".")[0].strip("'") == name
        ]
        autofilter = re.sub(r":[^:]*\.", ":", filters[0]) if filters else None
        return Sheet(
            name,
            cells,
            hidden,
            autofilter=autofilter,
            merged=tuple(merged),
            charts=charts,
            print_area=ranges,
            print_titles="1:1" if repeated is not None else None,
            protected=table.get(TABLE + "protected") == "true",
        )

    def _frozen(self, name: str) -> str | None:
        """The first cell that scrolls, from the view settings."""
        root = self.package.optional_xml("settings.xml")
        for entry in root.iter(CONFIG + "config-item-map-entry") if root is not None else ():
            if entry.get(CONFIG + "name") != name:
                continue
            values = {item.get(CONFIG + "name"): item.text or "" for item in entry}
            across, down = (_split(values, side) for side in ("Horizontal", "Vertical"))
            return f"{column_letters(across + 1)}{down + 1}" if across or down else None
        return None

    def _row(
        self, row: Element, name: str, number_: int, masked: bool, unseen: set[int], merged: list[str]
    ) -> list[Cell]:
        found: list[Cell] = []
        column = 1
        for item in row:
            if item.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                continue
            times = repeat(item.get(TABLE + "number-columns-repeated"), MAX_COLUMN)
            across, down = (
                repeat(item.get(TABLE + f"number-{side}-spanned"), 2000) for side in ("columns", "rows")
            )
            if across > 1 or down > 1:
                end = f"{column_letters(column + across - 1)}{number_ + down - 1}"
                merged.append(f"{column_letters(column)}{number_}:{end}")
            if len(item) or item.get(OFFICE + "value-type") or item.get(TABLE + "formula"):
                for at in range(column, column + min(times, 256)):
                    cell = self._cell(item, name, number_, at, masked or at in unseen)
                    if cell is not None:
                        found.append(cell)
            column += times
            if column > MAX_COLUMN + 1:
                raise refusal("damaged", self.path)
        return found

    def _cell(self, item: Element, name: str, row: int, column: int, masked: bool) -> Cell | None:
        kind = item.get(OFFICE + "value-type") or ""
        text = "\n".join(plain_text(line) for line in item if line.tag == TEXT + "p")
        value, error = cell_value(item, kind, text)
        formula = formula_text(item.get(TABLE + "formula") or "")
        place = Locator(self.path, "cell", f"{name}!{column_letters(column)}{row}")
        note = ""
        mark = item.find(OFFICE + "annotation")
        if mark is not None:
            note = "\n".join(plain_text(line) for line in mark.iter(TEXT + "p"))
            author = mark.findtext(DC + "creator") or ""
            self.comments.append(
                Block(Locator(self.path, "comment", place.ref), "comment", note, style=author)
            )
        if value is None and formula is None and not note:
            return None
        data = self.styles.resolve(item.get(TABLE + "style-name") or "").get("data", "")
        code = self.decimals.get(data) or _CODES.get(kind, "General")
        return Cell(place, row, column, value, formula, code, error, masked, note)

    def _drawing(self, frame: Element, name: str) -> Chart | None:
        holder = frame.getparent()
        place = Locator(self.path, "chart", f"{name}!")
        while holder is not None and holder.tag != TABLE + "table":
            holder = holder.getparent()
        end = frame.get(TABLE + "end-cell-address") or ""
        if "." in end:
            place = Locator(self.path, "chart", f"{name}!{end.rsplit('.', 1)[-1]}")
        thing = frame.find(DRAW + "object")
        if thing is None:
            if frame.find(DRAW + "image") is not None:
                alt = frame.findtext(SVG + "desc") or frame.findtext(SVG + "title") or ""
                self.images.append(Image(Locator(self.path, "image", place.ref), alt.strip()))
            return None
        part = posixpath.normpath((thing.get(XLINK + "href") or "").removeprefix("./")) + "/content.xml"
        root = self.package.optional_xml(part)
        chart = next(root.iter(CHART + "chart"), None) if root is not None else None
        return chart_of(chart, place) if chart is not None else None


def _split(values: dict[str | None, str], side: str) -> int:
    position = values.get(f"{side}SplitPosition") or ""
    return int(position) if values.get(f"{side}SplitMode") == "2" and position.isdigit() else 0


def _code(style: Element) -> str:
    mark = style.find(NUMBER + "number")
    places = mark.get(NUMBER + "decimal-places") if mark is not None else None
    grouped = mark is not None and mark.get(NUMBER + "grouping") == "true"
    code = ("#,##0" if grouped else "0") + (
        "." + "0" * min(int(places), 10) if places and places.isdigit() and int(places) else ""
    )
    if style.tag == NUMBER + "percentage-style":
        return code + "%"
    symbol = style.findtext(NUMBER + "currency-symbol")
    return f'{code}\\ "{symbol}"' if symbol else code


def _rows(table: Element) -> list[Element]:
    found: list[Element] = []
    for child in table:
        if child.tag == TABLE + "table-row":
            found.append(child)
        elif child.tag in _HOLDERS:
            found.extend(_rows(child))
    return found


def _hidden_columns(table: Element) -> set[int]:
    found: set[int] = set()
    column = 1
    for item in table.iter(TABLE + "table-column"):
        times = repeat(item.get(TABLE + "number-columns-repeated"), MAX_COLUMN)
        if item.get(TABLE + "visibility") in ("collapse", "filter"):
            found.update(range(column, min(column + times, MAX_COLUMN + 1)))
        column += times
    return found
