"""The review: copies in, findings with their evidence and levels out.

`review_copies(copies, Situation(…))` reviews a hand-in for a scenario, or drafts when there is none (`generic/`).
`checks/` holds the controls by idea, `workbooks/` and `plannings/` what they read of tables, `watch/` what a careful
reader sees beyond them; `one_slip.py` charges one sentence once, `levels.py` applies the published rules, `lessons.py`
teaches French in three steps, `prose.py` gathers what waits for a reader, `classes.py` puts the copies of a class side
by side, `said_once.py` puts together the remarks that say the same, `practice.py` chooses the next exercise, and
`report/` writes what a trainer hands out.
"""

from __future__ import annotations

from ascom_coach.review.assign import Copy
from ascom_coach.review.checks.registry import CHECKS
from ascom_coach.review.classes import ClassCopy, ClassReview, class_review, trace_of
from ascom_coach.review.generic import (
    GUESSED,
    Demand,
    Instruction,
    added,
    confirmed,
    in_words,
    instruction_yaml,
    load_instruction,
    read_instruction,
    with_value,
)
from ascom_coach.review.languages import measures
from ascom_coach.review.lessons import STEPS, Lesson, Lessons, lessons, marked, reading_ease, steps, well_done
from ascom_coach.review.levels import level_of
from ascom_coach.review.model import CriterionResult, Finding, Review, TrainerVerdict
from ascom_coach.review.practice import Practice, next_practice
from ascom_coach.review.prose import ProseCase, adopted, appreciations, with_appreciations
from ascom_coach.review.repeated_words import question_of
from ascom_coach.review.report.class_story import class_docx, class_html, class_story
from ascom_coach.review.report.class_workbook import class_workbook
from ascom_coach.review.report.criteria import short_label
from ascom_coach.review.report.docx import report_docx
from ascom_coach.review.report.evidence import Evidence
from ascom_coach.review.report.html import report_html
from ascom_coach.review.report.words import read_day
from ascom_coach.review.reviewing import Situation, review_copies
from ascom_coach.review.said_once import (
    Said,
    is_judged,
    left_to_a_reader,
    not_handed_in_titles,
    not_judged,
    said,
    urgent,
    without_object,
)
from ascom_coach.review.verdicts import read_verdicts

__all__ = [
    "CHECKS",
    "GUESSED",
    "STEPS",
    "ClassCopy",
    "ClassReview",
    "Copy",
    "CriterionResult",
    "Demand",
    "Evidence",
    "Finding",
    "Instruction",
    "Lesson",
    "Lessons",
    "Practice",
    "ProseCase",
    "Review",
    "Said",
    "Situation",
    "TrainerVerdict",
    "added",
    "adopted",
    "appreciations",
    "class_docx",
    "class_html",
    "class_review",
    "class_story",
    "class_workbook",
    "confirmed",
    "in_words",
    "instruction_yaml",
    "is_judged",
    "left_to_a_reader",
    "lessons",
    "level_of",
    "load_instruction",
    "marked",
    "measures",
    "next_practice",
    "not_handed_in_titles",
    "not_judged",
    "question_of",
    "read_day",
    "read_instruction",
    "read_verdicts",
    "reading_ease",
    "report_docx",
    "report_html",
    "review_copies",
    "said",
    "short_label",
    "steps",
    "trace_of",
    "urgent",
    "well_done",
    "with_appreciations",
    "with_value",
    "without_object",
]  # fmt: skip
