"""The held-out mutators plant what they say, where they say it. Nothing is reviewed here."""

from __future__ import annotations

import pytest

from ascom_coach.documents import parse_bytes
from tests.benchmarks import mutations
from tests.benchmarks.mutations_other import listed_by_third, spoilt


@pytest.fixture(scope="module")
def golds() -> list[mutations.Gold]:
    return list(mutations.golds([0]))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_each_mutator_plants_its_fault_where_it_says(golds: list[mutations.Gold]) -> None:
    for gold in golds:
        for one in listed_by_third(gold):
            told = f"{gold.label}: {one.name}"
            trial = spoilt(gold, [one], "as it is")
            assert trial is not None, told
            read = parse_bytes(trial.data, trial.name)
            place = trial.wanted[0][2]
            cells = [cell.text for sheet in read.sheets for cell in sheet.cells.values()]
            if isinstance(place, str):
                assert _squeezed(place) in _squeezed("".join(block.text for block in read.blocks)), told
            else:
                key, head = place
                assert any(key in text for text in cells), told
                assert not head or head in cells, told


def test_each_mutator_has_its_own_name_and_criteria_of_its_bloc(golds: list[mutations.Gold]) -> None:
    for gold in golds:
        listed = listed_by_third(gold)
        assert len({one.name for one in listed}) == len(listed), gold.label
        family = {1: "K1.", 2: "K2.", 3: "KX3."}[gold.script.scenario.bloc]
        assert all(one.criteria and all(c.startswith(family) for c in one.criteria) for one in listed)


def test_two_copies_of_a_fault_are_the_same_copy(golds: list[mutations.Gold]) -> None:
    page = next(gold for gold in golds if gold.production.id == "page_web")
    first, again = (
        [trial.data for one in listed_by_third(page) if (trial := spoilt(page, [one], "as it is"))]
        for _ in range(2)
    )
    assert first == again
    assert page.data not in first
