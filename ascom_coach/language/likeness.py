"""Whether two texts are versions of one work: the share of pairs of words they have in common."""

from __future__ import annotations

import zlib
from itertools import pairwise

from ascom_coach.language.text import words

SAME_WORK = 0.5
"""From that share on, a text is taken as another version of the same work."""


def shingles(text: str) -> frozenset[str]:
    """The pairs of neighbouring words of a text, case and accents aside, each as four hexadecimal digits."""
    known = [word.folded for word in words(text)]
    pairs = list(pairwise(known)) or [(word, "") for word in known]
    return frozenset(f"{zlib.crc32(' '.join(pair).encode()) & 0xFFFF:04x}" for pair in pairs)


def likeness(one: frozenset[str], two: frozenset[str]) -> float:
    """The share of pairs that both have, from 0 to 1 (Jaccard index)."""
    return len(one & two) / len(one | two) if one or two else 0.0
