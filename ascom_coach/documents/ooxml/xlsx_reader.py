"""Excel workbooks: formulas and stored results in one pass over the XML, nothing computed, nothing
expanded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ascom_coach.documents.cell_refs import column_letters, column_number
from ascom_coach.documents.dress import Dress
from ascom_coach.documents.model import Block, Cell, Document, Image, Link, Locator, Notice, Sheet
from ascom_coach.documents.ooxml.drawing import theme_of
from ascom_coach.documents.ooxml.shared import R, S, local, properties, risk_notices
from ascom_coach.documents.ooxml.xlsx_dress import cell_dresses, column_widths, page_width
from ascom_coach.documents.ooxml.xlsx_extras import Extras, conditional_formats, read_extras, validations
from ascom_coach.documents.ooxml.xlsx_formats import looks
from ascom_coach.documents.ooxml.xlsx_sheet import Cells, Context, Grid, read_grid, rich_text
from ascom_coach.documents.refusals import refusal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package

MAX_SHEETS = 200
_RANGE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?")


def read_xlsx(package: Package, path: str, sha256: str, kind: str) -> Document:
    """The workbook of a checked package. Raises RefusedInputError when a part is damaged."""
    return _WorkbookReader(package, path).document(sha256, kind)


@dataclass(slots=True)
class _Gathered:
    sheets: list[Sheet] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    comments: list[Block] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    uncomputed: int = 0
    dress: Dress = field(default_factory=Dress)


class _WorkbookReader:
    def __init__(self, package: Package, path: str) -> None:
        self.package, self.path = package, path
        self.main = package.main_part()
        self.relations = package.relations(self.main)
        self.root = package.xml(self.main)
        about = self.root.find(S + "workbookPr")
        from_1904 = about is not None and about.get("date1904") in ("1", "true")
        styles = self._part("styles")
        dresses = cell_dresses(styles, theme_of(self._part("theme")))
        self.context = Context(path, self._strings(), looks(styles), dresses, from_1904)
        self.out = _Gathered()

    def _part(self, kind: str) -> Element | None:
        target = next(
            (rel.target for rel in self.relations.values() if rel.type == kind and not rel.external), None
        )
        return self.package.optional_xml(target)

    def _strings(self) -> list[str]:
        root = self._part("sharedStrings")
        return [rich_text(item) for item in root if item.tag == S + "si"] if root is not None else []

    def document(self, sha256: str, kind: str) -> Document:
        listed = list(self.root.iterfind(f"{S}sheets/{S}sheet"))
        if len(listed) > MAX_SHEETS:
            raise refusal("too_many", self.path)
        names, printing = self._defined_names()
        for index, item in enumerate(listed):
            self._sheet(item, printing.get(index, {}))
        out = self.out
        if out.uncomputed:
            message = (
                f"{out.uncomputed} formule(s) n’ont pas de résultat enregistré\u00a0; ouvrez le classeur "
                f"dans votre "
                "tableur et enregistrez-le."
            )
            out.notices.append(Notice("valeurs_non_calculees", message, Locator(self.path, "file", "")))
        return Document(
            self.path,
            kind,
            sha256,
            blocks=tuple(out.blocks),
            sheets=tuple(out.sheets),
            images=tuple(out.images),
            links=tuple(out.links),
            comments=tuple(out.comments),
            properties=properties(self.package),
            notices=(*risk_notices(self.package, self.path), *out.notices),
            names=names,
            uses=out.dress.uses(),
        )

    def _defined_names(self) -> tuple[dict[str, str], dict[int, dict[str, str]]]:
        names: dict[str, str] = {}
        printing: dict[int, dict[str, str]] = {}
        for item in self.root.iterfind(f"{S}definedNames/{S}definedName"):
            name, scope, text = (
                item.get("name") or "",
                item.get("localSheetId") or "",
                (item.text or "").strip(),
            )
            if name.startswith("_xlnm."):
                if scope.isdecimal():
                    printing.setdefault(int(scope), {})[name.removeprefix("_xlnm.")] = text
            else:
                names[name] = text
        return names, printing

    def _sheet(self, item: Element, printing: dict[str, str]) -> None:
        name, hidden = item.get("name") or "", item.get("state") in ("hidden", "veryHidden")
        relation = self.relations.get(item.get(R + "id") or "")
        root = self.package.optional_xml(relation.target) if relation else None
        if relation is None or root is None:
            raise refusal("damaged", self.path)
        grid = read_grid(root, name, self.context, hidden=hidden)
        extras = read_extras(self.package, relation.target, self.path, name)
        rules = conditional_formats(root)
        cells = self._with_notes(
            self._with_white(root, grid.cells, extras, covered=bool(rules)), extras, name, hidden
        )
        setup = root.find(S + "pageSetup")
        fit = root.find(f"{S}sheetPr/{S}pageSetUpPr")
        filter_ = root.find(S + "autoFilter")
        widths, default_width = column_widths(root)
        self.out.sheets.append(
            Sheet(
                name=name,
                cells=cells,
                hidden=hidden,
                frozen=_frozen(root),
                autofilter=filter_.get("ref") if filter_ is not None else None,
                tables=tuple(extras.tables),
                validations=validations(root),
                conditional_formats=rules,
                charts=tuple(extras.charts),
                merged=tuple(mark.get("ref") or "" for mark in root.iterfind(f"{S}mergeCells/{S}mergeCell")),
                print_area=printing.get("Print_Area"),
                print_titles=printing.get("Print_Titles"),
                fit_to_page=fit is not None and fit.get("fitToPage") in ("1", "true"),
                landscape=setup is not None and setup.get("orientation") == "landscape",
                pivots=tuple(extras.pivots),
                protected=root.find(S + "sheetProtection") is not None,
                widths=widths,
                default_width=default_width,
                marked_rows=tuple(row for row, marked in grid.marked.items() if marked),
                page_width=page_width(root),
            )
        )
        self._wear(grid)
        self._headers(root, name)
        self._links(root, relation.target, name, cells)
        self.out.blocks.extend(replace(block, hidden=hidden) for block in extras.boxes)
        self.out.images.extend(extras.images)
        self.out.uncomputed += grid.uncomputed
        self._notices(name, hidden, grid)

    def _wear(self, grid: Grid) -> None:
        """Fonts and colours of the written cells in sight."""
        for index, (place, count) in grid.worn.items():
            if index < len(self.context.dresses):
                worn = self.context.dresses[index]
                self.out.dress.font(worn.font, place, count)
                self.out.dress.color("texte", worn.color, place, count)
                self.out.dress.color("fond", worn.fill, place, count)
                self.out.dress.size(worn.size, place, count)

    def _with_white(self, root: Element, cells: Cells, extras: Extras, *, covered: bool) -> Cells:
        """White on white cells are hidden, unless a table style or a rule may paint behind them."""
        pale = {index for index, look in enumerate(self.context.looks) if look.white}
        if not pale or covered or len(extras.table_ranges) > 50:
            return cells
        spans = [span for text in extras.table_ranges if (span := _span(text))]
        changed = dict(cells)
        for item in root.iterfind(f"{S}sheetData/{S}row/{S}c"):
            index, span = item.get("s") or "", _span(item.get("r") or "")
            if not index.isdecimal() or int(index) not in pale or span is None:
                continue
            row, column = span[0], span[1]
            cell = changed.get((row, column))
            inside = any(
                top <= row <= bottom and left <= column <= right for top, left, bottom, right in spans
            )
            if cell is not None and not inside:
                changed[row, column] = replace(cell, hidden=True)
        return changed

    def _with_notes(self, cells: Cells, extras: Extras, name: str, hidden: bool) -> Cells:
        changed = dict(cells) if extras.notes else cells
        for ref, (author, text) in extras.notes.items():
            span = _span(ref)
            if span is None:
                continue
            place = Locator(self.path, "cell", f"{name}!{ref}")
            cell = changed.get(span[:2]) or Cell(place, span[0], span[1], None, hidden=hidden)
            changed[span[:2]] = replace(cell, note=text)
            self.out.comments.append(Block(replace(place, kind="comment"), "comment", text, style=author))
        return changed

    def _headers(self, root: Element, name: str) -> None:
        marks = root.find(S + "headerFooter")
        for item in marks if marks is not None else ():
            top = local(item).endswith("Header")
            if item.text:
                place = Locator(
                    self.path, "header" if top else "footer", f"{name}!{'entete' if top else 'pied'}"
                )
                self.out.blocks.append(Block(place, "header" if top else "footer", item.text))

    def _links(self, root: Element, part: str, name: str, cells: Cells) -> None:
        targets = {rel.id: rel.target for rel in self.package.relations(part).values() if rel.external}
        for item in root.iterfind(f"{S}hyperlinks/{S}hyperlink"):
            ref = (item.get("ref") or "").split(":")[0]
            span = _span(ref)
            cell = cells.get(span[:2]) if span else None
            target = targets.get(item.get(R + "id") or "", "")
            inner = item.get("location")
            self.out.links.append(
                Link(
                    Locator(self.path, "cell", f"{name}!{ref}"),
                    cell.text if cell else item.get("display") or "",
                    target + (f"#{inner}" if inner else ""),
                )
            )

    def _notices(self, name: str, hidden: bool, grid: Grid) -> None:
        place = Locator(self.path, "sheet", f"{name}!")
        shown = f"«\u00a0{name}\u00a0»"
        if hidden:
            self.out.notices.append(Notice("feuille_masquee", f"La feuille {shown} est masquée.", place))
        if grid.hidden_rows:
            message = f"La feuille {shown} a {grid.hidden_rows} ligne(s) masquée(s)."
            self.out.notices.append(Notice("lignes_masquees", message, place))
        if grid.hidden_columns:
            message = f"La feuille {shown} a {grid.hidden_columns} colonne(s) masquée(s)."
            self.out.notices.append(Notice("colonnes_masquees", message, place))


def _span(text: str) -> tuple[int, int, int, int] | None:
    """`B2:D9` as top, left, bottom, right."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    left, top, right, bottom = match.groups()
    return int(top), column_number(left), int(bottom or top), column_number(right or left)


def _frozen(root: Element) -> str | None:
    for pane in root.iterfind(f"{S}sheetViews/{S}sheetView/{S}pane"):
        if pane.get("state") in ("frozen", "frozenSplit"):
            across, down = (int(float(pane.get(name) or 0)) for name in ("xSplit", "ySplit"))
            return f"{column_letters(across + 1)}{down + 1}"
    return None
