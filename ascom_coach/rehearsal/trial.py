"""Trying a scenario before class: what phrases are understood as, and how typical trainees get through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ascom_coach.errors import RefusedInputError
from ascom_coach.language import find_acts
from ascom_coach.rehearsal import commands as do
from ascom_coach.rehearsal.session import Rehearsal
from ascom_coach.rehearsal.stage import Stage, askables, shipped_decoys
from ascom_coach.rehearsal.understanding import Reader
from ascom_coach.scenarios import Script
from ascom_coach.scenarios.schema import Draft


def understand(draft: Draft, phrases: Iterable[str]) -> Iterator[dict[str, Any]]:
    """What each phrase, on its own, asks for (contract of `scenario comprendre`)."""
    reader = Reader(askables(draft.faits, (*draft.leurres, *shipped_decoys())))
    for phrase in phrases:
        readings = reader.read(phrase)
        facts = list(dict.fromkeys(fact for reading in readings for fact in reading.facts))
        unsure = any(reading.decision == "clarifier" and reading.asking for reading in readings)
        best: dict[str, float] = {}
        for reading in readings:
            for fact, score in reading.candidates:
                best[fact] = max(best.get(fact, 0.0), score)
        ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
        yield {
            "text": phrase,
            "decision": "fait" if facts else "clarifier" if unsure else "aucun",
            "facts": facts,
            "candidates": [{"fact": fact, "score": score} for fact, score in ranked],
            "acts": [act.act for act in find_acts(phrase)],
        }


@dataclass(frozen=True, slots=True)
class Trial:
    """How one typical trainee got through one variant."""

    seed: int
    trainee: str
    end: str
    granted: tuple[str, ...]
    missed: tuple[str, ...]
    facts: int
    moods: tuple[int, ...]
    turns: int

    def to_json(self) -> dict[str, object]:
        """A row of `scenario essayer --json`."""
        return {
            "seed": self.seed, "trainee": self.trainee, "end": self.end, "granted": list(self.granted),
            "missed": list(self.missed), "moods": list(self.moods), "turns": self.turns,
        }  # fmt: skip


POLITE = (
    "Bonjour, je vous écoute.",
    "Je comprends votre agacement, je suis désolé pour ce désagrément.",
    "Si je résume bien, vous attendez une solution de notre part.",
    "Je m’occupe de votre dossier et je vous rappelle aujourd’hui.",
)
HARSH = (
    "Calmez-vous.",
    "C’est votre faute, il fallait lire.",
    "Je n’ai pas que ça à faire.",
    "Vous êtes pénible.",
)
GOODBYE = "Merci, au revoir."


def rehearse_types(script: Script) -> list[Trial]:
    """Play every conversation of a script with typical trainees; time is virtual, nothing is kept."""
    return [_trial(script, name) for name in ("excellent", "poli", "agressif", "muet")]


def _trial(script: Script, trainee: str) -> Trial:
    stage = Stage(script)
    rehearsal = Rehearsal(stage, lambda events: None)
    rehearsal.start(trainee)
    while True:
        step = stage.step(rehearsal.state.step)
        for person in () if step.type == "production" else stage.people(step):
            _talk(rehearsal, person, trainee)
        if stage.following(rehearsal.state.step) is None:
            break
        _try(rehearsal, do.NextStep())
    _try(rehearsal, do.Finish())
    facts = [fact.id for fact in script.scenario.faits]
    told = rehearsal.state.told
    return Trial(
        script.seed, trainee, rehearsal.state.end, tuple(fact for fact in facts if fact in told),
        tuple(fact for fact in facts if fact not in told), len(facts),
        tuple(point.mood for point in rehearsal.state.mood_curve), len(rehearsal.state.transcript),
    )  # fmt: skip


def _talk(rehearsal: Rehearsal, person: str, trainee: str) -> None:
    if rehearsal.state.speaking_to != person:
        _try(rehearsal, do.Address(person))
    questions = [
        fact.questions[0]
        for fact in rehearsal.stage.facts_of(person)
        if fact.questions and fact.acces != "jamais"
    ]
    lines = {
        "excellent": [*POLITE[:3], *_attentive(questions), POLITE[3]],
        "poli": list(POLITE),
        "agressif": [*HARSH, *questions[:2]],
        "muet": ["…"],
    }[trainee]
    for line in lines:
        _try(rehearsal, do.Say(line))
    if trainee != "muet" and person == rehearsal.stage.people(rehearsal.stage.step(rehearsal.state.step))[-1]:
        first = rehearsal.stage.people(rehearsal.stage.step(rehearsal.state.step))[0]
        if first != rehearsal.state.speaking_to:
            _try(rehearsal, do.Address(first))
        _try(rehearsal, do.Say(GOODBYE))


def _attentive(questions: list[str]) -> list[str]:
    """One question at a time, with thanks every other time."""
    return [f"Merci, c’est noté. {question}" if i % 2 else question for i, question in enumerate(questions)]


def _try(rehearsal: Rehearsal, command: do.Command) -> None:
    """A closed conversation or a missing step is no failure here."""
    try:
        rehearsal.do(command)
    except RefusedInputError:
        return
