"""A document of a trainer's course, taken apart: sentences, list items and table rows under their headings.

Pure: a `Document` of any type comes in, pieces in reading order come out. What a page repeats (its header,
its footer, its table of contents) is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ascom_coach.documents import Block, Document, Locator, Sheet, Table, describe_place

_LEFT_OUT = ("header", "footer", "comment", "mail_header")
_PAGE = re.compile(r"(?:page|diapositive|planche)\s+\d+")
_MARK = re.compile(r"\s*(?:[-*+•–]|\d{1,3}[.)])\s+")
_TABLE_REF = re.compile(r"t(\d+)\.r\d+\.c\d+")
_CONTENTS_STYLE = re.compile(r"(?:toc|tm|contents|table des mati)", re.IGNORECASE)
_CONTENTS_LINE = re.compile(r"(?:\.{4,}|…{2,}|\t)\s*\d{1,4}\s*$")
_RULE = re.compile(r"[\W_]*")
_END_OF_SENTENCE = (".", ";", ",", "?", "!", "…")
_HEADING_WORDS = 12
"""Longest typed line taken for a heading when the file marks none."""
_HEADER_WORDS = 8
"""Longest cell of a first row that names columns."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is never cut in two unless it is very long."""

    text: str
    headings: tuple[str, ...]
    """Headings above it, outermost first."""
    page: str
    """« page 3 », « diapositive 4 », or an empty string for a file without pages."""
    spot: str
    """Its own place in French: « paragraphe 12 », « ligne 8 »."""
    row: bool = False
    """A row of a table, with the names of its columns."""


def pieces_of(document: Document) -> Iterator[Piece]:
    """Pieces of a document in reading order, then those of its sheets."""
    blocks = [block for block in document.visible if block.kind not in _LEFT_OUT and not _contents(block)]
    blocks = _without_repeats(blocks)
    if document.type in ("txt", "pdf") and not any(block.kind in ("title", "heading") for block in blocks):
        blocks = _guess_headings(document, blocks)
    if any(block.kind in ("line", "mail_line", "html") for block in blocks):
        blocks = _joined_lines(document, blocks)
    yield from _Walk(document.tables).pieces(blocks)
    for sheet in document.sheets:
        if not sheet.hidden:
            yield from _sheet_pieces(sheet)


def page_of(locator: Locator) -> str:
    """« page 3 » or « diapositive 4 » when the place is in one, else an empty string."""
    found = _PAGE.match(describe_place(locator))
    return found.group() if found else ""


def table_rows(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """Each row as one line, with the names of its columns when the first row holds names.

    « Délai : 8 jours ; Qui : le comptable ». A cell repeated by a merge is said once.
    """
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    if not filled:
        return
    first = [" ".join(cell.split()) for cell in filled[0]]
    named = len(filled) > 1 and len([cell for cell in first if cell]) > 1
    named = named and all(len(cell.split()) <= _HEADER_WORDS for cell in first)
    for row in filled[1:] if named else filled:
        said: list[str] = []
        before = None
        for column, cell in enumerate(row):
            text = " ".join(cell.split())
            if not text or text == before:
                continue
            before = text
            name = first[column] if named and column < len(first) else ""
            said.append(f"{name}\u00a0: {text}" if name and name != text else text)
        if said:
            yield "\u00a0; ".join(said)


class _Walk:
    """Reads blocks in order with the headings above them."""

    def __init__(self, tables: tuple[Table, ...]) -> None:
        self._tables = {table.number: table for table in tables}
        self._order = [table.number for table in tables]
        self._done: set[int] = set()
        self._skip: Counter[str] = Counter()
        self._headings: list[tuple[int, str]] = []
        self._bare: Piece | None = None

    def pieces(self, blocks: list[Block]) -> Iterator[Piece]:
        for page, group in groupby(blocks, lambda block: page_of(block.locator)):
            some = list(group)
            if page.startswith("diapositive"):
                self._headings = []
                some.sort(key=lambda block: (block.kind == "notes", block.kind != "title"))
            for block in some:
                yield from self._block(block, page)
            if page.startswith("diapositive"):
                yield from self._alone()
        yield from self._alone()

    def _block(self, block: Block, page: str) -> Iterator[Piece]:
        text = block.text.strip()
        spot = describe_place(block.locator)
        if block.kind == "table_cell":
            yield from self._cell(block, page)
            return
        level = _level(block)
        if level is None:
            self._bare = None
            yield Piece(_listed(block, text), self._path(), page, spot)
            return
        if self._bare is not None and level <= self._headings[-1][0]:
            yield from self._alone()
        while self._headings and self._headings[-1][0] >= level:
            self._headings.pop()
        self._bare = Piece(" ".join(text.split()), self._path(), page, spot)
        self._headings.append((level, " ".join(text.split())[:160]))

    def _path(self) -> tuple[str, ...]:
        return tuple(text for _, text in self._headings)

    def _alone(self) -> Iterator[Piece]:
        """A heading with nothing under it is still something that the course says."""
        if self._bare is not None and len(self._bare.text.split()) > 2:
            yield self._bare
        self._bare = None

    def _cell(self, block: Block, page: str) -> Iterator[Piece]:
        self._bare = None
        found = _TABLE_REF.match(block.locator.ref)
        number = int(found.group(1)) if found else self._table_of(block)
        if number is None or number not in self._tables:
            yield Piece(block.text.strip(), self._path(), page, describe_place(block.locator))
            return
        if number in self._done:
            return
        self._done.add(number)
        table = self._tables[number]
        spot = page or f"tableau {number}"
        for line in table_rows(table.rows):
            yield Piece(line, self._path(), page, spot, row=True)

    def _table_of(self, block: Block) -> int | None:
        """The table of a cell whose place does not name it: the cells of a slide follow their table's order."""
        if self._skip[block.text.strip()]:
            self._skip[block.text.strip()] -= 1
            return next(iter(self._done), None)
        number = next((one for one in self._order if one not in self._done), None)
        if number is None:
            return None
        cells = [cell.strip() for row in self._tables[number].rows for cell in row if cell.strip()]
        if block.text.strip() not in cells:
            return None
        cells.remove(block.text.strip())
        self._skip = Counter(cells)
        return number


def _level(block: Block) -> int | None:
    if block.kind == "title":
        return 0
    if block.kind == "heading":
        return block.level or 1
    words = block.text.split()
    bold_line = block.kind == "paragraph" and block.bold and 0 < len(words) <= _HEADING_WORDS
    return 8 if bold_line and not block.text.rstrip().endswith(_END_OF_SENTENCE) else None


def _listed(block: Block, text: str) -> str:
    listed = block.kind == "list_item" or (block.kind == "slide" and block.numbered)
    return f"- {text}" if listed and not _MARK.match(text) else text


def _contents(block: Block) -> bool:
    return bool(_CONTENTS_STYLE.match(block.style) or _CONTENTS_LINE.search(block.text)) or (
        block.kind in ("line", "slide") and not re.search(r"\w", block.text)
    )


def _without_repeats(blocks: list[Block]) -> list[Block]:
    """Drop short lines found on most pages: they are the page's own header and footer."""
    pages: dict[str, set[str]] = {}
    every: set[str] = set()
    for block in blocks:
        page = page_of(block.locator)
        if page:
            every.add(page)
            pages.setdefault(_without_numbers(block.text), set()).add(page)
    if len(every) < 4:
        return blocks
    return [
        block
        for block in blocks
        if len(block.text.split()) > _HEADING_WORDS
        or len(pages.get(_without_numbers(block.text), ())) < max(3, 0.6 * len(every))
    ]


def _without_numbers(text: str) -> str:
    return re.sub(r"\d+", "", " ".join(text.lower().split()))


def _guess_headings(document: Document, blocks: list[Block]) -> list[Block]:
    """Short lines that stand alone, or that a rule underlines, are the headings of a plain text."""
    texts = {block.locator.ref: block.text.strip() for block in document.blocks}
    numbered = re.compile(r"l(\d+)")

    def line(number: int) -> str:
        return texts.get(f"l{number}", "")

    out: list[Block] = []
    for block in blocks:
        place = numbered.fullmatch(block.locator.ref)
        text = block.text.strip()
        short = 0 < len(text.split()) <= _HEADING_WORDS and not text.endswith((*_END_OF_SENTENCE, ":"))
        listed = bool(_MARK.match(text)) and text[0] in "-*+•–"
        if place is None or not short or listed or not text[0].isalnum():
            out.append(block)
            continue
        number = int(place.group(1))
        ruled = bool(_RULE.fullmatch(line(number + 1))) and len(line(number + 1)) > 2
        alone = not line(number - 1) and not line(number + 1) and bool(line(number + 2))
        loud = text.isupper() and not line(number - 1)
        level = 1 if ruled or loud else 2
        out.append(replace(block, kind="heading", level=level) if ruled or alone or loud else block)
    return out


def _joined_lines(document: Document, blocks: list[Block]) -> list[Block]:
    """Typed lines put back into paragraphs: a blank line, a list mark or a table bar starts another one."""
    del document
    out: list[Block] = []
    before = -1
    fence = False
    header: tuple[str, ...] = ()
    for block in blocks:
        text = block.text.strip()
        found = re.search(r"l(\d+)$", block.locator.ref)
        number = int(found.group(1)) if found else before + 1
        if text.startswith(("```", "~~~")):
            fence = not fence
            before = number
            continue
        follows = number == before + 1
        before = number
        if text.startswith("|") and text.endswith("|") and len(text) > 2:
            cells = tuple(cell.strip() for cell in text.strip("|").split("|"))
            if not follows or not header:
                header = cells
                continue
            line = next(table_rows((header, cells)), "")
            out.append(replace(block, text=line, kind="textbox"))
            continue
        header = ()
        if block.kind not in ("line", "mail_line", "html", "list_item"):
            out.append(block)
            continue
        text = _plain(text)
        goes_on = follows and not fence and out and out[-1].kind in ("line", "mail_line", "list_item", "html")
        if goes_on and not _MARK.match(text) and block.kind != "list_item":
            out[-1] = replace(out[-1], text=f"{out[-1].text} {text}")
        elif text:
            out.append(replace(block, text=text))
    return out


def _plain(text: str) -> str:
    """A line without the marks of Markdown."""
    text = re.sub(r"!?\[([^\[\]]*)\]\([^()\s]*\)", r"\1", text)
    text = re.sub(r"(\*\*|__|`)(.+?)\1", r"\2", text)
    return text.lstrip(">").strip()


def _sheet_pieces(sheet: Sheet) -> Iterator[Piece]:
    rows = [(number, {cell.column: cell.text for cell in cells if not cell.hidden}) for number, cells in sheet.rows()]
    rows = [(number, cells) for number, cells in rows if any(text.strip() for text in cells.values())]
    if not rows:
        return
    width = max(max(cells) for _, cells in rows)
    first = tuple(rows[0][1].get(column, "") for column in range(1, width + 1))
    page = f"feuille «\u00a0{sheet.name}\u00a0»"
    for number, cells in rows[1:] or rows:
        line = tuple(cells.get(column, "") for column in range(1, width + 1))
        text = next(table_rows((first, line) if len(rows) > 1 else (line,)), "")
        if text:
            yield Piece(text, (), page, f"ligne {number}", row=True)
