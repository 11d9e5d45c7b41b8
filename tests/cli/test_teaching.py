"""French taught from the command line: three steps, the notebook read, trained, exported and erased."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from ascom_coach.cli.main import main
from ascom_coach.coach import Coach
from ascom_coach.rehearsal import commands

LETTER = """Madame Renaud,

Nous avons reçu deux carton et il manque trois chaise. Votre commande à été expédiée hier par notre transporteur.
Veuillez nous contactez avant lundi si vous avez un doute.

Cordialement,
Inès Petit
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASCOM_DONNEES", str(tmp_path / "donnees"))
    (tmp_path / "v1.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "v2.txt").write_text(LETTER.replace("deux carton ", "deux cartons "), encoding="utf-8")
    (tmp_path / "autre.txt").write_text(
        "La réunion de mardi est reportée à jeudi, merci de le noter.", encoding="utf-8"
    )
    assert main(["profil", "choisir", "Lou"]) == 0
    return tmp_path


def told(capsys: pytest.CaptureFixture[str], *words: object, status: int = 0) -> str:
    capsys.readouterr()
    assert main([str(word) for word in words]) == status
    return capsys.readouterr().out.replace("\u00a0", " ")


def test_the_steps_open_one_by_one(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = told(capsys, "langue", "corriger", files / "v1.txt")
    assert "▸carton◂" in first
    assert "Test" not in first
    second = told(capsys, "langue", "corriger", files / "v1.txt", "--etape", 2)
    assert "Test :" in second
    assert "cartons" not in second
    shut = told(capsys, "langue", "corriger", files / "v1.txt", "--etape", 3)
    assert "deuxième version" in shut
    assert "« cartons »" not in shut


def test_the_fix_needs_a_real_second_version(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for previous in ("v2.txt", "autre.txt"):
        shown = told(
            capsys, "langue", "corriger", files / "v2.txt", "--etape", 3, "--precedente", files / previous
        )
        assert "« chaises »" not in shown
        assert "même texte, ou un autre travail" in shown
    opened = told(
        capsys, "langue", "corriger", files / "v2.txt", "--etape", 3, "--precedente", files / "v1.txt"
    )
    assert "« chaise » → « chaises »" in opened
    main(["langue", "corriger", str(files / "v2.txt"), "--precedente", str(files / "absent.txt")])
    assert "absent.txt" in capsys.readouterr().err


def test_the_json_of_a_correction_keeps_its_shape(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (file,) = json.loads(told(capsys, "langue", "corriger", files / "v1.txt", "--json"))["files"]
    assert {"path", "words", "engines", "remarks"} <= set(file)
    for remark in file["remarks"]:
        assert LETTER[remark["start"] : remark["end"]] == remark["quote"]


def test_a_notebook_is_filled_trained_exported_and_erased(
    files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "vide" in told(capsys, "carnet", "voir")
    told(capsys, "relire", files / "v1.txt")
    assert "vide" in told(capsys, "carnet", "voir")
    told(capsys, "relire", files / "v1.txt", "--carnet")
    told(capsys, "relire", files / "v2.txt", "--carnet")
    seen = told(capsys, "carnet", "voir")
    assert "1 texte noté" in seen
    assert "2 erreurs pour" in seen
    assert seen in told(capsys, "progression")
    rules = json.loads(told(capsys, "progression", "--json"))["rules"]
    assert rules == json.loads(told(capsys, "carnet", "voir", "--json"))["rules"]
    assert rules[0]["id"] == "accord-nom"
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n9\n\n"))
    drilled = told(capsys, "carnet", "exercices")
    assert drilled.count("Votre choix") == 3
    assert "Non :" in drilled
    assert "s’arrête là" in drilled
    told(capsys, "carnet", "exporter", files / "carnet.md")
    page = (files / "carnet.md").read_text(encoding="utf-8")
    assert "Carnet d’erreurs de Lou" in page
    assert "▸carton◂" in page
    told(capsys, "profil", "exporter", "Lou", files / "tout.zip")
    with zipfile.ZipFile(files / "tout.zip") as archive:
        assert archive.read("carnet.md").decode("utf-8") == page
    told(capsys, "carnet", "exporter", files / "carnet.pdf", status=1)
    told(capsys, "carnet", "effacer", status=2)
    assert "effacé" in told(capsys, "carnet", "effacer", "--oui")
    assert "vide" in told(capsys, "carnet", "voir")


def test_a_criterion_of_three_parts_has_three_lines(capsys: pytest.CaptureFixture[str]) -> None:
    from ascom_coach.cli.debrief import review_lines
    from tests.review.report_samples import bloc_one

    lines = review_lines(replace(bloc_one(), strengths=()))
    at = next(i for i, line in enumerate(lines) if line.startswith("K1.4"))
    assert lines[at + 1] == "  · langue : en cours"
    assert lines[at + 2].startswith("  · argumentaire : pas de niveau")


def test_a_session_fills_the_notebook_and_a_virtual_one_does_not(files: Path) -> None:
    coach = Coach(files / "donnees")
    for replies, texts in (("x", 0), (None, 1)):
        desk = coach.open_desk("chaudiere-du-lundi", replies=replies)
        production = next(one.id for one in desk.scenario.to_hand_in if desk.can_write(one.id))
        desk.do(commands.HandInFiles(((production, str(files / "v1.txt")),)))
        assert coach.review_desk(desk).version == 1
        assert len(coach.notes.read().texts) == texts
    desk.do(commands.HandInFiles(((production, str(files / "v2.txt")),)))
    assert coach.review_desk(desk).version == 2
    (kept,) = coach.notes.read().texts
    assert kept.title == "v1.txt"
    coach.close()


def test_a_draft_reviewed_again_is_known_as_a_second_version(files: Path) -> None:
    coach = Coach(files / "donnees")
    assert coach.review_files([files / "v1.txt"], note=True).version == 1
    assert coach.review_files([files / "v1.txt"], note=True).version == 1
    assert coach.review_files([files / "v2.txt"], note=True).version == 2
    assert coach.review_files([files / "autre.txt"], note=True).version == 1
    assert coach.review_files([files / "v2.txt"], previous=[files / "v1.txt"]).version == 2
    coach.close()
