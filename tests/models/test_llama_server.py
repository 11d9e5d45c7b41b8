"""The worst model there is, for real: llama-server with weights of chance, 500 turns and 200 reviews.

Its nonsense reaches the screen neither as a fact, nor as a quote, nor as a level. Needs the program that
ASCOM_LLAMA_SERVER names (see tests/benchmarks/MODEL.md); prints what became of the answers.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest

from ascom_coach.appraising import appraise
from ascom_coach.coach import Coach
from ascom_coach.errors import RefusedInputError
from ascom_coach.models import (
    ErrorCode,
    Gateway,
    ModelProfile,
    french_sentence,
    make_profile,
)
from ascom_coach.models.guard.quantities import allowed, find_quantities
from ascom_coach.rehearsal import Rehearsal, RouteCall, RouteReply, Stage, VoiceCall, commands, replayed
from ascom_coach.rehearsal.events import Said, Source
from ascom_coach.review import Review, appreciations
from ascom_coach.scenarios import find_script, scenario_folders
from ascom_coach.voicing import ModelVoice

from .llama_server import LlamaServer
from .test_outgoing import commands as everything
from .test_outgoing import leaked
from .tiny_model import write_model

PROGRAM = Path(os.environ.get("ASCOM_LLAMA_SERVER") or "/aucun")
pytestmark = [
    pytest.mark.llama_server,
    pytest.mark.xdist_group("llama-server"),
    pytest.mark.skipif(not PROGRAM.is_file(), reason="ASCOM_LLAMA_SERVER names no llama-server program"),
]
TURNS, REVIEWS = 500, 200
REST = 61.0  # seconds: a model that failed three times is left alone for a minute
BUDGET = 60.0  # seconds: no turn and no review takes longer, even on a busy machine
SHIPPED = sorted(scenario_folders())
ENGLISH = re.compile(
    r"\b(?:error|exception|traceback|failed|invalid|unexpected|litellm|openai\w*error|http)\b", re.I
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LlamaServer]:
    pytest.importorskip("gguf", reason="the model of chance is written with the package « gguf »")
    folder = tmp_path_factory.mktemp("llama")
    write_model(folder / "hasard.gguf")
    with LlamaServer(PROGRAM, folder / "hasard.gguf", folder / "journal.txt") as one:
        yield one


class Watched(ModelVoice):
    """Counts what became of each answer. `skipped` seconds pass between turns, so that no failing model rests."""

    def __init__(self, profile: ModelProfile) -> None:
        self.notices: list[str] = []
        self.skipped = 0.0
        gateway = Gateway(profile, now=lambda: time.monotonic() + self.skipped)
        super().__init__(profile, self.notices.append, gateway=gateway)
        self.spoken: Counter[str] = Counter()
        self.why: Counter[str] = Counter()
        self.chosen: Counter[str] = Counter()

    def __call__(self, call: VoiceCall) -> tuple[str, Source, str]:
        text, source, reason = super().__call__(call)
        self.spoken[source] += 1
        if source == "modele":
            assert text.strip()
            assert text.isprintable() or "\n" in text
        else:
            assert text == call.scripted
            self.why[re.sub(r"\s*:\s.*", "", reason.partition("écartée\u00a0: ")[2] or reason)] += 1
        assert not ENGLISH.search(reason.partition(", consigne")[2] if source == "modele" else reason), reason
        return text, source, reason

    def route(self, call: RouteCall) -> RouteReply:
        reply = super().route(call)
        assert reply.fact in ("", *(key for key, _ in call.choices))
        assert not ENGLISH.search(reply.reason), reply.reason
        self.chosen["un sujet" if reply.fact else "aucun" if not reply.reason else reply.reason] += 1
        return reply


def questions(stage: Stage) -> Iterator[str]:
    """What people ask in this scenario, one word left out now and then, so that the reader is not sure."""
    for fact in stage.script.scenario.faits:
        for number, question in enumerate(fact.questions):
            words = question.split()
            yield " ".join(words[: -1 - number % 3] or words)


def test_five_hundred_turns(server: LlamaServer, capsys: pytest.CaptureFixture[str]) -> None:
    profile = make_profile("hasard", "openai/hasard", address=server.address)
    voice = Watched(profile)
    turns, longest, begun, live_lines = 0, 0.0, time.monotonic(), 0
    for seed, name in enumerate(cycle(SHIPPED)):
        if turns >= TURNS:
            break
        stage = Stage(find_script(name, seed=seed // len(SHIPPED)))
        shown: list[tuple[tuple[str, str], ...]] = []
        played = Rehearsal(stage, lambda events: None, voice=voice, router=voice.route)
        played.live = shown.append
        played.start("Léa")
        done: list[commands.Command] = []
        asking = questions(stage)
        walking = everything(stage, played)
        while (command := next(walking, None)) is not None and turns < TURNS:
            more = next(asking, None)
            for one in (command, *([commands.Say(more)] if more else [])):
                shown.clear()
                voice.skipped += REST
                began = time.monotonic()
                before = len(played.events)
                try:
                    played.do(one)
                except RefusedInputError:
                    continue
                took = time.monotonic() - began
                assert took < BUDGET, one
                done.append(one)
                turns += isinstance(one, commands.Say | commands.AskTopic)
                longest = max(longest, took)
                said = [event for event in played.events[before:] if isinstance(event, Said)]
                for event in said:
                    if event.source == "modele":
                        check_line(played, event)
                if shown:
                    live_lines += 1
                    lines = tuple((event.who, event.text) for event in said)
                    assert lines[: len(shown[-1])] == shown[-1], "what was shown is what is kept"
        check_same_game(stage, played, done)
    voice.close()
    assert server.running
    assert turns >= TURNS
    assert sum(voice.spoken.values()) > TURNS / 3
    assert all(notice.startswith("Le moteur intégré a pris le relais") for notice in voice.notices)
    with capsys.disabled():
        print(f"\n{turns} turns in {time.monotonic() - begun:.0f} s, longest {longest:.1f} s")
        print(
            f"voiced lines: {dict(voice.spoken)}; turns in which a sentence was shown as it came: {live_lines}"
        )
        print(f"refused: {dict(voice.why.most_common())}")
        print(f"router: {dict(voice.chosen.most_common())}")


def check_line(played: Rehearsal, event: Said) -> None:
    """A line of the model's holds no value that was not told, said or public, and nothing of a locked fact."""
    scenario = played.stage.script.scenario
    lines = [line.text for line in played.state.transcript if line.n != event.n]
    scripts = [text for fact in scenario.faits if fact.id in played.state.told for text in fact.reponses]
    known = " ; ".join(
        (*lines, *scripts, *played.state.told.values(), scenario.presentation, scenario.entreprise.nom,
         *(person.grief for person in scenario.personnages.values()))
    )  # fmt: skip
    values = find_quantities(known)
    assert not [one for one in find_quantities(event.text) if not allowed(one, values)], event.text
    locked = [fact for fact in scenario.faits if fact.id not in played.state.told]
    assert not [fact.id for fact in locked if leaked(fact, event.text, known)], event.text


def check_same_game(stage: Stage, played: Rehearsal, done: list[commands.Command]) -> None:
    """With the same choices of subject, the script alone grants the same facts and ends in the same moods."""
    alone = Rehearsal(stage, lambda events: None, router=replayed(played.events))
    alone.start("Léa")
    for command in done:
        alone.do(command)
    assert alone.state.told == played.state.told
    assert alone.state.mood == played.state.mood
    for fact in stage.script.scenario.faits:
        if fact.id in played.state.told:
            assert played.state.told[fact.id] == played.state.changed.get(fact.id, fact.valeur)


def reviews(folder: Path) -> list[Review]:
    """The reviews of the shipped samples that hold prose to appreciate."""
    coach = Coach(folder)
    found = []
    for name in SHIPPED:
        samples = (find_script(name).folder / "temoins").rglob("*.*")
        for sample in sorted(one for one in samples if one.suffix != ".xlsx"):
            review = coach.review_files([sample], scenario=name)
            if review.prose:
                found.append(review)
    coach.close()
    return found


def computed(review: Review) -> str:
    """All that the embedded engines decide."""
    bare = replace(review, criteria=tuple(replace(one, appreciation=None) for one in review.criteria))
    return json.dumps(bare.to_json(), ensure_ascii=False)


def test_two_hundred_reviews(server: LlamaServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    voice = Watched(make_profile("hasard", "openai/hasard", address=server.address))
    ready = reviews(tmp_path / "dossier")
    assert ready
    outcomes: Counter[str] = Counter()
    quotes, begun, longest = 0, time.monotonic(), 0.0
    for number, review in zip(range(REVIEWS), cycle(ready), strict=False):
        end = f"Pièce jointe numéro {number}."  # no two requests are the same
        prose = tuple(replace(case, text=f"{case.text}\n{end}") for case in review.prose)
        before = replace(review, prose=prose)
        voice.skipped += REST
        began = time.monotonic()
        told: list[str] = []
        after = appraise(before, voice.ladder, told.append)
        longest = max(longest, time.monotonic() - began)
        assert longest < BUDGET
        assert computed(after) == computed(before), "no level and no finding moves"
        cases = {case.finding: case for case in prose}
        outcomes.update(told)
        for item in appreciations(after):
            case = cases[item["control"]]
            outcomes[item["outcome"]] += 1
            assert item["answer"] in ("", *case.descriptors)
            assert set(item["heard"]) <= set(case.descriptors)
            assert item["quotes"]
            known = find_quantities(f"{case.text} {case.question} {case.asked} {case.told}")
            for quote in item["quotes"]:
                quotes += 1
                assert quote["quote"] in case.text
                assert all(allowed(one, known) for one in find_quantities(quote["claim"])), quote
        assert not [reason for reason in told if ENGLISH.search(reason)]
    rung = voice.ladder.rung()
    voice.close()
    assert server.running
    assert french_sentence(ErrorCode.CHILD_DIED) not in outcomes
    with capsys.disabled():
        print(
            f"\n{REVIEWS} reviews in {time.monotonic() - begun:.0f} s, longest {longest:.1f} s; form: {rung}"
        )
        print(f"points appreciated: {dict(outcomes.most_common())}; quotes shown: {quotes}")
