"""A manager's words may be asked for again; a trainee who says them back is not answered as if asking."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.again import apart
from ascom_coach.rehearsal.commands import Say
from ascom_coach.rehearsal.events import Granted, Said
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.scenarios import find_script

BUDGET = "Le repas de midi, seize euros par tête, pas un centime de plus."


def manager(exam: bool = False) -> Rehearsal:
    played = Rehearsal(Stage(find_script("compter-la-toile", seed=0), exam=exam), lambda events: None)
    played.start()
    return played


def answers(played: Rehearsal, text: str) -> list[str]:
    return [
        event.text for event in played.do(Say(text)) if isinstance(event, Said) and event.who == "directrice"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "C’est combien par tête pour le repas, déjà ?",
        "le repas c combien max",
        "je peux dépenser combien pour manger",
    ],
)
def test_a_point_comes_back_in_the_same_words(text: str) -> None:
    played = manager()
    before = played.state.told
    assert answers(played, text)[-1].endswith(BUDGET)
    assert played.state.told == before


def test_nothing_comes_back_that_was_not_heard() -> None:
    played = manager()
    text = "C’est combien par tête pour le repas ?"
    readings = played.stage.reader_of("directrice").read(text)
    assert apart(Turn(played.stage, played.state, 0.0, True), readings)[1]
    silent = replace(played.state, points_heard=frozenset())
    assert apart(Turn(played.stage, silent, 0.0, True), readings)[1] == []


@pytest.mark.parametrize(
    "text", [BUDGET, "Donc seize euros par personne pour le repas.", "ok 16 € le repas par tete"]
)
def test_what_is_said_back_asks_nothing(text: str) -> None:
    played = manager()
    events = played.do(Say(text))
    assert not any(isinstance(event, Granted) for event in events)
    assert not any(isinstance(event, Said) and event.reason in ("redit", "pas compris") for event in events)


def test_in_an_exam_he_refers_back_and_repeats_nothing() -> None:
    played = manager(exam=True)
    lines = answers(played, "C’est combien par tête pour le repas, déjà ?")
    assert lines
    assert not any("seize" in line for line in lines)


def test_other_people_are_not_asked_for_it() -> None:
    stage = Stage(find_script("compter-la-toile", seed=0))
    assert stage.reader_of("chef") is stage.reader
    assert stage.reader_of("directrice") is not stage.reader
