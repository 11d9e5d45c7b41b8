"""Texts to fixed-length vectors by hashing: words, pairs of words and letter groups. No model, no network."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable
from itertools import pairwise

from ascom_coach.retrieval.folding import stem, words
from ascom_coach.retrieval.wordlists import STOP

NAME = "ascom-hash"
VERSION = 1
DIMENSIONS = 1024


def _features(text: str) -> Iterable[tuple[str, float]]:
    kept = [stem(word) for word in words(text) if word not in STOP]
    for root in kept:
        yield f"w:{root}", 1.0
        padded = f"^{root}$"
        for size in (3, 4):
            for start in range(len(padded) - size + 1):
                yield f"c:{padded[start : start + size]}", 0.35
    for left, right in pairwise(kept):
        yield f"b:{left} {right}", 0.5


def vector(text: str, dimensions: int = DIMENSIONS) -> list[float]:
    """Unit vector of `dimensions` floats; all zeros for a text with no usable word."""
    counts: dict[str, float] = {}
    for feature, weight in _features(text):
        counts[feature] = counts.get(feature, 0.0) + weight
    out = [0.0] * dimensions
    for feature, value in counts.items():
        code = zlib.crc32(feature.encode("utf-8"))
        sign = 1.0 if code & 0x80000000 else -1.0
        out[code % dimensions] += sign * math.sqrt(value)
    norm = math.sqrt(sum(value * value for value in out))
    return [value / norm for value in out] if norm else out


def cosine(left: list[float], right: list[float]) -> float:
    """Cosine of two unit vectors, -1 to 1."""
    return sum(a * b for a, b in zip(left, right, strict=True))
