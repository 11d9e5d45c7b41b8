"""A question put twice: the same fact, and the same words or no doubt about it. « Encore ? » is not said for less."""

from __future__ import annotations

from ascom_coach.language import rejoined, stems
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.meaning import Asking
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding.questions import confirms
from ascom_coach.rehearsal.understanding.tones import may_ask

SURELY = 0.95
"""From it on the fact is asked for, whatever the words."""
NAMING = 4
"""Letters from which a stem may name something."""
SHARED = 0.6
"""Share of the shorter of two questions that both hold, to be the same question."""


def asks_again(turn: Turn, who: str, text: str, one: Asking) -> bool:
    """Whether `text`, the words just said, asks `who` again for a fact that was already asked for and told."""
    known = one.fact in turn.state.told and one.fact in turn.state.asked
    if not known or turn.stage.script.scenario.fact(one.fact).qui != who or confirms(text):
        return False
    return one.score >= SURELY or _said_before(turn, who, text)


def _said_before(turn: Turn, who: str, text: str) -> bool:
    said = _naming(text)
    before = [line.text for line in turn.state.transcript if line.who == ev.TRAINEE and line.to == who][:-1]
    return any(may_ask(rejoined(earlier)) and _same(said, _naming(rejoined(earlier))) for earlier in before)


def _same(one: set[str], other: set[str]) -> bool:
    shorter = min(len(one), len(other))
    common = len(one & other)
    return common >= min(2, shorter) and shorter > 0 and common >= SHARED * shorter


def _naming(text: str) -> set[str]:
    return {stem for stem in stems(text) if len(stem) >= NAMING}
