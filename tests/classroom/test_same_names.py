"""Files of one name, from several folders of one trainee: each keeps its own remarks, no original is touched."""

from __future__ import annotations

import shutil
from pathlib import Path

from ascom_coach.classroom import Order, _Worker
from ascom_coach.documents import read_document
from ascom_coach.handins import hand_ins
from ascom_coach.papers import annotate_copies
from ascom_coach.resources import scenarios_dir
from ascom_coach.review import Copy, Situation, review_copies
from tests.documents.builders import docx

SAMPLES = scenarios_dir() / "compter-la-toile" / "temoins"


def letter(text: str) -> bytes:
    """A letter with one sentence."""
    return docx(lambda document: document.add_paragraph(text))


def test_files_of_one_name_come_back_each_with_its_remarks(tmp_path: Path) -> None:
    first, second = "Vous trouverez ............ ci-dessous.", "Merci de rappeler Mme [Nom] avant midi."
    files = []
    for folder, name, text in (
        ("avant", "lettre.docx", first),
        ("apres", "lettre.docx", second),
        ("apres", "Lettre.DOCX", first),
    ):
        path = tmp_path / folder / name if name == "lettre.docx" else tmp_path / "encore" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(letter(text))
        files.append((path.as_posix(), path))
    documents = [read_document(path, shown_as=shown) for shown, path in files]
    review = review_copies([Copy.of(one) for one in documents], Situation())
    written = annotate_copies(review, files, tmp_path / "retour")
    assert [one.name for one in written] == ["lettre.docx", "lettre (2).docx", "Lettre (3).DOCX"]
    read = [read_document(one) for one in written]
    assert [one.blocks[0].text for one in read] == [first, second, first]
    assert all(one.comments for one in read)


def test_a_copy_never_takes_the_place_of_its_original(tmp_path: Path) -> None:
    path = tmp_path / "lettre.docx"
    path.write_bytes(letter("Merci de rappeler Mme [Nom] avant midi."))
    before = path.read_bytes()
    review = review_copies([Copy.of(read_document(path, shown_as=path.as_posix()))], Situation())
    [written] = annotate_copies(review, [(path.as_posix(), path)], tmp_path)
    assert written.name == "lettre annoté.docx"
    assert path.read_bytes() == before


def test_two_folders_of_one_trainee(tmp_path: Path) -> None:
    for folder, level in (("v1", "faible"), ("v2", "moyenne")):
        place = tmp_path / "copies" / "Ana Béraud" / folder
        place.mkdir(parents=True)
        shutil.copy(SAMPLES / level / "note-inventaire.docx", place / "note-inventaire.docx")
    (tmp_path / "copies" / "Zoé Abat").mkdir()
    shutil.copy(
        SAMPLES / "faible" / "note-inventaire.docx", tmp_path / "copies" / "Zoé Abat" / "note-inventaire.docx"
    )
    back = tmp_path / "retour"
    order = Order(tmp_path / "donnees", scenario="compter-la-toile", back=back)
    worker = _Worker(order)
    copies = [worker.review(one) for one in hand_ins(tmp_path / "copies", tmp_path / "travail")]
    assert [(one.trainee, one.problem) for one in copies] == [("Ana Béraud", ""), ("Zoé Abat", "")]
    names = sorted(item.name for item in (back / "Ana Béraud").iterdir())
    assert names == ["note-inventaire (2).docx", "note-inventaire.docx", "rapport.html"]
    texts = {read_document(back / "Ana Béraud" / name).text for name in names[:2]}
    assert texts == {
        read_document(SAMPLES / level / "note-inventaire.docx").text for level in ("faible", "moyenne")
    }
