"""The store on disk: one SQLite file in WAL mode, every batch of events one flushed transaction."""

from __future__ import annotations

import json
import re
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ascom_coach.errors import RefusedInputError, SurroundingsError
from ascom_coach.journal.schema import upgrade
from ascom_coach.rehearsal import Event, from_record, to_record
from ascom_coach.review import TrainerVerdict
from ascom_coach.settings import prepared_folder

FILE = "journal.sqlite"
_PATH = re.compile(r"^[/~]|\\|\.(?:docx?|xlsx?|od[tsp]|pptx?|pdf|txt|eml|html?|csv|zip)$", re.IGNORECASE)
BUSY_MS = 4000


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as the journal knows it. Times are ISO texts; `ended` is the end's id, empty while it goes on."""

    id: str
    label: str
    person: str
    scenario: str
    place: str
    seed: int
    exam: bool
    virtual: bool
    opened: str
    updated: str
    ended: str


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A stored review: the `relire` document as JSON values."""

    id: int
    session: str
    person: str
    version: int
    created: str
    document: dict[str, Any]


class Journal:
    """Sessions, events, reviews, verdicts and people of one folder. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        """Open (and create or upgrade) the journal of a folder. Raises SurroundingsError."""
        self.folder = folder
        self.path = prepared_folder(folder) / FILE
        self._lock = threading.Lock()
        with self._failures():
            self._db = sqlite3.connect(
                self.path, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False
            )
            self._db.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = FULL")
            self._db.execute("PRAGMA foreign_keys = ON")
            upgrade(self._db)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._db.close()

    @contextmanager
    def _failures(self) -> Iterator[None]:
        """What the database may refuse, in one French sentence each."""
        try:
            yield
        except sqlite3.OperationalError as error:
            words = str(error).lower()
            if "locked" in words or "busy" in words:
                why = "est utilisé par un autre programme : fermez-le, puis recommencez"
            elif "full" in words:
                why = "ne peut plus grandir, le disque est plein : libérez de la place, puis recommencez"
            elif "readonly" in words or "read-only" in words or "unable to open" in words:
                why = "est en lecture seule : choisissez un autre dossier avec --donnees"
            else:
                why = "ne répond pas : choisissez un autre dossier avec --donnees"
            raise SurroundingsError(f"Le journal « {self.path} » {why}. Rien n’est perdu.") from None
        except sqlite3.DatabaseError:
            raise SurroundingsError(
                f"Le journal « {self.path} » est abîmé : renommez-le pour en commencer un nouveau, "
                "ou remettez une copie de secours."
            ) from None

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One flushed transaction, for the modules of this room. Raises SurroundingsError."""
        with self._lock, self._failures():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """The rows of a query, for the modules of this room. Raises SurroundingsError."""
        with self._lock, self._failures():
            return self._db.execute(query, values).fetchall()

    # People

    def people(self) -> list[str]:
        """Names, oldest first."""
        return [row[0] for row in self.rows("SELECT name FROM people ORDER BY created, name")]

    def person(self) -> str:
        """Who uses the program now; empty before anyone said so."""
        rows = self.rows("SELECT value FROM meta WHERE key = 'person'")
        return str(rows[0][0]) if rows else ""

    def choose_person(self, name: str, now: str) -> str:
        """Use that name from now on (created if new).

        Raises RefusedInputError on an empty or too long name, and on the path of a file.
        """
        name = " ".join(name.split())
        if not name or len(name) > 40:
            raise RefusedInputError("Indiquez un prénom ou un pseudonyme de 1 à 40 caractères.")
        if _PATH.search(name):  # a file dropped on the window before anybody said who they are
            raise RefusedInputError(
                "Cela ressemble à un fichier : dites d’abord qui vous êtes, un prénom suffit."
            )
        with self.transaction() as db:
            db.execute("INSERT OR IGNORE INTO people VALUES (?, ?)", (name, now))
            db.execute("INSERT OR REPLACE INTO meta VALUES ('person', ?)", (name,))
        return name

    def erase_person(self, name: str) -> list[str]:
        """Forget a person: sessions, reviews, notebook, name. Returns the ids of the erased sessions."""
        if name not in self.people():
            raise RefusedInputError(f"Je ne connais pas « {name} » : voyez les noms avec « profil lister ».")
        sessions = [row[0] for row in self.rows("SELECT id FROM sessions WHERE person = ?", name)]
        with self.transaction() as db:
            db.execute(
                "DELETE FROM verdicts WHERE session IN (SELECT id FROM sessions WHERE person = ?)", (name,)
            )
            db.execute("DELETE FROM reviews WHERE person = ?", (name,))
            db.execute("DELETE FROM texts WHERE person = ?", (name,))
            db.execute("DELETE FROM answers WHERE person = ?", (name,))
            db.execute("DELETE FROM sessions WHERE person = ?", (name,))
            db.execute("DELETE FROM people WHERE name = ?", (name,))
            db.execute("DELETE FROM meta WHERE key = 'person' AND value = ?", (name,))
        with self._lock, self._failures():
            self._db.execute("VACUUM")
        return sessions

    # Sessions and events

    def open_session(self, row: SessionRow) -> SessionRow:
        """Record a new session."""
        with self.transaction() as db:
            db.execute(
                "INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    row.id, row.label, row.person, row.scenario, row.place, row.seed, int(row.exam), int(row.virtual),
                    row.opened, row.updated, row.ended,
                ),
            )  # fmt: skip
        return row

    def append(self, session: str, events: Sequence[Event], now: str) -> None:
        """Write events, all or none, flushed to the disk before this returns."""
        ended = next((record["end"] for record in map(to_record, events) if record["event"] == "ended"), "")
        rows = [(session, event.n, json.dumps(to_record(event), ensure_ascii=False)) for event in events]
        with self.transaction() as db:
            db.executemany("INSERT INTO events VALUES (?, ?, ?)", rows)
            db.execute(
                "UPDATE sessions SET updated = ?, ended = CASE WHEN ? = '' THEN ended ELSE ? END WHERE id = ?",
                (now, ended, ended, session),
            )

    def events(self, session: str) -> list[Event]:
        """The events of a session, in order; a record of a newer kind is passed over."""
        found = []
        for (record,) in self.rows("SELECT record FROM events WHERE session = ? ORDER BY n", session):
            try:
                found.append(from_record(json.loads(record)))
            except (ValueError, TypeError):
                continue
        return found

    def sessions(self, person: str | None = None) -> list[SessionRow]:
        """Sessions, newest first."""
        query = "SELECT * FROM sessions {} ORDER BY updated DESC, rowid DESC"
        if person is None:
            return [_session(row) for row in self.rows(query.format(""))]
        rows = self.rows(query.format("WHERE person = ?"), person)
        return [_session(row) for row in rows]

    def session(self, name: str) -> SessionRow:
        """A session by id, else the newest with that label. Raises RefusedInputError."""
        rows = self.rows(
            "SELECT * FROM sessions WHERE id = ? OR label = ? ORDER BY id = ? DESC, rowid DESC",
            name,
            name,
            name,
        )
        if not rows:
            raise RefusedInputError(
                f"Je ne trouve pas de séance « {name} » : voyez-les avec « progression »."
            )
        return _session(rows[0])

    def unfinished(self, scenario: str, person: str | None = None) -> SessionRow | None:
        """The last session of a scenario that has not ended."""
        rows = self.rows(
            "SELECT * FROM sessions WHERE scenario = ? AND ended = '' AND (? IS NULL OR person = ?) "
            "ORDER BY updated DESC, rowid DESC LIMIT 1",
            scenario, person, person,
        )  # fmt: skip
        return _session(rows[0]) if rows else None

    # Reviews and verdicts

    def save_review(self, session: str, person: str, version: int, document: dict[str, Any], now: str) -> int:
        """Keep a review. Returns its number."""
        with self.transaction() as db:
            cursor = db.execute(
                "INSERT INTO reviews (session, person, version, created, document) VALUES (?, ?, ?, ?, ?)",
                (session, person, version, now, json.dumps(document, ensure_ascii=False)),
            )
            return int(cursor.lastrowid or 0)

    def amend_review(self, session: str, version: int, document: dict[str, Any]) -> None:
        """Put a fuller document in the place of the last review of that version."""
        with self.transaction() as db:
            db.execute(
                "UPDATE reviews SET document = ? WHERE id ="
                " (SELECT MAX(id) FROM reviews WHERE session = ? AND version = ?)",
                (json.dumps(document, ensure_ascii=False), session, version),
            )

    def reviews(self, *, session: str | None = None, person: str | None = None) -> list[ReviewRow]:
        """Reviews, oldest first, of a session or of a person."""
        rows = self.rows(
            "SELECT id, session, person, version, created, document FROM reviews "
            "WHERE (? IS NULL OR session = ?) AND (? IS NULL OR person = ?) ORDER BY id",
            session, session, person, person,
        )  # fmt: skip
        return [
            ReviewRow(key, session_id, who, version, created, json.loads(document))
            for key, session_id, who, version, created, document in rows
        ]

    def add_verdict(self, session: str, verdict: TrainerVerdict, now: str) -> None:
        """A trainer's word on a check; earlier ones stay in the file."""
        with self.transaction() as db:
            db.execute(
                "INSERT INTO verdicts (session, control, verdict, who, reason, created) VALUES (?, ?, ?, ?, ?, ?)",
                (session, verdict.check, verdict.verdict, verdict.who, verdict.reason, now),
            )

    def verdicts(self, session: str) -> list[TrainerVerdict]:
        """The last word on each check of a session."""
        rows = self.rows(
            "SELECT control, verdict, who, reason, created FROM verdicts WHERE session = ? ORDER BY id",
            session,
        )
        return list({row[0]: TrainerVerdict(row[0], row[1], row[2], row[3], row[4]) for row in rows}.values())


def _session(row: tuple[Any, ...]) -> SessionRow:
    key, label, person, scenario, place, seed, exam, virtual, opened, updated, ended = row
    return SessionRow(
        key, label, person, scenario, place, int(seed), bool(exam), bool(virtual), opened, updated, ended
    )
