"""The review: copies in, findings with their evidence and levels out.

`review_copies(copies, Situation(…))` reviews a hand-in for a scenario, or drafts when there is none. `registry.py`
says which function answers for which control, `checks_*.py` hold them by idea, `grid.py` finds tables by their
headings, `levels.py` applies the published rules, `prose.py` gathers what waits for a reader, `report_*.py` write
what a trainer hands out.
"""

from __future__ import annotations

from ascom_coach.review.assign import Copy
from ascom_coach.review.levels import level_of
from ascom_coach.review.model import CriterionResult, Finding, Review, TrainerVerdict
from ascom_coach.review.prose import ProseCase, adopted, appreciations, with_appreciations
from ascom_coach.review.registry import CHECKS
from ascom_coach.review.report_docx import report_docx
from ascom_coach.review.report_html import report_html
from ascom_coach.review.reviewing import Situation, review_copies
from ascom_coach.review.verdicts import read_verdicts

__all__ = [
    "CHECKS", "Copy", "CriterionResult", "Finding", "ProseCase", "Review", "Situation", "TrainerVerdict", "adopted",
    "appreciations", "level_of", "read_verdicts", "report_docx", "report_html", "review_copies", "with_appreciations",
]  # fmt: skip
