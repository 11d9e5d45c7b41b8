"""Driving the app: waiting without sleeping, reading what is drawn, going through every screen."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Input
from textual.worker import WorkerCancelled

from ascom_coach.tui.app import CoachApp


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until the coach is there, nothing works beside the screen, and every message and refresh is done."""
    app = pilot.app
    assert isinstance(app, CoachApp)
    screens, calm = 0, 0
    for _ in range(4000):
        if app._exit:
            return
        with contextlib.suppress(WorkerCancelled):  # a newer request took its place
            await app.workers.wait_for_complete()
        await pilot._wait_for_screen()
        await asyncio.sleep(0.002)
        same = len(app.screen_stack) == screens
        calm = calm + 1 if same and not app.workers and _begun(app) and _laid_out(app) else 0
        screens = len(app.screen_stack)
        if calm >= 3:
            return
    raise AssertionError("the screen never came to rest")


def _laid_out(app: CoachApp) -> bool:
    """Nothing waits for the screen's next refresh, which a busy machine may put off for long."""
    screen = app.screen
    waiting = (
        screen._layout_required,
        screen._scroll_required,
        screen._repaint_required,
        screen._recompose_required,
        screen._dirty_widgets,
        screen._callbacks,
    )
    return not any(waiting) and not app._batch_count


def _begun(app: CoachApp) -> bool:
    return app.coach is not None or "ne sont pas accessibles" in drawn(app)


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys, each one dealt with before the next."""
    driver = pilot.app._driver
    assert driver is not None
    for key in keys:
        character = key if len(key) == 1 else " " if key == "space" else "\r" if key == "enter" else None
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        event = Key(name, character)
        event.set_sender(pilot.app)
        driver.send_message(event)
        if len(key) > 1:
            await settle(pilot)
    await settle(pilot)


async def say(pilot: Pilot[Any], text: str) -> None:
    """Put words in the line one speaks with, and send them."""
    pilot.app.screen.query_one("#parole", Input).value = text
    await press(pilot, "enter")


def drawn(app: CoachApp) -> str:
    """The text on the screen, line by line, no-break spaces read as spaces."""
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines).replace("\u00a0", " ")


def place(app: CoachApp) -> str:
    """The name of the screen in front."""
    return getattr(app.screen, "PLACE", "")


async def to_interview(pilot: Pilot[Any]) -> None:
    """From the accueil to the instruction, heard."""
    await settle(pilot)
    await press(pilot, "enter")
    await press(pilot, "enter")
    for _ in range(5):
        await press(pilot, "enter")


async def to_call(pilot: Pilot[Any]) -> None:
    """To the call of the client."""
    await to_interview(pilot)
    await press(pilot, "f6")
    await press(pilot, "enter")


async def to_writing(pilot: Pilot[Any]) -> None:
    """To the rédaction."""
    await to_call(pilot)
    await say(pilot, "Bonjour, quel est votre numéro de commande ?")
    await press(pilot, "f6")
    await press(pilot, "enter")


async def to_selfcheck(pilot: Pilot[Any]) -> None:
    """To the auto-évaluation, one text handed in."""
    await to_writing(pilot)
    await hand_in_and_leave(pilot)


async def hand_in_and_leave(pilot: Pilot[Any]) -> None:
    """From the rédaction to the auto-évaluation, one text of two still missing."""
    await press(pilot, *"Oui")
    await press(pilot, "f8")
    await press(pilot, "f6")
    await press(pilot, "left", "enter")


async def to_debrief(pilot: Pilot[Any]) -> None:
    """To the bilan."""
    await to_selfcheck(pilot)
    await press(pilot, "2", "3")
    await press(pilot, "f6")


async def every_screen(app: CoachApp, pilot: Pilot[Any], draft: Path) -> AsyncIterator[str]:
    """Go everywhere, one name a screen or window. Nobody is known yet when it begins."""
    await settle(pilot)
    yield "personnes"
    await press(pilot, *"Lou", "enter")
    yield "accueil"
    await press(pilot, "f1")
    yield "aide"
    await press(pilot, "escape", "ctrl+p")
    yield "commandes"
    await press(pilot, *"zzz")
    yield "commandes-vide"
    await press(pilot, "escape", "f6")
    yield "examen"
    await press(pilot, "escape", "f8")
    yield "reglages"
    await press(pilot, "f6")
    yield "modele"
    await press(pilot, "f2")
    yield "modele-suggestions"
    await press(pilot, "1")
    yield "modele-formulaire"
    await press(pilot, "escape", "escape", "escape", "f9")
    yield "referentiel"
    await press(pilot, "escape", "f3")
    yield "carnet"
    await press(pilot, "f8")
    yield "carnet-effacer"
    await press(pilot, "escape", "escape", "f7")
    yield "brouillon"
    await press(pilot, "escape")
    await press(pilot, "enter")
    yield "dossier"
    await press(pilot, "enter")
    for _ in range(5):
        await press(pilot, "enter")
    yield "consigne"
    await press(pilot, "f6", "enter")
    await say(pilot, "Bonjour, quel est votre numéro de commande ?")
    yield "echanges"
    await press(pilot, "f4")
    yield "sujets"
    await press(pilot, "escape", "f8")
    yield "parler-a"
    await press(pilot, "escape", "f6")
    yield "suite"
    await press(pilot, "enter")
    yield "redaction"
    await press(pilot, "f5")
    yield "dossier-suivi"
    await press(pilot, "escape", *"Oui", "f8")
    await press(pilot, "f6")
    yield "manque"
    await press(pilot, "left", "enter")
    yield "auto"
    await press(pilot, "2", "3")
    await press(pilot, "f6")
    yield "bilan"
    for number in range(1, 9):
        await press(pilot, "down")
        yield f"bilan-{number}"
    await press(pilot, "f8")
    yield "avis"
    await press(pilot, "escape", "f7")
    yield "rapport"
    await press(pilot, "escape", "f4")
    yield "clore"
    await press(pilot, "escape", "escape")
    yield "accueil-reprise"
