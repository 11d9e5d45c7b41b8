"""What the fifth hand plants in a text besides words: hours moved, things said twice, layout made by hand.

The faults in `fifth_*.py` were written from the scenarios' stories, the documents handed out, the gold copies and the
référentiel, without reading the checks nor what earlier hands' faults became (the helpers of those hands are used).
They are what a trainee hands in when the manager's instruction was half heard, when two instructions were mixed or when
a piece was taken from elsewhere. A change has the shape of those in `other.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.benchmarks.mutation.copies import Editable, WordCopy
from tests.benchmarks.mutation.other import at, turned
from tests.benchmarks.mutation.third import Change

HOUR = r"(\d+) h(?: \d\d)?"


def moved_hour(by: int) -> Callable[[re.Match[str]], str]:
    """The last hour told in a match, some hours earlier or later."""

    def write(match: re.Match[str]) -> str:
        last = list(re.finditer(HOUR, match[0]))[-1]
        start, end = last.span(1)
        return f"{match[0][:start]}{int(last[1]) + by}{match[0][end:]}"

    return write


def said(text: str) -> Callable[[re.Match[str]], str]:
    """The same words whatever was there."""
    return lambda match: text


def misdialled(match: re.Match[str]) -> str:
    """Two digits of a match exchanged."""
    return turned(match[0])


def repeated(anchor: str) -> Change:
    """A paragraph pasted twice."""

    def change(copy: Editable) -> str | None:
        rank = at(copy, anchor)
        if rank is None:
            return None
        text = copy.lines()[rank]
        copy.insert(rank, text)
        return text[:60]

    return change


def blanks(anchor: str, count: int = 4) -> Change:
    """Empty paragraphs to push a line down the page."""

    def change(copy: Editable) -> str | None:
        for _ in range(count):
            rank = at(copy, anchor)
            if rank is None:
                return None
            copy.insert(rank, "")
        return ""

    return change


def pushed(anchor: str, count: int = 60) -> Change:
    """A line carried to the right with spaces."""

    def change(copy: Editable) -> str | None:
        rank = at(copy, anchor, last=True)
        if rank is None:
            return None
        copy.set(rank, " " * count + copy.lines()[rank])
        return anchor

    return change


def instead(anchor: str, *texts: str) -> Change:
    """A paragraph, its links with it, replaced by others; the place is the first of them."""

    def change(copy: Editable) -> str | None:
        rank = at(copy, anchor)
        if rank is None:
            return None
        for text in reversed(texts):
            copy.insert(rank, text)
        copy.drop(at(copy, anchor, last=True) or 0)
        return texts[0][:60]

    return change


def several_fonts(copy: WordCopy) -> str | None:
    """Each paragraph in another font and another size."""
    from docx.shared import Pt

    fonts = ("Comic Sans MS", "Times New Roman", "Courier New", "Impact")
    for rank, paragraph in enumerate(copy.paragraphs):
        for run in paragraph.runs:
            run.font.name = fonts[rank % len(fonts)]
            run.font.size = Pt(9 + 4 * (rank % len(fonts)))
    return ""


def bold(paragraph: Any) -> None:
    for run in paragraph.runs:
        run.bold = True


def numbered_by_hand(style: str) -> Change:
    """A list whose numbers were typed."""

    def change(copy: WordCopy) -> str | None:
        found = [one for one in copy.paragraphs if one.style.name == style and one.text.strip()]
        for rank, paragraph in enumerate(found, 1):
            paragraph.style = "Normal"
            paragraph.runs[0].text = f"{rank}) {paragraph.runs[0].text}"
        return str(found[0].text)[:60] if found else None

    return change
