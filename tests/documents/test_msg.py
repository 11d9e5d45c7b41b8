# ruff: noqa: E501  (markup reads better on one line)
"""Outlook messages: the same places as .eml, whatever the container, the body and its encoding."""

from __future__ import annotations

import datetime as dt

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.documents.guard.ole import OleFile
from ascom_coach.documents.mail.compressed_rtf import decompress
from ascom_coach.errors import RefusedInputError

from .ole_builder import Tree, compound, message, moment

# The example of [MS-OXRTFCP] 4.1.1
SPECIFIED = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
LINES = ["Bonjour,", "", "Voici l’avoir."]


def body(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.locator.ref.startswith("corps:")]


def test_headers_people_body_and_attachments() -> None:
    people = [
        (1, "Paul Roy", "paul@pro.example"),
        (1, "Marc, Léa", "lea@pro.example"),
        (2, "", "c@pro.example"),
        (3, "Chef", ""),
    ]
    sent = {0x400039: moment(dt.datetime(2026, 3, 3, 9, tzinfo=dt.UTC))}
    document = parse_bytes(message(people=people, attached=["avoir n°1.pdf"], numbers=sent), "reponse.msg")
    mail = document.mail
    assert document.type == "msg"
    assert mail is not None
    assert (mail.sender, mail.subject) == ("Inès Roy <ines@atelier.example>", "Réclamation n° 12")
    assert mail.to == ("Paul Roy <paul@pro.example>", '"Marc, Léa" <lea@pro.example>')
    assert (mail.cc, mail.bcc) == (("c@pro.example",), ("Chef",))
    assert (mail.date, mail.attachments) == ("Tue, 03 Mar 2026 09:00:00 +0000", ("avoir n°1.pdf",))
    assert body(document) == LINES
    assert {block.locator.ref for block in document.blocks} >= {
        "de",
        "a",
        "cc",
        "cci",
        "date",
        "objet",
        "corps:l3",
    }
    assert [notice.code for notice in document.notices] == ["pieces_jointes"]


def test_an_attached_word_document_does_not_make_it_an_old_word_document() -> None:
    assert parse_bytes(message(attached=["a.doc"]), "m.msg").type == "msg"


def test_a_draft_has_no_date_and_no_notice() -> None:
    document = parse_bytes(message(), "m.msg")
    assert document.mail is not None
    assert (document.mail.date, document.notices) == ("", ())


def test_web_body_links_and_its_own_encoding() -> None:
    page = "<html><meta charset=windows-1252><p>Déjà réglé</p><a href='https://x.example'>ici</a><img src=a>".encode(
        "cp1252"
    )
    document = parse_bytes(message(body=None, more={"__substg1.0_10130102": page}), "m.msg")
    assert "Déjà réglé" in body(document)
    assert document.links[0].target == "https://x.example"
    assert [notice.code for notice in document.notices] == ["sans_version_texte"]
    coded = parse_bytes(
        message(
            body=None, more={"__substg1.0_10130102": "<html><p>Été".encode("cp850")}, numbers={0x3FDE: 850}
        ),
        "m.msg",
    )
    assert body(coded) == ["Été"]


def test_old_messages_are_in_the_code_page_they_name() -> None:
    more = {"__substg1.0_1000001E": "Reçu : 5 €\r\n".encode("cp1252"), "__substg1.0_0037001E": b"x"}
    assert body(parse_bytes(message(body=None, more=more), "m.msg")) == ["Reçu : 5 €"]


def test_received_messages_keep_their_internet_headers() -> None:
    text = "From: =?utf-8?q?In=C3=A8s?= <i@x.example>\r\nList-Unsubscribe: <mailto:stop@x.example>\r\nDate: Tue, 03 Mar 2026 10:00:00 +0100\r\n"
    mail = parse_bytes(message(more={"__substg1.0_007D001F": text.encode("utf-16-le")}), "m.msg").mail
    assert mail is not None
    assert (mail.sender, mail.headers["list-unsubscribe"]) == (
        "Inès <i@x.example>",
        "<mailto:stop@x.example>",
    )
    assert mail.date == "Tue, 03 Mar 2026 10:00:00 +0100"


def test_a_body_kept_as_compressed_rtf() -> None:
    assert decompress(SPECIFIED, "m.msg") == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    document = parse_bytes(message(body=None, more={"__substg1.0_10090102": SPECIFIED}), "m.msg")
    assert body(document) == ["hello world"]


def test_streams_of_every_size_come_back_whole() -> None:
    tree: Tree = {f"s{size}": bytes(range(256)) * 40 for size in range(3)} | {
        "vide": b"", "petit": b"x" * 63, "mini": b"y" * 4095, "juste": b"z" * 4096, "d": {"e": {"f": b"fin" * 5000}},
    }  # fmt: skip
    ole = OleFile(compound(tree), "f")
    assert ole.storages == ["d", "d/e"]
    assert {name: len(ole.read(name)) for name in ole.streams} == {
        "s0": 10240, "s1": 10240, "s2": 10240, "vide": 0, "petit": 63, "mini": 4095, "juste": 4096, "d/e/f": 15000,
    }  # fmt: skip
    assert ole.read("d/e/f") == b"fin" * 5000
    with pytest.raises(RefusedInputError, match="abîmé"):
        ole.read("absent")
