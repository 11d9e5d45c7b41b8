# ruff: noqa: E501 -- a pattern stays on one line
"""A summary held against what was told: the value that the trainee got wrong, if any."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import pairwise

from ascom_coach.language import (
    STOP_WORDS,
    Value,
    find_promises,
    find_values,
    leave_asked,
    lexicon,
    plain,
    same_value,
    stems,
)
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.again import heard_from
from ascom_coach.rehearsal.telling import reply_of
from ascom_coach.rehearsal.turn import Turn

_DAY_BEFORE = re.compile(
    r"(?<!\w)(?:l[ea]s?|du|aux?) $|(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)? (?:et|ou|puis) $"
)
_DAY_AFTER = re.compile(r" (?:et|ou|au|puis) (?:le )?\d{1,2} [a-z]")
_CUT = re.compile(r"[,;]| et ")
_LOOSE = ("delai",)
"""Kinds that a summary uses for its own sake (« depuis deux jours »): not held against the facts."""


@dataclass(frozen=True, slots=True)
class Told:
    """A fact told, or a point said `aloud`: its id, its words, those that name it, and how it is said again."""

    id: str
    words: str
    named: tuple[str, ...]
    reply: str
    aloud: bool = False


@dataclass(frozen=True, slots=True)
class Misquote:
    """What was told and the words of the summary that give it another value."""

    told: Told
    said: str


def misquoted(turn: Turn, who: str, text: str) -> Misquote | None:
    """The first value of `text` that contradicts what `who` told or said aloud. What anybody said before is never
    wrong, nor is what the trainee promises; only what was told counts, so that putting right reveals nothing.
    """
    today = turn.stage.script.scenario.date_fictive
    values = find_values(text, today)
    told = _told(turn, who)
    heard = [
        value
        for line in turn.state.transcript
        if line.who != ev.TRAINEE
        for value in find_values(line.text, today)
    ]
    promised = [(promise.start, promise.end) for promise in find_promises(text, today)]
    for said in values:
        allowed = who in turn.stage.managers and leave_asked(_clause(text, said.start), today)
        if (
            said.kind in _LOOSE
            or _a_day(said, text, values)
            or (any(start <= said.start < end for start, end in promised) and not allowed)
        ):
            continue
        if any(same_value(said, value) for value in heard) or _held(turn, who, said):
            continue
        right = [one for one in values if one.kind == said.kind]
        rivals = [
            one
            for one in told
            if any(_rival(said, value) for value in _values(turn, one)) and not _holds(turn, one, right)
        ]
        named = [one for one in rivals if _named(one, text)]
        chosen = named if len(rivals) > 1 else rivals
        if len(chosen) == 1:
            return Misquote(chosen[0], said.text)
    return None


def _a_day(said: Value, text: str, values: list[Value]) -> bool:
    """Whether a bare number is a day beside a date: « le 18 et le 19 », « 18 et 19 mars ». It counts nothing."""
    counts = any(form.islower() and lexicon().is_pos(form, "N") for form in lexicon().spellings(said.unit))
    if said.kind != "quantite" or (said.unit and counts):
        return False
    before, after = plain(text[: said.start]), plain(text[said.end :])
    dated = any(value.kind == "date" for value in values)
    return dated and bool(_DAY_BEFORE.search(before) or _DAY_AFTER.match(after))


def _held(turn: Turn, who: str, said: Value) -> bool:
    """Whether a value is one that `who` holds, told or not: it is right, wherever the trainee has it from."""
    today = turn.stage.script.scenario.date_fictive
    values = (turn.state.changed.get(fact.id, fact.valeur) for fact in turn.stage.facts_of(who))
    return any(same_value(said, known) for value in values for known in find_values(value, today))


def _clause(text: str, at: int) -> str:
    """The clause around a place: « je peux aller jusqu’à 80 euros » tells a limit, beside a promise."""
    ends = [0, *(match.end() for match in _CUT.finditer(text)), len(text)]
    return next(text[start:end] for start, end in pairwise(ends) if start <= at < end)


def _told(turn: Turn, who: str) -> list[Told]:
    """What `who` told as facts, then what they said aloud."""
    facts = [
        Told(
            fact.id,
            turn.state.told[fact.id],
            (*fact.mots_cles, *fact.porte_sur.split()),
            reply_of(turn, fact),
        )
        for fact in turn.stage.script.scenario.faits
        if fact.qui == who and fact.id in turn.state.told
    ]
    points = [
        Told(point.id, point.dit, tuple(point.dit.split()), point.dit, aloud=True)
        for point in heard_from(turn, who)
    ]
    return [*facts, *points]


def _holds(turn: Turn, told: Told, values: list[Value]) -> bool:
    """Whether values of a summary hold what was told: another one of that kind is then about something else."""
    return any(same_value(one, known) for one in values for known in _values(turn, told))


def _values(turn: Turn, told: Told) -> list[Value]:
    return find_values(told.words, turn.stage.script.scenario.date_fictive)


def _rival(said: Value, known: Value) -> bool:
    """Whether two different values could stand for the same thing: same kind, and same unit when counted."""
    if said.kind != known.kind or same_value(said, known):
        return False
    if (
        isinstance(said.value, dt.date)
        and isinstance(known.value, dt.date)
        and not re.search(r"\d", known.text)
    ):
        return said.value.weekday() != known.value.weekday()  # « vendredi » may be any Friday
    return said.kind != "quantite" or not said.unit or not known.unit or said.unit == known.unit


def _named(told: Told, text: str) -> bool:
    """Whether the summary speaks of it, by its public label, the author's keywords or the words said aloud."""
    spoken = set(stems(text))
    return any(
        bool(wanted) and wanted <= spoken
        for source in told.named
        if source not in STOP_WORDS and (wanted := set(stems(source)))
    )
