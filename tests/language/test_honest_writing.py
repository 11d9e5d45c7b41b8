"""Right French as people type it in notes and messages, beside the near faults that are still found."""

from __future__ import annotations

import datetime as dt

import pytest

from ascom_coach.language import all_values, default_engines, proofread, register_of

RIGHT = (
    ("contexte_et", "11 paniers, dont deux végétariens et un sans gluten"),
    ("contexte_et", "Douze personnes, dont 2 apprentis et 1 stagiaire"),
    ("contexte_cest", "La page annonçait 28 €, c’est 32 €."),
    ("orthographe_mot_inconnu", "La main-d'oeuvre est comptée, ma soeur l'a vu."),
    ("trait_devant_elision", "La main-d'oeuvre est comptée."),
)
WRONG = (
    ("contexte_et", "Le devis et valable trente jours."),
    ("contexte_cest", "Le client c'est trompé de quai."),
    ("pris_pour_se", "Il c’est 3 fois trompé de quai."),
    ("orthographe_mot_inconnu", "La facture est joainte au courrier de ce matin."),
    ("trait_devant_elision", "Un quart-d'heure suffit."),
)


def _rules(said: str) -> set[str]:
    return {one.rule for one in proofread(said, default_engines()).remarks if one.counted}


@pytest.mark.parametrize(("rule", "said"), RIGHT)
def test_what_is_right_is_left_alone(rule: str, said: str) -> None:
    assert rule not in _rules(said)


@pytest.mark.parametrize(("rule", "said"), WRONG)
def test_what_comes_close_and_is_wrong_is_found(rule: str, said: str) -> None:
    found = _rules(said)
    assert rule in found or any(one.endswith("s_est_participe") for one in found)


@pytest.mark.parametrize(
    ("said", "kinds"),
    [
        ("Elle passe à 7 h 45, pour une heure environ.", ["heure", "delai"]),
        ("Venez à 9 h pour deux heures.", ["heure", "delai"]),
        ("La réunion de 9 h est reportée pour onze heures.", ["heure", "heure"]),
        ("Le rendez-vous est pris pour une heure.", ["heure"]),
    ],
)
def test_hours_behind_an_hour_are_how_long_it_lasts(said: str, kinds: list[str]) -> None:
    assert [one.kind for one in all_values(said, dt.date(2026, 11, 16))] == kinds


def test_several_people_are_no_polite_form() -> None:
    assert register_of("Merci à vous deux, tu as bien travaillé.").main == "tutoiement"
    assert register_of("Merci à vous, tu as bien travaillé.").main == "mixte"
