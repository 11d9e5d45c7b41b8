"""A value hidden anywhere in a handed-out document is found, by the linter and by the search; clean documents pass."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from ascom_coach.documents import parse_bytes
from ascom_coach.rehearsal.exploring import explore
from ascom_coach.rehearsal.told_on_paper import document_leaks
from ascom_coach.scenarios.lint.handed import told_by
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.schema import Scenario
from tests.rehearsal.conftest import small_scenario

SECRET = "une chute du buffet"
Plant = Callable[[Any], None]


def _script(folder: Path, name: str, content: bytes, **fact: Any) -> Script:
    tree = small_scenario(documents_remis=[{"id": "bon", "fichier": name, "titre": "Le bon"}])
    next(item for item in tree["faits"] if item["id"] == "chute").update(fact)
    (folder / "documents").mkdir()
    (folder / "documents" / name).write_bytes(content)
    return Script(Scenario.model_validate(tree), folder, 0, {})


def _word(plant: Plant) -> bytes:
    document = docx.Document()
    document.core_properties.author = "Lumex"
    document.add_paragraph("Bon de retour de la lampe.")
    plant(document)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def _book(plant: Plant) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Lampe", "Prix"])
    sheet.append(["Aube", 40])
    plant(book)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _properties(**values: str) -> Plant:
    def plant(document: Any) -> None:
        for key, value in values.items():
            setattr(document.core_properties, key, value)

    return plant


def _pixel() -> bytes:
    """A picture of one white pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", size)
        + chunk(b"IDAT", zlib.compress(b"\0\xff"))
        + chunk(b"IEND", b"")
    )


def _alternative_text(document: Any) -> None:
    document.add_picture(io.BytesIO(_pixel()))
    document.inline_shapes[0]._inline.docPr.set("descr", f"La lampe après {SECRET}")


def _hidden_words(document: Any) -> None:
    document.add_paragraph().add_run(f"Cause : {SECRET}.").font.hidden = True


WORD: dict[str, tuple[Plant, str]] = {
    "text": (lambda d: d.add_paragraph(f"Cause : {SECRET}."), "le texte"),
    "title": (_properties(title=SECRET), "les propriétés"),
    "author": (_properties(author=f"Service {SECRET}"), "les propriétés"),
    "comments property": (_properties(comments=f"Cause : {SECRET}"), "les propriétés"),
    "keywords": (_properties(keywords=f"lampe, {SECRET}"), "les propriétés"),
    "header": (
        lambda d: setattr(d.sections[0].header.paragraphs[0], "text", f"Cas : {SECRET}"),
        "un en-tête",
    ),
    "footer": (
        lambda d: setattr(d.sections[0].footer.paragraphs[0], "text", f"Cas : {SECRET}"),
        "un en-tête",
    ),
    "comment": (lambda d: d.add_comment(d.paragraphs[0].runs, f"C’était {SECRET}.", "A"), "un commentaire"),
    "alternative text": (_alternative_text, "le texte de remplacement"),
    "hidden words": (_hidden_words, "un passage masqué"),
}


def _hidden_sheet(book: Any) -> None:
    sheet = book.create_sheet("Notes")
    sheet["A1"] = f"Cause : {SECRET}"
    sheet.sheet_state = "hidden"


def _hidden_row(book: Any) -> None:
    book.active["A5"] = f"Cause : {SECRET}"
    book.active.row_dimensions[5].hidden = True


def _hidden_column(book: Any) -> None:
    book.active["F1"] = f"Cause : {SECRET}"
    book.active.column_dimensions["F"].hidden = True


def _note(book: Any) -> None:
    book.active["A2"].comment = Comment(f"C’était {SECRET}.", "A")


def _chart(title: str, axis: str) -> Plant:
    def plant(book: Any) -> None:
        chart = BarChart()
        chart.title, chart.y_axis.title = title, axis
        chart.add_data(Reference(book.active, min_col=2, min_row=1, max_row=2), titles_from_data=True)
        book.active.add_chart(chart, "D2")

    return plant


def _choices(book: Any) -> None:
    rule = DataValidation(type="list", formula1=f'"{SECRET},autre"')
    book.active.add_data_validation(rule)
    rule.add("C2")


BOOK: dict[str, tuple[Plant, str]] = {
    "cell": (lambda b: b.active.append([f"Cause : {SECRET}"]), "le texte"),
    "hidden sheet": (_hidden_sheet, "un passage masqué"),
    "hidden row": (_hidden_row, "un passage masqué"),
    "hidden column": (_hidden_column, "un passage masqué"),
    "note": (_note, "un commentaire"),
    "chart title": (_chart(f"Lampes et {SECRET}", "Prix"), "un graphique"),
    "axis title": (_chart("Lampes", SECRET), "un graphique"),
    "sheet name": (lambda b: b.create_sheet(SECRET.capitalize()), "un nom de feuille"),
    "formula": (lambda b: b.active.__setitem__("C1", f'=IF(B2>1,"{SECRET}","")'), "une formule"),
    "list of choices": (_choices, "une liste de choix"),
    "property": (lambda b: setattr(b.properties, "description", SECRET), "les propriétés"),
    "defined name": (
        lambda b: b.defined_names.add(DefinedName("Cause", attr_text=f'"{SECRET}"')), "une liste de choix ou un nom"
    ),
}  # fmt: skip


def _found(script: Script) -> list[str]:
    return [leak.text for leak in document_leaks(script) if leak.fact == "chute"]


@pytest.mark.parametrize("kind", WORD)
def test_a_value_planted_in_a_letter_is_found(tmp_path: Path, kind: str) -> None:
    plant, place = WORD[kind]
    leaks = _found(_script(tmp_path, "bon.docx", _word(plant)))
    assert [leak for leak in leaks if leak.startswith(place)], leaks


@pytest.mark.parametrize("kind", BOOK)
def test_a_value_planted_in_a_workbook_is_found(tmp_path: Path, kind: str) -> None:
    plant, place = BOOK[kind]
    leaks = _found(_script(tmp_path, "bon.xlsx", _book(plant)))
    assert [leak for leak in leaks if leak.startswith(place)], leaks


def test_a_value_in_a_custom_property_is_found(tmp_path: Path) -> None:
    plain = _word(lambda document: None)
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(plain)) as old, zipfile.ZipFile(kept, "w") as new:
        for item in old.infolist():
            new.writestr(item, old.read(item))
        new.writestr(
            "docProps/custom.xml",
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
            'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
            f'<property name="Cause"><vt:lpwstr>{SECRET}</vt:lpwstr></property></Properties>',
        )
    assert any(
        leak.startswith("les propriétés") for leak in _found(_script(tmp_path, "bon.docx", kept.getvalue()))
    )


def test_a_value_in_a_file_name_is_found(tmp_path: Path) -> None:
    name = "retour-une-chute-du-buffet.docx"
    leaks = _found(_script(tmp_path, name, _word(lambda document: None)))
    assert any(leak.startswith("le nom du fichier") for leak in leaks)


@pytest.mark.parametrize(
    ("name", "content"),
    [("bon.docx", _word(lambda d: None)), ("bon.xlsx", _book(lambda b: None))],
    ids=["docx", "xlsx"],
)
def test_clean_documents_tell_nothing(tmp_path: Path, name: str, content: bytes) -> None:
    assert document_leaks(_script(tmp_path, name, content)) == []


def test_the_search_of_every_state_reads_the_documents_too(tmp_path: Path) -> None:
    plant, _ = BOOK["note"]
    leaks = explore(_script(tmp_path, "bon.xlsx", _book(plant))).leaks
    assert [(leak.fact, leak.step, leak.who) for leak in leaks] == [("chute", "bon", "")]


def test_a_document_may_hold_what_its_author_says_it_does(tmp_path: Path) -> None:
    plant, _ = WORD["comment"]
    assert _found(_script(tmp_path, "bon.docx", _word(plant), aussi_dans=["bon"])) == []


def test_what_is_told_spontaneously_is_no_leak(tmp_path: Path) -> None:
    plant, _ = WORD["text"]
    assert _found(_script(tmp_path, "bon.docx", _word(plant), acces="spontane")) == []


def test_a_missing_document_is_left_to_the_linter(tmp_path: Path) -> None:
    script = _script(tmp_path, "bon.docx", b"")
    (tmp_path / "documents" / "bon.docx").unlink()
    assert _found(script) == []


def test_places_that_hold_nothing_are_left_out() -> None:
    told = told_by(parse_bytes(_word(lambda document: None), "bon.docx"))
    assert "un commentaire" not in told
    assert told["le texte"] == "Bon de retour de la lampe."
