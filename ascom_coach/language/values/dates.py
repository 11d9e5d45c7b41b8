# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Dates in folded text, around a given day: « jeudi en huit », « le 16 mai », « fin mai », « 16/05/2026 »."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ascom_coach.language.values.day_lists import days_before, lists_days
from ascom_coach.language.values.numbers import read_words

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
SHORT_MONTHS = {
    "janv": 1,
    "jan": 1,
    "fevr": 2,
    "fev": 2,
    "avr": 4,
    "juil": 7,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_DAY_WORDS = {"premier": 1} | {
    word: value
    for value, words in enumerate(
        [
            "un",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
            "dix-sept",
            "dix-huit",
            "dix-neuf",
            "vingt",
            "vingt et un",
            "vingt-deux",
            "vingt-trois",
            "vingt-quatre",
            "vingt-cinq",
            "vingt-six",
            "vingt-sept",
            "vingt-huit",
            "vingt-neuf",
            "trente",
            "trente et un",
        ],
        start=1,
    )
    for word in {words, words.replace("-", " "), words.replace(" et ", "-et-")}
}
_DAY = "|".join(sorted(_DAY_WORDS, key=len, reverse=True))
_WEEKDAY = "|".join(WEEKDAYS)
_MONTH = "|".join([*MONTHS, *sorted(SHORT_MONTHS, key=len, reverse=True)])
_PART = (
    r"(?P<part> (?:au )?(?:matin|soir|apres-midi|apres midi|aprem|en matinee|en soiree|en fin de journee))?"
)

_NUMERIC = re.compile(
    rf"(?<![\w/.-])(?:(?:{_WEEKDAY}),? (?:le )?)?(?:(?P<y1>\d{{4}})-(?P<m1>\d{{2}})-(?P<d1>\d{{2}})"
    r"|(?P<d2>\d{1,2})(?P<sep>[/.-])(?P<m2>\d{1,2})(?:(?P=sep)(?P<y2>\d{4}|\d{2}))?)(?![\w/]|[.,-]\d)"
)
_WRITTEN = re.compile(
    rf"(?<![\w-])(?:(?P<weekday>{_WEEKDAY}|lun|mar|mer|jeu|ven|sam|dim)\.?,? (?:le )?)?"
    rf"(?P<day>\d{{1,2}}(?: ?er)?|{_DAY})(?: |(?<=\d))(?P<month>{_MONTH})(?![a-z])(?:(?<=[vlct])\.(?= \w| ?\d))?"
    rf"(?:,? (?P<year>(?:19|20)\d\d(?!\d)|deux mille[a-z -]*))?{_PART}"
)
_WEEK = re.compile(
    rf"(?<![\w-])(?P<this>ce |le |d'ici |avant |depuis )?(?P<weekday>{_WEEKDAY})"
    r"(?P<mod> (?:prochaine?|qui vient|suivant|derniere?|passe|en huit|en quinze|"
    r"de la semaine prochaine|de la semaine derniere|de cette semaine|semaine prochaine))?"
    rf"(?: (?P<day>\d{{1,2}})(?![\w/:€%.,]*\d)(?! ?(?:h\b|heures?|€|euros?|%|min|jours?|[a-z]*(?:chaises|personnes))))?{_PART}(?![\w])"
)
_RELATIVE = re.compile(
    r"(?<![\w-])(?:(?P<word>aujourd'hui|ajd|apres-demain|apres demain|avant-hier|avant hier|demain|dem1|2main|2m1|hier)"
    rf"{_PART}|(?P<today>ce (?=matin|soir|midi|apres|jour\b)(?:matin|soir|apres-midi|apres midi|midi|jour))"
    r"|cet(?:te)? (?P<noon>apres-midi|aprem))(?!\w)"
)
_LOOSE = re.compile(
    r"(?<![\w-])(?:(?P<where>(?:la )?fin|(?:le )?debut|courant|mi|(?:le )?milieu)(?:[ -](?:du mois de |du mois d'|de |d'|du )?)"
    rf"(?P<month>{_MONTH}|mois prochain|mois|semaine prochaine|la semaine prochaine|semaine|la semaine|annee|l'annee)(?![a-z])"
    r"(?: (?P<year>(?:19|20)\d\d))?|(?P<span>la semaine prochaine|la semaine derniere|le mois prochain|le mois dernier|cette semaine|ce mois-ci)"
    rf"|(?:en|au mois de|au mois d'|mois de|depuis|pour|avant|des) ?(?P<alone>{'|'.join(MONTHS)})(?: (?P<year2>(?:19|20)\d\d))?|"
    rf"(?P<monthyear>{'|'.join(MONTHS)}) (?P<year3>(?:19|20)\d\d))(?![\w])"
)
_BARE_DAY = re.compile(
    r"(?<![\w-])(?P<lead>avant |apres |pour |depuis |d'ici |jusqu'au |des |date du |du |au |c'est )?(?P<le>le )?(?P<day>\d{1,2}|1er)"
    r"(?= ?(?:$|[.,;:!?)\n]|(?:et|ou|mais|car|si|on|je|nous|vous|il|elle|ca|c'est|matin|soir|prochain|au plus|a \d|vers|avant|a midi|max)\b))"
)

_SAME_MATTER = 160
"""Code points before an incomplete day in which a whole date tells its month: a sentence or two."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date at `start:end` of the folded text.

    `unit` says how loose it is: empty (a day), `matin`, `soir`, `apres-midi`, `jour_semaine` (weekday alone),
    `semaine`, `mois`, `debut`, `fin`, `milieu`.
    """

    start: int
    end: int
    value: dt.date
    unit: str = ""
    approximate: bool = False


def find_dates(folded: str, today: dt.date) -> Iterator[FoundDate]:
    """Dates of a folded text, most specific patterns first; later ones may overlap earlier ones."""
    for reader in (_numeric, _written, _listed, _weekdays, _relative, _loose, _bare_days):
        yield from reader(folded, today)


def _near(day: int, month: int, today: dt.date, weekday: int | None = None) -> dt.date | None:
    """The day/month nearest to today; a weekday decides between years when it fits one of them."""
    options = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            options.append(dt.date(year, month, day))
        except ValueError:
            continue
    fitting = [option for option in options if option.weekday() == weekday] or options
    nearest = min(options, key=lambda option: abs((option - today).days), default=None)
    if nearest in fitting or weekday is None:
        return nearest
    best = min(fitting, key=lambda option: abs((option - today).days))
    return best if abs((best - today).days) < 300 else nearest


def _month_number(word: str) -> int:
    return MONTHS.index(word) + 1 if word in MONTHS else SHORT_MONTHS[word]


def _part(match: re.Match[str]) -> str:
    part = (match.groupdict().get("part") or "").strip()
    if "mat" in part:
        return "matin"
    if "soir" in part or "fin de journee" in part:
        return "soir"
    return "apres-midi" if part else ""


def _safe(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _numeric(folded: str, today: dt.date) -> Iterator[FoundDate]:
    for match in _NUMERIC.finditer(folded):
        if match["y1"]:
            value = _safe(int(match["y1"]), int(match["m1"]), int(match["d1"]))
        elif match["y2"]:
            year = int(match["y2"]) + (2000 if len(match["y2"]) == 2 else 0)
            value = _safe(year, int(match["m2"]), int(match["d2"]))
        elif match["sep"] == "/" and len(match["m2"]) == 2 and 1 <= int(match["m2"]) <= 12:
            value = _near(int(match["d2"]), int(match["m2"]), today)
        else:
            continue
        if value:
            yield FoundDate(match.start(), match.end(), value)


def _written(folded: str, today: dt.date) -> Iterator[FoundDate]:
    for match in _WRITTEN.finditer(folded):
        word = match["day"].replace(" ", " ")
        day = int(re.sub(r"\D", "", word)) if word[0].isdecimal() else _DAY_WORDS[word]
        month = _month_number(match["month"])
        end = match.end()
        year = None
        if match["year"]:
            read = (int(match["year"]), 4) if match["year"].isdecimal() else read_words(match["year"])
            if read and 1990 <= read[0] <= 2100:
                year = read[0]
                if not match["year"].isdecimal():
                    end = match.start("year") + read[1]
        short = (match["weekday"] or "")[:3]
        weekday = next((i for i, name in enumerate(WEEKDAYS) if name[:3] == short), None) if short else None
        value = _safe(year, month, day) if year else _near(day, month, today, weekday)
        if value:
            yield FoundDate(match.start(), end, value, _part(match))


def _before(folded: str, at: int, today: dt.date) -> Iterator[dt.date]:
    """The whole dates told just before an offset in its own paragraph, the nearest first.

    The day at the head of a letter dates none of its sentences.
    """
    near = folded[max(0, at - _SAME_MATTER) : at].rpartition("\n")[2]
    dates = sorted((*_written(near, today), *_numeric(near, today)), key=lambda found: -found.start)
    yield from (found.value for found in dates)


def _listed(folded: str, today: dt.date) -> Iterator[FoundDate]:
    """« du 1er au 15 décembre »: the days before the one that has its month."""
    if not lists_days(folded):
        return
    numbers = {match.start("day"): match.start() for match in _WRITTEN.finditer(folded)}
    written = {found.start: found.value for found in _written(folded, today)}
    last = {at: written[start] for at, start in numbers.items() if start in written}
    for start, end, day in days_before(folded, last):
        yield FoundDate(start, end, day)


def _weekdays(folded: str, today: dt.date) -> Iterator[FoundDate]:
    for match in _WEEK.finditer(folded):
        index = WEEKDAYS.index(match["weekday"])
        ahead = (index - today.weekday()) % 7
        mod = (match["mod"] or "").strip()
        monday = today - dt.timedelta(days=today.weekday())
        unit = _part(match)
        this = (match["this"] or "").strip()
        if this == "ce" and folded.startswith("-la", match.end()):  # « ce samedi-là »: the one that was told
            known = (day for day in _before(folded, match.start(), today) if day.weekday() == index)
            value = next(known, None)
        elif match["day"]:
            value = _weekday_and_day(index, int(match["day"]), today)
        elif mod in ("dernier", "derniere", "passe") or (this == "depuis" and not mod):
            value = today - dt.timedelta(days=(today.weekday() - index) % 7 or 7)
        elif mod.endswith("semaine prochaine"):
            value = monday + dt.timedelta(days=7 + index)
        elif mod.endswith("semaine derniere"):
            value = monday + dt.timedelta(days=index - 7)
        elif mod == "de cette semaine":
            value = monday + dt.timedelta(days=index)
        elif this == "ce" and not mod:
            value = today + dt.timedelta(days=ahead)
        else:
            value = today + dt.timedelta(days=(ahead or 7) + {"en huit": 7, "en quinze": 14}.get(mod, 0))
            if not mod:
                unit = unit or "jour_semaine"
        if value:
            lead = len(match["this"] or "") if this != "ce" else 0
            yield FoundDate(match.start() + lead, match.end(), value, unit)


def _weekday_and_day(weekday: int, day: int, today: dt.date) -> dt.date | None:
    options = []
    for shift in range(-3, 4):
        month = today.month + shift
        value = _safe(today.year + (month - 1) // 12, (month - 1) % 12 + 1, day)
        if value:
            options.append(value)
    fitting = [option for option in options if option.weekday() == weekday]
    return min(
        fitting or options, key=lambda option: (abs((option - today).days), option < today), default=None
    )


def _relative(folded: str, today: dt.date) -> Iterator[FoundDate]:
    days = {"demain": 1, "dem1": 1, "2main": 1, "2m1": 1, "apres-demain": 2, "hier": -1, "avant-hier": -2}
    for match in _RELATIVE.finditer(folded):
        if match["word"]:
            shift = days.get(match["word"].replace(" ", "-"), 0)
            yield FoundDate(match.start(), match.end(), today + dt.timedelta(days=shift), _part(match))
            continue
        if folded[: match.start()].endswith((" a ", "\na ")) or folded[: match.start()] == "a ":
            continue
        words = match.group()
        end = match.end()
        unit = (
            "matin"
            if "matin" in words
            else "soir"
            if "soir" in words
            else "apres-midi"
            if "apre" in words
            else ""
        )
        if words.endswith("midi") and not unit:
            end -= len(" midi")
        yield FoundDate(match.start(), end, today, unit)


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def _loose(folded: str, today: dt.date) -> Iterator[FoundDate]:
    for match in _LOOSE.finditer(folded):
        monday = today - dt.timedelta(days=today.weekday())
        if match["where"]:
            value, unit = _loose_point(match["where"], match["month"], match["year"], today)
            yield FoundDate(match.start(), match.end(), value, unit, approximate=True)
        elif match["span"]:
            span = match["span"]
            shift = 1 if "prochain" in span else -1 if "dernier" in span else 0
            if "semaine" in span:
                yield FoundDate(
                    match.start(), match.end(), monday + dt.timedelta(days=7 * shift), "semaine", True
                )
            else:
                month = today.month - 1 + shift
                first = dt.date(today.year + month // 12, month % 12 + 1, 1)
                yield FoundDate(match.start(), match.end(), first, "mois", True)
        else:
            name = match["alone"] or match["monthyear"]
            year = match["year2"] or match["year3"]
            month = MONTHS.index(name) + 1
            first = dt.date(int(year), month, 1) if year else _near(1, month, today) or today
            start = match.start("alone") if match["alone"] else match.start()
            yield FoundDate(start, match.end(), first, "mois", True)


def _loose_point(where: str, what: str, year: str | None, today: dt.date) -> tuple[dt.date, str]:
    unit = "fin" if "fin" in where else "debut" if "debut" in where else "milieu"
    if "semaine" in what:
        monday = (
            today - dt.timedelta(days=today.weekday()) + dt.timedelta(days=7 if "prochaine" in what else 0)
        )
        return monday + dt.timedelta(days={"fin": 4, "debut": 0, "milieu": 2}[unit]), f"{unit} de semaine"
    if "annee" in what:
        return dt.date(today.year, {"fin": 12, "debut": 1, "milieu": 7}[unit], {"fin": 31}.get(unit, 1)), unit
    if what.startswith("mois"):
        month = today.month + (1 if "prochain" in what else 0)
        base = dt.date(today.year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    else:
        month = _month_number(what)
        base = dt.date(int(year), month, 1) if year else (_near(15, month, today) or today).replace(day=1)
    if unit == "fin":
        return _month_end(base.year, base.month), unit
    return base.replace(day=15 if unit == "milieu" else 1), unit


def _bare_days(folded: str, today: dt.date) -> Iterator[FoundDate]:
    """« le 12 »: of the month of the date told just before, else the next one."""
    for match in _BARE_DAY.finditer(folded):
        lead = (match["lead"] or "").strip()
        if not (match["le"] or lead in ("jusqu'au", "date du")):
            continue
        day = int(match["day"].removesuffix("er"))
        told = next(_before(folded, match.start(), today), None)
        around = told or today
        options = []
        for shift in (-1, 0, 1):
            month = around.month + shift
            value = _safe(around.year + (month - 1) // 12, (month - 1) % 12 + 1, day)
            if value:
                options.append(value)
        if told is not None and options:  # « le 10 novembre, alors que nous sommes venus le 12 »
            start = match.start("le") if match["le"] else match.start("day")
            yield FoundDate(start, match.end(), min(options, key=lambda o: abs((o - told).days)))
            continue
        ahead = [option for option in options if option >= today] or options
        if ahead:
            start = match.start("le") if match["le"] else match.start("day")
            yield FoundDate(start, match.end(), min(ahead, key=lambda o: abs((o - today).days)))
