"""A model's vectors of the passages, on disk: made aside, used once whole, never in place of the built-in index.

Beside the folder `chroma` of the built-in index: `modele-TAG.part` (vectors received so far, one JSON line each, so
that an interrupted construction goes on), then `modele-TAG-XXXX/`, a Chroma folder that counts only once
`empreinte.json` is in it. TAG changes with the model, its way of being asked and any document.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol, cast

from ascom_coach.errors import SurroundingsError
from ascom_coach.retrieval.store import Document, check_table, forget_clients, is_lock, no_panic

PREFIX = "modele-"
MARK = "empreinte.json"
_VERSION = 1
_ABANDONED = 300.0
"""Seconds without a sign after which a construction begun elsewhere is taken for a killed process."""

BUSY = (
    "L’index du modèle se construit déjà dans une autre fenêtre\u00a0: laissez-la finir, la recherche intégrée répond"
    " en attendant."
)
NOT_WRITTEN = (
    "L’index du modèle n’a pas pu être écrit dans le dossier de données\u00a0: vérifiez l’espace libre, la recherche"
    " intégrée répond en attendant."
)
TWO_LENGTHS = (
    "Le modèle a rendu des vecteurs de longueurs différentes d’une demande à l’autre\u00a0: la construction repartira"
    " du début, vérifiez quel modèle le serveur emploie."
)


class Embedder(Protocol):
    """A model that turns texts into vectors. Its failures are French sentences (`CoachError`)."""

    @property
    def name(self) -> str:
        """The model, as a person knows it."""
        ...

    @property
    def stamp(self) -> str:
        """Changes whenever the vectors of the passages would."""
        ...

    @property
    def batch(self) -> int:
        """How many passages to give at a time."""
        ...

    def passages(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector per passage, finite, all of one length."""
        ...

    def question(self, text: str) -> list[float]:
        """The vector of a question."""
        ...

    def close(self) -> None:
        """Stop what is under way."""
        ...


@dataclass(frozen=True, slots=True)
class Made:
    """A whole index: which model, how many values per vector, how many passages, the day (ISO)."""

    model: str
    dimensions: int
    passages: int
    day: str


class ModelStore:
    """The index of one model for these documents, in the person's folder for indexes."""

    def __init__(self, folder: Path, documents: Sequence[Document], stamp: str) -> None:
        self._folder = folder
        self._documents = documents
        self._tag = _tag(documents, stamp)
        self._part = folder / f"{PREFIX}{self._tag}.part"
        self._lock = folder / f"{PREFIX}{self._tag}.en-cours"
        self._guard = threading.Lock()
        self._client: Any = None
        self._collection: Any = None
        self._made: Made | None = None

    def made(self) -> Made | None:
        """What the whole index on disk is, without opening it; None when there is none."""
        return next((known for _, known in self._whole()), None)

    def open(self) -> Made | None:
        """Open the newest whole index; None when there is none. One that cannot be read is erased."""
        with self._guard:
            if self._collection is None:
                for place, known in self._whole():
                    try:
                        check_table(place)
                        with no_panic():
                            self._connect(place)
                            self._check(known.dimensions)
                    except Exception as error:  # noqa: BLE001 - whatever is broken on disk, the model makes it again
                        self._forget()
                        if not is_lock(error):
                            shutil.rmtree(place, ignore_errors=True)
                    else:
                        self._made = known
                        break
            return self._made

    def near(self, vector: Sequence[float]) -> dict[str, float]:
        """Cosine of each passage with a vector, by id (after `open`). Any exception means that the files are lost."""
        with no_panic():
            return self._query(list(vector))

    def build(self, embedder: Embedder, progress: Callable[[int, int], None] | None = None) -> Made:
        """Make the index aside, then use it in place of the former one.

        Args:
            embedder: gives the vectors; what it gave before an interruption is not asked again.
            progress: called with how many passages are done and how many there are.

        Raises:
            CoachError: the model failed, another window is building, or the disk refuses; nothing is changed then.
        """
        try:
            with self._alone():
                vectors = self._collect(embedder, progress or (lambda _done, _total: None))
                place = self._folder / f"{PREFIX}{self._tag}-{secrets.token_hex(2)}"
                known = Made(
                    embedder.name, len(vectors[0]), len(self._documents), dt.date.today().isoformat()
                )
                self._write(place, vectors, known)
        except OSError as error:
            raise SurroundingsError(NOT_WRITTEN) from error
        return known

    def close(self) -> None:
        """Let the files go."""
        with self._guard:
            self._forget()

    def _whole(self) -> list[tuple[Path, Made]]:
        """The whole indexes of this tag, newest first."""
        found = []
        for mark in self._folder.glob(f"{PREFIX}{self._tag}-*/{MARK}"):
            with contextlib.suppress(OSError, ValueError, TypeError):
                known = Made(**json.loads(mark.read_text(encoding="utf-8")))
                if known.passages == len(self._documents):
                    found.append((mark.stat().st_mtime, mark.parent, known))
        return [(place, known) for _, place, known in sorted(found, key=lambda each: each[:2], reverse=True)]

    # Making

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        self._folder.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(FileNotFoundError):
            if time.time() - self._lock.stat().st_mtime > _ABANDONED:
                self._lock.unlink()
        try:
            self._lock.touch(exist_ok=False)
        except FileExistsError:
            raise SurroundingsError(BUSY) from None
        try:
            yield
        finally:
            self._lock.unlink(missing_ok=True)

    def _collect(self, embedder: Embedder, progress: Callable[[int, int], None]) -> list[list[float]]:
        """A vector per document, those of the part file first."""
        known = self._kept()
        length = len(next(iter(known.values()), []))
        wanted = [one for one in self._documents if one.id not in known]
        progress(len(known), len(self._documents))
        with self._part.open("a", encoding="utf-8", newline="\n") as part:
            for start in range(0, len(wanted), embedder.batch):
                some = wanted[start : start + embedder.batch]
                vectors = embedder.passages([one.text for one in some])
                length = length or len(vectors[0])
                if any(len(one) != length for one in vectors):
                    part.close()
                    self._part.unlink(missing_ok=True)
                    raise SurroundingsError(TWO_LENGTHS)
                for one, vector in zip(some, vectors, strict=True):
                    known[one.id] = vector
                    part.write(json.dumps({"id": one.id, "vector": vector}) + "\n")
                part.flush()
                self._lock.touch()
                progress(len(known), len(self._documents))
        return [known[one.id] for one in self._documents]

    def _kept(self) -> dict[str, list[float]]:
        """What an interrupted construction received; a line cut short is left out, and the file made whole again."""
        known: dict[str, list[float]] = {}
        if not self._part.exists():
            return known
        for line in self._part.read_text(encoding="utf-8", errors="replace").splitlines():
            with contextlib.suppress(ValueError, KeyError, TypeError):
                one = json.loads(line)
                known[str(one["id"])] = [float(value) for value in one["vector"]]
        if len({len(one) for one in known.values()}) > 1:
            known = {}
        lines = [json.dumps({"id": one, "vector": vector}) + "\n" for one, vector in known.items()]
        self._part.write_text("".join(lines), encoding="utf-8", newline="\n")
        return known

    def _write(self, place: Path, vectors: Sequence[list[float]], known: Made) -> None:
        with self._guard:
            self._forget()
            try:
                with no_panic():
                    self._connect(place)
                    self._collection.upsert(
                        ids=[one.id for one in self._documents],
                        embeddings=list(vectors),
                        metadatas=[{"bloc": one.bloc, "kind": one.kind} for one in self._documents],
                    )
                    self._check(known.dimensions)
                temporary = place / f"{MARK}.tmp"
                temporary.write_text(json.dumps(asdict(known), ensure_ascii=False), encoding="utf-8")
                temporary.replace(place / MARK)
            except Exception as error:
                self._forget()
                shutil.rmtree(place, ignore_errors=True)
                raise SurroundingsError(NOT_WRITTEN) from error
            self._made = known
        self._part.unlink(missing_ok=True)
        self._sweep(place)

    def _sweep(self, keep: Path) -> None:
        """Former indexes of models, and what constructions of other models left."""
        for item in self._folder.glob(f"{PREFIX}*"):
            if item.is_dir() and item != keep:
                shutil.rmtree(item, ignore_errors=True)
            elif item.suffix == ".part":
                item.unlink(missing_ok=True)

    # Chroma

    def _connect(self, place: Path) -> None:
        import chromadb
        from chromadb.config import Settings

        from ascom_coach.retrieval.embedding import GivenVectors

        self._client = chromadb.PersistentClient(str(place), settings=Settings(anonymized_telemetry=False))
        self._collection = self._client.get_or_create_collection(
            f"{PREFIX}{self._tag}",
            embedding_function=cast(Any, GivenVectors()),
            configuration={"hnsw": {"space": "cosine"}},
        )

    def _check(self, dimensions: int) -> None:
        """Ask for every neighbour: Chroma can hold a full table and a lost vector file at the same time."""
        found = self._query([1.0, *[0.0] * (dimensions - 1)])
        if found.keys() != {one.id for one in self._documents}:
            raise LookupError

    def _query(self, vector: list[float]) -> dict[str, float]:
        found = self._collection.query(
            query_embeddings=[vector], n_results=len(self._documents), include=["distances"]
        )
        return {
            one: 1.0 - float(far) for one, far in zip(found["ids"][0], found["distances"][0], strict=True)
        }

    def _forget(self) -> None:
        self._made = None
        if self._client is not None:
            self._client = self._collection = None
            forget_clients()


def _tag(documents: Sequence[Document], stamp: str) -> str:
    what = [_VERSION, stamp, [[one.id, one.text, one.bloc, one.kind] for one in documents]]
    return hashlib.sha256(json.dumps(what, ensure_ascii=False).encode("utf-8")).hexdigest()[:12]
