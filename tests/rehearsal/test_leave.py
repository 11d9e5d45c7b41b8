"""Leave asked of a manager is answered from the delegation; nobody learns a limit that was never to be said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ascom_coach.rehearsal import Rehearsal, Stage
from ascom_coach.rehearsal.commands import NextStep, Say
from ascom_coach.rehearsal.leave import REASON
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.schema import Scenario
from tests.rehearsal.conftest import small_scenario

LIMIT = "Pour le geste, vingt euros, pas plus."
Tree = dict[str, Any]


def _said_aloud(tree: Tree) -> None:
    tree["etapes"][0]["points"].append({"id": "p3", "nature": "limite", "dit": LIMIT})


def _nothing(tree: Tree) -> None:
    return


def _played(change: Callable[[Tree], None] = _said_aloud, *, exam: bool = False) -> Rehearsal:
    tree = small_scenario()
    change(tree)
    played = Rehearsal(
        Stage(Script(Scenario.model_validate(tree), Path(), 0, {}), exam=exam), lambda events: None
    )
    played.start()
    return played


def _heard(played: Rehearsal, text: str) -> list[tuple[str, str]]:
    """(words, reason) of what is answered."""
    events = played.do(Say(text))
    return [
        (event.text, event.reason) for event in events if event.name == "said" and event.who != "stagiaire"
    ]


@pytest.mark.parametrize(
    "text", ["je peux la rembourser ?", "on a le droit de lui promettre un remboursement"]
)
def test_what_is_forbidden_is_refused_and_promises_nothing(text: str) -> None:
    played = _played()
    ((line, reason),) = _heard(played, text)
    assert reason == REASON
    assert "oui" not in line.lower()
    assert played.state.promises == ()
    assert played.state.misses == 0


def test_the_author_words_the_refusal() -> None:
    def own(tree: Tree) -> None:
        tree["delegation"]["interdit"][0]["reponses"] = ["Rembourser ? Jamais."]

    assert _heard(_played(own), "je peux la rembourser ?") == [("Rembourser ? Jamais.", REASON)]


def test_a_limit_said_aloud_comes_back() -> None:
    for text in ("jusqu’à combien j’ai le droit ?", "je peux lui offrir la livraison ?"):
        ((line, _),) = _heard(_played(), text)
        assert line.endswith(LIMIT)


def test_a_sum_is_held_against_the_limit() -> None:
    played = _played()
    ((under, _),) = _heard(played, "je peux lui offrir 15 euros ?")
    ((over, _),) = _heard(played, "je peux lui offrir 35 euros ?")
    assert under.endswith(LIMIT)
    assert over.endswith(LIMIT)
    assert not under.startswith(("Non", "Ah non"))
    assert over.startswith(("Non", "Ah non"))


def test_a_sum_without_a_known_verb_is_held_against_the_only_limit() -> None:
    ((over, _),) = _heard(_played(), "on peut commander un abat-jour à 35 euros ?")
    assert over.endswith(LIMIT)


@pytest.mark.parametrize(
    "text",
    ["jusqu’à combien j’ai le droit ?", "je peux lui offrir 15 euros ?", "je peux lui offrir 35 euros ?"],
)
def test_a_limit_never_said_stays_unsaid_whatever_the_sum(text: str) -> None:
    ((line, _),) = _heard(_played(_nothing), text)
    assert "vingt" not in line
    assert not any(char.isdigit() for char in line)
    assert {line for line, _ in _heard(_played(_nothing), "je peux lui offrir 15 euros ?")} == {
        line for line, _ in _heard(_played(_nothing), "je peux lui offrir 35 euros ?")
    }


def test_a_limit_held_as_a_fact_is_granted_like_a_fact() -> None:
    def held(tree: Tree) -> None:
        tree["faits"].append(
            {"id": "plafond", "qui": "chef", "porte_sur": "le plafond", "valeur": "20 euros",
             "reponses": ["{valeur}, point."], "questions": ["Quel est le plafond ?"]}
        )  # fmt: skip

    played = _played(held)
    assert _heard(played, "je peux lui offrir 15 euros ?") == [("20 euros, point.", "demandé")]
    assert played.state.told["plafond"] == "20 euros"


def _needs(fact: str) -> Callable[[Tree], None]:
    def change(tree: Tree) -> None:
        tree["delegation"]["autorise"].append(
            {
                "id": "envoi",
                "quoi": "annoncer une lampe neuve",
                "sens": ["remplacer"],
                "condition": {"fait": fact},
            }
        )

    return change


def test_somebody_else_must_agree_first() -> None:
    played = _played(_needs("arrivage"))
    ((line, _),) = _heard(played, "je peux lui remplacer sa lampe ?")
    assert "Anouk" in line
    assert "mars" not in line


def test_his_own_agreement_is_the_fact_he_holds() -> None:
    played = _played(_needs("canal"))
    assert _heard(played, "je peux lui remplacer sa lampe ?")[0][1] == "demandé"
    ((line, reason),) = _heard(played, "et je peux lui échanger la lampe ?")
    assert reason == REASON
    assert line.startswith("Oui")


def test_what_nobody_planned_is_not_to_be_promised() -> None:
    ((line, reason),) = _heard(_played(), "je peux annuler sa commande ?")
    assert reason == REASON
    assert "prom" in line


def test_in_an_exam_the_limit_is_referred_back_to() -> None:
    for text in ("jusqu’à combien j’ai le droit ?", "je peux lui offrir 35 euros ?"):
        ((line, reason),) = _heard(_played(exam=True), text)
        assert reason == "redit"
        assert "vingt" not in line
    ((line, reason),) = _heard(_played(exam=True), "je peux la rembourser ?")
    assert reason == REASON


def test_a_client_is_no_one_to_ask() -> None:
    for text in ("je peux vous rembourser ?", "jusqu’à combien j’ai le droit ?"):
        played = _played()
        played.do(NextStep())
        lines = _heard(played, text)
        assert lines[-1][1] == REASON
        assert "vingt" not in lines[-1][0]
        assert played.state.told == {}


def test_questions_of_the_author_come_first() -> None:
    played = _played()
    assert _heard(played, "je peux lui envoyer une lettre ou un mail ?")[0][1] == "demandé"
    played.do(NextStep())
    assert not any(reason == REASON for _, reason in _heard(played, "Je peux savoir quel est le modèle ?"))


def test_leave_and_another_question_are_both_answered() -> None:
    played = _played()
    reasons = [reason for _, reason in _heard(played, "je peux la rembourser et je lui écris comment ?")]
    assert sorted(reasons) == ["demandé", REASON]
