"""From an answer of the index to a model's two sentences above it, each with its citations. The passages stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ascom_coach.models import Phrased, phrase_answer

if TYPE_CHECKING:
    from ascom_coach.models import Ladder
    from ascom_coach.retrieval import Answer

_BROKEN = "Le modèle s’est arrêté sur une panne imprévue."


def phrase(answer: Answer, ladder: Ladder, tell: Callable[[str], None]) -> Answer:
    """The answer, with a model's words when they stand. Never raises; `tell` receives why when they do not.

    Only what the référentiel answers is worded: an absence, a choice and a complete list are shown as they are.
    """
    if not answer.answered or any(one.why == "liste" for one in answer.passages):
        return answer
    passages = tuple((one.passage.id, one.passage.text.replace("**", "")) for one in answer.passages)
    try:
        found = phrase_answer(ladder, answer.question, passages)
    except Exception:  # noqa: BLE001 - whatever a model brings about, the passages are shown
        found = Phrased(reason=_BROKEN)
    if found.reason:
        tell(found.reason)
    if not found.sentences:
        return answer
    said = {
        "text": found.text,
        "sentences": [{"text": one.text, "passages": list(one.passages)} for one in found.sentences],
        "source": "modele",
        "model": found.model,
        "prompt": found.prompt,
    }
    return replace(answer, phrased=said)
