"""From the rehearsal's voice call to a model's words, when a model is configured."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ascom_coach.coach import Coach
    from ascom_coach.rehearsal import Voice


def voice_of(coach: Coach) -> Voice | None:
    """The configured model's voice; None when there is none."""
    return None
