"""Where the paragraphs and the characters of a LibreOffice text are, numbered as the reader numbers them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal, overload

from ascom_coach.documents.odf.shared import DRAW, OFFICE, TABLE, TEXT, repeat

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ENTERED = (TEXT + "span", TEXT + "a", TEXT + "meta")
_ASIDE = (OFFICE + "annotation", OFFICE + "annotation-end", TEXT + "note", TEXT + "hidden-text")


def places(body: Element) -> dict[str, list[Element]]:
    """Paragraph elements by reference: `p3`, `t1.r2.c4`."""
    walk = _Walk()
    walk.body(body)
    return walk.found


class _Walk:
    def __init__(self) -> None:
        self.found: dict[str, list[Element]] = {}
        self.paragraphs = self.tables = 0

    def body(self, container: Element) -> None:
        for child in container:
            tag = child.tag
            if tag in (TEXT + "p", TEXT + "h"):
                self.paragraphs += 1
                self.found[f"p{self.paragraphs}"] = [child]
            elif tag == TABLE + "table":
                self.table(child)
            elif tag not in (TEXT + "tracked-changes", DRAW + "frame") and isinstance(tag, str):
                self.body(child)

    def table(self, item: Element) -> None:
        self.tables += 1
        number = self.tables
        for row_number, row in enumerate(table_rows(item), 1):
            column = 1
            for cell in row:
                if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                    continue
                lines = list(self.cell(cell))
                if lines:
                    self.found[f"t{number}.r{row_number}.c{column}"] = lines
                column += repeat(cell.get(TABLE + "number-columns-repeated"), 64)

    def cell(self, cell: Element) -> Iterator[Element]:
        for child in cell:
            if child.tag == TABLE + "table":
                self.table(child)
            elif child.tag in (TEXT + "p", TEXT + "h"):
                yield child
            elif child.tag == TEXT + "list":
                yield from own_lines(child)


def own_lines(holder: Element) -> Iterator[Element]:
    """Paragraphs of a list, a header or a frame, without those of the comments, notes and frames inside them."""
    for child in holder:
        if child.tag in (TEXT + "p", TEXT + "h"):
            yield child
        elif child.tag not in _ASIDE and isinstance(child.tag, str):
            yield from own_lines(child)


def table_rows(table: Element) -> list[Element]:
    """Rows of a table, those of its header and groups included."""
    found: list[Element] = []
    for child in table:
        if child.tag == TABLE + "table-row":
            found.append(child)
        elif child.tag in (TABLE + "table-header-rows", TABLE + "table-rows", TABLE + "table-row-group"):
            found.extend(table_rows(child))
    return found


@overload
def text_length(item: Element) -> int: ...
@overload
def text_length(item: Element, *, alone: Literal[True]) -> int | None: ...


def text_length(item: Element, *, alone: bool = False) -> int | None:
    """How many characters the reader finds in an element.

    `alone`: the size of an element that cannot be entered (a tab, spaces, a field, a picture), None for one that can.
    """
    tag = item.tag
    if tag == TEXT + "s":
        return repeat(item.get(TEXT + "c"), 1000)
    if tag in (TEXT + "tab", TEXT + "line-break"):
        return 1
    if tag in _ASIDE or not isinstance(tag, str) or tag.startswith(DRAW):
        return 0
    if alone and tag in _ENTERED:
        return None
    return len(item.text or "") + sum(text_length(child) + len(child.tail or "") for child in item)
