"""Slots of a planning drawn as a grid: days, rooms or people across the top, people, posts or hours down the side."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ascom_coach.language import Span, hour, hours, lexicon, plain
from ascom_coach.review.plannings.rasters import Raster, Spot
from ascom_coach.review.plannings.slots import HEAD_ROWS, Slot, day_of, half_of, named_in

_DAYS = 3
"""Days across the top from which a table is a week."""
_POSTS = re.compile(r"(?:postes?|guichets?|caisses?)(?: .*)?")
_ROOMS = re.compile(r"(?:salles?|lieux?|bureaux?|vehicules?|services?)(?: .*)?")
"""Several of them may be served in one day, not in one half-day."""
_NAME = re.compile(r"[A-ZÉÈÀÂÎÔÇ][\w’'-]+(?: (?:[A-ZÉÈÀÂÎÔÇ][\w’'.-]*|de|du|d’))*")
_CUT = re.compile(r"\s*(?:[,;/\n&+]|(?<!\w)et(?!\w))\s*")
_WHOLE = (0, 24 * 60)


@dataclass(frozen=True, slots=True)
class _Column:
    day: dt.date | None
    weekday: int | None
    key: str
    half: str


def grid_slots(raster: Raster, table: int, today: dt.date, names: Sequence[str]) -> list[Slot]:
    """The slots of a week, or of a day with rooms or people across the top (known names only)."""
    found: list[Slot] = []
    columns: dict[int, _Column] = {}
    corner = label = ""
    others = False
    for count, number in enumerate(sorted(raster.rows)):
        row = raster.rows[number]
        if not columns and count > HEAD_ROWS:
            break
        days = _day_columns(row, today) if len(row) >= _DAYS else {}
        if len(days) >= _DAYS:
            columns = {
                at: one if one.day else replace(one, key=f"{one.key} l{number}") for at, one in days.items()
            }
            label = ""
            first = min(days)
            corner = next((spot.name for at, spot in sorted(row.items()) if at < first), "")
            others = False
            continue
        if columns and not others and (halves := _halves(row, columns)):
            columns = halves
            continue
        if not columns and names and len(row) >= _DAYS and not hours(next(iter(row.values())).text):
            day, weekday, key = day_of(Spot(raster.title, raster.title, (None, "")), today)
            columns = {at: _Column(day, weekday, key, "") for at in row if at > min(row)}
            corner, others = row[min(row)].name, True
            continue
        if columns:
            edge = min(columns)
            head = [spot for at, spot in sorted(row.items()) if at < edge]
            label = head[-1].text if head else label
            for at, spot in sorted(row.items()):
                if at in columns:
                    found += _cell(spot, label, columns[at], table, corner, names)
    return found


def _day_columns(row: Mapping[int, Spot], today: dt.date) -> dict[int, _Column]:
    found: dict[int, _Column] = {}
    for at, spot in row.items():
        if len(spot.text) <= 40:
            day, weekday, key = day_of(spot, today)
            if weekday is not None and not hours(spot.text):
                found[at] = _Column(day, weekday, key, half_of(spot.text))
    return found


def _halves(row: Mapping[int, Spot], columns: Mapping[int, _Column]) -> dict[int, _Column]:
    """A second row of headings, « Matin | Après-midi » under each day."""
    edge = min(columns)
    told = {at: half_of(spot.text) for at, spot in row.items() if at >= edge}
    if len(told) < _DAYS or not all(told.values()):
        return {}
    found: dict[int, _Column] = {}
    for at in sorted(told):
        over = columns[max((one for one in columns if one <= at), default=edge)]
        found[at] = _Column(over.day, over.weekday, over.key, told[at])
    return found


def _cell(
    spot: Spot, label: str, column: _Column, table: int, corner: str, names: Sequence[str]
) -> list[Slot]:
    """What a cell sets: hours of its own, hours of its row, else the whole day or half-day for who is named in it."""
    side = hours(label)
    point = hour(label)
    spans: list[tuple[Span, str]] = []
    who: tuple[tuple[str, str], ...] = ()
    if side or point is not None:
        span = side[0] if side else (point or 0, (point or 0) + 1)
        who = named_in([spot], names) if names else tuple(("named", one) for one in _names_of(spot.text))
        spans = [(span, spot.name)]
    elif own := _own(spot.text):
        who = named_in([spot, Spot(label, label, spot.place)], names) if names else ()
        who = who or ((("person", label.strip()),) if label.strip() else ())
        spans = own
    elif names or _POSTS.fullmatch(corner) or (column.half and _ROOMS.fullmatch(corner)):
        who = named_in([spot], names) if names else tuple(("named", one) for one in _names_of(spot.text))
        spans = [(_WHOLE, f"{plain(label)} {spot.name}")]
    return [
        Slot(
            table, f"{column.key} {column.half}".strip() if span == _WHOLE else column.key, column.day, column.weekday,
            span[0], span[1], who, what, spot.place, timed=span == _WHOLE or point is None,
        )
        for span, what in spans
    ]  # fmt: skip


def _own(text: str) -> list[tuple[Span, str]]:
    """Each « from … to … » of a cell."""
    return [(span, f"{number}") for number, span in enumerate(hours(text), 1)]


def _names_of(text: str) -> list[str]:
    """What looks like names in a cell: a few words with a capital, that are no words of every day."""
    parts = [part.strip() for part in _CUT.split(text)]
    return [part for part in parts if _NAME.fullmatch(part) and len(part.split()) <= 3 and not _common(part)]


def _common(name: str) -> bool:
    """« Repos », « Fermé », « Réunion »: a lone word of the lexicon that is nobody's name."""
    found = lexicon().analyses(name.lower()) if " " not in name else ()
    return bool(found) and not any(one.pos == "S" for one in lexicon().analyses(name))
