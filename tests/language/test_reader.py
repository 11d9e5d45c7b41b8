"""Sentences as units, what could stand in a place, and what the reader doubts."""

from __future__ import annotations

import pytest

from ascom_coach.language.reader import Doubt, doubts
from ascom_coach.language.units import MOST, rivals, units
from ascom_coach.language.view import views


def read(text: str) -> tuple[Doubt, ...]:
    return doubts(views(text), 4.0)[0]


def test_look_alikes_of_several_words_are_one_unit() -> None:
    found = [unit.form for unit in units(views("Il peut être là, c'est ce qu'elle m'a dit.")[0])]
    assert found == ["il", "peut être", "là", ",", "c'est", "ce", "qu'elle", "m'a", "dit", "."]


def test_a_number_a_mark_and_a_clitic_are_told_apart() -> None:
    found = [(unit.form, unit.shape) for unit in units(views("Avez-vous reçu 12 colis ?")[0])]
    assert found == [("avez", 1), ("-vous", 0), ("reçu", 0), ("0", 3), ("colis", 0), ("?", 3)]


@pytest.mark.parametrize(
    ("form", "other"),
    [("livré", "livrer"), ("aurai", "aurais"), ("ces", "c'est"), ("ont", "sont"), ("client", "clients")],
)
def test_rivals_begin_with_the_form(form: str, other: str) -> None:
    found = rivals(form)
    assert found[0] == form
    assert other in found
    assert len(found) <= MOST


@pytest.mark.parametrize("form", ["xyzt", ",", "-vous", "SARL"])
def test_nothing_stands_for_what_is_unknown(form: str) -> None:
    assert rivals(form) == (form,)


def test_an_error_is_doubted_beside_another() -> None:
    found = {one.unit.form: one.meant[0][0] for one in read("Les frais son remboursé par la société.")}
    assert found["son"] == "sont"
    assert read("Les frais sont remboursés par la société.") == ()


def test_no_sentence_no_doubt() -> None:
    assert doubts([], 1.0) == []
    assert doubts(views("12 345"), 1.0) == [()]
