"""The vectors of the course in a Chroma collection. Anything wrong with it is answered by making it again."""

from __future__ import annotations

import contextlib
import json
import shutil
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from ascom_coach.retrieval import hashing
from ascom_coach.retrieval.store import check_table, forget_clients, no_panic

DIMENSIONS = 384
"""Fewer than for the référentiel: ten thousand passages must stay light in memory."""
STEP = 1_000
_PROBE = 200
"""Neighbours asked for at opening: Chroma can hold a full table and a lost vector file at the same time."""


_ABANDONED = 120.0
"""Seconds without a sign after which a change begun elsewhere is taken for a killed process."""


class BusyError(Exception):
    """Another window is changing the vectors."""


class CourseVectors:
    """Nearest passages of the course, by id.

    Chroma's native part crashes the whole process on a vector file that was cut: no file is given to it whose
    checksum is not the one kept at the end of the last change.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mark = folder.with_name(f"{folder.name}.empreinte.json")
        self._changing = folder.with_name(f"{folder.name}.en-cours")
        self._client: Any = None
        self._collection: Any = None

    def open(self, wanted: int, every: Callable[[int], Iterator[list[tuple[int, str]]]]) -> bool:
        """Open, check, make again when needed; True when it was made again.

        Args:
            wanted: how many passages there must be.
            every: all ids and texts, so many at a time.
        Raises BusyError while another window changes them.
        """
        if self._changing.exists() and time.time() - self._changing.stat().st_mtime < _ABANDONED:
            raise BusyError
        try:
            if self._kept() == self._present():
                check_table(self._folder)
                with no_panic():
                    self._connect()
                    if self._sound(wanted):
                        return False
        except Exception:  # noqa: BLE001 - whatever is broken, the texts make it anew
            pass
        self.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        with self.changing():
            self._connect()
            for rows in every(STEP):
                self.put([one for one, _ in rows], [text for _, text in rows])
        return wanted > 0

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Around any change: a process killed inside leaves no mark, and the next opening makes all anew."""
        self._changing.parent.mkdir(parents=True, exist_ok=True)
        self._changing.touch()
        self._mark.unlink(missing_ok=True)
        yield
        self._mark.write_text(json.dumps(self._present()), encoding="utf-8")
        self._changing.unlink(missing_ok=True)

    def _present(self) -> dict[str, list[int]]:
        """Size and checksum of every vector file."""
        files = sorted(one for one in self._folder.glob("*/*") if one.is_file())
        return {
            one.relative_to(self._folder).as_posix(): [one.stat().st_size, _checksum(one)] for one in files
        }

    def _kept(self) -> dict[str, list[int]] | None:
        try:
            kept: dict[str, list[int]] = json.loads(self._mark.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return kept

    def _connect(self) -> None:
        import chromadb
        from chromadb.config import Settings

        from ascom_coach.retrieval.embedding import AscomHash

        self._folder.mkdir(parents=True, exist_ok=True)
        self._client = chromadb.PersistentClient(
            str(self._folder), settings=Settings(anonymized_telemetry=False)
        )
        self._collection = self._client.get_or_create_collection(
            f"cours-{hashing.VERSION}-{DIMENSIONS}",
            embedding_function=cast(Any, AscomHash(DIMENSIONS)),
            configuration={"hnsw": {"space": "cosine"}},
        )

    def _sound(self, wanted: int) -> bool:
        if self._collection.count() != wanted:
            return False
        asked = min(wanted, _PROBE)
        return asked == 0 or len(self.near("cours", asked)) == asked

    def put(self, ids: Sequence[int], texts: Sequence[str]) -> None:
        """Add passages (inside `changing`)."""
        self._changing.touch()
        for start in range(0, len(ids), STEP):
            some = texts[start : start + STEP]
            self._collection.upsert(
                ids=[str(one) for one in ids[start : start + STEP]],
                embeddings=[hashing.vector(text, DIMENSIONS) for text in some],
            )

    def drop(self, ids: Sequence[int]) -> None:
        """Remove passages (inside `changing`)."""
        for start in range(0, len(ids), STEP):
            self._collection.delete(ids=[str(one) for one in ids[start : start + STEP]])

    def near(self, question: str, most: int) -> dict[int, float]:
        """Cosine of the nearest passages with a question."""
        with no_panic():
            found = self._collection.query(
                query_embeddings=[hashing.vector(question, DIMENSIONS)], n_results=most, include=["distances"]
            )
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return {int(one): 1.0 - float(far) for one, far in pairs}

    def close(self) -> None:
        """Let the files go."""
        self._client = self._collection = None
        forget_clients()


def _checksum(path: Path) -> int:
    total = 0
    with path.open("rb") as stream:
        while part := stream.read(1 << 20):
            total = zlib.crc32(part, total)
    return total
