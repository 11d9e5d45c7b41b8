"""A PDF or an RTF does not show how it was made: each check that needs it says so once, and costs nothing."""

from __future__ import annotations

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.review.drafts import draft_findings
from tests.documents.pdf_builder import pdf
from tests.review.material import docx, letter, only, review, scenario, workbook

STYLES = {"id": "c1", "type": "styles", "critere": "K1.1"}
LINES = ("Objet : relance", "Madame,", "Votre commande C-1802 part mercredi 4 mars.")


def printed(name: str = "reponse.pdf") -> Document:
    return parse_bytes(pdf(LINES), name)


def rich() -> Document:
    return parse_bytes(b"{\\rtf1 Objet : relance\\par Madame,\\par Bonjour}", "reponse.rtf")


@pytest.mark.parametrize(("document", "name"), [(printed(), "Un PDF"), (rich(), "Un fichier RTF")])
def test_styles_are_not_assessable(document: Document, name: str) -> None:
    finding = only(review(scenario(letter(STYLES)), document))
    assert (finding.status, finding.criterion, finding.severity) == ("non_evaluable", "K1.1", None)
    assert finding.message.startswith(name)
    assert "remettez aussi le fichier d’origine" in finding.message


def test_a_word_document_is_assessed() -> None:
    assert only(review(scenario(letter(STYLES)), docx(LINES))).status == "conforme"


@pytest.mark.parametrize(
    "control",
    [
        {"type": "formules", "colonnes": ["Montant"]},
        {"type": "presentation_classeur"},
        {"type": "graphique"},
        {"type": "total", "libelle": "Total", "colonne": "Montant", "attendu": "12"},
    ],
)
def test_a_printed_workbook_says_what_it_does_not_show(control: dict[str, object]) -> None:
    finding = only(
        review(scenario(workbook({"id": "c1", "critere": "K1.1", **control})), printed("mon-tableau.pdf"))
    )
    assert finding.status == "non_evaluable"
    assert ".xlsx ou .ods" in finding.message


def test_what_a_pdf_shows_is_still_assessed() -> None:
    facts = {"id": "c1", "type": "faits_presents", "critere": "K1.2", "faits": ["commande"]}
    assert only(review(scenario(letter(facts)), printed())).status == "conforme"


@pytest.mark.parametrize(("document", "times"), [(printed(), 1), (docx(LINES), 0)])
def test_a_draft_says_it_once(document: Document, times: int) -> None:
    found, _ = draft_findings(document, "P1.5", 1, "", ())
    told = [item for item in found if item.status == "non_evaluable" and item.check == "brouillon:format"]
    assert len(told) == times
    assert all(item.criterion == "K1.1" for item in told)
