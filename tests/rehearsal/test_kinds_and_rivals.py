"""What kind of thing is asked for, and what tells the facts of one scenario apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascom_coach.errors import SurroundingsError
from ascom_coach.rehearsal.understanding import kinds, topics
from ascom_coach.rehearsal.understanding.kinds import Expected, kinds_file
from ascom_coach.rehearsal.understanding.rivals import Rivals
from ascom_coach.resources import read_yaml

QUESTIONS = [
    ["À quelle date a lieu la visite ?", "La visite est quel jour ?"],
    ["Qui vient à la visite ?", "Quelles personnes participent ?"],
    ["Combien coûte la visite ?", "Quel est le prix de la visite ?"],
]
DATE, PERSON, PRICE = range(3)


def test_kinds_are_of_known_topics_and_cover_most_of_them() -> None:
    tree: dict[str, list[str]] = read_yaml(kinds_file())
    named = {topic for group in tree.values() for topic in group}
    assert named <= set(topics.labels())
    assert len(named) >= 0.9 * len(topics.labels())
    assert all(len(group) == len(set(group)) >= 8 for group in tree.values())


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("c'est plutôt en mars ou en avril ?", DATE),
        ("votre collègue sera-t-elle là ?", PERSON),
        ("ça revient cher ?", PRICE),
        ("cela nous fait quelle somme en tout ?", PRICE),
    ],
)
def test_a_kind_shows_without_its_question_word(asked: str, meant: int) -> None:
    found = Expected(QUESTIONS).alike(asked)
    assert max(range(3), key=found.__getitem__) == meant
    assert all(0.0 <= one <= 1.0 for one in found)


def test_what_asks_for_nothing_has_no_kind() -> None:
    assert Expected(QUESTIONS).alike("") == [0.0, 0.0, 0.0]
    assert Expected([[]]).alike("Quel jour ?") == [0.0]


def test_damaged_kinds_are_said_in_french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "FOLDER", tmp_path)
    (tmp_path / "genres.yaml").write_text("- rien", encoding="utf-8")
    kinds._table.cache_clear()
    with pytest.raises(SurroundingsError, match="réinstallez le programme"):
        kinds._table()
    kinds._table.cache_clear()


def test_what_all_facts_share_tells_nothing_and_the_rest_tells_which() -> None:
    rivals = Rivals(QUESTIONS, [["date", "jour"], ["participants"], ["prix", "tarif"]])
    price = rivals.scores("il faut payer combien ?")
    assert max(range(3), key=price.__getitem__) == PRICE
    shared = rivals.scores("la visite")
    assert max(shared) - min(shared) < max(price) - min(price)


def test_a_keyword_is_enough_for_a_fact_without_questions() -> None:
    rivals = Rivals([["Quel jour vient-on ?"], []], [[], ["camion", "véhicule"]])
    found = rivals.scores("on prend quel véhicule ?")
    assert found[1] > found[0]


def test_no_fact_has_no_score() -> None:
    assert Rivals([], []).scores("Quel jour ?") == []
    assert Rivals([[]], [[]]).scores("Quel jour ?") == [0.0]
