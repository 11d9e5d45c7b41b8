"""The texts of the course on disk: one SQLite file, a full-text table over stems. This is what must not be lost."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ascom_coach.clock import now
from ascom_coach.errors import SurroundingsError
from ascom_coach.retrieval.course.chunks import Chunk

_SCHEMA = """
create table if not exists files (
  id integer primary key, path text not null unique, name text not null, sha256 text not null, added text not null
);
create table if not exists chunks (
  id integer primary key, file integer not null references files(id), place text not null, body text not null
);
create index if not exists chunks_file on chunks(file);
create virtual table if not exists stems using fts5(roots, tokenize="unicode61");
"""
_BUSY = 10.0
"""Seconds to wait for another window that is adding a file."""


@dataclass(frozen=True, slots=True)
class CourseFile:
    """A file of the course. `passages` counts its passages; `added` is an ISO date and time."""

    name: str
    path: str
    sha256: str
    added: str
    passages: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored passage."""

    id: int
    file: str
    place: str
    body: str


class Shelf:
    """Files and passages. Every change is one transaction: a killed process leaves the state before or after."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(path, timeout=_BUSY, isolation_level=None, check_same_thread=False)
        self._base.execute("pragma journal_mode=wal")
        self._base.executescript(_SCHEMA)
        self._base.execute("select count(*) from chunks").fetchone()

    def close(self) -> None:
        """Release the file."""
        self._base.close()

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """One writer at a time, all or nothing. Raises SurroundingsError when the disk refuses."""
        try:
            self._base.execute("begin immediate")
            try:
                yield
            except BaseException:
                self._base.execute("rollback")
                raise
            self._base.execute("commit")
        except sqlite3.OperationalError as error:
            raise SurroundingsError(
                "Vos cours ne peuvent pas être enregistrés\u00a0: fermez l’autre fenêtre ou libérez de la place, "
                "puis recommencez."
            ) from error

    def files(self) -> list[CourseFile]:
        """Files by name."""
        rows = self._base.execute(
            "select name, path, sha256, added, (select count(*) from chunks where file = files.id) from files "
            "order by name, path"
        )
        return [CourseFile(*row) for row in rows]

    def count(self) -> int:
        """How many passages."""
        return int(self._base.execute("select count(*) from chunks").fetchone()[0])

    def put(self, path: str, sha256: str, pieces: Sequence[tuple[Chunk, str]]) -> tuple[list[int], list[int]]:
        """Replace the passages of a file (inside `changing`): ids removed, ids added. A piece goes with its stems."""
        gone = self.drop(path)
        file = self._base.execute(
            "insert into files(path, name, sha256, added) values (?, ?, ?, ?)",
            (path, Path(path).name, sha256, now()),
        ).lastrowid
        added = []
        for chunk, roots in pieces:
            one = self._base.execute(
                "insert into chunks(file, place, body) values (?, ?, ?)", (file, chunk.place, chunk.text)
            ).lastrowid
            self._base.execute("insert into stems(rowid, roots) values (?, ?)", (one, roots))
            added.append(int(one or 0))
        return gone, added

    def drop(self, path: str) -> list[int]:
        """Remove a file with its passages (inside `changing`); ids of the passages."""
        row = self._base.execute("select id from files where path = ?", (path,)).fetchone()
        if row is None:
            return []
        gone = [one for (one,) in self._base.execute("select id from chunks where file = ?", row)]
        self._base.executemany("delete from stems where rowid = ?", [(one,) for one in gone])
        self._base.execute("delete from chunks where file = ?", row)
        self._base.execute("delete from files where id = ?", row)
        return gone

    def matching(self, roots: Sequence[str], most: int) -> list[int]:
        """Ids of the passages that share a stem, best first (BM25 of SQLite)."""
        words = [root for root in roots if root.isalnum()]
        if not words:
            return []
        wanted = " OR ".join(f'"{root}"' for root in words)
        rows = self._base.execute(
            "select rowid from stems where stems match ? order by bm25(stems), rowid limit ?", (wanted, most)
        )
        return [one for (one,) in rows]

    def frequency(self, root: str) -> int:
        """How many passages hold a stem."""
        if not root.isalnum():
            return 0
        row = self._base.execute("select count(*) from stems where stems match ?", (f'"{root}"',)).fetchone()
        return int(row[0])

    def read(self, ids: Sequence[int]) -> dict[int, Kept]:
        """Passages by id."""
        marks = ",".join("?" * len(ids))
        rows = self._base.execute(
            "select chunks.id, name, place, body from chunks join files on files.id = chunks.file "
            f"where chunks.id in ({marks})",
            list(ids),
        )
        return {row[0]: Kept(*row) for row in rows}

    def every(self, step: int) -> Iterator[list[tuple[int, str]]]:
        """All ids and texts, `step` at a time."""
        last = -1
        while rows := self._base.execute(
            "select id, body from chunks where id > ? order by id limit ?", (last, step)
        ).fetchall():
            yield rows
            last = rows[-1][0]
