"""The rehearsal: a fold over events.

`events.py` holds what can happen, `state.py` the state folded from it, `commands.py` what a trainee can do.
`engine.py` turns a state and a command into events, with `conversation.py` (how a turn is taken), `conduct.py` (acts,
promises, mood) and `course.py` (steps, instructions, twists, ends); `second_reading.py` asks a router when the reader
is unsure. A turn is read by `meaning.py`: facts asked for (`telling.py`), points again (`again.py`), leave to promise
(`leave.py`); `clarifying.py` says a doubt and settles it, `remainder.py` and `unanswered.py` answer what nobody
holds, `commitments.py` notices promises, `recap.py` and `restating.py` hear a summary, `guessing.py` a value put
forward, `repeating.py` a question put twice, `identity.py` who is asked for, `spelling_out.py` a name by its letters,
`said_before.py` what was said aloud and is asked for again.
`session.py` is the shell: `Rehearsal` records each event before a door may show it. `trial.py` tries a scenario before
class with the scripted trainees of `trainees.py`; `understood.py` says what single phrases are understood as,
`exploring.py` searches every mood and gate for a line that tells too much, `told_on_paper.py` the documents; `walk.py`
goes through a conversation turn by turn, for the debrief.
"""

from __future__ import annotations

from ascom_coach.rehearsal import commands
from ascom_coach.rehearsal.events import TRAINEE, Event, from_record, to_line, to_record
from ascom_coach.rehearsal.exploring import Exploration, explore
from ascom_coach.rehearsal.second_reading import RouteCall, Router, RouteReply, replayed
from ascom_coach.rehearsal.session import Rehearsal, instructions, summary
from ascom_coach.rehearsal.stage import Stage, askables, shipped_decoys
from ascom_coach.rehearsal.state import HandIn, State, fold
from ascom_coach.rehearsal.trial import Trial, golden, rehearse_types, unsaid
from ascom_coach.rehearsal.turn import Live, Voice, VoiceCall
from ascom_coach.rehearsal.understanding import Askable, Reader, Reading
from ascom_coach.rehearsal.understood import understand
from ascom_coach.rehearsal.walk import Exchange, exchanges

__all__ = [
    "TRAINEE",
    "Askable",
    "Event",
    "Exchange",
    "Exploration",
    "HandIn",
    "Live",
    "Reader",
    "Reading",
    "Rehearsal",
    "RouteCall",
    "RouteReply",
    "Router",
    "Stage",
    "State",
    "Trial",
    "Voice",
    "VoiceCall",
    "askables",
    "commands",
    "exchanges",
    "explore",
    "fold",
    "from_record",
    "golden",
    "instructions",
    "rehearse_types",
    "replayed",
    "shipped_decoys",
    "summary",
    "to_line",
    "to_record",
    "understand",
    "unsaid",
]
