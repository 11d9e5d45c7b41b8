"""A summary is checked against what was told."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.commands import NextStep, Say
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.schema import Scenario
from tests.rehearsal.conftest import small_scenario


def _played(*lines: str) -> tuple[Rehearsal, list[object]]:
    tree = small_scenario()
    tree["faits"] += [
        {"id": "paiement", "qui": "cliente", "porte_sur": "le prix payé", "valeur": "84 euros",
         "reponses": ["Je l’ai payée {valeur}."], "mots_cles": ["prix", "payé"],
         "questions": ["Combien l’avez-vous payée ?", "Quel prix ?", "Vous avez réglé combien ?", "À quel prix ?"]},
    ]  # fmt: skip
    stage = Stage(Script(Scenario.model_validate(tree), Path(), 0, {}))
    rehearsal = Rehearsal(stage, lambda events: None)
    rehearsal.start()
    rehearsal.do(NextStep())
    events: list[object] = []
    for line in lines:
        events = list(rehearsal.do(Say(line)))
    return rehearsal, events


def _names(events: list[object]) -> list[str]:
    return [type(event).__name__ for event in events]


def test_a_wrong_summary_is_put_right_and_earns_nothing() -> None:
    played, events = _played(
        "Quand avez-vous acheté la lampe ?", "Si je résume, vous l’avez achetée le 20 février."
    )
    assert "Misquoted" in _names(events)
    assert "lundi 23 février" in played.state.transcript[-1].text
    assert "vous avez reformulé" not in [point.reason for point in played.state.mood_curve]


@pytest.mark.parametrize(
    "summary",
    [
        "Si je résume, vous l’avez achetée lundi 23 février.",
        "Si je résume, vous l’avez achetée le 23/02 et je vous rappelle jeudi 5 mars.",
        "Si je récapitule, votre lampe est cassée et vous attendez une solution.",
        "Si je résume, vous l’avez payée 90 euros.",
    ],
)
def test_a_right_summary_or_what_was_not_told_is_left_alone(summary: str) -> None:
    _, events = _played("Quand avez-vous acheté la lampe ?", summary)
    assert "Misquoted" not in _names(events)


def test_a_day_rightly_said_is_not_put_right_because_of_another() -> None:
    _, events = _played(
        "Quand avez-vous acheté la lampe ?",
        "Je récapitule : achetée le 23 février, et vous êtes disponible le 20 mars.",
    )
    assert "Misquoted" not in _names(events)


def test_among_two_amounts_the_one_named_is_put_right() -> None:
    played, events = _played("Combien l’avez-vous payée ?", "Si je résume, un prix de 48 euros.")
    assert "Misquoted" in _names(events)
    assert "84 euros" in played.state.transcript[-1].text
