"""From the texts that wait for a reader to a model's appreciation beside each level. No level, no finding moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ascom_coach.models import Judged, JudgeRequest, judge
from ascom_coach.review import with_appreciations

if TYPE_CHECKING:
    from ascom_coach.models import Ladder
    from ascom_coach.review import ProseCase, Review

_BROKEN = "Le modèle s’est arrêté sur une panne imprévue."


def appraise(review: Review, ladder: Ladder, tell: Callable[[str], None]) -> Review:
    """The review with what the model thinks of its prose. Never raises; `tell` receives why when nothing came.

    A failure of the model itself ends the round: the cases left would meet it again.
    """
    items = []
    for case in review.prose:
        try:
            judged = judge(ladder, request_of(case))
        except Exception:  # noqa: BLE001 - whatever a model brings about, the review stands
            judged = Judged("aucun", reason=_BROKEN)
        if judged.outcome == "aucun":
            tell(judged.reason)
            if not judged.dropped:
                break
            continue
        items.append(_item(case, judged))
    return with_appreciations(review, items) if items else review


def request_of(case: ProseCase) -> JudgeRequest:
    """What the model may know of a case, and nothing else."""
    return JudgeRequest(case.question, case.descriptors, case.asked, case.told, case.text)


def _item(case: ProseCase, judged: Judged) -> dict[str, Any]:
    quotes: Sequence[dict[str, str]] = [
        {"quote": one.quote, "claim": one.claim, "file": case.file} for one in judged.remarks
    ]
    return {
        "control": case.finding,
        "criterion": case.criterion,
        "question": case.question,
        "outcome": judged.outcome,
        "answer": judged.descriptor,
        "heard": list(judged.heard),
        "quotes": quotes,
        "dropped": judged.dropped,
        "source": "modele",
        "model": judged.model,
        "prompt": judged.prompt,
    }
