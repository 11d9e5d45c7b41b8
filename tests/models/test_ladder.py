"""The ladder with a real gateway and a server on loopback: probed once, remembered, climbed down when it fails."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from ascom_coach.models import ErrorCode, ModelError, load_prompt
from ascom_coach.models.child.process import Child
from ascom_coach.models.structured.ladder import NOT_STRUCTURED, UNREADABLE, Ladder, Rung
from ascom_coach.models.structured.memory import FILE, LadderFile

from .talking_server import PROBE_JSON, PROBE_LINES, TalkingServer, is_probe

pytestmark = pytest.mark.xdist_group("litellm-child")
VALUES = {"personnage": "Mme Aubin", "sujets": "S1 : la panne", "avant": "Allô ?", "propos": "Ça date ?"}


def able(up_to: Rung, answer: str = '{"sujet": "S1"}') -> Any:
    """A model that manages the forms from `up_to` down."""

    def say(body: dict[str, Any]) -> str | tuple[int, str]:
        asked = body["messages"][0]["content"]
        plain = "lines" if "lignes étiquetées" in asked else "json"
        form = "schema" if "response_format" in body else plain
        order = ["schema", "json", "lines", "none"]
        if order.index(form) < order.index(up_to):
            return (400, "response_format is not supported") if form == "schema" else "Bien sûr, mardi."
        if is_probe(body):
            return PROBE_LINES if form == "lines" else PROBE_JSON
        return "SUJET : S1" if form == "lines" else answer

    return say


@pytest.mark.parametrize(("rung", "calls"), [("schema", 1), ("json", 2), ("lines", 3), ("none", 3)])
def test_each_model_is_asked_in_the_form_it_manages(
    child: Child, talk: TalkingServer, rung: Rung, calls: int
) -> None:
    talk.say = able(rung)
    ladder = Ladder(talk.gateway(child))
    assert ladder.rung() == rung
    assert len(talk.bodies) == calls
    answer = ladder.ask(load_prompt("routeur"), VALUES)
    assert answer.rung == rung
    if rung == "none":
        assert (answer.data, answer.reason, len(talk.bodies)) == (None, NOT_STRUCTURED, calls)
    else:
        assert answer.data == {"sujet": "S1"}
        assert (answer.model, answer.prompt) == ("openai/essai", "routeur@2")
        assert ("response_format" in talk.bodies[-1]) == (rung == "schema")


def test_the_rung_outlives_the_program_for_a_while(child: Child, talk: TalkingServer, tmp_path: Path) -> None:
    talk.say = able("lines")
    day = dt.date(2026, 11, 25)
    assert Ladder(talk.gateway(child), LadderFile(tmp_path), today=lambda: day).rung() == "lines"
    talk.bodies.clear()
    later = Ladder(talk.gateway(child), LadderFile(tmp_path), today=lambda: day + dt.timedelta(days=29))
    assert (later.rung(), talk.bodies) == ("lines", [])
    elsewhere = Ladder(talk.gateway(child, "autre"), LadderFile(tmp_path), today=lambda: day)
    assert (elsewhere.rung(), len(talk.bodies)) == ("lines", 3)
    talk.say = able("schema")
    old = Ladder(talk.gateway(child), LadderFile(tmp_path), today=lambda: day + dt.timedelta(days=30))
    assert old.rung() == "schema"
    kept = (tmp_path / FILE).read_text(encoding="utf-8")
    assert set(json.loads(kept)) == {f"openai/essai @ {talk.address}", f"openai/autre @ {talk.address}"}
    assert "Mme Aubin" not in kept


def test_a_model_that_could_not_is_tried_again_the_next_day(
    child: Child, talk: TalkingServer, tmp_path: Path
) -> None:
    day = dt.date(2026, 11, 25)
    talk.say = able("none")
    assert Ladder(talk.gateway(child), LadderFile(tmp_path), today=lambda: day).rung() == "none"
    talk.say = able("json")
    tomorrow = Ladder(talk.gateway(child), LadderFile(tmp_path), today=lambda: day + dt.timedelta(days=1))
    assert tomorrow.rung() == "json"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"x": 1}', '{"openai/essai @ y": {"rung": "gold"}}'])
def test_a_damaged_memory_is_probed_again(
    child: Child, talk: TalkingServer, tmp_path: Path, text: str
) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    talk.say = able("json")
    assert Ladder(talk.gateway(child), LadderFile(tmp_path)).rung() == "json"
    assert LadderFile(tmp_path).get(f"openai/essai @ {talk.address}") is not None


def test_a_server_that_is_down_teaches_nothing(child: Child, talk: TalkingServer) -> None:
    talk.say = lambda body: (401, "no")
    ladder = Ladder(talk.gateway(child))
    with pytest.raises(ModelError) as caught:
        ladder.rung()
    assert caught.value.code is ErrorCode.KEY
    talk.say = lambda body: (500, "boom")
    answer = Ladder(talk.gateway(child)).ask(load_prompt("routeur"), VALUES)
    assert answer.data is None
    assert "en panne" in answer.reason
    talk.say = able("schema")
    assert Ladder(talk.gateway(child)).ask(load_prompt("routeur"), VALUES).data == {"sujet": "S1"}


def test_two_unreadable_answers_in_a_row_go_down_one_rung(child: Child, talk: TalkingServer) -> None:
    talk.say = able("schema", "Je dirais le premier sujet.")
    ladder = Ladder(talk.gateway(child))
    first = ladder.ask(load_prompt("routeur"), VALUES)
    assert (first.data, first.reason, first.rung) == (None, UNREADABLE, "schema")
    assert ladder.rung() == "schema"
    talk.say = able("schema")
    assert ladder.ask(load_prompt("routeur"), VALUES).data
    talk.say = able("schema", "Je dirais le premier sujet.")
    for _ in range(2):
        ladder.ask(load_prompt("routeur"), VALUES)
    assert ladder.rung() == "json"


def test_a_server_that_no_longer_takes_the_schema_goes_down_at_once(
    child: Child, talk: TalkingServer
) -> None:
    talk.say = able("schema")
    ladder = Ladder(talk.gateway(child))
    assert ladder.rung() == "schema"
    talk.say = able("json")
    assert ladder.ask(load_prompt("routeur"), VALUES).data is None
    assert ladder.ask(load_prompt("routeur"), VALUES).data == {"sujet": "S1"}
