"""Which model turns texts into vectors for the search, if any: the `[modele.vecteurs]` table of the settings.

It follows the rules of every profile (key, consent, masking, locality). None means the built-in vectors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ascom_coach.errors import SurroundingsError
from ascom_coach.models.profile.profiles import EMBEDDED, VECTORS, ModelProfile, read_profile

DEFAULT_WINDOW = 512
"""Tokens read of each text unless « contexte » says otherwise: what the common models, and llama-server without a
setting, take at once (2026-11)."""
_CHARACTERS_PER_TOKEN = 2.5
"""Few on purpose: a vocabulary made for English cuts French into small pieces."""

# What the makers of these models ask for in front of a text (their model cards, 2026-11).
_PREFIXES = (
    (re.compile(r"nomic-embed", re.I), ("search_document: ", "search_query: ")),
    (re.compile(r"(^|[^a-z0-9])e5([^a-z0-9]|$)", re.I), ("passage: ", "query: ")),
)


@dataclass(frozen=True)
class EmbeddingProfile:
    """A model for vectors. `longest` is how many characters of a text it is given."""

    profile: ModelProfile
    passage_prefix: str = ""
    question_prefix: str = ""
    longest: int = int(DEFAULT_WINDOW * _CHARACTERS_PER_TOKEN)

    @property
    def stamp(self) -> str:
        """Changes whenever the vectors of the passages would: model, address, what is put in front, where it is cut."""
        where = self.profile.address or "fournisseur"
        return f"{self.profile.model} @ {where} | {self.passage_prefix!r} | {self.longest}"

    def passage(self, text: str) -> str:
        """A passage as the model is given it."""
        return self.passage_prefix + text[: self.longest]

    def question(self, text: str) -> str:
        """A question as the model is given it."""
        return self.question_prefix + text[: self.longest]


def embedding_profile(settings: Mapping[str, Any], environ: Mapping[str, str]) -> EmbeddingProfile | None:
    """The profile in use; None for the built-in vectors. `settings` is the `[modele]` table.

    `ASCOM_MODELE=integre` switches it off like every model.
    Raises `SurroundingsError` or `WrongUseError` naming what is wrong.
    """
    table = settings.get(VECTORS)
    if not isinstance(table, Mapping) or table.get("actif") is False:
        return None
    return None if environ.get("ASCOM_MODELE", "").strip() == EMBEDDED else read_embedding_profile(table)


def read_embedding_profile(table: Mapping[str, Any]) -> EmbeddingProfile:
    """A profile from its table. Raises `SurroundingsError` or `WrongUseError` naming what is wrong."""
    if not str(table.get("modele", "")).strip():
        raise SurroundingsError(
            "Dans les réglages, [modele.vecteurs] n’a pas de ligne «\u00a0modele = …\u00a0»\u00a0: donnez-la, par"
            ' exemple "ollama/bge-m3", ou effacez ces lignes.'
        )
    priced = {"prix_sortie": 0, **table} if table.get("prix_entree") is not None else table
    profile = read_profile(VECTORS, {"contexte": DEFAULT_WINDOW, **priced}, least_context=64)
    if profile.provider == "ollama_chat":  # the same server; litellm knows its vectors under the other name
        profile = replace(profile, model=f"ollama/{profile.model.partition('/')[2]}")
    before, asked = next((both for sign, both in _PREFIXES if sign.search(profile.model)), ("", ""))
    return EmbeddingProfile(
        profile,
        str(table.get("prefixe_passage", before)),
        str(table.get("prefixe_question", asked)),
        int(profile.context * _CHARACTERS_PER_TOKEN),
    )
