"""What a turn asks of the person spoken to: facts, points to hear again, leave; and what is left unsure."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from ascom_coach.language import Leave, plain, spoken_acts
from ascom_coach.rehearsal.again import apart
from ascom_coach.rehearsal.clarifying import Settled
from ascom_coach.rehearsal.echoes import checks_what_was_said, unechoed
from ascom_coach.rehearsal.guessing import guessed
from ascom_coach.rehearsal.identity import asks_who_speaks, calls_out, someone_asked, uncalled
from ascom_coach.rehearsal.leave import set_apart
from ascom_coach.rehearsal.overview import Whole, whole_asked
from ascom_coach.rehearsal.said_before import recalled
from ascom_coach.rehearsal.second_reading import second_reading
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding import Reading
from ascom_coach.rehearsal.understanding.bids import asks_no_fact
from ascom_coach.rehearsal.understanding.questions import addresses, wants
from ascom_coach.rehearsal.understanding.small_talk import lightly
from ascom_coach.scenarios.delegation import Permission
from ascom_coach.scenarios.schema import Point


@dataclass(frozen=True, slots=True)
class Asking:
    """A fact asked for; `how` as in `events.Asked`, `score` 0–1."""

    fact: str
    how: str
    score: float


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a turn asks for. `readings` are those of its questions that ask for no point and no leave; `whole` when
    one of them asks for no fact but for all of it.
    """

    facts: tuple[Asking, ...]
    again: tuple[Point, ...]
    leaves: tuple[tuple[Leave, Permission], ...]
    readings: tuple[Reading, ...]
    whole: Whole | None = None

    @property
    def answered(self) -> bool:
        """Whether something of it gets an answer of its own."""
        return bool(self.facts or self.again or self.leaves)

    @property
    def asks(self) -> bool:
        """Whether something is asked for, even if it is not clear what."""
        if self.whole and not self.answered:
            return False  # « que s’est-il passé ? » lets the other speak
        return self.answered or any(one.decision == "clarifier" and one.asking for one in self.readings)


def understand_turn(turn: Turn, who: str, text: str, settled: Settled | None) -> Meaning:
    """Read a turn. `text` is what is still to be understood once a doubt was settled; it may be empty."""
    chosen = tuple(Asking(fact, "clarification", 1.0) for fact in (settled.facts if settled else ()))
    if not text:
        return Meaning(chosen, (), (), ())
    held = {fact.id for fact in turn.stage.facts_of(who)}
    refused = turn.state.pending if settled and settled.refused else ()
    readings = turn.stage.reader_of(who).read(
        unechoed(turn, who, uncalled(turn, who, text)),
        about=turn.state.last_fact,
        held=held,
        told=turn.state.told,
        refused=refused,
    )
    readings = [
        _told(reading) if _does_something(reading, held) or _names(turn, who, reading) else reading
        for reading in readings
    ]
    readings = [
        _told(reading) if at and _CHOICES.fullmatch(plain(reading.text)) else reading
        for at, reading in enumerate(readings)
    ]
    readings = [
        _told(reading) if _checks(turn, who, reading, held) else reading
        for reading in guessed(turn, who, readings)
    ]
    readings, whole = whole_asked(turn, who, readings, held)
    readings, leaves = set_apart(turn, who, readings)
    readings, again = apart(turn, readings, who)
    readings, said = recalled(turn, who, readings, held)
    again += said
    readings, routed = second_reading(turn, who, text, readings)
    asked = dict.fromkeys(fact for reading in readings for fact in reading.facts)
    found = tuple(
        Asking(fact, "modele" if fact == routed else "phrase", _score(readings, fact)) for fact in asked
    )
    return Meaning((*chosen, *found), tuple(again), tuple(leaves), tuple(readings), whole)


def _does_something(reading: Reading, mine: Collection[str]) -> bool:
    """Whether words ask for no fact: a proposal, a favour, or what commits, apologises, thanks… without any mark."""
    if asks_no_fact(reading.text):
        return True
    if not set(reading.facts) & set(mine) and lightly(reading.text):
        return True
    if set(reading.facts) & set(mine) and addresses(reading.text) and not _OWN.search(plain(reading.text)):
        return False  # « vous serez là demain matin »: what they do is no act of the one who says it
    acts = {act.act for act in spoken_acts(reading.text)}
    if acts & _HOLDS_ON and not reading.facts:
        return True  # « vous pouvez patienter, je regarde »
    return not wants(reading.text) and bool(acts - _OPENING)


def _names(turn: Turn, who: str, reading: Reading) -> bool:
    """Whether words make sure of whom one speaks to, only call them, or ask who somebody is."""
    if reading.facts and someone_asked(turn, reading.text):
        return not {fact.id for fact in turn.stage.facts_of(who)} & set(reading.facts)
    named = asks_who_speaks(turn, who, reading.text) or calls_out(turn, who, reading.text)
    return named or bool(someone_asked(turn, reading.text))


def _checks(turn: Turn, who: str, reading: Reading, held: Collection[str]) -> bool:
    """Whether words put forward for a yes only hold what was said, and ask for nothing that was not told."""
    new = set(reading.facts) & set(held) - set(turn.state.told)
    return not new and checks_what_was_said(turn, who, reading.text)


def _told(reading: Reading) -> Reading:
    return replace(reading, decision="aucun", facts=(), candidates=(), decoy="", asking=False)


_CHOICES = re.compile(
    r"(?:(?:le|les|a) )?\d[\w,.]*(?: euros?| €)? ou (?:(?:le|les|a) )?\d[\w,.]*(?: euros?| €)?[ ?!.]*"
)
"""« …, 28 ou 32 ? »: what may be answered to the question before, and no question by itself."""
_OWN = re.compile(r"(?<!\w)(?:j'|(?:je|on|nous|moi|notre|nos|mon|ma|mes)(?!\w))")
_HOLDS_ON = frozenset(["attente", "transfert"])
_OPENING = frozenset(["salutation", "presentation"])
"""Acts that a question often comes with: « bonjour, le numéro de dossier »."""


def _score(readings: list[Reading], fact_id: str) -> float:
    scores = (score for reading in readings for key, score in reading.candidates if key == fact_id)
    return max(scores, default=1.0)
