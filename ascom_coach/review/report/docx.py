"""The report as a Word file: real styles, repeated header rows, page numbers, French throughout."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import singledispatch
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from ascom_coach.referential import TRAINING_LABEL
from ascom_coach.review.report import docx_parts as office
from ascom_coach.review.report.parts import (
    Bullets,
    Card,
    Curve,
    Fields,
    Item,
    Section,
    Story,
    Table,
    Text,
)
from ascom_coach.review.report.story import Occasion, tell
from ascom_coach.review.report.words import NBSP, read_day

if TYPE_CHECKING:
    from ascom_coach.review.model import Review

_STYLES = {"plain": "Normal", "note": "Mention", "label": "Avertissement", "strong": "Intertitre"}
HAND_CM = 1.4
"""Least height of a row to write in by hand."""
_NO_DAY = dt.date(2026, 1, 1)


def report_docx(review: Review, *, path: Path, **about: Unpack[Occasion]) -> None:
    """Write the report at `path`. Raises OSError when the place cannot be written."""
    day = read_day(about.get("date", "")) or _NO_DAY
    path.write_bytes(docx_bytes(tell(review, about), day))


def docx_bytes(story: Story, day: dt.date) -> bytes:
    """The file's bytes: the same story on the same day gives the same bytes."""
    document = office.new_document()
    _properties(document, story, day)
    document.add_paragraph("Rapport de relecture · ascom-coach", style="Subtitle")
    document.add_paragraph(story.title, style="Title")
    _write_all(document, story.head)
    for section in story.sections:
        _section(document, section, 1)
    office.add_footer(document, story.footer)
    return office.steady_bytes(document)


def _properties(document: Any, story: Story, day: dt.date) -> None:
    known = document.core_properties
    known.title, known.subject = story.title[:250], "Rapport de relecture"
    known.author = known.last_modified_by = "ascom-coach"
    known.comments, known.keywords, known.language = TRAINING_LABEL, "ASCOM, entraînement", "fr-FR"
    known.created = known.modified = dt.datetime(day.year, day.month, day.day)


def _section(document: Any, section: Section, level: int) -> None:
    document.add_heading(section.title, level)
    _write_all(document, section.items)
    for part in section.parts:
        _section(document, part, level + 1)


def _write_all(document: Any, items: Sequence[Item]) -> None:
    for item in items:
        _write(item, document)


@singledispatch
def _write(item: object, document: Any) -> None:
    """One item of the story."""
    raise TypeError(type(item).__name__)


@_write.register
def _(item: Text, document: Any) -> None:
    document.add_paragraph(item.text, style=_STYLES[item.tone])


@_write.register
def _(item: Fields, document: Any) -> None:
    for label, value in item.rows:
        _labelled(document.add_paragraph(), label, value)


@_write.register
def _(item: Bullets, document: Any) -> None:
    for line in item.items:
        document.add_paragraph(line, style="List Bullet")


@_write.register
def _(item: Curve, document: Any) -> None:
    """On paper the table that follows says it all."""
    document.add_paragraph(f"{item.title}.", style="Mention")


@_write.register
def _(item: Table, document: Any) -> None:
    document.add_paragraph(item.caption, style="Caption")
    table = office.add_table(document, item.header, len(item.rows), item.widths, item.caption)
    for row, cells in zip(list(table.rows)[1:], item.rows, strict=True):
        if item.roomy:
            office.set_least_height(row, HAND_CM)
        for cell, words in zip(row.cells, cells, strict=True):
            cell.paragraphs[0].add_run(words)
    document.add_paragraph(style="Après tableau")


@_write.register
def _(item: Card, document: Any) -> None:
    first = document.add_paragraph(style="List Number" if item.number else "Constat")
    first.add_run(f"{item.mark} {item.head}{NBSP}: ").bold = True
    first.add_run(item.message)
    written = [first]
    for line in item.evidence:
        written.append(document.add_paragraph(line, style="Preuve"))
    for label, words in item.details:
        written.append(document.add_paragraph(style="Constat, suite"))
        _labelled(written[-1], label, words)
    for paragraph in written[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def _labelled(paragraph: Any, label: str, words: str) -> None:
    if label:
        paragraph.add_run(f"{label}{NBSP}: ").bold = True
    paragraph.add_run(words)
