# ruff: noqa: E501  (markup reads better on one line)
"""Reading in a separate process gives the same document, named as asked, in little time."""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from ascom_coach.documents import parse_bytes, read_document
from ascom_coach.documents.sandbox import wire

from .builders import docx, odf, pack, parts_of, xlsx
from .test_xlsx import build


def long_letter(document: Any) -> None:
    for at in range(400):
        document.add_paragraph(f"Phrase numéro {at} : le client attend une réponse claire et datée. " * 2)
    table = document.add_table(20, 4)
    for cell in table._cells:
        cell.text = "valeur"


@pytest.mark.parametrize("relative", ["a.txt", "dossier/a.txt"])
def test_the_path_shown_does_not_depend_on_the_machine(
    relative: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path(relative)
    path.parent.mkdir(exist_ok=True)
    path.write_text("bonjour", encoding="utf-8")
    assert read_document(path).path == relative
    assert read_document(tmp_path / relative).path == "a.txt"
    shown = read_document(tmp_path / relative, shown_as="rendu/lettre.txt")
    assert (shown.path, shown.blocks[0].locator.file) == ("rendu/lettre.txt", "rendu/lettre.txt")


def test_the_separate_process_gives_the_same_document(tmp_path: Path) -> None:
    for name, data in (
        ("v.xlsx", xlsx(build)),
        ("l.docx", docx(long_letter)),
        ("m.md", b"# A\nb"),
        ("c.csv", b"a;1\n05/03/2026;2,5"),
    ):
        (tmp_path / name).write_bytes(data)
        assert read_document(tmp_path / name) == parse_bytes(data, name)


def test_two_readings_are_equal_to_the_byte() -> None:
    data = xlsx(build)
    assert wire.dump(parse_bytes(data, "v.xlsx")) == wire.dump(parse_bytes(data, "v.xlsx"))


def test_only_plain_shapes_come_back() -> None:
    assert wire.load(wire.dump((None, "non"))) == (None, "non")
    for stranger in (Path("x"), subprocess.run, eval):
        with pytest.raises(pickle.UnpicklingError):
            wire.load(pickle.dumps(stranger))


def test_times(tmp_path: Path) -> None:
    def rows(book: Any) -> None:
        for at in range(10_000):
            book.active.append([at, f"Article {at % 300}", at * 1.5, "=C1*2", "x", 7, at % 9, True])

    (tmp_path / "l.docx").write_bytes(docx(long_letter))
    (tmp_path / "v.xlsx").write_bytes(xlsx(rows))
    read_document(tmp_path / "l.docx")
    for name, limit in (("l.docx", 0.5), ("v.xlsx", 1.5)):
        spent = []
        for _ in range(3):
            start = time.perf_counter()
            read_document(tmp_path / name)
            spent.append(time.perf_counter() - start)
        assert min(spent) < limit * 2, f"{name} {min(spent):.2f} s"  # twice, for busy machines


def test_importing_the_room_is_cheap() -> None:
    code = (
        "import sys; import ascom_coach.documents; "
        "print([name for name in ('lxml', 'docx', 'openpyxl', 'defusedxml') if name in sys.modules])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"


def test_odt_text_tables_lists_and_hiding() -> None:
    styles = (
        '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Text_20_body"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    body = (
        '<text:h text:outline-level="2">Objet</text:h><text:p text:style-name="P1">Tout<text:s text:c="2"/>gras</text:p>'
        "<text:list><text:list-item><text:p>un</text:p></text:list-item></text:list>"
        '<text:p>visible<text:span text:style-name="T1"> secret</text:span></text:p>'
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Nom</text:p></table:table-cell>"
        "</table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>Léa</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        "<text:p>note<text:note><text:note-body><text:p>en bas</text:p></text:note-body></text:note>"
        "<office:annotation><dc:creator>Moi</dc:creator><text:p>avis</text:p></office:annotation></text:p>"
        "<text:p><draw:frame><draw:text-box><text:p>encadré</text:p></draw:text-box></draw:frame>"
        "<draw:frame><draw:image/><svg:desc>Logo</svg:desc></draw:frame></text:p>"
    )
    document = parse_bytes(odf("text", body, styles), "l.odt")
    refs = {block.locator.ref: block for block in document.blocks if not block.hidden}
    assert (refs["p1"].kind, refs["p1"].level, refs["p1"].text) == ("heading", 2, "Objet")
    assert (refs["p2"].text, refs["p2"].bold, refs["p2"].style) == ("Tout  gras", True, "Text body")
    assert (refs["p3"].kind, refs["p3"].numbered) == ("list_item", True)
    assert refs["p4"].text == "visible"
    assert refs["t1.r2.c1"].text == "Léa"
    assert document.tables[0].header_repeated
    assert (refs["note1"].text, refs["zone1.p1"].text) == ("en bas", "encadré")
    assert (document.comments[0].text, document.comments[0].style) == ("avis", "Moi")
    assert document.images[0].alt == "Logo"
    assert [notice.code for notice in document.notices] == ["texte_masque"]


def test_ods_values_formulas_and_repeats() -> None:
    body = (
        '<table:table table:name="Ventes"><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
        '<table:table-cell office:value-type="float" office:value="12.5" table:formula="of:=SUM([.A1:.A3];[$Autre.B2])"><text:p>12,5</text:p></table:table-cell>'
        '<table:table-cell office:value-type="date" office:date-value="2026-03-02"><text:p>02/03/2026</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>a</text:p><text:p>b</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>#REF!</text:p></table:table-cell></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1000"/></table:table-row></table:table>'
    )
    sheet = parse_bytes(odf("spreadsheet", body), "v.ods").sheets[0]
    assert [str(cell.locator.ref) for cell in sheet.cells.values()] == [
        "Ventes!C4",
        "Ventes!D4",
        "Ventes!E4",
        "Ventes!F4",
    ]
    assert sheet.cells[4, 3].formula == "=SUM(A1:A3,Autre!B2)"
    assert sheet.cells[4, 4].value is not None
    assert sheet.cells[4, 4].text == "2026-03-02"
    assert sheet.cells[4, 5].value == "a\nb"
    assert sheet.cells[4, 6].error == "#REF!"


TEMPLATES = (
    ("docx", "dotm", "ms-word.template.macroEnabledTemplate.main+xml"),
    ("docx", "docm", "ms-word.document.macroEnabled.main+xml"),
    ("docx", "dotx", "openxmlformats-officedocument.wordprocessingml.template.main+xml"),
    ("xlsx", "xlsm", "ms-excel.sheet.macroEnabled.main+xml"),
    ("xlsx", "xltx", "openxmlformats-officedocument.spreadsheetml.template.main+xml"),
    ("xlsx", "xltm", "ms-excel.template.macroEnabled.main+xml"),
)


@pytest.mark.parametrize(("family", "kind", "content_type"), TEMPLATES)
def test_templates_and_files_with_macros_are_read_like_the_others(
    family: str, kind: str, content_type: str
) -> None:
    made = (
        docx(lambda document: document.add_paragraph("bonjour"))
        if family == "docx"
        else xlsx(lambda book: book.active.append(["bonjour"]))
    )
    parts: dict[str, bytes | str] = dict(parts_of(made))
    types = parts["[Content_Types].xml"]
    assert isinstance(types, bytes)
    main = "wordprocessingml.document.main+xml" if family == "docx" else "spreadsheetml.sheet.main+xml"
    parts["[Content_Types].xml"] = types.decode().replace(
        f"application/vnd.openxmlformats-officedocument.{main}", f"application/vnd.{content_type}"
    )
    document = parse_bytes(pack(parts), f"modele.{kind}")
    assert (document.type, document.notices) == (kind, ())
    shown = document.text if family == "docx" else document.sheets[0].cells[1, 1].text
    assert shown == "bonjour"
