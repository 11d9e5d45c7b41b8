"""`modele` in the shell: state, test, key, consent; a key shows nowhere."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from ascom_coach.cli.main import main
from ascom_coach.settings import save_setting
from tests.models.fault_server import FaultServer

KEY = "canari-39bc0d"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("ASCOM_MODELE", "ASCOM_ADRESSE", "ASCOM_CLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setitem(__import__("sys").modules, "keyring", None)
    monkeypatch.setenv("ASCOM_DONNEES", str(tmp_path))
    save_setting(tmp_path, ("modele", "profils", "loin"), "modele", "mistral/petit")
    save_setting(tmp_path, ("modele", "profils", "local"), "modele", "ollama_chat/petit")
    return tmp_path


def test_state_says_what_is_set_and_contacts_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["modele", "choisir", "local"]) == 0
    assert main(["modele", "etat", "--json"]) == 0
    lines = json.loads(capsys.readouterr().out.partition("\n")[2])
    assert lines[0]["detail"].startswith("ollama_chat/petit")
    assert {line["status"] for line in lines[2:-1]} == {"non testé"}
    assert (lines[-1]["id"], lines[-1]["status"]) == ("vectors", "ok")


def test_a_failed_test_has_its_remedy_and_its_status(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_setting(folder, ("modele", "profils", "local"), "adresse", "http://127.0.0.1:9")
    main(["modele", "choisir", "local"])
    assert main(["modele", "tester"]) == 3
    out = capsys.readouterr().out
    assert "Adresse joignable\u00a0: échec" in out
    assert "Démarrez le serveur" in out


def test_without_a_model_the_test_is_no_failure(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["modele", "tester"]) == 0
    assert "Aucun modèle configuré" in capsys.readouterr().out


def test_consent_shows_what_leaves_first(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["modele", "choisir", "loin"]) == 1
    monkeypatch.setattr("sys.stdin", io.StringIO("oui\n"))
    assert main(["modele", "accord", "loin"]) == 2
    assert "[TEL_1]" in capsys.readouterr().out
    assert main(["modele", "choisir", "loin"]) == 1
    assert main(["modele", "accord", "loin", "--oui"]) == 0
    assert main(["modele", "choisir", "loin"]) == 0
    assert main(["modele", "accord", "--retirer"]) == 0
    assert main(["modele", "choisir", "loin"]) == 1
    assert main(["modele", "accord", "local", "--oui"]) == 2


def test_a_key_is_read_from_the_input_and_shows_nowhere(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{KEY}\n"))
    assert main(["modele", "cle", "loin"]) == 0
    main(["modele", "accord", "loin", "--oui"])
    main(["modele", "choisir", "loin"])
    main(["modele", "etat"])
    main(["modele", "etat", "--json"])
    main(["diagnostic", "--json"])
    shown = capsys.readouterr()
    assert KEY not in shown.out + shown.err
    assert [
        path.name for path in folder.rglob("*") if path.is_file() and KEY.encode() in path.read_bytes()
    ] == ["cles.json"]
    assert main(["modele", "cle", "loin", "--effacer"]) == 0
    assert KEY not in (folder / "cles.json").read_text(encoding="utf-8")
    assert main(["modele", "cle", "absent"]) == 2


def test_the_whole_test_over_a_real_server(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultServer() as server:
        monkeypatch.setenv("ASCOM_CLE", KEY)
        save_setting(folder, ("modele", "profils", "local"), "modele", "openai/refus")
        save_setting(folder, ("modele", "profils", "local"), "adresse", server.base("openai"))
        main(["modele", "choisir", "local"])
        assert main(["modele", "tester"]) == 3
    shown = capsys.readouterr()
    assert "Modèle présent\u00a0: échec — Absent\u00a0; présents\u00a0: json, ok." in shown.out
    assert KEY not in shown.out + shown.err
