"""The vectors on disk: opens, checks, rebuilds and sweeps the Chroma index. The room's only writer.

Every opening asks for as many neighbours as there are documents: Chroma can hold a full table and a lost
vector file at the same time, and only that question shows it. What cannot be opened is rebuilt from the
knowledge that ships with the program; what cannot be rebuilt is replaced by an exact search in memory.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, cast

from ascom_coach.retrieval import hashing

PREFIX = "ref-"
_TRIES = 4
_LOCK_WAIT = 0.15
"""Seconds between two tries when another process holds the index."""

REBUILT = "L’index de recherche était abîmé ou ancien\u00a0: il vient d’être reconstruit."
IN_MEMORY = (
    "L’index de recherche ne peut pas être écrit dans ce dossier\u00a0: la recherche se fait en mémoire, "
    "avec les mêmes réponses."
)


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed under a passage id. `bloc` is 0 when the passage belongs to none."""

    id: str
    text: str
    bloc: int
    kind: str


class Vectors(Protocol):
    """Nearness of every document to a question."""

    engine: str

    def near(self, question: str) -> dict[str, float]:
        """Cosine of each document with the question, by id."""

    def close(self) -> None:
        """Release the files."""


class MemoryVectors:
    """Exact cosine over all documents, nothing on disk."""

    engine = "memoire"

    def __init__(self, documents: Sequence[Document]) -> None:
        self._vectors = {one.id: hashing.vector(one.text) for one in documents}

    def near(self, question: str) -> dict[str, float]:
        """Cosine of each document with the question, by id."""
        asked = hashing.vector(question)
        return {one: hashing.cosine(asked, vector) for one, vector in self._vectors.items()}

    def close(self) -> None:
        """Nothing to release."""


class ChromaVectors:
    """Cosine read from a Chroma collection; falls back to memory if the files are lost while open."""

    engine = "chroma"

    def __init__(self, client: Any, collection: Any, documents: Sequence[Document]) -> None:
        self._client = client
        self._collection = collection
        self._documents = documents
        self._spare: MemoryVectors | None = None

    def near(self, question: str) -> dict[str, float]:
        """Cosine of each document with the question, by id."""
        if self._spare is None:
            try:
                with no_panic():
                    return _query(self._collection, question, len(self._documents))
            except Exception:  # noqa: BLE001 - whatever broke on disk, the question gets its answer
                self._spare = MemoryVectors(self._documents)
                self.engine = "memoire"
        return self._spare.near(question)

    def close(self) -> None:
        """Let the files go, so that the folder may be moved or erased."""
        self._client = self._collection = None
        forget_clients()


def content_tag(documents: Sequence[Document]) -> str:
    """Twelve hexadecimal digits that change with the embedding, the version or any document."""
    what = [
        hashing.NAME,
        hashing.VERSION,
        hashing.DIMENSIONS,
        [[one.id, one.text, one.bloc, one.kind] for one in documents],
    ]
    return hashlib.sha256(json.dumps(what, ensure_ascii=False).encode("utf-8")).hexdigest()[:12]


def open_vectors(
    folder: Path, documents: Sequence[Document], notify: Callable[[str], None] | None = None
) -> Vectors:
    """The index in `folder`, made or repaired as needed; an exact search in memory if that is impossible.

    Args:
        folder: the person's folder for the index; only its sub-folder `chroma` is ever erased.
        documents: what the index must hold.
        notify: receives one French sentence when the index was rebuilt or cannot be kept on disk.
    """
    tell = notify or (lambda _sentence: None)
    path = folder / "chroma"
    rebuilt = False
    try:
        folder.mkdir(parents=True, exist_ok=True)
        from chromadb.errors import InternalError
    except Exception:  # noqa: BLE001 - a missing or broken library, a read-only disk: memory answers
        tell(IN_MEMORY)
        return MemoryVectors(documents)
    for attempt in range(_TRIES):
        try:
            check_table(path)
            with no_panic():
                vectors, renewed = _open(path, documents)
        except (InternalError, BrokenIndexError, sqlite3.DatabaseError) as error:
            forget_clients()
            if is_lock(error):
                time.sleep(_LOCK_WAIT * (attempt + 1))
                continue
            shutil.rmtree(path, ignore_errors=True)
            rebuilt = True
        except Exception:  # noqa: BLE001 - unforeseen: keep the folder, answer from memory
            break
        else:
            if rebuilt or renewed:
                tell(REBUILT)
            return vectors
    forget_clients()
    tell(IN_MEMORY)
    return MemoryVectors(documents)


def rebuild_vectors(folder: Path, documents: Sequence[Document]) -> Vectors:
    """Erase the index of `folder` and make it again."""
    if "chromadb" in _loaded():
        forget_clients()
    shutil.rmtree(folder / "chroma", ignore_errors=True)
    return open_vectors(folder, documents)


class BrokenIndexError(Exception):
    """The table is damaged, the table and the vectors disagree, or the library gave up on what it read."""


_CHECKED_MB = 100
"""Largest table that is read through before Chroma opens it: about a tenth of a second."""


def check_table(folder: Path) -> None:
    """Read the SQLite table through: on a damaged page, Chroma's native part would write a trace on the screen.

    Raises BrokenIndexError or sqlite3.DatabaseError.
    """
    table = folder / "chroma.sqlite3"
    if not table.exists() or table.stat().st_size > _CHECKED_MB * 1_000_000:
        return
    if table.stat().st_size == 0:
        raise BrokenIndexError
    with contextlib.closing(sqlite3.connect(f"{table.as_uri()}?mode=ro", uri=True, timeout=2.0)) as base:
        if base.execute("pragma quick_check(1)").fetchone() != ("ok",):
            raise BrokenIndexError


@contextlib.contextmanager
def no_panic() -> Iterator[None]:
    """Turn a panic of Chroma's native part, which no `except Exception` sees, into BrokenIndexError."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise BrokenIndexError from error
        raise


def _loaded() -> Any:
    import sys

    return sys.modules


def is_lock(error: Exception) -> bool:
    """Whether another process holds the files: they are sound and must not be erased."""
    return any(word in str(error).lower() for word in ("locked", "busy"))


def forget_clients() -> None:
    """Make Chroma open its files anew: clients of one process share what they once read."""
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient.clear_system_cache()


def _query(collection: Any, question: str, count: int) -> dict[str, float]:
    found = collection.query(
        query_embeddings=[hashing.vector(question)], n_results=count, include=["distances"]
    )
    return {one: 1.0 - float(far) for one, far in zip(found["ids"][0], found["distances"][0], strict=True)}


def _open(path: Path, documents: Sequence[Document]) -> tuple[ChromaVectors, bool]:
    import chromadb
    from chromadb.config import Settings

    from ascom_coach.retrieval.embedding import AscomHash

    ours = AscomHash()
    name = PREFIX + content_tag(documents)
    client = chromadb.PersistentClient(str(path), settings=Settings(anonymized_telemetry=False))
    collection = client.get_or_create_collection(
        name, embedding_function=cast(Any, ours), configuration={"hnsw": {"space": "cosine"}}
    )
    if collection.count() != len(documents):
        collection.upsert(
            ids=[one.id for one in documents],
            embeddings=ours([one.text for one in documents]),
            documents=[one.text for one in documents],
            metadatas=[{"bloc": one.bloc, "kind": one.kind} for one in documents],
        )
    if len(_query(collection, "référentiel", len(documents))) != len(documents):
        raise BrokenIndexError
    renewed = _sweep(client, path, name)
    return ChromaVectors(client, collection, documents), renewed


def _sweep(client: Any, path: Path, keep: str) -> bool:
    """Remove our collections of other versions, and the vector folders that no collection owns any more.

    Returns True when there was something to remove.
    """
    stale = [
        one.name for one in client.list_collections() if one.name.startswith(PREFIX) and one.name != keep
    ]
    if not stale:
        return False
    for one in stale:
        client.delete_collection(one)
    with contextlib.closing(
        sqlite3.connect(f"{(path / 'chroma.sqlite3').as_uri()}?mode=ro", uri=True)
    ) as table:
        owned = {str(row[0]) for row in table.execute("select id from segments")}
    for item in path.iterdir():
        if item.is_dir() and item.name not in owned:
            shutil.rmtree(item, ignore_errors=True)
    return True
