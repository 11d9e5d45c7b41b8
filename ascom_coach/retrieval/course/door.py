"""Adding, removing and searching the trainer's course."""

from __future__ import annotations

import contextlib
import math
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ascom_coach.documents import read_document
from ascom_coach.errors import RefusedInputError, SurroundingsError
from ascom_coach.retrieval.course.chunks import Chunk, chunks_of
from ascom_coach.retrieval.course.shelf import CourseFile, Shelf
from ascom_coach.retrieval.course.vectors import CourseVectors
from ascom_coach.retrieval.folding import stem, words
from ascom_coach.retrieval.knowledge import synonyms
from ascom_coach.retrieval.ranking import Terms
from ascom_coach.retrieval.wordlists import STOP

EXTENSIONS = frozenset({".docx", ".odt", ".pptx", ".pdf", ".md", ".txt", ".rtf", ".html"})
"""What is taken from a folder; a file named on its own may be of any type that can be read."""
SHOWN_FROM = 0.45
"""Share of the question's subject that a passage must hold to be shown."""
_CANDIDATES = 40
_SUBJECT, _VECTOR, _UNKNOWN = 0.7, 0.3, 0.5

REMADE = "L’index de vos cours était abîmé ou ancien\u00a0: il vient d’être reconstruit."
LOST = (
    "Le fichier de vos cours est illisible\u00a0: il a été mis de côté. Ajoutez de nouveau vos documents avec "
    "«\u00a0ascom-coach index --ajouter\u00a0»."
)


@dataclass(frozen=True, slots=True)
class CoursePassage:
    """A passage of the course that a question found. `score` is 0 to 1. Never official."""

    file: str
    place: str
    text: str
    score: float

    def to_json(self) -> dict[str, Any]:
        """As in the contract of `demander`, with `official` false."""
        return {
            "id": f"cours:{self.file}:{self.place}",
            "ids": [],
            "bloc": None,
            "kind": "cours",
            "text": self.text,
            "score": round(self.score, 4),
            "source": {"file": self.file, "place": self.place},
            "official": False,
        }


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file. `state`: ajoute, remplace, inchange, refuse (with the French sentence why)."""

    name: str
    passages: int
    state: str
    reason: str = ""

    @property
    def sentence(self) -> str:
        """What to tell the person."""
        if self.state == "refuse":
            return self.reason
        if self.state == "inchange":
            return f"«\u00a0{self.name}\u00a0» n’a pas changé\u00a0: rien à faire."
        word = "remplacé" if self.state == "remplace" else "ajouté"
        count = f"{self.passages} passage{'s' if self.passages > 1 else ''}"
        return f"«\u00a0{self.name}\u00a0» est {word}\u00a0: {count}. Ce cours n’est pas officiel."


class Course:
    """An open course. Close it, or use it as a context manager."""

    def __init__(self, shelf: Shelf, vectors: CourseVectors | None) -> None:
        self._shelf = shelf
        self._vectors = vectors

    def __enter__(self) -> Course:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Release the files."""
        self._shelf.close()
        if self._vectors is not None:
            self._vectors.close()

    def files(self) -> list[CourseFile]:
        """The files of the course, by name."""
        return self._shelf.files()

    def count(self) -> int:
        """How many passages."""
        return self._shelf.count()

    def add(
        self, paths: Iterable[Path], progress: Callable[[int, int, str], None] | None = None
    ) -> list[Added]:
        """Add files, and the readable files of folders. An unchanged file costs nothing, a changed one is replaced.

        Args:
            paths: files and folders.
            progress: called with how many files are done, how many there are, and the name of the next one.

        Raises:
            SurroundingsError: the disk refuses.
        """
        places = [place for path in paths for place in _inside(path)]
        done: list[Added] = []
        with self._changing():
            for at, place in enumerate(places):
                if progress is not None:
                    progress(at, len(places), place.name)
                try:
                    done.append(self._add(place))
                except RefusedInputError as error:
                    done.append(Added(place.name, 0, "refuse", str(error)))
        if progress is not None:
            progress(len(places), len(places), "")
        return done

    def _add(self, path: Path) -> Added:
        document = read_document(path, shown_as=path.name)
        kept = str(path.resolve())
        known = {one.path: one for one in self.files()}.get(kept)
        if known is not None and known.sha256 == document.sha256:
            return Added(path.name, known.passages, "inchange")
        chunks = chunks_of(document)
        if not chunks:
            raise RefusedInputError(
                f"«\u00a0{path.name}\u00a0»\u00a0: ce fichier ne contient pas de texte à chercher."
            )
        self._put(kept, document.sha256, chunks)
        return Added(path.name, len(chunks), "remplace" if known else "ajoute")

    def put(self, path: str, sha256: str, chunks: Sequence[Chunk]) -> None:
        """Store the passages of a file in place of those it had. Raises SurroundingsError."""
        with self._changing():
            self._put(path, sha256, chunks)

    def _changing(self) -> contextlib.AbstractContextManager[None]:
        return self._vectors.changing() if self._vectors is not None else contextlib.nullcontext()

    def _put(self, path: str, sha256: str, chunks: Sequence[Chunk]) -> None:
        pieces = [(chunk, " ".join(_roots(f"{chunk.place} {chunk.text}"))) for chunk in chunks]
        with self._shelf.changing():
            gone, added = self._shelf.put(path, sha256, pieces)
            if self._vectors is not None:
                self._vectors.drop(gone)
                self._vectors.put(added, [chunk.text for chunk in chunks])

    def remove(self, names: Iterable[str]) -> list[str]:
        """Remove files by name or path; names of those removed. Raises RefusedInputError when one is unknown."""
        gone = []
        for name in names:
            full = str(Path(name).resolve())
            found = [one for one in self.files() if one.path == full]
            found = found or [one for one in self.files() if one.name == Path(name).name]
            if not found:
                raise RefusedInputError(
                    f"«\u00a0{Path(name).name}\u00a0» n’est pas dans vos cours\u00a0: "
                    "«\u00a0ascom-coach index\u00a0» montre ceux qui y sont."
                )
            if len(found) > 1:
                raise RefusedInputError(
                    f"Plusieurs cours s’appellent «\u00a0{found[0].name}\u00a0»\u00a0: donnez le chemin entier "
                    "de celui à retirer."
                )
            with self._changing(), self._shelf.changing():
                ids = self._shelf.drop(found[0].path)
                if self._vectors is not None:
                    self._vectors.drop(ids)
            gone.append(found[0].name)
        return gone

    def search(self, question: str, terms: Terms, most: int = 3) -> tuple[CoursePassage, ...]:
        """The passages that hold most of what the question is about, best first; none when none holds enough.

        Args:
            question: as mended by the question path.
            terms: its stems with their weight.
        """
        subject = dict(terms.topical)
        total = self.count()
        if not subject or not total:
            return ()
        near = {} if self._vectors is None else self._near(question, min(total, _CANDIDATES))
        ids = dict.fromkeys([*self._shelf.matching(list(subject), _CANDIDATES), *near])
        value = {root: weight * self._value(root, total) for root, weight in subject.items()}
        asked = sum(value.values()) or 1.0
        found = []
        for kept in self._shelf.read(list(ids)).values():
            roots = set(_roots(f"{kept.place} {kept.body}"))
            held = sum(value[root] for root in subject if root in roots) / asked
            if held >= SHOWN_FROM:
                score = _SUBJECT * held + _VECTOR * max(0.0, near.get(kept.id, 0.0))
                found.append(
                    (score, -kept.id, CoursePassage(kept.file, kept.place, kept.body, min(1.0, score)))
                )
        return tuple(one for *_, one in sorted(found, key=lambda each: each[:2], reverse=True)[:most])

    def _value(self, root: str, total: int) -> float:
        """Rarity of a stem; one that the course never uses tells less, since no passage could hold it."""
        found = self._shelf.frequency(root)
        rarity = math.log(1 + (total - found + 0.5) / (found + 0.5))
        return rarity if found else _UNKNOWN * rarity

    def _near(self, question: str, most: int) -> dict[int, float]:
        try:
            return self._vectors.near(question, most) if self._vectors is not None else {}
        except Exception:  # noqa: BLE001 - the files went away while open: the words still answer
            self._vectors = None
            return {}


def open_course(folder: Path, notify: Callable[[str], None] | None = None) -> Course:
    """Open the course kept in `folder`, making or repairing it as needed (imports chromadb when it holds something).

    Args:
        folder: the person's folder for the index.
        notify: receives one French sentence when something was made again or set aside.

    Raises:
        SurroundingsError: nothing can be kept in this folder.
    """
    tell = notify or (lambda _sentence: None)
    place = folder / "cours" / "cours.sqlite3"
    try:
        shelf = Shelf(place)
    except sqlite3.OperationalError as error:
        raise SurroundingsError(
            "Vos cours ne peuvent pas être ouverts\u00a0: fermez l’autre fenêtre ou vérifiez le dossier de données."
        ) from error
    except sqlite3.DatabaseError:
        for part in place.parent.glob("cours.sqlite3*"):
            part.replace(part.with_name(f"{part.name}.abime"))
        tell(LOST)
        shelf = Shelf(place)
    vectors: CourseVectors | None = CourseVectors(folder / "cours" / "chroma")
    try:
        with shelf.changing():
            if vectors is not None and vectors.open(shelf.count(), shelf.every):
                tell(REMADE)
    except Exception:  # noqa: BLE001 - another window is adding, or Chroma cannot be used: words alone answer
        with contextlib.suppress(Exception):
            CourseVectors(folder).close()
        vectors = None
    return Course(shelf, vectors)


def has_course(folder: Path) -> bool:
    """True when a course was ever added: nothing is opened otherwise."""
    return (folder / "cours" / "cours.sqlite3").exists()


def _inside(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(
        one
        for one in path.rglob("*")
        if one.is_file() and one.suffix.lower() in EXTENSIONS and not one.name.startswith((".", "~"))
    )


def _roots(text: str) -> list[str]:
    same = synonyms()
    return [stem(same.get(word, word)) for word in words(text) if word not in STOP]
