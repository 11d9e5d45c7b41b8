"""Another source of vectors on a real Chroma on disk: made aside, swapped when whole, left at the first fault."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from ascom_coach.errors import RefusedInputError, SurroundingsError
from ascom_coach.retrieval import Answer, Index, Made, hashing, made_by, open_in_memory, open_index
from ascom_coach.retrieval.brain import load_brain
from ascom_coach.retrieval.model_order import centred
from ascom_coach.retrieval.model_store import MARK

QUESTION = "relancer un client qui n’a pas réglé sa facture"
OTHERS = (
    "Quels sont les critères du bloc 1 ?", "Combien de temps dure l’épreuve ?", "quelle est la capitale du Pérou",
    "gestion des stocks", "et pour le téléphone alors", "Qu’est-ce que A1.05 ?", "organiser un salon",
)  # fmt: skip
COUNT = len(load_brain().documents)
BUILT_IN = open_in_memory()


class Fake:
    """A model without a server: `size` values per vector; fails when told to."""

    batch = 8

    def __init__(self, name: str = "essai", size: int = 48, *, fails_after: int | None = None) -> None:
        self.name = name
        self.size = size
        self.fails_after = fails_after
        self.asked: list[str] = []
        self.questions: list[str] = []
        self.closed = False

    @property
    def stamp(self) -> str:
        return self.name

    def passages(self, texts: Sequence[str]) -> list[list[float]]:
        if self.fails_after is not None and len(self.asked) + len(texts) > self.fails_after:
            raise RefusedInputError(
                "Le serveur du modèle est en panne\u00a0: réessayez dans quelques minutes."
            )
        self.asked += texts
        return [self._vector(one) for one in texts]

    def question(self, text: str) -> list[float]:
        self.questions.append(text)
        if self.fails_after is not None:
            raise RefusedInputError(
                "Le serveur du modèle est en panne\u00a0: réessayez dans quelques minutes."
            )
        return self._vector(text)

    def _vector(self, text: str) -> list[float]:
        return [*hashing.vector(text, self.size - 1), 0.05]

    def close(self) -> None:
        self.closed = True


def ids(answer: Answer) -> list[str]:
    return [one.passage.id for one in answer.passages]


def models(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.glob("modele-*"))


def collections(folder: Path) -> list[tuple[str, ...]]:
    """The built-in collections: one made again would have another identity."""
    with closing(sqlite3.connect(folder / "chroma" / "chroma.sqlite3")) as base:
        return base.execute("select id, name from collections").fetchall()


@pytest.fixture
def notices() -> list[str]:
    return []


@pytest.fixture
def index(tmp_path: Path, notices: list[str]) -> Iterator[Index]:
    with open_index(tmp_path / "index é", notices.append, Fake()) as one:
        yield one


def test_until_it_is_made_the_built_in_index_answers_and_says_so_once(
    index: Index, notices: list[str]
) -> None:
    for _ in range(2):
        answer = index.ask(QUESTION)
        assert ids(answer) == ids(BUILT_IN.ask(QUESTION))
        assert answer.engine == "chroma+lexique"
    assert len(notices) == 1
    assert "n’est pas encore construit" in notices[0]
    assert index.model_index() is None


def test_once_made_it_orders_what_is_shown(index: Index, notices: list[str], tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    known = index.build_model_index(lambda done, total: told.append((done, total)))
    assert known == index.model_index()
    assert known is not None
    assert (known.model, known.dimensions, known.passages) == ("essai", 48, COUNT)
    assert (told[0], told[-1]) == ((0, COUNT), (COUNT, COUNT))
    answer = index.ask(QUESTION)
    assert answer.engine == "chroma+modele+lexique"
    assert set(ids(answer)) & set(ids(BUILT_IN.ask(QUESTION)))
    assert index.ask(QUESTION, quick=True).engine == "chroma+lexique"
    assert notices == []
    (place,) = models(tmp_path / "index é")
    assert (tmp_path / "index é" / place / MARK).exists()


def test_it_is_kept_and_not_asked_again(tmp_path: Path) -> None:
    first, second = Fake(), Fake()
    with open_index(tmp_path, None, first) as index:
        index.build_model_index()
    assert len(first.asked) == COUNT
    assert first.closed
    with open_index(tmp_path, None, second) as index:
        assert index.ask(QUESTION).engine == "chroma+modele+lexique"
    assert second.asked == []
    assert second.questions == [QUESTION]
    assert made_by(tmp_path, second) is not None


def test_coming_back_to_the_built_in_vectors_makes_nothing_again(tmp_path: Path, notices: list[str]) -> None:
    with open_index(tmp_path, None, Fake()) as index:
        index.build_model_index()
    made = collections(tmp_path)
    with open_index(tmp_path, notices.append) as index:
        assert not index.has_model
        assert ids(index.ask(QUESTION)) == ids(BUILT_IN.ask(QUESTION))
    assert notices == []
    assert collections(tmp_path) == made
    assert len(models(tmp_path)) == 1


def test_another_model_is_made_aside_and_takes_the_place_of_the_former(tmp_path: Path) -> None:
    with open_index(tmp_path, None, Fake("a")) as index:
        index.build_model_index()
    before = models(tmp_path)
    failing = Fake("b", 32, fails_after=30)
    with open_index(tmp_path, None, failing) as index:
        with pytest.raises(RefusedInputError):
            index.build_model_index()
        assert index.ask(QUESTION).engine == "chroma+lexique"
    assert set(before) < set(models(tmp_path))  # the former is whole, the new one begun
    with open_index(tmp_path, None, Fake("a")) as index:
        assert index.ask(QUESTION).engine == "chroma+modele+lexique"
    better = Fake("b", 32)
    with open_index(tmp_path, None, better) as index:
        assert index.build_model_index() == index.model_index()
        assert len(better.asked) == COUNT - 24  # what came before the failure was kept
        assert index.ask(QUESTION).engine == "chroma+modele+lexique"
    assert len(models(tmp_path)) == 1
    assert models(tmp_path) != before


def test_made_again_beside_the_one_in_use(index: Index, tmp_path: Path) -> None:
    index.build_model_index()
    before = models(tmp_path / "index é")
    index.build_model_index()
    assert index.ask(QUESTION).engine == "chroma+modele+lexique"
    assert len(models(tmp_path / "index é")) == 1
    assert models(tmp_path / "index é") != before


def test_a_failing_model_leaves_the_built_in_order_at_once(tmp_path: Path, notices: list[str]) -> None:
    with open_index(tmp_path, None, Fake()) as index:
        index.build_model_index()
    model = Fake(fails_after=0)
    with open_index(tmp_path, notices.append, model) as index:
        for question in (QUESTION, *OTHERS):
            answer = index.ask(question)
            assert answer.to_json() == BUILT_IN.ask(question).to_json() | {"engine": answer.engine}
            assert answer.engine == "chroma+lexique"
        assert len(notices) == 1
        assert "sans le modèle essai\u00a0: le serveur du modèle est en panne" in notices[0]
        model.fails_after = None
        assert index.ask(QUESTION).engine == "chroma+modele+lexique"
        model.fails_after = 0
        index.ask(QUESTION)
    assert len(notices) == 2


def test_another_length_is_not_compared(tmp_path: Path, notices: list[str]) -> None:
    with open_index(tmp_path, None, Fake()) as index:
        index.build_model_index()
    with open_index(tmp_path, notices.append, Fake(size=64)) as index:
        assert ids(index.ask(QUESTION)) == ids(BUILT_IN.ask(QUESTION))
        assert "64 valeurs au lieu de 48" in notices[0]
        index.build_model_index()
        assert index.ask(QUESTION).engine == "chroma+modele+lexique"


def test_a_length_that_changes_while_it_is_made_starts_again(tmp_path: Path) -> None:
    model = Fake(fails_after=40)
    with open_index(tmp_path, None, model) as index:
        with pytest.raises(RefusedInputError):
            index.build_model_index()
        model.fails_after, model.size = None, 32
        with pytest.raises(SurroundingsError, match="longueurs différentes"):
            index.build_model_index()
        assert models(tmp_path) == []
        known = index.build_model_index()
    assert known is not None
    assert known.dimensions == 32


def test_what_is_answered_or_refused_does_not_depend_on_the_model(tmp_path: Path) -> None:
    """Even with vectors that mean nothing at all."""

    class Noise(Fake):
        def _vector(self, text: str) -> list[float]:
            return super()._vector(text[::-1] + text[:1] * 9)

    with open_index(tmp_path, None, Noise()) as index:
        index.build_model_index()
        pairs = [(index.ask(question), BUILT_IN.ask(question)) for question in (QUESTION, *OTHERS)]
    assert any(ids(there) != ids(here) for there, here in pairs)
    for there, here in pairs:
        assert (there.zone, there.reason) == (here.zone, here.reason)
        if here.zone == "absent":
            assert there.answer == here.answer
            assert ids(there) == ids(here)


def test_a_question_refused_by_what_is_known_is_not_sent(tmp_path: Path) -> None:
    model = Fake()
    with open_index(tmp_path, None, model) as index:
        index.build_model_index()
        for question in ("Combien de temps dure l’épreuve ?", "Quels sont les critères du bloc 1 ?", "A1.05"):
            index.ask(question)
    assert model.questions == []


@pytest.mark.parametrize("harm", ["table", "vectors", "mark", "folder", "garbage"])
def test_a_damaged_index_is_left_for_the_built_in_one(tmp_path: Path, notices: list[str], harm: str) -> None:
    with open_index(tmp_path, None, Fake()) as index:
        index.build_model_index()
    (place,) = (tmp_path / one for one in models(tmp_path))
    base = place / "chroma.sqlite3"
    if harm == "table":
        base.write_bytes(base.read_bytes()[: base.stat().st_size // 2])
    elif harm == "garbage":
        base.write_bytes(b"not a database" * 900)
    elif harm == "vectors":
        for item in place.iterdir():
            if item.is_dir():
                shutil.rmtree(item)
        base.write_bytes(b"")
    elif harm == "mark":
        (place / MARK).write_text("{", encoding="utf-8")
    else:
        shutil.rmtree(place)
    with open_index(tmp_path, notices.append, Fake()) as index:
        assert ids(index.ask(QUESTION)) == ids(BUILT_IN.ask(QUESTION))
        assert len(notices) == 1
        index.build_model_index()
        assert index.ask(QUESTION).engine == "chroma+modele+lexique"
    assert len(models(tmp_path)) == 1


def test_files_lost_while_open(index: Index, notices: list[str], tmp_path: Path) -> None:
    index.build_model_index()
    index.ask(QUESTION)
    shutil.rmtree(tmp_path / "index é")
    assert ids(index.ask(QUESTION))
    assert index.ask(QUESTION).answered


def test_a_part_file_cut_in_the_middle_of_a_line_goes_on(tmp_path: Path) -> None:
    model = Fake(fails_after=50)
    with open_index(tmp_path, None, model) as index, pytest.raises(RefusedInputError):
        index.build_model_index()
    (part,) = (tmp_path / one for one in models(tmp_path))
    part.write_bytes(part.read_bytes()[:-40] + b"\xff\xfe")
    again = Fake()
    with open_index(tmp_path, None, again) as index:
        index.build_model_index()
    assert len(again.asked) == COUNT - 47


def test_two_constructions_at_once(tmp_path: Path) -> None:
    class Nosy(Fake):
        said = ""

        def passages(self, texts: Sequence[str]) -> list[list[float]]:
            if not self.said:
                with open_index(tmp_path, None, Fake()) as other:
                    with pytest.raises(SurroundingsError) as caught:
                        other.build_model_index()
                    self.said = str(caught.value)
            return super().passages(texts)

    nosy = Nosy()
    with open_index(tmp_path, None, nosy) as one:
        one.build_model_index()
    assert "une autre fenêtre" in nosy.said


def test_a_construction_left_by_a_killed_process_is_taken_over(tmp_path: Path) -> None:
    with open_index(tmp_path, None, Fake(fails_after=0)) as index, pytest.raises(RefusedInputError):
        index.build_model_index()
    (part,) = tmp_path.glob("*.part")
    lock = part.with_suffix(".en-cours")
    lock.touch()
    with open_index(tmp_path, None, Fake()) as index:
        with pytest.raises(SurroundingsError):
            index.build_model_index()
        os.utime(lock, (time.time() - 900,) * 2)
        assert index.build_model_index() is not None
    assert not lock.exists()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("occupé", encoding="utf-8")
    with open_index(tmp_path / "fichier", None, Fake()) as index:
        with pytest.raises(SurroundingsError, match="dossier de données"):
            index.build_model_index()
        assert index.ask(QUESTION).answered


def test_without_a_model_there_is_nothing_to_make(tmp_path: Path) -> None:
    with open_index(tmp_path) as index:
        assert index.build_model_index() is None
        assert index.model_index() is None


def test_cosines_are_measured_from_the_middle_one() -> None:
    assert centred({"a": 0.9, "b": 0.5, "c": 0.4}) == pytest.approx({"a": 0.8, "b": 0.0, "c": -0.2})
    assert centred({"a": 1.0, "b": 1.0}) == {"a": 0.0, "b": 0.0}


def test_no_text_becomes_a_vector_behind_our_back(tmp_path: Path) -> None:
    from chromadb.utils.embedding_functions import known_embedding_functions

    from ascom_coach.retrieval.embedding import GivenVectors

    assert known_embedding_functions[GivenVectors.name()] is GivenVectors
    with pytest.raises(NotImplementedError):
        GivenVectors()(["un texte"])


def test_the_mark_says_what_was_made(index: Index, tmp_path: Path) -> None:
    index.build_model_index()
    (mark,) = (tmp_path / "index é").glob(f"*/{MARK}")
    known = Made(**json.loads(mark.read_text(encoding="utf-8")))
    assert known == index.model_index()
    mark.write_text(
        mark.read_text(encoding="utf-8").replace(f'"passages": {COUNT}', '"passages": 3'), encoding="utf-8"
    )
    assert index.model_index() is None


def test_an_index_held_by_another_process_is_not_erased(tmp_path: Path, notices: list[str]) -> None:
    with open_index(tmp_path, None, Fake()) as index:
        index.build_model_index()
    (place,) = (tmp_path / one for one in models(tmp_path))
    with closing(sqlite3.connect(place / "chroma.sqlite3", isolation_level=None)) as base:
        base.execute("begin exclusive")
        with open_index(tmp_path, notices.append, Fake()) as index:
            assert ids(index.ask(QUESTION)) == ids(BUILT_IN.ask(QUESTION))
        base.execute("rollback")
    assert len(notices) == 1
    with open_index(tmp_path, notices.append, Fake()) as index:
        assert index.ask(QUESTION).engine == "chroma+modele+lexique"
