"""What a server of vectors can do wrong, as data, beside `faults.py`: the fault is named in the model's name.

`VECTORS` maps a name to what the server sends for a list of texts: (vectors or None, expected code or "" when good).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

from ascom_coach.retrieval import hashing

SIZE = 48


def good(texts: Sequence[str], size: int = SIZE) -> list[Any]:
    """Vectors that mean something: hashed words, never all zero."""
    return [[*hashing.vector(one, size - 1), 0.05] for one in texts]


def _with(change: Callable[[list[float]], Any]) -> Callable[[Sequence[str]], list[Any]]:
    """Good vectors but the last one."""

    def make(texts: Sequence[str]) -> list[Any]:
        *first, last = good(texts)
        return [*first, change(last)]

    return make


BAD_VECTORS: dict[str, Callable[[Sequence[str]], list[Any]]] = {
    "nan": _with(lambda one: [math.nan, *one[1:]]),
    "infinite": _with(lambda one: [math.inf, *one[1:]]),
    "words": _with(lambda one: ["zéro", *one[1:]]),
    "holes": _with(lambda one: [None, *one[1:]]),
    "null_vector": _with(lambda one: None),
    "zeros": _with(lambda one: [0.0] * len(one)),
    "no_values": _with(lambda one: []),
    "one_value": lambda texts: [[1.0]] * len(texts),
    "base64": _with(lambda one: "AACAPwAAAEA="),
    "ragged": lambda texts: [*good(texts[:-1]), good(texts[-1:], SIZE // 2)[0], good(["x"])[0]][: len(texts) + 1],
    "huge": lambda texts: [[0.5] * 20_000] * len(texts),
    "too_few": lambda texts: good(texts)[:-1],
    "too_many": lambda texts: [*good(texts), *good(["encore"])],
    "none": lambda texts: [],
}  # fmt: skip
"""Each ends in the code `vectors`, or `unreadable` where litellm itself stumbles on it."""

# name → (what happens in place of an answer, expected code)
BAD_WAYS: dict[str, tuple[str, str]] = {
    "vec_slow": ("hang", "total_timeout"),
    "vec_reset": ("reset", "cut"),
    "vec_half": ("half", "cut|unreadable"),
    "vec_page": ("page", "unreadable"),
    "vec_empty": ("empty", "unreadable"),
    "vec_other": ("other", "vectors|unreadable"),
}
