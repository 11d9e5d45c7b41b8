"""A conversation turn by turn: what was said, what it obtained, how the mood moved and why. Nothing locked is in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.stage import Stage


@dataclass
class Exchange:
    """One turn of the trainee's, and what followed until the next one.

    `n` is the number of the event that opens it: a branch from here keeps what comes before. `understood` is false
    when the person did not get the question or had to ask which subject was meant; `model` names the one that chose
    the subject, if any. Labels are public.
    """

    n: int
    step: str
    who: str
    said: str
    answers: list[tuple[str, str]] = field(default_factory=list)
    learnt: list[str] = field(default_factory=list)
    kept_back: list[str] = field(default_factory=list)
    offered: list[str] = field(default_factory=list)
    moods: list[tuple[str, int, int, str]] = field(default_factory=list)
    promises: list[str] = field(default_factory=list)
    acts: list[str] = field(default_factory=list)
    understood: bool = True
    model: str = ""
    mood: int | None = None


def exchanges(stage: Stage, events: Iterable[ev.Event]) -> list[Exchange]:
    """Every turn of the trainee's, in order. `mood` is that of the person addressed, once the turn is over."""
    found: list[Exchange] = []
    moods = {
        who: person.humeur.depart
        for who, person in stage.script.scenario.personnages.items()
        if person.humeur
    }
    for event in events:
        if isinstance(event, ev.Said) and event.who == ev.TRAINEE:
            found.append(Exchange(event.n, event.step, event.to, event.text, mood=moods.get(event.to)))
            continue
        if not found or isinstance(event, ev.StepEntered):
            continue
        _add(stage, found[-1], event)
        if isinstance(event, ev.MoodChanged):
            moods[event.who] = event.mood
            if event.who == found[-1].who:
                found[-1].mood = event.mood
    return found


def _add(stage: Stage, turn: Exchange, event: ev.Event) -> None:
    def label(fact: str) -> str:
        return stage.script.scenario.fact(fact).porte_sur

    match event:
        case ev.Said() if event.step == turn.step:
            turn.answers.append((event.who, event.text))
        case ev.Granted():
            turn.learnt.append(label(event.fact))
        case ev.Withheld():
            turn.kept_back.append(label(event.fact))
        case ev.Clarifying():
            turn.offered = list(event.labels)
            turn.understood = False
        case ev.NotUnderstood():
            turn.understood = False
        case ev.SecondReading():
            turn.model = event.model if event.fact else ""
        case ev.MoodChanged():
            turn.moods.append((event.who, event.mood, event.delta, event.reason))
        case ev.Promised():
            turn.promises.append(event.verdict)
        case ev.ActDetected():
            turn.acts.append(event.act)
        case _:
            return
