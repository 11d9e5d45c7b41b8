"""Compounds told by their words, dates told by the calendar."""

from __future__ import annotations

import pytest

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.rules.marks.calendar import RULES

FIND = {rule.id: rule.find for rule in RULES}


@pytest.mark.parametrize(
    ("words", "form"),
    [
        (("arc", "en", "ciel"), "arc-en-ciel"),
        (("main", "d'", "œuvre"), "main-d'œuvre"),
        (("aix", "en", "provence"), "Aix-en-Provence"),
    ],
)
def test_a_compound_is_found_by_its_words(words: tuple[str, ...], form: str) -> None:
    assert lexicon().compounds[words] == form


def test_words_that_make_no_compound() -> None:
    assert ("table", "ronde", "verte") not in lexicon().compounds


@pytest.mark.parametrize(
    ("date", "possible"),
    [
        ("29 février 2024", True),
        ("29 février 2023", False),
        ("29/02/1900", False),
        ("29/02/2000", True),
        ("31 avril", False),
        ("30-11-2025", True),
        ("31-11-2025", False),
        ("31 décembre", True),
    ],
)
def test_the_calendar_decides(date: str, possible: bool) -> None:
    assert (list(FIND["date_impossible"](f"Rendez-vous le {date}.")) == []) is possible


@pytest.mark.parametrize(("day", "right"), [("jeudi", False), ("mercredi", True)])
def test_the_day_of_the_week_is_that_of_the_date(day: str, right: bool) -> None:
    assert (
        list(FIND["date_jour_semaine"](f"Le {day} 1er janvier, puis {day} 15 octobre 2025.")) == []
    ) is right
