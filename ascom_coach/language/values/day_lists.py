"""Days that take the month of the last one: « du 1er au 15 décembre », « les 3, 4 et 5 mai »."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

_WEEKDAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? (?:le )?"
_DAY = rf"(?:{_WEEKDAY})?(?:\d{{1,2}})(?!\d)(?: ?er)?"
_ONE = re.compile(_DAY.replace(r"(?:\d", r"(?P<day>\d"))
_LINK = r"(?:,? et |,? ou |,? puis |, | au | jusqu'au | a | ?- ?)"
_LIST = re.compile(
    rf"(?:(?<![\w-])(?:du|les?|entre le|entre|des|aux?) |(?<![\w-])(?={_WEEKDAY}))"
    rf"(?P<days>{_DAY}(?:{_LINK}(?:les? |au |jusqu'au )?{_DAY})+)(?= )"
)
_RUNS = re.compile(r"(?:au|jusqu'au|a|-) ?")


def lists_days(folded: str) -> bool:
    """Whether a folded text may list days."""
    return _LIST.search(folded) is not None


def days_before(folded: str, last: Mapping[int, dt.date]) -> Iterator[tuple[int, int, dt.date]]:
    """(start, end, day) of each day but the last one, whose date stands in `last` by where its number begins.

    A period that ends on a smaller number began the month before: « du 28 au 3 mars ».
    """
    for match in _LIST.finditer(folded):
        ones = list(_ONE.finditer(folded, match.start("days"), match.end("days")))
        end = last.get(ones[-1].start("day"))
        if end is None:
            continue
        for one, after in pairwise(ones):
            runs = _RUNS.fullmatch(folded[one.end() : after.start()].strip() + " ")
            day = _on(int(one["day"]), end, before=bool(runs))
            if day is not None:
                yield one.start(), one.end(), day


def _on(day: int, end: dt.date, *, before: bool) -> dt.date | None:
    earlier = before and day > end.day
    first = end.replace(day=1)
    month = (first - dt.timedelta(days=1)) if earlier else first
    try:
        return month.replace(day=day)
    except ValueError:
        return None
