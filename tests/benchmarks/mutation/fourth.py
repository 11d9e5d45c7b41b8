"""What the fourth hand plants in a text besides words: repeated values, sections, the look of a page, its tags.

The faults in `fourth_*.py` were written from the scenarios' stories, the documents handed out, the gold copies and the
référentiel, without reading the checks nor the other hands' lists of faults (their helpers are used). They are what
trainees' copies hold: each one is of a kind that a trainer would surely mark. A change has the shape of those in
`other.py`: it returns the place where a trainer puts the finger, "" when something is gone, or None where the copy does
not hold what it spoils.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.benchmarks.mutation.copies import Editable, PageCopy, WordCopy
from tests.benchmarks.mutation.other import at
from tests.benchmarks.mutation.third import Change

FILLER = (
    "Nous espérons que cette information vous sera utile et nous vous remercions de la lire avec attention. "
    "Chacun peut la relire autant de fois que nécessaire et en parler autour de soi s’il le souhaite. "
    "Comme chaque année, nous avons préparé ce moment avec soin, dans un esprit d’écoute et de partage. "
)


def everywhere_like(pattern: str, new: Callable[[re.Match[str]], str]) -> Change:
    """The same wrong value at each occurrence of a pattern; the place is what was written last."""

    def change(copy: Editable) -> str | None:
        written: list[str] = []

        def write(match: re.Match[str]) -> str:
            written.append(new(match))
            return written[-1]

        for rank, text in enumerate(copy.lines()):
            fresh = re.sub(pattern, write, text)
            if fresh != text:
                copy.set(rank, fresh)
        return written[-1] if written else None

    return change


def last_swap(old: str, new: str) -> Change:
    """Something else in the last line that holds `old`."""

    def change(copy: Editable) -> str | None:
        rank = at(copy, old, last=True)
        if rank is None:
            return None
        copy.set(rank, copy.lines()[rank].replace(old, new, 1))
        return new

    return change


def line(anchor: str, text: str) -> Change:
    """A line more before another one (at the foot of a web page)."""

    def change(copy: Editable) -> str | None:
        rank = at(copy, anchor)
        if rank is None:
            return None
        copy.insert(rank, text)
        return text[:60]

    return change


def emptied_section(title: str, until: str) -> Change:
    """A heading and what stands under it, gone."""

    def change(copy: Editable) -> str | None:
        start, stop = at(copy, title), at(copy, until)
        if start is None or stop is None:
            return None
        for rank in reversed(range(start, stop)):
            copy.drop(rank)
        return ""

    return change


def whole(alter: Callable[[Any], None]) -> Change:
    """Another look for every paragraph of a Word copy: no place in particular."""

    def change(copy: WordCopy) -> str | None:
        for paragraph in copy.paragraphs:
            alter(paragraph)
        return ""

    return change


def styled(name: str, alter: Callable[[Any], None]) -> Change:
    """Another look for the paragraphs of one style."""

    def change(copy: WordCopy) -> str | None:
        found = [one for one in copy.paragraphs if one.style.name == name and one.text.strip()]
        for paragraph in found:
            alter(paragraph)
        return str(found[0].text)[:60] if found else None

    return change


def sized(points: float) -> Callable[[Any], None]:
    def alter(paragraph: Any) -> None:
        from docx.shared import Pt

        for run in paragraph.runs:
            run.font.size = Pt(points)

    return alter


def coloured(shade: str) -> Callable[[Any], None]:
    def alter(paragraph: Any) -> None:
        from docx.shared import RGBColor

        for run in paragraph.runs:
            run.font.color.rgb = RGBColor.from_string(shade)

    return alter


def ordinary(paragraph: Any) -> None:
    paragraph.style = "Normal"


def shouted(copy: Editable) -> str | None:
    """The longest paragraph in capitals."""
    rank, text = max(enumerate(copy.lines()), key=lambda one: len(one[1]))
    copy.set(rank, text.upper())
    return text.upper()[:60]


def glued(*anchors: str) -> Change:
    """Several paragraphs in one block, without a break."""

    def change(copy: Editable) -> str | None:
        ranks = [at(copy, one) for one in anchors]
        known = [one for one in ranks if one is not None]
        if len(known) < len(ranks):
            return None
        texts = [copy.lines()[one] for one in known]
        copy.set(known[0], " ".join(texts))
        for one in sorted(known[1:], reverse=True):
            copy.drop(one)
        return texts[0][:60]

    return change


def retagged(old: str, new: str, place: str = "") -> Change:
    """A kind of element of a web page turned into another, or removed when `new` is empty."""

    def change(copy: PageCopy) -> str | None:
        done = False
        for rank, part in enumerate(copy.parts):
            if re.fullmatch(rf"</?{old}(\s[^>]*)?>", part):
                copy.parts[rank] = f"<{'/' * part.startswith('</')}{new}>" if new else ""
                done = True
        return place if done else None

    return change


def element_gone(words: str) -> Change:
    """A text of a web page and the element that holds it."""

    def change(copy: PageCopy) -> str | None:
        found = [rank for rank, part in enumerate(copy.parts) if words in part and not part.startswith("<")]
        if not found:
            return None
        text = next((i for i, one in enumerate(copy.lines()) if words in one), None)
        if text is None:
            return None
        copy.drop(text)
        copy.parts[found[-1] - 1] = copy.parts[found[-1] + 1] = ""
        return ""

    return change


def section_gone(title: str, until: str) -> Change:
    """The elements of a web page from a heading to the one that holds `until`."""

    def change(copy: PageCopy) -> str | None:
        start, stop = (
            copy.parts.index(title) - 1,
            next(i for i, one in enumerate(copy.parts) if until in one) - 1,
        )
        copy.parts[start:stop] = [""] * (stop - start)
        return ""

    return change


def relabelled(label: str, new: str) -> Change:
    """Other words on a link of a Word copy."""

    def change(copy: WordCopy) -> str | None:
        for paragraph in copy.paragraphs:
            for link in paragraph.hyperlinks:
                if link.text == label:
                    link.runs[0].text = new
                    return new
        return None

    return change


def css(rule: str) -> Change:
    """A rule more in the style of a web page."""

    def change(copy: PageCopy) -> str | None:
        rank = next((i for i, one in enumerate(copy.parts) if "font-family" in one), None)
        if rank is None:
            return None
        copy.parts[rank] += rule
        return ""

    return change
