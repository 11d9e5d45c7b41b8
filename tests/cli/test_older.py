"""`relire` meets an old Word document: it says what to do, and converts a copy when told to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ascom_coach.cli.main import main
from tests.documents.stand_in import posix_only, stand_in


@pytest.fixture(autouse=True)
def _data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASCOM_DONNEES", str(tmp_path / "donnees"))


@posix_only
def test_it_names_the_option_then_converts_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = stand_in(tmp_path, monkeypatch)
    before = old.read_bytes()
    assert main(["relire", str(old), "--production", "P1.5"]) == 1
    shown = capsys.readouterr()
    assert "ajoutez --convertir" in shown.err.replace("\u00a0", " ")
    assert "ancien document Word" in shown.out + shown.err
    assert not (tmp_path / "lettre.docx").exists()
    assert main(["relire", str(old), "--production", "P1.5", "--convertir", "--json"]) == 0
    shown = capsys.readouterr()
    assert "votre fichier reste tel quel" in shown.err
    files = json.loads(shown.out)["files"]
    assert [(Path(item["path"]).name, item["type"]) for item in files] == [("lettre.docx", "docx")]
    assert old.read_bytes() == before


def test_without_libreoffice_nothing_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    old = stand_in(tmp_path, monkeypatch)
    monkeypatch.setenv("ASCOM_LIBREOFFICE", "non")
    assert main(["relire", str(old), "--production", "P1.5", "--convertir"]) == 1
    shown = capsys.readouterr()
    assert "LibreOffice" not in shown.err
    assert "Enregistrer sous" in shown.out + shown.err
