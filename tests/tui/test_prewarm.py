"""The app has LanguageTool ready in the background when it is installed, and ends it when it closes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ascom_coach.language.outside import FolderSource, install, lt_files, lt_java
from ascom_coach.tui.app import CoachApp
from tests.language.small_server import alive, starts, use_small_list, write_files, write_java

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="le programme d’essai est un script de ce système"
)


@pytest.fixture
def java(named: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(lt_files, "load_lines", lt_files.load_lines)
    use_small_list(tmp_path)
    install(named / "langue", [FolderSource(write_files(tmp_path / "cle"))])
    program = write_java(tmp_path / "java")
    monkeypatch.setenv("JAVA_HOME", "")
    monkeypatch.setenv("PATH", str(program.parent))
    lt_java._found.cache_clear()
    yield program
    lt_files.jars.cache_clear()
    lt_java._found.cache_clear()


async def test_it_is_started_beside_the_screen_and_ended_with_the_app(named: Path, java: Path) -> None:
    app = CoachApp(data=named)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        server = app.loaded.proofing.server()
        assert server is not None
        assert server.wait(20).startswith("http://127.0.0.1:")
        pid = server.facts["pid"]
        assert alive(pid)
    assert not alive(pid)
    assert len(starts(java)) == 1


@pytest.mark.parametrize("engines", ["integre", "integre,grammalecte"])
async def test_it_is_not_started_for_who_does_not_want_it(
    named: Path, java: Path, monkeypatch: pytest.MonkeyPatch, engines: str
) -> None:
    monkeypatch.setenv("ASCOM_LANGUE_MOTEURS", engines)
    app = CoachApp(data=named)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
    assert starts(java) == []
