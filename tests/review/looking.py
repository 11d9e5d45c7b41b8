"""One look at one copy, without the rest of the review: the gold copies' words, changed, in any layout."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.rehearsal import State
from ascom_coach.review.context import Context
from ascom_coach.review.generic.draft import Hit
from ascom_coach.review.watch.looks import WATCHES
from ascom_coach.review.watch.story import Story
from ascom_coach.review.watch.watch import Watch
from tests.benchmarks.mutation.sheets import Table, laid_out
from tests.benchmarks.mutations import SHEETS
from tests.documents.builders import docx, odf
from tests.review.test_watch import GOLD

TEXT_LAYOUTS = ("txt", "docx", "html")
TITLE = "# "
"""What a line that is a title begins with."""


@cache
def _story(name: str) -> Story:
    gold = GOLD[name]
    facts = {fact.id: gold.value(fact.id) for fact in gold.script.scenario.faits}
    return Story(gold.script.scenario, gold.start, facts)


@cache
def words(name: str) -> tuple[str, ...]:
    """The lines of a gold copy."""
    return tuple(block.text for block in parse_bytes(GOLD[name].data, GOLD[name].name).visible)


def changed(name: str, old: str, new: str) -> list[str]:
    """The lines of a gold copy with `new` for `old`; an empty `old` adds a sentence to the longest paragraph."""
    lines = list(words(name))
    if not old:
        rank = max(range(len(lines)), key=lambda at: len(lines[at]))
        lines[rank] += f" {new}"
        return lines
    assert any(old in line for line in lines), old
    return [line for one in lines if (line := one.replace(old, new)) or not one]


def laid(lines: Sequence[str], layout: str) -> Document:
    """Lines as a document of that format."""
    if layout == "txt":
        return parse_bytes("\n\n".join(one.removeprefix(TITLE) for one in lines).encode(), "copie.txt")
    if layout == "docx":

        def build(document: Any) -> None:
            for one in lines:
                if one.startswith(TITLE):
                    document.add_heading(one.removeprefix(TITLE), 1)
                else:
                    document.add_paragraph(one)

        return parse_bytes(docx(build), "copie.docx")
    head, line = ('text:h text:outline-level="1"', "text:p") if layout == "odt" else ("h1", "p")
    made = []
    for one in lines:
        opened = head if one.startswith(TITLE) else line
        text = html.escape(one.removeprefix(TITLE))
        made.append(f"<{opened}>{text}</{opened.split()[0]}>")
    inner = "\n".join(made)
    if layout == "odt":
        return parse_bytes(odf("text", inner), "copie.odt")
    page = f'<!DOCTYPE html><html lang="fr"><head><title>Copie</title></head><body>{inner}</body></html>'
    return parse_bytes(page.encode(), "copie.html")


def look(
    which: str, name: str, document: Document, others: Sequence[Document] = (), state: State | None = None
) -> list[Hit]:
    """What one look tells of a document handed in for a gold copy’s production."""
    gold = GOLD[name]
    context = Context(gold.script, gold.production, document, state, gold.start, (), tuple(others))
    return [one for one in WATCHES[which](Watch(context, _story(name))) if one.status == "defaut"]


def told(case: tuple[str, str, str, str, str], layout: str) -> list[Hit]:
    """What a look tells of a spoilt copy, checked to quote what was spoilt, with a reason and a next step.

    A case is (look, copy, words, their replacement, what the place must hold).
    """
    which, name, old, new, quote = case
    hits = look(which, name, laid(changed(name, old, new), layout))
    assert any(quote in hit.place[1] for hit in hits), hits
    assert all(hit.message and hit.hint for hit in hits)
    return hits


@cache
def right_table(name: str, layout: str) -> Document:
    """A gold workbook in a layout of the benchmark."""
    return table(name, None, layout)


def table(name: str, change: Callable[[Table], Any] | None, layout: str) -> Document:
    """A gold workbook, spoilt, in a layout of the benchmark."""
    gold = GOLD[name]
    made = Table(gold.data, *SHEETS[name][:2])
    if change is not None:
        change(made)
    return parse_bytes(laid_out(made.data(), layout), gold.name)
