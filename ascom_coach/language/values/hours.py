"""Hours of a day as offices write them: « 9 h », « 8h30-12h », « du lundi au vendredi de 9 h à 18 h »."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from ascom_coach.language.text import fold, plain
from ascom_coach.language.values.holidays import holidays

Span = tuple[int, int]
"""Minutes since midnight, from and to."""
_DAY_END = 24 * 60
_H = (
    r"(?:(?P<{0}h>\d{{1,2}}) ?(?:h(?:eures?|rs?)?(?: ?(?P<{0}m>[0-5]\d)(?! ?h))?|:(?P<{0}c>[0-5]\d)(?::\d\d)?)"
    r"|(?P<{0}w>midi|minuit))"
)
_HOUR = re.compile(r"(?<![\w/,.:])" + _H.format("a") + r"(?![\w:])")
_RANGE = re.compile(
    r"(?<![\w/,.:])(?P<between>entre )?(?<![\w/,.:])(?:" + _H.format("a") + r"|(?P<bare>\d{1,2}))"
    r" ?(?:-|–|—|→|/|a|(?P<and>et)|jusqu'a) ?" + _H.format("b") + r"(?![\w:])"
)
_NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_SHORT = {"lun": 0, "mar": 1, "mer": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6}
_DAY = rf"(?:(?:{'|'.join(_NAMES)})s?|(?:{'|'.join(_SHORT)})\b)"
_TOKENS = re.compile(
    rf"(?P<run>(?<!\w)(?P<first>{_DAY})\.? ?(?:-|–|—|a|au) ?(?P<last>{_DAY})(?!\w))"
    rf"|(?P<day>(?<!\w){_DAY}(?!\w))"
    r"|(?P<all>(?<!\w)(?:tous les jours|7 ?jours? ?(?:sur|/) ?7|7 ?j ?/ ?7))"
    r"|(?P<work>(?<!\w)(?:en semaine|jours? ouvres?)(?!\w))|(?P<rest>(?<!\w)week-?ends?(?!\w))"
    r"|(?P<off>(?<!\w)jours? feries?(?!\w))"
    r"|(?P<shut>(?<!\w)(?:ferme\w*|sauf|hors|pas|jamais|aucune?|excepte\w*|ni)(?!\w))"
    r"|(?P<open>(?<!\w)(?:ouver\w*|y compris|seulement|uniquement)(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """When a place is open. `days` maps 0 (Monday)…6 to its hours, none of them when the hours are free.

    `off` are closed days beside the public holidays.
    """

    days: Mapping[int, tuple[Span, ...]]
    on_holidays: bool = False
    off: frozenset[dt.date] = frozenset()

    def refusal(self, weekday: int | None, day: dt.date | None, span: Span) -> str:
        """`jour`, `ferie` or `heures` when a span does not fit; empty when it does, or when its day is not known."""
        if day is not None and (day in self.off or (not self.on_holidays and day in holidays(day.year))):
            return "ferie"
        if weekday is None:
            hours = {one for spans in self.days.values() for one in spans}
            free = not hours or any(not spans for spans in self.days.values())
            return "" if free or any(_inside(span, (one,)) for one in hours) else "heures"
        if weekday not in self.days:
            return "jour"
        return "" if not self.days[weekday] or _inside(span, self.days[weekday]) else "heures"


def _inside(span: Span, open_: tuple[Span, ...]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in open_)


def hour(text: str) -> int | None:
    """The minutes of a text that is an hour and nothing else: « 9 h 30 », « 09:30 », « midi »."""
    match = _HOUR.fullmatch(_folded(text))
    return _minutes(match, "a") if match else None


def hours(text: str) -> list[Span]:
    """Every « from … to … » of a text, in minutes; the end may stand before the start, as it was written."""
    return [one for match in _RANGE.finditer(_folded(text)) if (one := _span(match)) is not None]


def hours_at(text: str) -> list[tuple[int, int, Span]]:
    """The same, each with its place (offsets in code points): (start, end, span)."""
    folded = fold(text)
    found = [(match, _span(match)) for match in _RANGE.finditer(folded.text)]
    return [(*folded.span(*match.span()), one) for match, one in found if one is not None]


def weekdays(text: str) -> frozenset[int]:
    """The weekdays that a text names: « du lundi au jeudi », « sam. », « en semaine »."""
    found: set[int] = set()
    for match in _TOKENS.finditer(_folded(text)):
        found |= _days(match)
    return frozenset(found)


def opening(text: str) -> Opening | None:
    """What a text says of opening days and hours, or of days when nothing may be set; None when it says nothing."""
    folded = _folded(text)
    days: dict[int, list[Span]] = {}
    shut: set[int] = set()
    current: set[int] = set()
    closing = timed = told = holiday = False
    marks = [(one.start(), one, None) for one in _TOKENS.finditer(folded)]
    spans = [(one.start(), one, _span(one)) for one in _RANGE.finditer(folded)]
    for _, match, span in sorted([*marks, *spans], key=lambda one: one[0]):
        if span is not None and not closing:
            told = timed = True
            for day in current or range(7):
                days.setdefault(day, []).append(span)
        elif span is not None or match.re is _RANGE:
            continue
        elif match["shut"]:
            closing, timed, current = True, False, set()
        elif match["open"]:
            closing = False
        elif match["off"]:
            told, holiday = True, not closing
        else:
            if timed:
                timed, current = False, set()
            current |= _days(match)
            told = True
            if closing:
                shut |= _days(match)
            else:
                for day in _days(match):
                    days.setdefault(day, [])
    if not told:
        return None
    open_ = days or {day: [] for day in range(7)}
    return Opening({day: tuple(spans) for day, spans in open_.items() if day not in shut}, holiday)


def _days(match: re.Match[str]) -> set[int]:
    if match["run"]:
        first, last = _number(match["first"]), _number(match["last"])
        return {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    if match["day"]:
        return {_number(match["day"])}
    if match["all"]:
        return set(range(7))
    return set(range(5)) if match["work"] else {5, 6} if match["rest"] else set()


def _number(word: str) -> int:
    return _SHORT[word[:3]]


def _span(match: re.Match[str]) -> Span | None:
    if match["and"] and not match["between"]:
        return None  # « à 9 h et 14 h » are two hours
    end = _minutes(match, "b")
    start = int(match["bare"]) * 60 if match["bare"] else _minutes(match, "a")
    if match["bare"] and match["bh"] is None:
        return None  # « 3 à midi » says no hour
    return (start, end) if start is not None and end is not None and start <= _DAY_END else None


def _minutes(match: re.Match[str], name: str) -> int | None:
    if match[name + "w"]:
        return _DAY_END // 2 if match[name + "w"] == "midi" else _DAY_END
    if not match[name + "h"]:
        return None
    value = int(match[name + "h"]) * 60 + int(match[name + "m"] or match[name + "c"] or 0)
    return value if value <= _DAY_END else None


def _folded(text: str) -> str:
    return " ".join(plain(text.replace("\n", " ; ")).split())
