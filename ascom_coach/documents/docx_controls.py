"""Comments on what a content control holds as a block.

LibreOffice 7.4 loses the text of a block control whose paragraph holds a comment (seen for text, rich text and list
controls, alone, in a cell or around a cell). The comment then goes around the control, or on the paragraph beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ascom_coach.documents.ooxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BLOCKS = {W + "body", W + "tc", W + "tr", W + "tbl", W + "hdr", W + "ftr"}


def block_control(paragraph: Element) -> Element | None:
    """The outermost control that holds the whole paragraph; a table of contents is none."""
    found: Element | None = None
    item = paragraph.getparent()
    while item is not None:
        if item.tag == W + "sdt" and item.find(f"{W}sdtPr/{W}docPartObj") is None:
            found = item
        item = item.getparent()
    return found


def paragraph_after(control: Element) -> Element | None:
    """The paragraph that follows a control at once, able to carry the mark of a comment set around it."""
    after = control.getnext()
    while after is not None and after.tag == W + "commentRangeEnd":
        after = after.getnext()
    holder = control.getparent()
    beside = after is not None and after.tag == W + "p" and holder is not None and holder.tag in _BLOCKS
    return after if beside else None


def paragraph_beside(control: Element) -> Element | None:
    """The nearest paragraph outside of any control, first after, then before, never in a text box."""
    root = control.getroottree().getroot()
    inside = set(control.iter(W + "p"))
    before: Element | None = None
    passed = False
    for paragraph in root.iter(W + "p"):
        if paragraph in inside:
            passed = True
        elif block_control(paragraph) is None and not any(
            True for _ in paragraph.iterancestors(W + "txbxContent")
        ):
            if passed:
                return paragraph
            before = paragraph
    return before
