"""The child's part in embeddings: what litellm is given, what is accepted of its answer. It does not import litellm."""

from __future__ import annotations

import math
from typing import Any

from ascom_coach.models.child.wire import VectorsRequest

LONGEST = 16_384
"""Most values accepted in one vector (the largest models known give 4,096 as of 2026-11)."""


class UnusableVectorsError(ValueError):
    """Too few or too many vectors, of several lengths, or with values that are no finite numbers."""


def vectors_arguments(request: VectorsRequest, key: str) -> dict[str, Any]:
    """What `litellm.aembedding` receives for one request."""
    import httpx

    arguments: dict[str, Any] = {
        "model": request["model"],
        "input": request["embed"],
        "api_base": request["api_base"],
        "api_key": key or "sans-cle",
        "timeout": httpx.Timeout(request["total"], connect=request["connect"]),
        "max_retries": 0,
        "drop_params": True,
        "encoding_format": "float",  # the client of OpenAI would ask for base64, which other servers do not know
    }
    if request["model"].startswith("ollama/"):
        arguments["keep_alive"] = "30m"
    return arguments


def vectors_of(answer: Any, count: int) -> list[list[float]]:
    """One vector per text, in the order of the texts, all of one length. Raises `UnusableVectorsError`."""
    entries = [_entry(one, at) for at, one in enumerate(answer.data or ())]
    by_rank = dict(entries)
    if len(entries) != count or set(by_rank) != set(range(count)):
        raise UnusableVectorsError
    vectors = [by_rank[rank] for rank in range(count)]
    if len({len(one) for one in vectors}) != 1 or not 1 < len(vectors[0]) <= LONGEST:
        raise UnusableVectorsError
    return vectors


def _entry(entry: Any, place: int) -> tuple[int, list[float]]:
    """The rank that the server gives a vector (its place, when it gives none), and its values."""
    fields = entry if isinstance(entry, dict) else vars(entry)
    rank, values = fields.get("index"), fields.get("embedding")
    if not isinstance(values, list) or len(values) > LONGEST:
        raise UnusableVectorsError
    if not all(isinstance(one, int | float) and not isinstance(one, bool) for one in values):
        raise UnusableVectorsError
    numbers = [float(one) for one in values]
    if not all(map(math.isfinite, numbers)) or not any(numbers):
        raise UnusableVectorsError
    return rank if isinstance(rank, int) else place, numbers


def sent_tokens(answer: Any) -> list[int] | None:
    """Tokens (sent, received) that the server counted, None when it did not."""
    usage = getattr(answer, "usage", None)
    counted = int(getattr(usage, "prompt_tokens", 0) or 0)
    return [counted, 0] if counted else None
