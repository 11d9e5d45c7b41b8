"""Remarks on a cell that holds a conversation: Excel then shows the conversation and hides the note, so they are
written as answers too."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ascom_coach.documents.annotation.package_edit import PackageEditor

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SPACE = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_THREAD, _TEXT, _PERSON = (f"{{{_SPACE}}}{name}" for name in ("threadedComment", "text", "person"))
_NAMES = uuid.UUID("6f0d4c0e-8d5f-5a55-9f5e-2a2b1a7c9a10")  # ours: the same copy gives the same identifiers


def answer_threads(editor: PackageEditor, part: str, cells: Mapping[str, Sequence[tuple[str, str]]]) -> None:
    """Add to the conversations of a sheet the remarks (author, text) made on their cells."""
    from lxml import etree

    for relation in editor.package.relations(part).values():
        if relation.type != "threadedComment" or not editor.has(relation.target):
            continue
        known = editor.package.xml(relation.target)
        first = {item.get("ref") or "": item for item in reversed(known) if not item.get("parentId")}
        for ref, remarks in cells.items():
            for number, (author, text) in enumerate(remarks if ref in first else ()):
                answer = etree.SubElement(
                    editor.tree(relation.target), _THREAD, ref=ref, personId=_person(editor, author),
                    id=_identifier(f"{relation.target} {ref} {len(known)} {number} {text}"),
                    parentId=first[ref].get("id") or "",
                )  # fmt: skip
                if first[ref].get("dT"):
                    answer.set("dT", first[ref].get("dT") or "")
                etree.SubElement(answer, _TEXT).text = "".join(
                    char for char in text if char >= " " or char in "\t\n"
                )


def _person(editor: PackageEditor, author: str) -> str:
    """The identifier of an author in the list of people, added when it is not there."""
    from lxml import etree

    ident = _identifier(author)
    main = editor.package.main_part()
    people = [rel.target for rel in editor.package.relations(main).values() if rel.type == "person"]
    for target in people[:1]:
        root: Element = editor.tree(target)
        if not any(item.get("id") == ident for item in root):
            etree.SubElement(root, _PERSON, displayName=author, id=ident, userId=author, providerId="None")
    return ident


def _identifier(text: str) -> str:
    return "{" + str(uuid.uuid5(_NAMES, text)).upper() + "}"
