"""What a model adds on the screens: beside what is computed, marked, after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from ascom_coach.models.child.process import Child
from ascom_coach.tui import library
from ascom_coach.tui.app import CoachApp
from ascom_coach.tui.base import Plain
from ascom_coach.tui.library import Library
from ascom_coach.voicing import ModelVoice
from tests.models.talking_server import TalkingServer
from tests.models.test_appraisal import wording

pytestmark = pytest.mark.xdist_group("litellm-child")


@pytest.mark.parametrize("early", [False, True])
async def test_a_question_sent_is_worded_above_its_passages(
    early: bool, named: Path, child: Child, talk: TalkingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "DEBOUNCE", 0.0)
    talk.say = wording
    app = CoachApp(data=named)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert app.coach is not None
        app.coach._voice = ModelVoice(talk.profile(), lambda sentence: None, gateway=talk.gateway(child))
        await app.push_screen(Library())
        await pilot.pause()
        app.screen.query_one("#question", Input).value = "que respecter dans les documents produits"
        await pilot.pause()
        if not early:
            await app.workers.wait_for_complete()
        assert talk.bodies == []  # nothing leaves while one types
        await pilot.press("enter")
        for _ in range(3):
            await pilot.pause()
            await app.workers.wait_for_complete()
        await pilot.pause()
        said = str(app.screen.query_one("#reponse", Plain).render())
        app.coach._voice = None  # the child belongs to all the tests
    assert "mis en mots par openai/essai" in said
    assert said.index("mis en mots") < said.index("Le référentiel")
