"""The draft screen meets an old Word document: one question, then the review of a converted copy, or the refusal."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ascom_coach.tui.app import CoachApp
from ascom_coach.tui.dialogs import Confirm
from ascom_coach.tui.draft import Draft, DraftReview
from tests.documents.stand_in import posix_only, stand_in
from tests.tui.tour import drawn, settle

pytestmark = posix_only


async def _until(pilot: Pilot[Any], kind: type) -> None:
    """Wait for a screen; the work that asks a question goes on while it is open."""
    for _ in range(600):
        await pilot.pause(0.01)
        if isinstance(pilot.app.screen, kind):
            return


async def _asked(app: CoachApp, pilot: Pilot[Any], old: Path) -> None:
    await settle(pilot)
    await app.push_screen(Draft())
    await pilot.pause()
    app.screen.query_one("#fichier", Input).value = str(old)
    app.screen.query_one("#fichier", Input).focus()
    await pilot.press("enter")
    await _until(pilot, Confirm)
    text = " ".join(drawn(app).split())
    assert "ancien format" in text
    assert "Convertir une copie" in text


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_yes_reads_a_converted_copy(
    named: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    old = stand_in(tmp_path, monkeypatch)
    app = CoachApp(data=named)
    async with app.run_test(size=size) as pilot:
        await _asked(app, pilot, old)
        await pilot.press("enter")
        await _until(pilot, DraftReview)
        await settle(pilot)
        assert "Relecture : lettre.docx" in drawn(app)
    assert (tmp_path / "lettre.docx").is_file()


async def test_no_leaves_it_and_says_what_to_do(
    named: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = stand_in(tmp_path, monkeypatch)
    app = CoachApp(data=named)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await _asked(app, pilot, old)
        await pilot.press("right", "enter")
        await _until(pilot, Draft)
        await settle(pilot)
        assert "ancien document" in drawn(app)
    assert not (tmp_path / "lettre.docx").exists()
