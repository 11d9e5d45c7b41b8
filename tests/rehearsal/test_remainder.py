"""Of two questions, the one that nobody can answer gets its dodge too; one that was answered already gets none."""

from __future__ import annotations

import pytest

from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.commands import Address, NextStep, Say
from ascom_coach.scenarios import find_script
from ascom_coach.scenarios.loader import Script


def _answers(script: Script, text: str, *, call: bool = True) -> list[tuple[str, str]]:
    played = Rehearsal(Stage(script), lambda events: None)
    played.start()
    if call:
        played.do(NextStep())
    events = played.do(Say(text))
    return [
        (event.text, event.reason) for event in events if event.name == "said" and event.who != "stagiaire"
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("C’est quelle lampe et quelle est la couleur ?", "la couleur"),
        ("quel est le modele de la lampe, et vous aimez quoi comme musique ?", "la musique"),
        ("Quand l’avez-vous achetée ? Et quel est le poids ?", "le poids"),
    ],
)
def test_the_other_question_gets_its_dodge(script: Script, text: str, subject: str) -> None:
    told, dodge = _answers(script, text)
    assert told[1] == "demandé"
    assert dodge[1] == "ne sait pas"
    assert f"Pour {subject}," in dodge[0]


def test_the_authors_own_dodge_comes_first() -> None:
    script = find_script("chaudiere-du-lundi", seed=0)
    own = next(decoy.reponses for decoy in script.scenario.leurres if decoy.id == "marque-chaudiere")
    lines = [
        text
        for text, _ in _answers(script, "Vous avez votre numéro de dossier et la marque de la chaudière ?")
    ]
    assert any(line in own for line in lines)
    assert any("I-2418" in line for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "C’est quelle lampe ?",
        "Quel est le modèle de la lampe et quand l’avez-vous achetée ?",
        "Bonjour, vous allez bien ? C’est quelle lampe ?",
        "Merci. Quand l’avez-vous achetée, s’il vous plaît ?",
        "Vous l’avez achetée quand, exactement, ça fait combien de temps ?",
    ],
)
def test_nothing_is_dodged_when_all_was_answered(script: Script, text: str) -> None:
    assert {reason for _, reason in _answers(script, text)} == {"demandé"}


def test_a_second_question_without_a_noun_is_not_left_in_silence(script: Script) -> None:
    lines = _answers(script, "Quel est le modèle de la lampe ? Et qui vous a conseillée ?")
    assert lines[-1][1] == "ne sait pas"
    assert "Pour le reste" in lines[-1][0]


def test_what_an_answer_already_holds_is_not_denied() -> None:
    """The slot told holds its hour: one does not say that one ignores the hour."""
    script = find_script("chaudiere-du-lundi", seed=0)
    played = Rehearsal(Stage(script), lambda events: None)
    played.start()
    played.do(NextStep())
    played.do(Address("technicien"))
    events = played.do(Say("tu peux passer quel jour et a quelle heure ?"))
    assert [event.reason for event in events if event.name == "said" and event.who == "technicien"] == [
        "demandé"
    ]


def test_what_the_person_may_know_is_not_denied(script: Script) -> None:
    lines = _answers(script, "Quand l’avez-vous achetée ? Et la lampe, elle éclaire bien ?")
    assert not any("Pour la lampe" in text for text, _ in lines)
