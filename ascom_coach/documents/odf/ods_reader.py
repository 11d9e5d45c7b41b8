"""LibreOffice workbooks (.ods). Repeated empty rows and columns are counted, never expanded."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ascom_coach.documents.cell_refs import MAX_CELLS, MAX_COLUMN, MAX_ROW, column_letters
from ascom_coach.documents.dress import Dress
from ascom_coach.documents.model import Block, Cell, Document, Image, Link, Locator, Notice, Sheet, StyleUse
from ascom_coach.documents.odf.dress import dress_text
from ascom_coach.documents.odf.ods_drawings import Drawings, named_series
from ascom_coach.documents.odf.ods_formats import data_codes
from ascom_coach.documents.odf.ods_page import PageStyles, column_widths, frozen, print_area, print_titles
from ascom_coach.documents.odf.ods_ranges import Areas, excel_range, local_ranges, sheet_of
from ascom_coach.documents.odf.ods_rules import conditional_formats, validations
from ascom_coach.documents.odf.ods_values import cell_value, formula_text
from ascom_coach.documents.odf.shared import (
    DC,
    OFFICE,
    STYLE,
    TABLE,
    TEXT,
    XLINK,
    Look,
    OdfStyles,
    odf_notices,
    odf_properties,
    plain_text,
    repeat,
)
from ascom_coach.documents.refusals import refusal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package

MAX_SHEETS = 200
_HOLDERS = {TABLE + name for name in ("table-header-rows", "table-rows", "table-row-group")}
_CODES = {"percentage": "0.00%", "date": "dd/mm/yyyy", "time": "hh:mm", "currency": '#,##0.00 "€"'}
_CELLS = frozenset((TABLE + "table-cell", TABLE + "covered-table-cell"))
_WIDE = TABLE + "number-columns-repeated"
_ACROSS, _DOWN = TABLE + "number-columns-spanned", TABLE + "number-rows-spanned"
_RULE, _STYLE, _FORMULA = TABLE + "content-validation-name", TABLE + "style-name", TABLE + "formula"
_KIND, _LINE, _LINK = OFFICE + "value-type", TEXT + "p", TEXT + "a"
_TAIL = 1000  # more repeated rows or columns than this are the empty rest of the sheet


def read_ods(package: Package, path: str, sha256: str) -> Document:
    """The workbook of a checked OpenDocument spreadsheet."""
    return _OdsReader(package, path).document(sha256)


@dataclass(slots=True)
class _Grid:
    """What accumulates while the rows of a sheet are read."""

    name: str
    hidden: bool
    unseen: set[int]
    drawings: Drawings
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    checked: Areas = field(default_factory=Areas)
    styled: Areas = field(default_factory=Areas)
    hidden_rows: int = 0
    marked: dict[int, bool] = field(default_factory=dict)


@dataclass(slots=True)
class _Worn:
    """A cell style that is used: its look, its first place, its number of cells."""

    look: Look
    place: Locator
    count: int = 0

    @property
    def marked(self) -> bool:
        return self.look.get("bold") == "1" or "pfill" in self.look


class _OdsReader:
    def __init__(self, package: Package, path: str) -> None:
        self.package, self.path = package, path
        self.content = package.xml("content.xml")
        page_styles = package.optional_xml("styles.xml")
        self.settings = package.optional_xml("settings.xml")
        self.styles = OdfStyles(page_styles, self.content)
        self.pages = PageStyles(self.content, page_styles)
        self.codes = data_codes(page_styles, self.content)
        self.looks: dict[str, str] = {}
        self.hidden_styles: set[str] = set()
        self.ruled_styles: set[str] = set()
        for style in self.content.iter(STYLE + "style"):
            name = style.get(STYLE + "name") or ""
            if any(
                mark.get(TABLE + "display") == "false" for mark in style.iterfind(STYLE + "table-properties")
            ):
                self.hidden_styles.add(name)
            if style.find(STYLE + "map") is not None:
                self.ruled_styles.add(name)
        self.comments: list[Block] = []
        self.blocks: list[Block] = []
        self.images: list[Image] = []
        self.links: list[Link] = []
        self.notices: list[Notice] = []
        self.worn: dict[str, _Worn] = {}
        self.total = 0

    def document(self, sha256: str) -> Document:
        body = self.content.find(f"{OFFICE}body/{OFFICE}spreadsheet")
        tables = body.findall(TABLE + "table") if body is not None else []
        # the cells of another workbook are kept as a table with its source
        own = [table for table in tables if table.find(TABLE + "table-source") is None]
        if len(own) > MAX_SHEETS:
            raise refusal("too_many", self.path)
        sheets = named_series([self._sheet(table) for table in own])
        names = {
            item.get(TABLE + "name") or "": excel_range(item.get(TABLE + "cell-range-address") or "")
            for item in self.content.iter(TABLE + "named-range")
        } | {
            item.get(TABLE + "name") or "": (formula_text(item.get(TABLE + "expression") or "") or "").lstrip(
                "="
            )
            for item in self.content.iter(TABLE + "named-expression")
        }
        return Document(
            self.path,
            "ods",
            sha256,
            blocks=tuple(self.blocks),
            sheets=tuple(sheets),
            comments=tuple(self.comments),
            images=tuple(self.images),
            links=tuple(self.links),
            properties=odf_properties(self.package),
            uses=self._uses(),
            names={name: text for name, text in names.items() if not name.startswith("_xlnm")},
            notices=(*odf_notices(self.package, self.path, self.content), *self.notices),
        )

    def _uses(self) -> tuple[StyleUse, ...]:
        dress = Dress()
        for worn in self.worn.values():
            dress_text(dress, self.styles, worn.look, worn.place, worn.count)
            dress.size(float(worn.look.get("size", 0)), worn.place, worn.count)
        return dress.uses()

    def _sheet(self, table: Element) -> Sheet:
        name = table.get(TABLE + "name") or ""
        hidden = (table.get(TABLE + "style-name") or "") in self.hidden_styles
        grid = _Grid(name, hidden, _hidden_columns(table), Drawings(self.package, self.path, name))
        self._rows(table, grid)
        shapes = table.find(TABLE + "shapes")
        if shapes is not None:
            grid.drawings.add(shapes, "")
        landscape, fitted = self.pages.setup(table)
        tables, autofilter = self._database_ranges(name)
        self.images += grid.drawings.images
        self.blocks += self.pages.stories(table, self.path, name)
        self.blocks += [replace(box, hidden=hidden) for box in grid.drawings.boxes]
        self._say(grid)
        return Sheet(
            name,
            grid.cells,
            hidden,
            frozen=frozen(self.settings, name),
            autofilter=autofilter,
            tables=tables,
            validations=validations(self.content, grid.checked.ranges()),
            conditional_formats=conditional_formats(table, self.content, grid.styled.ranges()),
            merged=tuple(grid.merged),
            charts=tuple(grid.drawings.charts),
            print_area=print_area(table),
            print_titles=print_titles(table),
            fit_to_page=fitted,
            landscape=landscape,
            pivots=self._pivots(name),
            protected=table.get(TABLE + "protected") == "true",
            widths=column_widths(table, self.content),
            marked_rows=tuple(row for row, marked in grid.marked.items() if marked),
            page_width=self.pages.page_width(table),
        )

    def _rows(self, table: Element, grid: _Grid) -> None:
        row_number = 1
        for row in _rows(table):
            times = repeat(row.get(TABLE + "number-rows-repeated"), MAX_ROW)
            masked = row.get(TABLE + "visibility") in ("collapse", "filter")
            grid.hidden_rows += times if masked and times <= _TAIL else 0
            found = self._row(row, grid, row_number, times, masked or grid.hidden)
            copies = min(times, 1000) if found else 1
            self.total += copies * len(found)
            if self.total > MAX_CELLS or row_number + times > MAX_ROW + 1:
                raise refusal("too_many", self.path)
            for cell in found:
                grid.cells[row_number, cell.column] = cell
            for shift in range(1, copies):
                self._copy(found, grid, row_number + shift)
            row_number += times

    def _copy(self, cells: list[Cell], grid: _Grid, row: int) -> None:
        """The same cells on another row."""
        for cell in cells:
            place = Locator(self.path, "cell", f"{grid.name}!{column_letters(cell.column)}{row}")
            grid.cells[row, cell.column] = Cell(
                place, row, cell.column, cell.value, cell.formula, cell.number_format, cell.error, cell.hidden,
                cell.note,
            )  # fmt: skip

    def _row(self, row: Element, grid: _Grid, number: int, times: int, masked: bool) -> list[Cell]:
        found: list[Cell] = []
        column = 1
        row_style = row.get(TABLE + "default-cell-style-name") or ""
        for item in row:
            if item.tag not in _CELLS:
                continue
            wide = repeat(item.get(_WIDE), MAX_COLUMN)
            if item.get(_ACROSS) or item.get(_DOWN):
                _merge(item, grid, number, column)
            rule = item.get(_RULE)
            if rule:
                grid.checked.add(rule, number, times, column, wide)
            style = item.get(_STYLE) or row_style
            if style in self.ruled_styles:
                grid.styled.add(style, number, times, column, wide)
            if len(item) or item.get(_KIND) or item.get(TABLE + "formula"):
                for at in range(column, column + min(wide, 256)):
                    cell = self._cell(item, grid, number, at, style, masked or at in grid.unseen)
                    if cell is not None:
                        found.append(cell)
            column += wide
            if column > MAX_COLUMN + 1:
                raise refusal("damaged", self.path)
        return found

    def _cell(
        self, item: Element, grid: _Grid, row: int, column: int, style: str, masked: bool
    ) -> Cell | None:
        kind = item.get(_KIND) or ""
        place = Locator(self.path, "cell", f"{grid.name}!{column_letters(column)}{row}")
        lines = [line for line in item if line.tag == _LINE]
        text = plain_text(lines[0]) if len(lines) == 1 else "\n".join(plain_text(line) for line in lines)
        for line in lines:
            for link in line.iter(_LINK) if len(line) else ():
                self.links.append(Link(place, plain_text(link), link.get(XLINK + "href") or ""))
        note = ""
        if len(item) > len(lines):
            grid.drawings.add(item, place.ref.rpartition("!")[2])
            note = self._note(item, place)
        value, error = cell_value(item, kind, text)
        stored = item.get(_FORMULA)
        formula = formula_text(stored) if stored else None
        if value is None and formula is None and not note:
            return None
        if style not in self.looks:
            self.looks[style] = self.codes.get(self.styles.resolve(style).get("data", ""), "")
        code = self.looks[style]
        if kind in _CODES and code in ("", "General"):
            code = _CODES[kind]
        if value is not None and not masked:
            self._wear(style or "Default", grid, place)
        return Cell(place, row, column, value, formula, code or "General", error, masked, note)

    def _wear(self, style: str, grid: _Grid, place: Locator) -> None:
        """The first place and the number of the written cells in sight of a style; whether its row has a marked one."""
        worn = self.worn.get(style)
        if worn is None:
            worn = self.worn[style] = _Worn(self.styles.cell(style), place)
        worn.count += 1
        row = int(place.ref.rpartition("!")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        grid.marked[row] = worn.marked or grid.marked.get(row, False)

    def _note(self, item: Element, place: Locator) -> str:
        mark = item.find(OFFICE + "annotation")
        if mark is None:
            return ""
        note = "\n".join(plain_text(line) for line in mark.iter(TEXT + "p"))
        author = mark.findtext(DC + "creator") or ""
        self.comments.append(Block(Locator(self.path, "comment", place.ref), "comment", note, style=author))
        return note

    def _database_ranges(self, name: str) -> tuple[tuple[str, ...], str | None]:
        """Named lists of a sheet, and the range whose filter buttons are shown."""
        tables: list[str] = []
        filters: list[str] = []
        for item in self.content.iter(TABLE + "database-range"):
            address = item.get(TABLE + "target-range-address") or ""
            if sheet_of(address) != name:
                continue
            title, cells = item.get(TABLE + "name") or "", excel_range(address).rpartition("!")[2]
            if not title.startswith("__Anonymous"):
                tables.append(f"{title} {cells}")
            if item.get(TABLE + "display-filter-buttons") == "true":
                filters.insert(0 if title.startswith("__Anonymous") else len(filters), cells)
        return tuple(tables), filters[0] if filters else None

    def _pivots(self, name: str) -> tuple[str, ...]:
        found = []
        for item in self.content.iter(TABLE + "data-pilot-table"):
            address = item.get(TABLE + "target-range-address") or ""
            if sheet_of(address) == name:
                found.append(f"{item.get(TABLE + 'name') or ''} {local_ranges(address)}".strip())
        return tuple(found)

    def _say(self, grid: _Grid) -> None:
        place = Locator(self.path, "sheet", f"{grid.name}!")
        shown = f"«\u00a0{grid.name}\u00a0»"
        if grid.hidden:
            self.notices.append(Notice("feuille_masquee", f"La feuille {shown} est masquée.", place))
        if grid.hidden_rows:
            message = f"La feuille {shown} a {grid.hidden_rows} ligne(s) masquée(s)."
            self.notices.append(Notice("lignes_masquees", message, place))
        if grid.unseen:
            message = f"La feuille {shown} a {len(grid.unseen)} colonne(s) masquée(s)."
            self.notices.append(Notice("colonnes_masquees", message, place))


def _merge(item: Element, grid: _Grid, row: int, column: int) -> None:
    across, down = (repeat(item.get(side), 2000) for side in (_ACROSS, _DOWN))
    if across > 1 or down > 1:
        end = f"{column_letters(column + across - 1)}{row + down - 1}"
        grid.merged.append(f"{column_letters(column)}{row}:{end}")


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
        if item.get(TABLE + "visibility") in ("collapse", "filter") and times <= _TAIL:
            found.update(range(column, min(column + times, MAX_COLUMN + 1)))
        column += times
    return found
