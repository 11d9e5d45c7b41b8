"""Which screen shows which moment of a session, imported when first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ascom_coach.tui.sitting import Sitting
    from ascom_coach.tui.stage_screen import StageScreen


def session_screen(place: str, sitting: Sitting, **options: Any) -> StageScreen:
    """The screen of a moment: dossier, consigne, echanges, redaction, auto, bilan."""
    if place == "dossier":
        from ascom_coach.tui.brief import Brief

        return Brief(sitting)
    if place in ("consigne", "echanges"):
        from ascom_coach.tui.interview import Interview

        return Interview(sitting)
    if place == "redaction":
        from ascom_coach.tui.writing import Writing

        return Writing(sitting)
    if place == "auto":
        from ascom_coach.tui.selfcheck import SelfCheck

        return SelfCheck(sitting)
    from ascom_coach.tui.debrief import Debrief

    return Debrief(sitting, sitting.review, **options)
