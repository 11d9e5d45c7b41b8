"""What the trainee's words ask for: a fact, a choice between facts, or nothing that is held.

`Reader(facts, decoys).read(text)` gives one `Reading` per question found in the text. Layers, each in its file:
`questions.py` cuts a turn into questions and sees what marks them, `asking.py` hears those that nothing marks,
`tones.py` says whether a piece asks at all, `bids.py` and `small_talk.py` set apart those that ask for no fact,
`ellipsis.py` hears those that lean on what was said;
`concepts.py` (the trade's vocabulary), `topics.py` (everyday phrasings), `kinds.py`
(a date, a person, an amount) and `precisely.py` (an hour or a day, money or heads) see what words alone do not show;
`matching.py`, `sameness.py` and `rivals.py` compare, `evidence.py` gathers what speaks for each fact, `choice.py`
weighs it, `reader.py` decides.
"""

from __future__ import annotations

from ascom_coach.rehearsal.understanding.evidence import Askable
from ascom_coach.rehearsal.understanding.reader import Reader, Reading

__all__ = ["Askable", "Reader", "Reading"]
