# ruff: noqa: E501  (markup reads better on one line)
"""Remarks land at their place and nothing else of the copy changes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from ascom_coach.documents import Annotation, Document, Locator, annotate, describe_place, parse_bytes
from ascom_coach.documents.annotation.annotations import annotated_bytes
from ascom_coach.errors import RefusedInputError, SurroundingsError

from .builders import docx, docx_body, pack, paragraph, parts_of, run, xlsx
from .fidelity_excel import FILES as EXCEL
from .fidelity_word import FILES as WORD
from .test_xlsx import build


def remark(kind: str, ref: str, text: str, start: int | None = None, end: int | None = None) -> Annotation:
    return Annotation(Locator("copie", kind, ref, start, end), text)


def annotated(data: bytes, *remarks: Annotation) -> bytes:
    found = annotated_bytes(data, "copie", remarks)
    assert found is not None
    return found


def letter(document: Any) -> None:
    document.add_paragraph("Objet : relance")
    document.add_paragraph("")
    line = document.add_paragraph("Nous avons ")
    line.add_run("bien reçu").bold = True
    line.add_run(" votre règlement.")
    table = document.add_table(2, 2)
    table.cell(1, 1).text = "Total"
    document.sections[0].footer.paragraphs[0].text = "Page"


def test_word_comments_are_where_they_should_be() -> None:
    import docx as library

    data = docx(letter)
    copy = annotated(
        data,
        remark("paragraph", "p1", "Précisez la facture."),
        remark("paragraph", "p2", "Ligne vide."),
        remark("paragraph", "p3", "Vérifiez ce fait.\nDeuxième ligne.", 11, 20),
        remark("table_cell", "t1.r2.c2", "Ajoutez l’unité."),
        remark("footer", "pied1", "Numéro de page tapé."),
    )
    document = library.Document(io.BytesIO(copy))
    assert [comment.text for comment in document.comments] == [
        "Précisez la facture.", "Ligne vide.", "Vérifiez ce fait.\nDeuxième ligne.", "Ajoutez l’unité.",
        "[pied de page, paragraphe 1] Numéro de page tapé.",
    ]  # fmt: skip
    xml = parts_of(copy)["word/document.xml"].decode()
    between = xml.split('<w:commentRangeStart w:id="2"/>')[1].split('<w:commentRangeEnd w:id="2"/>')[0]
    assert "bien reçu" in between
    assert "règlement" not in between
    assert "Total" in xml.split('<w:commentRangeStart w:id="3"/>')[1].split("commentRangeEnd")[0]


def untouched(before: bytes, after: bytes) -> set[str]:
    """Names of the parts of `before` whose content changed."""
    old, new = parts_of(before), parts_of(after)
    assert set(old) <= set(new)
    return {name for name, content in old.items() if new[name] != content}


def same_content(before: Document, after: Document) -> None:
    assert before.blocks == after.blocks
    assert [
        {key: (cell.value, cell.formula) for key, cell in sheet.cells.items() if cell.text or cell.formula}
        for sheet in before.sheets
    ] == [
        {key: (cell.value, cell.formula) for key, cell in sheet.cells.items() if cell.text or cell.formula}
        for sheet in after.sheets
    ]
    assert [sheet.charts for sheet in before.sheets] == [sheet.charts for sheet in after.sheets]


def test_the_document_itself_does_not_change() -> None:
    data = docx(letter)
    copy = annotated(data, remark("paragraph", "p1", "x"), remark("table_cell", "t1.r1.c1", "y"))
    assert untouched(data, copy) == {
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "[Content_Types].xml",
    }
    same_content(parse_bytes(data, "copie"), parse_bytes(copy, "copie"))
    again = annotated(copy, remark("paragraph", "p3", "encore"))
    assert [block.text for block in parse_bytes(again, "copie").comments] == ["x", "y", "encore"]


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run("a")) + "<w:sdt><w:sdtContent>" + paragraph(run("b")) + "</w:sdtContent></w:sdt>" + paragraph(run("cible")),
        f"<w:tbl><w:tr><w:tc>{paragraph(run('a'))}</w:tc></w:tr></w:tbl>" + paragraph(run("cible")),
        paragraph(f'<w:ins w:id="4">{run("cible")}</w:ins>'),
        f"<w:tbl><w:tr><w:tc>{paragraph()}<w:tbl><w:tr><w:tc>{paragraph(run('cible'))}</w:tc></w:tr></w:tbl>{paragraph()}</w:tc></w:tr></w:tbl>",
    ],
)  # fmt: skip
def test_the_reader_and_the_writer_agree_on_places(body: str) -> None:
    data = docx_body(body)
    block = next(block for block in parse_bytes(data, "copie").blocks if block.text == "cible")
    xml = parts_of(annotated(data, Annotation(block.locator, "ici")))["word/document.xml"].decode()
    assert "cible" in xml.split("commentRangeStart")[1].split("commentRangeEnd")[0]


CLIENT = '<w:sdt><w:sdtPr><w:id w:val="1"/>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'


@pytest.mark.parametrize(
    ("body", "before", "held"),
    [
        (CLIENT.format("<w:text/>", paragraph(run("cible"))) + paragraph(run("après")), "<w:body>", "cible"),
        (paragraph(run("avant")) + CLIENT.format("", paragraph(run("cible"))), "<w:body><w:p>", "avant"),
        (f"<w:tbl><w:tr><w:tc>{CLIENT.format('', paragraph(run('cible')))}</w:tc></w:tr></w:tbl>" + paragraph(run("après")), "<w:p>", "après"),
        (CLIENT.format('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', paragraph(run("cible"))) + paragraph(run("après")), "<w:p>", "cible"),
        (paragraph(CLIENT.format("<w:text/>", run("cible"))), "<w:p>", "cible"),
        (CLIENT.format("", paragraph(run("cible"))), "<w:p>", "cible"),
    ],
    ids=["around", "nothing after", "in a cell", "table of contents", "in a line", "nothing else"],
)  # fmt: skip
def test_a_block_control_keeps_its_text_out_of_the_comment_of_its_paragraph(
    body: str, before: str, held: str
) -> None:
    data = docx_body(body)
    block = next(block for block in parse_bytes(data, "copie").blocks if block.text == "cible")
    copy = annotated(data, Annotation(block.locator, "ici"))
    xml = parts_of(copy)["word/document.xml"].decode()
    head, _, rest = xml.partition("<w:commentRangeStart")
    assert head.endswith(before)
    assert held in rest.partition("<w:commentRangeEnd")[0]
    assert "commentReference" in rest
    assert parse_bytes(copy, "copie").blocks == parse_bytes(data, "copie").blocks
    note = parse_bytes(copy, "copie").comments[0].text
    assert note == ("ici" if held == "cible" else f"[{describe_place(block.locator)}] ici")


def test_a_remark_on_a_table_of_contents_goes_beside_it() -> None:
    data = WORD["table des matières"]()[1]
    blocks = parse_bytes(data, "copie").blocks
    copy = annotated(data, *[Annotation(block.locator, block.text[:4]) for block in blocks if block.text])
    notes = [item.text for item in parse_bytes(copy, "copie").comments]
    assert notes == ["Avan", "[paragraphe 2] Un\t1", "[paragraphe 3] Deux", "Aprè"]
    xml = parts_of(copy)["word/document.xml"].decode()
    listed = xml[xml.index("TOC") : xml.index("Deux")]
    assert "comment" not in listed


def test_a_remark_answers_the_conversation_of_its_cell() -> None:
    data = EXCEL["conversation"]()[1]
    copy = annotated(data, remark("cell", "Ventes!B2", "Précisez."), remark("cell", "Ventes!B3", "Autre."))
    threads = parts_of(copy)["xl/threadedComments/threadedComment1.xml"].decode()
    assert threads.count("<threadedComment ") == 2
    assert 'parentId="{00000000-0000-0000-0000-000000000001}"' in threads
    assert 'displayName="Coach ASCOM"' in parts_of(copy)["xl/persons/person.xml"].decode()
    assert (
        annotated(data, remark("cell", "Ventes!B2", "Précisez."), remark("cell", "Ventes!B3", "Autre."))
        == copy
    )
    untouched_ = annotated(data, remark("cell", "Ventes!B3", "Autre."))
    assert (
        parts_of(untouched_)["xl/threadedComments/threadedComment1.xml"]
        == parts_of(data)["xl/threadedComments/threadedComment1.xml"]
    )


def test_excel_notes_join_existing_ones_and_leave_the_rest() -> None:
    import openpyxl

    data = xlsx(build)
    copy = annotated(
        data,
        remark("cell", "Ventes du mois!B2", "Somme fausse."),
        remark("cell", "Ventes du mois!A3", "Un."),
        remark("cell", "Ventes du mois!A3", "Deux."),
        remark("cell", "Calculs!C4", "Feuille à afficher."),
        remark("file", "", "Ensemble."),
    )
    changed = untouched(data, copy)
    assert not any(
        "charts" in name or "styles" in name or "tables/" in name or "workbook.xml" in name
        for name in changed
    )
    book = openpyxl.load_workbook(io.BytesIO(copy))
    sheet = book["Ventes du mois"]
    assert sheet["B2"].comment.text == "À vérifier\n\nCoach ASCOM\u00a0: Somme fausse."
    assert sheet["A3"].comment.text == "Coach ASCOM\u00a0: Un.\nCoach ASCOM\u00a0: Deux."
    assert sheet["A1"].comment.text == "Coach ASCOM\u00a0: [ensemble du fichier] Ensemble."
    assert sheet["D9"].comment.text == "Rien ici"
    assert book["Calculs"]["C4"].comment.text == "Coach ASCOM\u00a0: Feuille à afficher."
    same_content(parse_bytes(data, "copie"), parse_bytes(copy, "copie"))
    again = annotated(copy, remark("cell", "Calculs!C5", "Encore."))
    assert parse_bytes(again, "copie").sheets[1].cells[5, 3].note == "Coach ASCOM\u00a0: Encore."


def test_macros_survive() -> None:
    parts: dict[str, Any] = parts_of(xlsx(lambda book: book.active.append([1])))
    parts["xl/vbaProject.bin"] = b"macro"
    copy = annotated(pack(parts), remark("cell", "Sheet!A1", "x"))
    assert parts_of(copy)["xl/vbaProject.bin"] == b"macro"


def test_other_files_get_a_listing(tmp_path: Path) -> None:
    source = tmp_path / "m.eml"
    source.write_bytes(b"From: a@b.example\nTo: c@d.example\nSubject: s\n\nBonjour")
    written = annotate(
        source, [remark("mail_line", "corps:l1", "Soignez l’accueil.")], tmp_path / "rendu" / "m.eml"
    )
    assert written.name == "m.eml.remarques.txt"
    text = written.read_text(encoding="utf-8")
    assert "Corps du message, ligne 1 (Coach ASCOM)" in text
    assert "Soignez l’accueil." in text


def test_refusals(tmp_path: Path) -> None:
    with pytest.raises(RefusedInputError, match="introuvable"):
        annotate(tmp_path / "x.docx", [], tmp_path / "y.docx")
    (tmp_path / "a.docx").write_bytes(docx(letter))
    (tmp_path / "fichier").write_text("x", encoding="utf-8")
    with pytest.raises(SurroundingsError, match="écrire"):
        annotate(tmp_path / "a.docx", [], tmp_path / "fichier" / "b.docx")
