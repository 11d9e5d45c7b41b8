"""Check of an agenda: its points fit in the time of the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.plannings.hour_ranges import RANGE

_LASTS = re.compile(
    r"[(–:-] ?(?:(?P<hours>\d) ?h ?(?P<half>\d\d)?|(?P<minutes>\d{1,3}) ?(?:min\w*|mn|'))\)?(?!\w)"
)
_KINDS = ("ordre_du_jour", "convocation")


def points_fit(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """The minutes of the points, added up, are no more than those of the meeting."""
    if draft.kind_id not in _KINDS:
        return
    ranges = list(RANGE.finditer(draft.folded.text))
    points = list(_LASTS.finditer(draft.folded.text))
    if len(ranges) != 1 or len(points) < 2:
        return
    [when] = ranges
    whole = int(when["b"]) * 60 + int(when["bm"] or 0) - int(when["a"]) * 60 - int(when["am"] or 0)
    total = sum(int(one["minutes"] or 0) or int(one["hours"]) * 60 + int(one["half"] or 0) for one in points)
    if total > whole > 0:
        message = f"Les points demandent {total} minutes, et la réunion en dure {whole}."
        yield wrong(message, draft.at(points[-1]), "Quel point raccourcir, ou quelle heure changer ?")
    elif whole > 0:
        yield good("Les points tiennent dans la durée de la réunion.", draft.at(when))
