"""What the third hand plants besides words: styles, colours, links, images, tags, rows of a workbook.

The faults in `third_*.py` were written from the scenarios' stories, the documents handed out, the gold copies and the
référentiel only, without reading a line of the checks or of the other hands' lists. A change has the shape of those in
`other.py`: it returns the place where a trainer puts the finger, or None where the copy does not hold what it spoils.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from openpyxl.styles import Font

from tests.benchmarks.mutation.copies import Editable, PageCopy, WordCopy
from tests.benchmarks.mutation.other import OtherFault, Place, at, fault
from tests.benchmarks.mutation.sheets import Table

Change = Callable[[Any], Place | None]
PALE = "F4F4E0"
FEET = ("Total", "Destinataires")
"""What the last row of a table is called."""


def faults(production: str, listed: Iterable[tuple[str, str, Change]]) -> Iterator[OtherFault]:
    for name, criteria, change in listed:
        yield fault(production, name, criteria, change)


def cut(pattern: str, instead: str = "") -> Change:
    """Words gone: there is no place left to show."""

    def change(copy: Editable) -> str | None:
        for rank, text in enumerate(copy.lines()):
            fresh = re.sub(pattern, instead, text, count=1)
            if fresh != text:
                copy.set(rank, fresh)
                return ""
        return None

    return change


def everywhere(old: str, new: str) -> Change:
    """The same mistake at each occurrence."""

    def change(copy: Editable) -> str | None:
        found = [rank for rank, text in enumerate(copy.lines()) if old in text]
        for rank in found:
            copy.set(rank, copy.lines()[rank].replace(old, new))
        return new if found else None

    return change


def all_without(*words: str) -> Change:
    """Several lines gone, the last one that holds each of these words."""

    def change(copy: Editable) -> str | None:
        for one in words:
            rank = at(copy, one, last=True)
            if rank is None:
                return None
            copy.drop(rank)
        return ""

    return change


def before(anchor: str, moved: str) -> Change:
    """A line carried above another one of a Word copy."""

    def change(copy: WordCopy) -> str | None:
        upper, lower = at(copy, anchor), at(copy, moved)
        if upper is None or lower is None:
            return None
        copy.paragraphs[upper]._p.addprevious(copy.paragraphs[lower]._p)
        return moved

    return change


def of_paragraph(words: str, alter: Callable[[Any], None]) -> Change:
    """Another look for one paragraph of a Word copy, its words untouched."""

    def change(copy: WordCopy) -> str | None:
        rank = at(copy, words)
        if rank is None:
            return None
        paragraph = copy.paragraphs[rank]
        alter(paragraph)
        return str(paragraph.text)[:60]

    return change


def pale(paragraph: Any) -> None:
    from docx.shared import RGBColor

    for run in paragraph.runs:
        run.font.color.rgb = RGBColor.from_string(PALE)


def tiny(paragraph: Any) -> None:
    from docx.shared import Pt

    for run in paragraph.runs:
        run.font.size = Pt(5)


def centred(paragraph: Any) -> None:
    paragraph.alignment = 1


def plain(paragraph: Any) -> None:
    """A title in name only: ordinary style, bold by hand."""
    paragraph.style = "Normal"
    for run in paragraph.runs:
        run.bold = True


def hyphenated(paragraph: Any) -> None:
    """A list typed by hand."""
    paragraph.style = "Normal"
    paragraph.runs[0].text = "- " + paragraph.runs[0].text


def in_run(old: str, new: str) -> Change:
    """Words of one run of a Word copy, links of the paragraph untouched."""

    def change(copy: WordCopy) -> str | None:
        for paragraph in copy.paragraphs:
            for run in paragraph.runs:
                if old in run.text:
                    run.text = run.text.replace(old, new, 1)
                    return new
        return None

    return change


def word_link(label: str, target: str) -> Change:
    """A link of a Word copy that leads elsewhere."""

    def change(copy: WordCopy) -> str | None:
        for paragraph in copy.paragraphs:
            for link in paragraph.hyperlinks:
                if link.text == label:
                    copy.document.part.rels[link._hyperlink.rId]._target = target
                    return label
        return None

    return change


def word_picture(description: str) -> Change:
    """Another text for those who do not see the picture."""

    def change(copy: WordCopy) -> str | None:
        found = copy.document.element.body.xpath(".//wp:docPr[@descr]")
        for one in found:
            one.set("descr", description)
        return "" if found else None

    return change


def tags(old: str, new: str, place: str, *, count: int = 1, within: str = "") -> Change:
    """Tags of a web page; `within`: words of the text that follows the tag."""

    def change(copy: PageCopy) -> str | None:
        done = 0
        for rank, part in enumerate(copy.parts):
            follows = "".join(copy.parts[rank + 1 : rank + 4])
            if part.startswith("<") and old in part and within in follows and done < count:
                copy.parts[rank] = part.replace(old, new, 1)
                done += 1
        return place if done else None

    return change


def both(*changes: Change) -> Change:
    """Several changes that make one fault; the place is the last one's."""

    def change(copy: Any) -> Place | None:
        place: Place | None = None
        for one in changes:
            place = one(copy)
            if place is None:
                return None
        return place

    return change


def exchanged(one: str, other: str, head: str) -> Change:
    """Two cells of a column in each other's row."""

    def change(table: Table) -> Place | None:
        first, second = table.cell(one, head), table.cell(other, head)
        if first.value == second.value:
            return None
        first.value, second.value = second.value, first.value
        return one, head

    return change


def row_gone(key: str) -> Change:
    def change(table: Table) -> Place | None:
        table.delete(key)
        return "", ""

    return change


def row_more(key: str, like: str, **cells: Any) -> Change:
    def change(table: Table) -> Place | None:
        table.copy_row(key, like, **cells)
        return key, ""

    return change


def renamed(key: str, new: str) -> Change:
    """Another word in the key column."""

    def change(table: Table) -> Place | None:
        table.page.cell(table.row(key), table.key).value = new
        return new, ""

    return change


def heading(old: str, new: str | None) -> Change:
    """A column under another name, or under none."""

    def change(table: Table) -> Place | None:
        table.page.cell(table.top, table.heads[old]).value = new
        return (new, "") if new else ("", "")

    return change


def emptied(head: str) -> Change:
    """A column gone, its heading with it."""

    def change(table: Table) -> Place | None:
        for row in range(table.top, table.page.max_row + 1):
            table.page.cell(row, table.heads[head]).value = None
        return "", ""

    return change


def formatted(key: str, head: str, code: str) -> Change:
    """The same value shown in another format."""

    def change(table: Table) -> Place | None:
        table.cell(key, head).number_format = code
        return key, head

    return change


def blotted(key: str, head: str) -> Change:
    """White on white."""

    def change(table: Table) -> Place | None:
        table.cell(key, head).font = Font(color="FFFFFFFF")
        return key, head

    return change


def hidden_row(key: str) -> Change:
    def change(table: Table) -> Place | None:
        table.page.row_dimensions[table.row(key)].hidden = True
        return key, ""

    return change


def hidden_column(head: str) -> Change:
    def change(table: Table) -> Place | None:
        table.page.column_dimensions[table.page.cell(1, table.heads[head]).column_letter].hidden = True
        return "", head

    return change


def narrow(head: str) -> Change:
    """A column where dates show as hashes."""

    def change(table: Table) -> Place | None:
        table.page.column_dimensions[table.page.cell(1, table.heads[head]).column_letter].width = 3
        return "", head

    return change


def summed(head: str, formula: str) -> Change:
    """Another formula at the foot; `{col}`, `{first}`, `{last}`, `{top}` are the column and the rows of the table."""

    def change(table: Table) -> Place | None:
        foot = next(str(cell.value) for row in table.page.iter_rows() for cell in row if cell.value in FEET)
        cell = table.cell(foot, head)
        first = table.top + 1
        cell.value = formula.format(
            col=cell.column_letter, first=first, last=first + len(table.keys) - 1, top=table.top
        )
        return foot, head

    return change
