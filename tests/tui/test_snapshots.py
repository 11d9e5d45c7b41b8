"""Pictures of the main screens at 80×24 and 120×40. Textual is pinned, the clock and the cursors stand still.

Windows over a screen are left out: the dimmed screen behind them is not always painted first.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import ready_review
from tests.tui.sample import app_on
from tests.tui.tour import press, settle, to_call, to_debrief, to_interview, to_selfcheck, to_writing

WIDE = ("accueil", "dossier", "echanges", "redaction", "bilan")


async def _home(pilot: Pilot[Any]) -> None:
    await settle(pilot)


async def _brief(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "enter")


async def _library(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "f9")


async def _draft(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "f7")


async def _model(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await press(pilot, "f8", "f6")


WAYS: dict[str, Callable[[Pilot[Any]], Awaitable[None]]] = {
    "accueil": _home,
    "dossier": _brief,
    "consigne": to_interview,
    "echanges": to_call,
    "redaction": to_writing,
    "auto-evaluation": to_selfcheck,
    "bilan": to_debrief,
    "referentiel": _library,
    "brouillon": _draft,
    "modele": _model,
}


@ready_review
@pytest.mark.parametrize("name", sorted(WAYS))
def test_screen_at_80_by_24(name: str, named: Path, snap_compare: Any) -> None:
    assert snap_compare(app_on(named), terminal_size=(80, 24), run_before=WAYS[name])


@ready_review
@pytest.mark.parametrize("name", WIDE)
def test_screen_at_120_by_40(name: str, named: Path, snap_compare: Any) -> None:
    assert snap_compare(app_on(named), terminal_size=(120, 40), run_before=WAYS[name])


@ready_review
@pytest.mark.parametrize("theme", ["clair", "contraste"])
def test_debrief_in_other_themes(theme: str, named: Path, snap_compare: Any) -> None:
    settings = named / "reglages.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[affichage]", f'[affichage]\ntheme = "{theme}"'), encoding="utf-8")
    assert snap_compare(app_on(named), terminal_size=(80, 24), run_before=to_debrief)
