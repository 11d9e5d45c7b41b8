"""The voice on the screens: off by default and said so, heard when asked for, and never in anybody's way."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ascom_coach.settings import load_settings
from ascom_coach.tui.base import Tick
from tests.tui.sample import SCENARIO, SCENARIOS, app_on
from tests.tui.tour import drawn, press, say, settle, to_call

heard = pytest.mark.skipif(
    importlib.util.find_spec("espeakng_loader") is None or sys.platform != "linux",
    reason="the extra [voix] is not installed, or no player can be put in its place here",
)


def _at_pace(folder: Path, *more: str) -> None:
    settings = folder / "reglages.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("paroles_immediates = true", "\n".join(more)), encoding="utf-8")


def _player(folder: Path, monkeypatch: pytest.MonkeyPatch, *, seconds: float = 0) -> Path:
    """A real program named as the system's player; the file where it counts what it plays."""
    place = folder / "bin"
    place.mkdir()
    played = folder / "joue.txt"
    program = place / "paplay"
    program.write_text(f'#!/bin/sh\nhead -c 4 "$1" >> "{played}"\nexec sleep {seconds}\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
    return played


async def test_without_a_voice_the_screen_says_that_words_come_at_speaking_pace(named: Path) -> None:
    _at_pace(named, "mots_par_minute = 60")
    app = app_on(named, scenario=SCENARIO)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "Sans voix, le texte suit le rythme de la parole" in drawn(app)
        for _ in range(5):
            await press(pilot, "enter")
        assert "Sans voix" not in drawn(app)
        assert app.aloud._speaker is None


async def test_the_voice_is_offered_in_the_settings_and_says_what_is_missing(
    named: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(named))
    app = app_on(named)
    async with app.run_test(size=(80, 30), notifications=True) as pilot:
        await settle(pilot)
        await press(pilot, "f8")
        tick = app.screen.query_one("#voix", Tick)
        assert not tick.value
        tick.toggle()
        await settle(pilot)
        assert load_settings(named).voice
        said = ("La voix n’est pas installée", "Aucun lecteur de son")
        for _ in range(20):  # a notification is shown in its own time
            if any(words in drawn(app) for words in said):
                break
            await settle(pilot)
        assert any(words in drawn(app) for words in said)
    assert app.failures == []


@heard
async def test_people_are_heard_and_the_last_sentence_again(
    named: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = _player(tmp_path, monkeypatch)
    _at_pace(named, "voix = true", "mots_par_minute = 400")
    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await to_call(pilot)
        assert app.aloud._speaker is not None
        await say(pilot, "Quel est votre numéro de commande ?")
        assert "F5 Réécouter" in drawn(app)
        before = app.sitting.desk.state.n
        last = app.aloud._speaker._last
        await press(pilot, "f5")
        assert app.sitting.desk.state.n == before
        again = app.aloud._speaker._last
        assert again is not last
        assert again.text == last.text
        assert again.length.result(10) > 0
    assert played.read_bytes().startswith(b"RIFF")
    assert app.failures == []


@heard
async def test_quitting_never_waits_for_the_end_of_a_sentence(
    named: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played = _player(tmp_path, monkeypatch, seconds=120)
    _at_pace(named, "voix = true", "mots_par_minute = 60")
    app = app_on(named, scenario=SCENARIO)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert "Écoutez et notez" in drawn(app)
        speaker = app.aloud._speaker
        speaker._last.length.result(10)
        begun = time.monotonic()
        await app.action_leave()
    assert time.monotonic() - begun < 5
    speaker._thread.join(10)
    assert not speaker._thread.is_alive()
    assert played.exists()


PLAIN = """
import sys
from ascom_coach.cli.main import main
status = main(["jouer", sys.argv[1], "--simple", "--repliques", sys.argv[2]])
assert "ascom_coach.speech" not in sys.modules and "ascom_coach.tui" not in sys.modules
sys.exit(status)
"""


def test_line_mode_never_speaks(named: Path, tmp_path: Path) -> None:
    _at_pace(named, "voix = true")
    replies = tmp_path / "repliques.txt"
    replies.write_text("/suite\n/fin\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", PLAIN, str(SCENARIOS / SCENARIO), str(replies)],
        env={**os.environ, "ASCOM_DONNEES": str(named)}, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Sorel" in done.stdout
