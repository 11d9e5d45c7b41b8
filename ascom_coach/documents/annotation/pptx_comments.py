"""Remarks as PowerPoint comments, in classic comment parts that every PowerPoint and LibreOffice read.

A slide part itself never changes: only its relationships name a new part, and a comment part already there grows. The
conversations of recent versions live in parts of their own, which are left as they are.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ascom_coach.documents.annotation.package_edit import PackageEditor
from ascom_coach.documents.annotation.words import initials, storable, worded
from ascom_coach.documents.model import Annotation
from ascom_coach.documents.ooxml.shared import P, R
from ascom_coach.documents.refusals import refusal

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_STEP = 96
"""Between two comments of a slide, in 576ths of an inch: their marks would hide each other."""


def add_slide_comments(data: bytes, name: str, remarks: Sequence[Annotation]) -> bytes:
    """The presentation with one comment a remark, at its slide (`d4`). Raises RefusedInputError when unreadable."""
    editor = PackageEditor(data, name, "pptx")
    if not remarks:
        return editor.result()
    main = editor.package.main_part()
    slides = _slides(editor, main)
    if not any(slides):
        raise refusal("not_annotable", name)
    folder = posixpath.dirname(main)
    authors = _part(editor, main, "commentAuthors", "cmAuthorLst", folder + "/commentAuthors{}.xml")
    comments: dict[str, Element] = {}
    for remark in remarks:
        match = re.fullmatch(r"d(\d{1,4})", remark.locator.ref)
        number = int(match.group(1)) if match else 0
        exact = 1 <= number <= len(slides) and bool(slides[number - 1])
        slide = slides[number - 1] if exact else next(filter(None, slides))
        if slide not in comments:
            comments[slide] = _part(editor, slide, "comments", "cmLst", folder + "/comments/comment{}.xml")
        _write(comments[slide], _author(authors, remark.author), worded(remark, exact=exact))
    return editor.result()


def _slides(editor: PackageEditor, main: str) -> list[str]:
    """The part of each slide, numbered as the reader numbers them; empty for a slide that is missing."""
    relations = editor.package.relations(main)
    found = []
    for item in editor.package.xml(main).iterfind(f"{P}sldIdLst/{P}sldId"):
        relation = relations.get(item.get(R + "id") or "")
        found.append(relation.target if relation is not None and editor.has(relation.target) else "")
    return found


def _part(editor: PackageEditor, owner: str, kind: str, root: str, pattern: str) -> Element:
    """The classic part of a kind that a part of the original names, made when there is none."""
    for relation in editor.package.relations(owner).values():
        if relation.type == kind and not relation.external and editor.has(relation.target):
            known = editor.package.optional_xml(relation.target)
            if known is not None and known.tag == P + root:
                return editor.tree(relation.target)
    plain = pattern.format("")
    part = plain if kind == "commentAuthors" and not editor.has(plain) else editor.free_name(pattern)
    editor.put(part, f'<p:{root} xmlns:p="{P.strip("{}")}"/>'.encode())
    editor.declare(part, f"{_TYPE}{kind}+xml")
    editor.relate(owner, kind, part)
    return editor.tree(part)


def _author(authors: Element, name: str) -> Element:
    from lxml import etree

    found = next((item for item in authors if item.get("name") == name), None)
    if found is not None:
        return found
    known = [int(number) for item in authors if (number := item.get("id") or "").isdecimal()]
    about = {"id": str(max(known, default=-1) + 1), "name": name, "initials": initials(name), "lastIdx": "0"}
    return etree.SubElement(authors, P + "cmAuthor", {**about, "clrIdx": str(len(known))})


def _write(comments: Element, author: Element, text: str) -> None:
    """Add a comment under those of the slide; PowerPoint numbers the comments of an author over the whole file."""
    from lxml import etree

    last = author.get("lastIdx") or "0"
    rank = str(int(last) + 1 if last.isdecimal() else 1)
    author.set("lastIdx", rank)
    place = str(10 + _STEP * (len(comments) % 30))
    comment = etree.SubElement(comments, P + "cm", authorId=author.get("id") or "0", idx=rank)
    etree.SubElement(comment, P + "pos", x="10", y=place)
    etree.SubElement(comment, P + "text").text = storable(text, "\t\n")
