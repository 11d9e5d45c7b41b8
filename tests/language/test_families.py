"""Families of rules: every rule has one, every exercise is correct French, occasions are counted where they stand."""

from __future__ import annotations

import pytest

from ascom_coach.language import EmbeddedEngine, Exercise, families, family_of, occasions, proofread
from ascom_coach.language.rules import rules

ALL = [one for family in families().values() for one in family.exercises]
ENGINE = [EmbeddedEngine()]


def test_there_are_enough_families_and_sentences() -> None:
    assert len(families()) >= 12
    assert all(len(family.exercises) >= 8 for family in families().values())
    assert len({one.sentence for one in ALL}) == len(ALL)


@pytest.mark.parametrize("one", ALL, ids=[f"{one.family}-{one.number}" for one in ALL])
def test_a_right_sentence_has_no_counted_alarm(one: Exercise) -> None:
    found = proofread(one.sentence, ENGINE).remarks
    assert [(remark.rule, remark.quote) for remark in found if remark.counted] == []
    assert one.right in one.choices
    assert len(one.choices) >= 2
    assert one.right not in one.shown or one.right in one.before + one.after


@pytest.mark.parametrize("family", sorted(families()))
def test_every_exercise_is_an_occasion_of_its_own_family(family: str) -> None:
    for one in families()[family].exercises:
        assert occasions(one.sentence).get(family, 0) >= 1, one.sentence


def test_every_rule_has_a_family_of_its_kind() -> None:
    for rule in rules():
        assert family_of(rule.id, rule.label) in families()
    assert family_of("homophone_a_ete", "homophones") == "a-a"
    assert family_of("homophone_a_infinitif", "homophones") == "er-e"
    assert family_of("conj_si_conditionnel", "conjugaison") == "mode-temps"
    assert family_of("accord_cod_avant", "accord") == "accord-participe"
    assert family_of("style_sms", "style") == "orthographe"
    assert family_of("lt_ACCORD_V_QUESTION", "accord") == "accord-nom"
    assert family_of("orthographe_mot_inconnu", "orthographe") == "orthographe"


def test_occasions_are_places_that_could_have_failed() -> None:
    found = occasions("Elle a écrit à la cliente. Pouvez-vous signer ?")
    assert found["a-a"] == 2
    assert found["er-e"] == 1
    assert found["ponctuation"] == 2
    assert found["registre"] == 1
    assert "ou-ou" not in found
    assert occasions("") == {}
