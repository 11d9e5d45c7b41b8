"""Small scenarios and real files for the review's tests, written for them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.language import default_engines
from ascom_coach.rehearsal import State
from ascom_coach.review import Copy, Finding, Review, Situation, review_copies
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.schema import Scenario

ENGINES = tuple(default_engines())


def scenario(*productions: dict[str, Any], **changes: Any) -> Script:
    """A scenario around the given productions."""
    tree: dict[str, Any] = {
        "id": "essai-relecture", "titre": "Essai", "bloc": "1", "date_fictive": "2026-03-02",
        "entreprise": {"nom": "Lumex"},
        "referentiel": {"criteres": ["K1.1", "K1.2", "K1.3", "K1.4", "K1.5"]},
        "personnages": {"cliente": {"nom": "Mme Petit"}, "depot": {"nom": "Anouk"}},
        "faits": [
            {"id": "commande", "qui": "cliente", "porte_sur": "le numéro de commande", "valeur": "C-1802"},
            {"id": "arrivage", "qui": "depot", "porte_sur": "la date d’arrivage", "valeur": "mercredi 4 mars"},
            {"id": "telephone", "qui": "cliente", "porte_sur": "le téléphone", "valeur": "06 39 98 20 11"},
        ],
        "imprevus": [
            {"id": "retard", "qui": "depot", "quand": {"etape": "redaction", "minute": "5"}, "dit": "Jeudi seulement.",
             "change": {"fait": "arrivage", "valeur": "jeudi 5 mars"}},
        ],
        "anomalies": [
            {"id": "an_prix", "detail": "prix différent", "attendu": "signaler"},
            {"id": "an_tel", "detail": "téléphone périmé", "attendu": "corriger", "fait": "telephone"},
        ],
        "delegation": {
            "autorise": [{"id": "geste", "quoi": "geste commercial", "sens": ["geste", "avoir"], "maximum": "20 EUR"}],
            "interdit": [
                {"id": "rembourser", "quoi": "promettre un remboursement", "sens": ["rembourser"]},
                {"id": "faute", "quoi": "reconnaître une responsabilité", "mots": ["notre faute", "notre erreur"]},
            ],
        },
        "etapes": [{"type": "production", "id": "redaction", "minutes": "30"}],
        "documents_remis": [{"id": "stock", "fichier": "stock.xlsx"}],
        "productions": list(productions),
    }  # fmt: skip
    tree.update(changes)
    return Script(Scenario.model_validate(tree), Path("nulle-part"), 0, {})


def letter(*controls: dict[str, Any]) -> dict[str, Any]:
    """A written production with these controls."""
    return {
        "id": "reponse", "type": "message_client", "titre": "La réponse", "referentiel": ["P1.5"],
        "formats": ["docx", "txt", "eml"], "controles": list(controls),
    }  # fmt: skip


def workbook(*controls: dict[str, Any], **contract: Any) -> dict[str, Any]:
    """A workbook production with these controls."""
    base = {"depart": "stock", "entete": ["Article", "Quantité", "Prix", "Montant"], "cle": "Article"}
    return {
        "id": "tableau", "type": "classeur", "titre": "Le tableau", "referentiel": ["P1.3"], "formats": ["xlsx", "ods"],
        "contrat": {**base, **contract}, "controles": list(controls),
    }  # fmt: skip


def text(content: str, name: str = "reponse.txt") -> Document:
    """A text file."""
    return parse_bytes(content.encode("utf-8"), name)


def docx(paragraphs: Sequence[str | tuple[str, str]], name: str = "reponse.docx") -> Document:
    """A Word file: texts, or (text, style)."""
    import docx as library

    document = library.Document()
    for item in paragraphs:
        words, style = (item, None) if isinstance(item, str) else item
        document.add_paragraph(words, style=style)
    out = io.BytesIO()
    document.save(out)
    return parse_bytes(out.getvalue(), name)


def xlsx(rows: Sequence[Sequence[Any]], name: str = "tableau.xlsx", **options: Any) -> Document:
    """An Excel file. `at` moves the table (row, column); `sheet` names the sheet; `frozen` freezes its header."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = options.get("sheet", "Feuil1")
    top, left = options.get("at", (1, 1))
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            if value is not None:
                page.cell(top + r, left + c, value)
    for title in options.get("titles", ()):
        page.cell(1, 1, title)
    if options.get("frozen"):
        page.freeze_panes = page.cell(top + 1, 1)
    out = io.BytesIO()
    book.save(out)
    return parse_bytes(out.getvalue(), name)


def review(
    script: Script,
    *documents: Document,
    state: State | None = None,
    start: Document | None = None,
    **options: Any,
) -> Review:
    """Review these documents."""
    situation = Situation(
        script=script,
        state=state,
        start_documents={"stock": start} if start else {},
        engines=ENGINES,
        **options,
    )
    return review_copies([Copy.of(document) for document in documents], situation)


def only(result: Review) -> Finding:
    """The one finding of a control, notices left out."""
    [finding] = [item for item in result.findings if item.criterion]
    return finding


def draft_review(*documents: Document, **about: Any) -> Review:
    """Review these files as drafts."""
    return review_copies([Copy.of(one) for one in documents], Situation(engines=ENGINES, **about))


def ods(rows: Sequence[Sequence[Any]], name: str = "tableau.ods", sheet: str = "Feuille1") -> Document:
    """A LibreOffice file: texts, numbers, and formulas (English, `=SUM(D2:D4)`) without stored results."""
    import re
    import zipfile
    from xml.sax.saxutils import escape, quoteattr

    def cell(value: Any) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, str) and value.startswith("="):
            own = r"(?<![A-Za-z0-9!.:$])(\$?[A-Z]{1,2}\$?\d+)(?::(\$?[A-Z]{1,2}\$?\d+))?(?![A-Za-z(])"
            body = re.sub(own, lambda m: f"[.{m[1]}:.{m[2]}]" if m[2] else f"[.{m[1]}]", value[1:])
            return f"<table:table-cell table:formula={quoteattr('of:=' + body.replace(',', ';'))}/>"
        if isinstance(value, str):
            return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'

    lines = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    content = (
        f'<office:document-content {spaces} office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="{sheet}">{lines}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr("content.xml", content)
        package.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{manifest}"><m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>',
        )
    return parse_bytes(out.getvalue(), name)
