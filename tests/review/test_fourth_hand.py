"""The fourth hand's mutators plant their faults, and their places can be found in the spoilt copies.

One in four is tried here; the command (`mutations_other.py --hand fourth`) tries them all.
"""

from __future__ import annotations

from collections import Counter

import pytest

from tests.benchmarks import mutations as first
from tests.benchmarks.mutation.copies import opened
from tests.benchmarks.mutations_other import listed_by_fourth, spoilt

GOLDS = {f"{one.script.id}/{one.production.id}": one for one in first.golds([0])}


def _squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("label", GOLDS)
def test_faults_are_planted_where_it_is_said_to_be(label: str) -> None:
    gold = GOLDS[label]
    listed = listed_by_fourth(gold)
    assert [name for name, times in Counter(one.name for one in listed).items() if times > 1] == []
    for one in listed[::4]:
        trial = spoilt(gold, [one], "as it is")
        assert trial is not None, one.name
        [(_, criteria, place)] = trial.wanted
        block = "X" * (gold.script.scenario.bloc == 3)
        assert all(name.startswith(f"K{block}{gold.script.scenario.bloc}.") for name in criteria.split()), (
            one.name
        )
        if isinstance(place, str):
            assert _squeezed(place) in _squeezed("".join(opened(trial.data, trial.name).lines())), one.name


def test_there_are_enough_of_them() -> None:
    assert {label: len(listed_by_fourth(gold)) >= 20 for label, gold in GOLDS.items()} == dict.fromkeys(
        GOLDS, True
    )
