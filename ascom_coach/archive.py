"""A person's data, out of the program or out of the machine: export everything, erase everything."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from ascom_coach.errors import RefusedInputError, SurroundingsError
from ascom_coach.rehearsal import to_record

if TYPE_CHECKING:
    from ascom_coach.journal import Journal


def export_person(journal: Journal, data: Path, name: str, target: Path) -> Path:
    """Sessions, events, reviews and files of a person in one archive. Raises CoachError."""
    from ascom_coach.journal import Notes, page

    if name not in journal.people():
        raise RefusedInputError(f"Je ne connais pas « {name} » : voyez les noms avec « profil lister ».")
    target = target if target.suffix == ".zip" else target.with_name(target.name + ".zip")
    temporary = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
            sessions = journal.sessions(name)
            listing = [
                {
                    "id": row.id, "scenario": row.scenario, "seed": row.seed, "exam": row.exam, "opened": row.opened,
                    "updated": row.updated, "ended": row.ended,
                }
                for row in sessions
            ]  # fmt: skip
            archive.writestr("seances.json", json.dumps(listing, ensure_ascii=False, indent=2))
            reviews = [
                {
                    "session": kept.session,
                    "version": kept.version,
                    "at": kept.created,
                    "review": kept.document,
                }
                for kept in journal.reviews(person=name)
            ]
            archive.writestr("relectures.json", json.dumps(reviews, ensure_ascii=False, indent=2))
            archive.writestr("carnet.md", page(Notes(journal, name).read()))
            for row in sessions:
                events = [to_record(event) for event in journal.events(row.id)]
                archive.writestr(
                    f"seances/{row.id}/evenements.jsonl",
                    "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in events),
                )
                folder = data / "seances" / row.id
                for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
                    if path.is_file() and not path.is_symlink():
                        archive.write(path, f"seances/{row.id}/{path.relative_to(folder).as_posix()}")
        temporary.replace(target)
    except OSError:
        raise SurroundingsError(
            f"Je n’ai pas pu écrire « {target} » : vérifiez l’espace libre et les droits du dossier."
        ) from None
    return target


def erase_person(journal: Journal, data: Path, name: str) -> None:
    """Erase a person's sessions, reviews and files from this machine. Raises CoachError."""
    for session in journal.erase_person(name):
        shutil.rmtree(data / "seances" / session, ignore_errors=True)
