"""Paths as they are typed, pasted and dropped; folders that are looked at; what loads before the first paint."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ascom_coach.errors import SurroundingsError
from ascom_coach.tui.desktop import Watch, log_failure, open_with_system, paths_in


@pytest.mark.parametrize(
    "shape", ["{0}", "'{0}'", '"{0}"', "  {0}  ", "file://{1}", "{2}", "{0}\r\n", "file://localhost{1}"]
)
@pytest.mark.skipif(os.sep != "/", reason="POSIX quoting")
def test_a_path_however_it_arrives(shape: str, tmp_path: Path) -> None:
    file = tmp_path / "ma réponse (1).txt"
    file.write_text("x", encoding="utf-8")
    escaped = str(file).replace(" ", "\\ ").replace("(", "\\(").replace(")", "\\)")
    typed = shape.format(file, str(file).replace(" ", "%20"), escaped)
    assert paths_in(typed) == [str(file)]


def test_several_paths_on_one_line(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b c.txt"
    for file in (first, second):
        file.write_text("x", encoding="utf-8")
    assert paths_in(f"{first} '{second}'") == [str(first), str(second)]
    assert paths_in(f"{first}\n{second}\n") == [str(first), str(second)]


def test_what_is_not_a_path_stays_one_piece() -> None:
    assert paths_in("un fichier absent.txt") == ["un fichier absent.txt"]
    assert paths_in("") == []


def test_a_windows_address_loses_its_first_slash() -> None:
    assert paths_in("file:///C:/Dossier/a%20b.txt") == ["C:/Dossier/a b.txt"]


def test_a_saved_file_is_told_once_it_is_whole(tmp_path: Path) -> None:
    (tmp_path / "ancien.txt").write_text("déjà là", encoding="utf-8")
    watch = Watch([tmp_path])
    file = tmp_path / "neuf.docx"
    file.write_text("début", encoding="utf-8")
    assert watch.look() == []
    file.write_text("début et suite", encoding="utf-8")
    assert watch.look() == [], "still being written"
    assert watch.look() == [file]
    assert watch.look() == []
    file.write_text("une autre version", encoding="utf-8")
    watch.look()
    assert watch.look() == [file]


@pytest.mark.parametrize("name", ["~$neuf.docx", ".~lock.neuf.docx#", "neuf.tmp", ".cache"])
def test_working_files_are_passed_over(name: str, tmp_path: Path) -> None:
    watch = Watch([tmp_path])
    (tmp_path / name).write_text("x", encoding="utf-8")
    assert watch.look() == []
    assert watch.look() == []


def test_a_folder_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    assert Watch([tmp_path / "absent"]).look() == []


def test_opening_what_is_gone_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(SurroundingsError, match="n’existe plus"):
        open_with_system(tmp_path / "absent")


def test_no_program_to_open_with_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SurroundingsError, match="ouvrez vous-même"):
        open_with_system(tmp_path)


def test_the_log_keeps_the_details_or_says_nothing(tmp_path: Path) -> None:
    path = log_failure(tmp_path, "ici", ValueError("raison"))
    assert path is not None
    assert "raison" in path.read_text(encoding="utf-8")
    blocked = tmp_path / "fichier"
    blocked.write_text("", encoding="utf-8")
    assert log_failure(blocked, "ici", ValueError("x")) is None


PROBE = """
import sys
from pathlib import Path
from ascom_coach.tui.app import CoachApp
HEAVY = ("litellm", "chromadb", "docx", "openpyxl", "pydantic", "lxml", "jinja2", "yaml", "ascom_coach.coach")
class Probe(CoachApp):
    def begin_loading(self):
        print("FOUND", [name for name in HEAVY if name in sys.modules], file=sys.__stdout__)
        self.exit()
Probe(Path(sys.argv[1])).run(headless=True)
"""


def _run(code: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)], capture_output=True, text=True, timeout=60, check=False,
        cwd=Path(__file__).parents[2],
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    assert "FOUND []" in _run(PROBE, tmp_path)


def test_the_coach_itself_loads_neither_model_nor_index(tmp_path: Path) -> None:
    code = "import sys, ascom_coach.coach, ascom_coach.tui.interview, ascom_coach.tui.debrief\n"
    code += "print('FOUND', [n for n in ('litellm', 'chromadb', 'docx', 'openpyxl') if n in sys.modules])"
    assert "FOUND []" in _run(code, tmp_path)
