"""Word documents: body, tables, headers, footers, notes, text boxes, comments, in one pass over the XML.

Paragraphs `p1`, `p2`… are numbered over the body outside tables and text boxes, empty ones included. Cells
are `t2.r3.c1` with grid columns. Headers `entete1`…, footers `pied1`…, notes `note1`…, end notes `notefin1`…,
comments `commentaire1`…, text boxes `zone1.p1`….
"""

from __future__ import annotations

from dataclasses import dataclass, field
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
from ascom_coach.documents.ooxml import docx_about
from ascom_coach.documents.ooxml.docx_pictures import pictured
from ascom_coach.documents.ooxml.docx_runs import Found, ParagraphReader
from ascom_coach.documents.ooxml.docx_styles import Props, Styles, fill_of, paragraph_props
from ascom_coach.documents.ooxml.docx_walk import WRAPPERS, child_elements, paragraphs_of, small_number
from ascom_coach.documents.ooxml.drawing import dress_drawing, theme_of
from ascom_coach.documents.ooxml.shared import MC, A, V, W, properties, risk_notices
from ascom_coach.documents.ooxml.xlsx_charts import related_charts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from ascom_coach.documents.guard.package import Package


def read_docx(package: Package, path: str, sha256: str, kind: str) -> Document:
    """The document of a checked Word package. Raises RefusedInputError when a part is damaged."""
    return _DocxReader(package, path).document(sha256, kind)


@dataclass(slots=True)
class _Gathered:
    """What accumulates while the stories are walked."""

    blocks: list[Block] = field(default_factory=list)
    comments: list[Block] = field(default_factory=list)
    deleted: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    fields: list[DocField] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    inserted: int = 0


class _DocxReader:
    def __init__(self, package: Package, path: str) -> None:
        self.package = package
        self.path = path
        self.main = package.main_part()
        self.relations = package.relations(self.main)
        self.styles = Styles(self._part("styles"), self._part("theme"), self._part("numbering"))
        self.theme = theme_of(self._part("theme"))
        self.dress = Dress()
        self.out = _Gathered()
        self.paragraphs = self.boxes = self.table_count = 0
        self.break_pending = False

    def _part(self, kind: str) -> Element | None:
        target = next(
            (rel.target for rel in self.relations.values() if rel.type == kind and not rel.external), None
        )
        return self.package.optional_xml(target)

    def document(self, sha256: str, kind: str) -> Document:
        root = self.package.xml(self.main)
        background = root.find(W + "background")
        self.dark_page = background is not None and (background.get(W + "color") or "auto").upper() not in (
            "AUTO",
            "FFFFFF",
        )
        self.pictured = any(True for _ in root.iter(A + "blip"))
        body = root.find(W + "body")
        if body is not None:
            self.runs = self._story(self.main)
            self._body(body)
        self._side_stories()
        settings = self._part("settings")
        about = properties(self.package) | docx_about.settings_properties(settings)
        page = docx_about.page(root)
        notices = [*risk_notices(self.package, self.path), *self.out.notices]
        if self.out.inserted or self.out.deleted:
            notices.append(docx_about.revisions_notice(self.path, self.out.inserted, len(self.out.deleted)))
        out = self.out
        return Document(
            path=self.path,
            type=kind,
            sha256=sha256,
            blocks=tuple(out.blocks),
            tables=tuple(out.tables),
            images=tuple(out.images),
            charts=tuple(out.charts),
            links=tuple(out.links),
            fields=tuple(out.fields),
            comments=tuple(out.comments),
            deleted=tuple(out.deleted),
            properties=about,
            page=page,
            notices=tuple(notices),
            uses=self.dress.uses(),
        )

    def _story(self, part: str) -> ParagraphReader:
        self.links_of_story = self.package.relations(part)
        targets = {rel.id: rel.target for rel in self.links_of_story.values() if rel.external}
        return ParagraphReader(self.styles, targets)

    def _body(self, container: Element) -> None:
        for child in container:
            if child.tag == W + "p":
                self.paragraphs += 1
                place = Locator(self.path, "paragraph", f"p{self.paragraphs}")
                self._paragraph(child, place, "paragraph")
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag in WRAPPERS:
                self._body(child)
            elif child.tag == MC + "AlternateContent" and len(child):
                self._body(child[0])
            elif child.tag == W + "altChunk":
                message = (
                    "Une partie du document est importée d’un autre fichier\u00a0; elle n’est pas relue."
                )
                self.out.notices.append(Notice("contenu_importe", message, Locator(self.path, "file", "")))

    def _look(self, paragraph: Element) -> tuple[str, Props, Props]:
        own = paragraph_props(paragraph.find(W + "pPr"))
        style = own.get("pStyle") or self.styles.default_paragraph
        return style, own, self.styles.defaults | self.styles.resolve(style) | own

    def _paragraph(self, paragraph: Element, place: Locator, kind: BlockKind, *, dark: bool = False) -> Block:
        style, _, props = self._look(paragraph)
        found = self.runs.read(paragraph, props, dark=dark or self.dark_page)
        level = self.styles.heading_level(style, props) if kind == "paragraph" else None
        numbered = self.styles.is_list(props.get("num", ""))
        if kind == "paragraph":
            kind = self._kind(style, level, numbered)
        block = Block(
            locator=place,
            kind=kind,
            text=found.text,
            style=self.styles.name(style),
            level=level,
            numbered=numbered,
            bold=found.bold,
            size=found.size,
            align=_ALIGN.get(props.get("jc", ""), props.get("jc", "")),
            page_break_before=props.get("break") == "1" or found.breaks_before or self.break_pending,
            font=found.font,
            color=found.color,
        )
        self.break_pending = found.breaks_after
        if kind != "comment":
            self.out.blocks.append(block)
        self._extras(found, block)
        self._dress(found, paragraph, props, place)
        return block

    def _dress(self, found: Found, paragraph: Element, props: Props, place: Locator) -> None:
        """Colours and fonts of a paragraph that shows something."""
        if place.kind == "comment":
            return
        for font, color in sorted(found.looks):
            self.dress.font(font, place)
            self.dress.color("texte", color, place)
        if found.text.strip():
            self.dress.color("fond", props.get("pfill", ""), place)
        for item in paragraph.iter(W + "shd", W + "highlight", W + "drawing", *_OLD_SHAPES):
            if item.tag == W + "drawing":
                dress_drawing(self.dress, item, self.theme, place)
            elif item.tag in (W + "shd", W + "highlight"):
                self.dress.color("fond", fill_of(item), place)
            elif item.get("filled") not in ("f", "false"):
                self.dress.color("fond", (item.get("fillcolor") or "").partition(" ")[0], place)

    def _kind(self, style: str, level: int | None, numbered: bool) -> BlockKind:
        if self.styles.is_title(style):
            return "title"
        if level is not None:
            return "heading"
        return "list_item" if numbered else "paragraph"

    def _extras(self, found: Found, block: Block) -> None:
        out, place = self.out, block.locator
        if found.hidden.strip():
            out.blocks.append(Block(place, block.kind, found.hidden, style=block.style, hidden=True))
        if found.deleted.strip():
            out.deleted.append(Block(place, block.kind, found.deleted, style=block.style))
        out.inserted += found.inserted
        out.links.extend(Link(place, text, target) for text, target in found.links)
        out.fields.extend(DocField(place, code, text) for code, text in found.fields)
        out.images.extend(pictured(one, place, self.package, self.links_of_story) for one in found.images)
        out.charts.extend(related_charts(self.package, self.relations, found.charts, place))
        if found.placeholder:
            message = "Un champ de formulaire n’est pas rempli\u00a0: il montre encore son texte d’invite."
            out.notices.append(Notice("champ_non_rempli", message, place))
        for box in found.boxes:
            self.boxes += 1
            number, dark = self.boxes, self.pictured or docx_about.is_filled(box)
            for index, paragraph in enumerate(paragraphs_of(box), 1):
                inner = Locator(self.path, "textbox", f"zone{number}.p{index}")
                self._paragraph(paragraph, inner, "textbox", dark=dark)

    def _table(self, table: Element) -> None:
        self.table_count += 1
        number = self.table_count
        style_mark = table.find(f"{W}tblPr/{W}tblStyle")
        style = (style_mark.get(W + "val") or "") if style_mark is not None else ""
        shaded = self.styles.table_is_shaded(style)
        for fill in sorted(self.styles.table_fills(style)):
            self.dress.color("fond", fill, Locator(self.path, "table_cell", f"t{number}.r1.c1"))
        slot = len(self.out.tables)
        self.out.tables.append(Table(number, ()))
        rows: list[tuple[str, ...]] = []
        repeated = False
        for row_number, row in enumerate(child_elements(table, W + "tr"), 1):
            mark = row.find(f"{W}trPr/{W}tblHeader")
            repeated = repeated or (
                row_number == 1 and mark is not None and mark.get(W + "val") not in ("0", "false")
            )
            skipped = row.find(f"{W}trPr/{W}gridBefore")
            column = 1 + (small_number(skipped.get(W + "val")) if skipped is not None else 0)
            texts = [""] * (column - 1)
            for cell in child_elements(row, W + "tc"):
                place = Locator(self.path, "table_cell", f"t{number}.r{row_number}.c{column}")
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                width = max(1, min(63, small_number(span.get(W + "val")))) if span is not None else 1
                texts.extend([self._cell(cell, place, shaded), *[""] * (width - 1)])
                column += width
            rows.append(tuple(texts))
        self.out.tables[slot] = Table(number, tuple(rows), repeated, self.styles.name(style))

    def _cell(self, cell: Element, place: Locator, shaded: bool) -> str:
        shade = cell.find(f"{W}tcPr/{W}shd")
        dark = shaded or (shade is not None and bool(fill_of(shade)))
        if shade is not None:
            self.dress.color("fond", fill_of(shade), place)
        start = len(self.out.blocks)
        self._cell_content(cell, place, dark)
        mine = [block for block in self.out.blocks[start:] if block.locator == place]
        rest = [block for block in self.out.blocks[start:] if block.locator != place]
        seen = [block for block in mine if not block.hidden]
        del self.out.blocks[start:]
        text = "\n".join(block.text for block in seen)
        look = next((block for block in seen if block.text.strip()), seen[0] if seen else None)
        if look is not None:
            bold = all(block.bold for block in seen if block.text.strip()) and bool(text.strip())
            self.out.blocks.append(
                Block(
                    place,
                    "table_cell",
                    text,
                    look.style,
                    None,
                    look.numbered,
                    bold,
                    look.size,
                    look.align,
                    font=look.font,
                    color=look.color,
                )
            )
        self.out.blocks.extend([*(block for block in mine if block.hidden), *rest])
        return text

    def _cell_content(self, container: Element, place: Locator, dark: bool) -> None:
        for child in container:
            if child.tag == W + "p":
                self._paragraph(child, place, "table_cell", dark=dark)
            elif child.tag == W + "tbl":
                self._table(child)
            elif child.tag in WRAPPERS:
                self._cell_content(child, place, dark)

    def _side_stories(self) -> None:
        counts = {"header": 0, "footer": 0}
        for relation in self.relations.values():
            if relation.type not in ("header", "footer") or relation.external:
                continue
            root = self.package.optional_xml(relation.target)
            if root is None:
                continue
            self.runs = self._story(relation.target)
            painted = any(True for _ in root.iter(A + "blip", A + "gradFill", A + "solidFill"))
            kind: BlockKind = "header" if relation.type == "header" else "footer"
            for paragraph in paragraphs_of(root):
                counts[kind] += 1
                ref = f"{'entete' if kind == 'header' else 'pied'}{counts[kind]}"
                self._paragraph(paragraph, Locator(self.path, kind, ref), kind, dark=painted)
        for relation_type, prefix in (("footnotes", "note"), ("endnotes", "notefin")):
            self._notes(relation_type, prefix)
        self._comments()

    def _notes(self, relation_type: str, prefix: str) -> None:
        part = next((rel.target for rel in self.relations.values() if rel.type == relation_type), None)
        root = self.package.optional_xml(part)
        number = 0
        for note in root if root is not None else ():
            if (note.get(W + "type") or "normal") != "normal":
                continue
            number += 1
            self.runs = self._story(part or "")
            place = Locator(self.path, "footnote", f"{prefix}{number}")
            for paragraph in paragraphs_of(note):
                self._paragraph(paragraph, place, "footnote")

    def _comments(self) -> None:
        part = next((rel.target for rel in self.relations.values() if rel.type == "comments"), None)
        root = self.package.optional_xml(part)
        self.runs = self._story(part or "")
        for number, comment in enumerate(root if root is not None else (), 1):
            place = Locator(self.path, "comment", f"commentaire{number}")
            blocks = [self._paragraph(paragraph, place, "comment") for paragraph in paragraphs_of(comment)]
            text = "\n".join(block.text for block in blocks)
            self.out.comments.append(Block(place, "comment", text, style=comment.get(W + "author") or ""))


_OLD_SHAPES = tuple(V + name for name in ("shape", "rect", "roundrect", "oval"))
_ALIGN = {"both": "justify", "start": "left", "end": "right", "distribute": "justify"}
