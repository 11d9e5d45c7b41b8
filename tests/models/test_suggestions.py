from __future__ import annotations

import pytest

from ascom_coach.models import REMARK, make_profile, memory_gib, memory_in_words, suggest


@pytest.mark.parametrize(("memory", "largest"), [(None, 8), (4.0, 0), (7.6, 8), (15.5, 16), (64.0, 16)])
def test_what_fits_comes_first_and_hosted_ones_last(memory: float | None, largest: int) -> None:
    offers = suggest(memory)
    assert offers[0].memory == largest
    assert [one.hosted for one in offers] == sorted(one.hosted for one in offers)
    assert all(one.memory <= (memory or 8) + 1 for one in offers)


def test_each_offer_is_a_profile_that_is_what_it_says() -> None:
    for offer in suggest(64):
        assert make_profile("p", offer.model).local is not offer.hosted
        assert bool(offer.pull) is not offer.hosted


def test_the_list_is_dated_and_honest() -> None:
    assert "2026" in REMARK
    assert "Aucune source ne classe" in REMARK
    assert "trop peu" in memory_in_words(4)
    assert "16\u00a0Go" in memory_in_words(15.6)
    assert "pas connue" in memory_in_words(None)


def test_this_machine_has_some_memory() -> None:
    found = memory_gib()
    assert found is None or found > 0.1
