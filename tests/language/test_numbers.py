"""Numbers in words: their spelling read back, and the proofreader's one reading of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascom_coach.language.rules.groups.number_words import RULES
from ascom_coach.language.text import plain
from ascom_coach.language.values.numbers import read_words
from ascom_coach.language.values.spelling import spelled, written

NUMBERS = st.integers(0, 10**12 - 1) | st.integers(0, 3000)


@given(NUMBERS)
def test_a_spelled_number_reads_back(value: int) -> None:
    text = plain(written(spelled(value)))
    assert read_words(text) == (value, len(text))


def _fixes(text: str) -> list[str]:
    return [fixes[0] for rule in RULES for _, _, fixes in rule.find(text)]


@given(NUMBERS)
def test_a_number_well_spelled_is_left_alone_in_both_spellings(value: int) -> None:
    text = written(spelled(value))
    for form in (text, text.replace(" ", "-")):
        assert _fixes(f"Le total compte {form} lignes.") == []


@given(NUMBERS.filter(lambda value: "-" in written(spelled(value))))
def test_a_hyphen_left_out_is_told(value: int) -> None:
    right = written(spelled(value))
    assert _fixes(f"Le total compte {right.replace('-', ' ')} lignes.") == [right]


@pytest.mark.parametrize("value", [-1, 10**12])
def test_a_number_out_of_range_is_refused(value: int) -> None:
    with pytest.raises(ValueError, match=r"^-?1"):
        spelled(value)
