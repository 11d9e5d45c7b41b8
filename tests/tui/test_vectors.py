"""The person's own vectors on the screens: the index is made when the search opens, and only Enter asks the model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from ascom_coach.tui import library
from ascom_coach.tui.app import CoachApp
from ascom_coach.tui.library import Library
from ascom_coach.vector_settings import VectorSettings
from tests.models.fault_server import FaultServer
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
    named: Path, vectors: FaultServer
) -> None:
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
