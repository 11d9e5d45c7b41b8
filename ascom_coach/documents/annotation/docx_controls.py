"""Places of a Word document where LibreOffice 7.4 does not bear a comment.

It loses the text of a block control whose paragraph holds one (seen for text, rich text and list controls, alone, in
a cell or around a cell), and the text of the comment inside a table of contents. The comment then goes around the
control, or on the paragraph beside.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ascom_coach.documents.ooxml.shared import W

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


def contents_paragraphs(root: Element) -> set[Element]:
    """Paragraphs of the tables of contents, indexes and bibliographies that fields make."""
    found: set[Element] = set()
    codes: list[str] = []
    for paragraph in root.iter(W + "p"):
        listed = any(_makes_list(code) for code in codes)
        for mark in paragraph.iter(W + "fldChar", W + "instrText"):
            if mark.tag == W + "instrText" and codes:
                codes[-1] += mark.text or ""
                listed = listed or _makes_list(codes[-1])
            elif mark.get(W + "fldCharType") == "begin":
                codes.append("")
            elif mark.get(W + "fldCharType") == "end" and codes:
                listed = listed and not (_makes_list(codes.pop()) and not _begins_list(paragraph))
        if listed:
            found.add(paragraph)
    return found


def _makes_list(code: str) -> bool:
    return code.split(maxsplit=1)[:1] in (["TOC"], ["INDEX"], ["TOA"], ["BIBLIOGRAPHY"])


def _begins_list(paragraph: Element) -> bool:
    return any(_makes_list(mark.text or "") for mark in paragraph.iter(W + "instrText"))


def paragraph_beside(inside: set[Element], lists: set[Element], root: Element) -> Element | None:
    """The nearest paragraph that bears a comment, first after those of `inside`, then before: in no text box, in no
    paragraph of `lists`."""
    before: Element | None = None
    passed = False
    for paragraph in root.iter(W + "p"):
        if paragraph in inside:
            passed = True
        elif paragraph not in lists and _bears(paragraph):
            if passed:
                return paragraph
            before = paragraph
    return before


def _bears(paragraph: Element) -> bool:
    return block_control(paragraph) is None and next(paragraph.iterancestors(W + "txbxContent"), None) is None
