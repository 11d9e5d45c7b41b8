"""The trainer's course through the commands: added, found beside the official text, cited in a report, removed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ascom_coach.cli.main import main
from ascom_coach.resources import scenarios_dir


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    path = tmp_path / "promettre.md"
    path.write_text(
        "# Répondre à une réclamation\n## Ce que l’on peut promettre\n"
        "Sans accord, on n’a pas le droit de promettre un remboursement : on dit ce que l’on va demander.\n",
        encoding="utf-8",
    )
    return path


def _run(data: Path, *words: str) -> int:
    return main(["--donnees", str(data), *words])


def test_a_course_is_added_found_and_removed(
    tmp_path: Path, lesson: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "donnees"
    assert _run(data, "index", "--ajouter", str(lesson)) == 0
    assert "n’est pas officiel" in capsys.readouterr().out
    assert _run(data, "demander", "ai-je le droit de promettre un remboursement ?", "--json") == 0
    last = json.loads(capsys.readouterr().out)["passages"][-1]
    assert (last["official"], last["source"]["file"]) == (False, "promettre.md")
    assert _run(data, "demander", "ai-je le droit de promettre un remboursement ?") == 0
    assert "(votre cours, non officiel)" in capsys.readouterr().out
    assert _run(data, "index", "--json") == 0
    listed = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in listed["course"]] == ["promettre.md"]
    assert _run(data, "index", "--retirer", "promettre.md") == 0
    capsys.readouterr()
    assert _run(data, "index", "--retirer", "promettre.md") == 1
    assert "n’est pas dans vos cours" in capsys.readouterr().err


def test_a_missing_file_is_one_french_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path / "donnees", "index", "--ajouter", str(tmp_path / "absent.docx")) == 1
    assert "introuvable" in capsys.readouterr().out
    (tmp_path / "vide").mkdir()
    assert _run(tmp_path / "donnees", "index", "--ajouter", str(tmp_path / "vide")) == 1
    assert "aucun document" in capsys.readouterr().err


def test_a_report_says_where_the_course_speaks_of_a_priority(tmp_path: Path, lesson: Path) -> None:
    copies = sorted((scenarios_dir() / "chaudiere-du-lundi" / "temoins" / "faible").iterdir())
    words = ["relire", *map(str, copies), "--scenario", "chaudiere-du-lundi", "--rapport"]
    data = tmp_path / "donnees"
    assert _run(data, *words, str(tmp_path / "sans.html")) == 0
    assert _run(data, "index", "--ajouter", str(lesson)) == 0
    assert _run(data, *words, str(tmp_path / "avec.html")) == 0
    assert "Dans votre cours" not in (tmp_path / "sans.html").read_text(encoding="utf-8")
    assert "Dans votre cours (non officiel)" in (tmp_path / "avec.html").read_text(encoding="utf-8")
    assert "promettre.md" in (tmp_path / "avec.html").read_text(encoding="utf-8")
