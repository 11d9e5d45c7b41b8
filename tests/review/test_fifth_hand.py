"""The fifth hand's mutators plant their faults, and their places can be found in the spoilt copies.

One in six is tried here; the command (`mutations_other.py --hand fifth`) tries them all. Nothing is reviewed.
"""

from __future__ import annotations

import pytest

from ascom_coach.documents import Document, parse_bytes
from tests.benchmarks import mutations as first
from tests.benchmarks.mutation.copies import opened
from tests.benchmarks.mutations_other import listed_by_fifth, spoilt

GOLDS = {one.label: one for one in first.golds([0])}
TRIED = [
    (label, one.name)
    for label, gold in GOLDS.items()
    for rank, one in enumerate(listed_by_fifth(gold))
    if rank % 6 == 0
]


def squeezed(text: str) -> str:
    return "".join(text.casefold().split())


def cells(document: Document) -> list[str]:
    return [cell.text for sheet in document.sheets for cell in sheet.cells.values()]


@pytest.mark.parametrize("label", GOLDS)
def test_every_fault_has_a_name_of_its_own_and_criteria_of_the_scenario(label: str) -> None:
    gold = GOLDS[label]
    listed = listed_by_fifth(gold)
    assert len({one.name for one in listed}) == len(listed) > 20
    assert {key for one in listed for key in one.criteria} <= set(gold.script.scenario.referentiel.criteres)


@pytest.mark.parametrize(("label", "name"), TRIED)
def test_the_fault_is_planted_where_it_says(label: str, name: str) -> None:
    gold = GOLDS[label]
    fault = next(one for one in listed_by_fifth(gold) if one.name == name)
    trial = spoilt(gold, [fault], "as it is")
    assert trial is not None
    assert trial.data != gold.data
    document = parse_bytes(trial.data, trial.name)
    place = trial.wanted[0][2]
    if isinstance(place, str):
        assert squeezed(place) in squeezed("".join(opened(trial.data, trial.name).lines()))
    else:
        key, head = place
        assert any(key in text for text in cells(document))
        assert not head or head in cells(document)
