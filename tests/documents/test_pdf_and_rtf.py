"""PDF and RTF: their text with its places, what is reported and never run, what is refused."""

from __future__ import annotations

import io

import pypdf
import pytest
from pypdf.annotations import Link

from ascom_coach.documents import describe_place, parse_bytes
from ascom_coach.errors import RefusedInputError

from .pdf_builder import pdf


def test_text_is_read_page_by_page() -> None:
    document = parse_bytes(pdf(("Facture F-12", "Total : 120,00 €"), ("Réglé le 3 mars",)), "facture.pdf")
    assert [(block.locator.ref, block.text) for block in document.blocks] == [
        ("page1:l1", "Facture F-12"),
        ("page1:l2", "Total : 120,00 €"),
        ("page2:l1", "Réglé le 3 mars"),
    ]
    assert document.type == "pdf"
    assert document.properties["pages"] == "2"
    assert describe_place(document.blocks[2].locator) == "page 2, ligne 1"
    assert not document.notices


def test_a_pdf_of_images_says_so() -> None:
    document = parse_bytes(pdf(()), "scan.pdf")
    assert [notice.code for notice in document.notices] == ["pdf_sans_texte"]


def test_an_automatic_action_is_reported_and_not_run() -> None:
    action = "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"
    document = parse_bytes(pdf(("Bonjour",), root=action), "a.pdf")
    assert [notice.code for notice in document.notices] == ["pdf_action"]
    assert document.text == "Bonjour"


@pytest.mark.parametrize(
    "action", ["/OpenAction [4 0 R /XYZ null null 0]", "/OpenAction << /S /GoTo /D [4 0 R /Fit] >>"]
)
def test_opening_on_a_page_is_no_action(action: str) -> None:
    assert parse_bytes(pdf(("Bonjour",), root=action), "a.pdf").notices == ()


def _protected() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(("secret",))))
    writer.encrypt("motdepasse", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_protected_pdf_is_refused_in_one_sentence() -> None:
    with pytest.raises(RefusedInputError, match="mot de passe"):
        parse_bytes(_protected(), "a.pdf")


def test_links_and_properties_are_kept() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf(("Voir le site",))))
    writer.add_metadata({"/Author": "Lina Perrot", "/Title": "Note"})
    link = Link(rect=(10, 10, 90, 30), url="https://boutique.example/")
    writer.add_annotation(0, link)
    out = io.BytesIO()
    writer.write(out)
    document = parse_bytes(out.getvalue(), "note.pdf")
    assert document.properties["author"] == "Lina Perrot"
    assert [one.target for one in document.links] == ["https://boutique.example/"]


@pytest.mark.parametrize("cut", [9, 60, 300])
def test_a_truncated_pdf_is_read_or_refused_never_more(cut: int) -> None:
    data = pdf(("Bonjour",) * 30)[:cut]
    with pytest.raises(RefusedInputError):
        parse_bytes(data, "a.pdf")


def test_pages_that_point_at_themselves_are_refused() -> None:
    looped = pdf(("Bonjour",)).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    with pytest.raises(RefusedInputError):
        parse_bytes(looped, "a.pdf")


def test_rtf_text_is_read_line_by_line() -> None:
    document = parse_bytes(rb"{\rtf1\ansi\deff0 Madame,\par Votre commande est pr\'eate.\par}", "lettre.rtf")
    assert document.type == "rtf"
    assert [block.text for block in document.blocks if block.text] == ["Madame,", "Votre commande est prête."]


@pytest.mark.parametrize("data", [b"{\\rtf1 " + b"{" * 100_000, b"{\\rtf1 }"])
def test_a_hostile_or_empty_rtf_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedInputError):
        parse_bytes(data, "a.rtf")
