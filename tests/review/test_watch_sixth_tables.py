"""The look at how a table shows what it holds, and at its title, in every layout of the benchmark."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.styles import Font

from tests.benchmarks.mutation.sheets import LAYOUTS, Table
from tests.review.looking import look, right_table, table

PLANNING = "planning_chiffre"
Change = Callable[[Table], Any]


def _format(head: str, code: str) -> Change:
    def change(made: Table) -> None:
        for key in made.keys:
            made.cell(key, head).number_format = code

    return change


def _font(**named: Any) -> Change:
    def change(made: Table) -> None:
        for row in made.page.iter_rows():
            for cell in row:
                cell.font = Font(**named)

    return change


def _above(text: str) -> Change:
    def change(made: Table) -> None:
        made.page.cell(1, 1).value = text

    return change


SHOWN = (
    ("base", _format("Dernière visite", "mm/dd/yyyy"), "mois d’abord"),
    ("liste", _format("Dernière venue", "mm/dd/yyyy"), "mois d’abord"),
    (PLANNING, _format("Prix du repas", '"$"#,##0.00'), ""),
    (PLANNING, _format("Coût du repas", "[$£-809]#,##0.00"), "euros"),
)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("case", SHOWN, ids=range(len(SHOWN)))
def test_dates_and_amounts_are_shown_as_in_france(case: tuple[str, Change, str], layout: str) -> None:
    name, change, words = case
    hits = look("affichage", name, table(name, change, layout))
    assert len(hits) == 1
    assert words in hits[0].message


@pytest.mark.parametrize("named", [{"size": 24}, {"name": "Comic Sans MS"}])
@pytest.mark.parametrize("name", ["base", "liste", PLANNING])
def test_a_whole_table_as_for_a_poster_is_told_once(name: str, named: dict[str, Any]) -> None:
    assert len(look("affichage", name, table(name, _font(**named), LAYOUTS[0]))) == 1


@pytest.mark.parametrize("name", ["base", "liste", PLANNING])
def test_usual_fonts_and_french_formats_are_left_alone(name: str) -> None:
    assert look("affichage", name, table(name, _font(name="Calibri", size=12), LAYOUTS[0])) == []
    for head in {"base": ["Dernière visite"], "liste": ["Dernière venue"], PLANNING: []}[name]:
        assert look("affichage", name, table(name, _format(head, "dd/mm/yyyy"), LAYOUTS[0])) == []
    for head in ["Prix du repas", "Coût du repas"] if name == PLANNING else []:
        assert look("affichage", name, table(name, _format(head, '#,##0.00 "€"'), LAYOUTS[0])) == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", [PLANNING, "base", "liste"])
def test_a_right_table_is_left_alone(name: str, layout: str) -> None:
    document = right_table(name, layout)
    assert look("affichage", name, document) == []
    assert look("autour_du_tableau", name, document) == []


def test_a_title_of_another_table_is_told_and_that_of_this_one_is_not() -> None:
    titled = [layout for layout in LAYOUTS if right_table(PLANNING, layout).sheets]
    hits = look(
        "autour_du_tableau", PLANNING, table(PLANNING, _above("Suivi des boulons et des écrous"), titled[0])
    )
    assert len(hits) == 1
    assert (
        look("autour_du_tableau", PLANNING, table(PLANNING, _above("Planning de l’inventaire"), titled[0]))
        == []
    )
