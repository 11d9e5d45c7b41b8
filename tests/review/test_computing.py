"""How a workbook computes: each slip told at its cell on every layout, a clean copy of any layout left alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ascom_coach.documents import Document
from ascom_coach.review import Finding
from tests.review.material import ods, review, scenario, workbook, xlsx

Rows = list[list[Any]]
NAMES = ["Article", "Quantité", "Prix", "Montant", "TTC"]


def sheet(at: tuple[int, int] = (1, 1), order: str = "ABCDE", **changes: Any) -> Rows:
    """Rows of a price list written at a place, in an order of columns; `changes` maps `D3` (as if at A1) to a value.

    Formulas are written as if the table stood at A1 in the order A to E, with `{D3}` for cells, `{T}` for the rate.
    """
    cells: dict[tuple[int, int], Any] = {(1, column): name for column, name in enumerate(NAMES, 1)}
    for row, (name, count, price) in enumerate(
        [("Lampe", 4, 12.5), ("Abat-jour", 2, 10), ("Ampoule", 10, 1.2), ("Spot", 3, 8)], 2
    ):
        cells |= {(row, 1): name, (row, 2): count, (row, 3): price}
        cells[row, 4] = f"=ROUND({{B{row}}}*{{C{row}}},2)"
        cells[row, 5] = f"={{D{row}}}*(1+{{T}})"
    cells |= {(6, 1): "Total", (6, 4): "=SUM({D2}:{D5})", (6, 5): "=SUM({E2}:{E5})"}
    for ref, value in changes.items():
        cells[int(ref[1:]), ord(ref[0]) - 64] = value
    top, left = at[0] - 1, at[1] - 1
    places = {letter: left + order.index(letter) + 1 for letter in "ABCDE"}
    rate = (top + 1, left + 7)

    def name_of(ref: str) -> str:
        if ref.startswith("T"):
            row = rate[0] + int(ref[1:] or 0)
            return f"{chr(64 + rate[1])}{row}" if ref[1:] else f"${chr(64 + rate[1])}${row}"
        return f"{chr(64 + places[ref[0]])}{int(ref[1:]) + top}"

    grid: Rows = [[None] * (left + 8) for _ in range(top + 8)]
    for (row, column), value in cells.items():
        shown = value
        if isinstance(value, str) and value.startswith("="):
            shown = value
            for ref in sorted({part.split("}")[0] for part in value.split("{")[1:]}, key=len, reverse=True):
                shown = shown.replace("{" + ref + "}", name_of(ref))
        grid[row + top - 1][places[chr(64 + column)] - 1] = shown
    grid[rate[0] - 1][rate[1] - 2], grid[rate[0] - 1][rate[1] - 1] = "Taux", 0.2
    return grid


LAYOUTS: dict[str, Callable[..., Document]] = {
    "plain": lambda **changes: xlsx(sheet(**changes)),
    "moved": lambda **changes: xlsx([["Tarif du mois"], *sheet((4, 3), **changes)[1:]], sheet="Mars 2026"),
    "columns": lambda **changes: xlsx(sheet(order="EACBD", **changes), sheet="Calculs"),
    "ods": lambda **changes: ods(sheet((2, 2), order="ABDCE", **changes)),
}
CALC = {"type": "formules", "colonnes": ["Montant", "TTC"], "libelles": ["Total"]}
SUM = {"type": "total", "libelle": "Total", "colonne": "Montant", "attendu": "106"}
TYPED = {"type": "colonnes_typees", "colonnes": ["Quantité", "Prix"]}


def judge(document: Document, *controls: dict[str, Any]) -> list[Finding]:
    listed = [{"id": f"c{rank}", "critere": "K1.3", **one} for rank, one in enumerate(controls, 1)]
    script = scenario(workbook(*listed, entete=NAMES))
    return [item for item in review(script, document).findings if item.criterion]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("control", [CALC, SUM, TYPED], ids=["formules", "total", "types"])
def test_a_clean_copy_is_left_alone(layout: str, control: dict[str, Any]) -> None:
    [finding] = judge(LAYOUTS[layout](), control)
    assert finding.status == "conforme", finding.message


SLIPS: list[tuple[str, dict[str, Any], dict[str, Any], str, str]] = [
    ("typed", CALC, {"D4": 12}, "D4", "tapée"),
    ("total typed", CALC, {"D6": 106}, "D6", "tapée"),
    ("stray", CALC, {"D4": "=ROUND({B4}*{C5},2)"}, "D4", "du reste de la colonne"),
    ("lost parenthesis", CALC, {"E3": "={D3}*1+{T}"}, "E3", "du reste de la colonne"),
    ("no dollar", CALC, {f"E{row}": f"={{D{row}}}*(1+{{T{row - 2}}})" for row in range(2, 6)}, "E3", "glissé"),
    ("number inside", CALC, {f"E{row}": f"={{D{row}}}*(1+0.2)" for row in range(2, 6)}, "E2", "tapé à la main"),
    ("one by one", CALC, {"D6": "={D2}+{D3}+{D4}+{D5}"}, "D6", "une à une"),
    ("row left out", SUM, {"D6": "=SUM({D2}:{D4})"}, "D6", "oublie une ligne"),
    ("first row left out", SUM, {"D6": "=SUM({D3}:{D5})"}, "D6", "oublie une ligne"),
    ("word", TYPED, {"C3": "10,00 €"}, "C3", "du texte"),
    ("spaced number", TYPED, {"B4": "1 000"}, "B4", "du texte"),
]  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    ("slip", "control", "changes", "place", "told"), SLIPS, ids=[one[0] for one in SLIPS]
)
def test_a_slip_is_told_at_its_cell(
    layout: str, slip: str, control: dict[str, Any], changes: dict[str, Any], place: str, told: str
) -> None:
    document = LAYOUTS[layout](**changes)
    [finding] = judge(document, control)
    assert finding.status == "defaut", slip
    assert told in finding.message
    assert finding.locator is not None
    cell = next(one for one in document.sheets[0].cells.values() if one.locator.ref == finding.locator.ref)
    mark = LAYOUTS[layout](**{**changes, place: "ICI"}).sheets[0].cells[cell.row, cell.column]
    assert mark.value == "ICI"


def test_a_number_typed_as_text_is_why_the_total_is_wrong() -> None:
    [finding] = judge(LAYOUTS["moved"](D3="20"), SUM)
    assert "du texte" in finding.message
    assert finding.quote == "20"


@pytest.mark.parametrize(
    "changes",
    [
        {"D4": "={C4}*{B4}"},
        {"D4": "=ROUND(PRODUCT({B4}:{C4}),2)"},
        {"E3": "={D3}+{D3}*{T}"},
        {"D6": "=SUBTOTAL(9,{D2}:{D5})"},
        {"E2": "=ROUND({D2}*(1+{T}),2)"},
    ],
)
def test_another_formula_with_the_same_result_is_no_slip(changes: dict[str, Any]) -> None:
    assert judge(LAYOUTS["plain"](**changes), CALC)[0].status == "conforme"


def test_running_totals_and_links_are_no_slips() -> None:
    rows: Rows = [["Jour", "Recette", "Cumul", "Part"]]
    rows += [
        [f"J{day}", 10 * day, f"=SUM($B$2:B{day + 1})", f"=B{day + 1}/SUM($B$2:$B$6)"] for day in range(1, 6)
    ]
    control = {"id": "c1", "critere": "K1.1", "type": "formules", "colonnes": ["Cumul", "Part"]}
    script = scenario(workbook(control, entete=["Jour", "Recette", "Cumul", "Part"], cle="Jour"))
    [finding] = [one for one in review(script, xlsx(rows)).findings if one.criterion]
    assert finding.status == "conforme", finding.message
    for row, day in zip(rows[1:], range(1, 6), strict=True):
        row[3] = f"=B{day + 1}/SUM(B{day + 1}:B{day + 5})"
    [finding] = [one for one in review(script, xlsx(rows)).findings if one.criterion]
    assert "glissé" in finding.message


CELL = {"type": "cellule", "ligne": "Lampe", "colonne": "Quantité", "attendu": "4"}
PRICE = {"type": "cellule", "ligne": "Lampe", "colonne": "Montant", "attendu": "50"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_error_carried_forward_is_charged_once(layout: str) -> None:
    root, amount, total = judge(LAYOUTS[layout](B2=40), CELL, PRICE, SUM)
    assert [root.status, amount.status, total.status] == ["defaut", "conforme", "conforme"]
    assert "déjà relevé" in total.message
    root, amount, total = judge(LAYOUTS[layout](B2=40, B3=30), CELL, PRICE, SUM)
    assert [root.status, amount.status, total.status] == ["defaut", "conforme", "defaut"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_slip_all_along_a_column_is_the_root_of_its_total(layout: str) -> None:
    """« 08:00 » for everybody where one row is controlled: the sum is right, and its rows are not."""
    wanted = {**SUM, "attendu": "126,8"}
    root, total = judge(LAYOUTS[layout](B2=7, B3=7, B4=7, B5=7), CELL, wanted)
    assert [root.status, total.status] == ["defaut", "conforme"]
    root, total = judge(LAYOUTS[layout](B2=7, B3=9, B4=7, B5=7), CELL, wanted)
    assert [root.status, total.status] == ["defaut", "defaut"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_the_rows_that_should_be_gone_are_the_root_of_a_total(layout: str) -> None:
    extra = {"type": "ligne_absente", "valeurs": {"Prix": "8"}}
    gone, total = judge(LAYOUTS[layout](C3=8), extra, {**SUM, "attendu": "62"})
    assert [gone.status, total.status] == ["defaut", "conforme"]
    gone, total = judge(LAYOUTS[layout](C3=8), extra, {**SUM, "attendu": "60"})
    assert [gone.status, total.status] == ["defaut", "defaut"]


def test_a_wrong_formula_is_the_root_of_its_total() -> None:
    formulas, total = judge(LAYOUTS["plain"](D4="=ROUND({B4}*{C5},2)"), CALC, SUM)
    assert [formulas.status, total.status] == ["defaut", "conforme"]
    typed, total = judge(LAYOUTS["plain"](D6=99), CALC, SUM)
    assert [typed.status, total.status] == ["defaut", "defaut"]
    extra = {"type": "ligne_absente", "valeurs": {"Article": "Spot"}}
    gone, total = judge(LAYOUTS["columns"](), extra, {**SUM, "attendu": "82"})
    assert [gone.status, total.status] == ["defaut", "conforme"]


def test_a_stored_result_that_no_longer_holds_is_told_and_costs_nothing() -> None:
    from dataclasses import replace
    from decimal import Decimal

    document = LAYOUTS["plain"]()
    [page] = document.sheets
    stored = {
        place: replace(cell, value=Decimal(1)) if cell.formula else cell for place, cell in page.cells.items()
    }
    document = replace(document, sheets=(replace(page, cells=stored),))
    script = scenario(workbook({"id": "c1", "critere": "K1.1", **CALC}, entete=NAMES))
    [told] = [one for one in review(script, document).findings if one.check == "fichier:resultat_perime"]
    assert (told.status, told.severity) == ("a_verifier", None)
    assert not [
        one for one in review(script, LAYOUTS["plain"]()).findings if one.check == "fichier:resultat_perime"
    ]
