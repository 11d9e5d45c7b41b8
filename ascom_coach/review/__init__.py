"""Reviews: findings, criteria and levels. See `model.py`."""

from __future__ import annotations

from ascom_coach.review.model import CriterionResult, Finding, Review, TrainerVerdict

__all__ = ["CriterionResult", "Finding", "Review", "TrainerVerdict"]
