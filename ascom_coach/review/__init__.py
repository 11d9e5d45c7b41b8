"""The review: copies in, findings with their evidence and levels out.

`review_copies(copies, Situation(…))` reviews a hand-in for a scenario, or drafts when there is none. `registry.py`
says which function answers for which control, `checks_*.py` hold them by idea, `grid.py` finds tables by their
headings, `levels.py` applies the published rules, `lessons.py` teaches French in three steps, `report_*.py` write
what a trainer hands out, `classes.py` puts the copies of a class side by side.
"""

from __future__ import annotations

from ascom_coach.review.assign import Copy
from ascom_coach.review.class_workbook import class_workbook
from ascom_coach.review.classes import ClassCopy, ClassReview, class_review, trace_of
from ascom_coach.review.languages import measures
from ascom_coach.review.lessons import STEPS, Lesson, Lessons, lessons, marked, reading_ease, steps, well_done
from ascom_coach.review.levels import level_of
from ascom_coach.review.model import CriterionResult, Finding, Review, TrainerVerdict
from ascom_coach.review.registry import CHECKS
from ascom_coach.review.report_class import class_docx, class_html, class_story
from ascom_coach.review.report_docx import report_docx
from ascom_coach.review.report_html import report_html
from ascom_coach.review.report_words import read_day
from ascom_coach.review.reviewing import Situation, review_copies
from ascom_coach.review.verdicts import read_verdicts

__all__ = [
    "CHECKS",
    "STEPS",
    "ClassCopy",
    "ClassReview",
    "Copy",
    "CriterionResult",
    "Finding",
    "Lesson",
    "Lessons",
    "Review",
    "Situation",
    "TrainerVerdict",
    "class_docx",
    "class_html",
    "class_review",
    "class_story",
    "class_workbook",
    "lessons",
    "level_of",
    "marked",
    "measures",
    "read_day",
    "read_verdicts",
    "reading_ease",
    "report_docx",
    "report_html",
    "review_copies",
    "steps",
    "trace_of",
    "well_done",
]  # fmt: skip
