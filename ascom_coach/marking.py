"""From files on disk to a review: what they are held against, and where the result is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ascom_coach.errors import RefusedInputError
from ascom_coach.papers import start_documents
from ascom_coach.review import Copy, Review, Situation, review_copies

if TYPE_CHECKING:
    from ascom_coach.desk import Desk
    from ascom_coach.documents import Document, RefusedFile
    from ascom_coach.journal import Journal
    from ascom_coach.scenarios import Script


def of_session(situation: Situation, desk: Desk, journal: Journal) -> Situation:
    """The situation of what a session handed in, with the trainer's words on it."""
    return replace(
        situation,
        script=desk.stage.script,
        state=desk.state,
        session=desk.row.label,
        verdicts=journal.verdicts(desk.id),
        start_documents=start_documents(desk.stage.script, desk.documents),
    )


def of_scenario(situation: Situation, script: Script) -> Situation:
    """The situation of files made for a scenario outside any session."""
    return replace(situation, script=script, start_documents=start_documents(script))


def review_desk(desk: Desk, journal: Journal, engines: Sequence[Any], at: str) -> Review:
    """Review what a session handed in, compare with its last version, keep the result as of `at` (ISO).

    Raises RefusedInputError during an exam, or when nothing is handed in.
    """
    handed = desk.copies()
    if desk.state.exam and not desk.state.over:
        raise RefusedInputError("En examen, le bilan vient après : terminez d’abord la séance.")
    if not handed:
        raise RefusedInputError("Rien n’est remis pour l’instant : remettez au moins un document.")
    documents = _read([(path, Path(shown).name) for _, path, shown in handed])
    copies = [
        Copy.of(document, production=production)
        for (production, _, _), document in zip(handed, documents, strict=True)
    ]
    version = desk.state.version()
    earlier = (one for one in reversed(journal.reviews(session=desk.id)) if one.version < version)
    previous = next((one.document for one in earlier), None)
    situation = Situation(previous=previous, engines=engines, complete=True)
    review = review_copies(copies, of_session(situation, desk, journal))
    journal.save_review(desk.id, desk.row.person, version, review.to_json(), at)
    if not desk.row.virtual:
        from ascom_coach.notebook import note_review

        sources = {Path(shown).name: f"{desk.id}:{production}" for production, _, shown in handed}
        note_review(journal, desk.row.person, review, documents, at, sources)
    return replace(review, version=version)


def review_files(
    files: Sequence[Path], situation: Situation, previous: Sequence[Path] = ()
) -> tuple[Review, list[Document | RefusedFile]]:
    """Review files as they are, compared with an earlier version of theirs; the review and what was read."""
    if previous:
        old = _read([(path, path.as_posix()) for path in previous])
        earlier = review_copies([Copy.of(one) for one in old], situation)
        situation = replace(situation, previous=earlier.to_json())
    documents = _read([(path, path.as_posix()) for path in files])
    review = review_copies([Copy.of(one) for one in documents], situation)
    return replace(review, version=2 if previous else 1), documents


def noted(review: Review, documents: Sequence[Document | RefusedFile], journal: Journal, at: str) -> Review:
    """The review, once its texts are in the notebook of the person who uses the program."""
    from ascom_coach.notebook import note_review

    version = note_review(journal, journal.person(), review, documents, at)
    return replace(review, version=max(review.version, version))


def _read(files: Sequence[tuple[Path, str]]) -> list[Document | RefusedFile]:
    from ascom_coach.documents import read_documents

    return read_documents([path for path, _ in files], shown_as=[shown for _, shown in files])
