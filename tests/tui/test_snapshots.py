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
from tests.tui.sample import app_at, app_on
from tests.tui.tour import hand_in_and_leave, press, settle, to_call, to_interview

WIDE = ("accueil", "dossier", "echanges", "redaction", "bilan")


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


async def _selfcheck(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    await hand_in_and_leave(pilot)


WAYS: dict[str, tuple[str, Callable[[Pilot[Any]], Awaitable[None]]]] = {
    "accueil": ("", settle),
    "dossier": ("", _brief),
    "consigne": ("", to_interview),
    "echanges": ("", to_call),
    "redaction": ("redaction", settle),
    "auto-evaluation": ("redaction", _selfcheck),
    "bilan": ("bilan", settle),
    "referentiel": ("", _library),
    "brouillon": ("", _draft),
    "modele": ("", _model),
}
"""The moment a session is at when the app opens, none for the accueil, and what is pressed from there."""


def _looks_the_same(name: str, folder: Path, size: tuple[int, int], snap_compare: Any) -> bool:
    moment, way = WAYS[name]
    app = app_at(folder, moment) if moment else app_on(folder)
    return bool(snap_compare(app, terminal_size=size, run_before=way))


@ready_review
@pytest.mark.parametrize("name", sorted(WAYS))
def test_screen_at_80_by_24(name: str, named: Path, snap_compare: Any) -> None:
    assert _looks_the_same(name, named, (80, 24), snap_compare)


@ready_review
@pytest.mark.parametrize("name", WIDE)
def test_screen_at_120_by_40(name: str, named: Path, snap_compare: Any) -> None:
    assert _looks_the_same(name, named, (120, 40), snap_compare)


@ready_review
@pytest.mark.parametrize("theme", ["clair", "contraste"])
def test_debrief_in_other_themes(theme: str, named: Path, snap_compare: Any) -> None:
    settings = named / "reglages.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[affichage]", f'[affichage]\ntheme = "{theme}"'), encoding="utf-8")
    assert _looks_the_same("bilan", named, (80, 24), snap_compare)
