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
from ascom_coach.retrieval.store import MemoryVectors, Vectors, open_vectors, rebuild_vectors

if TYPE_CHECKING:
    from ascom_coach.retrieval.course import Course


class Index:
    """An open index. Use it as a context manager, or call `close`."""

    def __init__(self, vectors: Vectors, brain: Brain, course: Course | None = None) -> None:
        self._vectors = vectors
        self._brain = brain
        self._course = course

    def __enter__(self) -> Index:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the files of the index."""
        self._vectors.close()
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

    def ask(self, question: str, *, bloc: int | None = None, k: int = 5) -> Answer:
        """Answer a question from the référentiel alone.

        Args:
            question: French words, hurried writing accepted; only the first 2,000 characters are read.
            bloc: 1, 2 or 3 lists the passages of that bloc only (and those that belong to none).
            k: how many passages at most, at least 1. A question that asks for a complete list ignores it.

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
        return Inquiry(self._brain, question, bloc, k).answer(self._vectors, self._course)


def open_index(folder: Path, notify: Callable[[str], None] | None = None) -> Index:
    """Open the index kept in `folder`, making or repairing it as needed (imports chromadb).

    Args:
        folder: the person's folder for the index; created when missing.
        notify: receives one French sentence when the index was rebuilt or must stay in memory.

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
    return Index(vectors, brain, course)


def open_in_memory() -> Index:
    """An index with nothing on disk and without chromadb: same answers."""
    brain = load_brain()
    return Index(MemoryVectors(brain.documents), brain)


def rebuild(folder: Path) -> int:
    """Erase and make again the index of `folder`; returns the number of passages indexed."""
    brain = load_brain()
    rebuild_vectors(folder, brain.documents).close()
    return len(brain.documents)
