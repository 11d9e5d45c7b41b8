"""When the reader is unsure, somebody else may say what was meant: one subject of a closed list, or none.

The answer is a reading like any other: it passes the same gates. What the reader itself had among its best candidates
is taken as asked for; any other subject is only offered (« Vous parlez de… ? »), so that no sentence obtains by another
way what it does not ask for.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding import Reading
from ascom_coach.rehearsal.understanding.evidence import ABOUT_THE_GAME

_OFFERED = 3
LIKELY = 0.5
"""Share of the best candidate's score from which a subject may be what was meant…"""
LEAST = 0.05
"""…if it is at least so likely: what resembles nothing here is asked back, whatever a model chose."""


@dataclass(frozen=True, slots=True)
class RouteCall:
    """All that a router may know: who is spoken to, the public labels, the words, and what that person said last."""

    who: str
    name: str
    choices: tuple[tuple[str, str], ...]
    text: str
    before: str


@dataclass(frozen=True, slots=True)
class RouteReply:
    """The fact chosen (empty for none), why nothing was when it failed, and whose opinion it is."""

    fact: str
    reason: str = ""
    model: str = ""
    prompt: str = ""


Router = Callable[[RouteCall], RouteReply]
"""Chooses a subject. It must not raise."""


def second_reading(turn: Turn, who: str, text: str, readings: list[Reading]) -> tuple[list[Reading], str]:
    """The readings, one of them replaced when a router chose a subject, and the fact it was sure of (or empty)."""
    router: Router | None = None if turn.hushed() else turn.router
    unsure = next((one for one in readings if _doubtful(one)), None)
    settled = any(one.decision == "fait" or one.decoy in ABOUT_THE_GAME for one in readings)
    if router is None or unsure is None or settled:
        return readings, ""
    choices = tuple((fact.id, fact.porte_sur) for fact in turn.stage.topics(who))
    if not choices:
        return readings, ""
    before = next((line.text for line in reversed(turn.state.transcript) if line.who == who), "")
    reply = router(RouteCall(who, turn.stage.character(who).nom, choices, text, before))
    fact = reply.fact if any(reply.fact == key for key, _ in choices) else ""
    turn.emit(
        ev.SecondReading, who=who, fact=fact, reason=reply.reason, model=reply.model, prompt=reply.prompt
    )
    if not fact:
        return readings, ""
    floor = max(LEAST, LIKELY * unsure.candidates[0][1])
    likely = {key for key, score in unsure.candidates if score >= floor}
    if fact in likely:
        chosen = Reading(unsure.text, "fait", (fact,), unsure.candidates)
    else:
        others = tuple(
            pair for pair in unsure.candidates if unsure.decision == "clarifier" and pair[0] != fact
        )
        chosen = Reading(unsure.text, "clarifier", (), ((fact, 0.0), *others)[:_OFFERED])
    return [chosen if one is unsure else one for one in readings], fact if fact in likely else ""


def _doubtful(reading: Reading) -> bool:
    """A question of which the reader is not sure: several facts, or none although something was asked."""
    if not reading.asking or not reading.candidates:
        return False
    return reading.decision == "clarifier" or (reading.decision == "aucun" and not reading.decoy)


def replayed(events: Iterable[ev.Event]) -> Router:
    """A router that says again what these events remember, in the same order, then nothing."""
    kept = deque(event for event in events if isinstance(event, ev.SecondReading))

    def again(call: RouteCall) -> RouteReply:
        if not kept:
            return RouteReply("")
        event = kept.popleft()
        return RouteReply(event.fact, event.reason, event.model, event.prompt)

    return again
