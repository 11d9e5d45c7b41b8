# ruff: noqa: E501 -- a pattern stays on one line
"""What a planning sets: who or which room, which day, from when to when; read by the headings of its tables.

Four layouts: one event a row (`Date, Début, Fin, Personne…`); days as columns and people as rows, with hours in the
cells; days as columns and hours as rows; posts or rooms as rows, days or half-days as columns, people in the cells. A
text without such a table is read line by line (`slots_lines`).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from ascom_coach.documents import Document
from ascom_coach.language import Span, find_values, hour, hours, plain, weekdays
from ascom_coach.review.plannings.rasters import Raster, Spot, rasters
from ascom_coach.review.text_view import Place

DAY_MINUTES = 24 * 60
HEAD_ROWS = 100
"""Rows among which the headings of a planning are looked for."""
_EVENING, _NOON, _EARLY = 18 * 60, 12 * 60, 6 * 60
_COUNTED = re.compile(r"heures(?: .*)?")
"""« Heures », many of them, may be a number of hours as well as hours of the clock."""
_ROLES: tuple[tuple[str, str], ...] = (
    ("week", r"semaine|sem\.?|n° (?:de )?semaine"),
    ("break", r"pauses?(?: .*)?|coupure"),
    ("length", r"durees?(?: .*)?|nombre d'heures|nb d'heures|total(?: (?:d')?heures?)?|temps(?: .*)?"),
    ("start", r"(?:heure |date |h\.? ?)?(?:de |d')?(?:debut|arrivee|prise de poste)(?: .*)?|de|du|debut (?:matin|apres-midi)"),
    ("end", r"(?:heure |date |h\.? ?)?(?:de )?(?:fin|depart)(?: .*)?|a|au|jusqu'a|fin (?:matin|apres-midi)"),
    ("day", r"dates?|jours?|le|date (?:du|de la|de l'|de) .*|jour et date"),
    ("hours", r"horaires?(?: .*)?|heures?|creneaux?(?: .*)?|plages?(?: .*)?|tranches?(?: .*)?|heures? (?:du|de|d') ?.*"),
    ("place", r"salles?(?: .*)?|bureaux?|vehicules?|materiels?|voiture|camion|box|equipement|ressource"),
    ("person", r"personnes?|noms?|prenoms?|nom (?:et )?prenom|prenom (?:et )?nom|qui|salariee?s?|agents?|employee?s?|collaborat\w+|intervenante?s?|formateurs?|formatrices?|animat\w+|conseill\w+|technicien\w*|assistante?s?|participante?s?|responsables?|membres?|benevoles?|vendeu\w+|equipier\w*|pour qui"),
    ("what", r"activites?|objets?|taches?|motifs?|evenements?|intitules?|rendez-vous|rdv|reunions?|missions?|clients?|sujets?|quoi|libelles?|themes?|formations?|seances?|cours|interlocuteurs?|contacts?|type.*|postes?"),
)  # fmt: skip
_ROLE = tuple((name, re.compile(rf"(?:{pattern})\W*")) for name, pattern in _ROLES)
_EVERYONE = re.compile(
    r"(?:tou(?:s|tes|t le monde)|(?:toute )?l?'?equipe.*|ensemble.*|x|-|—|neant|aucune?|libre|repos|conges?|absente?|ferme\w*|"
    r"a (?:definir|pourvoir|confirmer|preciser)|n/?a|nc|rtt|formation|visio\w*|teams|zoom|(?:a )?distance|teletravail|telephone|exterieur|domicile|idem)"
)
_SPLIT = re.compile(r"\s*(?:[,;/\n&+]|(?<!\w)et(?!\w))\s*")
_DAY_UNITS = ("", "matin", "soir", "apres-midi")
_NAMES = re.compile(r"(?:pre)?noms?")
_HALF = re.compile(r"(?<!\w)(matin\w*|apres-midi|aprem|soir\w*|am|pm)(?!\w)")


@dataclass(frozen=True, slots=True)
class Slot:
    """A time that is set. `who` are (role, name as written) with role `person` or `place`; `day_key` tells days apart.

    `start` and `end` are minutes since midnight (days since year 1 times 1440 when dates are given without hours, then
    `dated` is true). `lengths` are the readings of the duration written beside, in minutes.
    """

    table: int
    day_key: str
    day: dt.date | None
    weekday: int | None
    start: int
    end: int
    who: tuple[tuple[str, str], ...]
    what: str
    place: Place
    dated: bool = False
    timed: bool = True
    end_place: Place = (None, "")
    lengths: tuple[Decimal, ...] = ()
    length_place: Place = (None, "")
    worked: int | None = field(default=None)

    @property
    def backwards(self) -> bool:
        """Whether it ends before it starts; a night shift does not."""
        night = not self.dated and self.start >= _EVENING and self.end <= _NOON
        return (self.end < self.start and not night) or (
            self.end == self.start and self.timed and not self.dated
        )

    @property
    def span(self) -> Span:
        """From when to when; a night ends the next day, what has only a start lasts one minute."""
        if not self.timed:
            return self.start, self.start + 1
        if self.dated:
            return self.start, self.end + DAY_MINUTES
        return self.start, self.end + (DAY_MINUTES if self.end <= self.start else 0)


def read_slots(document: Document, today: dt.date, names: Sequence[str] = ()) -> tuple[Slot, ...]:
    """Every slot of a document. `names` are people and rooms to look for in cells, beside those that headings tell."""
    from ascom_coach.review.plannings.grid_slots import grid_slots
    from ascom_coach.review.plannings.line_slots import line_slots

    found: list[Slot] = []
    for number, raster in enumerate(rasters(document)):
        listed = list(_listed(raster, number, today, names))
        found += listed or grid_slots(raster, number, today, names)
    return tuple(found) or tuple(line_slots(document, today, names))


def titled(row: Mapping[int, Spot]) -> bool:
    """Whether a row may hold headings: words, no number."""
    return len(row) >= 3 and not any(isinstance(spot.value, Decimal | dt.time) for spot in row.values())


def roles_of(row: dict[int, Spot] | Sequence[tuple[int, Spot]]) -> dict[int, str]:
    """The role of each heading of a row, by column."""
    items = row.items() if isinstance(row, dict) else row
    found: dict[int, str] = {}
    counted: list[int] = []
    for column, spot in items:
        role = next((name for name, pattern in _ROLE if pattern.fullmatch(spot.name)), "")
        if role:
            found[column] = role
            counted += [column] if _COUNTED.fullmatch(spot.name) else []
    if {"start", "end"} <= set(found.values()) and "length" not in found.values() and len(counted) == 1:
        found[counted[0]] = "length"  # between « début » and « fin », hours are counted
    return found


def _listed(raster: Raster, number: int, today: dt.date, names: Sequence[str]) -> Iterator[Slot]:
    """One event a row, under headings."""
    roles: dict[int, str] = {}
    headings: dict[int, str] = {}
    carried: dict[str, Spot] = {}
    weeks = before = 0
    for count, row_number in enumerate(sorted(raster.rows)):
        row = dict(raster.rows[row_number])
        if not roles and count > HEAD_ROWS:
            return
        mine = roles_of(row) if titled(row) else {}
        have = set(mine.values())
        rooms = sum(role == "place" for role in mine.values())
        if (
            rooms < 2
            and len(mine) >= 3
            and ("hours" in have or {"start", "end"} <= have or {"start", "length"} <= have)
        ):
            roles, carried = mine, {}
            headings = {column: spot.name for column, spot in row.items() if column in mine}
            continue
        if roles:
            for role in ("day", "week"):
                given = next((row[at] for at, name in roles.items() if name == role and at in row), None)
                if given is not None:
                    carried[role] = given
            weekday = day_of(carried.get("day"), today)[1] or 0
            weeks, before = weeks + (weekday < before), weekday
            yield from _row(raster, number, row, roles, headings, carried, weeks, today, names)


def _row(
    raster: Raster,
    number: int,
    row: dict[int, Spot],
    roles: dict[int, str],
    headings: dict[int, str],
    carried: dict[str, Spot],
    weeks: int,
    today: dt.date,
    names: Sequence[str],
) -> Iterator[Slot]:
    def under(role: str) -> list[Spot]:
        return [row[at] for at, name in sorted(roles.items()) if name == role and at in row]

    day, weekday, key = day_of(carried.get("day"), today)
    if "day" not in roles.values():
        day, weekday, key = day_of(Spot(raster.title, raster.title, (None, "")), today)
    week = carried["week"].name if "week" in carried else ""
    week += f" {weeks}" if key and day is None else ""  # « lundi » after « vendredi » is another week
    clock = [spot for at, spot in row.items() if roles.get(at) == "hours"]
    counted = any(_COUNTED.fullmatch(name) for name in headings.values())
    pairs = [
        one for one in _pairs(under("start"), under("end"), clock, today) if one[1] is not None or not counted
    ]
    first = min(pairs, key=lambda one: one[0], default=None)
    if first is None:
        return
    if key == "" and isinstance(first[2].value, dt.datetime):
        day, weekday, key = day_of(first[2], today)
    length = under("length")
    readings = lengths_of(length[0]) if length else ()
    if len(pairs) == 1 and first[1] is None and readings:
        lasts = next((one for one in readings if 0 < one <= _EVENING), readings[0])
        pairs = [(first[0], first[0] + int(lasts), first[2], first[3])]
        readings = ()
    people: tuple[tuple[str, str], ...] = ()
    for role in ("person", "place"):
        mine = [(headings[at], row[at]) for at, name in sorted(roles.items()) if name == role and at in row]
        people += _people(mine, role)
    if names:
        people = named_in(row.values(), names)
    what = " / ".join(spot.name for spot in under("what"))
    worked = sum(end - start for start, end, *_ in pairs if end is not None)
    rest = next((lengths_of(spot)[0] for spot in under("break") if lengths_of(spot)), Decimal(0))
    for rank, (start, end, spot, end_spot) in enumerate(pairs):
        dated = start >= DAY_MINUTES or (end or 0) > DAY_MINUTES
        yield Slot(
            number, f"{week}|{key}", day, weekday, start, start if end is None else end, people, what, spot.place, dated,
            end is not None, end_spot.place, readings if rank == len(pairs) - 1 else (),
            length[0].place if length else (None, ""), worked - int(rest),
        )  # fmt: skip


def _pairs(
    starts: Sequence[Spot], ends: Sequence[Spot], spans: Sequence[Spot], today: dt.date
) -> Iterator[tuple[int, int | None, Spot, Spot]]:
    """From when to when, each with the cells that say so; no end when only a start is told."""
    for spot in spans if not starts else ():
        ranges = hours(spot.text)
        for start, end in ranges:
            yield start, end, spot, spot
        if not ranges and (start_only := moment(spot, today)) is not None and start_only >= _EARLY:
            yield start_only, None, spot, spot
    for at, spot in enumerate(starts):
        first, end_spot = moment(spot, today), ends[at] if at < len(ends) else None
        last = moment(end_spot, today) if end_spot is not None else None
        if first is None or (ends and len(ends) != len(starts)) or (end_spot is not None and last is None):
            continue
        if last is not None and (first >= DAY_MINUTES) != (last >= DAY_MINUTES) and last != DAY_MINUTES:
            continue  # a date and an hour
        yield first, last, spot, end_spot or spot


def moment(spot: Spot, today: dt.date) -> int | None:
    """The minutes of a cell: an hour, a number of hours, a part of a day, or a date (with its hour)."""
    value = spot.value
    if isinstance(value, dt.datetime):
        if value.hour or value.minute:
            return value.hour * 60 + value.minute
        return value.toordinal() * DAY_MINUTES
    if isinstance(value, dt.time):
        return value.hour * 60 + value.minute
    if isinstance(value, dt.date):
        return value.toordinal() * DAY_MINUTES
    if isinstance(value, Decimal):
        if 0 < value < 1:
            return int((value * DAY_MINUTES).to_integral_value())
        return int(value * 60) if 1 <= value <= 24 else None
    if (told := hour(spot.text)) is not None:
        return told
    day, _, _ = day_of(spot, today)
    return day.toordinal() * DAY_MINUTES if day is not None else None


def day_of(spot: Spot | None, today: dt.date) -> tuple[dt.date | None, int | None, str]:
    """The date, the weekday and a key of the day that a cell tells; an empty key when it tells none."""
    if spot is None or not spot.text.strip():
        return None, None, ""
    value = spot.value
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return value, value.weekday(), value.isoformat()
    text = spot.text
    if isinstance(value, Decimal | dt.time):
        return None, None, ""
    if re.search(r"\bau\b", plain(text)):
        return None, None, ""  # a period
    if re.search(r"\d", text):
        dates = [
            one.value
            for one in find_values(text, today)
            if one.kind == "date" and one.unit in _DAY_UNITS and not one.approximate
            and isinstance(one.value, dt.date) and re.search(r"\d", one.text)
        ]  # fmt: skip
        if len(dates) == 1:
            return dates[0], dates[0].weekday(), dates[0].isoformat()
        if dates:
            return None, None, ""
    days = weekdays(text)
    if len(days) == 1:
        [weekday] = days
        number = re.search(r"\d+", text)
        return None, weekday, f"jour {weekday} {number.group() if number else ''}".strip()
    return None, None, ""


def half_of(text: str) -> str:
    """« matin », « apres-midi » or « soir » when a heading says so."""
    match = _HALF.search(plain(text))
    return match[1][:4] if match else ""


def lengths_of(spot: Spot) -> tuple[Decimal, ...]:
    """The readings of a duration, in minutes: « 1 h 30 », « 45 min », 1.5 (hours), 90 (minutes), a part of a day."""
    value = spot.value
    if isinstance(value, dt.time):
        return (Decimal(value.hour * 60 + value.minute),)
    if isinstance(value, Decimal):
        readings = [value * 60, value] if value >= 1 else [value * 60, value * DAY_MINUTES]
        return tuple(readings)
    text = " ".join(plain(spot.text).split())
    if match := re.fullmatch(r"(\d{1,2}) ?(?:h|heures?|:) ?(\d{2})? ?(?:min\w*|mn)?", text):
        return (Decimal(int(match[1]) * 60 + int(match[2] or 0)),)
    if match := re.fullmatch(r"(\d{1,3}) ?(?:min\w*|mn|')", text):
        return (Decimal(match[1]),)
    if match := re.fullmatch(r"(\d{1,2})[.,](\d{1,2}) ?(?:h|heures?)?", text):
        return (Decimal(f"{match[1]}.{match[2]}") * 60,)
    return ()


def _people(columns: Sequence[tuple[str, Spot]], role: str) -> tuple[tuple[str, str], ...]:
    """Names of cells, with their headings: each name of a list; first name and name make one."""
    parted = [spot.text.strip() for heading, spot in columns if _NAMES.fullmatch(heading)]
    texts = [" ".join(parted)] if len(parted) > 1 else parted
    texts += [spot.text for heading, spot in columns if not _NAMES.fullmatch(heading)]
    parts = [part.strip() for text in texts for part in _SPLIT.split(text)]
    return tuple((role, part) for part in parts if part and not _EVERYONE.fullmatch(plain(part)))


def named_in(spots: Iterable[Spot], names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Which of the known names stand in these cells, as whole words."""
    text = " | ".join(spot.name for spot in spots)
    return tuple(
        ("named", name)
        for name in names
        if re.search(rf"(?<!\w){re.escape(' '.join(plain(name).split()))}(?!\w)", text)
    )
