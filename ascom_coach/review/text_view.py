"""The text of a document as one string that knows where each character stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from ascom_coach.documents import Block, Document, Locator
from ascom_coach.language import fold

_SIDE = ("header", "footer", "footnote", "comment", "notes")
_BREAKABLE = ("paragraph", "html")
_FULL_STOP = r"(?:(?<!\bM)(?<!\bMM)(?<!\bDr)\.|[!?…])"
_BEFORE, _AFTER = re.compile(rf"{_FULL_STOP}\s+|\n"), re.compile(rf"{_FULL_STOP}(?=\s|$)|\n")
"""Where a sentence begins and ends: not after « M. »."""
QUOTE_MAX = 180
WRAPPED = 45
"""A line that long goes on with the next one."""
Place = tuple[Locator | None, str]
"""A locator and the verbatim quote that stands there."""


_recent: deque[tuple[Document, bool, TextView]] = deque(maxlen=4)
"""Documents are never changed: the same one has the same view."""


@dataclass(frozen=True)
class TextView:
    """Visible blocks joined by line breaks. Offsets are code points of `text`."""

    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, document: Document, *, sides: bool = False) -> TextView:
        """The body of a document, cells of its sheets included, a cell a block.

        With `sides`: headers, footers, notes, comments, and what is hidden in a workbook. The last few documents are
        remembered: a workbook is a hundred thousand blocks, and every part of a review reads it.
        """
        for known, whole, view in _recent:
            if known is document and whole == sides:
                return view
        view = cls(cls._read(document, sides=sides))
        _recent.append((document, sides, view))
        return view

    @staticmethod
    def _read(document: Document, *, sides: bool) -> tuple[Block, ...]:
        blocks = [
            line for block in document.visible if sides or block.kind not in _SIDE for line in _broken(block)
        ]
        for sheet in document.sheets:
            if sides or not sheet.hidden:
                blocks += [
                    Block(cell.locator, "table_cell", text)
                    for _, cells in sheet.rows()
                    for cell in cells
                    if (sides or not cell.hidden) and (text := cell.text).strip()
                ]
        return tuple(blocks)

    @cached_property
    def text(self) -> str:
        """All the text. Lines of one cut sentence are joined by a space, the others by a line break."""
        pieces = [block.text for block in self.blocks[:1]]
        for before, block in pairwise(self.blocks):
            pieces += [" " if _cut(before, block) else "\n", block.text]
        return "".join(pieces)

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for block in self.blocks:
            starts.append(at)
            at += len(block.text) + 1
        return starts

    @property
    def lines(self) -> list[str]:
        """One text a block."""
        return [block.text for block in self.blocks]

    @property
    def words(self) -> int:
        """Number of words."""
        return len(re.findall(r"\w+(?:[’'-]\w+)*", self.text))

    @property
    def body_words(self) -> int:
        """Number of words, the headers of a mail left out."""
        return TextView(tuple(block for block in self.blocks if block.kind != "mail_header")).words

    def index(self, offset: int) -> int:
        """Which block holds that character."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def start(self, index: int) -> int:
        """Offset of a block."""
        return self._starts[index]

    def place(self, start: int, end: int) -> Place:
        """Where a span stands (cut at its block), and the sentence around it, verbatim."""
        index = self.index(start)
        block, origin = self.blocks[index], self._starts[index]
        first = start - origin
        last = min(len(block.text), max(first + 1, end - origin))
        shift = block.locator.start or 0
        return block.locator.at(shift + first, shift + last), sentence_around(block.text, first, last)

    def first(self) -> Place:
        """The first block, as an anchor for what is missing."""
        if not self.blocks:
            return None, ""
        return self.blocks[0].locator, clipped(self.blocks[0].text)

    def main(self) -> Place:
        """The first real sentence of the body, past letterhead and addresses; the first block when there is none."""
        for block in self.blocks:
            if len(block.text.split()) >= 9:
                return block.locator, clipped(block.text)
        return self.first()

    def last(self) -> Place:
        """The last block, as an anchor for what should close the text."""
        if not self.blocks:
            return None, ""
        return self.blocks[-1].locator, clipped(self.blocks[-1].text)

    def pieces(self, size: int) -> list[tuple[int, int]]:
        """Spans of whole blocks of about `size` characters that cover the text; one empty span when there is none.

        A sentence cut at the end of a line is never parted.
        """
        spans: list[tuple[int, int]] = []
        first = 0
        for index, start in enumerate(self._starts):
            if start - first >= size and not _cut(self.blocks[index - 1], self.blocks[index]):
                spans.append((first, start))
                first = start
        return [*spans, (first, len(self.text))]

    @cached_property
    def groups(self) -> list[tuple[int, int]]:
        """Spans of text to read together: each paragraph with the one that follows it.

        A paragraph is a block; the lines of a message cut at 70 characters make one, so do the cells of a row.
        """
        spans: list[tuple[int, int]] = []
        for index, block in enumerate(self.blocks):
            first, last = self._starts[index], self._starts[index] + len(block.text)
            if index and _goes_on(self.blocks[index - 1], block):
                spans[-1] = (spans[-1][0], last)
            else:
                spans.append((first, last))
        return [(one[0], two[1]) for one, two in zip(spans, [*spans[1:], *spans[-1:]], strict=True)]

    def find(self, words: str) -> list[tuple[int, int]]:
        """Every place where these words stand, whatever case, accents, apostrophes or line breaks; whole words."""
        folded, parts = fold(self.text), fold(words).text.split()
        if not parts:
            return []
        pattern = r"\s+".join(map(re.escape, parts))
        pattern = (r"(?<!\w)" if parts[0][0].isalnum() else "") + pattern
        pattern += r"(?!\w)" if parts[-1][-1].isalnum() else ""
        return [folded.span(*match.span()) for match in re.finditer(pattern, folded.text)]


def _broken(block: Block) -> list[Block]:
    """The lines of a paragraph broken by hand (Shift + Enter): each is read as a line of its own, at its place."""
    if block.kind not in _BREAKABLE or "\n" not in block.text:
        return [block]
    lines, at = [], block.locator.start or 0
    for text in block.text.split("\n"):
        if text.strip():
            lines.append(replace(block, text=text, locator=block.locator.at(at, at + len(text))))
        at += len(text) + 1
    return lines or [block]


def _goes_on(before: Block, block: Block) -> bool:
    """Whether a block belongs to the paragraph of the block before it."""
    one, two = before.locator.ref, block.locator.ref
    if before.kind == block.kind == "table_cell" and "!" in two:
        return one.partition("!")[0] == two.partition("!")[0] and _line(one) == _line(two)
    if before.kind == block.kind == "table_cell":
        return one.rpartition(".c")[0] == two.rpartition(".c")[0]  # t1.r2.c1, t1.r2.c2: one row
    if before.kind != block.kind or block.kind not in ("line", "mail_line"):
        return False
    return _line(two) == _line(one) + 1 and len(before.text) >= WRAPPED


def _cut(before: Block, block: Block) -> bool:
    """Whether a line break falls inside a sentence: a line of some length, left open, and no capital after it."""
    if before.kind == "table_cell" or not _goes_on(before, block):
        return False
    first = block.text.lstrip()[:1]
    return not before.text.rstrip().endswith((".", "!", "?", ":", ";", "…")) and (
        first.islower() or first.isdecimal()
    )


def _line(ref: str) -> int:
    """The number that ends a place: 8 for `l8` and `corps:l8`, 7 for `Feuille!B7`."""
    digits = re.search(r"\d+$", ref)
    return int(digits.group()) if digits else 0


def clipped(text: str) -> str:
    """The beginning of a text, cut at a word, still verbatim."""
    text = text.strip()
    if len(text) <= QUOTE_MAX:
        return text
    return text[:QUOTE_MAX].rsplit(" ", 1)[0]


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that holds a span, cut to a readable length around it, verbatim."""
    left = max((match.end() for match in _BEFORE.finditer(text) if match.end() <= start), default=0)
    after = _AFTER.search(text, end)
    right = after.end() if after else len(text)
    if right - left > QUOTE_MAX:
        spare = max(0, QUOTE_MAX - (end - start)) // 2
        left, right = max(left, start - spare), min(right, end + spare)
        while left < start and left and not text[left - 1].isspace():
            left += 1
        while right > end and right < len(text) and not text[right].isspace():
            right -= 1
    return text[left:right].strip()
