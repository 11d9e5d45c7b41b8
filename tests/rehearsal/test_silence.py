"""Silence is noticed in character; from the second time in a row it costs, and words make up for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.commands import Address, NextStep, Say, Tick, Wait
from ascom_coach.rehearsal.events import MoodChanged, Silent
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.schema import Scenario
from tests.rehearsal.conftest import small_scenario


def _played(tree: dict[str, Any] | None = None, *, seed: int = 0) -> Rehearsal:
    tree = tree or small_scenario()
    tree["personnages"]["cliente"]["humeur"]["baisse"]["silence"] = "-1"
    played = Rehearsal(Stage(Script(Scenario.model_validate(tree), Path(), seed, {})), lambda events: None)
    played.start()
    return played


def _last(played: Rehearsal) -> tuple[str, str]:
    line = played.state.transcript[-1]
    return line.who, line.text


def test_a_wait_is_noticed_first_then_it_costs() -> None:
    played = _played()
    played.do(NextStep())
    first = played.do(Wait(1))
    assert [event for event in first if isinstance(event, MoodChanged)] == []
    who, text = _last(played)
    assert who == "cliente"
    assert "?" in text or "entends" in text
    second = played.do(Wait(1))
    moved = [event for event in second if isinstance(event, MoodChanged)]
    assert [(event.delta, event.reason) for event in moved] == [(-1, "vous êtes resté sans répondre")]
    assert _last(played)[1] != text


def test_words_make_up_for_silence() -> None:
    played = _played()
    played.do(NextStep())
    played.do(Wait(1))
    played.do(Say("Je comprends votre agacement."))
    before = played.state.mood["cliente"]
    played.do(Wait(1))
    assert played.state.mood["cliente"] == before
    assert played.state.silences == 1


def test_words_without_a_word_are_a_silence() -> None:
    played = _played()
    played.do(NextStep())
    events = played.do(Say("…"))
    assert any(isinstance(event, Silent) for event in events)
    assert played.state.misses == 0


def test_the_same_line_is_never_said_twice_and_then_nothing() -> None:
    tree = small_scenario()
    tree["personnages"]["cliente"]["silence"] = ["Oui ?", "Alors ?"]
    tree["personnages"]["cliente"]["humeur"]["depart"] = "5"
    played = _played(tree)
    played.do(NextStep())
    before = len(played.state.transcript)
    for _ in range(4):
        played.do(Wait(1))
    said = [line.text for line in played.state.transcript[before:]]
    assert sorted(said) == ["Alors ?", "Oui ?"]


def test_silence_ends_a_conversation_that_mood_ends() -> None:
    tree = small_scenario()
    tree["fins"] = [{"id": "raccroche", "si": {"humeur_max": "0"}, "dit": "Au revoir !"}]
    played = _played(tree)
    played.do(NextStep())
    for _ in range(3):
        played.do(Wait(1))
    assert dict(played.state.closed) == {"appel": "raccroche"}
    before = played.state.n
    played.do(Wait(1))
    assert played.state.n == before + 1, "nobody is there to notice"


def test_nobody_notices_where_nobody_waits() -> None:
    played = _played()
    for command in (Tick(), Wait(0)):
        assert not any(isinstance(event, Silent) for event in played.do(command))
    played.do(NextStep())
    played.do(NextStep())
    assert played.stage.step(played.state.step).type == "production"
    assert not any(isinstance(event, Silent) for event in played.do(Wait(2)))


def test_the_one_spoken_to_notices_on_the_phone_or_face_to_face() -> None:
    played = _played()
    played.do(Wait(1))
    assert _last(played)[0] == "chef"
    assert "Allô" not in _last(played)[1]
    played.do(NextStep())
    played.do(Address("depot"))
    played.do(Wait(1))
    assert _last(played)[0] == "depot"


def test_a_slip_of_the_tongue_is_put_right_at_once_and_worded_by_seed() -> None:
    heard = set()
    for seed in range(8):
        tree = small_scenario()
        tree["etapes"][0]["points"][1] = {
            "id": "p2", "nature": "quantite", "lapsus": "Il en faut dix…", "dit": "Il en faut douze.", "valeur": "12",
        }  # fmt: skip
        said = _played(tree, seed=seed).state.transcript[-1].text
        assert said.startswith("Il en faut dix… ")
        assert said.endswith(" Il en faut douze.")
        heard.add(said)
    assert len(heard) > 1
