"""The trainer's own course: cut by structure, added once, replaced, removed, found, never official, never lost."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as NewDocument

from ascom_coach.documents import parse_bytes
from ascom_coach.errors import RefusedInputError
from ascom_coach.retrieval import open_index
from ascom_coach.retrieval.course import Chunk, chunks_of, open_course
from ascom_coach.retrieval.course.chunks import MOST
from tests.documents.pdf_builder import pdf

LESSON = """# Le courrier
## Le timbrage
On affranchit selon le poids. La lettre verte arrive en trois jours ouvrés.
## Le recommandé
Un avis de réception prouve la date de remise au destinataire.
# Les congés
Un salarié acquiert deux jours et demi ouvrables par mois de travail.
"""
PROOF = "que prouve l’avis de réception d’un recommandé ?"


def _lesson(folder: Path, name: str = "courrier.md", text: str = LESSON) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_chunks_follow_the_headings() -> None:
    chunks = chunks_of(parse_bytes(LESSON.encode(), "cours.md"))
    wanted = ["Le courrier › Le timbrage", "Le courrier › Le recommandé", "Les congés"]
    assert [chunk.place for chunk in chunks] == wanted


def test_long_paragraphs_are_cut_between_sentences() -> None:
    text = "Une phrase de sept mots tout rond. " * 100
    chunks = chunks_of(parse_bytes(text.encode(), "cours.txt"))
    assert all(len(chunk.text.split()) <= MOST for chunk in chunks)
    assert sum(len(chunk.text.split()) for chunk in chunks) == len(text.split())
    assert all(chunk.text.endswith(".") for chunk in chunks)


def test_pages_of_a_pdf_are_named() -> None:
    chunks = chunks_of(parse_bytes(pdf(("Le devis engage.",), ("La facture suit.",)), "cours.pdf"))
    assert chunks == [Chunk("page 1", "Le devis engage."), Chunk("page 2", "La facture suit.")]


def test_rows_of_a_table_stay_whole(tmp_path: Path) -> None:
    document = NewDocument()
    document.add_heading("Délais", 1)
    table = document.add_table(rows=2, cols=2)
    for at, text in enumerate(["Envoi", "Délai", "Colis", "2 jours"]):
        table.cell(at // 2, at % 2).text = text
    document.save(str(tmp_path / "cours.docx"))
    chunks = chunks_of(parse_bytes((tmp_path / "cours.docx").read_bytes(), "cours.docx"))
    assert chunks == [Chunk("Délais", "Envoi\u00a0; Délai\nColis\u00a0; 2 jours")]


def test_the_course_stands_beside_the_official_answer(tmp_path: Path) -> None:
    with open_course(tmp_path / "index") as course:
        assert [one.state for one in course.add([_lesson(tmp_path)])] == ["ajoute"]
    with open_index(tmp_path / "index") as index:
        answer = index.ask(PROOF)
        assert (answer.course[0].file, answer.course[0].place) == (
            "courrier.md",
            "Le courrier › Le recommandé",
        )
        listed = answer.to_json()["passages"]
        assert [one["official"] for one in listed] == [True] * len(answer.passages) + [False]
        assert listed[-1]["source"] == {"file": "courrier.md", "place": "Le courrier › Le recommandé"}
        assert "destinataire" not in answer.answer
        assert index.ask("classer les factures").course == ()


def test_a_silent_text_says_that_the_course_speaks_of_it(tmp_path: Path) -> None:
    lesson = _lesson(tmp_path, "centre.md", "# Chez nous\nL’épreuve dure trois heures, pause comprise.\n")
    with open_course(tmp_path / "index") as course:
        course.add([lesson])
    with open_index(tmp_path / "index") as index:
        answer = index.ask("l’épreuve dure combien d’heures ?")
    assert answer.zone == "absent"
    assert answer.answer.startswith("Le référentiel fourni ne le dit pas")
    assert answer.answer.endswith("Votre cours en parle\u00a0: centre.md, Chez nous (non officiel).")


def test_an_unchanged_file_costs_nothing_and_a_changed_one_is_replaced(tmp_path: Path) -> None:
    lesson = _lesson(tmp_path)
    with open_course(tmp_path / "index") as course:
        course.add([lesson])
        assert course.add([lesson])[0].state == "inchange"
        _lesson(tmp_path, text="# Le télétravail\nDeux jours par semaine au plus.\n")
        assert course.add([lesson])[0].state == "remplace"
        assert course.count() == 1
    with open_index(tmp_path / "index") as index:
        assert index.ask(PROOF).course == ()
        assert index.ask("combien de jours de télétravail par semaine").course[0].place == "Le télétravail"


def test_a_removed_file_is_found_no_more(tmp_path: Path) -> None:
    with open_course(tmp_path / "index") as course:
        course.add([_lesson(tmp_path), _lesson(tmp_path, "autre.md", "# Paie\nLe bulletin est mensuel.\n")])
        assert course.remove(["courrier.md"]) == ["courrier.md"]
        assert [one.name for one in course.files()] == ["autre.md"]
        with pytest.raises(RefusedInputError, match=r"n’est pas dans vos cours"):
            course.remove(["courrier.md"])
    with open_index(tmp_path / "index") as index:
        assert index.ask(PROOF).course == ()


def test_two_files_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    first = _lesson(tmp_path / "a")
    second = _lesson(tmp_path / "b", text="# Paie\nLe bulletin est mensuel.\n")
    with open_course(tmp_path / "index") as course:
        course.add([first, second])
        with pytest.raises(RefusedInputError, match="Plusieurs cours"):
            course.remove(["courrier.md"])
        course.remove([str(second)])
        assert course.count() == 3


def test_a_refused_file_does_not_stop_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "cours"
    folder.mkdir()
    _lesson(folder)
    (folder / "vide.docx").write_bytes(b"")
    (folder / "photo.jpg").write_bytes(b"x")
    seen: list[str] = []
    with open_course(tmp_path / "index") as course:
        done = course.add([folder], lambda _at, _total, name: seen.append(name))
    assert [(one.name, one.state) for one in done] == [("courrier.md", "ajoute"), ("vide.docx", "refuse")]
    assert done[1].reason.endswith(".")
    assert seen == ["courrier.md", "vide.docx", ""]


def _nothing(_folder: Path) -> None:
    """The clean case."""


def _half_a_table(folder: Path) -> None:
    path = folder / "chroma" / "chroma.sqlite3"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _garbage_header(folder: Path) -> None:
    path = folder / "chroma" / "chroma.sqlite3"
    path.write_bytes(b"garbage!" * 20 + path.read_bytes()[160:])


def _zero_byte(folder: Path) -> None:
    (folder / "chroma" / "chroma.sqlite3").write_bytes(b"")


def _lost_folder(folder: Path) -> None:
    shutil.rmtree(folder / "chroma")


def _lost_row(folder: Path) -> None:
    with sqlite3.connect(folder / "chroma" / "chroma.sqlite3") as base:
        base.execute("delete from embeddings_queue where seq_id = (select min(seq_id) from embeddings_queue)")
        base.execute("delete from embeddings where id = (select min(id) from embeddings)")


@pytest.mark.parametrize(
    ("spoil", "remade"),
    [
        (_nothing, False),
        (_half_a_table, True),
        (_garbage_header, True),
        (_zero_byte, True),
        (_lost_folder, True),
        (_lost_row, True),
    ],
)
def test_spoilt_vectors_are_made_again_from_the_texts(
    tmp_path: Path, spoil: Callable[[Path], None], remade: bool
) -> None:
    with open_course(tmp_path / "index") as course:
        course.add([_lesson(tmp_path)])
    spoil(tmp_path / "index" / "cours")
    said: list[str] = []
    with open_index(tmp_path / "index", said.append) as index:
        assert index.ask(PROOF).course[0].file == "courrier.md"
    line = "L’index de vos cours était abîmé ou ancien\u00a0: il vient d’être reconstruit."
    assert [one for one in said if "vos cours" in one] == ([line] if remade else [])


def test_a_cut_vector_file_never_reaches_the_native_part_that_it_would_crash(tmp_path: Path) -> None:
    with open_course(tmp_path / "index") as course:
        chunks = [Chunk(f"repere{at}", f"Le chapitre repere{at} parle de courrier.") for at in range(1100)]
        course.put("/cours/long.md", "x", chunks)
    (vectors,) = (tmp_path / "index" / "cours" / "chroma").glob("*/data_level0.bin")
    vectors.write_bytes(vectors.read_bytes()[:2000])
    asked = (
        "from pathlib import Path; from ascom_coach.retrieval import open_index\n"
        f"with open_index(Path({str(tmp_path / 'index')!r}), print) as index:\n"
        "    print(index.ask('le chapitre repere77').course[0].place)"
    )
    done = subprocess.run([sys.executable, "-c", asked], check=False, capture_output=True, text=True)
    assert done.returncode == 0
    assert "reconstruit" in done.stdout
    assert done.stdout.endswith("repere77\n")
    assert done.stderr == ""


def test_a_spoilt_file_of_texts_is_set_aside_and_said(tmp_path: Path) -> None:
    with open_course(tmp_path / "index") as course:
        course.add([_lesson(tmp_path)])
    for part in (tmp_path / "index" / "cours").glob("cours.sqlite3*"):
        part.write_bytes(
            b"this is no database, whatever its name says, and it is long enough to be read" * 20
        )
    said: list[str] = []
    with open_index(tmp_path / "index", said.append) as index:
        assert index.ask("classer des factures").answered
    assert any("mis de côté" in one for one in said)
    assert list((tmp_path / "index" / "cours").glob("*.abime"))


_KILLED = """
import os, sys
from pathlib import Path
from ascom_coach.retrieval.course import Chunk, open_course
from ascom_coach.retrieval.course.vectors import CourseVectors
put = CourseVectors.put
def dying(self, ids, texts):
    put(self, ids, texts)
    os._exit(9)
course = open_course(Path(sys.argv[1]))
CourseVectors.put = dying
course.put("/nulle/part/b.md", "b", [Chunk("Paie", "Le bulletin est mensuel.")])
"""


def test_a_process_killed_while_adding_leaves_the_course_as_it_was(tmp_path: Path) -> None:
    with open_course(tmp_path / "index") as course:
        course.add([_lesson(tmp_path)])
    killed = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path / "index")], check=False)
    assert killed.returncode == 9
    with open_course(tmp_path / "index") as course:
        assert [one.name for one in course.files()] == ["courrier.md"]
        assert course.count() == 3
    with open_index(tmp_path / "index") as index:
        assert index.ask("le bulletin mensuel de paie").course == ()
        assert index.ask(PROOF).course


def test_two_windows_share_one_course(tmp_path: Path) -> None:
    with open_course(tmp_path / "index") as first, open_course(tmp_path / "index") as second:
        first.add([_lesson(tmp_path)])
        second.add([_lesson(tmp_path, "autre.md", "# Paie\nLe bulletin est mensuel.\n")])
        assert [one.name for one in first.files()] == ["autre.md", "courrier.md"]
    with open_index(tmp_path / "index") as index:
        assert index.ask(PROOF).course
        assert index.ask("le bulletin mensuel").course
