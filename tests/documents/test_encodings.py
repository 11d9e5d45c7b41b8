"""Texts and CSV of a French office, in whatever encoding the program that made them uses."""

from __future__ import annotations

import codecs
from decimal import Decimal

import pytest

from ascom_coach.documents import parse_bytes
from ascom_coach.documents.encodings import known_encoding

TEXT = "Société Müller & Noël ; réglé à l’échéance, reçu déjà : 1 250,50 €"
CSV = "Référence;Désignation;Prix\r\nA1;Thé glacé à la pêche;12,50\r\nA2;Café décaféiné;8,90\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"]
)
def test_a_text_is_read_whole(encoding: str) -> None:
    assert parse_bytes(TEXT.encode(encoding), "note.txt").text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "iso8859-15", "cp850", "mac_roman"])
def test_a_csv_of_an_old_program_is_read_with_its_accents(encoding: str) -> None:
    document = parse_bytes(CSV.encode(encoding), "articles.csv")
    sheet = document.sheets[0]
    assert [sheet.cells[1, column].text for column in (1, 2, 3)] == ["Référence", "Désignation", "Prix"]
    assert [sheet.cells[row, 2].text for row in (2, 3)] == ["Thé glacé à la pêche", "Café décaféiné"]
    assert [sheet.cells[row, 3].value for row in (2, 3)] == [Decimal("12.50"), Decimal("8.90")]


@pytest.mark.parametrize(
    "text", ["L’œuvre – « citée » … coûte 5 €", "Été", "naïf", "déjà-vu", "Nº 12 · 20 °C", "À"]
)
def test_windows_texts_are_never_taken_for_dos_or_mac_ones(text: str) -> None:
    document = parse_bytes(text.encode("cp1252"), "note.txt")
    assert document.properties["encoding"] == "cp1252"
    assert document.text == text


@pytest.mark.parametrize(
    "name",
    ["utf-8", "UTF8", "iso-8859-1", "windows-1252", "cp850", "us-ascii", "latin1", "utf-16le", "macintosh"],
)
def test_charsets_of_mails_are_known(name: str) -> None:
    assert known_encoding(name) == codecs.lookup(name).name


@pytest.mark.parametrize(
    "name", ["punycode", "idna", "zip", "hex", "base64", "unicode_escape", "klingon", "", "rot13", "cp99999"]
)
def test_other_codecs_are_not_used(name: str) -> None:
    assert known_encoding(name) is None
