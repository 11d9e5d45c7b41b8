"""PowerPoint presentations: text of each slide (`d4`), notes, tables, pictures and charts, hidden slides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ascom_coach.documents.dress import Dress
from ascom_coach.documents.model import Block, BlockKind, Chart, Document, Image, Link, Locator, Notice, Table
from ascom_coach.documents.ooxml.docx_pictures import Picture, in_group, lone_picture, pictured
from ascom_coach.documents.ooxml.drawing import dress_drawing, scheme_color, theme_of
from ascom_coach.documents.ooxml.pptx_comments import comment_authors, slide_comments
from ascom_coach.documents.ooxml.shared import A, C, P, R, local, properties, risk_notices
from ascom_coach.documents.ooxml.xlsx_charts import related_charts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package, Relation

_EMU_PER_CM = 360_000
_DEFAULT_TABLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
"""« Style moyen 2 - Accentuation 1 », which PowerPoint gives to every new table."""


def read_pptx(package: Package, path: str, sha256: str, kind: str) -> Document:
    """The presentation of a checked package, slides in their order."""
    return _PptxReader(package, path).document(sha256, kind)


class _PptxReader:
    def __init__(self, package: Package, path: str) -> None:
        self.package, self.path = package, path
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.images: list[Image] = []
        self.charts: list[Chart] = []
        self.links: list[Link] = []
        self.comments: list[Block] = []
        self.dress = Dress()
        self.notices: list[Notice] = []

    def document(self, sha256: str, kind: str) -> Document:
        main = self.package.main_part()
        root = self.package.xml(main)
        relations = self.package.relations(main)
        self.authors = comment_authors(self.package, relations)
        slides = 0
        for item in root.iterfind(f"{P}sldIdLst/{P}sldId"):
            relation = relations.get(item.get(R + "id") or "")
            slide = self.package.optional_xml(relation.target) if relation else None
            slides += 1
            if relation is not None and slide is not None:
                self._slide(slide, relation.target, slides)
        page: dict[str, float] = {"slides": float(slides)}
        size = root.find(P + "sldSz")
        if size is not None:
            for attribute, name in (("cx", "width"), ("cy", "height")):
                text = size.get(attribute) or ""
                if text.isdecimal():
                    page[name] = round(int(text) / _EMU_PER_CM, 2)
        return Document(
            self.path,
            kind,
            sha256,
            blocks=tuple(self.blocks),
            tables=tuple(self.tables),
            images=tuple(self.images),
            charts=tuple(self.charts),
            links=tuple(self.links),
            comments=tuple(self.comments),
            properties=properties(self.package),
            page=page,
            notices=(*risk_notices(self.package, self.path), *self.notices),
            uses=self.dress.uses(),
        )

    def _slide(self, slide: Element, part: str, number: int) -> None:
        place = Locator(self.path, "slide", f"d{number}")
        masked = slide.get("show") in ("0", "false")
        if masked:
            self.notices.append(Notice("diapositive_masquee", f"La diapositive {number} est masquée.", place))
        relations = self.package.relations(part)
        targets = {rel.id: rel.target for rel in relations.values() if rel.external}
        start = len(self.blocks)
        self._dress(slide, relations, place)
        for shape in slide.iter(P + "sp", P + "pic", P + "graphicFrame"):
            self._shape(shape, place, targets, relations)
        for relation in relations.values():
            if relation.external or relation.type not in ("notesSlide", "comments"):
                continue
            root = self.package.optional_xml(relation.target)
            if root is None:
                continue
            if relation.type == "notesSlide":
                notes = Locator(self.path, "notes", f"d{number}")
                for shape in root.iter(P + "sp"):
                    if _placeholder(shape) == "body":
                        self._paragraphs(shape, notes, "notes", "", targets)
            elif relation.type == "comments":
                self.comments.extend(slide_comments(root, self.path, number, self.authors))
        if masked:
            self.blocks[start:] = [replace(block, hidden=True) for block in self.blocks[start:]]

    def _dress(self, slide: Element, relations: dict[str, Relation], place: Locator) -> None:
        """Colours and fonts of a slide, and what its layout and master paint behind."""
        theme: dict[str, str] = {}
        backs: list[Element] = []
        current = relations
        for kind in ("slideLayout", "slideMaster"):
            target = next(
                (one.target for one in current.values() if one.type == kind and not one.external), None
            )
            back = self.package.optional_xml(target)
            if back is None or target is None:
                break
            backs.append(back)
            current = self.package.relations(target)
            part = next((one.target for one in current.values() if one.type == "theme"), None)
            theme = theme_of(self.package.optional_xml(part)) if kind == "slideMaster" else theme
        dress_drawing(self.dress, slide, theme, place)
        for back in backs:
            for item in back.iter(P + "bg", P + "pic", P + "sp"):
                if item.tag == P + "bg" or not _placeholder(item):
                    dress_drawing(self.dress, item, theme, place)
        for style in backs[-1].iter(P + "titleStyle", P + "bodyStyle") if len(backs) == 2 else ():
            level = style.find(A + "lvl1pPr")
            if level is not None:
                dress_drawing(self.dress, level, theme, place)
        for run in slide.iter(A + "tableStyleId"):
            if run.text == _DEFAULT_TABLE:
                self.dress.color("fond", theme.get("accent1", ""), place)

    def _shape(
        self, shape: Element, place: Locator, targets: dict[str, str], relations: dict[str, Relation]
    ) -> None:
        about = next((mark for mark in shape.iter() if local(mark) == "cNvPr"), None)
        name = (about.get("name") or "") if about is not None else ""
        if shape.tag == P + "pic" or shape.find(f".//{A}graphicData[@uri]") is not None:
            table = shape.find(f".//{A}tbl")
            if table is not None:
                self._table(table, place)
                return
            idents = [mark.get(R + "id") or "" for mark in shape.iter(C + "chart")]
            self.charts.extend(related_charts(self.package, relations, idents, place))
            alt = ((about.get("descr") or "") if about is not None else "").strip()
            picture = Picture(alt) if in_group(shape) or shape.tag != P + "pic" else lone_picture(shape, alt)
            self.images.append(pictured(picture, place, self.package, relations))
            return
        hidden = about is not None and about.get("hidden") in ("1", "true")
        role = _placeholder(shape)
        if role == "sldNum":
            return
        kind: BlockKind = "title" if role in ("title", "ctrTitle") else "slide"
        self._paragraphs(shape, place, kind, name, targets, hidden=hidden)

    def _paragraphs(
        self,
        shape: Element,
        place: Locator,
        kind: BlockKind,
        name: str,
        targets: dict[str, str],
        *,
        hidden: bool = False,
    ) -> None:
        body = next((item for item in shape if local(item) == "txBody"), None)
        for paragraph in body.iterfind(A + "p") if body is not None else ():
            text, bold, size, color = _line(paragraph)
            if not text.strip():
                continue
            properties_ = paragraph.find(A + "pPr")
            bullet = properties_ is not None and any(
                local(item) in ("buChar", "buAutoNum") for item in properties_
            )
            align = {"ctr": "center", "r": "right", "just": "justify", "l": "left"}.get(
                (properties_.get("algn") or "") if properties_ is not None else "", ""
            )
            tiny = size is not None and size <= 2
            self.blocks.append(
                Block(
                    place,
                    kind,
                    text,
                    style=name,
                    numbered=bullet,
                    bold=bold,
                    size=size,
                    align=align,
                    hidden=hidden or tiny,
                    color=color,
                )
            )
            for run in paragraph.iterfind(A + "r"):
                link = run.find(f"{A}rPr/{A}hlinkClick")
                if link is not None and link.get(R + "id") in targets:
                    self.links.append(
                        Link(place, run.findtext(A + "t") or "", targets[link.get(R + "id") or ""])
                    )

    def _table(self, table: Element, place: Locator) -> None:
        rows: list[tuple[str, ...]] = []
        for row in table.iterfind(A + "tr"):
            cells = [
                "\n".join(_line(paragraph)[0] for paragraph in cell.iter(A + "p"))
                for cell in row.iterfind(A + "tc")
            ]
            rows.append(tuple(cells))
            self.blocks.extend(Block(place, "table_cell", text) for text in cells if text.strip())
        self.tables.append(Table(len(self.tables) + 1, tuple(rows)))


def _line(paragraph: Element) -> tuple[str, bool, float | None, str]:
    """Text, whether all of it is bold, and the size and colour (RRGGBB) written on its last piece that has any."""
    pieces: list[str] = []
    bolds: list[bool] = []
    size: float | None = None
    color = ""
    for item in paragraph:
        name = local(item)
        if name == "br":
            pieces.append("\n")
        elif name in ("r", "fld"):
            text = item.findtext(A + "t") or ""
            pieces.append(text)
            look = item.find(A + "rPr")
            if text.strip():
                bolds.append(look is not None and look.get("b") in ("1", "true"))
                points = (look.get("sz") or "") if look is not None else ""
                size = int(points) / 100 if points.isdecimal() else size
                fill = look.find(A + "solidFill") if look is not None else None
                color = scheme_color(fill, {}).upper() if fill is not None else color
    return "".join(pieces), bool(bolds) and all(bolds), size, color


def _placeholder(shape: Element) -> str:
    mark = next((item for item in shape.iter() if local(item) == "ph"), None)
    return (mark.get("type") or "body") if mark is not None else ""
