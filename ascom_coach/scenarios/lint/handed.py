"""All that a handed-out document tells, by place: what is read at once, and what a curious reader finds."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from pathlib import PurePath

from ascom_coach.documents import Document, Sheet

_TOLD = frozenset(
    ["title", "subject", "keywords", "description", "comments", "author", "last_modified_by", "category", "status",
     "company", "manager"]
)  # fmt: skip
"""Properties that somebody words; dates, programs and counts are the machine's. Custom ones are all worded."""
TEXT, PROPERTIES, FILE_NAME = "le texte", "les propriétés", "le nom du fichier"


def name_in_words(file: str) -> str:
    """A file's name as words: « bon-2418.docx » → « bon 2418 »."""
    return re.sub(r"[-_]+", " ", PurePath(file).stem)


def told_by(document: Document) -> dict[str, str]:
    """Place in French → what stands there, a line a piece; places that hold nothing are left out."""
    blocks, sheets = document.blocks, document.sheets
    charts = [*document.charts, *(chart for sheet in sheets for chart in sheet.charts)]
    running = ("header", "footer")
    found: dict[str, Iterable[str]] = {
        TEXT: (
            *(block.text for block in blocks if not block.hidden and block.kind not in running),
            *(row for sheet in sheets if not sheet.hidden for row in _rows(sheet, hidden=False)),
        ),
        "un en-tête ou un pied de page": (block.text for block in blocks if block.kind in running),
        "un passage masqué": (
            *(block.text for block in blocks if block.hidden),
            *(row for sheet in sheets for row in _rows(sheet, hidden=True)),
        ),
        "un nom de feuille": (sheet.name for sheet in sheets),
        "un commentaire": (
            *(comment.text for comment in document.comments),
            *(cell.note for sheet in sheets for cell in sheet.cells.values()),
        ),
        "un passage supprimé dans le suivi": (block.text for block in document.deleted),
        "le texte de remplacement d’une image": (image.alt for image in document.images),
        "un graphique": (
            text
            for chart in charts
            for text in (chart.title, chart.x_title, chart.y_title, *chart.series, *chart.categories)
        ),
        "une formule": (cell.formula or "" for sheet in sheets for cell in sheet.cells.values()),
        "une liste de choix ou un nom défini": (
            *(rule for sheet in sheets for rule in sheet.validations),
            *(f"{name} {meaning}" for name, meaning in document.names.items()),
        ),
        "un lien ou un champ": (
            *(f"{link.text} {link.target}" for link in document.links),
            *(f"{field.code} {field.text}" for field in document.fields),
        ),
        PROPERTIES: (
            f"{key.partition(':')[2]} {value}".strip()
            for key, value in document.properties.items()
            if key in _TOLD or key.startswith("custom:")
        ),
    }
    joined = {place: "\n".join(piece for piece in pieces if piece) for place, pieces in found.items()}
    return {place: text for place, text in joined.items() if text}


def _rows(sheet: Sheet, *, hidden: bool) -> Iterable[str]:
    """Cells that are shown, or those that are not, a line a row."""
    for _, row in sheet.rows():
        cells = [cell for cell in row if (sheet.hidden or cell.hidden) is hidden]
        if cells:
            yield " ; ".join(_cell(cell.value, cell.text) for cell in cells)


def _cell(value: object, text: str) -> str:
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    return text.replace(".", ",") if text.replace(".", "").isdecimal() else text
