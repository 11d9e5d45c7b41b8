"""The state of a rehearsal, folded from its events. Nothing here decides: it only remembers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce

from ascom_coach.rehearsal import events as ev

ANSWERS = frozenset(["redit", "délégation"])
"""Reasons of lines that answer a question about no fact: the trainee was understood."""


OTHER_THING = "autre chose"
"""Reason of what is not understood when everything offered was refused."""


@dataclass(frozen=True, slots=True)
class HandIn:
    """A file handed in: where it was, where its copy is kept, which version of the production it is."""

    production: str
    path: str
    stored: str
    sha256: str
    version: int
    minute: float
    step: str
    n: int


@dataclass(frozen=True, slots=True)
class MoodPoint:
    """A point of a mood curve: event number, who, the mood from there on, why."""

    n: int
    who: str
    mood: int
    reason: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """A line of the transcript."""

    n: int
    who: str
    to: str
    text: str
    source: str
    step: str
    turn: int


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise made aloud and what the delegation says of it."""

    n: int
    sense: str
    text: str
    amount: str
    verdict: str
    rule: str


@dataclass(frozen=True, slots=True)
class State:
    """Everything known about a rehearsal at one event.

    `told` maps each granted fact to the value told last; `mood` each person to 0–5; `points_heard` the
    instruction points heard; `helps` counts topic lists and hints; `acts` lists (event number, act, words);
    `pending` is the doubt said aloud in `pending_turn`, `offered` its facts even once it is gone, `refused` those that
    were offered and not meant, until they are asked for;
    `secrets` lists (event number, kept) for each indiscreet request answered. `over` is true once the session
    ended, `closed` holds the steps whose conversation ended, with the end's id. `silences` counts those in a row.
    """

    scenario: str = ""
    seed: int = 0
    exam: bool = False
    exam_hearings: int = 1
    exam_transcript: bool = False
    trainee: str = ""
    n: int = 0
    step: str = ""
    step_minute: float = 0.0
    step_starts: Mapping[str, float] = field(default_factory=dict)
    minute: float = 0.0
    turn: int = 0
    speaking_to: str = ""
    hearings: int = 0
    mood: Mapping[str, int] = field(default_factory=dict)
    mood_curve: tuple[MoodPoint, ...] = ()
    told: Mapping[str, str] = field(default_factory=dict)
    changed: Mapping[str, str] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    points_heard: frozenset[str] = frozenset()
    twists: frozenset[str] = frozenset()
    acts: tuple[tuple[int, str, str], ...] = ()
    promises: tuple[Promise, ...] = ()
    transcript: tuple[Utterance, ...] = ()
    pending: tuple[str, ...] = ()
    pending_labels: tuple[str, ...] = ()
    pending_turn: int = 0
    offered: tuple[str, ...] = ()
    refused: frozenset[str] = frozenset()
    misses: int = 0
    met: frozenset[str] = frozenset()
    notes: str = ""
    hand_ins: tuple[HandIn, ...] = ()
    hints: Mapping[str, int] = field(default_factory=dict)
    self_assessment: Mapping[str, str] = field(default_factory=dict)
    helps: int = 0
    topics_open: bool = False
    closed: Mapping[str, str] = field(default_factory=dict)
    last_fact: str = ""
    pried: frozenset[str] = frozenset()
    pending_secret: str = ""
    secrets: tuple[tuple[int, bool], ...] = ()
    silences: int = 0
    end: str = ""

    @property
    def over(self) -> bool:
        """True once the session is over."""
        return bool(self.end)

    def handed(self, production: str) -> HandIn | None:
        """The last file handed in for that production."""
        return next((item for item in reversed(self.hand_ins) if item.production == production), None)

    def version(self) -> int:
        """The highest version handed in, 0 before the first."""
        return max((item.version for item in self.hand_ins), default=0)


def fold(events: Iterable[ev.Event], start: State | None = None) -> State:
    """The state after these events."""
    return reduce(step, events, start or State())


def _with(mapping: Mapping[str, str], key: str, value: str) -> Mapping[str, str]:
    return {**mapping, key: value}


def step(state: State, event: ev.Event) -> State:
    """The state after one more event."""
    base = replace(state, n=event.n, minute=event.minute, turn=event.turn, step=event.step or state.step)
    match event:
        case ev.Started():
            return replace(
                base, scenario=event.scenario, seed=event.seed, exam=event.exam, trainee=event.trainee,
                exam_hearings=event.exam_hearings, exam_transcript=event.exam_transcript,
            )  # fmt: skip
        case ev.StepEntered():
            return replace(
                base, speaking_to=event.who, step_minute=event.minute,
                step_starts={**base.step_starts, event.step: event.minute}, pending=(), pending_labels=(), misses=0,
                last_fact="", silences=0,
            )  # fmt: skip
        case ev.Heard():
            heard = base.points_heard | {event.point}
            return replace(
                base, points_heard=heard, hearings=event.hearing, met=base.met | {event.who},
                transcript=(*base.transcript, _line(event, event.who, ev.TRAINEE, event.text, "script")),
            )  # fmt: skip
        case ev.Said():
            line = _line(event, event.who, event.to, event.text, event.source)
            other = event.to if event.who == ev.TRAINEE else event.who
            met = base.met if event.who == ev.TRAINEE else base.met | {event.who}
            answering = event.who != ev.TRAINEE and event.turn > base.pending_turn
            if answering:  # the doubt of an earlier turn was not settled by this one: it is gone
                base = replace(base, pending=(), pending_labels=())
            worded = event.who == ev.TRAINEE and any(char.isalnum() for char in event.text)
            return replace(
                base, transcript=(*base.transcript, line), speaking_to=other, met=met, topics_open=False,
                silences=0 if worded else base.silences, misses=0 if event.reason in ANSWERS else base.misses,
            )  # fmt: skip
        case ev.ActDetected():
            return replace(base, acts=(*base.acts, (event.n, event.act, event.text)))
        case _:
            return _knowledge(base, event)


def _knowledge(base: State, event: ev.Event) -> State:
    match event:
        case ev.Asked():
            return replace(
                base, asked=(*base.asked, event.fact), pending=(), pending_labels=(), misses=0,
                refused=base.refused - {event.fact},
            )  # fmt: skip
        case ev.Granted():
            return replace(base, told=_with(base.told, event.fact, event.value), last_fact=event.fact)
        case ev.Withheld():
            return replace(base, withheld=(*base.withheld, event.fact))
        case ev.Clarifying():
            return replace(base, pending=event.facts, pending_labels=event.labels, pending_turn=event.turn,
                           offered=event.facts, misses=0)  # fmt: skip
        case ev.NotUnderstood():
            fresh = event.reason == OTHER_THING and event.turn == base.pending_turn + 1
            refused = base.refused | set(base.offered) if fresh else base.refused
            return replace(base, refused=refused, misses=base.misses + 1, pending=(), pending_labels=())
        case ev.Pried():
            return replace(base, pried=base.pried | {event.who}, pending_secret=event.who)
        case ev.SecretAsked():
            return replace(base, pending_secret="", secrets=(*base.secrets, (event.n, event.kept)))
        case ev.TopicsShown():
            return replace(base, helps=base.helps + 1, misses=0, topics_open=True)
        case ev.MoodChanged():
            point = MoodPoint(event.n, event.who, event.mood, event.reason)
            mood = {**base.mood, event.who: event.mood}
            return replace(base, mood=mood, mood_curve=(*base.mood_curve, point))
        case ev.Promised():
            made = Promise(event.n, event.sense, event.text, event.amount, event.verdict, event.rule)
            return replace(base, promises=(*base.promises, made))
        case ev.TwistFired():
            changed = _with(base.changed, event.fact, event.value) if event.fact else base.changed
            told = _with(base.told, event.fact, event.value) if event.fact else base.told
            return replace(base, twists=base.twists | {event.twist}, changed=changed, told=told)
        case _:
            return _work(base, event)


def _work(base: State, event: ev.Event) -> State:
    match event:
        case ev.Noted():
            return replace(base, notes=event.text)
        case ev.HandedIn():
            made = HandIn(
                event.production,
                event.path,
                event.stored,
                event.sha256,
                event.version,
                event.minute,
                event.step,
                event.n,
            )
            return replace(base, hand_ins=(*base.hand_ins, made))
        case ev.HintOpened():
            return replace(base, hints={**base.hints, event.control: event.level}, helps=base.helps + 1)
        case ev.SelfAssessed():
            return replace(base, self_assessment=_with(base.self_assessment, event.criterion, event.level))
        case ev.Silent():
            return replace(base, silences=base.silences + 1)
        case ev.ConversationEnded():
            return replace(base, closed=_with(base.closed, event.step, event.end))
        case ev.Ended():
            return replace(base, end=event.end)
        case _:
            return base


def _line(event: ev.Event, who: str, to: str, text: str, source: str) -> Utterance:
    return Utterance(event.n, who, to, text, source, event.step, event.turn)
