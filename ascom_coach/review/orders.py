"""Sentences that speak to the corrector are no part of the copy: the review reads it as if they were not there.

They stay in the file and are reported (`Notice` of the document). Each is replaced by as many spaces, so that every
other character keeps its place; a block or a cell that held nothing else is left out.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ascom_coach.documents import Block, Cell, Document, Sheet, addressed_to_corrector, spread_over

_SENTENCE = re.compile(r"[^.!?…\n]*(?:[.!?…]+|\n|$)[\s»”\"]*")


def without_orders(document: Document) -> Document:
    """The document without what it says to whoever corrects; itself when it says nothing of the kind."""
    if not any(notice.code == "consigne_au_correcteur" for notice in document.notices):
        return document
    mail = document.mail
    return replace(
        document,
        blocks=_blocks(document.blocks),
        comments=_blocks(document.comments),
        sheets=tuple(_sheet(sheet) for sheet in document.sheets),
        tables=tuple(
            replace(table, rows=tuple(tuple(map(silenced, row)) for row in table.rows))
            for table in document.tables
        ),
        images=tuple(replace(image, alt=silenced(image.alt).strip()) for image in document.images),
        mail=replace(mail, subject=silenced(mail.subject).strip()) if mail is not None else None,
    )


def silenced(text: str) -> str:
    """The text with its orders to the corrector turned into spaces, of the same length."""
    if not addressed_to_corrector(text):
        return text
    spans = [match.span() for match in _SENTENCE.finditer(text) if match.group().strip()]
    guilty = [span for span in spans if addressed_to_corrector(text[slice(*span)])]
    if not guilty:  # the order is spread over two sentences, or more
        guilty = [
            (one[0], two[1]) for one, two in pairwise(spans) if addressed_to_corrector(text[one[0] : two[1]])
        ] or [(0, len(text))]
    for start, end in guilty:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    texts = [silenced(block.text) for block in blocks]
    for at, (one, two) in enumerate(pairwise(blocks)):
        if spread_over(one, two):
            both = silenced(f"{one.text} {two.text}")
            texts[at], texts[at + 1] = both[: len(one.text)], both[len(one.text) + 1 :]
    return tuple(
        block if text == block.text else replace(block, text=text)
        for block, text in zip(blocks, texts, strict=True)
        if text.strip() or text == block.text
    )


def _sheet(sheet: Sheet) -> Sheet:
    cells: dict[tuple[int, int], Cell] = {}
    for place, cell in sheet.cells.items():
        value = silenced(cell.value) if isinstance(cell.value, str) else cell.value
        note = silenced(cell.note)
        if (value, note) == (cell.value, cell.note):
            cells[place] = cell
        elif (isinstance(value, str) and value.strip()) or not isinstance(value, str):
            cells[place] = replace(cell, value=value, note=note.strip())
    return replace(sheet, cells=cells)
