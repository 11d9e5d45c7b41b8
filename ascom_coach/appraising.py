"""From the texts that wait for a reader to a model's appreciation beside each level. No level, no finding moves.

What two runs gave once is kept in the review, with its day and the fingerprint of what was asked: the same text, on the
same point, with the same prompt and model is not asked again. It goes with the review when the person is erased.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ascom_coach.errors import CoachError
from ascom_coach.models import Judged, JudgeRequest, judge, judge_messages, load_prompt
from ascom_coach.review import with_appreciations

if TYPE_CHECKING:
    from ascom_coach.models import Ladder
    from ascom_coach.review import ProseCase, Review

_BROKEN = "Le modèle s’est arrêté sur une panne imprévue."


def appraise(
    review: Review,
    ladder: Ladder,
    tell: Callable[[str], None],
    earlier: Iterable[Mapping[str, Any]] = (),
) -> Review:
    """The review with what the model thinks of its prose. Never raises; `tell` receives why when nothing came.

    A failure of the model itself ends the round: the cases left would meet it again. `earlier` are reviews kept as
    JSON: what the model said there of the very same question is taken as it was.
    """
    items = []
    known = _said(earlier)
    for case in review.prose:
        request = request_of(case)
        asked = fingerprint(ladder, request)
        if asked in known:
            items.append({**known[asked], "control": case.finding, "criterion": case.criterion})
            continue
        try:
            judged = judge(ladder, request)
        except Exception:  # noqa: BLE001 - whatever a model brings about, the review stands
            judged = Judged("aucun", reason=_BROKEN)
        if judged.outcome == "aucun":
            tell(judged.reason)
            if not judged.dropped:
                break
            continue
        items.append(_item(case, judged) | {"asked": asked, "at": dt.date.today().isoformat()})
    return with_appreciations(review, items) if items else review


def fingerprint(ladder: Ladder, request: JudgeRequest) -> str:
    """Sixteen hexadecimal digits that change with the model, the prompt or what it holds; empty when unknown."""
    profile = ladder.gateway.profile
    try:
        version = load_prompt("juge").version
        said = judge_messages(request, marker="§empreinte§")
    except CoachError:
        return ""
    what = json.dumps(
        [profile.model, profile.address, version, request.descriptors, said], ensure_ascii=False
    )
    return hashlib.sha256(what.encode("utf-8")).hexdigest()[:16]


def _said(reviews: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """What a model said in these reviews, by fingerprint."""
    given = [one.get("appreciation") or {} for review in reviews for one in review.get("criteria", ())]
    return {item["asked"]: item for one in given for item in one.get("items", ()) if item.get("asked")}


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
