"""Silence is noticed: somebody who waits for an answer says so, and from the second time in a row it costs.

Silence is a wait (`/attendre`) or words without a word (« … ») in a conversation. Real time alone is none: a person may
be reading, thinking, or typing slowly.
"""

from __future__ import annotations

from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.conduct import move_for
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.scenarios.schema import Dialogue, Writing

CAUSE = "silence"
FREE = 1
"""How many silences in a row are noticed without cost."""


def wordless(text: str) -> bool:
    """Whether somebody opened their mouth and said nothing."""
    return not any(char.isalnum() for char in text)


def noticed(turn: Turn) -> str:
    """The person who waits notices; their id, empty when nobody waits for an answer here."""
    step = turn.stage.step(turn.state.step)
    people = turn.stage.people(step)
    if isinstance(step, Writing) or not people or (step.id in turn.state.closed and len(people) == 1):
        return ""
    who = turn.state.speaking_to if turn.state.speaking_to in people else people[0]
    if who == people[0] and step.id in turn.state.closed:
        return ""
    turn.emit(ev.Silent, who=who)
    character = turn.stage.character(who)
    if turn.state.silences > FREE:
        move_for(turn, who, [(CAUSE, character.humeur.baisse.get(CAUSE, 0) if character.humeur else 0)])
    far = isinstance(step, Dialogue) and step.canal == "telephone"
    lines = character.silence or shared("silence_telephone" if far else "silence", character.registre)
    said = {line.text for line in turn.state.transcript if line.who == who}
    fresh = tuple(line for line in lines if line not in said)
    turn.say(who, turn.pick(fresh, CAUSE) if fresh else "", "silence", voiced=False)
    return who
