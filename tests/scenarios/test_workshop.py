# ruff: noqa: E501 -- a planted defect and its case stay on one line
"""The workshop: one source gives documents, samples and key, always the same bytes."""

from __future__ import annotations

import datetime as dt
import time
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.errors import RefusedInputError
from ascom_coach.formulas import Calculator, NotComputedError, decimal_text, to_english
from ascom_coach.scenarios import build, build_documents, load_script, render
from ascom_coach.scenarios.source import compose
from ascom_coach.scenarios.workshop.building import render_files
from ascom_coach.scenarios.workshop.cells import typed
from ascom_coach.scenarios.workshop.source import file_specs, french_number, names_of

FOLDER = Path(__file__).parent / "papeterie"
DAY = dt.date(2026, 10, 6)


def built(text: str, **values: str) -> dict[str, bytes]:
    tree, places = compose(text)
    names = names_of(values, DAY, "Coquelicot Papeterie")
    return render_files(file_specs(tree, places, names), author="Coquelicot Papeterie", day=DAY)


def opened(text: str, name: str, **values: str) -> Document:
    return parse_bytes(built(text, **values)[name], name)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return render(load_script(FOLDER))


def test_same_bytes_each_time_and_a_fixed_date(files: dict[str, bytes]) -> None:
    assert render(load_script(FOLDER)) == files
    with zipfile.ZipFile(BytesIO(files["documents/commandes.xlsx"])) as archive:
        assert {info.date_time for info in archive.infolist()} == {(2026, 10, 6, 8, 0, 0)}
        assert archive.testzip() is None


def test_every_file_opens_as_what_it_says(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        document = parse_bytes(data, name)
        assert document.type == name.rpartition(".")[2]
        codes = {notice.code for notice in document.notices}
        assert not codes & {"extension_trompeuse", "texte_masque", "lien_externe", "macro"}


def test_other_libraries_open_them_too(files: dict[str, bytes]) -> None:
    import docx
    import openpyxl

    letter = docx.Document(BytesIO(files["documents/bon-livraison.docx"]))
    assert letter.core_properties.author == "Coquelicot Papeterie"
    assert [p.style.name for p in letter.paragraphs if p.text.startswith("Réserves")] == ["Heading 1"]
    assert letter.tables[0].cell(1, 2).text == "45"
    section = letter.sections[0]
    assert round(section.page_width.cm, 1) == 21.0
    assert round(section.left_margin.cm, 1) == 2.5
    book = openpyxl.load_workbook(BytesIO(files["documents/commandes.xlsx"]), data_only=True)
    assert book["Commandes"]["F8"].value == 476
    assert len(book["Commandes"]._charts) == 1


def test_word_file_has_real_structure(files: dict[str, bytes]) -> None:
    document = parse_bytes(files["documents/bon-livraison.docx"], "bon.docx")
    kinds = {block.text: block for block in document.blocks}
    assert kinds["Bon de livraison BL-588"].kind == "title"
    assert kinds["Réserves"].level == 1
    assert kinds["Aucune réserve inscrite"].numbered
    assert document.tables[0].header_repeated
    assert document.images[0].alt == "Logo de Coquelicot Papeterie"
    assert [link.target for link in document.links] == ["https://coquelicot.example/retours"]
    assert {field.code.split()[0] for field in document.fields} >= {"PAGE", "NUMPAGES"}
    assert document.page["left"] == pytest.approx(2.5, abs=0.02)


def test_workbook_keeps_results_formats_and_settings(files: dict[str, bytes]) -> None:
    sheet = parse_bytes(files["documents/commandes.xlsx"], "c.xlsx").sheets[0]
    cell = sheet.cells[5, 6]
    assert (cell.formula, cell.value) == ("=D5*E5", Decimal(252))
    assert cell.number_format == '#,##0.00\\ "€"'
    assert sheet.cells[9, 6].value == Decimal("95.2")
    assert sheet.cells[5, 3].value == dt.date(2026, 10, 5)
    assert sheet.cells[5, 2].value == "06 39 98 40 10"
    assert (sheet.frozen, sheet.autofilter) == ("A5", "A4:G7")
    assert sheet.charts[0].title == "Montant par client"
    assert sheet.charts[0].x_title == "Client"
    assert sheet.landscape
    assert sheet.fit_to_page
    assert sheet.validations
    assert sheet.conditional_formats
    assert sheet.print_titles is not None


def test_a_sample_is_a_small_change_of_another(files: dict[str, bytes]) -> None:
    def phone(level: str) -> object:
        sheet = parse_bytes(files[f"temoins/{level}/commandes.xlsx"], "c.xlsx").sheets[0]
        return next(sheet.cells[row, 2].value for row in range(1, 9) if (row, 1) in sheet.cells
                    and sheet.cells[row, 1].value == "Cabinet Roussel")  # fmt: skip

    assert phone("excellente") == "06 39 98 40 77"
    assert phone("faible") == "06 39 98 40 10"
    fixed = parse_bytes(files["temoins/moyenne/commandes.xlsx"], "c.xlsx").sheets[0].cells[5, 6]
    assert (fixed.formula, fixed.value) == (None, Decimal(252))
    weak = parse_bytes(files["temoins/faible/commandes.xlsx"], "c.xlsx").sheets[0]
    assert weak.frozen is None
    assert weak.charts == ()
    assert "Garage Perrin" not in {cell.value for cell in weak.cells.values()}
    good = parse_bytes(files["temoins/excellente/reponse.docx"], "r.docx").text
    middling = parse_bytes(files["temoins/moyenne/reponse.docx"], "r.docx").text
    assert "accepter nos excuses" in good
    assert "accepter nos excuses" not in middling
    assert "dès que possible" in middling


def test_weak_copy_has_false_structure(files: dict[str, bytes]) -> None:
    document = parse_bytes(files["temoins/faible/reponse.docx"], "r.docx")
    title = next(block for block in document.blocks if block.text == "Réponse")
    assert title.bold
    assert title.kind == "paragraph"
    dash = next(block for block in document.blocks if block.text == "- les ramettes")
    assert not dash.numbered
    assert sum(not block.text for block in document.blocks) >= 3


def test_the_seed_changes_documents_samples_and_key_together() -> None:
    seen = set()
    for seed in range(6):
        script = load_script(FOLDER, seed=seed)
        files = render(script)
        delivered, ordered = script.values["livrees"], script.values["commandees"]
        bill = parse_bytes(files["documents/bon-livraison.docx"], "b.docx").tables[0]
        key = parse_bytes(files["corrige/reponse.docx"], "k.docx").text
        assert bill.rows[1][2] == delivered
        assert f"reçu {delivered} ramettes au lieu de {ordered}" in key
        assert f"les {int(ordered) - int(delivered)} ramettes manquantes" in key
        seen.add(delivered)
    assert len(seen) > 1


def test_build_writes_the_three_folders(tmp_path: Path) -> None:
    written = build(load_script(FOLDER), tmp_path)
    names = {path.relative_to(tmp_path).as_posix() for path in written}
    assert {"documents/tarifs.csv", "temoins/faible/reponse.docx", "corrige/reponse.docx"} <= names
    assert all(path.is_file() for path in written)


def test_documents_of_a_session_are_fast_and_alone(tmp_path: Path) -> None:
    started = time.perf_counter()
    build_documents(load_script(FOLDER, seed=5), tmp_path)
    assert time.perf_counter() - started < 1
    assert [path.name for path in tmp_path.iterdir()] == ["documents"]


def test_documents_without_a_source_are_copied(tmp_path: Path) -> None:
    place = tmp_path / "sans"
    (place / "documents").mkdir(parents=True)
    (place / "documents" / "note.txt").write_text("Bonjour.", encoding="utf-8")
    (place / "scenario.yaml").write_bytes((FOLDER / "scenario.yaml").read_bytes())
    written = build_documents(load_script(place, seed=2), tmp_path / "la")
    assert [path.read_text(encoding="utf-8") for path in written] == ["Bonjour."]


def test_mail_with_an_attachment() -> None:
    mail = opened((FOLDER / "fabrique.yaml").read_text(encoding="utf-8"), "documents/message-client.eml",
                  livrees="4", commandees="6").mail  # fmt: skip
    assert mail is not None
    assert mail.subject == "Il manque des ramettes"
    assert mail.attachments == ("bon-livraison.docx",)
    assert mail.date == "Tue, 06 Oct 2026 08:40:00 +0200"


def test_mail_headers_keep_accents() -> None:
    text = "documents:\n  m.eml: {de: Éloïse Naël <e@a.example>, a: b@b.example, objet: Été à venir, corps: Ça ira}\n"
    mail = opened(text, "documents/m.eml").mail
    assert mail is not None
    assert mail.sender == "Éloïse Naël <e@a.example>"
    assert mail.subject == "Été à venir"


def test_conditional_elements_and_shared_blocks() -> None:
    text = """
commun: {pied_de_lettre: ["Cordialement"]}
documents:
  a.docx:
    contenu:
      - paragraphe: Avec surplus
        si: {surplus: "oui"}
      - reprend: pied_de_lettre
"""
    assert "Avec surplus" in opened(text, "documents/a.docx", surplus="oui").text
    assert opened(text, "documents/a.docx", surplus="non").text == "Cordialement"


def test_typographic_marks_in_a_paragraph() -> None:
    text = 'documents:\n  a.docx: ["Un **mot** et [un lien](https://x.example/a//b)."]\n'
    document = opened(text, "documents/a.docx")
    assert document.text == "Un mot et un lien."
    assert document.links[0].target == "https://x.example/a//b"


def test_sheets_refer_to_each_other() -> None:
    text = """
documents:
  b.xlsx:
    feuilles:
      Tarifs: {entete: [Code, Prix], types: {Code: texte}, lignes: [[A, "2,50 €"], [B, "4 €"]]}
      Devis:
        entete: [Code, Nombre, Total]
        lignes: [[B, 3, '=[Nombre]*VLOOKUP([Code];Tarifs!A2:B3;2;0)']]
        total: {libelle: Somme, colonnes: [Total]}
"""
    sheet = opened(text, "documents/b.xlsx").sheets[1]
    assert sheet.cells[2, 3].value == Decimal(12)
    assert sheet.cells[3, 3].value == Decimal(12)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("1+2*3", "7"), ("(1+2)*3", "9"), ("2^3-1", "7"), ("-2+5", "3"), ("10/4", "2.5"), ("50%*8", "4"),
        ("SUM(1,2,3)", "6"), ("ROUND(2.345,2)", "2.35"), ("IF(2>1,10,20)", "10"), ("MAX(3,9,4)", "9"),
        ("AVERAGE(2,4)", "3"), ("ABS(-4)", "4"), ("INT(-1.5)", "-2"), ("IF(AND(1<2,2<1),1,0)", "0"),
    ],
)  # fmt: skip
def test_formulas(formula: str, value: str) -> None:
    result = Calculator().value(formula)
    assert isinstance(result, Decimal)
    assert decimal_text(result) == value


@pytest.mark.parametrize("formula", ["1/0", "INCONNU(2)", "1+", "A1", "2^(9^9)", "'", "((((", "@"])
def test_what_cannot_be_computed_says_so(formula: str) -> None:
    with pytest.raises(NotComputedError):
        Calculator().value(formula)


def test_circular_formulas_have_no_result() -> None:
    text = "documents:\n  a.xlsx: {feuilles: {F: {entete: [X, Y], lignes: [['=B2', '=A2']]}}}\n"
    assert opened(text, "documents/a.xlsx").sheets[0].cells[2, 1].value is None


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("=SOMME(C2:C9)", "SUM(C2:C9)"), ("=SI(A1>2;1,5;0)", "IF(A1>2,1.5,0)"), ("=A1*0.2", "A1*0.2"),
        ('=NB.SI(A:A;"oui, non")', 'COUNTIF(A:A,"oui, non")'), ("=SUM(A1,B2)", "SUM(A1,B2)"),
    ],
)  # fmt: skip
def test_french_formulas(french: str, english: str) -> None:
    assert to_english(french) == english


@pytest.mark.parametrize(
    ("text", "heading", "value"),
    [
        ("12", "Quantité", Decimal(12)), ("12,50 €", "Prix", Decimal("12.50")), ("1 250,40 €", "Prix", Decimal("1250.40")),
        ("20 %", "Taux", Decimal("0.2")), ("06 39 98 12 00", "Contact", "06 39 98 12 00"), ("75011", "Code postal", "75011"),
        ("0042", "Quantité", "0042"), ("C-12", "Lot", "C-12"), ("05/10/2026", "Jour", Decimal(46300)),
        ("31/02/2026", "Jour", "31/02/2026"), ("", "Jour", None),
    ],
)  # fmt: skip
def test_cells_are_typed_as_a_reader_would(text: str, heading: str, value: object) -> None:
    assert typed(text, "", heading).value == value


def test_numbers_are_written_in_french() -> None:
    assert french_number(Decimal("1250.5"), "euros") == "1\u202f250,50\u00a0€"
    assert french_number(Decimal("3.50")) == "3,5"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("documents:\n  a.docx: {contenu: [{paragrafe: x}]}", ("ligne 2", "paragraphe")),
        ("documents:\n\n  a.xlsx: {feuilles: {F: {entete: [A], ligne: []}}}", ("ligne 3", "lignes")),
        ("documents:\n  a.pdf: rien", ("pdf", "docx")),
        ("documents:\n  ../a.docx: rien", ("nom de fichier",)),
        ("document:\n  a.docx: rien", ("documents",)),
        ("documents:\n  a.docx: {base: b.docx}", ("base", "b.docx")),
        ("documents:\n  a.docx: ['{=2*prix}']", ("calculer",)),
        ("documents:\n  a.txt: Oui\n  b.txt: {base: a.txt, remplace: {Non: Si}}", ("ne contient pas", "Non")),
        ("documents:\n  a.eml: {de: a@a.example, corps: x, pieces_jointes: z.pdf}", ("pièce jointe", "z.pdf")),
        ("documents:\n  a.xlsx: {feuilles: {F: {entete: [A], lignes: [[1]]}}, modifie: [{ligne: Z, colonne: A}]}", ("Z",)),
        ("documents:\n  a.docx: {contenu: [{tableau: {entete: [A], lignes: [x]}}]}", ("crochets",)),
        ("documents:\n  a.docx: {contenu: [{paragraphe: x, couleur: fuchsia}]}", ("fuchsia",)),
        ("documents:\n  a.xlsx: {feuilles: {F: {entete: [A, B], lignes: [[x, 4,20 €]]}}}", ("3 cases", "guillemets")),
        ("documents:\n  a.docx: {contenu: [{tableau: {entete: [A], lignes: [[4,20 €]]}}]}", ("2 cases",)),
        ("documents:\n  a.docx: {contenu: [{tableau: {entete: [A], lignes: [[{livrees}]]}}]}", ("guillemets", "{livrees}")),
    ],
)  # fmt: skip
def test_mistakes_are_told_in_french(text: str, words: tuple[str, ...]) -> None:
    with pytest.raises(RefusedInputError) as caught:
        built(text)
    assert all(word in str(caught.value) for word in words), str(caught.value)


def test_bases_that_turn_in_circles_are_refused() -> None:
    with pytest.raises(RefusedInputError, match="rond"):
        built("documents:\n  a.docx: {base: b.docx}\n  b.docx: {base: a.docx}\n")


def test_recursive_anchors_are_refused(tmp_path: Path) -> None:
    (tmp_path / "fabrique.yaml").write_text("documents: &a\n  x.txt: *a\n", encoding="utf-8")
    (tmp_path / "scenario.yaml").write_bytes((FOLDER / "scenario.yaml").read_bytes())
    with pytest.raises(RefusedInputError):
        build(load_script(tmp_path), tmp_path)


def places_of(tree: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path, *(place for key, child in items for place in places_of(child, (*path, key)))]


GARBAGE = [
    "",
    "x",
    [],
    ["a"],
    {},
    {"a": "b"},
    [{}],
    [["a", "b"]],
    {"x": []},
    "-3",
    "=A1",
    "1e9",
    [[]],
    "{=1/0}",
]


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_garbled_source_is_built_or_refused_in_french(data: st.DataObject) -> None:
    tree, places = compose((FOLDER / "fabrique.yaml").read_text(encoding="utf-8"))
    path = data.draw(st.sampled_from(places_of(tree)[1:]))
    holder = tree
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = data.draw(st.sampled_from(GARBAGE))
    names = names_of({"livrees": "4", "commandees": "6"}, DAY, "Coquelicot Papeterie")
    refused = ""
    try:
        render_files(file_specs(tree, places, names), author="Coquelicot Papeterie", day=DAY)
    except RefusedInputError as error:
        refused = str(error)
    assert not refused or "fabrique.yaml" in refused
