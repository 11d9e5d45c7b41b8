"""The error notebook: rates, trend, what is acquired, exercises, versions, and files of an earlier program."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest

from ascom_coach.journal import Journal, Mark, Notebook, Notes, page, standing
from ascom_coach.journal.schema import STEPS

TEXTS = (
    "Nous avons bien reçu votre lettre du trois mars au sujet de la table verte",
    "Le technicien passera jeudi matin pour réparer la chaudière de votre magasin",
    "Merci de nous confirmer la date de la réunion et le nombre de personnes",
    "Votre facture est prête : vous pouvez la retirer au bureau dès cet après-midi",
)


@pytest.fixture
def notes(tmp_path: Path) -> Notes:
    return Notes(Journal(tmp_path), "Ana")


def note(notes: Notes, number: int, **errors: int) -> int:
    marks = [
        Mark(name.replace("_", "-"), wrong, 4, ("« ▸a◂ la gare »",) if wrong else ())
        for name, wrong in errors.items()
    ]
    return notes.note(f"texte{number}.txt", TEXTS[number], 14, marks, f"2026-03-0{number + 1}T09:00:00")


def book(notes: Notes, *rows: dict[str, int]) -> Notebook:
    for number, row in enumerate(rows):
        assert note(notes, number, **row) == 1
    return notes.read()


def test_a_rate_is_errors_by_occasion(notes: Notes) -> None:
    found = book(notes, {"a_a": 2, "leur": 0}, {"a_a": 1})
    (entry,) = found.entries
    assert (entry.errors, entry.occasions, float(entry.rate)) == (3, 8, 0.375)
    assert standing(entry) == "3 erreurs pour 8 occasions"
    note(notes, 2, a_a=1)
    assert standing(notes.read().entries[0]) == "4 erreurs pour 12 occasions, soit 33 %"
    assert [one.id for one in found.never] == ["leur"]
    assert entry.trend == "en progrès"


@pytest.mark.parametrize(
    ("errors", "trend"),
    [
        ((1,), "trop tôt pour une tendance"), ((1, 2), "en recul"), ((2, 1), "en progrès"), ((1, 1), "stable"),
        ((2, 2, 0, 0), "en progrès"),
    ],
)  # fmt: skip
def test_trend(notes: Notes, errors: tuple[int, ...], trend: str) -> None:
    (entry,) = book(notes, *({"a_a": one} for one in errors)).entries
    assert entry.trend == trend


def test_a_family_is_acquired_after_three_texts_in_a_row_without_error(notes: Notes) -> None:
    two = book(notes, {"a_a": 1}, {"a_a": 0}, {"a_a": 0})
    assert not two.entries[0].acquired
    assert [one.id for one in two.weakest] == ["a-a"]
    note(notes, 3, a_a=0)
    three = notes.read()
    assert three.entries[0].acquired
    assert three.weakest == ()
    assert three.drill() == []


def test_a_text_that_did_not_meet_the_family_does_not_count(notes: Notes) -> None:
    found = book(notes, {"a_a": 1}, {"a_a": 0}, {"leur": 0}, {"a_a": 0})
    assert len(found.entries[0].history) == 3
    assert not found.entries[0].acquired


def test_another_version_adds_no_mark_and_is_recognised(notes: Notes) -> None:
    assert note(notes, 0, a_a=2) == 1
    assert note(notes, 0, a_a=2) == 1
    better = TEXTS[0].replace("table", "chaise")
    assert notes.note("encore.txt", better, 14, [Mark("a-a", 0, 4)], "2026-03-02T09:00:00") == 2
    assert notes.note("encore.txt", better, 14, [], "2026-03-02T09:00:00") == 2
    assert note(notes, 1, a_a=0) == 1
    found = notes.read()
    assert [text.title for text in found.texts] == ["texte0.txt", "texte1.txt"]
    assert found.entries[0].errors == 2


def test_a_hand_in_rewritten_from_scratch_is_still_a_version(notes: Notes) -> None:
    assert notes.note("a.txt", TEXTS[0], 14, [], "2026-03-01", source="s1:reponse") == 1
    assert notes.note("a.txt", TEXTS[1], 14, [], "2026-03-01", source="s1:reponse") == 2
    assert notes.note("a.txt", TEXTS[2], 14, [], "2026-03-01", source="s2:reponse") == 1


def test_a_drill_is_three_items_on_the_two_weakest(notes: Notes) -> None:
    found = book(notes, {"a_a": 1, "leur": 3, "ou_ou": 2})
    assert [one.id for one in found.weakest] == ["leur", "ou-ou"]
    assert [(one.family, one.number) for one in found.drill()] == [("leur", 1), ("ou-ou", 1), ("leur", 2)]
    notes.answer("leur", 1, True, "2026-03-05T09:00:00")
    notes.answer("leur", 2, False, "2026-03-05T09:01:00")
    again = [one.number for one in notes.read().drill() if one.family == "leur"]
    assert again == [2, 3]


def test_days_between_drills_grow_while_answers_are_right(notes: Notes) -> None:
    book(notes, {"leur": 1})
    assert notes.read().next_day() is None
    for day, right, due in (("05", True, "08"), ("08", True, "15"), ("15", False, "16")):
        notes.answer("leur", 1, right, f"2026-03-{day}T09:00:00")
        assert notes.read().next_day() == dt.date.fromisoformat(f"2026-03-{due}")


def test_the_page_is_readable_and_one_notebook_can_be_erased(notes: Notes, tmp_path: Path) -> None:
    other = Notes(Journal(tmp_path), "Bo")
    note(other, 1, a_a=1)
    note(notes, 0, a_a=1)
    notes.answer("a-a", 1, True, "2026-03-05T09:00:00")
    text = page(notes.read())
    for words in (
        "# Carnet d’erreurs de Ana",
        "1 erreur pour 4 occasions",
        "« ▸a◂ la gare »",
        "Exercices : 1",
    ):
        assert words in text
    notes.erase()
    assert notes.read().texts == ()
    assert notes.read().answers == ()
    assert "Aucun texte" in page(notes.read())
    assert len(other.read().texts) == 1


def test_erasing_a_person_erases_the_notebook(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.choose_person("Ana", "2026-03-01")
    note(Notes(journal, "Ana"), 0, a_a=1)
    journal.erase_person("Ana")
    assert Notes(journal, "Ana").read().texts == ()
    assert journal.rows("SELECT * FROM marks") == []


def test_a_journal_of_before_the_notebook_is_brought_up_to_date(tmp_path: Path) -> None:
    old = sqlite3.connect(tmp_path / "journal.sqlite")
    old.executescript(STEPS[0] + "PRAGMA user_version = 1;")
    old.execute("INSERT INTO people VALUES ('Ana', '2026-01-01')")
    old.commit()
    old.close()
    journal = Journal(tmp_path)
    assert journal.people() == ["Ana"]
    assert note(Notes(journal, "Ana"), 0, a_a=1) == 1
