"""A doubt said aloud is settled by yes, no, a number, a rank or a name; other words put it aside."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascom_coach.errors import RefusedInputError
from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.commands import Choose, NextStep, Say
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.schema import Scenario
from tests.rehearsal.conftest import small_scenario

LABELS = {"modele": "le modèle de la lampe", "achat": "la date d’achat"}


def _doubting(*facts: str) -> Rehearsal:
    """The client has just asked which of these facts is meant."""
    tree = small_scenario()
    tree["personnages"]["cliente"]["humeur"]["baisse"].update({"refus": "-1", "interruption": "-1"})
    played = Rehearsal(Stage(Script(Scenario.model_validate(tree), Path(), 0, {})), lambda events: None)
    played.start()
    played.do(NextStep())
    turn = played._turn()
    turn.emit(ev.Clarifying, who="cliente", facts=facts, labels=tuple(LABELS[fact] for fact in facts))
    played._keep(turn)
    return played


@pytest.mark.parametrize(
    "text",
    [
        "oui",
        "Oui.",
        "ouais c’est ça",
        "oui merci",
        "voilà",
        "exactement !",
        "1",
        "le modèle",
        "oui, le modèle",
    ],
)
def test_one_thing_is_confirmed(text: str) -> None:
    played = _doubting("modele")
    played.do(Say(text))
    assert list(played.state.told) == ["modele"]
    assert played.state.pending == ()


@pytest.mark.parametrize("text", ["non", "Non merci.", "pas du tout", "nan", "non, autre chose"])
@pytest.mark.parametrize("facts", [("modele",), ("modele", "achat")])
def test_no_costs_nothing_and_asks_for_other_words(facts: tuple[str, ...], text: str) -> None:
    played = _doubting(*facts)
    events = played.do(Say(text))
    assert played.state.told == {}
    assert played.state.pending == ()
    assert not any(isinstance(event, ev.MoodChanged | ev.ActDetected) for event in events)
    assert played.state.misses == 1
    assert events[-1].name == "said"


@pytest.mark.parametrize(
    "text", ["non, plutôt la date d’achat", "Non, l’achat", "non : je parle de la date d’achat svp"]
)
def test_no_and_the_right_thing(text: str) -> None:
    played = _doubting("modele")
    played.do(Say(text))
    assert list(played.state.told) == ["achat"]


@pytest.mark.parametrize(
    ("text", "fact"),
    [("2", "achat"), ("le deuxième", "achat"), ("numéro 1", "modele"), ("la première", "modele"), ("deux", "achat"),
     ("la date", "achat"), ("plutôt l’achat", "achat"), ("oui, le modèle", "modele"), ("le dernier", "achat")],
)  # fmt: skip
def test_one_of_several(text: str, fact: str) -> None:
    played = _doubting("modele", "achat")
    played.do(Say(text))
    assert list(played.state.told) == [fact]


def test_both_may_be_meant() -> None:
    played = _doubting("modele", "achat")
    played.do(Say("les deux"))
    assert set(played.state.told) == {"modele", "achat"}


def test_yes_to_several_is_asked_again() -> None:
    played = _doubting("modele", "achat")
    events = played.do(Say("oui"))
    assert played.state.told == {}
    assert played.state.pending == ("modele", "achat")
    assert any(event.name == "said" and "modèle" in event.text and "achat" in event.text for event in events)
    played.do(Say("le premier"))
    assert list(played.state.told) == ["modele"]


def test_yes_and_another_question() -> None:
    played = _doubting("modele")
    played.do(Say("Oui, et quelle est la date d’achat ?"))
    assert set(played.state.told) == {"modele", "achat"}


def test_a_doubt_is_gone_once_something_else_was_said() -> None:
    played = _doubting("modele")
    played.do(Say("Je comprends votre agacement."))
    assert played.state.pending == ()
    played.do(Say("oui"))
    assert played.state.told == {}


def test_a_number_that_was_not_offered() -> None:
    with pytest.raises(RefusedInputError, match="oui ou par non"):
        _doubting("modele").do(Choose(2))
    with pytest.raises(RefusedInputError, match="entre 1 et 2"):
        _doubting("modele", "achat").do(Choose(3))


def test_the_question_comes_before_the_choices() -> None:
    """A line door shows how to answer under the question, not above it."""
    played = _doubting("modele", "achat")
    names = [event.name for event in played.do(Say("oui"))]
    assert names[-2:] == ["said", "clarifying"]


def test_what_was_just_refused_is_not_offered_again() -> None:
    played = _doubting("modele")
    reader = played.stage.reader_of("cliente")
    asked = "C’est laquelle, votre lampe ?"
    (free,), (told,) = reader.read(asked), reader.read(asked, refused=("modele",))
    assert free.candidates[0][0] == "modele"
    assert "modele" not in told.facts
    assert dict(told.candidates).get("modele", 0.0) < dict(free.candidates)["modele"] / 10
