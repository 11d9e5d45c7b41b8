"""Topics of questions: in step with their phrasings, near when words differ, calm about what is none of them."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import numpy as np
import pytest

from ascom_coach.errors import SurroundingsError
from ascom_coach.language import normalise_typed
from ascom_coach.rehearsal.understanding import sameness, topics


def _builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("construire_sujets", topics.FOLDER / "construire.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_weights_were_learnt_from_the_phrasings_as_they_are() -> None:
    builder = _builder()
    for path in (topics.weights_file(), sameness.space_file()):
        with np.load(path, allow_pickle=False) as kept:
            assert str(kept["fingerprint"]) == builder.fingerprint(builder.rows())


def test_another_wording_is_likelier_to_be_the_same_thing_than_another_subject() -> None:
    known = sameness.Known([["Qui signe le devis ?"], ["Quel camion prend-on ?"]], ["signer", "camion"])
    truck, rain = known.evidence("Les gars roulent avec quoi ?"), known.evidence("Il pleut chez vous ?")
    assert truck[1][0] > truck[0][0]
    assert truck[1][0] > rain[1][0]
    assert sameness.Known([], []).evidence("Qui ?") == []


def test_there_are_many_phrasings_and_none_stands_under_two_topics() -> None:
    rows = _builder().rows()
    assert len({topic for topic, _ in rows}) >= 100
    assert len(rows) >= 1000
    assert all(topic for topic, _ in rows)
    said: dict[str, set[str]] = {}
    for topic, text in rows:
        said.setdefault(text.casefold(), set()).add(topic)
    assert sum(len(found) > 1 for found in said.values()) <= 0.02 * len(said)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("L’addition vous est revenue à quelle somme ?", "montant_paye"),
        ("On sera combien autour de la table ?", "nombre_participants"),
        ("Il faut que je te le montre avant de l’envoyer ?", "qui_valide"),
        ("c pour quelle heure le debut", "heure_debut"),
    ],
)
def test_other_words_for_the_same_topic(question: str, topic: str) -> None:
    assert topic in topics.best(normalise_typed(question), 3)


def test_two_wordings_of_one_subject_are_nearer_than_two_subjects() -> None:
    price = topics.joined(["Combien avez-vous payé ?", "Quel est le montant de la facture ?"])
    asked = topics.topics("Vous en avez eu pour combien ?")
    other = topics.topics("Qui signe la lettre ?")
    assert topics.alike(asked, price) > 3 * abs(topics.alike(other, price))
    assert topics.alike(topics.topics(""), price) == 0.0
    assert topics.alike(topics.joined([]), price) == 0.0


def test_a_damaged_file_is_said_in_french(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    broken = tmp_path / "poids.npz"
    broken.write_bytes(b"PK nothing")
    monkeypatch.setattr(topics, "weights_file", lambda: broken)
    topics._model.cache_clear()
    try:
        with pytest.raises(SurroundingsError, match=r"poids\.npz"):
            topics.topics("Combien ?")
    finally:
        topics._model.cache_clear()
