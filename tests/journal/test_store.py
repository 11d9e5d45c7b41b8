from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from ascom_coach.errors import RefusedInputError, SurroundingsError
from ascom_coach.journal import Journal, SessionRow
from ascom_coach.rehearsal import Rehearsal, Stage, fold, to_record
from ascom_coach.rehearsal.commands import parse
from ascom_coach.scenarios import find_script


def row(name: str = "s1", scenario: str = "lampe", person: str = "Ana") -> SessionRow:
    return SessionRow(name, name, person, scenario, "", 0, False, False, "2026-01-01", "2026-01-01", "")


def test_people_come_and_go(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    assert journal.person() == ""
    journal.choose_person("  Ana  Luz ", "2026-01-01")
    journal.choose_person("Bo", "2026-01-02")
    assert journal.people() == ["Ana Luz", "Bo"]
    assert journal.person() == "Bo"
    journal.open_session(row(person="Bo"))
    journal.erase_person("Bo")
    assert journal.people() == ["Ana Luz"]
    assert journal.person() == ""
    assert journal.sessions() == []
    with pytest.raises(RefusedInputError):
        journal.erase_person("Bo")
    with pytest.raises(RefusedInputError):
        journal.choose_person("   ", "2026-01-01")


@pytest.mark.parametrize("name", ["/home/ana/lettre.docx", "C:\\Users\\Ana", "~/copie", "devis.xlsx"])
def test_a_file_dropped_where_a_name_is_asked_is_nobody(tmp_path: Path, name: str) -> None:
    with pytest.raises(RefusedInputError, match="ressemble à un fichier"):
        Journal(tmp_path).choose_person(name, "2026-01-01")
    assert Journal(tmp_path).choose_person("Ana-Luz d’Or (2)", "2026-01-01") == "Ana-Luz d’Or (2)"


def test_a_batch_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.open_session(row())
    script = find_script("chaudiere-du-lundi")
    played = Rehearsal(Stage(script), lambda events: journal.append("s1", events, "2026-01-01"))
    played.start()
    count = len(journal.events("s1"))
    assert count == len(played.events) > 3
    with pytest.raises(SurroundingsError):
        journal.append("s1", played.events, "2026-01-01")
    assert len(journal.events("s1")) == count


def test_the_last_unfinished_session_is_found(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.open_session(row("a"))
    journal.open_session(row("b"))
    found = journal.unfinished("lampe")
    assert found is not None
    assert found.id == "b"
    assert journal.unfinished("autre") is None
    with pytest.raises(RefusedInputError, match="progression"):
        journal.session("zzz")


def test_an_unknown_event_of_a_newer_program_is_passed_over(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.open_session(row())
    with sqlite3.connect(tmp_path / "journal.sqlite") as db:
        db.execute('INSERT INTO events VALUES (\'s1\', 1, \'{"event": "telepathy", "n": 1}\')')
    assert journal.events("s1") == []


def test_a_damaged_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "journal.sqlite").write_bytes(b"not a database at all, not at all" * 50)
    with pytest.raises(SurroundingsError, match="abîmé"):
        Journal(tmp_path)


def test_a_locked_file_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ascom_coach.journal.store.BUSY_MS", 50)
    journal = Journal(tmp_path)
    other = sqlite3.connect(tmp_path / "journal.sqlite")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(SurroundingsError, match="autre programme"):
        journal.open_session(row())
    other.rollback()
    journal.open_session(row())


def test_a_folder_that_is_a_file_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "donnees").write_text("x")
    with pytest.raises(SurroundingsError, match="--donnees"):
        Journal(tmp_path / "donnees")


KILLED = """
    import os, signal, sys
    from ascom_coach.coach import Coach
    from ascom_coach.errors import RefusedInputError
    from ascom_coach.rehearsal import Rehearsal, Stage
    from ascom_coach.rehearsal.commands import parse
    from ascom_coach.scenarios import find_script
    from pathlib import Path

    def play(data, stop):
        coach = Coach(data)
        append = coach.journal.append
        def kill_at(session, events, now):
            append(session, events, now)
            if events[-1].n >= stop:
                os.kill(os.getpid(), signal.SIGKILL)
        coach.journal.append = kill_at
        desk = coach.open_desk("chaudiere-du-lundi", replies="x")
        for line in lines:
            try:
                command = parse(line)
                if command is not None:
                    desk.do(command)
            except RefusedInputError:
                pass

    lines = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()
    aside = Rehearsal(Stage(find_script("chaudiere-du-lundi")), lambda events: None)
    aside.start()
    aside.do(parse(lines[0]))
    for stop in map(int, sys.argv[3:]):
        child = os.fork()
        if child == 0:
            play(Path(sys.argv[1], str(stop)), stop)
            os._exit(0)
        print(stop, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
"""Plays in one process for each stop: what the program reads to understand is read once for all of them."""

LINES = """C’est quelle fiche ?
/suite
Bonjour, je comprends votre agacement.
Quel est votre numéro de dossier ?
/a technicien
Tu as un créneau pour la chaudière ?
/a cliente
Merci Madame, au revoir.
/suite
/attendre 7
"""


STOPS = (1, 8, 13, 18, 24, 30, 36)


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL exists on POSIX only")
def test_a_killed_process_resumes_in_the_same_state(tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text(LINES, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(tmp_path), str(lines), *map(str, STOPS)],
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout.splitlines() == [f"{stop} {-signal.SIGKILL}" for stop in STOPS]
    for stop in STOPS:
        kept: list = []
        aside = Rehearsal(Stage(find_script("chaudiere-du-lundi")), kept.extend)
        aside.start()
        for line in LINES.splitlines():
            if kept[-1].n >= stop:
                break
            command = parse(line)
            if command is not None:
                try:
                    aside.do(command)
                except RefusedInputError:
                    continue
        journal = Journal(tmp_path / str(stop))
        [session] = journal.sessions()
        stored = journal.events(session.id)
        assert [to_record(event) for event in stored] == [to_record(event) for event in kept], stop
        assert fold(stored) == aside.state, stop
