"""Draws: what a seed changes, what goes with an element that is not drawn, and neighbours that never agree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascom_coach.errors import RefusedInputError
from ascom_coach.scenarios import json_schema, load_script, new_scenario
from ascom_coach.scenarios.lint.verifying import verify_text
from ascom_coach.scenarios.variants import conditions, draw, variables, written

TREE: dict[str, Any] = {
    "id": "essai",
    "variantes": {
        "piege": ["date", "prix", "nom"],
        "tour": ["retard", "panne"],
        "lots": [{"n": "4", "dit": "les {n} lots"}, {"n": "5", "dit": "les {n} lots"}],
    },
    "documents_remis": [{"id": "d", "fichier": "{n}.docx", "anomalies": ["an_date", "an_prix"]}],
    "anomalies": [
        {"id": "an_date", "detail": "a", "variante": {"piege": ["date", "nom"]}},
        {"id": "an_prix", "detail": "b", "variante": {"piege": "prix"}},
    ],
    "imprevus": [
        {"id": "retard", "dit": "{dit}", "variante": {"tour": "retard"}},
        {"id": "panne", "dit": "p", "variante": {"tour": "panne"}},
    ],
    "productions": [
        {
            "id": "p",
            "controles": [
                {"id": "c1", "anomalie": "an_date"},
                {"id": "c2", "anomalie": "an_prix"},
                {"id": "c3", "si_imprevu": {"retard": "1", "panne": "2"}},
                {"id": "c4", "si_imprevu_survenu": "panne"},
                {"id": "c5", "variante": {"piege": "nom"}},
            ],
        }
    ],
    "indices": {"c1": ["?"], "c2": ["?"], "c3": ["?"], "c5": ["?"]},
}


def _ids(items: list[dict[str, Any]]) -> list[str]:
    return [item["id"] for item in items]


def test_an_element_not_drawn_takes_with_it_what_spoke_of_it() -> None:
    first, second = draw(TREE, 0), draw(TREE, 1)
    assert (first.values["piege"], second.values["piege"]) == ("date", "prix")
    assert _ids(first.tree["anomalies"]) == ["an_date"]
    assert first.tree["documents_remis"][0]["anomalies"] == ["an_date"]
    assert _ids(first.tree["productions"][0]["controles"]) == ["c1", "c3"]
    assert set(first.tree["indices"]) == {"c1", "c3"}
    assert _ids(second.tree["productions"][0]["controles"]) == ["c2", "c3", "c4"]
    assert second.tree["productions"][0]["controles"][1]["si_imprevu"] == {"panne": "2"}
    assert "variante" not in repr(second.tree["anomalies"])


def test_a_value_may_hold_another() -> None:
    assert draw(TREE, 0).tree["imprevus"][0]["dit"] == "les 4 lots"


def test_each_path_of_a_draw_leads_back_to_the_file() -> None:
    drawn = draw(TREE, 1)
    assert written(("productions", 0, "controles", 2, "id"), drawn.origin) == (
        "productions",
        0,
        "controles",
        3,
        "id",
    )
    assert written(("anomalies", 0, "tag", "detail"), drawn.origin) == ("anomalies", 1, "detail")
    assert written(("variantes", "piege", 1), drawn.origin) == ("variantes", "piege", 1)


def test_drawing_leaves_the_tree_as_it_was() -> None:
    before = repr(TREE)
    for seed in range(6):
        draw(TREE, seed)
    assert repr(TREE) == before


@given(st.text("abcdef", min_size=1, max_size=6), st.integers(0, 10_000), st.integers(2, 7))
def test_neighbours_never_share_a_choice(name: str, seed: int, size: int) -> None:
    lists = {name: [str(n) for n in range(size)]}
    assert variables(lists, seed) != variables(lists, seed + 1)


@given(st.text("abcdef", min_size=1, max_size=6), st.integers(1, 7))
def test_a_list_shows_all_its_choices_in_as_many_seeds(name: str, size: int) -> None:
    lists = {name: [str(n) for n in range(size)]}
    assert {variables(lists, seed)[name] for seed in range(size)} == set(lists[name])
    assert variables(lists, 0) == {name: "0"}


def test_lists_do_not_turn_together() -> None:
    lists = {name: ["1", "2", "3"] for name in ("noms", "lots", "heures")}
    drawn = {tuple(variables(lists, seed).values()) for seed in range(27)}
    assert len(drawn) == 27


def test_conditions_stand_on_elements_of_lists_only() -> None:
    found = dict(
        conditions({"variante": {"a": "b"}, "l": [{"variante": {"c": "d"}, "m": {"variante": "no"}}]})
    )
    assert found == {("l", 0, "variante"): {"c": "d"}}


def test_a_defect_of_another_draw_is_told_on_its_own_line(tmp_path: Path) -> None:
    place = tmp_path / "modele"
    new_scenario(place)
    text = (place / "scenario.yaml").read_text(encoding="utf-8")
    broken = text.replace(
        "an_quantite, mots: [corbeille]", "an_quantite, mots: [corbeille], faits: [inconnu]"
    )
    assert [item for item in verify_text(text, place / "scenario.yaml") if item.level != "conseil"] == []
    problems = verify_text(broken, place / "scenario.yaml")
    line = 1 + broken[: broken.index("inconnu")].count("\n")
    assert [(item.code, item.line) for item in problems if item.level == "bloquant"] == [("ASC201", line)]


def test_a_condition_out_of_place_is_refused_in_french(tmp_path: Path) -> None:
    place = tmp_path / "modele"
    new_scenario(place)
    path = place / "scenario.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("variante: {piege: [ville, les deux]}", "variante: ville"),
        encoding="utf-8",
    )
    with pytest.raises(RefusedInputError, match="variante"):
        load_script(place)
    assert "ASC227" in {item.code for item in verify_text(path.read_text(encoding="utf-8"), path)}


def test_editors_know_the_condition_where_it_may_stand() -> None:
    classes = json_schema()["$defs"]
    for name in ("Anomaly", "Twist", "AnomalyReported", "Fact", "HandedDocument"):
        assert "variante" in classes[name]["properties"]
    for name in ("Company", "Mood", "Reference"):
        assert "variante" not in classes[name]["properties"]
