# ruff: noqa: E501 -- markup stays on one line
"""The looks at tables and at dress written from the fifth hand’s misses, in several layouts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from tests.benchmarks.mutation.other import put
from tests.benchmarks.mutation.sheets import LAYOUTS, Table
from tests.documents.builders import docx, odf
from tests.review.looking import laid, look, right_table, table, words

PLANNING = "planning_chiffre"
Change = Callable[[Table], Any]


def _column(head: str, value: Any) -> Change:
    def change(made: Table) -> None:
        for key in made.keys:
            made.cell(key, head).value = value

    return change


def _gone(head: str) -> Change:
    def change(made: Table) -> None:
        for row in range(made.top, made.page.max_row + 1):
            made.page.cell(row, made.heads[head]).value = None

    return change


def _half(head: str, value: Any) -> Change:
    def change(made: Table) -> None:
        for key in made.keys[: len(made.keys) // 2]:
            made.cell(key, head).value = value

    return change


def _row(key: str, like: str, **cells: Any) -> Change:
    return lambda made: made.copy_row(key, like, **cells)


def _title(text: str) -> Change:
    def change(made: Table) -> None:
        made.page.cell(1, 1).value = text

    return change


def _legend(old: str, new: str) -> Change:
    def change(made: Table) -> None:
        for row in made.page.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and old in cell.value:
                    cell.value = cell.value.replace(old, new)

    return change


def _names_alone(made: Table) -> None:
    rows = [made.row(key) for key in made.keys]
    names = [made.page.cell(row, made.key).value for row in rows]
    for row, name in zip(rows, [*names[3:], *names[:3]], strict=True):
        made.page.cell(row, made.key).value = name


TOLD = (
    ("colonnes_gardees", PLANNING, _column("Zone", None), "Zone"),
    ("colonnes_gardees", "base", put("Moreau", "Dernière visite", "au printemps"), "au printemps"),
    ("colonnes_gardees", "base", put("Garrec", "Adresse", "p.garrec@messagerie.example"), "p.garrec"),
    ("colonnes_gardees", PLANNING, put("Youn Delisle", "Service", None), ""),
    ("colonnes_gardees", PLANNING, _names_alone, "Personne"),
    ("colonnes_gardees", PLANNING, _gone("Service"), "Personne"),
    ("colonne_egale", PLANNING, _half("Prix du repas", 13.1), "13.1"),
    ("autour_du_tableau", PLANNING, _title("Inventaire pour notre banquier, le 23 janvier"), "banquier"),
    ("autour_du_tableau", "liste", _row("C-116", "C-118", Nom="Jardins du Levant"), "C-116"),
    ("cellules_touchees", "base", put("Vasseur", "Adresse", "3 impasse du Lavandou"), "Lavandou"),
    ("formule_voisine", PLANNING, put("Hawa Diouf", "Heures", 5), "5"),
    ("formule_voisine", PLANNING, put("Hawa Diouf", "Heures", "=12.5-8.5"), "12.5"),
    ("total_etrange", PLANNING, put("Total", "Heures", "=F7*11"), "11"),
    ("total_etrange", PLANNING, put("Total", "Coût du repas", "=159.5"), "159.5"),
    ("vie_privee", "liste", put("C-118", "Remarque", "vote toujours à gauche"), "vote"),
    ("ton", "liste", put("C-118", "Remarque", "pas commode"), "pas commode"),
)  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("case", TOLD, ids=[f"{one[0]}-{at}" for at, one in enumerate(TOLD)])
def test_a_fault_of_a_table_is_told_in_every_layout(case: tuple[str, str, Change, str], layout: str) -> None:
    which, name, change, quote = case
    hits = look(which, name, table(name, change, layout))
    assert hits
    assert any(quote in hit.place[1] for hit in hits), hits


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", [PLANNING, "base", "liste"])
def test_a_right_table_is_left_alone(name: str, layout: str) -> None:
    document = right_table(name, layout)
    looks = sorted({one[0] for one in TOLD} | {"unite", "colonne_etroite"})
    assert {which: look(which, name, document) for which in looks} == {which: [] for which in looks}


def test_another_day_above_the_table_than_in_the_note() -> None:
    note = laid(list(words("note")), "docx")
    for layout in LAYOUTS:
        wrong = table(PLANNING, _title("Inventaire du samedi 30 janvier 2027"), layout)
        [hit] = look("autour_du_tableau", PLANNING, wrong, [note])
        assert "30 janvier" in hit.place[1]
        right = table(PLANNING, _title("Inventaire du 23 janvier 2027, fait le 11 janvier 2027"), layout)
        assert look("autour_du_tableau", PLANNING, right, [note]) == []


def test_a_key_turned_round() -> None:
    turned = table(
        PLANNING,
        _legend("1 = déjeune sur place, 0 = ne déjeune", "0 = déjeune sur place, 1 = ne déjeune"),
        LAYOUTS[0],
    )
    [hit] = look("autour_du_tableau", PLANNING, turned)
    assert hit.place[1].startswith("Repas")
    longer = table(PLANNING, _legend("Repas :", "Le repas de midi :"), LAYOUTS[0])
    assert look("autour_du_tableau", PLANNING, longer) == []


@pytest.mark.parametrize(("code", "told"), [("dd/mm/yyyy", 1), ("0.00 €", 1), ("0.0", 0), ('0.0" h"', 0)])
def test_a_total_shown_as_its_column_is_not(code: str, told: int) -> None:
    def change(made: Table) -> None:
        made.cell("Total", "Heures").number_format = code

    assert len(look("unite", PLANNING, table(PLANNING, change, LAYOUTS[0]))) == told


LONG = (
    "Le matin, chacun rejoint sa zone avec une fiche et compte les pièces avec la personne qui lui est donnée.",
    "L’après-midi, les fiches sont rendues au bureau, qui les saisit une par une avant de fermer le portail.",
    "Le soir, la personne de la sécurité fait le tour des zones et remet l’alarme avant de quitter les lieux.",
)


def _dressed(
    layout: str, fonts: tuple[str, ...] = ("", "", ""), color: str = "", bold: bool = False
) -> Document:
    """Three paragraphs, each in its font; the second in a colour; all in bold."""
    if layout == "docx":

        def build(document: Any) -> None:
            from docx.shared import RGBColor

            for rank, text in enumerate((*LONG, *LONG)):
                run = document.add_paragraph().add_run(text)
                run.bold = bold or None
                if fonts[rank % 3]:
                    run.font.name = fonts[rank % 3]
                if color and rank == 1:
                    run.font.color.rgb = RGBColor.from_string(color)

        return parse_bytes(docx(build), "note.docx")
    styles, body = "", ""
    for rank, text in enumerate((*LONG, *LONG)):
        look_ = (
            f' style:font-name="{fonts[rank % 3]}" fo:font-family="{fonts[rank % 3]}"'
            if fonts[rank % 3]
            else ""
        )
        look_ += f' fo:color="#{color}"' if color and rank == 1 else ""
        look_ += ' fo:font-weight="bold"' if bold else ""
        styles += f'<style:style style:name="P{rank}" style:family="paragraph"><style:text-properties{look_}/></style:style>'
        body += f'<text:p text:style-name="P{rank}">{text}</text:p>'
    return parse_bytes(odf("text", body, styles), "note.odt")


@pytest.mark.parametrize("layout", ["docx", "odt"])
def test_fonts_bold_and_colours(layout: str) -> None:
    patchwork = _dressed(layout, ("Comic Sans MS", "Courier New", "Impact"))
    assert [hit.mark for hit in look("caracteres", "note", patchwork)] == [".polices"]
    assert [hit.mark for hit in look("caracteres", "note", _dressed(layout, bold=True))] == [".gras"]
    assert [hit.mark for hit in look("caracteres", "note", _dressed(layout, color="E00000"))] == [".couleur1"]
    for quiet in (
        _dressed(layout),
        _dressed(layout, ("Calibri", "Calibri", "Georgia")),
        _dressed(layout, color="404040"),
    ):
        assert look("caracteres", "note", quiet) == []


def test_words_that_the_page_hides() -> None:
    def page(css: str) -> Document:
        text = "".join(f"<p>{one}</p>" for one in LONG)
        return parse_bytes(
            f"<html><head><style>{css}</style></head><body>{text}</body></html>".encode(), "a.html"
        )

    [hit] = look("caracteres", "page_web", page("body{background:#1a1a1a;color:#333333}"))
    assert hit.mark == ".fond"
    assert look("caracteres", "page_web", page("body{background:#1a1a1a;color:#f0f0f0}")) == []
    assert look("caracteres", "page_web", page("body{background:#ffffff;color:#333333}")) == []
