"""Texts of a course to unit vectors by hashing, many at a time. No model, no network.

Imports numpy: only an opened course needs this module.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

NAME = "ascom-cours"
VERSION = 1
DIMENSIONS = 256
Vectors = NDArray[np.float32]
"""Shape (texts, DIMENSIONS), each row of length 1, or all zeros for a text with no usable word."""
STORED = np.dtype("<f2")
"""How a vector is kept in a file: two bytes a number, low byte first."""


@lru_cache(maxsize=8_000)
def _features(stem: str) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Places and signed weights of a stem: the whole, and its groups of three and four letters."""
    padded = f"^{stem}$"
    named = [(f"w:{stem}", 1.0)]
    named += [
        (f"c:{padded[start : start + size]}", 0.35)
        for size in (3, 4)
        for start in range(len(padded) - size + 1)
    ]
    codes = [(zlib.crc32(name.encode("utf-8")), weight) for name, weight in named]
    return (
        tuple(code % DIMENSIONS for code, _ in codes),
        tuple(weight if code & 0x80000000 else -weight for code, weight in codes),
    )


def vectors(stems: Sequence[Sequence[str]]) -> Vectors:
    """One row per list of stems. A stem said n times counts as the square root of n."""
    out = np.zeros((len(stems), DIMENSIONS), dtype=np.float32)
    for row, some in enumerate(stems):
        places: list[int] = []
        weights: list[float] = []
        for stem, count in Counter(some).items():
            where, signed = _features(stem)
            places.extend(where)
            weights.extend(signed if count == 1 else [weight * count**0.5 for weight in signed])
        if places:
            out[row] = np.bincount(np.array(places), weights=np.array(weights), minlength=DIMENSIONS)
    norms = np.linalg.norm(out, axis=1, keepdims=True)
    np.divide(out, norms, out=out, where=norms > 0)
    return out


def packed(rows: Vectors) -> list[bytes]:
    """Each row as bytes for a file."""
    return [row.tobytes() for row in rows.astype(STORED)]


def unpacked(rows: Sequence[bytes]) -> Vectors:
    """Rows read back from a file."""
    if not rows:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    return np.frombuffer(b"".join(rows), dtype=STORED).reshape(len(rows), DIMENSIONS).astype(np.float32)
