"""Going through the XML of a Word document: the same steps for whoever reads it and whoever writes in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ascom_coach.documents.ooxml.shared import MC, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}


def paragraphs_of(container: Element) -> Iterator[Element]:
    """Paragraphs in reading order, inside tables too, but not inside other paragraphs' text boxes."""
    for child in container:
        if child.tag == W + "p":
            yield child
        elif child.tag == MC + "AlternateContent":
            if len(child):
                yield from paragraphs_of(child[0])
        elif isinstance(child.tag, str) and child.tag not in (W + "del", W + "moveFrom"):
            yield from paragraphs_of(child)


def child_elements(container: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, through content controls and tracked changes."""
    for child in container:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from child_elements(child, tag)


def small_number(text: str | None) -> int:
    """A small attribute as a number, 0 when it is absent or odd."""
    return int(text) if text and text.isdecimal() and len(text) < 6 else 0
