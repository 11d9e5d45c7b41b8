# ruff: noqa: E501 -- a pattern stays on one line
"""Hours that a folded text gives as a beginning and an end: « de 14 h à 16 h », « début : 14 h – fin : 16 h »."""

from __future__ import annotations

import re
from collections.abc import Iterator

RANGE = re.compile(
    r"(?<!\w)(?:de|entre) (?P<a>\d{1,2}) ?h ?(?P<am>\d\d)? (?:a|et) (?P<b>\d{1,2}) ?h ?(?P<bm>\d\d)?(?!\w)"
)
_LABELLED = re.compile(
    r"(?<!\w)(?:debut|ouverture|commence|debute|ouverte?)(?: de (?:la |l')?(?:reunion|seance|visite))?(?: ?:| a)? ?(?P<a>\d{1,2}) ?h ?(?P<am>\d\d)?(?!\w)[^\n.;]{0,25}?"
    r"(?<!\w)(?:fin|cloture|termine|finit|levee|fermeture|close)(?: de (?:la |l')?(?:reunion|seance|visite))?(?: ?:| a)? ?(?P<b>\d{1,2}) ?h ?(?P<bm>\d\d)?(?!\w)"
)
_EVENING, _MORNING = 18 * 60, 10 * 60


def turned(folded: str) -> Iterator[re.Match[str]]:
    """The ranges whose end comes before their beginning; a night is left alone."""
    for pattern in (RANGE, _LABELLED):
        for match in pattern.finditer(folded):
            begin = int(match["a"]) * 60 + int(match["am"] or 0)
            end = int(match["b"]) * 60 + int(match["bm"] or 0)
            if end < begin and not (begin >= _EVENING and end <= _MORNING):
                yield match
