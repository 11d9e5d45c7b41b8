"""The text of one Word paragraph as its reader sees it, and all that hides in it.

Kept: tracked insertions, moved-in text, content controls, simple and complex fields' results, links, text
boxes (once, though Word stores them twice). Set apart: deletions, hidden runs, comments' marks.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ascom_coach.documents.colours import near_white
from ascom_coach.documents.ooxml.docx_pictures import Picture, drawn_picture, old_picture
from ascom_coach.documents.ooxml.docx_styles import Props, Styles, run_props
from ascom_coach.documents.ooxml.shared import MC, WP, A, C, R, V, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MAX_FIELDS = 20  # nested fields that are followed
TINY = 4  # half-points: 2 pt or less cannot be read
_SKIPPED = {
    W + name for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tcPr", "trPr", "delInstrText", "rt")
}
_MARKS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "",
}


@dataclass(slots=True)
class OpenField:
    """A complex field being read: its code, then its result."""

    code: str = ""
    result: str = ""
    in_result: bool = False
    paragraph: int = 0


@dataclass(slots=True)
class Found:
    """What a paragraph holds."""

    text: str = ""
    hidden: str = ""
    deleted: str = ""
    inserted: bool = False
    bold: bool = False
    size: float | None = None
    font: str = ""
    color: str = ""
    breaks_before: bool = False
    breaks_after: bool = False
    placeholder: bool = False
    links: list[tuple[str, str]] = field(default_factory=list)
    fields: list[tuple[str, str]] = field(default_factory=list)
    images: list[Picture] = field(default_factory=list)
    looks: set[tuple[str, str]] = field(default_factory=set)  # font, colour
    charts: list[str] = field(default_factory=list)  # ids of relationships
    boxes: list[Element] = field(default_factory=list)


class ParagraphReader:
    """Reads paragraphs of one story (body, header, note…); complex fields may run over several of them."""

    def __init__(self, styles: Styles, targets: dict[str, str]) -> None:
        self._styles = styles
        self._targets = targets
        self._open: list[OpenField] = []
        self._count = self._deeper = 0

    def read(self, paragraph: Element, base: Props, *, dark: bool) -> Found:
        """`base` holds the paragraph's resolved properties; `dark` says that something is painted behind."""
        self._count += 1
        self._found = Found()
        self._base = base
        self._dark = dark or bool(base.get("pfill"))
        self._weights: Counter[tuple[str, str, str]] = Counter()
        self._plain = False
        self._walk(paragraph, deleted=False)
        self._open = [item for item in self._open if item.in_result]
        self._deeper = 0
        found = self._found
        if self._weights:
            (size, font, color), _ = self._weights.most_common(1)[0]
            found.looks = {(self._styles.font(one[1]), one[2]) for one in self._weights}
            found.size = int(size) / 2 if size.isdecimal() else None
            found.font = self._styles.font(font)
            found.color = "" if color == "AUTO" else color
        found.bold = bool(found.text.strip()) and not self._plain
        return found

    def _walk(self, element: Element, *, deleted: bool) -> None:
        for child in element:
            tag = child.tag
            if tag == W + "r":
                self._run(child, deleted=deleted)
            elif tag in _SKIPPED:
                if tag == W + "sdtPr" and child.find(W + "showingPlcHdr") is not None:
                    self._found.placeholder = True
            elif tag in (W + "del", W + "moveFrom"):
                self._walk(child, deleted=True)
            elif tag in (W + "ins", W + "moveTo"):
                self._found.inserted = True
                self._walk(child, deleted=deleted)
            elif tag == W + "hyperlink":
                self._hyperlink(child, deleted=deleted)
            elif tag == W + "fldSimple":
                start = len(self._found.text)
                self._walk(child, deleted=deleted)
                self._found.fields.append((_clean(child.get(W + "instr") or ""), self._found.text[start:]))
            elif tag == MC + "AlternateContent":
                self._alternate(child, deleted=deleted)
            elif tag == M + "r":
                self._run(child, deleted=deleted)
            elif isinstance(tag, str):
                self._walk(child, deleted=deleted)

    def _hyperlink(self, element: Element, *, deleted: bool) -> None:
        start = len(self._found.text)
        self._walk(element, deleted=deleted)
        target = self._targets.get(element.get(R + "id") or "", "")
        anchor = element.get(W + "anchor")
        self._found.links.append((self._found.text[start:], target + (f"#{anchor}" if anchor else "")))

    def _alternate(self, element: Element, *, deleted: bool, props: Props | None = None) -> None:
        for branch in element:
            before = self._size()
            if props is None:
                self._walk(branch, deleted=deleted)
            else:
                self._content(branch, props, deleted=deleted)
            if self._size() != before:
                return

    def _size(self) -> tuple[int, ...]:
        found = self._found
        return (
            len(found.text),
            len(found.hidden),
            len(found.deleted),
            len(found.images),
            len(found.boxes),
            len(found.fields),
        )

    def _run(self, run: Element, *, deleted: bool) -> None:
        rpr = run.find(W + "rPr")
        props = self._base
        if rpr is not None and len(rpr):
            own = run_props(rpr)
            props = props | (self._styles.resolve(own["rStyle"]) if own.get("rStyle") else {}) | own
        self._content(run, props, deleted=deleted)

    def _content(self, run: Element, props: Props, *, deleted: bool) -> None:
        for child in run:
            tag = child.tag
            if tag in (W + "t", M + "t"):
                self._add(child.text or "", props, deleted=deleted)
            elif tag == W + "delText":
                self._add(child.text or "", props, deleted=True)
            elif tag in _MARKS:
                self._add(_MARKS[tag], props, deleted=deleted)
            elif tag == W + "br":
                self._line_break(child, props, deleted=deleted)
            elif tag == W + "lastRenderedPageBreak" or tag in _SKIPPED:
                continue
            elif tag == W + "sym":
                self._add(_symbol(child.get(W + "char") or ""), props, deleted=deleted)
            elif tag == W + "fldChar":
                self._field_mark(child.get(W + "fldCharType") or "")
            elif tag == W + "instrText":
                if self._open and not self._open[-1].in_result:
                    self._open[-1].code += child.text or ""
            elif tag in (W + "drawing", W + "pict", W + "object"):
                self._drawing(child)
            elif tag == MC + "AlternateContent":
                self._alternate(child, deleted=deleted, props=props)
            elif isinstance(tag, str):
                self._content(child, props, deleted=deleted)

    def _line_break(self, element: Element, props: Props, *, deleted: bool) -> None:
        if element.get(W + "type") != "page":
            self._add("\n", props, deleted=deleted)
        elif self._found.text.strip():
            self._found.breaks_after = True
        else:
            self._found.breaks_before = True

    def _add(self, text: str, props: Props, *, deleted: bool) -> None:
        if not text:
            return
        if deleted:
            self._found.deleted += text
            return
        if any(not item.in_result for item in self._open):
            return
        for item in self._open:
            if len(item.result) < 2000:
                item.result += text
        if self._unseen(props) and text.strip():
            self._found.hidden += text
            return
        self._found.text += text
        if text.strip():
            self._plain = self._plain or props.get("b", "0") != "1"
            look = (props.get("sz", ""), props.get("font", ""), props.get("color", ""))
            self._weights[look] += len(text)

    def _unseen(self, props: Props) -> bool:
        if props.get("vanish") == "1":
            return True
        size = props.get("sz", "")
        if size.isdecimal() and int(size) <= TINY:
            return True
        return near_white(props.get("color", "")) and not self._dark and not props.get("fill")

    def _field_mark(self, kind: str) -> None:
        if kind == "begin":
            self._deeper += len(self._open) >= MAX_FIELDS
            if not self._deeper:
                self._open.append(OpenField(paragraph=self._count))
        elif kind == "end" and self._deeper:
            self._deeper -= 1
        elif kind == "separate" and self._open:
            self._open[-1].in_result = True
        elif kind == "end" and self._open:
            done = self._open.pop()
            code = _clean(done.code)
            self._found.fields.append((code, done.result))
            if code.upper().startswith("HYPERLINK"):
                target = code[len("HYPERLINK") :].strip().split('"')
                self._found.links.append((done.result, target[1] if len(target) > 1 else target[0]))

    def _drawing(self, element: Element) -> None:
        named = False
        for item in _outside_boxes(element, self._found.boxes):
            tag = item.tag
            if tag == WP + "docPr":
                named = True
                graphic = element.find(f".//{A}graphicData")
                uri = (graphic.get("uri") or "") if graphic is not None else ""
                mark = graphic.find(C + "chart") if graphic is not None else None
                if mark is not None:
                    self._found.charts.append(mark.get(R + "id") or "")
                if uri.endswith(("/picture", "/chart", "/diagram")):
                    alt = (item.get("descr") or item.get("title") or "").strip()
                    self._found.images.append(drawn_picture(element, alt))
            elif tag == V + "imagedata" and not named:
                parent = item.getparent()
                self._found.images.append(old_picture(item, parent))


def _outside_boxes(element: Element, boxes: list[Element]) -> list[Element]:
    """Descendants of a drawing, not entering text boxes, which are set aside in `boxes`."""
    found: list[Element] = []
    stack = [element]
    while stack:
        item = stack.pop()
        found.append(item)
        if item.tag == W + "txbxContent":
            boxes.append(item)
            continue
        if item.tag == MC + "AlternateContent":
            stack.extend(list(item)[:1])
            continue
        stack.extend(reversed(list(item)))
    return found


def _symbol(code: str) -> str:
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    return "•" if 0xF000 <= value <= 0xF0FF else chr(value) if 0x20 <= value < 0xD800 else ""


def _clean(code: str) -> str:
    return " ".join(code.replace("\\* MERGEFORMAT", "").split())
