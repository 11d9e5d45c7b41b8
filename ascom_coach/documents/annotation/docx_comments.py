"""Remarks as Word comments, anchored in body paragraphs and table cells only.

LibreOffice does not open a file whose comment is anchored in a footer, so a remark on a header, a footer, a
note or a text box is anchored on the first body paragraph and says its place in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ascom_coach.documents.annotation.docx_controls import (
    block_control,
    contents_paragraphs,
    paragraph_after,
    paragraph_beside,
)
from ascom_coach.documents.annotation.package_edit import PackageEditor
from ascom_coach.documents.annotation.words import initials, storable, worded
from ascom_coach.documents.model import Annotation, Locator
from ascom_coach.documents.ooxml.docx_walk import WRAPPERS, child_elements, small_number
from ascom_coach.documents.ooxml.shared import MC, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def add_comments(data: bytes, name: str, remarks: Sequence[Annotation]) -> bytes:
    """The document with one comment a remark. Raises RefusedInputError when it cannot be read."""
    from lxml import etree

    editor = PackageEditor(data, name, "docx")
    main = editor.package.main_part()
    root = editor.tree(main)
    places = _places(root)
    fallback = next((items for items in places.values()), None)
    comments = _comments_root(editor, main)
    lists = contents_paragraphs(root)
    number = max((small_number(item.get(W + "id")) for item in comments), default=-1) + 1
    for remark in remarks:
        exact = places.get(remark.locator.ref)
        paragraphs = exact or fallback
        text = worded(remark, exact=bool(exact))
        if not paragraphs:
            body = root.find(W + "body")
            paragraphs = [etree.SubElement(root if body is None else body, W + "p")]
        paragraph = _target(paragraphs, remark.locator)
        control = block_control(paragraph)
        after = paragraph_after(control) if control is not None else None
        unfit = set(control.iter(W + "p")) if control is not None else lists if paragraph in lists else set()
        beside = paragraph_beside(unfit, lists, root) if unfit and after is None else None
        if control is not None and after is not None:
            _anchor_around(control, after, number)
        elif beside is not None:
            text = worded(remark, exact=False)
            _anchor(beside, number, None)
        else:
            _anchor(paragraph, number, remark.locator if len(paragraphs) == 1 and exact else None)
        comments.append(_comment(number, remark.author, text))
        number += 1
    return editor.result()


def _comments_root(editor: PackageEditor, main: str) -> Element:
    for relation in editor.package.relations(main).values():
        if relation.type == "comments" and editor.has(relation.target):
            return editor.tree(relation.target)
    part = editor.free_name("word/comments{}.xml") if editor.has("word/comments.xml") else "word/comments.xml"
    namespace = W.strip("{}")
    editor.put(part, f'<w:comments xmlns:w="{namespace}"/>'.encode())
    editor.declare(part, _COMMENTS_TYPE)
    editor.relate(main, "comments", part)
    return editor.tree(part)


def _places(root: Element) -> dict[str, list[Element]]:
    """Paragraph elements by reference, numbered as the reader numbers them."""
    found: dict[str, list[Element]] = {}
    tables = paragraphs = 0

    def body(container: Element) -> None:
        nonlocal paragraphs
        for child in container:
            if child.tag == W + "p":
                paragraphs += 1
                found[f"p{paragraphs}"] = [child]
            elif child.tag == W + "tbl":
                table(child)
            elif child.tag in WRAPPERS:
                body(child)
            elif child.tag == MC + "AlternateContent" and len(child):
                body(child[0])

    def table(item: Element) -> None:
        nonlocal tables
        tables += 1
        number = tables
        for row_number, row in enumerate(child_elements(item, W + "tr"), 1):
            skipped = row.find(f"{W}trPr/{W}gridBefore")
            column = 1 + (small_number(skipped.get(W + "val")) if skipped is not None else 0)
            for cell in child_elements(row, W + "tc"):
                found[f"t{number}.r{row_number}.c{column}"] = list(inside(cell))
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                column += max(1, min(63, small_number(span.get(W + "val")))) if span is not None else 1

    def inside(cell: Element) -> Iterator[Element]:
        for child in cell:
            if child.tag == W + "p":
                yield child
            elif child.tag == W + "tbl":
                table(child)
            elif child.tag in WRAPPERS:
                yield from inside(child)

    start = root.find(W + "body")
    if start is not None:
        body(start)
    return found


def _target(paragraphs: list[Element], locator: Locator) -> Element:
    """The paragraph of a cell that holds the start of the span."""
    left = locator.start or 0
    for paragraph in paragraphs:
        size = sum(_length(child) for child in paragraph)
        if left <= size:
            return paragraph
        left -= size + 1
    return paragraphs[0]


def _length(element: Element) -> int:
    if element.tag != W + "r":
        return (
            sum(_length(child) for child in element) if element.tag not in (W + "del", W + "moveFrom") else 0
        )
    size = 0
    for child in element:
        if child.tag == W + "t":
            size += len(child.text or "")
        elif child.tag in (W + "tab", W + "br", W + "cr", W + "noBreakHyphen"):
            size += 1
    return size


def _anchor(paragraph: Element, number: int, span: Locator | None) -> None:
    """Mark the runs that hold the span, or the whole paragraph."""
    from lxml import etree

    ident = {W + "id": str(number)}
    children = [child for child in paragraph if child.tag != W + "pPr"]
    first, last = (children[0], children[-1]) if children else (None, None)
    if span is not None and span.start is not None and span.end is not None:
        position = 0
        held: list[Element] = []
        for child in children:
            size = _length(child)
            if size and position < span.end and position + size > span.start:
                held.append(child)
            position += size
        if held:
            first, last = held[0], held[-1]
    start = etree.Element(W + "commentRangeStart", ident)
    end = etree.Element(W + "commentRangeEnd", ident)
    reference = etree.Element(W + "r")
    etree.SubElement(reference, W + "commentReference", ident)
    if first is None or last is None:
        empty = etree.Element(W + "r")
        paragraph.extend([start, empty, end, reference])
        return
    first.addprevious(start)
    last.addnext(end)
    end.addnext(reference)


def _anchor_around(control: Element, after: Element, number: int) -> None:
    """Mark a whole block control; the mark of the comment itself opens the paragraph that follows."""
    from lxml import etree

    ident = {W + "id": str(number)}
    control.addprevious(etree.Element(W + "commentRangeStart", ident))
    control.addnext(etree.Element(W + "commentRangeEnd", ident))
    reference = etree.Element(W + "r")
    etree.SubElement(reference, W + "commentReference", ident)
    head = after.find(W + "pPr")
    if head is not None:
        head.addnext(reference)
    else:
        after.insert(0, reference)


def _comment(number: int, author: str, text: str) -> Element:
    from lxml import etree

    about = {W + "id": str(number), W + "author": author, W + "initials": initials(author)}
    comment = etree.Element(W + "comment", about)
    for line in text.split("\n"):
        run = etree.SubElement(etree.SubElement(comment, W + "p"), W + "r")
        mark = etree.SubElement(run, W + "t")
        mark.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        mark.text = storable(line, "\t")
    return comment
