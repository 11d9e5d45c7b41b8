# ruff: noqa: E501  (markup reads better on one line)
"""Comments in LibreOffice files: on the right words, cell or slide, and nothing else changes."""

from __future__ import annotations

import re
from typing import Any

import pytest

from ascom_coach.documents import Annotation, Locator, parse_bytes
from ascom_coach.documents.annotation.annotations import annotated_bytes

from .builders import docx, odf, pack, parts_of, xlsx
from .office import needs_office, turned
from .test_annotations import untouched


def remark(ref: str, text: str, start: int | None = None, end: int | None = None) -> Annotation:
    return Annotation(Locator("copie", "paragraph", ref, start, end), text)


def annotated(data: bytes, *remarks: Annotation) -> bytes:
    found = annotated_bytes(data, "copie", remarks)
    assert found is not None
    return found


def content(data: bytes) -> str:
    return parts_of(data)["content.xml"].decode()


def held(xml: str, name: str) -> str:
    """The text that a comment holds."""
    inner = (
        xml.split(f'office:name="{name}"', 1)[1]
        .split("</office:annotation>", 1)[1]
        .split(f'<office:annotation-end office:name="{name}"', maxsplit=1)[0]
    )
    return re.sub("<[^>]+>", "", inner)


LETTER = (
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>supprimé</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    "<text:h>Objet</text:h><text:p/>"
    '<text:p>Nous <text:s text:c="2"/>avons <text:span>bien <text:a xlink:href="x">reçu</text:a></text:span> le <text:date>3 mars</text:date> votre<text:tab/>avoir.</text:p>'
    "<text:section><text:p>Dans la section</text:p></text:section>"
    "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Poste</text:p></table:table-cell></table:table-row></table:table-header-rows>"
    '<table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell><table:table><table:table-row><table:table-cell><text:p>Dedans</text:p></table:table-cell></table:table-row></table:table><text:p>Total</text:p></table:table-cell></table:table-row></table:table>'
    "<text:list><text:list-item><text:p>Point</text:p></text:list-item></text:list>"
)  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "Nous",
        "avons",
        "bien reçu",
        "reçu",
        "reçu le",
        "le 3 mars votre",
        "3 mars",
        "mars",
        "votre\tavoir",
        "avoir.",
        "Nous   avons bien reçu le 3 mars votre\tavoir.",
    ],
)
def test_a_comment_holds_the_words_it_speaks_of(words: str) -> None:
    data = odf("text", LETTER)
    block = next(block for block in parse_bytes(data, "copie").blocks if "avons" in block.text)
    start = block.text.index(words)
    copy = annotated(data, remark(block.locator.ref, "Ici", start, start + len(words)))
    plain = held(content(copy), "remarque1")
    assert plain.replace("\t", "").replace(" ", "") in (words.replace("\t", "").replace(" ", ""), "3mars")
    assert "mars" in plain or "mars" not in words
    assert parse_bytes(copy, "copie").blocks == parse_bytes(data, "copie").blocks


def test_every_paragraph_and_cell_is_found_where_the_reader_says() -> None:
    data = odf("text", LETTER)
    before = parse_bytes(data, "copie")
    blocks = [block for block in before.blocks if block.text.strip()]
    copy = annotated(data, *[Annotation(block.locator, block.text) for block in blocks])
    xml = content(copy)
    assert [held(xml, f"remarque{at}").split("\t")[0][:4] for at in range(1, len(blocks) + 1)] == [
        block.text[:4] for block in blocks
    ]
    after = parse_bytes(copy, "copie")
    assert after.blocks == before.blocks
    assert sorted(item.text for item in after.comments) == sorted(
        block.text.replace("\t", "") for block in blocks
    )
    assert untouched(data, copy) == {"content.xml"}


def test_an_empty_paragraph_a_footer_and_names_already_taken() -> None:
    data = odf(
        "text",
        '<text:p/><text:p>Un <office:annotation office:name="remarque1"><text:p>ancienne</text:p></office:annotation>mot</text:p>',
    )
    copy = annotated(data, remark("p1", "Vide."), remark("p2", "Un.", 0, 2), remark("pied1", "Numéro tapé."))
    comments = [item.text for item in parse_bytes(copy, "copie").comments]
    assert sorted(comments) == ["Un.", "Vide.", "[pied de page, paragraphe 1] Numéro tapé.", "ancienne"]
    assert held(content(copy), "remarque3") == "Un"
    assert parse_bytes(copy, "copie").text == "Un mot"


ROWS = (
    '<table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="8"/></table:table-row>'
    '<table:table-row><table:table-cell office:value-type="float" office:value="9"><office:annotation><dc:creator>Léa</dc:creator><text:p>Vu</text:p></office:annotation><text:p>9</text:p></table:table-cell></table:table-row>'
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


@pytest.mark.parametrize("ref", ["A1", "B1", "C1", "A2", "B2", "C3", "A4", "B4", "Z90", "XFD1048576"])
def test_a_workbook_comment_hangs_on_its_cell_even_a_repeated_one(ref: str) -> None:
    data = odf("spreadsheet", f'<table:table table:name="Ventes">{ROWS}</table:table>')
    before = parse_bytes(data, "copie").sheets[0]
    copy = annotated(data, remark(f"Ventes!{ref}", "Ici."))
    after = parse_bytes(copy, "copie")
    assert {key: cell.value for key, cell in before.cells.items()} == {
        key: cell.value for key, cell in after.sheets[0].cells.items() if cell.value is not None
    }
    noted = {cell.locator.ref: cell.note for cell in after.sheets[0].cells.values() if cell.note}
    expected = {"Ventes!A4": "Vu"} | {
        f"Ventes!{ref}": "Vu\nCoach ASCOM\u00a0: Ici." if ref == "A4" else "Ici."
    }
    assert noted == expected
    again = annotated(copy, remark(f"Ventes!{ref}", "Encore."))
    assert parse_bytes(again, "copie").sheets[0].cells.keys() == after.sheets[0].cells.keys()


def test_places_that_do_not_exist_go_to_the_first_cell() -> None:
    data = odf("spreadsheet", f'<table:table table:name="Ventes">{ROWS}</table:table>')
    for ref in ("Autre!B2", "Ventes!", "", "Ventes!ZZZZ1"):
        found = parse_bytes(annotated(data, remark(ref, "Ensemble.")), "copie").sheets[0].cells[1, 1].note
        assert found.endswith("] Ensemble.")
    empty = annotated(odf("spreadsheet", ""), remark("A!B2", "x"))
    assert len(parse_bytes(empty, "copie").comments) == 1


def test_slides() -> None:
    data = odf("presentation", "<draw:page/><draw:page/>")
    copy = annotated(data, remark("d2", "Deux."), remark("d9", "Neuf."))
    assert [(item.locator.ref, item.text) for item in parse_bytes(copy, "copie").comments] == [
        ("d1", "[diapositive 9] Neuf."), ("d2", "Deux."),
    ]  # fmt: skip


def test_macros_pictures_and_the_first_part_are_kept() -> None:
    parts: dict[str, bytes | str] = dict(parts_of(odf("text", "<text:p>x</text:p>")))
    data = pack(
        {**parts, "Basic/Standard/Module1.xml": "<m/>", "Pictures/a.png": b"\x89PNG", "styles.xml": "<s/>"}
    )
    copy = annotated(data, remark("p1", "Ici."))
    assert untouched(data, copy) == {"content.xml"}
    assert copy[30:38] == b"mimetype"
    assert copy[8:10] == data[8:10]


def _letter(document: Any) -> None:
    line = document.add_paragraph("Nous avons ")
    line.add_run("bien reçu").bold = True
    line.add_run(" votre avoir.")
    document.add_table(2, 3).cell(1, 2).text = "Total"


@pytest.mark.soffice
@needs_office
def test_libreoffice_shows_them_at_the_right_place() -> None:
    made = turned({"lettre.docx": docx(_letter)}, "odt") | turned(
        {"classeur.xlsx": xlsx(lambda book: [book.active.append([7, 7, 8]) for _ in range(3)])}, "ods"
    )
    letter = annotated(made["lettre"], remark("p1", "Les mots.", 11, 20), remark("t1.r2.c3", "Le total."))
    book = annotated(made["classeur"], remark("Sheet!B2", "La cellule."), remark("Sheet!Z40", "Plus loin."))
    word = turned({"lettre.odt": letter}, "docx")["lettre"]
    excel = turned({"classeur.ods": book}, "xlsx")["classeur"]
    xml = parts_of(word)["word/document.xml"].decode()
    inner = re.findall(r'commentRangeStart w:id="(\d+)"/>(.*?)<w:commentRangeEnd w:id="\1"', xml)
    assert [re.sub("<[^>]+>", "", text) for _, text in inner] == ["bien reçu", "Total"]
    assert [item.text for item in parse_bytes(word, "a.docx").comments] == ["Les mots.", "Le total."]
    assert {item.locator.ref: item.text for item in parse_bytes(excel, "a.xlsx").comments} == {
        "Sheet!B2": "La cellule.", "Sheet!Z40": "Plus loin.",
    }  # fmt: skip
