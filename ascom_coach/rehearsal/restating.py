"""A summary held against what was told: the value that the trainee got wrong, if any."""

from __future__ import annotations

from dataclasses import dataclass

from ascom_coach.language import STOP_WORDS, Value, find_promises, find_values, same_value, stems
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.scenarios.schema import Fact

_LOOSE = ("delai",)
"""Kinds that a summary uses for its own sake (« depuis deux jours »): not held against the facts."""


@dataclass(frozen=True, slots=True)
class Misquote:
    """A told fact and the words of the summary that give it another value."""

    fact: Fact
    said: str


def misquoted(turn: Turn, who: str, text: str) -> Misquote | None:
    """The first value of `text` that contradicts a fact told by `who`. What anybody said before is never wrong,
    nor is what the trainee promises; only told facts count, so that putting right reveals nothing.
    """
    scenario = turn.stage.script.scenario
    today = scenario.date_fictive
    values = find_values(text, today)
    told = [fact for fact in scenario.faits if fact.qui == who and fact.id in turn.state.told]
    heard = [
        value
        for line in turn.state.transcript
        if line.who != ev.TRAINEE
        for value in find_values(line.text, today)
    ]
    promised = [(promise.start, promise.end) for promise in find_promises(text, today)]
    for said in values:
        if said.kind in _LOOSE or any(start <= said.start < end for start, end in promised):
            continue
        if any(same_value(said, value) for value in heard):
            continue
        right = [one for one in values if one.kind == said.kind]
        rivals = [
            fact
            for fact in told
            if any(_rival(said, value) for value in _values(turn, fact)) and not _holds(turn, fact, right)
        ]
        named = [fact for fact in rivals if _named(fact, text)]
        chosen = named if len(rivals) > 1 else rivals
        if len(chosen) == 1:
            return Misquote(chosen[0], said.text)
    return None


def _holds(turn: Turn, fact: Fact, values: list[Value]) -> bool:
    """Whether values of a summary hold the fact's own: another one of that kind is then about something else."""
    return any(same_value(one, known) for one in values for known in _values(turn, fact))


def _values(turn: Turn, fact: Fact) -> list[Value]:
    return find_values(turn.state.told[fact.id], turn.stage.script.scenario.date_fictive)


def _rival(said: Value, known: Value) -> bool:
    """Whether two different values could stand for the same thing: same kind, and same unit when counted."""
    if said.kind != known.kind or same_value(said, known):
        return False
    return said.kind != "quantite" or not said.unit or not known.unit or said.unit == known.unit


def _named(fact: Fact, text: str) -> bool:
    """Whether the summary speaks of that fact, by its public label or the author's keywords."""
    spoken = set(stems(text))
    return any(
        bool(wanted) and wanted <= spoken
        for source in (*fact.mots_cles, *fact.porte_sur.split())
        if source not in STOP_WORDS and (wanted := set(stems(source)))
    )
