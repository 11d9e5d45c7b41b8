"""Points given back: « donc je réponds avant 11 h, je mets la fiche à jour et je préviens l’atelier »."""

from __future__ import annotations

import re

from ascom_coach.language import find_values, same_value, stems
from ascom_coach.rehearsal.again import heard_from, own_words
from ascom_coach.rehearsal.meaning import Meaning
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding.bids import puts_forward
from ascom_coach.rehearsal.understanding.questions import begs, opens, questions, recaps
from ascom_coach.scenarios.schema import Point

LEAST = 2
"""Points that words must touch to be a summary of them, and the weight of what they hold of them."""
LONG = 5
"""Letters from which a stem surely names something; a shorter one weighs half: « fich », but « part », « peux »."""
_PARTS = re.compile(r"[,;.] ?| (?=mais )")
_CLAUSE = re.compile(r"[,;.]| (?:et|puis) ")


def gives_back(turn: Turn, who: str, text: str) -> bool:
    """Whether words that ask nothing hold something of several points heard from `who`: a value, a word of one only."""
    pieces = [*questions(text), *_PARTS.split(text)]
    if "?" in text or not _CLAUSE.search(text) or any(opens(one) or begs(one) for one in pieces):
        return False
    points = heard_from(turn, who)
    said = set(stems(text))
    weights = []
    for point, own in zip(points, own_words(points), strict=True):
        shared = sum(1.0 if len(stem) >= LONG else 0.5 for stem in own & said)
        weights.append(2.0 if holds_value(turn, point, text) else min(1.0, shared))
    return sum(weights) >= LEAST and sum(map(bool, weights)) >= LEAST


def only_checks(turn: Turn, text: str, meaning: Meaning) -> bool:
    """Whether a summary, put as a question, holds only what was told: it asks for a yes, for nothing again."""
    facts = [one.fact for one in meaning.facts]
    told = bool(facts) and (recaps(text) or all(fact in turn.state.told for fact in facts))
    return told and not (meaning.again or meaning.leaves) and puts_forward(text)


def checks_point(turn: Turn, who: str, text: str) -> bool:
    """« c’était bien 11 h 30 hein »: a value that `who` said, given back for a yes."""
    checked = puts_forward(text)
    return checked and any(holds_value(turn, point, text) for point in heard_from(turn, who))


def holds_value(turn: Turn, point: Point, text: str) -> bool:
    """Whether words say a date, an hour, an amount… that a point holds."""
    today = turn.stage.script.scenario.date_fictive
    known = find_values(point.dit, today)
    return any(same_value(one, other) for one in find_values(text, today) for other in known)
