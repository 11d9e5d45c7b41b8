# ruff: noqa: E501 -- a case stays on one line
"""Hours and opening days as people write them."""

from __future__ import annotations

import datetime as dt

import pytest

from ascom_coach.language import holidays, hour, hours, opening, weekdays


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("9 h - 11 h", [(540, 660)]), ("9h30-11h", [(570, 660)]), ("09:00–10:30", [(540, 630)]),
        ("de 8 h 30 à 12 h et de 14 h à 18 h", [(510, 720), (840, 1080)]), ("9-12 h", [(540, 720)]), ("8 h - 12 h\n13 h - 15 h", [(480, 720), (780, 900)]), ("8 h-12 h 13 h-15 h", [(480, 720), (780, 900)]),
        ("entre 9 h et 11 h", [(540, 660)]), ("Paul, 9h à midi", [(540, 720)]), ("22 h-6 h", [(1320, 360)]),
        ("à 9 h et 14 h", []), ("réunion à 10 h", []), ("le 3/4", []), ("de 12 à 14 personnes", []), ("25 h - 26 h", []),
    ],
)  # fmt: skip
def test_ranges_of_hours(text: str, spans: list[tuple[int, int]]) -> None:
    assert hours(text) == spans


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("9 h 30", 570), ("09:30", 570), ("08:30:00", 510), ("midi", 720), ("14 heures", 840), ("9 h de cours", None),
     ("devis", None)],
)  # fmt: skip
def test_an_hour_alone(text: str, minutes: int | None) -> None:
    assert hour(text) == minutes


@pytest.mark.parametrize(
    ("text", "days"),
    [("du lundi au vendredi", {0, 1, 2, 3, 4}), ("samedi et dimanche", {5, 6}), ("lun. 16", {0}), ("en semaine", {0, 1, 2, 3, 4}),
     ("vendredi-lundi", {4, 5, 6, 0}), ("16 mars", set()), ("jeudis", {3})],
)  # fmt: skip
def test_weekdays(text: str, days: set[int]) -> None:
    assert weekdays(text) == days


def test_opening_days_and_hours() -> None:
    when = opening("Ouvert du lundi au vendredi de 9 h à 12 h et de 14 h à 18 h, le samedi de 9 h à 12 h")
    assert when is not None
    assert when.refusal(0, dt.date(2026, 3, 16), (840, 960)) == ""
    assert when.refusal(0, dt.date(2026, 3, 16), (690, 780)) == "heures"
    assert when.refusal(5, None, (840, 900)) == "heures"
    assert when.refusal(6, None, (600, 660)) == "jour"
    assert when.refusal(0, dt.date(2026, 4, 6), (600, 660)) == "ferie"
    assert when.refusal(None, None, (540, 600)) == ""
    assert when.refusal(None, None, (420, 480)) == "heures"


def test_closed_days() -> None:
    when = opening("pas de rendez-vous le vendredi ni le samedi")
    assert when is not None
    assert [day for day in range(7) if when.refusal(day, None, (600, 660))] == [4, 5]
    always = opening("tous les jours, y compris les jours fériés")
    assert always is not None
    assert always.refusal(0, dt.date(2026, 4, 6), (600, 660)) == ""
    assert opening("Bonjour à toutes et à tous") is None


def test_public_holidays_move_with_easter() -> None:
    assert holidays(2026)[dt.date(2026, 5, 14)] == "Ascension"
    assert dt.date(2027, 3, 29) in holidays(2027)
