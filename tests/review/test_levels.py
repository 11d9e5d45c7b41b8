from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascom_coach.coach import Coach
from ascom_coach.documents import Locator
from ascom_coach.review import Finding, level_of
from ascom_coach.review.levels import ORDER, Outcome
from ascom_coach.scenarios import build, find_script, load_script
from tests.review.material import docx, letter, review, scenario, text, workbook, xlsx

SEVERITIES = ("bloquant", "majeur", "mineur")
STATUSES = ("conforme", "defaut", "non_evaluable", "a_verifier", "sans_objet")


def outcome(status: str, severity: str) -> Outcome:
    finding = Finding(
        "p.c", "longueur", 1, "K1.2", status, None, Locator("f", "paragraph", "p1"), "", "m", "h"  # type: ignore[arg-type]
    )  # fmt: skip
    return Outcome("K1.2", severity, (finding,))


OUTCOMES = st.lists(st.builds(outcome, st.sampled_from(STATUSES), st.sampled_from(SEVERITIES)), max_size=8)


@given(OUTCOMES, st.sampled_from(SEVERITIES))
def test_a_further_defect_never_raises_a_level(outcomes: list[Outcome], severity: str) -> None:
    before, *_ = level_of(outcomes)
    after, *_ = level_of([*outcomes, outcome("defaut", severity)])
    if before is not None and after is not None:
        assert ORDER.index(after) <= ORDER.index(before)


@given(OUTCOMES)
def test_what_does_not_apply_changes_nothing(outcomes: list[Outcome]) -> None:
    assert level_of(outcomes) == level_of([*outcomes, outcome("sans_objet", "majeur")])


@given(OUTCOMES)
def test_a_blocking_defect_limits_the_level(outcomes: list[Outcome]) -> None:
    level, *_ = level_of([*outcomes, outcome("defaut", "bloquant")])
    assert level in (None, "non_atteint", "en_cours")


def test_no_level_under_half_of_the_controls() -> None:
    level, assessed, total, why = level_of(
        [outcome("conforme", "majeur"), *[outcome("non_evaluable", "majeur")] * 2]
    )
    assert (level, assessed, total) == (None, 1, 3)
    assert "moitié" in why


SHIPPED = [
    "chaudiere-du-lundi",
    *sorted(p.parent.name for p in Path("scenarios").glob("*/temoins") if p.is_dir()),
]


@pytest.mark.parametrize("seed", [0, 1, 2, 3, 8])
@pytest.mark.parametrize("name", sorted(set(SHIPPED)))
def test_samples_of_every_scenario_are_in_order(name: str, seed: int, tmp_path: Path) -> None:
    script = find_script(name, seed=seed)
    build(script, tmp_path)
    for file in ("scenario.yaml", "fabrique.yaml"):
        (tmp_path / file).write_bytes((script.folder / file).read_bytes())
    assert load_script(tmp_path, seed=seed).scenario.id == name
    points: dict[str, float] = {}
    faults: dict[str, Counter[str]] = {}
    found: dict[str, set[str]] = {}
    for sample in ("excellente", "moyenne", "faible"):
        files = sorted((tmp_path / "temoins" / sample).iterdir())
        result = Coach().review_files(files, scenario=str(tmp_path), seed=seed)
        assert not result.refused
        levels = [ORDER.index(item.level) for item in result.criteria if item.level]
        points[sample] = sum(levels) / len(result.criteria)
        faults[sample] = Counter(item.criterion for item in result.findings if item.status == "defaut")
        found[sample] = {
            ".".join(item.id.split(".")[:2]) for item in result.findings if item.status == "defaut"
        }
        texts = _texts(files)
        for item in result.findings:
            if item.status == "defaut" and item.quote:
                assert any(item.quote in one for one in texts), item
    assert not faults["excellente"], faults["excellente"]
    assert points["excellente"] > points["moyenne"] > points["faible"]
    anomalies = {
        f"{production.id}.{control.id}"
        for production in script.scenario.productions
        for control in production.controles
        if getattr(control, "anomalie", "")
    }
    assert anomalies <= found["faible"], anomalies - found["faible"]


def _texts(files: list[Path]) -> list[str]:
    from ascom_coach.documents import Document, read_documents

    texts = []
    for item in read_documents(files):
        assert isinstance(item, Document)
        texts += [block.text for block in item.blocks]
        texts += [cell.text or cell.formula or "" for sheet in item.sheets for cell in sheet.cells.values()]
        texts += [chart.title for sheet in item.sheets for chart in sheet.charts]
        texts += [image.alt for image in item.images] + [link.text or link.target for link in item.links]
        texts.append("\n".join(texts))
    return texts


def test_copies_find_their_production_whatever_their_order_and_names() -> None:
    length = {"id": "c1", "type": "longueur", "critere": "K1.4"}
    present = {"id": "c2", "type": "ligne_presente", "critere": "K1.2", "valeurs": {"Article": "Lampe"}}
    note = {
        **letter({"id": "c3", "type": "faits_presents", "critere": "K1.2", "faits": ["arrivage"]}),
        "id": "note",
    }
    told = {"id": "c4", "type": "faits_presents", "critere": "K1.2", "faits": ["commande"]}
    script = scenario(letter(length, told), note, workbook(present))
    copies = [
        xlsx([["Article", "Quantité", "Prix", "Montant"], ["Lampe", 1, 2, 2]], "final.xlsx"),
        text("Arrivage : jeudi 5 mars.", "b.txt"),
        docx(["Votre commande C-1802 est prête."], "a.docx"),
    ]
    result = review(script, *copies)
    assert {item.id: item.status for item in result.findings if item.criterion} == {
        "reponse.c1": "conforme", "reponse.c4": "conforme", "note.c3": "conforme", "tableau.c2": "conforme",
    }  # fmt: skip


def test_a_missing_production_costs_only_a_whole_hand_in() -> None:
    script = scenario(letter({"id": "c1", "type": "longueur", "critere": "K1.2"}), workbook())
    alone = review(script, xlsx([["Article", "Quantité", "Prix", "Montant"], ["Lampe", 1, 2, 2]]))
    assert {item.status for item in alone.findings if item.criterion} == {"non_evaluable"}
    whole = review(
        script, xlsx([["Article", "Quantité", "Prix", "Montant"], ["Lampe", 1, 2, 2]]), complete=True
    )
    assert [item.id for item in whole.findings if item.status == "defaut"] == ["reponse.remise"]


def test_two_versions_compare() -> None:
    control = {"id": "c1", "type": "faits_presents", "critere": "K1.2", "faits": ["commande"]}
    longer = {"id": "c2", "type": "longueur", "critere": "K1.4", "mots_min": "8"}
    script = scenario(letter(control, longer))
    first = review(script, text("Bonjour Madame, votre lampe est bien arrivée ce matin."))
    second = review(script, text("Commande C-1802."), previous=first.to_json())
    assert {item.id: item.since for item in second.findings if item.criterion} == {
        "reponse.c1": "resolu", "reponse.c2": "nouveau",
    }  # fmt: skip
    third = review(script, text("Commande C-1802 !"), previous=second.to_json())
    assert {item.id: item.since for item in third.findings}["reponse.c2"] == "restant"


def test_priorities_are_three_at_most_the_heaviest_first() -> None:
    controls = [
        {
            "id": f"c{i}",
            "type": "faits_presents",
            "critere": criterion,
            "faits": ["commande"],
            "gravite": weight,
        }
        for i, (criterion, weight) in enumerate(
            [
                ("K1.2", "mineur"),
                ("K1.3", "bloquant"),
                ("K1.4", "majeur"),
                ("K1.5", "majeur"),
                ("K1.2", "majeur"),
            ]
        )
    ]
    result = review(scenario(letter(*controls)), text("Bonjour."))
    assert len(result.priorities) == 3
    assert result.priorities[0] == "reponse.c1"


def test_a_draft_gets_no_level_and_reads_its_instruction() -> None:
    from ascom_coach.errors import RefusedInputError
    from ascom_coach.review import Copy, Situation, review_copies
    from tests.review.material import ENGINES

    situation = Situation(
        production="P1.5", instruction="Répondez que tout arrive le 12 mars, commande C-77.", engines=ENGINES
    )
    result = review_copies([Copy.of(text("Bonjour, votre commande C-77 est prête."))], situation)
    assert [item.id for item in result.criteria] == ["K1.1", "K1.2", "K1.3", "K1.4", "K1.5"]
    levels = {item.id: item.level for item in result.criteria}
    assert levels["K1.2"] is None  # the content cannot be judged on a reading that nobody confirmed
    assert all(item.level is None or 2 * item.assessed >= item.total for item in result.criteria)
    told = [item.message for item in result.findings if "lu dans la consigne" in item.message]
    assert any("12 mars" in message and "ne retrouve pas" in message for message in told)
    assert any("C-77" in message and "reprenez" in message for message in told)
    with pytest.raises(RefusedInputError):
        review_copies([Copy.of(text("x"))], Situation(production="P9.9", engines=ENGINES))
