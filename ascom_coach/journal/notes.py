"""The error notebook on disk: texts with their marks, answers to exercises. `Notes(journal)` reads and writes them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from ascom_coach.journal.notebook import Answer, Mark, Notebook, NotedText, notebook, same_work
from ascom_coach.journal.store import Journal
from ascom_coach.language import shingles


class Notes:
    """The notebook of one person in a journal. An empty name is somebody who gave none."""

    def __init__(self, journal: Journal, person: str) -> None:
        self._journal = journal
        self.person = person

    def read(self) -> Notebook:
        """The notebook as it stands. Raises SurroundingsError."""
        return notebook(self.person, self._texts(), self._answers())

    def _texts(self) -> list[NotedText]:
        marks: dict[int, list[Mark]] = {}
        for key, family, errors, occasions, examples in self._journal.rows(
            "SELECT text, family, errors, occasions, examples FROM marks "
            "WHERE text IN (SELECT id FROM texts WHERE person = ?) ORDER BY family",
            self.person,
        ):
            marks.setdefault(key, []).append(Mark(family, errors, occasions, tuple(json.loads(examples))))
        rows = self._journal.rows(
            "SELECT id, title, created, words, source, shingles, digests FROM texts WHERE person = ? ORDER BY id",
            self.person,
        )
        return [
            NotedText(key, title, created, words, source, frozenset(pairs.split()), tuple(digests.split()),
                      tuple(marks.get(key, ())))
            for key, title, created, words, source, pairs, digests in rows
        ]  # fmt: skip

    def _answers(self) -> list[Answer]:
        rows = self._journal.rows(
            "SELECT family, number, correct, created FROM answers WHERE person = ? ORDER BY id", self.person
        )
        return [Answer(family, number, bool(correct), created) for family, number, correct, created in rows]

    def note(
        self, title: str, text: str, words: int, marks: Sequence[Mark], now: str, *, source: str = ""
    ) -> int:
        """Keep a text, and say which version of its work it is (1 when it is new).

        The same text again changes nothing; another version is recognised and adds no mark. `source` names the
        hand-in that the text belongs to, empty for a file. Raises SurroundingsError.
        """
        pairs = shingles(text)
        digest = hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]
        stored = " ".join(sorted(pairs))
        known = next((one for one in reversed(self._texts()) if same_work(one, source, pairs)), None)
        if known is not None and digest in known.digests:
            return known.digests.index(digest) + 1
        with self._journal.transaction() as db:
            if known is not None:
                digests = (*known.digests, digest)
                db.execute(
                    "UPDATE texts SET shingles = ?, digests = ? WHERE id = ?",
                    (stored, " ".join(digests), known.id),
                )
                return len(digests)
            cursor = db.execute(
                "INSERT INTO texts (person, title, created, words, source, shingles, digests) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (self.person, title, now, words, source, stored, digest),
            )
            db.executemany(
                "INSERT INTO marks VALUES (?, ?, ?, ?, ?)",
                [
                    (cursor.lastrowid, one.family, one.errors, one.occasions,
                     json.dumps(one.examples, ensure_ascii=False))
                    for one in marks
                ],
            )  # fmt: skip
        return 1

    def answer(self, family: str, number: int, right: bool, now: str) -> None:
        """Keep an answer to an exercise. Raises SurroundingsError."""
        with self._journal.transaction() as db:
            db.execute(
                "INSERT INTO answers (person, family, number, correct, created) VALUES (?, ?, ?, ?, ?)",
                (self.person, family, number, int(right), now),
            )

    def erase(self) -> None:
        """Forget the notebook of this person; sessions and reviews stay. Raises SurroundingsError."""
        with self._journal.transaction() as db:
            db.execute("DELETE FROM texts WHERE person = ?", (self.person,))
            db.execute("DELETE FROM answers WHERE person = ?", (self.person,))
