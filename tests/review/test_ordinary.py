"""Ordinary documents bring no counted remark, and next to nothing to check.

Figures: `python -m tests.review.ordinary`.
"""

from __future__ import annotations

import pytest

from tests.review.ordinary import all_sets, measure, opened


@pytest.mark.parametrize("named", [True, False], ids=["confirmed", "guessed"])
def test_ordinary_documents_are_left_alone(named: bool) -> None:
    remarks = measure(named=named)
    assert [one for one in remarks if one[1] == "defaut"] == []
    assert len(remarks) <= 0.05 * len(all_sets()), remarks


def test_most_ordinary_documents_are_recognised() -> None:
    from ascom_coach.review.generic.kinds import ENOUGH, guess_kinds

    right = 0
    for one in all_sets():
        guesses = guess_kinds(opened(one))
        right += (
            bool(guesses) and guesses[0].points >= ENOUGH and guesses[0].kind.production == one.production
        )
    assert right >= 0.8 * len(all_sets()), right
