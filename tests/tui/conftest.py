"""Fixtures of the app's tests: a data folder, only the test scenario, a review written by hand, still cursors."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.widgets import Input, TextArea

from ascom_coach.coach import Coach
from ascom_coach.models.child.process import Child
from tests.models.talking_server import TalkingServer
from tests.tui.sample import prepare, review_of


@pytest.fixture(scope="session", autouse=True)
def _styles_read_once() -> Iterator[None]:
    """Each app reads the same sheets with the same colours: what was read for one serves the next."""
    read = Stylesheet._parse_rules
    known: dict[object, list[RuleSet]] = {}

    def once(
        self: Stylesheet, css: str, read_from: CSSLocation, *more: object, **named: object
    ) -> list[RuleSet]:
        key = (css, read_from, more, *named.items(), frozenset(self._variables.items()))
        if key not in known:
            known[key] = read(self, css, read_from, *more, **named)  # type: ignore[arg-type]
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", once)
        yield


@pytest.fixture(autouse=True)
def _only_the_test_scenario(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("ascom_coach.scenarios.loader.scenarios_dir", lambda: tmp_path / "none")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("ASCOM_DONNEES", raising=False)
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr(TextArea, "cursor_blink", False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return prepare(tmp_path / "donnees")


@pytest.fixture
def named(folder: Path) -> Path:
    """The same folder, somebody having said who they are."""
    coach = Coach(folder)
    coach.journal.choose_person("Inès", "2026-03-01T09:00:00")
    coach.close()
    return folder


@pytest.fixture
def _ready_review(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Coach, "review_desk", review_of)


@pytest.fixture(scope="session")
def child() -> Iterator[Child]:
    """One real child that talks to models, for all the tests of a process (its start takes seconds)."""
    one = Child({**os.environ}, "")
    one.start()
    assert one.wait_ready(60)  # else each test that waits for a line draws the screen until then
    yield one
    one.close()


@pytest.fixture
def talk() -> Iterator[TalkingServer]:
    """A model that says what the test wants."""
    with TalkingServer() as one:
        yield one


ready_review = pytest.mark.usefixtures("_ready_review")
