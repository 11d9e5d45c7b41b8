"""A line of the model on the screen: its first sentence before its last word is sent, and nobody has to wait for it."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input

from ascom_coach.errors import SurroundingsError
from ascom_coach.models.child.process import Child
from ascom_coach.tui.app import CoachApp
from ascom_coach.voicing import ModelVoice
from tests.models.talking_server import TalkingServer
from tests.tui.sample import app_on
from tests.tui.tour import drawn, settle, to_call

pytestmark = pytest.mark.xdist_group("litellm-child")
QUESTION = "Quel est votre numéro de commande ?"
FIRST = "Ma commande porte le numéro T-118."


async def until(true: Callable[[], bool]) -> None:
    """Let the app go on until something is so (the test fails after ten seconds)."""
    for _ in range(2000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("never so")


async def on_the_call(pilot: Any, server: TalkingServer, one: Child) -> CoachApp:
    app = pilot.app
    await settle(pilot)
    app.coach._voice = ModelVoice(server.profile(), app.tell, gateway=server.gateway(one))
    await to_call(pilot)
    return app


def asked(app: CoachApp) -> None:
    line = app.screen.query_one("#parole", Input)
    line.value = QUESTION
    app.screen.query_one("#parole", Input).post_message(Input.Submitted(line, QUESTION))


async def test_the_first_sentence_is_there_before_the_last_word(
    named: Path,
    child: Child,
    talk: TalkingServer,
) -> None:
    seen = threading.Event()
    in_time: list[bool] = []

    def drip(body: Any) -> Iterator[str]:
        yield '{"replique": "' + FIRST + " Gardez"
        in_time.append(seen.wait(10))
        yield '-le bien."}'

    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_the_call(pilot, talk, child)
        talk.say = drip
        asked(app)
        await until(lambda: FIRST in drawn(app))
        screen = drawn(app)
        assert f"Vous : {QUESTION}" in screen
        assert "Gardez" not in screen, "half a sentence"
        assert "ne plus attendre" in screen
        seen.set()
        await settle(pilot)
        screen = drawn(app)
        assert in_time == [True]
        assert screen.count(FIRST) == 1
        assert screen.count(f"Vous : {QUESTION}") == 1
        assert "Gardez-le bien." in screen
        assert "ne plus attendre" not in screen
        last = app.sitting.desk.state.transcript[-1]
        assert last.text == f"{FIRST} Gardez-le bien."
        app.coach._voice = None  # the child belongs to all the tests


async def test_enter_waits_no_longer_and_nothing_typed_is_lost(
    named: Path,
    child: Child,
    talk: TalkingServer,
) -> None:
    done = threading.Event()

    def stuck(body: Any) -> Iterator[str]:
        yield '{"replique": "' + FIRST + " Et"
        done.wait(10)

    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_the_call(pilot, talk, child)
        talk.say = stuck
        asked(app)
        await until(lambda: FIRST in drawn(app))
        line = app.screen.query_one("#parole", Input)
        line.value = "Et votre adresse ?"
        line.post_message(Input.Submitted(line, line.value))
        await pilot.pause()
        assert line.value == "Et votre adresse ?"
        line.value = ""
        began = time.monotonic()
        line.post_message(Input.Submitted(line, ""))
        await until(lambda: "ne plus attendre" not in drawn(app))
        took = time.monotonic() - began
        done.set()
        await settle(pilot)
        last = app.sitting.desk.state.transcript[-1]
        assert (last.text, last.who) == (FIRST, "client")
        assert drawn(app).count(FIRST) == 1
        assert took < 1  # a tenth on an idle machine, drawing included

        def full(events: object) -> None:
            raise SurroundingsError("Le disque est plein : libérez de la place, puis recommencez.")

        talk.say = lambda body: iter(['{"replique": "', FIRST, '"}'])
        app.sitting.desk.rehearsal._record = full
        asked(app)
        await until(lambda: any("disque" in one.message for one in app._notifications))
        await settle(pilot)
        assert app.screen.query_one("#parole", Input).value == QUESTION, "what was said is given back"
        assert drawn(app).count(FIRST) == 1, "what was not kept does not stay"
        assert "ne plus attendre" not in drawn(app)
        app.coach._voice = None
