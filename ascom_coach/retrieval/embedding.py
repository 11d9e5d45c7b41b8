"""Our own embedding functions for Chroma, registered so that no path can fall back to the downloading default.

Imports chromadb: the stores alone import this module, and only when an index is opened.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from chromadb.api.types import Documents, EmbeddingFunction, Embeddings, Space
from chromadb.utils.embedding_functions import register_embedding_function

from ascom_coach.retrieval import hashing


@lru_cache(maxsize=1024)
def _hashed(text: str, dimensions: int) -> Any:
    """The vector of a text, kept: the passages of the référentiel are indexed again whenever an index is mended."""
    return np.array(hashing.vector(text, dimensions), dtype=np.float32)


@register_embedding_function
class AscomHash(EmbeddingFunction[Documents]):
    """Hashed words and letter groups, unit vectors of `dimensions` floats."""

    def __init__(self, dimensions: int = hashing.DIMENSIONS) -> None:
        self._dimensions = dimensions

    def __call__(self, input: Documents) -> Embeddings:  # noqa: A002 - the name belongs to the protocol
        """One vector per document."""
        return [_hashed(text, self._dimensions).copy() for text in input]

    @staticmethod
    def name() -> str:
        """Name under which Chroma finds the class again."""
        return f"{hashing.NAME}-{hashing.VERSION}"

    @staticmethod
    def build_from_config(config: dict[str, Any]) -> AscomHash:
        """Rebuild from what Chroma stored."""
        return AscomHash(int(config["dimensions"]))

    def get_config(self) -> dict[str, Any]:
        """What Chroma stores."""
        return {"dimensions": self._dimensions}

    def default_space(self) -> Space:
        """Cosine."""
        return "cosine"

    def supported_spaces(self) -> list[Space]:
        """Cosine only."""
        return ["cosine"]


@register_embedding_function
class GivenVectors(EmbeddingFunction[Documents]):
    """For a collection whose vectors come from a model: none is ever made here."""

    def __init__(self) -> None: ...

    def __call__(self, input: Documents) -> Embeddings:  # noqa: A002 - the name belongs to the protocol
        """Refuse: a text never becomes a vector behind our back."""
        raise NotImplementedError("the vectors of this collection are given, never made from a text")

    @staticmethod
    def name() -> str:
        """Name under which Chroma finds the class again."""
        return "ascom-modele"

    @staticmethod
    def build_from_config(config: dict[str, Any]) -> GivenVectors:
        """Rebuild from what Chroma stored."""
        return GivenVectors()

    def get_config(self) -> dict[str, Any]:
        """What Chroma stores."""
        return {}

    def default_space(self) -> Space:
        """Cosine."""
        return "cosine"

    def supported_spaces(self) -> list[Space]:
        """Cosine only."""
        return ["cosine"]
