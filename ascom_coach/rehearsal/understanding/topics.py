"""What kind of thing a question is about, learnt from everyday phrasings of some hundred topics.

`knowledge/lexique/sujets/*.txt` holds the phrasings; `construire.py` beside them turns them into `poids.npz`, all that
is read here. A question and a fact are near when they are about the same topics, whatever their words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from ascom_coach.errors import SurroundingsError
from ascom_coach.language import char_ngrams, plain, stems, words
from ascom_coach.language.ridge import Ridge, hashed, load
from ascom_coach.rehearsal.understanding.concepts import concepts
from ascom_coach.resources import knowledge_dir

FOLDER = knowledge_dir() / "lexique" / "sujets"
Topics = Mapping[str, float]
"""A unit vector over topics, those aimed at only."""
_FLOOR = 0.05
"""Scores under it are noise."""


def features(text: str) -> dict[int, int]:
    """Hashed features of a repaired text: words and pairs as said, stems, concepts, groups of letters."""
    said = [token.folded for token in words(text)]
    roots = stems(text)
    named = [f"w:{word}" for word in said]
    named += [f"p:{first}_{second}" for first, second in pairwise(said)]
    named += [f"s:{root}" for root in roots]
    named += [f"t:{tag}" for tag in concepts(roots)]
    named += [f"c:{gram}" for gram in char_ngrams(" ".join(roots) or plain(text), 3, 4)]
    return hashed(named)


def weights_file() -> Path:
    """Where the weights are kept."""
    return FOLDER / "poids.npz"


@cache
def _model() -> Ridge:
    try:
        return load(weights_file())
    except (OSError, ValueError, KeyError) as error:
        raise SurroundingsError(
            "Le fichier des sujets « poids.npz » est illisible : réinstallez le programme."
        ) from error


def topics(text: str) -> Topics:
    """What a repaired text is about."""
    scores = {label: score for label, score in _model().scores(features(text)).items() if score > _FLOOR}
    return _normed(scores)


def joined(texts: Iterable[str]) -> Topics:
    """What several texts are about together: a fact's questions."""
    total: dict[str, float] = {}
    for text in texts:
        for label, score in topics(text).items():
            total[label] = total.get(label, 0.0) + score
    return _normed(total)


def alike(first: Topics, second: Topics) -> float:
    """Cosine (0–1) of two topic vectors."""
    if len(first) > len(second):
        first, second = second, first
    return sum(weight * second.get(label, 0.0) for label, weight in first.items())


def _normed(scores: Mapping[str, float]) -> Topics:
    norm = math.sqrt(sum(score * score for score in scores.values()))
    return {label: score / norm for label, score in scores.items()} if norm else {}
