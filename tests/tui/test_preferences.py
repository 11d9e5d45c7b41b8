"""The Réglages screen: a proofreading server elsewhere is kept only after a yes."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ascom_coach.settings import load_settings
from ascom_coach.tui.app import CoachApp
from ascom_coach.tui.dialogs import Confirm
from ascom_coach.tui.preferences import Preferences

ELSEWHERE = "http://192.0.2.7:8081"


@asynccontextmanager
async def typed(folder: Path, address: str) -> Any:
    app = CoachApp(data=folder)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await app.push_screen(Preferences())
        await pilot.pause()
        line = app.screen.query_one("#correcteur", Input)
        line.focus()
        line.value = address
        await pilot.press("enter")
        await pilot.pause()
        yield app, pilot


async def settled(app: CoachApp, pilot: Pilot[None]) -> None:
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_server_elsewhere_is_refused_by_default(named: Path) -> None:
    async with typed(named, ELSEWHERE) as (app, pilot):
        assert isinstance(app.screen, Confirm)
        assert "n’est pas sur cet ordinateur" in app.screen.question
        await pilot.press("enter")  # the careful answer has the focus
        await settled(app, pilot)
        assert isinstance(app.screen, Preferences)
        assert app.screen.query_one("#correcteur", Input).value == ""
    assert load_settings(named).language_server == ""
    assert load_settings(named).language_consent == ""


async def test_a_yes_is_kept_with_its_day(named: Path) -> None:
    async with typed(named, ELSEWHERE) as (app, pilot):
        await pilot.press("left", "enter")
        await settled(app, pilot)
    kept = load_settings(named)
    assert kept.language_server == ELSEWHERE
    assert len(kept.language_consent) == 10


@pytest.mark.parametrize("address", ["http://127.0.0.1:8081", "http://localhost:8081", "http://[::1]:8081"])
async def test_a_server_of_this_machine_needs_no_yes(named: Path, address: str) -> None:
    async with typed(named, address) as (app, pilot):
        await settled(app, pilot)
        assert isinstance(app.screen, Preferences)
    assert load_settings(named).language_server == address
    assert load_settings(named).language_consent == ""
