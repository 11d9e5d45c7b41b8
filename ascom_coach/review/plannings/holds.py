"""What cannot hold in a planning: somebody twice at once, an end before a start, a wrong duration, a closed day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ascom_coach.language import Opening, plain
from ascom_coach.review.plannings.slots import DAY_MINUTES, Slot
from ascom_coach.review.text_view import Place

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_LUNCH = (11 * 60 + 30, 14 * 60 + 30)
_LONGEST_LUNCH = 150


@dataclass(frozen=True, slots=True)
class Clash:
    """Something that cannot hold, said in French: `kind` is `chevauchement`, `ordre`, `duree` or `ferme`."""

    kind: str
    message: str
    place: Place
    slots: tuple[Slot, ...]


def clashes(slots: Sequence[Slot], opening: Opening | None = None, *, across: bool = False) -> list[Clash]:
    """Everything that cannot hold; a slot that is already told is not told again for its duration."""
    found = [*overlaps(slots, across=across), *disorder(slots)]
    told = {id(slot) for one in found for slot in one.slots}
    found += [one for one in wrong_lengths(slots) if not told & {id(slot) for slot in one.slots}]
    return [*found, *(closed(slots, opening) if opening is not None else ())]


def overlaps(slots: Sequence[Slot], *, across: bool = False) -> Iterator[Clash]:
    """Two slots of one person or one room that share minutes, the second one told; in one table, or `across` tables.

    One meeting listed once a participant is one meeting: same hours and same activity.
    """
    groups: dict[tuple[object, ...], list[tuple[Slot, str]]] = defaultdict(list)
    for slot in slots:
        if slot.backwards or not (slot.day_key.strip("|") or slot.dated or across):
            continue
        table = -1 if across and slot.day is not None else slot.table
        for role, name in dict.fromkeys(slot.who):
            if slot.dated and role == "person":
                continue  # tasks of several days run side by side
            key = (slot.dated,) if slot.dated else (slot.day_key,)
            groups[(table, role, " ".join(plain(name).split()), *key)].append((slot, name))
    told: set[Place] = set()
    for members in groups.values():
        members.sort(key=lambda one: one[0].span)
        last: Slot | None = None
        for slot, name in members:
            shared = last is not None and slot.span[0] < last.span[1] and not _one_event(last, slot, name)
            if last is not None and shared and slot.place not in told:
                told.add(slot.place)
                yield Clash("chevauchement", _both(name, last, slot), slot.place, (last, slot))
            if last is None or slot.span[1] > last.span[1]:
                last = slot


def _one_event(one: Slot, two: Slot, name: str) -> bool:
    """The same meeting written twice, once a participant or once a room."""
    if (one.start, one.end) != (two.start, two.end) or one.what != two.what:
        return False
    rooms = {plain(who) for slot in (one, two) for role, who in slot.who if role == "place"} - {plain(name)}
    return len(rooms) < 2


def _both(name: str, one: Slot, two: Slot) -> str:
    day = f", {day_words(two)}" if day_words(two) else ""
    if two.timed and two.span == (0, DAY_MINUTES):
        return f"« {name} » est à deux endroits en même temps{day}."
    return f"Deux créneaux se chevauchent pour « {name} »{day} : {span_words(one)} et {span_words(two)}."


def disorder(slots: Sequence[Slot]) -> Iterator[Clash]:
    """What ends before it starts."""
    for slot in slots:
        if slot.backwards:
            message = f"Ce créneau finit avant de commencer : {span_words(slot)}."
            if slot.start == slot.end:
                message = f"Ce créneau commence et finit à la même heure : {clock(slot.start)}."
            yield Clash("ordre", message, slot.end_place if slot.end_place[0] else slot.place, (slot,))


def wrong_lengths(slots: Sequence[Slot]) -> Iterator[Clash]:
    """A duration that is not the time between start and end; a lunch inside the hours may be left out of it."""
    for slot in slots:
        if not slot.lengths or slot.backwards or not slot.timed or slot.dated or slot.worked is None:
            continue
        whole = Decimal(slot.worked % DAY_MINUTES if slot.worked < 0 else slot.worked)
        if any(abs(one - whole) < 1 for one in slot.lengths):
            continue
        lunch = slot.start <= _LUNCH[0] and slot.end >= _LUNCH[1]
        if lunch and any(0 < whole - one <= _LONGEST_LUNCH for one in slot.lengths):
            continue
        message = f"La durée n’est pas celle qui va de {clock(slot.start)} à {clock(slot.end)}."
        yield Clash("duree", message, slot.length_place, (slot,))


def closed(slots: Sequence[Slot], opening: Opening) -> Iterator[Clash]:
    """What falls outside the opening days and hours."""
    for slot in slots:
        if slot.backwards or slot.dated:
            continue
        whole = slot.span == (0, DAY_MINUTES)
        refusal = opening.refusal(slot.weekday, slot.day, (DAY_MINUTES // 2,) * 2 if whole else slot.span)
        if not refusal or (whole and refusal == "heures"):
            continue
        reason = {
            "jour": f"Ce créneau tombe un jour de fermeture ({day_words(slot)}).",
            "ferie": f"Ce créneau tombe un jour férié ({day_words(slot)}).",
            "heures": f"Ce créneau sort des heures d’ouverture : {span_words(slot)}.",
        }[refusal]
        yield Clash("ferme", reason, slot.place, (slot,))


def clock(minutes: int) -> str:
    """« 9 h », « 14 h 30 »; a date when the minutes are those of a day."""
    if minutes >= 2 * DAY_MINUTES:
        return f"{dt.date.fromordinal(minutes // DAY_MINUTES):%d/%m/%Y}"
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02}" if rest else f"{hours} h"


def span_words(slot: Slot) -> str:
    """« de 9 h à 11 h », or « 9 h » for what has no end."""
    return f"de {clock(slot.start)} à {clock(slot.end)}" if slot.timed else clock(slot.start)


def day_words(slot: Slot) -> str:
    """« lundi 16/03/2026 », « lundi », or nothing."""
    if slot.day is not None:
        return f"{_DAYS[slot.day.weekday()]} {slot.day:%d/%m/%Y}"
    return _DAYS[slot.weekday] if slot.weekday is not None else ""
