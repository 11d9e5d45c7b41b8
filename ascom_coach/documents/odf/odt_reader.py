"""LibreOffice texts (.odt), with the same places as Word documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ascom_coach.documents.dress import Dress
from ascom_coach.documents.model import (
    Block,
    BlockKind,
    Chart,
    DocField,
    Document,
    Image,
    Link,
    Locator,
    Notice,
    Table,
)
from ascom_coach.documents.odf.dress import dress_shape, dress_text, framed_image
from ascom_coach.documents.odf.ods_drawings import object_chart
from ascom_coach.documents.odf.odt_places import own_lines, table_rows
from ascom_coach.documents.odf.shared import (
    DC,
    DRAW,
    FO,
    OFFICE,
    STYLE,
    SVG,
    TABLE,
    TEXT,
    XLINK,
    Look,
    OdfStyles,
    centimetres,
    odf_notices,
    odf_properties,
    plain_text,
    repeat,
    unseen,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package

_FIELDS = {
    "page-number": "PAGE",
    "page-count": "NUMPAGES",
    "date": "DATE",
    "time": "TIME",
    "author-name": "AUTHOR",
    "title": "TITLE",
    "database-display": "MERGEFIELD",
    "file-name": "FILENAME",
    "placeholder": "PLACEHOLDER",
}
_ALIGN = {"start": "left", "end": "right"}


def read_odt(package: Package, path: str, sha256: str) -> Document:
    """The document of a checked OpenDocument text. Raises RefusedInputError when a part is damaged."""
    return _OdtReader(package, path).document(sha256)


class _OdtReader:
    def __init__(self, package: Package, path: str) -> None:
        self.path = path
        self.package = package
        self.content = package.xml("content.xml")
        self.page_styles = package.optional_xml("styles.xml")
        self.styles = OdfStyles(self.page_styles, self.content)
        self.blocks: list[Block] = []
        self.comments: list[Block] = []
        self.deleted: list[Block] = []
        self.tables: list[Table] = []
        self.images: list[Image] = []
        self.charts: list[Chart] = []
        self.links: list[Link] = []
        self.fields: list[DocField] = []
        self.dress = Dress()
        self.counts = {"p": 0, "t": 0, "zone": 0, "note": 0, "commentaire": 0, "entete": 0, "pied": 0}

    def document(self, sha256: str) -> Document:
        body = self.content.find(f"{OFFICE}body/{OFFICE}text")
        if body is not None:
            self._body(body)
        self._side_stories()
        notices = odf_notices(self.package, self.path, self.content)
        if self.deleted or self.content.find(f".//{TEXT}tracked-changes") is not None:
            message = "Le suivi des modifications n’est pas validé\u00a0; les suppressions ne sont pas lues."
            notices.append(Notice("suivi_modifications", message, Locator(self.path, "file", "")))
        return Document(
            self.path,
            "odt",
            sha256,
            blocks=tuple(self.blocks),
            tables=tuple(self.tables),
            images=tuple(self.images),
            charts=tuple(self.charts),
            links=tuple(self.links),
            fields=tuple(self.fields),
            comments=tuple(self.comments),
            deleted=tuple(self.deleted),
            properties=odf_properties(self.package),
            page=self._page(),
            notices=tuple(notices),
            uses=self.dress.uses(),
        )

    def _next(self, prefix: str) -> str:
        self.counts[prefix] += 1
        return f"{prefix}{self.counts[prefix]}"

    def _body(self, container: Element, *, listed: bool = False) -> None:
        for child in container:
            tag = child.tag
            if tag in (TEXT + "p", TEXT + "h"):
                place = Locator(self.path, "paragraph", self._next("p"))
                self._paragraph(child, place, "list_item" if listed else "paragraph")
            elif tag == TABLE + "table":
                self._table(child)
            elif tag == TEXT + "tracked-changes":
                for item in child.iter(TEXT + "deletion"):
                    for paragraph in item.iter(TEXT + "p", TEXT + "h"):
                        place = Locator(self.path, "paragraph", f"p{max(1, self.counts['p'])}")
                        self.deleted.append(Block(place, "paragraph", plain_text(paragraph)))
            elif tag == TEXT + "list":
                self._body(child, listed=True)
            elif tag == DRAW + "frame":
                self._frame(child, Locator(self.path, "paragraph", f"p{max(1, self.counts['p'])}"))
            elif tag == TEXT + "index-title" or isinstance(tag, str):
                self._body(child, listed=listed)

    def _paragraph(self, item: Element, place: Locator, kind: BlockKind, *, dark: bool = False) -> None:
        style = item.get(TEXT + "style-name") or ""
        look = self.styles.paragraph(style)
        pieces: list[tuple[str, Look]] = []
        start = len(self.blocks)
        self._runs(item, look, pieces, place)
        inner = self.blocks[start:]
        del self.blocks[start:]
        seen = [(text, own) for text, own in pieces if not (text.strip() and unseen(own, dark=dark))]
        hidden = "".join(text for text, own in pieces if text.strip() and unseen(own, dark=dark))
        name = self.styles.shown_name(style)
        level = repeat(item.get(TEXT + "outline-level"), 9) if item.tag == TEXT + "h" else None
        numbered = kind == "list_item"
        if kind in ("paragraph", "list_item"):
            kind = "title" if name.lower() in ("title", "titre") else "heading" if level else kind
        solid = [own for text, own in seen if text.strip()]
        for own in solid:
            dress_text(self.dress, self.styles, own, place)
        first = solid[0] if solid else look
        align = look.get("align", "")
        self.blocks.append(
            Block(
                place,
                kind,
                "".join(text for text, _ in seen),
                style=name,
                level=level,
                numbered=numbered,
                bold=bool(solid) and all(own.get("bold") == "1" for own in solid),
                size=float(first["size"]) if "size" in first else None,
                align=_ALIGN.get(align, align),
                page_break_before="break" in look,
                font=first.get("font", ""),
                color=first.get("color", ""),
            )
        )
        if hidden:
            self.blocks.append(Block(place, kind, hidden, style=name, hidden=True))
        self.blocks.extend(inner)

    def _runs(self, item: Element, look: Look, pieces: list[tuple[str, Look]], place: Locator) -> None:
        pieces.append((item.text or "", look))
        for child in item:
            tag, local = child.tag, str(child.tag).rsplit("}", 1)[-1]
            if tag == TEXT + "s":
                pieces.append((" " * repeat(child.get(TEXT + "c"), 1000), look))
            elif tag in (TEXT + "tab", TEXT + "line-break"):
                pieces.append(("\t" if local == "tab" else "\n", look))
            elif tag == OFFICE + "annotation":
                self._comment(child)
            elif tag == TEXT + "note":
                self._note(child)
            elif tag == DRAW + "frame" or str(tag).startswith(DRAW):
                self._frame(child, place)
            elif tag == TEXT + "hidden-text":
                pieces.append((child.get(TEXT + "string-value") or plain_text(child), {"vanish": "1"}))
            elif isinstance(tag, str):
                own = look | self.styles.resolve(child.get(TEXT + "style-name") or "")
                self._runs(child, own, pieces, place)
                if tag == TEXT + "a":
                    self.links.append(Link(place, plain_text(child), child.get(XLINK + "href") or ""))
                elif local in _FIELDS:
                    column = child.get(TEXT + "column-name")
                    self.fields.append(
                        DocField(place, " ".join(filter(None, (_FIELDS[local], column))), plain_text(child))
                    )
            pieces.append((child.tail or "", look))

    def _comment(self, item: Element) -> None:
        place = Locator(self.path, "comment", self._next("commentaire"))
        text = "\n".join(plain_text(line) for line in item.iter(TEXT + "p"))
        self.comments.append(Block(place, "comment", text, style=item.findtext(DC + "creator") or ""))

    def _note(self, item: Element) -> None:
        place = Locator(self.path, "footnote", self._next("note"))
        body = item.find(TEXT + "note-body")
        for line in body.iter(TEXT + "p") if body is not None else ():
            self._paragraph(line, place, "footnote")

    def _frame(self, item: Element, place: Locator) -> None:
        dress_shape(self.dress, self.styles, item, place)
        alt = (item.findtext(SVG + "desc") or item.findtext(SVG + "title") or "").strip()
        if any(child.tag in (DRAW + "image", DRAW + "object") for child in item):
            self.images.append(framed_image(item, place, alt, self.package, self.styles))
            chart = object_chart(self.package, item, replace(place, kind="chart"))
            self.charts += [chart] if chart is not None else []
        boxes = [child for child in item if child.tag == DRAW + "text-box"] or [item]
        paragraphs = [line for box in boxes for line in own_lines(box)]
        if paragraphs:
            name = self._next("zone")
            for number, line in enumerate(paragraphs, 1):
                self._paragraph(
                    line, Locator(self.path, "textbox", f"{name}.p{number}"), "textbox", dark=True
                )

    def _table(self, item: Element) -> None:
        number = int(self._next("t")[1:])
        slot = len(self.tables)
        self.tables.append(Table(number, ()))
        rows = table_rows(item)
        texts: list[tuple[str, ...]] = []
        for row_number, row in enumerate(rows, 1):
            column, line = 1, []
            for cell in row:
                if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                    continue
                place = Locator(self.path, "table_cell", f"t{number}.r{row_number}.c{column}")
                span = repeat(cell.get(TABLE + "number-columns-repeated"), 64)
                line.extend([self._cell(cell, place)] * span)
                column += span
            texts.append(tuple(line))
        repeated = item.find(TABLE + "table-header-rows") is not None
        self.tables[slot] = Table(number, tuple(texts), repeated, item.get(TABLE + "style-name") or "")

    def _cell(self, cell: Element, place: Locator) -> str:
        fill = self.styles.resolve(cell.get(TABLE + "style-name") or "").get("pfill", "")
        dark = bool(fill)
        self.dress.color("fond", fill, place)
        start = len(self.blocks)
        for child in cell:
            if child.tag == TABLE + "table":
                self._table(child)
            elif child.tag in (TEXT + "p", TEXT + "h"):
                self._paragraph(child, place, "table_cell", dark=dark)
            elif child.tag == TEXT + "list":
                for line in own_lines(child):
                    self._paragraph(line, place, "table_cell", dark=dark)
        mine = [block for block in self.blocks[start:] if block.locator == place and not block.hidden]
        rest = [block for block in self.blocks[start:] if block.locator != place or block.hidden]
        del self.blocks[start:]
        text = "\n".join(block.text for block in mine)
        if mine:
            bold = bool(text.strip()) and all(block.bold for block in mine if block.text.strip())
            self.blocks.append(replace(mine[0], text=text, bold=bold))
        self.blocks.extend(rest)
        return text

    def _side_stories(self) -> None:
        if self.page_styles is None:
            return
        for master in self.page_styles.iter(STYLE + "master-page"):
            for story in master:
                local = str(story.tag).rsplit("}", 1)[-1]
                if not local.startswith(("header", "footer")):
                    continue
                kind: BlockKind = "header" if local.startswith("header") else "footer"
                for line in own_lines(story):
                    ref = self._next("entete" if kind == "header" else "pied")
                    self._paragraph(line, Locator(self.path, kind, ref), kind)

    def _page_layout(self) -> Element | None:
        """The layout of the first master page that says its width."""
        if self.page_styles is None:
            return None
        layouts = {item.get(STYLE + "name"): item for item in self.page_styles.iter(STYLE + "page-layout")}
        masters = [
            item.get(STYLE + "page-layout-name") for item in self.page_styles.iter(STYLE + "master-page")
        ]
        for name in (*masters, *layouts):
            properties = layouts[name].find(STYLE + "page-layout-properties") if name in layouts else None
            if properties is not None and properties.get(FO + "page-width"):
                return properties
        return None

    def _page(self) -> dict[str, float]:
        found: dict[str, float] = {}
        layout = self._page_layout()
        names = {
            "page-width": "width",
            "page-height": "height",
            "margin-top": "top",
            "margin-bottom": "bottom",
            "margin-left": "left",
            "margin-right": "right",
        }
        for attribute, name in names.items() if layout is not None else ():
            size = centimetres(layout.get(FO + attribute) if layout is not None else None)
            if size is not None:
                found[name] = size
        return found
