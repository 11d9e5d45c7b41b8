from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascom_coach.models.guard.quantities import Quantity, allowed, find_quantities


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("1\u202f250,50 €", "money", "1250.5"),
        ("deux mille trois cent dix euros", "money", "2310"),
        ("quatre-vingt-dix-sept euros", "money", "97"),
        ("vingt et un pour cent", "percent", "21"),
        ("quinze jours", "duration", "15"),
        ("une semaine", "duration", "1"),
        ("une douzaine de classeurs", "plain", "12"),
        ("12 perceuses", "counted", "12"),
        ("le 1er avril", "date:4", "1"),
        ("2027-04-01", "date:4", "1"),
        ("01/04/2027", "date:4", "1"),
        ("neuf heures et quart", "hour", "9:15"),
        ("dix heures moins le quart", "hour", "9:45"),
        ("18h", "hour", "18:00"),
        ("+33 1 99 00 12 34", "phone", "0199001234"),
        ("la semaine prochaine", "word", "semaine prochaine"),
        ("après-demain", "word", "apres-demain"),
    ],
)
def test_a_value_is_found(text: str, kind: str, value: str) -> None:
    assert Quantity(kind, value) in find_quantities(text)


@pytest.mark.parametrize("text", ["Les deux conviennent.", "Je reviens vers vous.", "une fois"])
def test_no_value_where_there_is_none(text: str) -> None:
    assert find_quantities(text) == frozenset()


@given(st.integers(2, 999_999))
def test_grouped_and_plain_figures_are_the_same(number: int) -> None:
    grouped = f"{number:,}".replace(",", "\u202f")
    assert (
        find_quantities(f"{grouped} €")
        == find_quantities(f"{number} euros")
        == {Quantity("money", str(number))}
    )


def test_units_do_not_mix() -> None:
    known = find_quantities("12 perceuses, 480 €, jeudi 14 mars")
    assert allowed(Quantity("money", "480"), known)
    assert allowed(Quantity("plain", "480"), known)
    assert allowed(Quantity("word", "mars"), known | {Quantity("date:3", "14")})
    assert not allowed(Quantity("percent", "12"), known)
    assert not allowed(Quantity("date:4", "14"), known)
    assert not allowed(Quantity("duration", "480"), known)
