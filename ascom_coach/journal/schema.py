"""Tables of the journal, in numbered steps: an older file is brought up to date when it is opened."""

from __future__ import annotations

import sqlite3

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE people (name TEXT PRIMARY KEY, created TEXT NOT NULL);
    CREATE TABLE sessions (
        id TEXT PRIMARY KEY, label TEXT NOT NULL, person TEXT NOT NULL, scenario TEXT NOT NULL, place TEXT NOT NULL,
        seed INTEGER NOT NULL, exam INTEGER NOT NULL, virtual INTEGER NOT NULL,
        opened TEXT NOT NULL, updated TEXT NOT NULL, ended TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX sessions_by_label ON sessions (label);
    CREATE TABLE events (
        session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE, n INTEGER NOT NULL, record TEXT NOT NULL,
        PRIMARY KEY (session, n)
    ) WITHOUT ROWID;
    CREATE TABLE reviews (
        id INTEGER PRIMARY KEY, session TEXT NOT NULL DEFAULT '', person TEXT NOT NULL, version INTEGER NOT NULL,
        created TEXT NOT NULL, document TEXT NOT NULL
    );
    CREATE TABLE verdicts (
        id INTEGER PRIMARY KEY, session TEXT NOT NULL, control TEXT NOT NULL, verdict TEXT NOT NULL,
        who TEXT NOT NULL, reason TEXT NOT NULL, created TEXT NOT NULL
    );
    """,
    # The error notebook: one row of `texts` a work (its first version), one row of `marks` a family met in it.
    """
    CREATE TABLE texts (
        id INTEGER PRIMARY KEY, person TEXT NOT NULL, title TEXT NOT NULL, created TEXT NOT NULL,
        words INTEGER NOT NULL, source TEXT NOT NULL, shingles TEXT NOT NULL, digests TEXT NOT NULL
    );
    CREATE INDEX texts_by_person ON texts (person);
    CREATE TABLE marks (
        text INTEGER NOT NULL REFERENCES texts (id) ON DELETE CASCADE, family TEXT NOT NULL,
        errors INTEGER NOT NULL, occasions INTEGER NOT NULL, examples TEXT NOT NULL, PRIMARY KEY (text, family)
    ) WITHOUT ROWID;
    CREATE TABLE answers (
        id INTEGER PRIMARY KEY, person TEXT NOT NULL, family TEXT NOT NULL, number INTEGER NOT NULL,
        correct INTEGER NOT NULL, created TEXT NOT NULL
    );
    """,
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Run the steps that the file lacks, each in its own transaction."""
    current = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for number, script in enumerate(STEPS[current:], start=current + 1):
        connection.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {number}; COMMIT;")
