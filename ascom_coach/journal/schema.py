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
)


def upgrade(connection: sqlite3.Connection) -> None:
    """Run the steps that the file lacks, each in its own transaction."""
    current = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for number, script in enumerate(STEPS[current:], start=current + 1):
        connection.executescript(f"BEGIN IMMEDIATE; {script} PRAGMA user_version = {number}; COMMIT;")
