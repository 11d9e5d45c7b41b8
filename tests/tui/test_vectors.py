"""The person's own vectors on the screens: the index is made when the search opens, and only Enter asks the model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input

from ascom_coach.models import embedding
from ascom_coach.models.child.process import Child
from ascom_coach.tui import library
from ascom_coach.tui.app import CoachApp
from ascom_coach.tui.library import Library
from ascom_coach.tui.vector_form import VectorForm
from ascom_coach.vector_settings import VectorSettings
from tests.models.fault_server import FaultServer
from tests.models.lent import Lent
from tests.tui.sample import app_on
from tests.tui.tour import drawn, place, press, settle

pytestmark = pytest.mark.xdist_group("litellm-child")
QUESTION = "un client en colère au téléphone"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ASCOM_MODELE", raising=False)
    monkeypatch.setattr(library, "DEBOUNCE", 0.0)


@pytest.fixture
def vectors() -> Iterator[FaultServer]:
    with FaultServer() as one:
        yield one


async def test_the_search_makes_the_index_and_asks_the_model_on_enter_alone(
    named: Path, vectors: FaultServer, child: Child, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding, "_own_child", lambda *_: Lent(child))
    VectorSettings(named).choose("openai/ok", adresse=vectors.base("openai"))
    app = CoachApp(data=named)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await app.push_screen(Library())
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert vectors.hits("ok") == 14
        assert any("est prêt" in one.message for one in app._notifications)
        app.screen.query_one("#question", Input).value = QUESTION
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert isinstance(app.screen, Library)
        assert app.screen.answer is not None
        assert app.screen.answer.engine == "chroma+lexique"
        assert vectors.hits("ok") == 14
        app.screen.query_one("#question").focus()
        await pilot.press("enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert app.screen.answer.engine == "chroma+modele+lexique"
        assert vectors.requests[-1]["input"] == [QUESTION]
        assert vectors.hits("ok") == 15


async def test_the_card_of_the_embedded_engine_says_which_vectors_are_used(named: Path) -> None:
    for expected in ("Vecteurs intégrés, toujours prêts", "ollama/bge-m3"):
        app = app_on(named)
        async with app.run_test(size=(100, 40)) as pilot:
            await settle(pilot)
            await press(pilot, "f8", "f6")
            assert place(app) == "modele"
            await settle(pilot)
            assert expected in drawn(app)
        VectorSettings(named).choose("ollama/bge-m3")


async def _to_form(pilot: Pilot[Any]) -> VectorForm:
    await settle(pilot)
    await press(pilot, "f8", "f6", "f7")
    assert isinstance(pilot.app.screen, VectorForm)
    return pilot.app.screen


async def _until(pilot: Pilot[Any], words: str) -> None:
    for _ in range(200):
        if words in drawn(pilot.app):  # type: ignore[arg-type]
            return
        await pilot.pause(0.02)
    raise AssertionError(drawn(pilot.app))  # type: ignore[arg-type]


async def test_the_form_makes_the_index_and_comes_back_to_the_built_in(
    named: Path, vectors: FaultServer
) -> None:
    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        form = await _to_form(pilot)
        assert "Vecteurs intégrés, toujours prêts" in drawn(app)
        form.query_one("#modele", Input).value = "openai/ok"
        form.query_one("#adresse", Input).value = vectors.base("openai")
        await press(pilot, "enter")
        await _until(pilot, "est prêt")
        assert vectors.hits("ok") > 14  # a first call or two, then the batches
        await settle(pilot)
        assert "Construire l’index" in drawn(app)
        form.query_one("#integre", Button).press()
        await settle(pilot)
        assert "Vecteurs intégrés, toujours prêts" in drawn(app)
        assert VectorSettings(named).active() is None
        assert VectorSettings(named).table()["modele"] == "openai/ok"


async def test_a_construction_is_stopped_and_the_built_in_search_answers(
    named: Path, vectors: FaultServer
) -> None:
    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        form = await _to_form(pilot)
        form.query_one("#modele", Input).value = "openai/silence"
        form.query_one("#adresse", Input).value = vectors.base("openai")
        form.query_one("#construire", Button).press()
        await pilot.pause()
        assert form.construction is not None
        assert "Arrêter" in drawn(app)
        form.query_one("#construire", Button).press()
        await _until(pilot, "intégrée répond en attendant")
        assert form.construction is None


async def test_a_hosted_model_asks_for_consent_on_what_would_leave(named: Path) -> None:
    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        form = await _to_form(pilot)
        form.query_one("#modele", Input).value = "mistral/mistral-embed"
        await press(pilot, "enter")
        await settle(pilot)
        assert place(app) == "accord"
        assert "une question au référentiel" in drawn(app)
        assert "un personnage" not in drawn(app)


async def test_a_form_left_empty_says_what_is_missing(named: Path) -> None:
    app = app_on(named)
    async with app.run_test(size=(80, 24)) as pilot:
        await _to_form(pilot)
        await press(pilot, "enter")
        assert "modele" in drawn(app)
        await press(pilot, "escape")
        assert place(app) == "modele"
