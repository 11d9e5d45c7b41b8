# ruff: noqa: E501  (markup reads better on one line)
"""Plain text, Markdown, CSV, HTML and messages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from email.message import EmailMessage

import pytest

from ascom_coach.documents import describe_place, parse_bytes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(encoding: str) -> None:
    document = parse_bytes("Reçu : 12 €\nDéjà réglé".encode(encoding), "note.txt")
    assert [(block.locator.ref, block.text) for block in document.blocks] == [
        ("l1", "Reçu : 12 €"),
        ("l2", "Déjà réglé"),
    ]
    assert not document.notices


def test_line_ends_and_blank_lines_keep_editor_numbers() -> None:
    document = parse_bytes(b"a\r\n\r\nb\rc\n", "note.txt")
    assert [(block.locator.ref, block.text) for block in document.blocks] == [
        ("l1", "a"),
        ("l2", ""),
        ("l3", "b"),
        ("l4", "c"),
    ]
    assert document.text == "a\nb\nc"


def test_markdown_structure() -> None:
    text = "# Objet\nBonjour [site](https://x.example)\n\n- un\n2. deux\n```\n# pas un titre\n```\n#pas non plus\n![logo](l.png)"
    document = parse_bytes(text.encode(), "note.md")
    kinds = [(block.kind, block.level) for block in document.blocks]
    assert kinds[0] == ("heading", 1)
    assert document.blocks[0].text == "Objet"
    assert [kind for kind, _ in kinds[3:5]] == ["list_item", "list_item"]
    assert ("heading", 1) not in kinds[1:]
    assert (document.links[0].target, document.images[0].alt) == ("https://x.example", "logo")


@pytest.mark.parametrize("separator", [";", "\t", ","])
def test_csv_types_and_codes(separator: str) -> None:
    lines = [["code", "date", "prix"], ["01000", "05/03/2026", "12.50"], ["75", "31/02/2026", "-3"]]
    sheet = parse_bytes(
        "\n".join(separator.join(line) for line in lines).encode("cp1252"), "d/ventes.csv"
    ).sheets[0]
    assert sheet.name == "ventes"
    assert [sheet.cells[2, column].value for column in (1, 2, 3)] == [
        "01000",
        dt.date(2026, 3, 5),
        Decimal("12.50"),
    ]
    assert [sheet.cells[3, column].value for column in (1, 2, 3)] == [Decimal(75), "31/02/2026", Decimal(-3)]
    assert sheet.cells[3, 3].locator.ref == "ventes!C3"


def test_csv_french_amounts() -> None:
    sheet = parse_bytes(b'a;b\n1 234,50;"x;y"\n06 39 98 00 01;1.234,5', "v.csv").sheets[0]
    assert sheet.cells[2, 1].value == Decimal("1234.50")
    assert sheet.cells[2, 2].value == "x;y"
    assert sheet.cells[3, 1].value == "06 39 98 00 01"


def message(**parts: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Inès Roy <ines@atelier.example>"
    mail["To"] = 'client@pro.example, "Roy, Paul" <paul@pro.example>'
    mail["Subject"] = "Réclamation n° 12 — remplacement"
    mail["Date"] = "Tue, 03 Mar 2026 10:00:00 +0100"
    if "text" in parts:
        mail.set_content(parts["text"])
    if "html" in parts:
        (mail.add_alternative if "text" in parts else mail.set_content)(parts["html"], subtype="html")
    return mail


def test_mail_headers_body_and_attachments() -> None:
    mail = message(
        text="Bonjour,\n\nVoici l’avoir.\n", html="<p>Bonjour</p><a href='https://x.example'>ici</a>"
    )
    mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="avoir n°1.pdf")
    document = parse_bytes(mail.as_bytes(), "reponse.eml")
    assert document.mail is not None
    assert document.mail.subject == "Réclamation n° 12 — remplacement"
    assert document.mail.to == ("client@pro.example", '"Roy, Paul" <paul@pro.example>')
    assert document.mail.attachments == ("avoir n°1.pdf",)
    refs = {block.locator.ref: block.text for block in document.blocks}
    assert refs["objet"] == document.mail.subject
    assert refs["corps:l3"] == "Voici l’avoir."
    assert document.links[0].target == "https://x.example"
    assert {notice.code for notice in document.notices} == {"pieces_jointes"}


def test_html_only_mail_is_read_as_lines() -> None:
    document = parse_bytes(
        message(html="<html><p>Bonjour</p><p style='display:none'>secret</p></html>").as_bytes(), "m.eml"
    )
    assert [
        block.text for block in document.blocks if block.locator.ref.startswith("corps") and not block.hidden
    ] == ["Bonjour"]
    assert {notice.code for notice in document.notices} == {"sans_version_texte", "texte_masque"}


def test_hand_typed_mail_without_mime() -> None:
    data = "From: a@b.example\nTo: c@d.example\nSubject: Été\n\nÀ bientôt".encode()
    document = parse_bytes(data, "m.eml")
    assert document.mail is not None
    assert (document.mail.subject, document.blocks[-1].text) == ("Été", "À bientôt")


def test_html_page() -> None:
    page = (
        '<!DOCTYPE html><html lang="fr"><head><title>Nos offres</title><style>p{color:red}</style></head><body><h1>Soldes</h1>'
        '<p>Du <b>4</b> au 6 mai</p><ul><li>Chaises</li></ul><img src="a.png"><img src="b.png" alt="Logo"><script>x()</script></body></html>'
    )
    document = parse_bytes(page.encode(), "page.html")
    assert document.text == "Soldes\nDu 4 au 6 mai\nChaises"
    assert document.blocks[0].level == 1
    assert [image.alt for image in document.images] == ["", "Logo"]
    assert (document.properties["title"], document.properties["language"]) == ("Nos offres", "fr")


def test_text_under_a_word_extension_is_read_with_a_notice() -> None:
    document = parse_bytes("Bonjour à tous".encode(), "lettre.docx")
    assert (document.type, document.text) == ("txt", "Bonjour à tous")
    assert [notice.code for notice in document.notices] == ["extension_trompeuse"]


def test_places_in_words() -> None:
    document = parse_bytes(b"a", "n.txt")
    assert describe_place(document.blocks[0].locator) == "ligne 1"


def test_invisible_characters_are_reported() -> None:
    assert [n.code for n in parse_bytes("bon\u200bjour à vous".encode(), "n.txt").notices] == [
        "caracteres_invisibles"
    ]
