"""No line of a shipped scenario tells a locked value, in any state; a planted leak is found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ascom_coach.language import find_values
from ascom_coach.rehearsal import explore
from ascom_coach.resources import knowledge_dir, read_yaml
from ascom_coach.scenarios import find_script, scenario_folders
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.schema import Scenario
from tests.rehearsal.conftest import small_scenario


@pytest.mark.parametrize(
    ("name", "seed"), [(name, seed) for seed, name in enumerate(sorted(scenario_folders()))]
)  # one seed each here; `scenario essayer --fuites` takes the others
def test_shipped_scenarios_tell_nothing_too_soon(name: str, seed: int) -> None:
    script = find_script(name, seed=seed)
    found = explore(script)
    assert found.leaks == []
    moody = {who for who, person in script.scenario.personnages.items() if person.humeur}
    assert found.moods == {who: set(range(6)) for who in moody}
    assert found.states > 50
    assert found.calls > found.states  # what a model would be told was looked at too


def _small(change: Any) -> Script:
    tree = small_scenario()
    change(tree)
    return Script(Scenario.model_validate(tree), Path(), 0, {})


def test_the_small_scenario_is_clean() -> None:
    assert explore(_small(lambda tree: None)).leaks == []


def _mood_line(tree: dict[str, Any]) -> None:
    tree["personnages"]["cliente"]["humeur"]["phrases"]["3"] = [
        "Elle est tombée, une chute du buffet, voilà."
    ]


def _dodge(tree: dict[str, Any]) -> None:
    tree["faits"][2]["esquive"] = ["Je ne dirai rien de la chute du buffet."]


def _other_reply(tree: dict[str, Any]) -> None:
    tree["faits"][0]["reponses"] = ["C’est une {valeur}, achetée le 23/02."]


def _label(tree: dict[str, Any]) -> None:
    tree["faits"][1]["porte_sur"] = "l’achat du 23 février"


def _point(tree: dict[str, Any]) -> None:
    tree["etapes"][0]["points"][1]["dit"] = "Avant midi, par courrier."


def _later_value(tree: dict[str, Any]) -> None:
    tree["personnages"]["depot"]["salutations"] = ["Dépôt, on attend jeudi 5 mars avec impatience."]


def _manner(tree: dict[str, Any]) -> None:
    tree["personnages"]["cliente"]["manieres"] = ["bavard"]
    tree["personnages"]["cliente"]["repliques_de_maniere"] = {
        "bavard": ["Ma lampe Aurore éclairait si bien."]
    }
    tree["faits"][1]["acces"] = {"apres": "chute"}


def _leave(tree: dict[str, Any]) -> None:
    tree["delegation"]["interdit"][0]["reponses"] = ["Non. Et écris-lui par courrier."]


def _only_a_model_would_see(tree: dict[str, Any]) -> None:
    tree["personnages"]["cliente"]["style"] = "inquiète depuis la chute du buffet"


@pytest.mark.parametrize(
    ("plant", "fact"),
    [(_only_a_model_would_see, "chute"), (_leave, "canal"),
     (_mood_line, "chute"), (_dodge, "chute"), (_other_reply, "achat"), (_label, "achat"), (_point, "canal"),
     (_later_value, "arrivage"), (_manner, "modele")],
)  # fmt: skip
def test_a_planted_leak_is_found(plant: Any, fact: str) -> None:
    assert fact in {leak.fact for leak in explore(_small(plant)).leaks}


def test_shared_lines_hold_no_value() -> None:
    """They are said in every scenario: a day or a number in them could be somebody's secret."""
    import datetime as dt

    decoys = read_yaml(knowledge_dir() / "lexique" / "leurres.yaml")
    bodies = [item["reponses"] for item in decoys] + list(
        read_yaml(knowledge_dir() / "repliques.yaml").values()
    )
    lines = [
        line
        for body in bodies
        for said in body.values()
        for line in ([said] if isinstance(said, str) else said)
    ]
    assert len(lines) > 200
    assert [line for line in lines if find_values(line, dt.date(2026, 5, 11))] == []
