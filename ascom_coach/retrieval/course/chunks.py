"""Cuts a document into passages that can be read alone, along its own structure: headings, slides, pages, rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ascom_coach.documents import Block, Document

TARGET, MOST = 110, 180
"""Words from which a passage is closed at the next paragraph, and never exceeded."""
_PAGE = re.compile(r"page(\d+)")
_CELL = re.compile(r"t(\d+)\.r(\d+)\.c\d+")
_SKIPPED = ("header", "footer", "comment", "mail_header")
_SHEET_ROWS = 400


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage of a course. `place` is French: « Les congés » (a heading), « page 3 », « diapositive 4 »."""

    place: str
    text: str


def chunks_of(document: Document) -> list[Chunk]:
    """Passages of about 110 words, 180 at most, in reading order; the headings above are part of the place."""
    found: list[Chunk] = []
    for place, pieces in _sections(document):
        found += [Chunk(place, text) for text in _cut(pieces)]
    return found


def _sections(document: Document) -> Iterator[tuple[str, list[str]]]:
    """Runs of paragraphs that share a place."""
    headings: list[tuple[int, str]] = []
    place = "début"
    pieces: list[str] = []
    rows: dict[str, int] = {}
    for block in document.blocks:
        text = " ".join(block.text.split())
        if not text or block.hidden or block.kind in _SKIPPED:
            continue
        if block.kind in ("heading", "title"):
            yield place, pieces
            level = block.level or 1
            headings = [one for one in headings if one[0] < level] + [(level, text)]
            place, pieces = " › ".join(name for _, name in headings), []
            continue
        here = _place(block) or place
        if here != place:
            yield place, pieces
            place, pieces = here, []
        cell = _CELL.match(block.locator.ref)
        row = f"{cell[1]}.{cell[2]}" if cell else ""
        if row and row in rows and rows[row] == len(pieces) - 1:
            pieces[-1] += f"\u00a0; {text}"
        else:
            pieces.append(text)
            if row:
                rows[row] = len(pieces) - 1
    yield place, pieces
    for sheet in document.sheets:
        if not sheet.hidden:
            lines = ["\u00a0; ".join(cell.text for cell in cells if cell.text) for _, cells in sheet.rows()]
            yield f"feuille «\u00a0{sheet.name}\u00a0»", [line for line in lines[:_SHEET_ROWS] if line]


def _place(block: Block) -> str:
    """The page or the slide, when the file has any."""
    if page := _PAGE.match(block.locator.ref):
        return f"page {page[1]}"
    if block.kind in ("slide", "notes") and (number := re.search(r"\d+", block.locator.ref)):
        return f"diapositive {number[0]}"
    return ""


def _cut(pieces: list[str]) -> Iterator[str]:
    """Paragraphs put together until there is enough to read; long ones are cut between sentences, then words."""
    kept: list[str] = []
    size = 0
    for piece in (part for one in pieces for part in _parts(one)):
        count = len(piece.split())
        if kept and size + count > MOST:
            yield "\n".join(kept)
            kept, size = [], 0
        kept.append(piece)
        size += count
        if size >= TARGET:
            yield "\n".join(kept)
            kept, size = [], 0
    if kept:
        yield "\n".join(kept)


def _parts(text: str) -> Iterator[str]:
    if len(text.split()) <= MOST:
        yield text
        return
    words: list[str] = []
    for sentence in re.split(r"(?<=[.!?…])\s+", text):
        for word in sentence.split():
            words.append(word)
            if len(words) >= MOST:
                yield " ".join(words)
                words = []
        if len(words) >= TARGET:
            yield " ".join(words)
            words = []
    if words:
        yield " ".join(words)
