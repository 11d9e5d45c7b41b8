"""PowerPoint presentations: text of each slide (`d4`), notes, tables, pictures and charts, hidden slides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ascom_coach.documents.model import Block, BlockKind, Chart, Document, Image, Link, Locator, Notice, Table
from ascom_coach.documents.ooxml import A, C, P, R, local, properties, risk_notices
from ascom_coach.documents.xlsx_charts import related_charts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.package import Package, Relation

_EMU_PER_CM = 360_000


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
        self.notices: list[Notice] = []

    def document(self, sha256: str, kind: str) -> Document:
        main = self.package.main_part()
        root = self.package.xml(main)
        relations = self.package.relations(main)
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
                if text.isdigit():
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
        )

    def _slide(self, slide: Element, part: str, number: int) -> None:
        place = Locator(self.path, "slide", f"d{number}")
        masked = slide.get("show") in ("0", "false")
        if masked:
            self.notices.append(Notice("diapositive_masquee", f"La diapositive {number} est masquée.", place))
        relations = self.package.relations(part)
        targets = {rel.id: rel.target for rel in relations.values() if rel.external}
        start = len(self.blocks)
        for shape in slide.iter(P + "sp", P + "pic", P + "graphicFrame"):
            self._shape(shape, place, targets, relations)
        for relation in relations.values():
            root = None if relation.external else self.package.optional_xml(relation.target)
            if root is None:
                continue
            if relation.type == "notesSlide":
                notes = Locator(self.path, "notes", f"d{number}")
                for shape in root.iter(P + "sp"):
                    if _placeholder(shape) == "body":
                        self._paragraphs(shape, notes, "notes", "", targets)
            elif relation.type == "comments":
                text = "\n".join(str(piece) for piece in root.itertext()).strip()
                self.comments.append(Block(Locator(self.path, "comment", f"d{number}"), "comment", text))
        if masked:
            self.blocks[start:] = [replace(block, hidden=True) for block in self.blocks[start:]]

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
            self.images.append(
                Image(place, ((about.get("descr") or "") if about is not None else "").strip())
            )
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
            text, bold, size = _line(paragraph)
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


def _line(paragraph: Element) -> tuple[str, bool, float | None]:
    pieces: list[str] = []
    bolds: list[bool] = []
    size: float | None = None
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
                size = int(points) / 100 if points.isdigit() else size
    return "".join(pieces), bool(bolds) and all(bolds), size


def _placeholder(shape: Element) -> str:
    mark = next((item for item in shape.iter() if local(item) == "ph"), None)
    return (mark.get("type") or "body") if mark is not None else ""
