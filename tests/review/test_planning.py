# ruff: noqa: E501 -- a row stays on one line
"""Plannings: somebody twice at once, an end before a start, a wrong duration, a closed day; nothing on sound ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.review import load_instruction, read_instruction
from tests.review import material, ordinary

Rows = Sequence[Sequence[Any]]
LAYOUTS = ("xlsx", "ods", "docx", "odt")

EVENTS: Rows = (
    ("Date", "Début", "Fin", "Durée", "Personne", "Salle", "Objet"),
    ("lundi 16 mars 2026", "9 h", "10 h 30", "1 h 30", "Inès Baron", "Salle Ronsard", "Point devis"),
    ("lundi 16 mars 2026", "10 h 30", "12 h", "1 h 30", "Inès Baron", "Salle Ronsard", "Fournisseur"),
    ("lundi 16 mars 2026", "9 h", "10 h", "1 h", "Paul Guérin", "Salle Balzac", "Entretien"),
    ("mardi 17 mars 2026", "14 h", "16 h", "2 h", "Inès Baron", "Salle Ronsard", "Formation"),
)
WEEK: Rows = (
    ("Personne", "Lundi 16", "Mardi 17", "Mercredi 18", "Jeudi 19"),
    ("Inès", "8 h - 12 h accueil", "13 h - 17 h", "repos", "8 h - 12 h"),
    ("Paul", "13 h - 17 h", "8 h - 12 h", "8 h - 12 h\n13 h - 15 h", "repos"),
    ("Maya", "repos", "repos", "13 h - 17 h", "13 h - 17 h"),
)
POSTS: Rows = (
    ("Poste", "Lundi", "Mardi", "Mercredi"),
    ("Accueil", "Inès", "Paul", "Maya"),
    ("Caisse", "Paul", "Maya", "Inès"),
    ("Réserve", "Maya", "Inès", "Paul"),
)
HOURS: Rows = (
    ("Horaire", "Lundi", "Mardi", "Mercredi"),
    ("8 h - 10 h", "Inès", "Paul", "Maya"),
    ("10 h - 12 h", "Inès", "Paul", "Maya"),
    ("14 h - 16 h", "Paul", "Maya", "Inès"),
)


def planning(rows: Rows, layout: str) -> Document:
    """The same table in a workbook or in a text."""
    if layout == "xlsx":
        return parse_bytes(ordinary.sheet(rows, title="Planning"), "planning.xlsx")
    if layout == "ods":
        return material.ods(rows, "planning.ods", "Planning")
    make = {"docx": ordinary.word, "odt": ordinary.writer}[layout]
    return parse_bytes(make("Planning de la semaine", [list(row) for row in rows]), f"planning.{layout}")


def spoilt(rows: Rows, at: tuple[int, int], text: str) -> Rows:
    """The rows with one cell changed."""
    return [[text if (r, c) == at else cell for c, cell in enumerate(row)] for r, row in enumerate(rows)]


FAULTS: dict[str, tuple[Rows, tuple[int, int], str, str, str]] = {
    # name: (rows, cell, what is written there, words of the message, quote)
    "same_person": (EVENTS, (2, 1), "10 h", "chevauchent pour « Inès Baron »", "10 h"),
    "same_room": (EVENTS, (3, 5), "Salle Ronsard", "« Salle Ronsard »", ""),
    "end_before_start": (EVENTS, (4, 2), "13 h", "finit avant de commencer", "13 h"),
    "wrong_length": (EVENTS, (4, 3), "3 h", "La durée", "3 h"),
    "twice_in_a_cell": (WEEK, (2, 3), "8 h - 12 h\n11 h - 15 h", "chevauchent pour « Paul »", "11 h - 15 h"),
    "same_person_two_rows": (WEEK, (3, 0), "Paul", "« Paul »", ""),
    "two_posts": (POSTS, (3, 1), "Paul", "« Paul » est à deux endroits", "Paul"),
    "hours_that_overlap": (HOURS, (2, 0), "9 h - 12 h", "chevauchent", ""),
}  # fmt: skip


def told(result: Any) -> list[Any]:
    """Remarks on slots."""
    wrong = [one for one in result.findings if one.status in ("defaut", "a_verifier")]
    return [one for one in wrong if one.check in ("brouillon:creneaux", "creneaux")]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_hold_is_to_be_checked_without_a_contract(name: str, layout: str) -> None:
    rows, at, text, words, quote = FAULTS[name]
    if name == "same_person_two_rows":
        rows = spoilt(rows, (3, 3), "9 h - 11 h")
    found = told(material.draft_review(planning(spoilt(rows, at, text), layout), production="P2.2"))
    assert found
    assert {one.status for one in found} == {"a_verifier"}
    assert found[0].criterion == "K2.4"
    assert words in found[0].message
    assert quote in found[0].quote
    assert found[0].hint


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("rows", [EVENTS, WEEK, POSTS, HOURS], ids=["events", "week", "posts", "hours"])
def test_a_sound_planning_brings_no_remark(rows: Rows, layout: str) -> None:
    result = material.draft_review(planning(rows, layout), production="P2.2")
    assert [
        one
        for one in result.findings
        if one.check.startswith("brouillon:") and one.status in ("defaut", "a_verifier")
    ] == []
    assert any(one.check == "brouillon:creneaux" and one.status == "conforme" for one in result.findings)


def test_typed_dates_and_hours_are_read_as_well() -> None:
    day = dt.date(2026, 3, 16)
    rows = [
        ["Réservations"], ["Date", "Heure de début", "Heure de fin", "Durée (h)", "Salle"],
        [day, dt.time(9), dt.time(11), 2, "Balzac"], [None, dt.time(10, 30), dt.time(12), 1.5, "Balzac"],
    ]  # fmt: skip
    [found] = told(material.draft_review(planning(rows, "xlsx"), production="P2.2"))
    assert "de 9 h à 11 h et de 10 h 30 à 12 h" in found.message
    assert found.locator.ref == "Planning!B4"
    rows[3][1] = dt.time(11)
    [found] = told(material.draft_review(planning(rows, "xlsx"), production="P2.2"))
    assert found.locator.ref == "Planning!D4"
    rows[3][3] = 1
    assert told(material.draft_review(planning(rows, "xlsx"), production="P2.2")) == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "rows",
    [
        # one meeting, a row a participant
        [EVENTS[0], EVENTS[1], (*EVENTS[1][:4], "Maya Costa", *EVENTS[1][5:])],
        # a night shift, a lunch left out of the duration, a break in its column
        [("Jour", "Début", "Fin", "Durée", "Agent", "Poste"), ("lundi", "22 h", "6 h", "8 h", "Ali", "Garde"), ("mardi", "9 h", "17 h", "7 h", "Ana", "Accueil")],
        [("Jour", "Début", "Fin", "Pause", "Durée", "Agent"), ("lundi", "8 h", "16 h 30", "30 min", "8 h", "Ali"), ("mardi", "9 h", "12 h", "", "3 h", "Ana")],
        # two weeks in one table, without dates
        [("Jour", "Début", "Fin", "Agent"), ("lundi", "9 h", "12 h", "Ali"), ("vendredi", "9 h", "12 h", "Ali"), ("lundi", "10 h", "12 h", "Ali")],
        # hours worked are no hours of the clock
        [("Nom", "Jour", "Heures", "Tâche"), ("Ali", "lundi", "3 h", "Devis"), ("Ali", "lundi", "3 h", "Stock"), ("Ana", "mardi", "7 h", "Devis"), ("Ana", "mardi", "7 h", "Stock")],
        # tasks of several days run side by side
        [("Tâche", "Responsable", "Début", "Fin"), ("Catalogue", "Ali", "02/03/2026", "13/03/2026"), ("Salon", "Ali", "09/03/2026", "20/03/2026")],
        # everybody does the same thing, nobody is there twice
        [("Personne", "Lundi", "Mardi", "Mercredi"), ("Ali", "accueil", "stocks", "repos"), ("Ana", "accueil", "stocks", "repos")],
        # a post that is closed, a word that is nobody's name
        [("Poste", "Lundi", "Mardi", "Mercredi"), ("Accueil", "Fermé", "Ali", "Repos"), ("Caisse", "Fermé", "Ana", "Repos")],
        # several tasks in one day, several rooms in one day
        [("Tâche", "Lundi", "Mardi", "Mercredi"), ("Courrier", "Ali", "Ana", "Ali"), ("Devis", "Ali", "Ali", "Ali")],
        [("Salle", "Lundi", "Mardi", "Mercredi"), ("Ronsard", "Ali", "Ana", "Ali"), ("Balzac", "Ali", "Ali", "Ana")],
        # a number of people at each post
        [("Poste", "Lundi", "Mardi", "Mercredi"), ("Accueil", "2", "2", "1"), ("Caisse", "2", "1", "1")],
        # a working day in two parts
        [("Agent", "Jour", "Début matin", "Fin matin", "Début après-midi", "Fin après-midi", "Total"), ("Ali", "lundi", "8 h", "12 h", "13 h", "16 h", "7 h"), ("Ana", "lundi", "8 h 30", "12 h", "13 h 30", "17 h", "7 h")],
    ],
)  # fmt: skip
def test_ordinary_plannings_are_left_alone(rows: Rows, layout: str) -> None:
    assert told(material.draft_review(planning(rows, layout), production="P2.2")) == []


CONTROL = {
    "id": "creneaux",
    "type": "creneaux",
    "critere": "K1.3",
    "ouverture": ["du lundi au vendredi de 9 h à 18 h"],
}


def made(**more: Any) -> Any:
    """A scenario with a planning."""
    production = {
        "id": "planning", "type": "classeur", "titre": "Le planning", "referentiel": ["P2.2"],
        "formats": ["xlsx", "ods", "docx", "odt"], "controles": [{**CONTROL, **more}],
    }  # fmt: skip
    return material.scenario(production, jours_feries=["2026-03-19"])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_with_a_contract_each_clash_is_a_defect(layout: str) -> None:
    clean = material.review(made(), planning(EVENTS, layout), production="planning")
    assert material.only(clean).status == "conforme"
    for at, text, words in (
        ((2, 1), "10 h", "chevauchent"),
        ((4, 2), "13 h", "avant de commencer"),
        ((4, 3), "4 h", "La durée"),
        ((4, 0), "samedi 21 mars 2026", "jour de fermeture (samedi 21/03/2026)"),
        ((4, 0), "lundi 6 avril 2026", "jour férié (lundi 06/04/2026)"),
        ((4, 0), "jeudi 19 mars 2026", "jour férié"),
        ((3, 1), "8 h", "heures d’ouverture"),
    ):
        rows = spoilt(EVENTS, at, text) if at != (3, 1) else spoilt(spoilt(EVENTS, at, text), (3, 3), "2 h")
        found = told(material.review(made(), planning(rows, layout), production="planning"))
        assert [one.status for one in found] == ["defaut"], (at, [one.message for one in found])
        assert words in found[0].message
        assert found[0].severity == "majeur"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_names_of_the_contract_are_looked_for_in_the_cells(layout: str) -> None:
    rows = (
        ("Heure", "Salle Ronsard", "Salle Balzac", "Bureau 2"),
        ("9 h - 10 h", "Devis avec Inès", "", "Paul"), ("10 h - 11 h", "", "Entretien (Inès)", "Paul"),
    )  # fmt: skip
    script = made(noms=["Inès", "Paul"])
    assert (
        material.only(material.review(script, planning(rows, layout), production="planning")).status
        == "conforme"
    )
    twice = spoilt(rows, (1, 2), "Inès et Maya")
    [found] = told(material.review(script, planning(twice, layout), production="planning"))
    assert "« Inès »" in found.message


def test_a_planning_without_hours_is_a_defect_of_its_contract() -> None:
    rows = [("Semaine", "Titulaire"), ("12", "Ali"), ("13", "Ana")]
    assert (
        material.only(material.review(made(), planning(rows, "xlsx"), production="planning")).status
        == "defaut"
    )


def test_opening_hours_that_say_nothing_are_refused() -> None:
    from pydantic import ValidationError

    with pytest.raises(ValidationError, match="je ne lis pas de jours"):
        made(ouverture=["comme d’habitude"])


INSTRUCTION = (
    "Prépare le planning de la semaine du 16 mars. L’agence est ouverte du lundi au vendredi de 9 h à 12 h et de 14 h à 18 h. "
    "Merci de le terminer avant ce soir."
)  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_instruction_gives_the_days_and_hours(layout: str) -> None:
    read = read_instruction(INSTRUCTION)
    [when] = [one for one in read.demands if one.sort == "ouverture"]
    assert when.role == "limite"
    assert not [one for one in read.demands if one.sort == "heure" and one.role == "a_trouver"]

    def asked(rows: Rows, instruction: Any) -> list[Any]:
        result = material.draft_review(planning(rows, layout), production="P2.2", instruction=instruction)
        return [one for one in result.findings if "quand on peut placer" in one.message]

    assert [one.status for one in asked(EVENTS, INSTRUCTION)] == ["conforme"]
    late = spoilt(spoilt(EVENTS, (4, 2), "19 h"), (4, 3), "5 h")
    [doubt] = asked(late, INSTRUCTION)
    assert doubt.status == "a_verifier"
    assert "lu dans la consigne" in doubt.message
    listed = f"demandes:\n- {{role: limite, sorte: ouverture, valeur: '{when.value}'}}\n"
    [defect] = asked(late, load_instruction(listed, "liste.yaml"))
    assert defect.status == "defaut"
    assert defect.quote == "14 h"


def test_hours_of_a_letter_are_still_to_be_written() -> None:
    read = read_instruction(
        "Réponds à Mme Petit que nos bureaux sont ouverts du lundi au vendredi de 9 h à 18 h."
    )
    assert not [one for one in read.demands if one.sort == "ouverture"]
    assert [one.value for one in read.demands if one.sort == "heure"]
