"""Ways of speaking: they dress what is said and change no fact."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ascom_coach.errors import RefusedInputError
from ascom_coach.rehearsal import Rehearsal, Stage, rehearse_types
from ascom_coach.rehearsal.commands import NextStep, Say
from ascom_coach.scenarios import find_script
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.schema import Manner, Scenario
from tests.rehearsal.conftest import small_scenario


def _played(who: str, manner: str, *, seed: int = 0) -> Rehearsal:
    tree = small_scenario()
    tree["personnages"][who]["manieres"] = manner
    if who == "chef":
        tree["etapes"][0]["points"].append({"id": "p3", "nature": "quoi", "dit": "Et range le dossier."})
    rehearsal = Rehearsal(Stage(Script(Scenario.model_validate(tree), Path(), seed, {})), lambda events: None)
    rehearsal.start()
    return rehearsal


def _said(rehearsal: Rehearsal) -> list[str]:
    return [line.text for line in rehearsal.state.transcript if line.who != "stagiaire"]


def test_a_hurried_manager_is_interrupted_in_the_middle_of_the_instruction() -> None:
    said = _said(_played("chef", "presse"))
    middle = said.index("Avant midi.") - 1
    assert "phon" in said[middle] or "sonne" in said[middle]
    assert said[0] == "Rappelle Mme Petit."
    assert len(said) == 4


def test_a_confused_person_hesitates_then_tells_the_fact_whole() -> None:
    played = _played("cliente", "confus")
    played.do(NextStep())
    played.do(Say("Quel est le modèle de la lampe ?"))
    assert _said(played)[-1].endswith("C’est une Aurore.")
    assert len(_said(played)[-1]) > len("C’est une Aurore.")


def test_a_chatty_person_never_digresses_twice_alike() -> None:
    played = _played("cliente", "bavard")
    played.do(NextStep())
    for question in (
        "Quel est le modèle de la lampe ?",
        "Quand l’avez-vous achetée ?",
        "Et le modèle ?",
        "C’est quelle lampe ?",
    ):
        played.do(Say(question))
    digressions = [text for text in _said(played) if "Aurore" not in text and "février" not in text][1:]
    assert len(digressions) >= 3
    assert len(set(digressions)) == len(digressions)


def test_a_tenacious_person_refuses_a_hollow_goodbye_twice() -> None:
    played = _played("cliente", "tenace")
    played.do(NextStep())
    for _ in range(2):
        played.do(Say("Au revoir."))
        assert not played.state.closed
    played.do(Say("Au revoir."))
    assert played.state.closed


def test_a_tenacious_person_lets_go_once_something_is_promised() -> None:
    played = _played("cliente", "tenace")
    played.do(NextStep())
    played.do(Say("Je vous rappelle demain à 10 h."))
    played.do(Say("Au revoir."))
    assert played.state.closed


@pytest.mark.parametrize(
    ("answer", "kept"),
    [
        ("Je ne peux pas vous communiquer les coordonnées d’une autre cliente.", True),
        ("C’est confidentiel, je suis désolée.", True),
        ("Parlons plutôt de votre lampe.", True),
        ("Oui, c’est le 06 39 98 11 22.", False),
        ("Elle a payé 80 euros.", False),
    ],
)
def test_an_indiscreet_person_asks_once_and_the_answer_is_weighed(answer: str, kept: bool) -> None:
    played = _played("cliente", "indiscret")
    played.do(NextStep())
    for line in ("Bonjour Madame.", "Quel est le modèle de la lampe ?", "Je comprends."):
        played.do(Say(line))
    assert played.state.pending_secret == "cliente"
    played.do(Say(answer))
    assert [found for _, found in played.state.secrets] == [kept]
    played.do(Say("Je vous écoute."))
    assert len(played.state.secrets) == 1


def test_an_unknown_manner_is_refused() -> None:
    tree = small_scenario()
    tree["personnages"]["cliente"]["manieres"] = ["fantasque"]
    with pytest.raises((ValueError, RefusedInputError)):
        Scenario.model_validate(tree)


LONG = (
    "Je vais tout d’abord vérifier dans notre logiciel interne les éléments qui figurent au dossier, puis je me "
    "rapprocherai du service compétent afin de déterminer la suite, et pendant ce temps, "
    "quel est le modèle de la lampe ?"
)


def test_who_speaks_little_french_stops_a_long_turn_then_answers_a_short_one() -> None:
    played = _played("cliente", "etranger")
    played.do(NextStep())
    for _ in range(2):
        reasons = [
            event.reason for event in played.do(Say(LONG)) if event.name == "said" and event.who == "cliente"
        ]
        assert reasons == ["plus simplement"]
    assert played.state.told == {}
    played.do(Say(LONG))
    assert "modele" in played.state.told, "two are enough: nobody is kept waiting for ever"
    assert len(set(_said(played))) == len(_said(played))


def test_a_short_turn_or_another_person_is_not_stopped() -> None:
    for manner, text in (("etranger", "Quel est le modèle de la lampe ?"), ("confus", LONG)):
        played = _played("cliente", manner)
        played.do(NextStep())
        played.do(Say(text))
        assert "modele" in played.state.told


@pytest.mark.parametrize("manner", ["confus", "bavard", "tenace", "etranger", "indiscret", "presse"])
@pytest.mark.parametrize("name", ["chaudiere-du-lundi"])
def test_a_good_trainee_succeeds_whatever_the_manner(name: str, manner: Manner) -> None:
    script = find_script(name, seed=0)
    people = {
        who: person.model_copy(update={"manieres": (manner,), "repliques_de_maniere": {}})
        for who, person in script.scenario.personnages.items()
    }
    script = replace(script, scenario=script.scenario.model_copy(update={"personnages": people}))
    (excellent,) = rehearse_types(script, ["excellent"])
    assert excellent.missed == ()
    assert excellent.end == script.scenario.fins[0].id
