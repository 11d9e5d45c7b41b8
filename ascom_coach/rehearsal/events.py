"""What happens in a rehearsal, one small value per thing, each with its reason. State is a fold over these.

`minute` is virtual or real minutes since the start; `turn` counts what the trainee said in the present step.
The JSON form is flat and stable (contract of `jouer --json`).
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar, Literal

Source = Literal["script", "modele", "stagiaire"]
TRAINEE = "stagiaire"


@dataclass(frozen=True, slots=True)
class Event:
    """What all events share. `n` numbers events from 1 in a session."""

    name: ClassVar[str] = "event"
    n: int
    step: str
    minute: float
    turn: int


@dataclass(frozen=True, slots=True)
class Started(Event):
    """The session opens. `exam` hides hints, topics and transcript; `seed` fixes variants and wording.

    `exam_hearings` and `exam_transcript` are the exam's rules when it began: ours, for the référentiel fixes none.
    """

    name: ClassVar[str] = "started"
    scenario: str
    seed: int
    exam: bool
    trainee: str = ""
    exam_hearings: int = 1
    exam_transcript: bool = False


@dataclass(frozen=True, slots=True)
class StepEntered(Event):
    """A step begins. `who` is the first person met."""

    name: ClassVar[str] = "step_entered"
    who: str
    kind: str


@dataclass(frozen=True, slots=True)
class Heard(Event):
    """The manager says one point of the oral instruction."""

    name: ClassVar[str] = "heard"
    who: str
    point: str
    text: str
    hearing: int


@dataclass(frozen=True, slots=True)
class Said(Event):
    """Somebody speaks. `to` is the person addressed; `engine` the model and prompt whose words these are, if any."""

    name: ClassVar[str] = "said"
    who: str
    to: str
    text: str
    source: Source
    reason: str = ""
    engine: str = ""


@dataclass(frozen=True, slots=True)
class ActDetected(Event):
    """A speech act of the trainee, with the words that show it."""

    name: ClassVar[str] = "act"
    act: str
    text: str


@dataclass(frozen=True, slots=True)
class SecondReading(Event):
    """A model was asked what unsure words ask for: the fact it chose, empty for none. `reason` tells a failure."""

    name: ClassVar[str] = "second_reading"
    who: str
    fact: str
    reason: str = ""
    model: str = ""
    prompt: str = ""
    source: Source = "modele"


@dataclass(frozen=True, slots=True)
class Asked(Event):
    """What the trainee's words asked for. `how`: phrase, clarification, sujet (topic list), modele."""

    name: ClassVar[str] = "asked"
    who: str
    fact: str
    how: str
    score: float


@dataclass(frozen=True, slots=True)
class Granted(Event):
    """A fact is told. `fact` and `value` are now known to the trainee."""

    name: ClassVar[str] = "granted"
    who: str
    fact: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Withheld(Event):
    """A fact was asked but its gate is closed. The reason never tells the value."""

    name: ClassVar[str] = "withheld"
    who: str
    fact: str
    reason: str


@dataclass(frozen=True, slots=True)
class Clarifying(Event):
    """The character asks which of these facts was meant (ids, public labels)."""

    name: ClassVar[str] = "clarifying"
    who: str
    facts: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotUnderstood(Event):
    """Nothing held answers the words."""

    name: ClassVar[str] = "not_understood"
    who: str
    reason: str


@dataclass(frozen=True, slots=True)
class Misquoted(Event):
    """A summary gave a told fact, or a point said aloud, another value (`said`, as typed): the person puts it right."""

    name: ClassVar[str] = "misquoted"
    who: str
    fact: str
    said: str


@dataclass(frozen=True, slots=True)
class Pried(Event):
    """A person asked for what concerns somebody else."""

    name: ClassVar[str] = "pried"
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class SecretAsked(Event):
    """What the trainee answered to that: `kept` is false when data, or a yes, was given."""

    name: ClassVar[str] = "secret"
    who: str
    kept: bool
    text: str


@dataclass(frozen=True, slots=True)
class TopicsShown(Event):
    """The list of topics was opened (counted as help)."""

    name: ClassVar[str] = "topics"
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoodChanged(Event):
    """The mood of a character moved, and why."""

    name: ClassVar[str] = "mood"
    who: str
    mood: int
    delta: int
    reason: str


@dataclass(frozen=True, slots=True)
class Promised(Event):
    """Something promised aloud. `verdict`: permis, interdit, au-dela, sans-accord."""

    name: ClassVar[str] = "promised"
    sense: str
    text: str
    amount: str
    verdict: str
    rule: str


@dataclass(frozen=True, slots=True)
class TwistFired(Event):
    """An unforeseen thing happens; `fact` then has `value`."""

    name: ClassVar[str] = "twist"
    who: str
    twist: str
    fact: str
    value: str


@dataclass(frozen=True, slots=True)
class Noted(Event):
    """The trainee's notes, whole."""

    name: ClassVar[str] = "noted"
    text: str


@dataclass(frozen=True, slots=True)
class HandedIn(Event):
    """A file is handed in for a production. `version` counts hand-ins of that production, from 1."""

    name: ClassVar[str] = "handed_in"
    production: str
    path: str
    stored: str
    sha256: str
    version: int


@dataclass(frozen=True, slots=True)
class HintOpened(Event):
    """A hint was opened (counted as help). `level` from 1."""

    name: ClassVar[str] = "hint"
    control: str
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class SelfAssessed(Event):
    """The trainee's own level for a criterion, before the debrief."""

    name: ClassVar[str] = "self_assessed"
    criterion: str
    level: str


@dataclass(frozen=True, slots=True)
class Waited(Event):
    """Time passes without a word."""

    name: ClassVar[str] = "waited"
    minutes: float


@dataclass(frozen=True, slots=True)
class Silent(Event):
    """The trainee said nothing to somebody who was waiting, and who noticed."""

    name: ClassVar[str] = "silent"
    who: str


@dataclass(frozen=True, slots=True)
class ConversationEnded(Event):
    """A conversation reaches one of its ends."""

    name: ClassVar[str] = "conversation_ended"
    end: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ended(Event):
    """The session is over."""

    name: ClassVar[str] = "ended"
    end: str


_KINDS: dict[str, type[Event]] = {
    kind.name: kind
    for kind in (
        Started, StepEntered, Heard, Said, ActDetected, SecondReading, Asked, Granted, Withheld, Clarifying,
        NotUnderstood,
        Misquoted, Pried, SecretAsked, TopicsShown, MoodChanged, Promised, TwistFired, Noted, HandedIn, HintOpened,
        SelfAssessed, Waited, Silent, ConversationEnded, Ended,
    )
}  # fmt: skip


def to_record(event: Event) -> dict[str, Any]:
    """The event as plain JSON values, exactly its own fields and its name."""
    record: dict[str, Any] = {"event": event.name}
    for item in dataclasses.fields(event):
        value = getattr(event, item.name)
        record[item.name] = list(value) if isinstance(value, tuple) else value
    return record


def from_record(record: dict[str, Any]) -> Event:
    """The event of a stored record. Unknown fields are ignored, so that an older program reads a newer journal.

    Raises ValueError when the kind of event is unknown.
    """
    kind = _KINDS.get(str(record.get("event")))
    if kind is None:
        raise ValueError(f"unknown event {record.get('event')!r}")
    values: dict[str, Any] = {}
    for item in dataclasses.fields(kind):
        if item.name in record:
            value = record[item.name]
            values[item.name] = tuple(value) if isinstance(value, list) else value
    return kind(**values)


_CONTRACT = (
    "step",
    "minute",
    "turn",
    "event",
    "who",
    "to",
    "text",
    "fact",
    "act",
    "mood",
    "reason",
    "source",
)


def to_line(event: Event, session: str) -> dict[str, Any]:
    """The event in the shape of `jouer --json`: the shared keys first, then the event's own; no empty `engine`."""
    record = to_record(event)
    line: dict[str, Any] = {"v": 1, "session": session, "n": event.n}
    for key in _CONTRACT:
        line[key] = record.get(key)
    line.update(
        {key: value for key, value in record.items() if key not in line and (key != "engine" or value)}
    )
    return line
