"""The tone of what no mark makes a question, and the kind of answer that a piece calls for."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import numpy as np
import pytest

from ascom_coach.errors import SurroundingsError
from ascom_coach.rehearsal.understanding import Askable, Reader, asking
from ascom_coach.rehearsal.understanding.questions import confirms, expects, questions


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("construire_demandes", asking.FOLDER / "construire.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_weights_were_learnt_from_the_turns_as_they_are() -> None:
    builder = _builder()
    rows = builder.rows()
    with np.load(asking.weights_file(), allow_pickle=False) as kept:
        assert str(kept["fingerprint"]) == builder.fingerprint(rows), "run demandes/construire.py again"
    assert not any("?" in text for _, _, text in rows)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("elle peut venir le mercredi", "elle vient le mercredi comme convenu"),
        ("vous avez touché à rien depuis hier", "vous avez bien fait de nous le dire"),
        ("on prend la clé chez qui", "on prend la clé tout de suite"),
        ("il a encore la vieille carte", "il est d’accord pour la nouvelle carte"),
        ("la salle est libre mardi", "la salle sera prête mardi"),
    ],
)
def test_what_asks_has_more_of_the_tone_than_what_tells(asked: str, told: str) -> None:
    assert asking.asking_tone(asked) > asking.asking_tone(told)


def test_a_damaged_file_is_said_in_french(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    broken = tmp_path / "poids.npz"
    broken.write_bytes(b"PK nothing")
    monkeypatch.setattr(asking, "weights_file", lambda: broken)
    asking._model.cache_clear()
    asking.asking_tone.cache_clear()
    try:
        with pytest.raises(SurroundingsError, match=r"poids\.npz"):
            asking.asking_tone("on commence")
    finally:
        asking._model.cache_clear()


@pytest.mark.parametrize(
    ("piece", "kind"),
    [
        ("c’est bon pour samedi ou pas", "date"),
        ("c’était quand, la séance qui a sauté", "date"),
        ("vous savez ce qui s’est passé", ""),
        ("la dame qui vient, elle est gentille", ""),
        ("c’est la dame qui vient avec qui", "personne"),
        ("on le dépose où", "lieu"),
        ("le matin ou le soir", ""),
        ("son frère s’appelle comment", "personne"),
        ("ça fait 40", "nombre"),
    ],
)
def test_the_kind_of_answer(piece: str, kind: str) -> None:
    assert expects(piece) == kind


def test_what_a_yes_would_answer() -> None:
    assert confirms("c’est bien samedi ?")
    assert confirms("le matin, ça irait ou pas ?")
    assert not confirms("c’est quel samedi ?")
    assert not confirms("qui vient samedi ?")


def test_too_is_no_place_to_cut_before_a_choice() -> None:
    assert questions("les clients aussi ou que les voisins") == ["les clients aussi ou que les voisins"]


FACTS = (
    Askable("date", ("C’est quel jour ?", "La visite tombe quand ?"), ("date",), "le jour de la visite", "date"),
    Askable("guide", ("Qui fait la visite ?", "Le guide s’appelle comment ?"), ("guide",), "le guide", "personne",
            value="Youri Castel"),
    Askable("place_ana", ("Où se tient Ana ?", "Ana est à quel poste ?"), ("poste",), "la place d’Ana", "lieu"),
    Askable("envoi", ("On leur écrit comment ?", "Lettre ou message ?"), ("écrire",), "la manière de prévenir",
            value="un mot sous la porte"),
)  # fmt: skip


def test_a_question_that_leans_asks_for_another_kind_of_answer_elsewhere() -> None:
    reader = Reader(FACTS)
    (reading,) = reader.read("avec qui ?", about="date")
    assert reading.candidates[0][0] != "date"
    (same,) = reader.read("quand ?", about="date")
    assert same.facts == ("date",)


def test_a_name_that_one_fact_holds_speaks_for_it() -> None:
    reader = Reader(FACTS)
    named = dict(reader.read("et Ana elle va où")[0].candidates)
    other = dict(reader.read("et elle elle va où")[0].candidates)
    assert named["place_ana"] > other.get("place_ana", 0.0)


def test_a_value_guessed_is_asked_for_and_a_value_read_back_is_not() -> None:
    reader = Reader(FACTS)
    (guessed,) = reader.read("est-ce que c’est par un mot sous la porte ?")
    assert guessed.candidates[0][0] == "envoi"
    (noted,) = reader.read("Youri Castel, un mot sous la porte")
    assert not noted.facts
