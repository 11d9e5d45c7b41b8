from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.review import Finding
from tests.review.material import only, review, scenario, workbook, xlsx

HEAD = ["Article", "Quantité", "Prix", "Montant"]
ROWS = [["Lampe", 4, 12.5, 50], ["Abat-jour", 2, 10, 20], ["Ampoule", 10, 1.2, 12]]
START = xlsx([HEAD, *ROWS], "stock.xlsx")

LAYOUTS: dict[str, Any] = {
    "plain": lambda rows: xlsx([HEAD, *rows]),
    "title": lambda rows: xlsx([["Stock du dépôt"], [], HEAD, *rows]),
    "moved": lambda rows: xlsx([HEAD, *rows], at=(6, 3), sheet="Mars"),
    "columns": lambda rows: xlsx(
        [
            [HEAD[3], HEAD[0], HEAD[2], HEAD[1]],
            *([row[3], row[0], row[2], row[1]] if len(row) == 4 else row for row in rows),
        ]
    ),
    "upper": lambda rows: xlsx([["ARTICLE", "QUANTITE", "PRIX ", "montant"], *rows]),
}


def judge(control: dict[str, Any], document: Document, **contract: Any) -> list[Finding]:
    script = scenario(workbook({"id": "c1", "critere": "K1.3", **control}, **contract))
    return [item for item in review(script, document, start=START).findings if item.criterion]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_cell_is_found_by_row_and_heading(layout: str) -> None:
    control = {"type": "cellule", "ligne": "Lampe", "colonne": "Quantité", "attendu": "4"}
    [good] = judge(control, LAYOUTS[layout](ROWS))
    assert good.status == "conforme"
    [bad] = judge(control, LAYOUTS[layout]([["Lampe", 5, 12.5, 50], *ROWS[1:]]))
    assert bad.status == "defaut"
    assert bad.quote == "5"


def test_values_are_compared_by_meaning() -> None:
    control = {"type": "cellule", "ligne": "Lampe", "colonne": "Prix", "attendu": "12,50 €"}
    for shown in (12.5, "12,50", "12,50 €", "12.5"):
        assert judge(control, xlsx([HEAD, ["Lampe", 4, shown, 50]]))[0].status == "conforme", shown
    assert judge(control, xlsx([HEAD, ["Lampe", 4, 12.51, 50]]))[0].status == "defaut"


def test_a_phone_is_its_digits() -> None:
    control = {"type": "cellule", "ligne": "Lampe", "colonne": "Montant", "anomalie": "an_tel"}
    assert judge(control, xlsx([HEAD, ["Lampe", 1, 1, "0639982011"]]))[0].status == "conforme"
    assert judge(control, xlsx([HEAD, ["Lampe", 1, 1, "06.39.98.20.11"]]))[0].status == "conforme"
    assert judge(control, xlsx([HEAD, ["Lampe", 1, 1, "06 39 98 20 12"]]))[0].status == "defaut"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_only_named_rows_may_change(layout: str) -> None:
    changed = [["Lampe", 6, 12.5, 75], *ROWS[1:]]
    [good] = judge({"type": "lignes"}, LAYOUTS[layout](changed), lignes_modifiees=["Lampe"])
    assert good.status == "conforme"
    [bad] = judge({"type": "lignes"}, LAYOUTS[layout](changed), lignes_modifiees=["Ampoule"])
    assert bad.status == "defaut"
    assert "Lampe" in bad.message


def test_order_does_not_matter_and_losses_are_seen() -> None:
    assert judge({"type": "lignes"}, xlsx([HEAD, *ROWS[::-1]]))[0].status == "conforme"
    [lost] = judge({"type": "lignes"}, xlsx([HEAD, *ROWS[:2]]))
    assert "Ampoule" in lost.message
    [extra] = judge({"type": "lignes"}, xlsx([HEAD, *ROWS, ["Fil", 1, 1, 1]]))
    assert "Fil" in extra.message
    [wanted] = judge({"type": "lignes"}, xlsx([HEAD, *ROWS, ["Fil", 1, 1, 1]]), lignes_ajoutees=["Fil"])
    assert wanted.status == "conforme"


@pytest.mark.parametrize("layout", ["plain", "title", "moved", "upper"])
def test_a_total_is_found_by_its_label(layout: str) -> None:
    control = {"type": "total", "libelle": "Total", "colonne": "Montant", "attendu": "82"}
    assert judge(control, LAYOUTS[layout]([*ROWS, ["Total", None, None, 82]]))[0].status == "conforme"
    [bad] = judge(control, LAYOUTS[layout]([*ROWS, ["Total", None, None, 70]]))
    assert bad.status == "defaut"
    assert bad.quote == "70"
    assert judge(control, LAYOUTS[layout](ROWS))[0].status == "defaut"


@pytest.mark.parametrize(
    ("formula", "status", "needs"),
    [
        ("=SUM(D2:D4)", "conforme", ""),
        ("=D2+D3+D4", "conforme", ""),
        ("=SUM(D2:D3)", "defaut", ""),
        ("=AGGREGATE(9,5,D2:D4)", "non_evaluable", "valeur_calculee"),
    ],
)
def test_a_result_that_is_not_stored_is_computed_or_left_open(formula: str, status: str, needs: str) -> None:
    control = {"type": "total", "libelle": "Total", "colonne": "Montant", "attendu": "82"}
    rows = [["Lampe", 4, 12.5, "=B2*C2"], *ROWS[1:]]
    [finding] = judge(control, xlsx([HEAD, *rows, ["Total", None, None, formula]]))
    assert (finding.status, finding.needs) == (status, needs)
    if status != "non_evaluable":
        assert finding.quote == formula  # what was computed here does not stand in the file


def test_calculated_cells_are_formulas() -> None:
    control = {"type": "formules", "colonnes": ["Montant"], "libelles": ["Total"]}
    rows = [
        ["Lampe", 4, 12.5, "=B2*C2"],
        ["Abat-jour", 2, 10, "=B3*C3"],
        ["Total", None, None, "=SUM(D2:D3)"],
    ]
    assert judge(control, xlsx([HEAD, *rows]))[0].status == "conforme"
    rows[1][3] = 20
    [bad] = judge(control, xlsx([HEAD, *rows]))
    assert bad.status == "defaut"
    assert bad.locator is not None
    assert bad.locator.ref == "Feuil1!D3"


def test_rows_that_must_be_there_or_gone() -> None:
    there = {"type": "ligne_presente", "valeurs": {"Article": "Lampe", "Quantité": "4"}}
    gone = {"type": "ligne_absente", "valeurs": {"Article": "Lampe"}}
    assert judge(there, xlsx([HEAD, *ROWS]))[0].status == "conforme"
    assert judge(there, xlsx([HEAD, *ROWS[1:]]))[0].status == "defaut"
    assert judge(gone, xlsx([HEAD, *ROWS[1:]]))[0].status == "conforme"
    assert judge(gone, xlsx([HEAD, *ROWS]))[0].status == "defaut"


def test_form_of_a_workbook() -> None:
    control = {"type": "presentation_classeur", "attendus": ["entete_figee"]}
    assert judge(control, xlsx([HEAD, *ROWS], frozen=True))[0].status == "conforme"
    assert judge(control, xlsx([HEAD, *ROWS]))[0].status == "defaut"


def test_a_missing_chart_is_a_defect() -> None:
    [finding] = judge({"type": "graphique", "colonnes": ["Montant"]}, xlsx([HEAD, *ROWS]))
    assert finding.status == "defaut"


def test_another_table_altogether_is_said() -> None:
    control = {"type": "cellule", "ligne": "Lampe", "colonne": "Quantité", "attendu": "4"}
    [finding] = judge(control, xlsx([["Nom", "Ville"], ["Ana", "Brest"]]))
    assert finding.status == "defaut"
    assert "tableau" in finding.message


def test_the_same_bytes_every_time() -> None:
    import json

    script = scenario(workbook({"id": "c1", "type": "lignes", "critere": "K1.3"}))
    document = xlsx([HEAD, *ROWS[:2]])
    first = json.dumps(review(script, document, start=START).to_json(), ensure_ascii=False)
    assert first == json.dumps(review(script, document, start=START).to_json(), ensure_ascii=False)
    assert only(review(script, document, start=START)).since is None


GROUPED = [
    HEAD, ["Luminaires"], *ROWS[:2], ["Sous-total luminaires", None, None, 70], [], ["Pièces"], ROWS[2],
    ["Sous-total pièces", None, None, 12], ["Total", None, None, 82], ["TVA 20 %", None, None, 16.4],
    ["Total TTC", None, None, 98.4], [], ["Source : dépôt de Brest"],
]  # fmt: skip


@pytest.mark.parametrize(
    "control",
    [
        {"type": "lignes"},
        {"type": "total", "libelle": "Total", "colonne": "Montant", "attendu": "82 €"},
        {"type": "total", "libelle": "Total TTC", "attendu": "98,40"},
        {"type": "cellule", "ligne": "Ampoule", "colonne": "Montant", "attendu": "12"},
    ],
)
def test_groups_subtotals_and_notes_change_nothing(control: dict[str, Any]) -> None:
    assert [item.status for item in judge(control, xlsx(GROUPED))] == ["conforme"]


def test_a_lost_column_is_one_finding() -> None:
    table: list[list[Any]] = [HEAD, *ROWS]
    rows = [[row[0], row[1], row[3]] for row in table]
    [finding] = judge({"type": "lignes"}, xlsx(rows))
    assert "Prix" in finding.message


def test_a_short_name_frees_its_own_row_only() -> None:
    start = xlsx([HEAD, ["Lampe", 4, 12.5, 50], ["Lampe de bureau", 1, 30, 30]], "stock.xlsx")
    changed = xlsx([HEAD, ["Lampe", 5, 12.5, 62.5], ["Lampe de bureau", 2, 30, 60]])
    script = scenario(workbook({"id": "c1", "type": "lignes", "critere": "K1.3"}, lignes_modifiees=["Lampe"]))
    [finding] = [item for item in review(script, changed, start=start).findings if item.criterion]
    assert "Lampe de bureau" in finding.message


@pytest.mark.parametrize(
    ("expected", "shown", "status"),
    [
        ("12,5 %", 0.125, "conforme"), ("12,5 %", 12.5, "conforme"), ("12,5 %", 0.13, "defaut"),
        ("1 250,50 €", 1250.5, "conforme"), ("1 250,50 €", "1 250,50 €", "conforme"), ("48 h", 48, "conforme"),
        ("11 repas", 11, "conforme"), ("11 repas", 12, "defaut"), ("8 h 30", dt.time(8, 30), "conforme"),
        ("mardi 12 mai 2026", dt.date(2026, 5, 12), "conforme"), ("mardi 12 mai 2026", "12/05/2026", "conforme"),
        ("06 39 98 20 11", 639982011, "conforme"), ("Brest", "BREST.", "conforme"),
        ("a.b@lumex.example", "ab@lumex.example", "defaut"), ("0,5", 0.501, "conforme"), ("2", None, "defaut"),
    ],
)  # fmt: skip
def test_a_cell_is_compared_by_meaning(expected: str, shown: Any, status: str) -> None:
    control = {"type": "cellule", "ligne": "Lampe", "colonne": "Prix", "attendu": expected}
    assert judge(control, xlsx([HEAD, ["Lampe", 4, shown, 50]]))[0].status == status


def test_a_hole_or_an_error_in_a_calculated_column() -> None:
    control = {"type": "formules", "colonnes": ["Montant"], "libelles": ["Total"]}
    rows = [["Lampe", 4, 12.5, "=B2*C2"], ["Abat-jour", 2, 10, None], ["Total", 6, None, "=SUM(D2:D3)"]]
    [hole] = judge(control, xlsx([HEAD, *rows]))
    assert (hole.status, hole.quote) == ("defaut", "Abat-jour")
    broken = xlsx([HEAD, *ROWS, ["Total", None, None, "=SUM(#REF!)"]])
    [error] = judge({"type": "total", "libelle": "Total", "attendu": "82"}, broken)
    assert (error.status, error.quote) == ("defaut", "=SUM(#REF!)")


def test_numbers_need_a_format_only_when_it_helps_to_read() -> None:
    control = {"type": "presentation_classeur", "attendus": ["formats"]}
    assert judge(control, xlsx([HEAD, ["Lampe", 4, 12, 48]]))[0].status == "conforme"
    [bare] = judge(control, xlsx([HEAD, ["Lampe", 4, 12.5, 50]]))
    assert (bare.status, bare.quote) == ("defaut", "12.5")


def charted(first: int, last: int, column: int = 4, **titles: str) -> Document:
    """A workbook whose chart draws rows `first` to `last` of a column."""
    import io

    import openpyxl
    from openpyxl.chart import BarChart, Reference

    book = openpyxl.Workbook()
    page = book.create_sheet("Ventes", 0)
    rows: list[list[Any]] = [HEAD, *ROWS, ["Total", None, None, 82]]
    for row in rows:
        page.append(row)
    drawn = BarChart()
    drawn.title, drawn.x_axis.title, drawn.y_axis.title = (
        titles.get("title", "Ventes") or None, titles.get("x", "Article"), titles.get("y", "Euros"),
    )  # fmt: skip
    drawn.add_data(Reference(page, min_col=column, min_row=first, max_row=last), titles_from_data=first == 1)
    drawn.set_categories(Reference(page, min_col=1, min_row=2, max_row=4))
    if "start" in titles:
        drawn.y_axis.scaling.min = float(titles["start"])
    page.add_chart(drawn, "F2")
    out = io.BytesIO()
    book.save(out)
    return parse_bytes(out.getvalue(), "tableau.xlsx")


@pytest.mark.parametrize(
    ("document", "status", "told"),
    [
        (charted(1, 4), "conforme", ""),
        (charted(2, 4), "conforme", ""),
        (charted(1, 3), "defaut", "oublie"),
        (charted(1, 5), "defaut", "total"),
        (charted(1, 4, column=2), "defaut", "Montant"),
        (charted(1, 4, y=""), "defaut", "vertical"),
        (charted(1, 4, title=""), "defaut", "titre"),
    ],
)
def test_a_chart_draws_the_right_rows_of_the_right_column(document: Document, status: str, told: str) -> None:
    [finding] = judge({"type": "graphique", "colonnes": ["Montant"]}, document)
    assert finding.status == status
    assert told in finding.message


@pytest.mark.parametrize(
    ("document", "control", "told"),
    [
        (charted(1, 4, start="40"), {}, "commence à 40"),
        (charted(1, 4, start="0"), {}, ""),
        (charted(1, 4), {"unite": "€"}, ""),
        (charted(1, 4), {"unite": "heures"}, "unité"),
        (charted(1, 4), {"genres": ["secteurs"]}, "genre"),
        (charted(1, 4), {"genres": ["barres", "courbe"]}, ""),
    ],
)
def test_a_chart_does_not_mislead(document: Document, control: dict[str, Any], told: str) -> None:
    [finding] = judge({"type": "graphique", "colonnes": ["Montant"], **control}, document)
    assert finding.status == ("defaut" if told else "conforme")
    assert told in finding.message
