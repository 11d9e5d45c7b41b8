# ruff: noqa: E501 -- a question stays on one line
"""Questions that lean on what was just said."""

from __future__ import annotations

import pytest

from ascom_coach.rehearsal.understanding import Askable, Reader
from ascom_coach.rehearsal.understanding.ellipsis import leans

FACTS = [
    Askable("date_livraison", ("Quel jour avez-vous été livré ?", "La livraison a eu lieu quand ?"), ("livraison",), "la date de livraison", "date"),
    Askable("manquants", ("Combien de cartons manque-t-il ?", "Il vous manque quoi ?"), ("manquants", "cartons"), "les cartons manquants", "nombre"),
    Askable("couleur", ("De quelle couleur sont-ils ?", "Quelle teinte aviez-vous choisie ?"), ("couleur", "teinte"), "la couleur"),
    Askable("prix", ("Combien avez-vous payé ?", "Quel prix vous a-t-on demandé ?"), ("prix", "payé"), "le prix payé", "nombre"),
]  # fmt: skip


@pytest.mark.parametrize(
    "piece",
    ["Combien ?", "et combien exactement ?", "c'est quand ?", "laquelle", "Et vous ?", "pour qui ?", "À quelle heure ?"],
)  # fmt: skip
def test_leans(piece: str) -> None:
    assert leans(piece)


@pytest.mark.parametrize(
    "piece", ["Combien de cartons ?", "et pour la couleur ?", "bonjour", "C’est quand la livraison ?", ""]
)
def test_stands_alone(piece: str) -> None:
    assert not leans(piece)


def test_a_bare_question_word_asks_about_the_last_subject() -> None:
    reader = Reader(FACTS)
    assert reader.read("Combien exactement ?", about="manquants")[0].facts == ("manquants",)
    assert reader.read("et pour la couleur ?", about="manquants")[0].facts == ("couleur",)
    assert reader.read("Et combien ?", about="prix")[0].facts == ("prix",)


def test_within_one_turn_the_second_question_may_lean_on_the_first() -> None:
    readings = Reader(FACTS).read("Il manque des cartons ? Combien ?")
    assert [reading.facts for reading in readings] == [("manquants",), ("manquants",)]


def test_what_the_person_knows_comes_first() -> None:
    both = [
        Askable("prix_client", ("Quel prix avez-vous payé ?",), ("prix",), "le prix payé"),
        Askable("prix_atelier", ("Quel prix de revient ?",), ("prix",), "le prix de revient"),
    ]
    ranked = Reader(both).read("le prix ?", held={"prix_atelier"})[0].candidates
    assert ranked[0][0] == "prix_atelier"
    assert Reader(both).read("le prix ?", held={"prix_client"})[0].candidates[0][0] == "prix_client"
