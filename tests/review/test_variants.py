"""The scenarios that ship, whatever the seed: neighbours in a class have different work and different answers."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from ascom_coach.coach import Coach
from ascom_coach.scenarios import Script, build, find_script, render, scenario_folders

SHIPPED = sorted(scenario_folders())
SEEDS = range(30)


@cache
def _script(name: str, seed: int) -> Script:
    return find_script(name, seed=seed)


def _answers(script: Script) -> str:
    """What the controls expect: facts, planted errors, twists, and the values that controls look for."""
    scenario = script.scenario
    return json.dumps(
        [
            {fact.id: fact.valeur for fact in scenario.faits},
            [item.model_dump() for item in scenario.anomalies],
            [item.model_dump() for item in scenario.imprevus],
            [item.model_dump() for item in scenario.productions],
        ],
        ensure_ascii=False,
        sort_keys=True,
    )


@pytest.mark.parametrize("name", SHIPPED)
def test_thirty_seeds_give_thirty_keys(name: str) -> None:
    keys = [render(_script(name, seed), parts=("corrige",)) for seed in SEEDS]
    answers = [_answers(_script(name, seed)) for seed in SEEDS]
    assert len(set(answers)) == len(SEEDS)
    assert len({tuple(sorted(files.items())) for files in keys}) == len(SEEDS)


@pytest.mark.parametrize("name", SHIPPED)
def test_planted_errors_twists_names_and_quantities_all_vary(name: str) -> None:
    drawn = [_script(name, seed) for seed in range(9)]
    planted = {frozenset(item.id for item in one.scenario.anomalies) for one in drawn}
    twists = {tuple(twist.id for twist in one.scenario.imprevus) for one in drawn}
    assert len(planted) >= 3
    assert len(twists) >= 3
    assert all(len(one.scenario.imprevus) == 1 for one in drawn)
    for before, after in pairwise(drawn):
        same = {key for key, value in before.values.items() if after.values[key] == value}
        assert len(same) < len(before.values) / 2, same
        first, second = (render(one, parts=("documents",)) for one in (before, after))
        assert len([file for file, data in first.items() if second[file] != data]) >= 2


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", SHIPPED)
def test_the_best_copy_of_a_neighbour_is_not_good_here(name: str, seed: int, tmp_path: Path) -> None:
    build(_script(name, seed + 1), tmp_path, parts=("temoins",))
    files = sorted((tmp_path / "temoins" / "excellente").iterdir())
    coach = Coach(tmp_path / "donnees")
    here = coach.review_files(files, scenario=name, seed=seed)
    there = coach.review_files(files, scenario=name, seed=seed + 1)
    assert [item.id for item in there.findings if item.status == "defaut"] == []
    grave = [item.id for item in here.findings if item.status == "defaut" and item.severity != "mineur"]
    assert len(grave) >= 3
