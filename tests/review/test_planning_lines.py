"""Plannings written as lines: the same looks as in tables, and nothing on sound ones nor on letters that give hours."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from ascom_coach.documents import Document, parse_bytes
from ascom_coach.review.plannings.holds import clashes
from ascom_coach.review.plannings.slots import read_slots
from tests.documents.builders import docx, odf
from tests.review import material

TODAY = dt.date(2026, 3, 16)
LAYOUTS = ("txt", "docx", "odt", "html")

ONE_LINE = (
    "Planning de la semaine",
    "Lundi 9 h – 11 h : point devis, Inès (salle Ronsard)",
    "Lundi 11 h – 12 h : appel fournisseur, Inès",
    "Lundi 9 h – 10 h : entretien, Paul (salle Balzac)",
    "Mardi 14 h – 16 h (2 h) : formation, Inès",
)
UNDER_DAYS = (
    "Planning",
    "Lundi",
    "8 h 30 à 12 h : Inès, accueil",
    "8 h 30 à 12 h : Paul, réserve",
    "13 h 30 à 17 h : Inès, commandes",
    "Mardi",
    "9h-12h : Paul, accueil",
    "13h30-17h : Paul, accueil",
)
UNDER_PEOPLE = (
    "Planning de mars",
    "Inès Baron",
    "lundi 9 h - 12 h, lundi 14 h - 17 h, mardi 9 h - 12 h",
    "jeudi 14 h - 17 h",
    "Paul Guérin",
    "lundi 9 h - 12 h et 14 h - 17 h",
    "vendredi 9 h - 12 h",
)
OWN = (
    "Agenda de Mme Baron",
    "Lundi : 9 h – 10 h 30 réunion d’équipe ; 10 h 30 – 11 h rappel des clients",
    "Mardi : 14 h – 16 h, soit 2 h, saisie des factures",
    "Mercredi : de 9 h à 12 h, classement",
)
SOUND = {"one_line": ONE_LINE, "under_days": UNDER_DAYS, "under_people": UNDER_PEOPLE, "own": OWN}


def planning(lines: tuple[str, ...], layout: str) -> Document:
    """The same lines as a text, as bullets of Word or LibreOffice, as a page."""
    if layout == "txt":
        return parse_bytes("\n".join(lines).encode(), "planning.txt")
    if layout == "docx":

        def build(document: Any) -> None:
            document.add_heading(lines[0], 1)
            for line in lines[1:]:
                document.add_paragraph(line, style="List Bullet" if " h" in line else None)

        return parse_bytes(docx(build), "planning.docx")
    if layout == "html":
        items = "".join(f"<li>{line}</li>" for line in lines[1:])
        return parse_bytes(
            f"<html><body><h1>{lines[0]}</h1><ul>{items}</ul></body></html>".encode(), "planning.html"
        )
    items = "".join(f"<text:p>{line}</text:p>" for line in lines)
    return parse_bytes(odf("text", items), "planning.odt")


def changed(lines: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    assert any(old in line for line in lines)
    return tuple(line.replace(old, new, 1) for line in lines)


FAULTS = {
    "same_person": (ONE_LINE, "11 h – 12 h", "10 h – 12 h", "chevauchement", "se chevauchent pour « Inès », lundi"),
    "same_room": (ONE_LINE, "salle Balzac", "salle Ronsard", "chevauchement", "« salle Ronsard », lundi"),
    "backwards": (ONE_LINE, "14 h – 16 h", "16 h – 14 h", "ordre", "finit avant de commencer : de 16 h à 14 h"),
    "length": (ONE_LINE, "(2 h)", "(3 h)", "duree", "La durée n’est pas celle qui va de 14 h à 16 h"),
    "under_days": (UNDER_DAYS, "13 h 30 à 17 h", "11 h 30 à 17 h", "chevauchement", "« Inès », lundi"),
    "under_days_later": (UNDER_DAYS, "13h30-17h", "11h30-17h", "chevauchement", "« Paul », mardi"),
    "under_people": (UNDER_PEOPLE, "lundi 14 h - 17 h", "lundi 11 h - 17 h", "chevauchement", "« Inès Baron », lundi"),
    "joined": (UNDER_PEOPLE, "et 14 h - 17 h", "et 11 h - 17 h", "chevauchement", "« Paul Guérin », lundi"),
    "own": (OWN, "10 h 30 – 11 h", "10 h – 11 h", "chevauchement", "« Mme Baron », lundi"),
    "own_length": (OWN, "soit 2 h", "soit 3 h", "duree", "de 14 h à 16 h"),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", FAULTS)
def test_what_cannot_hold_is_told(name: str, layout: str) -> None:
    lines, old, new, kind, words = FAULTS[name]
    document = planning(changed(lines, old, new), layout)
    [found] = clashes(read_slots(document, TODAY))
    assert found.kind == kind
    assert words in found.message.replace("\u00a0", " ")
    assert new.strip("()") in found.place[1]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", SOUND)
def test_sound_lines_bring_nothing(name: str, layout: str) -> None:
    slots = read_slots(planning(SOUND[name], layout), TODAY)
    assert len(slots) >= 4
    assert all(slot.weekday is not None and slot.who for slot in slots)
    assert clashes(slots) == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "lines",
    [
        ("Note", "Nos horaires : lundi 9 h – 12 h, mardi 9 h – 12 h, mercredi 9 h – 12 h."),
        ("Courrier", "Je vous propose lundi de 9 h à 11 h ou mardi de 14 h à 16 h.", "Bien à vous, Inès"),
        ("Note", "Ouverture lundi 18 h – 9 h", "Fermé mardi 9 h – 8 h", "Standard jeudi 12 h – 9 h"),
        ("Semaines", "Semaine A", "Lundi 9 h – 12 h : Inès", "Mardi 9 h – 12 h : Paul", "Semaine B",
         "Lundi 9 h – 11 h : Inès", "Mardi 9 h – 12 h : Paul"),
        ("Deux semaines", "Lundi 9 h – 12 h : Inès", "Vendredi 9 h – 12 h : Paul", "Lundi 9 h – 11 h : Inès"),
        ("Nuit", "Lundi 22 h – 6 h : Inès", "Mardi 22 h – 6 h : Paul", "Mercredi 22 h – 6 h : Inès"),
        ("Équipe", "Lundi 9 h – 12 h : Réunion", "Lundi 9 h – 12 h : Accueil", "Mardi 10 h – 12 h : Stock"),
        ("Réunion", "Lundi 9 h – 10 h : point du lundi, Inès", "Lundi 9 h – 10 h : point du lundi, Paul et Inès",
         "Mardi 9 h – 10 h : Paul"),
        ("Corrections", "Lundi 9 h – 12 h : Inès", "Mardi 9 h – 12 h : Paul", "Lundi 10 h – 11 h : Inès, annulé"),
    ],
)  # fmt: skip
def test_ordinary_lines_are_left_alone(lines: tuple[str, ...], layout: str) -> None:
    assert clashes(read_slots(planning(lines, layout), TODAY)) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_without_a_contract_it_is_to_be_checked(layout: str) -> None:
    document = planning(changed(ONE_LINE, "11 h – 12 h", "10 h – 12 h"), layout)
    result = material.draft_review(document, production="P2.2")
    told = [one for one in result.findings if one.check == "brouillon:creneaux"]
    assert [one.status for one in told] == ["a_verifier"]
    sound = material.draft_review(planning(ONE_LINE, layout), production="P2.2")
    assert {one.status for one in sound.findings if one.check == "brouillon:creneaux"} == {"conforme"}
