"""The search of one person: the built-in index, and the order of their own embedding model when set and allowed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ascom_coach.errors import CoachError
from ascom_coach.models import VECTORS, Embedder, EmbeddingProfile, ErrorCode, ModelError, StateLine
from ascom_coach.vector_settings import VectorSettings

if TYPE_CHECKING:
    from ascom_coach.coach import Coach
    from ascom_coach.retrieval import Index, Made
    from ascom_coach.voicing import ModelVoice

Progress = Callable[[int, int], None]


def open_search(
    data: Path, notify: Callable[[str], None], voice: Callable[[], ModelVoice | None] | None = None
) -> Index:
    """The index of the folder `data`. `notify` is told why a model that is set cannot be used.

    `voice` gives the model that speaks, when there is one: its child process then serves both.
    """
    from ascom_coach.retrieval import open_index

    return open_index(data / "index", notify, _embedder(data, notify, voice))


def _embedder(
    data: Path, notify: Callable[[str], None], voice: Callable[[], ModelVoice | None] | None
) -> Embedder | None:
    vectors = VectorSettings(data)
    try:
        wanted = vectors.active()
        if wanted is None:
            return None
        vectors.allowed(wanted)
    except CoachError as error:
        notify(f"La recherche intégrée répond. {error}")
        return None
    speaking = voice() if voice is not None else None
    embedder = Embedder(wanted, folder=data, beside=speaking.gateway if speaking is not None else None)
    embedder.warm_up()
    return embedder


def uses_model(coach: Coach) -> bool:
    """Whether the person chose a model for the vectors of the search. Cheap: nothing is opened."""
    table = coach.settings.model.get(VECTORS)
    return isinstance(table, Mapping) and table.get("actif") is not False


def prepare(coach: Coach) -> None:
    """Make the model's index when it is set and missing (blocks: for a thread). What comes of it is told."""
    if not uses_model(coach):
        return
    index, notify = coach.search(), coach.notify
    if not index.has_model or index.model_index() is not None:
        return
    notify("L’index du modèle se construit\u00a0: la recherche intégrée répond en attendant.")
    try:
        known = index.build_model_index()
    except CoachError as error:
        if not (isinstance(error, ModelError) and error.code is ErrorCode.CANCELLED):  # the index was closed
            notify(f"L’index du modèle n’est pas construit\u00a0: {str(error)[:1].lower()}{str(error)[1:]}")
    else:
        if known is not None:
            notify(made_in_words(known))


class Construction:
    """A model tested, then its index made. `run` blocks (for a thread); `stop` ends it from elsewhere, at once."""

    def __init__(self, coach: Coach, wanted: EmbeddingProfile) -> None:
        self._coach = coach
        self._embedder = coach.models.vectors.embedder(wanted)
        self.stopped = False

    def run(self, progress: Progress) -> tuple[StateLine, Made | None]:
        """Whether the allowed model answers, and its index if it does. Raises CoachError when it cannot be made."""
        from ascom_coach.retrieval import open_index

        coach = self._coach
        try:
            line = coach.models.vectors.check(self._embedder)
            if line.status != "ok":
                return line, None
            with open_index(coach.data / "index", coach.notify, self._embedder) as index:
                return line, index.build_model_index(progress)
        finally:
            self._embedder.close()
            coach.forget_voice()

    def stop(self) -> None:
        """Ask nothing more of the model; what was received is kept for the next time."""
        self.stopped = True
        self._embedder.close()


def set_up(coach: Coach, wanted: EmbeddingProfile, progress: Progress) -> tuple[StateLine, Made | None]:
    """Test an allowed model, then make its index if it answers. Raises CoachError when the index cannot be made."""
    return Construction(coach, wanted).run(progress)


def made_in_words(known: Made) -> str:
    """« L’index de … est prêt », for the person."""
    return (
        f"L’index de {known.model} est prêt\u00a0: {known.passages} passages, {known.dimensions} valeurs chacun. Il"
        " ordonne les passages trouvés\u00a0; ce qui est répondu ou refusé n’en dépend pas."
    )
