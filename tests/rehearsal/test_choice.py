"""The choice among facts: chances that add up, one sure answer, doubt between two, nothing for what nobody holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ascom_coach.errors import SurroundingsError
from ascom_coach.rehearsal import Askable, Reader
from ascom_coach.rehearsal.understanding import choice
from ascom_coach.rehearsal.understanding.evidence import ABSENT, FEATURES, Evidence
from tests.benchmarks import understanding_fit

FACTS = [
    Askable(
        "camion",
        ("On prend quel camion ?", "Quel véhicule je réserve ?"),
        ("camion", "véhicule"),
        "le camion",
    ),
    Askable(
        "jour", ("C’est quel jour le chantier ?", "On y va quand ?"), ("date", "jour"), "la date", "date"
    ),
    Askable("signature", ("Qui signe le devis ?", "Qui valide le devis ?"), ("signer",), "la signature"),
    Askable("adresse", ("Quelle est l’adresse ?", "C’est où ?"), ("adresse", "rue"), "l’adresse"),
    Askable("telephone", ("Quel est le numéro de téléphone ?",), ("téléphone", "numéro"), "le téléphone"),
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(FACTS)


def test_each_fact_has_a_row_and_chances_stay_under_one(reader: Reader) -> None:
    seen = reader.evidence.weigh("Les gars roulent avec quoi ?")
    assert [len(row) for row in seen.rows] == [len(FEATURES)] * len(FACTS)
    assert len(seen.absent) == len(ABSENT)
    chances = choice.likelihoods(seen, [0.0] * len(FACTS))
    assert all(0.0 <= chance <= 1.0 for chance in chances)
    assert sum(chances) <= 1.0


def test_a_handicap_lowers_a_fact_and_lifts_the_others(reader: Reader) -> None:
    seen = reader.evidence.weigh("On prend quel camion ?")
    free = choice.likelihoods(seen, [0.0] * len(FACTS))
    held = choice.likelihoods(seen, [2.0, *[0.0] * (len(FACTS) - 1)])
    assert held[0] < free[0]
    assert held[1] > free[1]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("quel camion on prend", "camion"),
        ("cest quel jour le chantier ?", "jour"),
        ("Qui doit signer ?", "signature"),
    ],
)
def test_what_is_plainly_asked_is_answered(reader: Reader, text: str, fact: str) -> None:
    assert [fact for reading in reader.read(text) for fact in reading.facts] == [fact]


def test_what_nobody_holds_is_not_granted(reader: Reader) -> None:
    for text in ("Vous aimez le football ?", "Quel âge avez-vous ?", "Il pleut chez vous ?"):
        assert not any(reading.facts for reading in reader.read(text))


def test_two_things_asked_in_one_turn(reader: Reader) -> None:
    for text in (
        "On prend quel camion et c’est quel jour le chantier ?",
        "Il me faut l’adresse et le numéro de téléphone",
    ):
        assert len({fact for reading in reader.read(text) for fact in reading.facts}) == 2


def test_a_kind_of_answer_is_learnt_from_the_questions() -> None:
    evidence = Evidence(FACTS, lambda text: text)
    expected, unexpected = FEATURES.index("answer expected"), FEATURES.index("answer not expected")
    rows = dict(zip((fact.id for fact in FACTS), evidence.weigh("Qui s’en occupe ?").rows, strict=True))
    assert rows["signature"][expected] > 0
    assert rows["jour"][unexpected] == 1.0
    plain = evidence.weigh("Dites-moi tout").rows
    assert all(row[expected] == row[unexpected] == 0.0 for row in plain)


def test_the_shipped_weights_are_complete() -> None:
    tree = json.loads(choice.WEIGHTS.read_text(encoding="utf-8"))
    assert set(tree["facts"]) == set(FEATURES)
    assert set(tree["absent"]) == set(ABSENT)


def test_the_shipped_weights_were_fitted_on_the_phrases_as_they_are() -> None:
    tree = json.loads(choice.WEIGHTS.read_text(encoding="utf-8"))
    assert tree["fingerprint"] == understanding_fit.stamp(), "run understanding_fit.py --write again"


def test_damaged_weights_are_said_in_french(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "lecteur.json"
    broken.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(choice, "WEIGHTS", broken)
    choice._weights.cache_clear()
    try:
        with pytest.raises(SurroundingsError, match=r"lecteur\.json"):
            choice._weights()
    finally:
        choice._weights.cache_clear()


def test_how_someone_is_called_is_no_phone_call() -> None:
    calls = Askable(
        "appels", ("Combien de fois avez-vous appelé ?", "Quand avez-vous appelé ?"), ("appel",), "les appels"
    )
    name = Askable("nom", ("Quel est votre nom ?", "Qui êtes-vous ?"), ("nom",), "le nom")
    reader = Reader([calls, name])
    for typed in ("il s'appelait comment ?", "elle s’appelle comment déjà", "comment s'apelle la personne ?"):
        assert reader.read(typed)[0].candidates[0][0] == "nom", typed
    assert reader.read("vous avez appelé combien de fois ?")[0].facts == ("appels",)
