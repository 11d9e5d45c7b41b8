"""The room's door: open an index, ask it a question, close it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from ascom_coach.errors import RefusedInputError, SurroundingsError
from ascom_coach.retrieval.answer import Answer
from ascom_coach.retrieval.brain import Brain, load_brain
from ascom_coach.retrieval.inquiry import Inquiry
from ascom_coach.retrieval.model_order import ModelOrder
from ascom_coach.retrieval.model_store import Made, ModelStore
from ascom_coach.retrieval.store import MemoryVectors, Vectors, open_vectors, rebuild_vectors

if TYPE_CHECKING:
    from ascom_coach.retrieval.course import Course
    from ascom_coach.retrieval.model_store import Embedder


class Index:
    """An open index. Use it as a context manager, or call `close`."""

    def __init__(
        self, vectors: Vectors, brain: Brain, course: Course | None = None, model: ModelOrder | None = None
    ) -> None:
        self._vectors = vectors
        self._brain = brain
        self._course = course
        self._model = model

    def __enter__(self) -> Index:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the files of the index."""
        self._vectors.close()
        if self._model is not None:
            self._model.close()
        if self._course is not None:
            self._course.close()

    @property
    def engine(self) -> str:
        """« chroma+lexique », or « memoire+lexique » when nothing could be kept on disk."""
        return f"{self._vectors.engine}+lexique"

    @property
    def size(self) -> int:
        """Number of passages indexed."""
        return len(self._brain.documents)

    @property
    def has_model(self) -> bool:
        """Whether a model orders the passages."""
        return self._model is not None

    def model_index(self) -> Made | None:
        """The model's index on disk; None while it is not whole, or without a model."""
        return self._model.made() if self._model is not None else None

    def build_model_index(self, progress: Callable[[int, int], None] | None = None) -> Made | None:
        """Make the model's index aside and use it; None without a model. Blocks; `close` from elsewhere ends it.

        `progress` is called with how many passages are done and how many there are. Raises CoachError: the former
        index, or the built-in one, then stands, and what was received is kept for the next time.
        """
        return self._model.build(progress) if self._model is not None else None

    def ask(self, question: str, *, bloc: int | None = None, k: int = 5, quick: bool = False) -> Answer:
        """Answer a question from the référentiel alone.

        Args:
            question: French words, hurried writing accepted; only the first 2,000 characters are read.
            bloc: 1, 2 or 3 lists the passages of that bloc only (and those that belong to none).
            k: how many passages at most, at least 1. A question that asks for a complete list ignores it.
            quick: nothing is asked of a model.

        Raises:
            RefusedInputError: the question is empty, the bloc unknown or k below 1.
        """
        if not question.strip():
            raise RefusedInputError(
                "La question est vide\u00a0: écrivez quelques mots sur ce que vous cherchez."
            )
        if bloc not in (None, 1, 2, 3):
            raise RefusedInputError(
                f"Le bloc {bloc} n’existe pas\u00a0: le référentiel en compte trois (1, 2 et 3)."
            )
        if k < 1:
            raise RefusedInputError("Le nombre de passages demandé doit être d’au moins 1.")
        model = None if quick else self._model
        return Inquiry(self._brain, question, bloc, k).answer(self._vectors, self._course, model)


def open_index(
    folder: Path, notify: Callable[[str], None] | None = None, embedder: Embedder | None = None
) -> Index:
    """Open the index kept in `folder`, making or repairing it as needed (imports chromadb).

    Args:
        folder: the person's folder for the index; created when missing.
        notify: receives one French sentence when the index was rebuilt or must stay in memory, and when a model's
            vectors stop answering.
        embedder: a model whose vectors order the passages, once `Index.build_model_index` has made its index.

    Raises:
        SurroundingsError: the knowledge that ships with the program is damaged.
    """
    from ascom_coach.retrieval.course import has_course, open_course

    brain = load_brain()
    vectors = open_vectors(folder, brain.documents, notify)
    course: Course | None = None
    if has_course(folder):
        try:
            course = open_course(folder, notify)
        except SurroundingsError as error:
            (notify or (lambda _sentence: None))(str(error))
    return Index(vectors, brain, course, _model(folder, brain, embedder, notify) if embedder else None)


def _model(
    folder: Path, brain: Brain, embedder: Embedder, notify: Callable[[str], None] | None
) -> ModelOrder:
    store = ModelStore(folder, brain.documents, embedder.stamp)
    return ModelOrder(store, embedder, notify or (lambda _sentence: None))


def made_by(folder: Path, embedder: Embedder) -> Made | None:
    """The index that this model has made in `folder`, without opening it; None while it is not whole."""
    return ModelStore(folder, load_brain().documents, embedder.stamp).made()


def open_in_memory() -> Index:
    """An index with nothing on disk and without chromadb: same answers."""
    brain = load_brain()
    return Index(MemoryVectors(brain.documents), brain)


def rebuild(folder: Path) -> int:
    """Erase and make again the index of `folder`; returns the number of passages indexed."""
    brain = load_brain()
    rebuild_vectors(folder, brain.documents).close()
    return len(brain.documents)
