# ruff: noqa: E501 -- a pattern stays on one line
"""Slots of a planning written as lines: « lundi 9 h – 11 h : accueil, Inès », or « Lundi » and its lines below.

A line gives its hours; its day is the one it names, or the one above it; who it is for are the names with a capital of
the words beside, the person the lines are listed under, or the one of the title.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ascom_coach.documents import Block, Document
from ascom_coach.language import hours_at, lexicon, plain, weekdays
from ascom_coach.review.plannings.rasters import Spot
from ascom_coach.review.plannings.slots import Slot, day_of, lengths_of, named_in
from ascom_coach.review.text_view import Place, clipped

_FEWEST, _FEWEST_NAMED = 3, 2
"""Lines with a day and hours from which a text is a planning; fewer when names to look for were given."""
_SIDES = ("header", "footer", "footnote", "comment", "notes", "table_cell")
_GENERAL = re.compile(
    r"(?<!\w)(?:ouver\w*|ferm\w*|horaires?|permanence telephonique|standard|pause|sauf|tous les jours|en semaine|au lieu|non plus|reporte\w*|deplace\w*|annul\w*|initial\w*)(?!\w)"
)
"""Words of a line that tells opening hours, a break, or hours that are no longer those."""
_WEEK = re.compile(r"(?<!\w)semaines? (?:n° ?)?(?:\w+|du .+)")
_TITLE = re.compile(r"(?:planning|agenda|emploi du temps|horaires|semaine) (?:de |d'|pour )")
_ROOM = re.compile(
    r"(?<!\w)(?:salle|bureau|v[ée]hicule|camion|box|voiture) (?:n° ?)?(?!de |du |des )[\w-]+", re.I
)
_LENGTH = re.compile(
    r"^[ \u00a0]*(?:\(|, ?soit |soit |, ?duree ?:? ?|duree ?:? ?|= ?)(?:soit |duree ?:? ?)?(?P<length>\d{1,2} ?h(?:eures?)?(?: ?\d\d)?|\d{2,3} ?min\w*)(?=\W|$)"
)
_NAME = re.compile(
    r"(?:M\.|Mme|Mlle|Dr)? ?[A-ZÉÈÀÂÎÔÇ][a-zà-ÿ’'-]+(?: (?:[A-ZÉÈÀÂÎÔÇ][\w’'.-]*|de|du|d’[A-Z]\w+)){0,2}"
)
_CIVIL = re.compile(r"(?:M\.|Mme|Mlle|Dr) ")
_CUT = re.compile(r"\s*(?:[,;:/+&()\[\]\t|]|(?<!\w)(?:et|avec|pour|par)(?!\w)|(?<= )[–—-](?= ))\s*")
_DAYS = re.compile(r"(?:lun|mar|mer|jeu|ven|sam|dim)\w*", re.I)


@dataclass(frozen=True, slots=True)
class _Above:
    """What the lines above say: the day, the week, the person; `weeks` counts Mondays that follow a Friday."""

    day: Spot | None = None
    week: str = ""
    person: str = ""
    weeks: int = 0
    weekday: int = 0


def line_slots(document: Document, today: dt.date, names: Sequence[str] = ()) -> Iterator[Slot]:
    """The slots that the lines of a text set; none when too few lines do, as in a letter that gives hours."""
    if document.sheets:
        return
    above = _Above()
    found: list[Slot] = []
    lines = 0
    for block in document.visible:
        if block.kind in _SIDES:
            continue
        for line in block.text.split("\n"):
            above, slots = _read(line, block, above, today, names)
            found += slots
            lines += bool(slots)
    if lines >= (_FEWEST_NAMED if names else _FEWEST):
        yield from found


def _read(
    line: str, block: Block, above: _Above, today: dt.date, names: Sequence[str]
) -> tuple[_Above, list[Slot]]:
    """What a line sets, and what it says to those below."""
    spans = hours_at(line)
    folded = plain(line)
    place = (block.locator, clipped(line))
    if not spans:
        return _heading(line, folded, place, above, today), []
    if _GENERAL.search(folded):
        return above, []
    slots: list[Slot] = []
    before = 0
    who = _people(_without_days(line[: spans[0][0]]), place, names)
    for rank, (start, end, span) in enumerate(spans):
        stop = spans[rank + 1][0] if rank + 1 < len(spans) else len(line)
        lead, rest = line[before:start], line[end:stop]
        before = end
        above, days = _days_of(lead, place, above, today)
        mine = _people(_without_days(rest), place, names) or who or _person(above, place, names)
        length = _LENGTH.search(plain(rest))
        for day, weekday, name in days:
            slots.append(
                Slot(
                    0,
                    f"{above.week} {above.weeks}|{name}",
                    day,
                    weekday,
                    *span,
                    mine,
                    _what(rest),
                    place,
                    lengths=lengths_of(Spot(length["length"], length["length"], place)) if length else (),
                    length_place=place,
                    worked=span[1] - span[0],
                )
            )
    return above, slots


def _heading(line: str, folded: str, place: Place, above: _Above, today: dt.date) -> _Above:
    """A line without hours: a day, a week, a person, or nothing for the lines below."""
    short = " ".join(folded.split()).rstrip(" :.")
    spot = Spot(short, short, place)
    day, weekday, key = day_of(spot, today)
    if key and len(short.split()) <= 4:
        above = _next_week(above, weekday) if day is None else above
        return replace(above, day=spot)
    if _WEEK.search(short) and len(short.split()) <= 9 and not weekdays(short):
        above = replace(above, week=short, day=None, weeks=0, weekday=0)
    titled = _TITLE.search(short)
    named = _names(line[titled.end() :] if titled and len(line) == len(folded) else line.strip(" :.•-"))
    if len(named) == 1 and (titled or len(short.split()) <= 3):
        return replace(above, person=named[0], day=None, weeks=0, weekday=0)
    return above


def _days_of(
    lead: str, place: Place, above: _Above, today: dt.date
) -> tuple[_Above, list[tuple[dt.date | None, int | None, str]]]:
    """The days of the hours that follow `lead`: named there, else the one above."""
    spot = Spot(lead, lead, place)
    day, weekday, key = day_of(spot, today)
    if key:
        above = _next_week(above, weekday) if day is None else above
        return replace(above, day=spot), [(day, weekday, key)]
    several = sorted(weekdays(lead))
    if several:
        return above, [(None, one, f"jour {one}") for one in several]
    day, weekday, key = day_of(above.day, today)
    return above, [(day, weekday, key)] if key else []


def _next_week(above: _Above, weekday: int | None) -> _Above:
    if weekday is None:
        return above
    return replace(above, weeks=above.weeks + (weekday < above.weekday), weekday=weekday)


def _people(text: str, place: Place, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Names and rooms of the words beside the hours."""
    if names:
        return named_in([Spot(text, " ".join(plain(text).split()), place)], names)
    rooms = tuple(("place", match.group()) for match in _ROOM.finditer(text))
    return (*(("person", name) for name in _names(text)), *rooms)


def _person(above: _Above, place: Place, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return _people(above.person, place, names) if above.person else ()


def _names(text: str) -> list[str]:
    """Parts of a text that are a name: a title, or a first word with a capital that is no word of every day."""
    parts = [part.strip(" .•·-–—") for part in _CUT.split(text)]
    return [
        part
        for part in parts
        if _NAME.fullmatch(part) and (_CIVIL.match(part) or not _common(part.split()[0]))
    ]


def _common(word: str) -> bool:
    found = lexicon().analyses(word.lower())
    return bool(found) and not any(one.pos == "S" for one in lexicon().analyses(word))


def _without_days(text: str) -> str:
    return _DAYS.sub(" ", text)


def _what(text: str) -> str:
    """The activity, as compared: the words that are neither names nor rooms."""
    others = [part for part in _CUT.split(text) if part and part.strip(" .•·-–—") not in _names(part)]
    return " ".join(re.findall(r"\w{3,}", _ROOM.sub(" ", plain(" ".join(others)))))
