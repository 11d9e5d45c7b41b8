"""Remarks as Excel notes, by changing the package itself: stored results, charts and macros are not
touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from ascom_coach.documents.annotation.package_edit import PackageEditor
from ascom_coach.documents.annotation.words import storable, worded
from ascom_coach.documents.annotation.xlsx_threads import answer_threads
from ascom_coach.documents.cell_refs import column_number
from ascom_coach.documents.model import Annotation
from ascom_coach.documents.ooxml.shared import R, S, local
from ascom_coach.documents.ooxml.xlsx_sheet import rich_text
from ascom_coach.documents.refusals import refusal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER = {
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
}
_VML_HEAD = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" '
    'data="{0}"/>'
    '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_VML_NOTE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}" type="#_x0000_t202" '
    'style="position:absolute;margin-left:60pt;margin-top:2pt;width:190pt;height:80pt;z-index:1;visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" '
    'obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div '
    'style="text-align:left"/></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 4, '
    "{right}, 15, "
    "{bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)


def add_notes(data: bytes, name: str, remarks: Sequence[Annotation]) -> bytes:
    """The workbook with one note a cell; remarks on the same cell share a note, an existing note is kept
    above."""
    editor = PackageEditor(data, name, "xlsx")
    main = editor.package.main_part()
    relations = editor.package.relations(main)
    parts: dict[str, str] = {}
    for item in editor.package.xml(main).iterfind(f"{S}sheets/{S}sheet"):
        relation = relations.get(item.get(R + "id") or "")
        if relation and "worksheet" in relation.type and editor.has(relation.target):
            parts[item.get("name") or ""] = relation.target
    if not parts:
        raise refusal("not_annotable", name)
    by_sheet: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for remark in remarks:
        sheet, ref, exact = _cell_of(remark, parts)
        by_sheet.setdefault(sheet, {}).setdefault(ref, []).append(
            (remark.author, worded(remark, exact=exact))
        )
    for number, (sheet, cells) in enumerate(by_sheet.items(), 1):
        _annotate_sheet(editor, parts[sheet], cells, number)
    return editor.result()


def _cell_of(remark: Annotation, parts: dict[str, str]) -> tuple[str, str, bool]:
    sheet, _, ref = remark.locator.ref.rpartition("!")
    first = ref.split(":")[0].replace("$", "")
    if sheet in parts and re.fullmatch(r"[A-Z]{1,3}[1-9][0-9]{0,6}", first):
        return sheet, first, True
    return (sheet if sheet in parts else next(iter(parts))), "A1", False


def _annotate_sheet(
    editor: PackageEditor, part: str, cells: dict[str, list[tuple[str, str]]], number: int
) -> None:
    relations = editor.package.relations(part)
    existing = next((rel.target for rel in relations.values() if rel.type == "comments"), None)
    comments = existing or editor.free_name("xl/comments{}.xml")
    if existing is None:
        namespace = S.strip("{}")
        editor.put(comments, f'<comments xmlns="{namespace}"><authors/><commentList/></comments>'.encode())
        editor.declare(comments, _COMMENTS_TYPE)
        editor.relate(part, "comments", comments)
    root = editor.tree(comments)
    answer_threads(editor, part, cells)
    added = [ref for ref, remarks in cells.items() if _write_note(root, ref, remarks)]
    mark = editor.package.xml(part).find(S + "legacyDrawing")
    relation = relations.get(mark.get(R + "id") or "") if mark is not None else None
    drawing = relation.target if relation else editor.free_name("xl/drawings/vmlDrawing{}.vml")
    if relation is None:
        taken = sum(name.endswith(".vml") for name in editor.package.names)
        editor.put(drawing, _VML_HEAD.format(100 + taken + number).encode())
        editor.declare_extension("vml", _VML_TYPE)
        _insert_drawing(editor.tree(part), editor.relate(part, "vmlDrawing", drawing))
    editor.put(drawing, _with_shapes(editor.raw(drawing), added, (100 + number) * 1024))


def _write_note(root: Element, ref: str, remarks: list[tuple[str, str]]) -> bool:
    """Write the note of a cell; returns whether the cell had none before."""
    from lxml import etree

    authors, notes = root.find(S + "authors"), root.find(S + "commentList")
    if authors is None or notes is None:
        authors = authors if authors is not None else etree.SubElement(root, S + "authors")
        notes = notes if notes is not None else etree.SubElement(root, S + "commentList")
    lines = "\n".join(f"{author}\u00a0: {text}" for author, text in remarks)
    old = next((item for item in notes if item.get("ref") == ref), None)
    if old is not None:
        text = old.find(S + "text")
        before = rich_text(text) if text is not None else ""
        text = text if text is not None else etree.SubElement(old, S + "text")
        if not len(text):
            etree.SubElement(text, S + "t").text = before
        run = etree.SubElement(text, S + "r") if text.find(S + "r") is not None else None
        if run is None:
            for child in list(text):
                text.remove(child)
            etree.SubElement(etree.SubElement(text, S + "r"), S + "t").text = before
            run = etree.SubElement(text, S + "r")
        _text(run, f"\n\n{lines}")
        return False
    names = [item.text or "" for item in authors]
    author = remarks[0][0]
    if author not in names:
        etree.SubElement(authors, S + "author").text = author
        names.append(author)
    note = etree.SubElement(notes, S + "comment", ref=ref, authorId=str(names.index(author)))
    _text(etree.SubElement(etree.SubElement(note, S + "text"), S + "r"), lines)
    return True


def _text(run: Element, text: str) -> None:
    from lxml import etree

    mark = etree.SubElement(run, S + "t")
    mark.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    mark.text = storable(text, "\t\n")


def _insert_drawing(sheet: Element, ident: str) -> None:
    from lxml import etree

    mark = etree.Element(S + "legacyDrawing", {R + "id": ident})
    for child in sheet:
        if isinstance(child.tag, str) and local(child) in _AFTER:
            child.addprevious(mark)
            return
    sheet.append(mark)


def _with_shapes(vml: bytes, refs: list[str], base: int) -> bytes:
    numbers = [int(found) for found in re.findall(rb"_x0000_s(\d{1,9})", vml)]
    number = max(numbers) + 1 if numbers else base + 1
    shapes: list[str] = []
    for at, ref in enumerate(refs):
        match = re.fullmatch(r"([A-Z]+)(\d+)", ref)
        if match is None:
            continue
        column, row = column_number(match.group(1)) - 1, int(match.group(2)) - 1
        place = {"left": column + 1, "top": max(row - 1, 0), "right": column + 4, "bottom": row + 5}
        shapes.append(_VML_NOTE.format(id=escape(str(number + at)), row=row, column=column, **place))
    head, end, tail = vml.rpartition(b"</xml>")
    return head + "".join(shapes).encode() + end + tail
