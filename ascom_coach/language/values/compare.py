"""Whether a text states a given value, however it is written. Used by file checks and by leak detection."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from ascom_coach.language.stems import STOP_WORDS, stem
from ascom_coach.language.text import words
from ascom_coach.language.values.clock import MINUTES
from ascom_coach.language.values.grammar import all_values
from ascom_coach.language.values.scan import Value

_WINDOW = 60
_LINKS = frozenset(
    [
        "a",
        "au",
        "aux",
        "le",
        "la",
        "les",
        "l",
        "de",
        "des",
        "du",
        "d",
        "un",
        "une",
        "en",
        "pour",
        "vers",
        "avant",
        "d'ici",
        "ici",
        "jusqu",
        "jusque",
        "dans",
        "sous",
        "par",
        "et",
        "ce",
        "cet",
        "cette",
    ]
)
_CURRENCY_WORDS = frozenset(["ht", "ttc", "net", "environ"])


def same_value(first: Value, second: Value) -> bool:
    """Whether two values say the same thing, whatever their writing.

    Units are compared when both carry one (48 h = 2 jours; 48 h ≠ 48 h ouvrées); « huit jours » is a week and
    « quinze jours » two, as in speech; a weekday alone also means the last one.
    """
    if first.kind != second.kind:
        return _bare_reference(first, second) or _bare_reference(second, first)
    if first.kind == "date":
        return _same_date(first, second)
    if first.kind == "delai":
        return _same_duration(first, second)
    if first.kind == "quantite":
        return first.value == second.value and (
            not first.unit or not second.unit or first.unit == second.unit
        )
    return first.value == second.value and first.unit == second.unit


def _bare_reference(reference: Value, count: Value) -> bool:
    if reference.kind not in ("reference", "telephone") or count.kind != "quantite" or count.unit:
        return False
    return isinstance(count.value, Decimal) and str(reference.value) == format(count.value, "f")


def _same_date(first: Value, second: Value) -> bool:
    one, two = first.value, second.value
    if not isinstance(one, dt.date) or not isinstance(two, dt.date):
        return False
    parts = {"matin", "soir", "apres-midi"}
    if {first.unit, second.unit} <= parts and first.unit != second.unit:
        return False
    if first.approximate != second.approximate:
        return False
    if first.approximate:
        return one == two and first.unit == second.unit
    if one == two:
        return True
    if first.unit == second.unit:
        return False
    bare, other = (one, two) if first.unit == "jour_semaine" else (two, one)
    return "jour_semaine" in (first.unit, second.unit) and bare - other == dt.timedelta(days=7)


def _minutes(value: Value) -> tuple[Decimal, str]:
    unit, _, worked = value.unit.partition(" ")
    amount = value.value if isinstance(value.value, Decimal) else Decimal(0)
    if unit == "jour" and not worked and amount in (8, 15):
        return (amount - 1) * 1440, worked
    return amount * MINUTES.get(unit, 0), worked


def _same_duration(first: Value, second: Value) -> bool:
    return _minutes(first) == _minutes(second)


@lru_cache(maxsize=1024)
def _wanted(value_text: str, today: dt.date) -> tuple[tuple[Value, ...], tuple[str, ...]]:
    """What a scenario value is made of: its values, and the stems of the words around them, in order."""
    found = all_values(value_text, today)
    rest = list(value_text)
    for value in found:
        rest[value.start : value.end] = " " * (value.end - value.start)
    return found, tuple(_content(("".join(rest)), bool(found)))


def _content(text: str, with_values: bool) -> list[str]:
    out = []
    for token in words(text):
        for part in re.split(r"[-']", token.folded):
            if not part or (with_values and (part in _LINKS or part in _CURRENCY_WORDS)):
                continue
            if part not in STOP_WORDS and part not in _LINKS:
                out.append(stem(part))
    if not out and not with_values:
        out = [stem(part) for token in words(text) for part in re.split(r"[-']", token.folded) if part]
    return out


def mentions(text: str, value_text: str, today: dt.date) -> list[tuple[int, int]]:
    """Spans of `text` that state `value_text` in any written form; empty when it does not.

    « 6 » is not found in « 16 mai », « C-2417 » is found in « commande C2417 », « samedi 16 mai » in
    « le 16/05/2026 », « 30 EUR » in « trente euros ». Words are compared as a sequence of stems, in which only
    words without content may be inserted. A value with several parts wants them all within 60 characters.
    """
    wanted, stems_wanted = _wanted(value_text.strip(), today)
    if not wanted and not stems_wanted:
        return []
    if not wanted:
        return _word_spans(text, stems_wanted)
    found = all_values(text, today)
    spans = []
    for value in found:
        if not _states(value, wanted[0], text):
            continue
        group = [value]
        for other in wanted[1:]:
            near = [v for v in found if _states(v, other, text) and _near(v, value)]
            if not near:
                break
            group.append(min(near, key=lambda v: abs(v.start - value.start)))
        if len(group) < len(wanted):
            continue
        start, end = min(v.start for v in group), max(v.end for v in group)
        if stems_wanted:
            around = _stem_positions(text[max(0, start - _WINDOW) : end + _WINDOW], max(0, start - _WINDOW))
            hits = [next((s for s in around if s[0] == one), None) for one in stems_wanted]
            if None in hits:
                continue
            start = min(start, *(hit[1] for hit in hits if hit))
            end = max(end, *(hit[2] for hit in hits if hit))
        spans.append((start, end))
    return spans


def _states(found: Value, wanted: Value, text: str) -> bool:
    if wanted.kind == "delai" and found.kind == "delai" and " " not in wanted.unit and " " in found.unit:
        return _minutes(found)[0] == _minutes(wanted)[0]
    if wanted.kind == "quantite" and wanted.unit and found.kind == "quantite" and not found.unit:
        before = _stem_positions(text[max(0, found.start - _WINDOW) : found.start], 0)
        return found.value == wanted.value and any(one[0] == wanted.unit for one in before)
    return same_value(found, wanted)


def _near(first: Value, second: Value) -> bool:
    return max(first.start, second.start) - min(first.end, second.end) <= _WINDOW


def _stem_positions(text: str, offset: int) -> list[tuple[str, int, int]]:
    out = []
    for token in words(text):
        for part in re.split(r"[-']", token.folded):
            if part:
                out.append((stem(part), offset + token.start, offset + token.end))
    return out


def _word_spans(text: str, wanted: Sequence[str]) -> list[tuple[int, int]]:
    positions = _stem_positions(text, 0)
    spans = []
    for first, (one, start, end) in enumerate(positions):
        if one != wanted[0]:
            continue
        index = 1
        last = end
        for other, _, stop in positions[first + 1 :]:
            if index == len(wanted):
                break
            if other == wanted[index]:
                index, last = index + 1, stop
            elif other not in STOP_WORDS and other not in _LINKS:
                break
        if index == len(wanted):
            spans.append((start, last))
    return spans
