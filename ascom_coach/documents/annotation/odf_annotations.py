"""Remarks as comments of LibreOffice files, by changing `content.xml` alone: every other part keeps its exact bytes.

In a text they hold the words they speak of; in a workbook they hang on the cell; in a presentation on the slide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ascom_coach.documents.annotation.package_edit import PackageEditor
from ascom_coach.documents.annotation.words import storable, worded
from ascom_coach.documents.model import Annotation
from ascom_coach.documents.odf.ods_places import cell_at
from ascom_coach.documents.odf.odt_places import places, text_length
from ascom_coach.documents.odf.shared import DC, DRAW, OFFICE, SVG, TEXT
from ascom_coach.documents.refusals import refusal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BODIES = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}


def add_annotations(data: bytes, name: str, kind: str, remarks: Sequence[Annotation]) -> bytes:
    """The file of kind `odt`, `ods` or `odp` with its remarks. Raises RefusedInputError when it cannot be read."""
    editor = PackageEditor(data, name, kind)
    root = editor.tree("content.xml")
    body = root.find(f"{OFFICE}body/{OFFICE}{_BODIES[kind]}")
    if body is None:
        raise refusal("damaged", name)
    write = {"odt": _in_text, "ods": _in_workbook, "odp": _in_slides}[kind]
    write(root, body, remarks)
    return editor.result()


def _in_text(root: Element, body: Element, remarks: Sequence[Annotation]) -> None:
    from lxml import etree

    known = places(body)
    fallback = next(iter(known.values()), None) or [etree.SubElement(body, TEXT + "p")]
    taken = {item.get(OFFICE + "name") for item in root.iter(OFFICE + "annotation")}
    number = 0
    for remark in remarks:
        exact = known.get(remark.locator.ref)
        paragraphs = exact or fallback
        number += 1
        while f"remarque{number}" in taken:
            number += 1
        note = _annotation(remark, exact=bool(exact))
        note.set(OFFICE + "name", f"remarque{number}")
        start, end = remark.locator.start, remark.locator.end
        paragraph = paragraphs[0]
        if exact and start is not None and end is not None and len(paragraphs) == 1:
            _wrap(paragraph, note, start, max(start + 1, end))
        else:
            _wrap(paragraph, note, 0, text_length(paragraph))


def _wrap(paragraph: Element, note: Element, start: int, end: int) -> None:
    """Put the comment before the character `start` of a paragraph and its end after the character before `end`."""
    from lxml import etree

    last = etree.Element(OFFICE + "annotation-end", {OFFICE + "name": note.get(OFFICE + "name") or ""})
    whole = text_length(paragraph)
    start, end = min(start, whole), min(end, whole)
    if end > start:
        _insert(paragraph, last, end, after=True)
        _insert(paragraph, note, start, after=False)
    else:  # an empty paragraph: a comment without words
        del note.attrib[OFFICE + "name"]
        _insert(paragraph, note, start, after=True)


def _insert(paragraph: Element, item: Element, offset: int, *, after: bool) -> None:
    """Insert an element at a character offset; `after` keeps it with the text before the offset."""
    reached = 0

    def into(holder: Element) -> bool:
        nonlocal reached
        if _cut(holder.text, offset - reached, after=after):
            at, text = offset - reached, holder.text or ""
            holder.text, item.tail = text[:at], text[at:]
            holder.insert(0, item)
            return True
        reached += len(holder.text or "")
        for child in list(holder):
            size = text_length(child, alone=True)
            if size is None:
                if into(child):
                    return True
            else:
                at = offset - reached
                if not after and 0 <= at < size:
                    holder.insert(list(holder).index(child), item)
                    return True
                if after and 0 < at <= size:
                    item.tail, child.tail = child.tail, None
                    holder.insert(list(holder).index(child) + 1, item)
                    return True
                reached += size
            if _cut(child.tail, offset - reached, after=after):
                at, text = offset - reached, child.tail or ""
                child.tail, item.tail = text[:at], text[at:]
                holder.insert(list(holder).index(child) + 1, item)
                return True
            reached += len(child.tail or "")
        return False

    if not into(paragraph):
        paragraph.append(item)


def _cut(text: str | None, at: int, *, after: bool) -> bool:
    size = len(text or "")
    return (0 < at <= size) if after else (0 <= at < size)


def _in_workbook(_root: Element, body: Element, remarks: Sequence[Annotation]) -> None:
    for remark in remarks:
        cell, exact = cell_at(body, remark.locator.ref)
        old = cell.find(OFFICE + "annotation")
        note = _annotation(remark, exact=exact)
        if old is not None:
            for line in note.iterfind(TEXT + "p"):
                line.text = (
                    f"{remark.author}\u00a0: {line.text or ''}"
                    if line is note.find(TEXT + "p")
                    else line.text
                )
                old.append(line)
            continue
        note.set(OFFICE + "display", "false")
        for side, size in (("width", "6cm"), ("height", "3cm")):
            note.set(SVG + side, size)
        cell.insert(0, note)


def _in_slides(_root: Element, body: Element, remarks: Sequence[Annotation]) -> None:
    from lxml import etree

    slides = body.findall(DRAW + "page") or [etree.SubElement(body, DRAW + "page")]
    for remark in remarks:
        match = re.fullmatch(r"d(\d{1,4})", remark.locator.ref)
        number = int(match.group(1)) if match else 0
        exact = 1 <= number <= len(slides)
        note = _annotation(remark, exact=exact)
        slide = slides[number - 1 if exact else 0]
        shown = sum(1 for _ in slide.iterfind(OFFICE + "annotation"))
        note.set(SVG + "x", f"{1 + shown % 10}cm")
        note.set(SVG + "y", "1cm")
        slide.append(note)


def _annotation(remark: Annotation, *, exact: bool) -> Element:
    from lxml import etree

    note = etree.Element(OFFICE + "annotation")
    etree.SubElement(note, DC + "creator").text = remark.author
    for line in worded(remark, exact=exact).split("\n"):
        etree.SubElement(note, TEXT + "p").text = storable(line)
    return note
