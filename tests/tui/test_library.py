"""The Référentiel screen: answers as one types, the row of a passage, why it is there, what trains it, the course."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from ascom_coach.retrieval.course import open_course
from ascom_coach.tui import library
from ascom_coach.tui.app import CoachApp
from ascom_coach.tui.base import Plain
from ascom_coach.tui.library import Library


@pytest.fixture(autouse=True)
def _no_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "DEBOUNCE", 0.0)


async def _on_library(
    folder: Path, question: str, then: Callable[[CoachApp, Pilot[None]], Awaitable[None]]
) -> None:
    app = CoachApp(data=folder)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await app.push_screen(Library())
        await pilot.pause()
        app.screen.query_one("#question", Input).value = question
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await app.workers.wait_for_complete()
        await then(app, pilot)


def _shown(app: CoachApp) -> str:
    return str(app.screen.query_one("#passage-texte", Plain).render())


async def test_a_passage_comes_with_its_row_its_reason_and_its_scenarios(named: Path) -> None:
    async def then(app: CoachApp, _pilot: Pilot[None]) -> None:
        text = _shown(app)
        assert "Pourquoi ce résultat" in text
        assert "Sa ligne" in text
        assert "Ce qui est jugé" in text
        assert "scénario" in text.lower() or "Pour vous entraîner" in text

    await _on_library(named, "un client en colère au téléphone", then)


async def test_a_copied_passage_names_its_source(named: Path) -> None:
    async def then(app: CoachApp, pilot: Pilot[None]) -> None:
        await pilot.press("f5")
        await pilot.pause()
        assert app.clipboard == "« Gestion des rendez-vous et des agendas » (référentiel ASCOM, A2.02)"

    await _on_library(named, "A2.02", then)


async def test_the_course_is_listed_apart_and_never_as_official(named: Path, tmp_path: Path) -> None:
    lesson = tmp_path / "recommande.md"
    lesson.write_text("# Le recommandé\nUn avis de réception prouve la date de remise.\n", encoding="utf-8")
    with open_course(named / "index") as course:
        course.add([lesson])

    async def then(app: CoachApp, pilot: Pilot[None]) -> None:
        options = app.screen.query_one("#passages", OptionList)
        labels = [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]
        assert "Votre cours (non officiel)" in labels
        options.highlighted = options.option_count - 1
        await pilot.pause()
        assert "non officiel" in _shown(app)
        assert "prouve la date" in _shown(app)
        await pilot.press("f5")
        await pilot.pause()
        assert app.clipboard == ""

    await _on_library(named, "que prouve l’avis de réception d’un recommandé", then)


async def test_a_trainer_adds_a_course_and_takes_it_out(named: Path, tmp_path: Path) -> None:
    lesson = tmp_path / "paie.md"
    lesson.write_text("# La paie\nLe bulletin de salaire est remis chaque mois.\n", encoding="utf-8")

    async def then(app: CoachApp, pilot: Pilot[None]) -> None:
        await pilot.press("f7")
        await pilot.pause()
        app.screen.query_one("#ligne", Input).value = str(lesson)
        await pilot.press("enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert [one.name for one in app.loaded.course_files()] == ["paie.md"]
        await pilot.press("f8")
        for _ in range(40):
            await pilot.pause()
            if not isinstance(app.screen, Library):
                break
        await pilot.press("1")
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert app.loaded.course_files() == []

    await _on_library(named, "bulletin de salaire", then)
