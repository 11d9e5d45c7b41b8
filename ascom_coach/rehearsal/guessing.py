"""A value put forward for a yes: « le 23, c’est ça ? » asks for the fact whose value it is, though it names nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ascom_coach.language import find_values, same_value
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding import Reading
from ascom_coach.rehearsal.understanding.bids import puts_forward

_REACHING = frozenset(["telephone", "courriel"])
"""A number or an address read out, right or wrong, asks for the one that is right."""
_SURE_KINDS = frozenset(["date", "heure", "montant"])


def guessed(turn: Turn, who: str, readings: Iterable[Reading]) -> list[Reading]:
    """The readings, those that check a value which one untold fact of `who` holds asking for that fact."""
    return [_checked(turn, who, reading) for reading in readings]


def _checked(turn: Turn, who: str, reading: Reading) -> Reading:
    held = {fact.id for fact in turn.stage.facts_of(who)}
    checked = puts_forward(reading.text) or (reading.asking and "?" in reading.text)
    if set(reading.facts) & held or not checked:
        return reading
    today = turn.stage.script.scenario.date_fictive
    said = find_values(reading.text, today)
    values = [value for value in said if value.kind in _SURE_KINDS]
    reach = {value.kind for value in said} & _REACHING
    right = [
        fact
        for fact in turn.stage.facts_of(who)
        if fact.id not in turn.state.told
        and any(
            known.kind in reach or any(same_value(value, known) for value in values)
            for known in find_values(turn.state.changed.get(fact.id, fact.valeur), today)
        )
    ]
    if len(right) != 1:
        return reading
    return replace(
        reading, decision="fait", facts=(right[0].id,), candidates=((right[0].id, 1.0),), asking=True
    )
