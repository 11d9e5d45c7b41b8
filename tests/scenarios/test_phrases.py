"""« Cette phrase voulait dire… »: kept, taken over by the trainer, understood from then on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ascom_coach.cli.main import main
from ascom_coach.coach import Coach
from ascom_coach.errors import RefusedInputError
from ascom_coach.rehearsal import understand
from ascom_coach.scenarios import Phrase, add_phrases, load_script, read_phrases, scenario_folders

ODD = "zut, et le bazar de là-haut, ça donne quoi au juste"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A trainer's own copy of a shipped scenario."""
    place = tmp_path / "mes-scenarios" / "chaudiere-du-lundi"
    shutil.copytree(scenario_folders()["chaudiere-du-lundi"], place)
    return place


def _understood(place: Path) -> list[str]:
    [found] = understand(load_script(place).scenario, [ODD])
    return list(found["facts"])


def test_a_phrase_taken_over_is_understood_and_becomes_a_test(mine: Path, tmp_path: Path) -> None:
    assert _understood(mine) != ["code_erreur"]
    coach = Coach(tmp_path / "donnees")
    try:
        desk = coach.open_desk(str(mine), person="Lou", replies="")
        coach.keep_phrase(desk, ODD, "code_erreur")
        coach.keep_phrase(desk, ODD, "code_erreur")
        assert [phrase.dit for phrase in coach.phrases("chaudiere-du-lundi")] == [ODD]
        assert coach.take_phrases(str(mine)) == 1
        assert coach.take_phrases(str(mine)) == 0
    finally:
        coach.close()
    assert _understood(mine) == ["code_erreur"]
    assert Phrase(dit=ODD, fait="code_erreur") in load_script(mine).scenario.tests


def test_the_command_lists_and_adds(mine: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--donnees", str(tmp_path / "donnees")]
    assert main(["scenario", "phrases", str(mine), *data]) == 0
    assert "Aucune phrase" in capsys.readouterr().out
    add_phrases(
        tmp_path / "donnees" / "phrases" / "chaudiere-du-lundi.yaml", [Phrase(dit=ODD, fait="code_erreur")]
    )
    assert main(["scenario", "phrases", str(mine), "--ajouter", *data]) == 0
    shown = capsys.readouterr()
    assert f"{ODD} → code_erreur" in shown.out
    assert "Phrases ajoutées : 1" in shown.err
    assert read_phrases(mine / "phrases.yaml")[0].fait == "code_erreur"


def test_a_phrase_for_a_fact_that_no_longer_exists_is_left_out(mine: Path) -> None:
    add_phrases(mine / "phrases.yaml", [Phrase(dit=ODD, fait="disparu")])
    assert ODD not in [phrase.dit for phrase in load_script(mine).scenario.tests]


def test_a_damaged_file_is_one_french_sentence(mine: Path) -> None:
    (mine / "phrases.yaml").write_text("tests: oui\n", encoding="utf-8")
    with pytest.raises(RefusedInputError, match="phrases"):
        load_script(mine)
