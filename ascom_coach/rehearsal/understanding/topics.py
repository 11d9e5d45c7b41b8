"""What kind of thing a question is about, learnt from everyday phrasings of some hundred topics.

`knowledge/lexique/sujets/*.txt` holds the phrasings; `construire.py` beside them turns them into `poids.npz`, all that
is read here. A question and a fact are near when they are about the same topics, whatever their words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from ascom_coach.language import char_ngrams, plain, stems, words
from ascom_coach.language.ridge import Ridge, hashed, shipped
from ascom_coach.rehearsal.understanding.concepts import concepts
from ascom_coach.resources import knowledge_dir

FOLDER = knowledge_dir() / "lexique" / "sujets"
Topics = Any
"""A unit vector over topics (array): what a text is far from tells as much as what it is about."""


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
    return shipped(weights_file(), "des sujets «\u00a0poids.npz\u00a0»")


@lru_cache(maxsize=8192)
def scores(text: str) -> Topics:
    """How much a repaired text is about each topic (array, about 0 to 1)."""
    return _model().row(features(text))


def topics(text: str) -> Topics:
    """What a repaired text is about, and what it is not, whatever its strength."""
    return _normed(scores(text))


def joined(texts: Iterable[str]) -> Topics:
    """What several texts are about together: a fact's questions."""
    import numpy as np

    found = [topics(text) for text in texts]
    return _normed(np.sum(found, axis=0) if found else np.zeros(len(_model().labels)))


def alike(first: Topics, second: Topics) -> float:
    """Cosine (-1 to 1) of two topic vectors."""
    return round(float(first @ second), 6)


def labels() -> tuple[str, ...]:
    """Names of the topics, in the order of `scores`."""
    return _model().labels


def best(text: str, count: int = 1) -> list[str]:
    """Names of the topics that a repaired text is most about, nearest first."""
    row = scores(text)
    return [_model().labels[at] for at in sorted(range(len(row)), key=lambda at: (-row[at], at))[:count]]


def _normed(scores: Any) -> Topics:
    norm = math.sqrt(float(scores @ scores))
    return scores / norm if norm else scores
