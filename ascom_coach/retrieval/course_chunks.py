"""Passages of a trainer's course: pieces of one section put together, about 60 to 180 words each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ascom_coach.documents import Document
from ascom_coach.retrieval.course_pieces import Piece, pieces_of

VERSION = 1
"""Changes with the way of cutting; a file is cut again when it is added again."""
FEW, ENOUGH, MOST = 40, 110, 180
"""Words: under the first a passage joins its neighbour, from the second on it may end, it never passes the third."""
LONGEST = 1_600
"""Characters that a passage never passes, even without a space."""
PER_FILE = 20_000
"""Passages kept from one file."""
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\s])")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A passage of a course."""

    text: str
    headings: tuple[str, ...]
    """Headings above it, outermost first; empty when the file has none."""
    place: str
    """Where to find it, in French: « page 3 », « diapositive 4, « Relances » », « rubrique « Relances » »."""

    @property
    def indexed(self) -> str:
        """What is searched: the two nearest headings and the text."""
        return ". ".join((*self.headings[-2:], self.text))


def chunks_of(document: Document) -> tuple[Chunk, ...]:
    """Passages of a document in reading order; empty when it holds no text."""
    made: list[Chunk] = []
    for group in _groups(_short(pieces_of(document))):
        made.append(_chunk(group))
        if len(made) == PER_FILE:
            break
    return tuple(made)


def _short(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces under the limits: a long one is cut at its sentences, then at its words."""
    for piece in pieces:
        if len(piece.text) <= LONGEST and len(piece.text.split()) <= MOST:
            yield piece
            continue
        kept = ""
        for sentence in _cut(piece.text):
            longer = f"{kept} {sentence}".strip()
            if kept and (len(longer.split()) > ENOUGH or len(longer) > LONGEST):
                yield replace(piece, text=kept)
                longer = sentence
            kept = longer
        if kept:
            yield replace(piece, text=kept)


def _cut(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(text):
        words = sentence.split()
        for start in range(0, len(words), ENOUGH):
            part = " ".join(words[start : start + ENOUGH])
            yield from (part[at : at + LONGEST] for at in range(0, len(part), LONGEST))


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    held: list[Piece] = []
    """The group before, kept back in case what follows is too short to stand alone."""
    for piece in pieces:
        if group and not _goes_on(group, piece):
            if held and _joins(held, group):
                yield held + group
                held = []
            else:
                if held:
                    yield held
                held = group
            group = []
        group.append(piece)
    if held and group and _joins(held, group):
        yield held + group
        return
    yield from (one for one in (held, group) if one)


def _goes_on(group: list[Piece], piece: Piece) -> bool:
    last, size, more = group[-1], _words(group), len(piece.text.split())
    if last.headings != piece.headings:
        return False
    if last.page != piece.page and (size >= FEW or not piece.page.startswith("page")):
        return False
    if _characters(group) + len(piece.text) > LONGEST or size + more > MOST:
        return False
    return size < ENOUGH or piece.row


def _joins(held: list[Piece], group: list[Piece]) -> bool:
    return (
        _words(group) < FEW
        and held[-1].headings == group[0].headings
        and held[-1].page == group[0].page
        and _words(held) + _words(group) <= MOST
        and _characters(held) + _characters(group) <= LONGEST
    )


def _words(group: list[Piece]) -> int:
    return sum(len(piece.text.split()) for piece in group)


def _characters(group: list[Piece]) -> int:
    return sum(len(piece.text) + 1 for piece in group)


def _chunk(group: list[Piece]) -> Chunk:
    first, last = group[0], group[-1]
    return Chunk("\n".join(piece.text for piece in group), first.headings, _place(first, last))


def _place(first: Piece, last: Piece) -> str:
    """Page or slide, then heading; without either, the paragraphs or the lines."""
    path = " › ".join(first.headings[-2:])
    heading = f"«\u00a0{path}\u00a0»" if path else ""
    if first.page.startswith("feuille"):
        return f"{first.page}, {_span(first.spot, last.spot)}"
    if first.page:
        page = _span(first.page, last.page)
        return f"{page}, {heading}" if heading else page
    return f"rubrique {heading}" if heading else _span(first.spot, last.spot)


def _span(first: str, last: str) -> str:
    """« ligne 8 » and « ligne 14 » give « lignes 8 à 14 »; two places of different sorts give the first."""
    if first == last:
        return first
    left, right = re.fullmatch(r"(\w+) (\d+)", first), re.fullmatch(r"(\w+) (\d+)", last)
    if left and right and left.group(1) == right.group(1):
        return f"{left.group(1)}s {left.group(2)} à {right.group(2)}"
    return first
