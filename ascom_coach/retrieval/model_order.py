"""A second reading of nearness, by a model's vectors: it orders the passages shown and decides nothing else.

What is answered, proposed or refused is settled before, by what the program knows and the built-in vectors. When
the model or its index fails, the built-in order stands at once and one sentence says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median

from ascom_coach.errors import CoachError, SurroundingsError
from ascom_coach.retrieval.model_store import Embedder, Made, ModelStore

NOT_MADE = "son index n’est pas encore construit, «\u00a0ascom-coach index\u00a0» le construit"
LOST = "son index sur le disque est illisible, «\u00a0ascom-coach index\u00a0» le refait"


class ModelOrder:
    """The vectors of one model. `tell` receives one French sentence when they stop answering."""

    def __init__(self, store: ModelStore, embedder: Embedder, tell: Callable[[str], None]) -> None:
        self._store = store
        self._embedder = embedder
        self._tell = tell
        self._told = False

    def made(self) -> Made | None:
        """The index on disk, None while it is not whole."""
        return self._store.made()

    def near(self, question: str) -> dict[str, float] | None:
        """How near each passage is, by id, 1 at most, 0 for the middle one; None when the built-in order must stand."""
        known = self._store.open()
        if known is None:
            self._say(NOT_MADE)
            return None
        try:
            vector = self._embedder.question(question)
            if len(vector) != known.dimensions:
                raise SurroundingsError(
                    f"Il rend maintenant des vecteurs de {len(vector)} valeurs au lieu de {known.dimensions}\u00a0:"
                    " «\u00a0ascom-coach index\u00a0» refait son index."
                )
        except CoachError as error:
            self._say(str(error))
            return None
        try:
            found = self._store.near(vector)
        except Exception:  # noqa: BLE001 - whatever broke on disk, the question gets its answer
            self._store.close()
            self._say(LOST)
            return None
        self._told = False
        return centred(found)

    def _say(self, reason: str) -> None:
        if not self._told:
            self._told = True
            reason = f"{reason[:1].lower()}{reason[1:]}".rstrip(".")
            self._tell(f"La recherche intégrée répond sans le modèle {self._embedder.name}\u00a0: {reason}.")

    def build(self, progress: Callable[[int, int], None] | None = None) -> Made:
        """Make the index aside and use it. Raises `CoachError`; the former one, or the built-in one, then stands."""
        known = self._store.build(self._embedder, progress)
        self._told = False
        return known

    def close(self) -> None:
        """Stop a construction under way (what was received is kept) and let the files go."""
        self._embedder.close()
        self._store.close()


def centred(cosines: Mapping[str, float]) -> dict[str, float]:
    """Cosines measured from the middle one: models differ in how near they find texts that have nothing in common."""
    middle = median(cosines.values())
    return {one: (value - middle) / max(1.0 - middle, 1e-6) for one, value in cosines.items()}
