"""What comes before the matter asks for no fact and gets the answer that a person would give."""

from __future__ import annotations

import pytest

from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.commands import Address, NextStep, Say
from ascom_coach.rehearsal.events import Clarifying, Granted, Said
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.understanding.small_talk import approach
from ascom_coach.scenarios import find_script


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("salut, c'est le bureau, je te dérange pas trop ?", "un_moment"),
        ("t'as deux minutes pour l'inventaire ?", "un_moment"),
        ("j'ai encore deux trois questions", "un_moment"),
        ("j'ai besoin de toi pour les paniers", "un_moment"),
        ("yanis ? c'est moi, tu peux parler ?", "un_moment"),
        ("bonjour monsieur, vous allez bien ?", "va_bien"),
        ("coucou, pas trop de monde à la boutique ?", "va_bien"),
        ("et votre maman, elle va bien quand même ?", "va_bien_autrui"),
        ("bonjour, c'est pour les repas de l'inventaire", "motif"),
        ("je vous appelle au sujet de la facture", "motif"),
    ],
)
def test_an_approach(text: str, kind: str) -> None:
    assert approach(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "c'est pour quand ?",
        "bonjour, c'est pour les pros aussi",
        "tu as combien de minutes ?",
        "ça va durer longtemps ?",
        "vous êtes disponible mardi ?",
        "il me faudrait des précisions sur la date",
        "tu as une minute pour me dire la date ?",
        "je vous appelle pour savoir votre numéro",
        "tu vas bien venir samedi ?",
        "tu peux leur parler ?",
    ],
)
def test_a_question_is_no_approach(text: str) -> None:
    assert approach(text) is None


def _shop() -> Rehearsal:
    played = Rehearsal(Stage(find_script("la-journee-du-greffage", seed=0)), lambda events: None)
    played.start()
    played.do(NextStep())
    played.do(Address("collegue"))
    return played


def test_it_is_answered_as_such() -> None:
    events = _shop().do(Say("t as deux minutes ?"))
    lines = [event.text for event in events if isinstance(event, Said) and event.who == "collegue"]
    assert len(lines) == 1
    assert lines[0] in shared("un_moment", "tutoiement")
    assert not any(isinstance(event, Clarifying | Granted) for event in events)


def test_a_question_beside_it_is_answered_all_the_same() -> None:
    events = _shop().do(Say("ça va ? on ferme les inscriptions quand ?"))
    assert [event.fact for event in events if isinstance(event, Granted)] == ["date_limite"]
