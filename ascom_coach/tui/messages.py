"""What is said between the parts of the app, one message a fact."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class Told(Message):
    """A sentence of the coach for the person, from any thread."""

    sentence: str


@dataclass
class Underway(Message):
    """What is being said in a turn that is not over, as (who, text), after event number `after`; from any thread."""

    after: int
    lines: tuple[tuple[str, str], ...]


@dataclass
class Happened(Message):
    """Something happened in the session (an unforeseen call): the screen in front shows it."""

    events: list[object]
