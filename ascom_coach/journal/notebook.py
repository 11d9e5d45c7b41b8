"""The error notebook of a person, worked out from what is kept: rates, trend, what is acquired, what to train. Pure.

A rate is errors divided by occasions (see `language/occasions.py`). Only the first version of a text counts: later
ones were helped by the remarks. A family is acquired after three texts in a row that put it to the test without an
error. Families are ranked by errors in the last three texts, then by rate: occasions are not counted alike in all of
them, so a rate compares a person with themselves rather than one family with another.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from ascom_coach.language import Exercise, Family, families

IN_A_ROW = 3
"""Texts in a row, with occasions and without an error, after which a family is acquired."""
WEAKEST = 2
ITEMS = 3
PAUSES = (1, 3, 7, 15, 30)
"""Days to wait after 0, 1, 2… days in a row without a wrong answer."""
EARLY, BETTER, SAME, WORSE = "trop tôt pour une tendance", "en progrès", "stable", "en recul"


@dataclass(frozen=True, slots=True)
class Mark:
    """One family in one text."""

    family: str
    errors: int
    occasions: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotedText:
    """A text as the notebook keeps it; `created` is an ISO time. `shingles` tell another version of it."""

    id: int
    title: str
    created: str
    words: int
    source: str
    shingles: frozenset[str]
    digests: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to an exercise."""

    family: str
    number: int
    right: bool
    created: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A family as the person stands: `history` is (ISO time, errors, occasions) per text, oldest first."""

    family: Family
    history: tuple[tuple[str, int, int], ...]
    examples: tuple[str, ...]

    @property
    def errors(self) -> int:
        """Errors in all texts."""
        return sum(errors for _, errors, _ in self.history)

    @property
    def occasions(self) -> int:
        """Occasions in all texts."""
        return sum(times for _, _, times in self.history)

    @property
    def recent(self) -> int:
        """Errors in the last three texts with occasions."""
        return sum(errors for _, errors, _ in self.history[-IN_A_ROW:])

    @property
    def acquired(self) -> bool:
        """Three texts in a row with occasions and no error."""
        last = self.history[-IN_A_ROW:]
        return len(last) == IN_A_ROW and not any(errors for _, errors, _ in last)

    @property
    def trend(self) -> str:
        """The newer half of the texts (three at most) beside those before; too early with one text."""
        size = min(IN_A_ROW, (len(self.history) + 1) // 2)
        before, after = self.history[:-size], self.history[-size:]
        if not before:
            return EARLY
        old, new = _rate(before), _rate(after)
        return SAME if old == new else BETTER if new < old else WORSE

    @property
    def rate(self) -> Fraction:
        """Errors by occasion."""
        return _rate(self.history)


def _rate(history: Sequence[tuple[str, int, int]]) -> Fraction:
    times = sum(one[2] for one in history)
    return Fraction(sum(one[1] for one in history), times) if times else Fraction(0)


@dataclass(frozen=True, slots=True)
class Notebook:
    """`entries` are the families with an error, the weakest first, the acquired last; `never` those without any."""

    person: str
    texts: tuple[NotedText, ...]
    entries: tuple[Entry, ...]
    never: tuple[Family, ...]
    answers: tuple[Answer, ...]

    @property
    def weakest(self) -> tuple[Family, ...]:
        """The families to train, two at most."""
        return tuple(one.family for one in self.entries if not one.acquired)[:WEAKEST]

    def due(self, family: str) -> dt.date | None:
        """The day from which training a family again is worth it; None when it was never trained."""
        days: dict[str, bool] = {}
        for one in self.answers:
            if one.family == family:
                days[one.created[:10]] = days.get(one.created[:10], True) and one.right
        if not days:
            return None
        row = 0
        for day in sorted(days):
            row = row + 1 if days[day] else 0
        return dt.date.fromisoformat(max(days)) + dt.timedelta(days=PAUSES[min(row, len(PAUSES) - 1)])

    def drill(self) -> list[Exercise]:
        """Three exercises on the weakest families, the first one twice; those missed or not seen for long first."""
        kept = {one.id: iter(self._ordered(one)) for one in self.weakest}
        names = [one.id for one in self.weakest]
        return [next(kept[names[turn % len(names)]]) for turn in range(ITEMS)] if names else []

    def _ordered(self, family: Family) -> list[Exercise]:
        seen: dict[int, tuple[int, bool]] = {}
        for rank, one in enumerate(self.answers):
            if one.family == family.id:
                seen[one.number] = (rank, one.right)

        def key(exercise: Exercise) -> tuple[int, int]:
            if exercise.number not in seen:
                return 1, exercise.number
            rank, right = seen[exercise.number]
            return (2, rank) if right else (0, rank)

        return sorted(family.exercises, key=key)

    def next_day(self) -> dt.date | None:
        """The first day on which one of the weakest families is due; None when one was never trained."""
        days = [self.due(one.id) for one in self.weakest]
        known = [day for day in days if day is not None]
        return min(known) if known and len(known) == len(days) else None


def notebook(person: str, texts: Sequence[NotedText], answers: Sequence[Answer]) -> Notebook:
    """Work out a notebook from texts and answers, both oldest first."""
    entries = []
    never = []
    for family in families().values():
        met = [
            (text, mark)
            for text in texts
            for mark in text.marks
            if mark.family == family.id and mark.occasions
        ]
        if not met:
            continue
        history = tuple((text.created, mark.errors, mark.occasions) for text, mark in met)
        examples = tuple(example for _, mark in reversed(met) for example in mark.examples)[:ITEMS]
        entry = Entry(family, history, examples)
        if entry.errors:
            entries.append(entry)
        else:
            never.append(family)
    entries.sort(key=lambda one: (one.acquired, -one.recent, -one.rate, one.family.id))
    return Notebook(person, tuple(texts), tuple(entries), tuple(never), tuple(answers))


def same_work(text: NotedText, source: str, found: frozenset[str]) -> bool:
    """Whether a new text is another version of a kept one: the same hand-in, or half of its pairs of words."""
    from ascom_coach.language import SAME_WORK, likeness

    return bool(source and source == text.source) or likeness(text.shingles, found) >= SAME_WORK
