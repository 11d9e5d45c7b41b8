# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Check of the dates: they exist, their weekday is right, a period ends after it begins."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ascom_coach.review.generic.draft import MANY_CELLS, Draft, Hit, good, wrong
from ascom_coach.review.plannings.hour_ranges import turned

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
_DAY = re.compile(
    rf"(?<![\w/])(?:(?P<weekday>{'|'.join(WEEKDAYS)}),? (?:le )?)?(?:(?P<day>\d{{1,2}})(?: ?er)? (?P<month>{'|'.join(_MONTHS)})"
    r"(?: (?P<year>(?:19|20)\d\d)(?!\d))?|(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:/(?P<y>(?:19|20)\d\d|\d\d))?(?![\w/,]))"
)
_ACROSS = 15
"""From that many days back, « du 28 au 3 mars » is read as running over two months."""
_WEEKS_AROUND = 60
"""Days within which a date without a year is of the year of the document."""
_MONTHS_APART = 300
"""Days between two dates from which they are not told in one text without a year."""
_RANGE = re.compile(
    rf"(?<!\w)du (?:(?:{'|'.join(WEEKDAYS)}) )?(?P<a>\d{{1,2}})(?: ?er)? au (?:(?:{'|'.join(WEEKDAYS)}) )?(?P<b>\d{{1,2}})(?: ?er)? (?P<month>{'|'.join(_MONTHS)})"
)


_PAIR = re.compile(
    rf"(?<!\w)(?P<weekday>{'|'.join(WEEKDAYS)}) (?P<day>\d{{1,2}})(?:,| et| au) (?:le )?(?:(?:{'|'.join(WEEKDAYS)}) )?\d{{1,2}}(?: et (?:(?:{'|'.join(WEEKDAYS)}) )?\d{{1,2}})?"
    rf" (?P<month>{'|'.join(_MONTHS)})(?: (?P<year>(?:19|20)\d\d))?"
)


def _pairs(draft: Draft) -> Iterator[Hit]:
    """« samedi 28 et dimanche 29 mars 2026 »: the first day takes the month of the last one."""
    for number, match in enumerate(_PAIR.finditer(draft.folded.text), 1):
        year = int(match["year"]) if match["year"] else None
        options = _options(int(match["day"]), _MONTHS.index(match["month"]) + 1, year, draft.day)
        if options and not any(one.weekday() == WEEKDAYS.index(match["weekday"]) for one in options):
            message = f"Le {match['day']} n’est pas un {match['weekday']}."
            hint = "Le jour ou la date : lequel est le bon ?"
            yield wrong(message, draft.at(match), hint, certain=year is not None, mark=f".deux{number}")


def real_days(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Days that exist, with their weekday. Without a year, the years around the date of the draft are tried."""
    if len(draft.view.blocks) > MANY_CELLS:
        return
    looked = None
    for number, match in enumerate(_DAY.finditer(draft.folded.text), 1):
        if draft.document.sheets and match["d"] and not (match["y"] and len(match["y"]) == 4):
            continue  # 3/4 in a table is as often a share as a day
        looked = looked or match
        read = _read(match)
        if read is None:
            continue
        day, month, year = read
        certain = year is not None
        options = _options(day, month, year, draft.day)
        if draft.sure and options and not certain:
            options, certain = [min(options, key=lambda one: abs(one - draft.today))], True
        elif draft.day is not None and len(options) > 1:
            options = _soon(options, draft.day)
        if not options:
            if match["month"] or year:
                message = "Cette date n’existe pas."
                yield wrong(
                    message,
                    draft.at(match),
                    "Vérifiez-la sur un calendrier.",
                    certain=certain or bool(match["month"]),
                    mark=f".{number}",
                )
            continue
        said = match["weekday"]
        if said and not any(option.weekday() == WEEKDAYS.index(said) for option in options):
            nearest = options[0] if certain else min(options, key=lambda one: abs(one - draft.today))
            message = f"Le {day} {_month(month)}{f' {year}' if year else ''} n’est pas un {said}"
            message += f" : c’est un {WEEKDAYS[nearest.weekday()]}." if certain else "."
            yield wrong(
                message,
                draft.at(match),
                "Le jour ou la date : lequel est le bon ?",
                certain=certain,
                mark=f".{number}",
            )
    for number, match in enumerate(_RANGE.finditer(draft.folded.text), 1):
        if 0 < int(match["a"]) - int(match["b"]) < _ACROSS:
            hint = "Vérifiez les deux dates."
            yield wrong(
                "Cette période finit avant de commencer.",
                draft.at(match),
                hint,
                certain=True,
                mark=f".periode{number}",
            )
    for number, match in enumerate(turned(draft.folded.text) if not draft.sure else (), 1):
        message = "L’heure de fin vient avant l’heure de début."
        yield wrong(message, draft.at(match), "Relisez les deux heures.", mark=f".heures{number}")
    yield from _pairs(draft)
    if draft.day is None:
        yield from _disagreeing(draft)
    if looked is not None:
        yield good("Les dates existent, avec le bon jour.", draft.at(looked))


def _disagreeing(draft: Draft) -> Iterator[Hit]:
    """« jeudi 3 décembre… vendredi 5 décembre »: never within one year. Told on the one that most others contradict."""
    said: list[tuple[re.Match[str], list[dt.date]]] = []
    for match in _DAY.finditer(draft.folded.text):
        read = _read(match)
        if read is not None and match["weekday"] and read[2] is None:
            weekday = WEEKDAYS.index(match["weekday"])
            days = [one for one in _options(read[0], read[1], None, None) if one.weekday() == weekday]
            said += [(match, days)] if days else []
    against = [
        [
            other
            for other, days in said
            if min(abs(one - two).days for one in own for two in days) > _MONTHS_APART
        ]
        for _, own in said
    ]
    worst = max(range(len(said)), key=lambda rank: (len(against[rank]), rank), default=0)
    if said and against[worst]:
        other = draft.folded.span(*against[worst][0].span())
        message = f"Ce jour et « {draft.view.text[slice(*other)]} » ne tombent pas la même année."
        hint = "Le jour ou la date : lequel est le bon ?"
        yield wrong(message, draft.at(said[worst][0]), hint, mark=".annee")


def _month(number: int) -> str:
    return ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre")[number - 1]  # fmt: skip


def _read(match: re.Match[str]) -> tuple[int, int, int | None] | None:
    """Day, month and year of a match; None when it is no date (« 24/7 », « 3/4 »)."""
    if match["month"]:
        return (
            int(match["day"]),
            _MONTHS.index(match["month"]) + 1,
            int(match["year"]) if match["year"] else None,
        )
    day, month = int(match["d"]), int(match["m"])
    if match["y"] is None:
        return (day, month, None) if match["weekday"] and 1 <= month <= 12 else None
    year = int(match["y"])
    return day, month, year if year > 99 else 2000 + year


def _options(day: int, month: int, year: int | None, around: dt.date | None) -> list[dt.date]:
    middle = (around or dt.date(2026, 1, 1)).year
    years = [year] if year else [middle, middle + 1, middle - 1] if around else range(middle - 6, middle + 7)
    found = []
    for one in years:
        try:
            found.append(dt.date(one, month, day))
        except ValueError:
            continue
    return found


def _soon(options: list[dt.date], day: dt.date) -> list[dt.date]:
    """A day without its year, a few weeks around the date of the document, is of that year."""
    nearest = min(options, key=lambda one: abs(one - day))
    return [nearest] if abs(nearest - day).days <= _WEEKS_AROUND else options
