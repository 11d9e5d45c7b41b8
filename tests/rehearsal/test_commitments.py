"""A promise is noticed by the person who gets it; a manager notices work announced after the deadline he said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.commands import Address, NextStep, Say
from ascom_coach.rehearsal.lines import shared
from ascom_coach.scenarios import find_script
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.schema import Scenario
from tests.rehearsal.conftest import small_scenario

NOTICED, LATE = "engagement entendu", "échéance"


def _played(*, mood: int = 3, exam: bool = False, change: Any = None) -> Rehearsal:
    tree = small_scenario()
    tree["personnages"]["cliente"]["humeur"]["depart"] = str(mood)
    if change:
        change(tree)
    played = Rehearsal(
        Stage(Script(Scenario.model_validate(tree), Path(), 0, {}), exam=exam), lambda events: None
    )
    played.start()
    return played


def _client(mood: int) -> Rehearsal:
    played = _played(mood=mood)
    played.do(NextStep())
    return played


def _lines(played: Rehearsal, text: str, reason: str) -> list[str]:
    return [event.text for event in played.do(Say(text)) if event.name == "said" and event.reason == reason]


@pytest.mark.parametrize(
    ("mood", "kind"),
    [(4, "promesse_contente"), (3, "promesse_contente"), (2, "promesse_mefiante"), (1, "promesse_mefiante")],
)  # fmt: skip
def test_a_dated_promise_pleases_or_is_doubted(mood: int, kind: str) -> None:
    (line,) = _lines(_client(mood), "Je vous rappelle demain matin.", NOTICED)
    assert line in shared(kind, "vouvoiement")


@pytest.mark.parametrize("text", ["je m’en occupe", "je vous envoie une lampe neuve"])
def test_by_when_is_asked_once_then_answered(text: str) -> None:
    played = _client(3)
    (line,) = _lines(played, text, NOTICED)
    assert line in shared("promesse_quand", "vouvoiement")
    (line,) = _lines(played, "demain matin", NOTICED)
    assert line in shared("promesse_contente", "vouvoiement")
    (line,) = _lines(played, text, NOTICED)
    assert line not in shared("promesse_quand", "vouvoiement")


def test_soon_is_a_moment_too() -> None:
    (line,) = _lines(_client(3), "Je vous rappelle tout de suite.", NOTICED)
    assert line in shared("promesse_contente", "vouvoiement")


def test_no_reaction_is_said_twice() -> None:
    played = _client(4)
    said = [line for _ in range(6) for line in _lines(played, "Je vous rappelle demain matin.", NOTICED)]
    assert len(said) == len(set(said)) >= 2


@pytest.mark.parametrize(
    "text", ["Je comprends votre agacement.", "demain", "Vous avez acheté la lampe quand ?"]
)
def test_what_is_no_promise_is_not_noticed(text: str) -> None:
    played = _client(3)
    assert not any(event.name == "promised" for event in played.do(Say(text)))
    assert not [
        line for line in played.state.transcript if line.text in shared("promesse_quand", "vouvoiement")
    ]


def test_a_colleague_without_moods_only_hears() -> None:
    played = _client(3)
    played.do(Address("depot"))
    assert _lines(played, "Je te rappelle demain matin.", NOTICED) == []


@pytest.mark.parametrize(
    "text",
    ["ok je m’en occupe pour 14 h", "ce sera prêt demain matin", "je te rends ça cet après-midi",
     "je t’envoie ça à 13h30", "c’est fait pour 15h. Et je lui écris comment ?"],
)  # fmt: skip
def test_work_for_after_the_deadline_is_noticed(text: str) -> None:
    (line,) = _lines(_played(), text, LATE)
    assert line.startswith("Midi")


@pytest.mark.parametrize(
    "text",
    ["ok je m’en occupe pour 11 h", "ce sera prêt avant midi", "je la rappelle à 14 h", "je m’en occupe",
     "je lui écris comment ?", "je peux te rendre ça à 14 h ?"],
)  # fmt: skip
def test_what_is_in_time_or_something_else_is_not(text: str) -> None:
    assert _lines(_played(), text, LATE) == []


def test_work_that_another_point_asks_for_has_its_own_time() -> None:
    script = find_script("chaudiere-du-lundi", seed=0)
    played = Rehearsal(Stage(script), lambda events: None)
    played.start()
    assert _lines(played, "j’envoie le message à l’atelier pour le prochain passage à 14 h", LATE) == []
    (line,) = _lines(played, "la réponse écrite partira à 14 h", LATE)
    assert "onze heures trente" in line.lower()


def test_a_deadline_never_said_is_not_recalled() -> None:
    def unsaid(tree: dict[str, Any]) -> None:
        tree["etapes"][0]["points"][1] = {
            "id": "p2",
            "nature": "delai",
            "valeur": "12:00",
            "dit": "Fais vite.",
        }

    assert _lines(_played(change=unsaid), "ok je m’en occupe pour 14 h", LATE) == []


def test_in_an_exam_he_does_not_say_it_again() -> None:
    (line,) = _lines(_played(exam=True), "ok je m’en occupe pour 14 h", LATE)
    assert "idi" not in line


def test_a_client_knows_no_deadline() -> None:
    assert _lines(_client(3), "Je m’occupe de vous pour 14 h.", LATE) == []
