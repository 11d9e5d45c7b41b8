"""How a person gets on: the error notebook as doors use it (texts noted after a review, a page to keep, second versions
recognised), and the progress that scripts read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ascom_coach.errors import RefusedInputError, SurroundingsError

if TYPE_CHECKING:
    from ascom_coach.documents import Document, RefusedFile
    from ascom_coach.journal import Journal, Notes
    from ascom_coach.review import Review

ENOUGH = 20
"""Words under which a text is no measure of anything."""
EXAMPLES = 3


def note_review(
    journal: Journal,
    person: str,
    review: Review,
    documents: Sequence[Document | RefusedFile],
    now: str,
    sources: Mapping[str, str] | None = None,
) -> int:
    """Note the texts of a review; the version of the one that was revised most (1 when all are new).

    `sources` names the hand-in of each file by its path. Raises SurroundingsError.
    """
    from ascom_coach.documents import Document
    from ascom_coach.journal import Mark, Notes
    from ascom_coach.review import marked

    notes = Notes(journal, person)
    told: Any = review.language.get("texts") or ()
    remarks: Any = review.language.get("remarks") or ()
    measured = {str(text["path"]): text for text in told}
    version = 1
    for document in documents:
        found = measured.get(document.path)
        if not isinstance(document, Document) or found is None or found["words"] < ENOUGH:
            continue
        examples: dict[str, list[str]] = {}
        for one in remarks:
            mine = one.get("locator") and one["locator"]["file"] == document.path
            if mine and one["counted"] and "integre" in one["sources"]:
                examples.setdefault(one["family"], []).append(marked(one))
        marks = [
            Mark(row["id"], row["errors"], row["occasions"], tuple(examples.get(row["id"], ())[:EXAMPLES]))
            for row in found["families"]
        ]
        title = document.path.replace("\\", "/").rpartition("/")[2]
        source = (sources or {}).get(document.path, "")
        version = max(version, notes.note(title, document.text, found["words"], marks, now, source=source))
    return version


def export_notebook(notes: Notes, path: Path) -> Path:
    """Write the notebook as .md or .txt. Raises RefusedInputError on another ending, SurroundingsError."""
    from ascom_coach.journal import page

    if path.suffix.lower() not in (".md", ".txt"):
        raise RefusedInputError(f"« {path.name} » : choisissez un fichier .md ou .txt.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(notes.read()), encoding="utf-8")
    except OSError:
        raise SurroundingsError(
            f"Je n’ai pas pu écrire « {path} » : vérifiez le nom, l’espace libre et les droits du dossier."
        ) from None
    return path


def is_second_version(previous: Path, files: Sequence[Path]) -> bool:
    """Whether one of the files is another version of `previous`, and not the same text again.

    Raises RefusedInputError when `previous` cannot be read.
    """
    from ascom_coach.documents import RefusedFile, read_documents
    from ascom_coach.language import SAME_WORK, likeness, shingles

    before, *after = read_documents([previous, *files])
    if isinstance(before, RefusedFile):
        raise RefusedInputError(before.reason)
    old = before.text.split()
    texts = [item.text for item in after if not isinstance(item, RefusedFile)]
    return any(
        text.split() != old and likeness(shingles(text), shingles(before.text)) >= SAME_WORK for text in texts
    )


def progress_rules(notes: Notes) -> list[dict[str, Any]]:
    """The notebook in the contract of `progression`."""
    book = notes.read()
    return [
        {
            "id": one.family.id, "title": one.family.title, "errors": one.errors, "occasions": one.occasions,
            "rate": round(float(one.rate), 4), "texts": len(one.history), "trend": one.trend, "acquired": one.acquired,
        }
        for one in book.entries
    ]  # fmt: skip


def progress(journal: Journal, person: str) -> dict[str, Any]:
    """Sessions, levels over time, language errors by kind and by rule of a person (contract of `progression`)."""
    from ascom_coach.journal import Notes

    rows = [row for row in journal.sessions(person or None) if not row.virtual]
    labels: Counter[str] = Counter()
    history = []
    for kept in journal.reviews(person=person or None):
        levels = {item["id"]: item["level"] for item in kept.document.get("criteria", [])}
        history.append(
            {"session": kept.session, "version": kept.version, "at": kept.created, "levels": levels}
        )
        remarks = kept.document.get("language", {}).get("remarks", [])
        labels.update(remark["label"] for remark in remarks if remark.get("counted"))
    return {
        "person": person,
        "sessions": [
            {
                "id": row.id, "scenario": row.scenario, "seed": row.seed, "exam": row.exam,
                "opened": row.opened, "updated": row.updated, "ended": row.ended or None,
            }
            for row in rows
        ],
        "levels": history,
        "notebook": [
            {"label": label, "count": count} for label, count in sorted(labels.items(), key=lambda x: (-x[1], x[0]))
        ],
        "rules": progress_rules(Notes(journal, person)),
    }  # fmt: skip
