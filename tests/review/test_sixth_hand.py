"""The sixth hand’s mutators plant their faults, in two halves that share nothing, whatever the kind of file."""

from __future__ import annotations

import pytest

from ascom_coach.documents import parse_bytes
from tests.benchmarks import mutations as first
from tests.benchmarks.mutation.copies import opened
from tests.benchmarks.mutation.other import OtherFault
from tests.benchmarks.mutation.sheets import Table
from tests.benchmarks.mutation.sixth_kinds import recast
from tests.benchmarks.mutations_other import HANDS, spoilt

GOLDS = list(first.golds([0]))
HALVES = ("sixth_a", "sixth_b")


def untouched(gold: first.Gold, kind: str) -> tuple[bytes, str]:
    """The gold copy written again without a fault, as the kind of file of the fault."""
    if gold.production.id in first.SHEETS:
        sheet, header, _ = first.SHEETS[gold.production.id]
        return Table(gold.data, sheet, header).data(), gold.name
    data = opened(gold.data, gold.name).data()
    return recast(data, gold.name, kind) if kind else (data, gold.name)


def seen(data: bytes, name: str) -> str:
    """All that a reader of the file may see of it, its look too."""
    if name.endswith("html"):
        return data.decode("utf-8")
    read = parse_bytes(data, name)
    return repr(
        (read.blocks, read.tables, read.sheets, read.links, read.images, read.page, read.mail, read.names)
    )


def faults(gold: first.Gold) -> list[OtherFault]:
    return [one for half in HALVES for one in HANDS[half](gold)]


@pytest.mark.parametrize("gold", GOLDS, ids=lambda one: one.label)
def test_every_mutator_changes_what_is_read(gold: first.Gold) -> None:
    clean = {kind: seen(*untouched(gold, kind)) for kind in {one.kind for one in faults(gold)}}
    for one in faults(gold):
        trial = spoilt(gold, [one], "as it is")
        assert trial is not None, one.name
        assert seen(trial.data, trial.name) != clean[one.kind], one.name


@pytest.mark.parametrize("gold", GOLDS, ids=lambda one: one.label)
def test_words_of_the_place_are_in_the_spoilt_copy(gold: first.Gold) -> None:
    for one in faults(gold):
        trial = spoilt(gold, [one], "as it is")
        assert trial is not None, one.name
        _, criteria, place = trial.wanted[0]
        assert criteria.split() == sorted(one.criteria)
        if isinstance(place, str):
            text = "".join(parse_bytes(trial.data, trial.name).text.casefold().split())
            assert "".join(place.casefold().split()) in text, one.name


@pytest.mark.parametrize("gold", GOLDS, ids=lambda one: one.label)
def test_the_halves_share_no_fault_and_weigh_the_same(gold: first.Gold) -> None:
    upper, lower = ([one.name for one in HANDS[half](gold)] for half in HALVES)
    assert not set(upper) & set(lower)
    assert len({*upper, *lower}) == len(upper) + len(lower)
    assert abs(len(upper) - len(lower)) <= 1
    kinds = [[one.kind for one in HANDS[half](gold)].count("eml") for half in HALVES]
    assert abs(kinds[0] - kinds[1]) <= 1
