"""What the trainee's words ask for: a fact, a choice between facts, or nothing that is held.

`Reader(facts, decoys).read(text)` gives one `Reading` per question found in the text. Layers, each in its file:
`questions.py` cuts a turn into questions and tells questions from statements, `concepts.py` tags the trade's
vocabulary, `matching.py` scores facts, `reader.py` decides.
"""

from __future__ import annotations

from ascom_coach.rehearsal.understanding.reader import Askable, Reader, Reading

__all__ = ["Askable", "Reader", "Reading"]
