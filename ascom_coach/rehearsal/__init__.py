"""The rehearsal: a fold over events.

`events.py` holds what can happen, `state.py` the state folded from it. A door sends a command, the engine answers
with events, the journal writes them, and only then are they shown.
"""

from __future__ import annotations

from ascom_coach.rehearsal.events import Event, from_record, to_line, to_record
from ascom_coach.rehearsal.state import HandIn, State, fold

__all__ = ["Event", "HandIn", "State", "fold", "from_record", "to_line", "to_record"]
