"""A promise is noticed: a caller is content, wary, or asks by when; a manager recalls the deadline he said."""

from __future__ import annotations

import datetime as dt
import re

from ascom_coach.language import find_values, plain, spoken_promises, stems
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.turn import DEFAULT_MOOD, Turn
from ascom_coach.rehearsal.understanding.questions import asks, questions
from ascom_coach.scenarios.schema import Dialogue, OralInstruction, Point

_TIMES = frozenset(["date", "heure", "delai"])
_SOON = re.compile(
    r"(?<!\w)(?:(?:tout )?de suite|immediatement|maintenant|a l'instant|sans (?:attendre|tarder|delai)|aussitot|des que"
    r"|dans (?:la (?:journee|matinee|semaine)|l'heure|un instant|une minute))(?!\w)"
)
_NOON = dt.time(12)
_WORK = frozenset(["envoyer"])
"""Senses of a promise that may be the work asked for: to call or to repair is another matter."""


def react(turn: Turn, who: str, acts: set[str]) -> bool:
    """A caller reacts to a promise, or to the moment they had asked for. False when there is nothing to react to."""
    step = turn.stage.step(turn.state.step)
    mood = turn.stage.character(who).humeur
    if mood is None or not isinstance(step, Dialogue):
        return False
    dated = _dated(turn)
    when = shared("promesse_quand", turn.stage.character(who).registre)
    said = [line.text for line in turn.state.transcript if line.who == who]
    asked_when = bool(said) and said[-1] in when
    if "engagement" not in acts and not (asked_when and dated):
        return False
    if not dated and not set(said) & set(when):
        kind = "promesse_quand"
    else:
        kind = "promesse_contente" if turn.mood(who) >= DEFAULT_MOOD else "promesse_mefiante"
    fresh = tuple(line for line in shared(kind, turn.stage.character(who).registre) if line not in said)
    turn.say(who, turn.pick(fresh, kind) if fresh else "", "engagement entendu")
    return bool(fresh)


def _dated(turn: Turn) -> bool:
    """Whether the trainee's words say by when."""
    text, today = turn.heard_text, turn.stage.script.scenario.date_fictive
    return any(value.kind in _TIMES for value in find_values(text, today)) or bool(_SOON.search(plain(text)))


def recall_deadline(turn: Turn, who: str, acts: set[str]) -> bool:
    """The manager who said a deadline aloud notices work announced for later. False when there is nothing to notice."""
    today = turn.stage.script.scenario.date_fictive
    text = ". ".join(piece for piece in questions(turn.heard_text) if not asks(piece))
    if "engagement" not in acts or not text:
        return False
    for point, hour in _deadlines(turn, who):
        if _late(turn, text, hour) and _about(turn, text, point):
            register = turn.stage.character(who).registre
            kind = "echeance_dite" if turn.stage.exam else "echeance"
            said = next(value.text for value in find_values(point.dit, today) if value.kind == "heure")
            line = turn.pick(shared(kind, register), kind).replace("{heure}", said[:1].upper() + said[1:])
            turn.say(who, line, "échéance", voiced=False)
            return True
    return False


def _deadlines(turn: Turn, who: str) -> list[tuple[Point, dt.time]]:
    """Points of `who` already heard that say until what hour, in order."""
    today = turn.stage.script.scenario.date_fictive
    points = [
        point
        for step in turn.stage.steps
        if isinstance(step, OralInstruction) and step.qui == who
        for point in step.points
        if point.nature == "delai" and point.id in turn.state.points_heard
    ]
    return [
        (point, value.value)
        for point in points
        for value in find_values(point.dit, today)
        if value.kind == "heure" and isinstance(value.value, dt.time)
    ]


def _late(turn: Turn, text: str, hour: dt.time) -> bool:
    """Whether the moment that words announce is after an hour of the fictional day. The last moment said counts."""
    today = turn.stage.script.scenario.date_fictive
    times = [value for value in find_values(text, today) if value.kind in ("heure", "date")]
    if not times:
        return False
    last = times[-1]
    days = [value.value for value in times if isinstance(value.value, dt.date)]
    if any(day > today for day in days):
        return True
    if isinstance(last.value, dt.time):
        return last.value > hour
    return last.value == today and last.unit in ("apres-midi", "soir") and hour <= _NOON


def _about(turn: Turn, text: str, deadline: Point) -> bool:
    """Whether the work announced is what the deadline is for, rather than a call, or what another point asks for."""
    today = turn.stage.script.scenario.date_fictive
    if any(promise.sense not in _WORK for promise in spoken_promises(text, today)):
        return False
    said = _content(text)
    others = [
        point
        for step in turn.stage.steps
        if isinstance(step, OralInstruction)
        for point in step.points
        if point is not deadline
    ]
    mine = len(said & _content(deadline.dit))
    return all(len(said & _content(point.dit)) <= mine for point in others)


def _content(text: str) -> set[str]:
    """Stems that name something: « ça » and hours do not."""
    return {stem for stem in stems(text) if len(stem) > 3}
