"""The text of a document as one string that knows where each character stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from ascom_coach.documents import Block, Document, Locator
from ascom_coach.language import fold

_SIDE = ("header", "footer", "footnote", "comment", "notes")
QUOTE_MAX = 180
Place = tuple[Locator | None, str]
"""A locator and the verbatim quote that stands there."""


@dataclass(frozen=True)
class TextView:
    """Visible blocks joined by line breaks. Offsets are code points of `text`."""

    blocks: tuple[Block, ...]

    @classmethod
    def of(cls, document: Document, *, sides: bool = False) -> TextView:
        """The body of a document; headers, footers, notes and comments only with `sides`."""
        return cls(tuple(block for block in document.visible if sides or block.kind not in _SIDE))

    @cached_property
    def text(self) -> str:
        """All the text."""
        return "\n".join(block.text for block in self.blocks)

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
        return block.locator.at(first, last), sentence_around(block.text, first, last)

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

    def find(self, words: str) -> list[tuple[int, int]]:
        """Every place where these words stand, whatever case, accents or apostrophes; whole words."""
        folded, wanted = fold(self.text), fold(words).text.strip()
        if not wanted:
            return []
        pattern = (
            rf"(?<!\w){re.escape(wanted)}(?!\w)"
            if wanted[0].isalnum() and wanted[-1].isalnum()
            else re.escape(wanted)
        )
        return [folded.span(*match.span()) for match in re.finditer(pattern, folded.text)]


def clipped(text: str) -> str:
    """The beginning of a text, cut at a word, still verbatim."""
    text = text.strip()
    if len(text) <= QUOTE_MAX:
        return text
    return text[:QUOTE_MAX].rsplit(" ", 1)[0]


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that holds a span, cut to a readable length around it, verbatim."""
    left = max(
        (match.end() for match in re.finditer(r"[.!?…]\s+|\n", text) if match.end() <= start), default=0
    )
    after = re.search(r"[.!?…](?=\s|$)|\n", text[end:])
    right = end + after.end() if after else len(text)
    if right - left > QUOTE_MAX:
        spare = max(0, QUOTE_MAX - (end - start)) // 2
        left, right = max(left, start - spare), min(right, end + spare)
        while left < start and left and not text[left - 1].isspace():
            left += 1
        while right > end and right < len(text) and not text[right].isspace():
            right -= 1
    return text[left:right].strip()
