"""From evidence to a decision: how likely each fact is, and whether that is enough to answer.

The weights were fitted on phrases of scenarios by several hands (`tests/benchmarks/understanding_fit.py`), each
scenario judged with weights fitted on the others; they are kept in `knowledge/lexique/lecteur.json`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from typing import Any

from ascom_coach.errors import SurroundingsError
from ascom_coach.rehearsal.understanding.evidence import ABSENT, FEATURES, Weighed
from ascom_coach.resources import knowledge_dir

WEIGHTS = knowledge_dir() / "lexique" / "lecteur.json"
SURE = 0.65
"""A fact at least so likely is what was asked."""
POSSIBLE = 0.35
"""Facts that together are at least so likely are worth a clarification."""
AHEAD = 2.5
"""So many times any other, a likelihood is well ahead of them."""

QUOTED = 0.9
"""A question so near (cosine of words and concepts) an example of the author, and of one fact only, is that example."""
CERTAIN = 3.0
"""Log-odds of such a fact over all the others."""
_WORDS = FEATURES.index("words")


@cache
def _weights() -> tuple[tuple[float, ...], tuple[float, ...]]:
    try:
        tree: dict[str, Any] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
        return tuple(tree["facts"][name] for name in FEATURES), tuple(tree["absent"][name] for name in ABSENT)
    except (OSError, ValueError, KeyError) as error:
        raise SurroundingsError(
            "Le fichier « lecteur.json » est illisible : réinstallez le programme."
        ) from error


def likelihoods(weighed: Weighed, handicaps: Sequence[float]) -> list[float]:
    """Probability (0–1) of each fact; what is left to 1 is that none is asked. `handicaps` are log-odds taken off."""
    facts, absent = _weights()
    scores = [
        sum(weight * value for weight, value in zip(facts, row, strict=True)) - handicap
        for row, handicap in zip(weighed.rows, handicaps, strict=True)
    ]
    nothing = sum(weight * value for weight, value in zip(absent, weighed.absent, strict=True))
    quoted = [at for at, row in enumerate(weighed.rows) if row[_WORDS] >= QUOTED]
    if len(quoted) == 1:
        scores[quoted[0]] = max(scores[quoted[0]], max([nothing, *scores]) + CERTAIN)
    top = max([nothing, *scores])
    shares = [math.exp(score - top) for score in scores]
    total = sum(shares) + math.exp(nothing - top)
    return [round(share / total, 6) for share in shares]
