"""A draft without a scenario, reviewed against the generic contracts of `knowledge/contrats/`.

`review_drafts(copies, about)` is the way in. `contracts.py` reads the contracts, `kinds.py` guesses what a file is,
`draft.py` is what the checks look at, `catalogue.py` says which function answers for which check, `instruction.py`
turns an instruction into what is looked for, `drafting.py` puts it together and says why there is no level.
"""

from __future__ import annotations

from ascom_coach.review.generic.correcting import added, confirmed, with_value
from ascom_coach.review.generic.drafting import GUESSED, About, DraftReview, review_drafts
from ascom_coach.review.generic.instruction import Demand, Instruction, read_instruction
from ascom_coach.review.generic.instruction_file import instruction_yaml, load_instruction
from ascom_coach.review.generic.requested import in_words

__all__ = [
    "GUESSED", "About", "Demand", "DraftReview", "Instruction", "added", "confirmed", "in_words", "instruction_yaml",
    "load_instruction", "read_instruction", "review_drafts", "with_value",
]  # fmt: skip
