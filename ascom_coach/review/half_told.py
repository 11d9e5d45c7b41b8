# ruff: noqa: E501 -- a pattern stays on one line
"""An anomaly that a text tells in words that its author did not foresee: a trace is no proof, and no fault either.

Absence is inferred from words: it is charged only where nothing speaks of the matter. A paragraph with a part of what the
author wants, with words of the anomaly, and that says that something was wrong, is to be verified by a reader.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ascom_coach.language import plain, stem
from ascom_coach.review.text_view import TextView

_WRONG = re.compile(
    r"(?<!\w)(?:erreurs?|faux|fausse\w*|inexact\w*|incorrect\w*|anomalie\w*|probleme\w*|soucis?|trompe\w*|ecart\w*|differen\w+|au lieu|alors que|quand|tandis que|or|pourtant|"
    r"en trop|en double|doublon\w*|manqu\w+|perime\w*|ancien\w*|corrig\w*|rectifi\w*|remplac\w*|chang\w*|retir\w*|enlev\w*|contre|mauvais\w*|"
    r"n(?:e |')(?:\w+ )?\w+ (?:pas|plus))(?!\w)"
)
_SHARED = 2
"""Words of the anomaly, said otherwise than by the values that are looked for."""


def half_told(
    found: Sequence[Sequence[tuple[int, int]]], words: Sequence[str], view: TextView
) -> tuple[int, int] | None:
    """The paragraph that tells a part of an anomaly and says that something was wrong; None when there is none.

    `found` holds, for each group of words that its author wants, where they stand; `words` tell the anomaly.
    """
    about = {stem(word) for text in words for word in re.findall(r"[a-z]{4,}", plain(text))}
    for rank, block in enumerate(view.blocks):
        start = view.start(rank)
        end = start + len(block.text)
        folded = plain(block.text)
        said = {stem(word) for word in re.findall(r"[a-z]{4,}", folded)}
        some = any(start <= first and last <= end for spans in found for first, last in spans)
        if some and len(said & about) >= _SHARED and _WRONG.search(folded):
            return start, end
    return None
