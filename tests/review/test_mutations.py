"""A few of the faults of the mutation benchmark, and gold copies of every scenario left alone in other layouts."""

from __future__ import annotations

import pytest

from tests.benchmarks.mutation.sheets import LAYOUTS
from tests.benchmarks.mutations import Gold, Trial, golds, planted, sheet_trial, text_trial, well_placed

GOLD = {
    gold.production.id if gold.production.id != "mot" else f"mot-{gold.script.id}": gold
    for gold in golds([0])
}
BOOKS = ("base", "planning_chiffre", "liste")


def defects(trial: Trial) -> dict[str, bool]:
    """Control → whether its defect stands where the copy was spoilt."""
    document, findings = trial.gold.review(trial.data, trial.name)
    places = {control: place for _, control, place in trial.wanted}
    return {
        name: well_placed(document, one, places.get(name, ""))
        for one in findings
        if one.status == "defaut" and (name := one.id.split(".")[1])
    }


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", BOOKS)
def test_a_gold_workbook_of_any_layout_is_left_alone(name: str, layout: str) -> None:
    trial = sheet_trial(GOLD[name], [], layout)
    assert trial is not None
    assert defects(trial) == {}


@pytest.mark.parametrize("rank", range(len(LAYOUTS)))
@pytest.mark.parametrize("name", BOOKS)
def test_faults_of_workbooks_are_told_where_they_are(name: str, rank: int) -> None:
    gold: Gold = GOLD[name]
    for fault in planted(gold)[rank :: len(LAYOUTS)]:
        trial = sheet_trial(gold, [fault], LAYOUTS[rank])
        assert trial is not None
        assert defects(trial).get(fault.control), (fault.name, LAYOUTS[rank])


@pytest.mark.parametrize("name", ["reponse", "page_web"])
def test_faults_of_texts_are_told_where_they_are(name: str) -> None:
    gold = GOLD[name]
    kinds = {"faits_presents", "absents", "registre", "parties"}
    known = {control.id: control.type for control in gold.production.controles}
    seen: set[str] = set()
    for fault in planted(gold):
        kind = known[fault.control]
        if kind not in kinds or kind in seen:
            continue
        seen.add(kind)
        trial = text_trial(gold, [fault])
        if trial is not None:
            assert defects(trial).get(fault.control), fault.name
    assert len(seen) >= 3
