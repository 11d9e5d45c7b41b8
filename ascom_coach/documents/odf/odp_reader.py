"""LibreOffice presentations (.odp), with the same places as PowerPoint ones: text of each slide (`d4`), notes, tables,
pictures, comments, hidden slides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ascom_coach.documents.dress import Dress
from ascom_coach.documents.model import Block, BlockKind, Chart, Document, Image, Link, Locator, Notice, Table
from ascom_coach.documents.odf.dress import dress_shape, dress_text, framed_image
from ascom_coach.documents.odf.ods_drawings import object_chart
from ascom_coach.documents.odf.shared import (
    DC,
    DRAW,
    FO,
    OFFICE,
    PRESENTATION,
    STYLE,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    OdfStyles,
    centimetres,
    odf_notices,
    odf_properties,
    plain_text,
    repeat,
    unseen,
)
from ascom_coach.documents.refusals import refusal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package

MAX_SLIDES = 1000
MAX_COLUMNS = 75  # what PowerPoint accepts
_COMMENTS = (OFFICE + "annotation", "{http://openoffice.org/2009/office}annotation")
"""The standard's comment, and the one that LibreOffice itself writes on a slide."""
_SILENT = ("date-time", "footer", "header", "page-number")
_PICTURES = (DRAW + "image", DRAW + "object", DRAW + "object-ole", DRAW + "plugin")


def read_odp(package: Package, path: str, sha256: str) -> Document:
    """The presentation of a checked OpenDocument package, slides in their order."""
    return _OdpReader(package, path).document(sha256)


class _OdpReader:
    def __init__(self, package: Package, path: str) -> None:
        self.package, self.path = package, path
        self.content = package.xml("content.xml")
        self.page_styles = package.optional_xml("styles.xml")
        self.styles = OdfStyles(self.page_styles, self.content)
        self.hidden_styles = {
            style.get(STYLE + "name") or ""
            for style in self.content.iter(STYLE + "style")
            for mark in style.iter(STYLE + "drawing-page-properties")
            if mark.get(PRESENTATION + "visibility") == "hidden"
        }
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.images: list[Image] = []
        self.charts: list[Chart] = []
        self.links: list[Link] = []
        self.comments: list[Block] = []
        self.dress = Dress()
        self.notices: list[Notice] = []

    def document(self, sha256: str) -> Document:
        body = self.content.find(f"{OFFICE}body/{OFFICE}presentation")
        slides = body.findall(DRAW + "page") if body is not None else []
        if len(slides) > MAX_SLIDES:
            raise refusal("too_many", self.path)
        for number, slide in enumerate(slides, 1):
            self._slide(slide, number)
        return Document(
            self.path,
            "odp",
            sha256,
            blocks=tuple(self.blocks),
            tables=tuple(self.tables),
            images=tuple(self.images),
            charts=tuple(self.charts),
            links=tuple(self.links),
            comments=tuple(self.comments),
            properties=odf_properties(self.package),
            page={"slides": float(len(slides))} | self._size(slides),
            notices=(*odf_notices(self.package, self.path, self.content), *self.notices),
            uses=self.dress.uses(),
        )

    def _slide(self, slide: Element, number: int) -> None:
        place = Locator(self.path, "slide", f"d{number}")
        start = len(self.blocks)
        masked = (slide.get(DRAW + "style-name") or "") in self.hidden_styles
        if masked:
            self.notices.append(Notice("diapositive_masquee", f"La diapositive {number} est masquée.", place))
        dress_shape(self.dress, self.styles, slide, place)
        for shape in slide:
            if shape.tag == PRESENTATION + "notes":
                notes = Locator(self.path, "notes", f"d{number}")
                for frame in shape.iter(DRAW + "frame"):
                    if frame.get(PRESENTATION + "class") == "notes" and not _unused(frame):
                        self._texts(frame, notes, "notes")
            elif shape.tag in _COMMENTS:
                text = "\n".join(plain_text(line) for line in shape.iter(TEXT + "p"))
                author = shape.findtext(DC + "creator") or ""
                self.comments.append(
                    Block(Locator(self.path, "comment", f"d{number}"), "comment", text, style=author)
                )
            elif str(shape.tag).startswith(DRAW):
                self._shape(shape, place)
        if masked:
            self.blocks[start:] = [replace(block, hidden=True) for block in self.blocks[start:]]

    def _shape(self, shape: Element, place: Locator) -> None:
        if shape.tag == DRAW + "g":
            for inner in shape:
                self._shape(inner, place)
            return
        dress_shape(self.dress, self.styles, shape, place)
        role = shape.get(PRESENTATION + "class") or ""
        if role in _SILENT or _unused(shape):
            return
        table = shape.find(TABLE + "table")
        if table is not None:
            self._table(table, place)
        elif any(shape.find(tag) is not None for tag in _PICTURES):
            alt = shape.findtext(SVG + "desc") or shape.findtext(SVG + "title") or ""
            self.images.append(framed_image(shape, place, alt.strip(), self.package, self.styles))
            chart = object_chart(self.package, shape, replace(place, kind="chart"))
            self.charts += [chart] if chart is not None else []
        else:
            self._texts(shape, place, "title" if role == "title" else "slide")

    def _texts(self, shape: Element, place: Locator, kind: BlockKind) -> None:
        base = self.styles.paragraph(
            shape.get(PRESENTATION + "style-name") or shape.get(DRAW + "style-name") or ""
        )
        for item, listed in _paragraphs(shape, listed=False):
            text = plain_text(item)
            if not text.strip():
                continue
            look = base | self.styles.resolve(item.get(TEXT + "style-name") or "")
            runs = [
                look | self.styles.resolve(run.get(TEXT + "style-name") or "")
                for run in item.iter(TEXT + "span")
                if plain_text(run).strip()
            ] or [look]
            for run in runs:
                dress_text(self.dress, self.styles, run, place)
            align = look.get("align", "")
            self.blocks.append(
                Block(
                    place,
                    kind,
                    text,
                    style=shape.get(DRAW + "name") or shape.get(PRESENTATION + "class") or "",
                    numbered=listed,
                    bold=all(run.get("bold") == "1" for run in runs),
                    size=float(runs[0]["size"]) if "size" in runs[0] else None,
                    align={"start": "left", "end": "right"}.get(align, align),
                    hidden=all(unseen(run, dark=True) for run in runs),
                    font=runs[0].get("font", ""),
                    color=runs[0].get("color", ""),
                )
            )
            for link in item.iter(TEXT + "a"):
                self.links.append(Link(place, plain_text(link), link.get(XLINK + "href") or ""))

    def _table(self, table: Element, place: Locator) -> None:
        rows: list[tuple[str, ...]] = []
        for row in table.iter(TABLE + "table-row"):
            cells: list[str] = []
            for cell in row.iterfind(TABLE + "table-cell"):
                if len(cells) >= MAX_COLUMNS:
                    break
                text = "\n".join(plain_text(line) for line in cell.iter(TEXT + "p"))
                cells.extend([text] * repeat(cell.get(TABLE + "number-columns-repeated"), 64))
            rows.append(tuple(cells))
            self.blocks.extend(Block(place, "table_cell", text) for text in cells if text.strip())
        self.tables.append(Table(len(self.tables) + 1, tuple(rows)))

    def _size(self, slides: list[Element]) -> dict[str, float]:
        """Width and height of the layout of the first slide's master page, in centimetres."""
        root = self.page_styles
        if root is None or not slides:
            return {}
        wanted = slides[0].get(DRAW + "master-page-name")
        masters = {item.get(STYLE + "name"): item for item in root.iter(STYLE + "master-page")}
        layout = masters[wanted].get(STYLE + "page-layout-name") if wanted in masters else None
        for item in root.iter(STYLE + "page-layout"):
            about = item.find(STYLE + "page-layout-properties")
            if item.get(STYLE + "name") == layout and about is not None:
                sizes = {"width": about.get(FO + "page-width"), "height": about.get(FO + "page-height")}
                return {name: size for name, text in sizes.items() if (size := centimetres(text)) is not None}
        return {}


def _unused(shape: Element) -> bool:
    return shape.get(PRESENTATION + "placeholder") == "true"


def _paragraphs(shape: Element, *, listed: bool) -> Iterator[tuple[Element, bool]]:
    """Paragraphs in order, each with whether it is a real list item."""
    for child in shape:
        if child.tag in (TEXT + "p", TEXT + "h"):
            yield child, listed
        elif child.tag == TEXT + "list":
            yield from _paragraphs(child, listed=True)
        elif child.tag in (TEXT + "list-item", TEXT + "list-header", DRAW + "text-box"):
            yield from _paragraphs(child, listed=listed)
