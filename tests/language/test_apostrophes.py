"""Apostrophes typed as spaces come back; initials, units, lists and « tu es » cut short stay as they are."""

from __future__ import annotations

import pytest

from ascom_coach.language import rejoined


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("l atelier d abord", "l'atelier d'abord"),
        ("c etait qu il n a pas compris", "c'etait qu'il n'a pas compris"),
        ("s il te plait", "s'il te plait"),
        ("aujourd hui jusqu a midi, quelqu un", "aujourd'hui jusqu'a midi, quelqu'un"),
        ("t inquiete pas, je t envoie ca", "t'inquiete pas, je t'envoie ca"),
        ("t en fais pas", "t'en fais pas"),
        ("J ai lu", "J'ai lu"),
    ],
)
def test_the_apostrophe_comes_back(typed: str, meant: str) -> None:
    assert rejoined(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "vitamine D est bonne",
        "un l et un m",
        "option d\net la suite",
        "t arrivé quand",
        "t en retard",
        "c urgent",
        "l’atelier d'abord",
        "le dossier C est vide",
    ],
)
def test_what_is_no_cut_word_stays(text: str) -> None:
    assert rejoined(text) == text


def test_a_unit_stays_a_unit() -> None:
    assert rejoined("10 l au total") == "10 l au total"
