"""Leave asked: the manager answers from the delegation, as far as the scenario lets him; others send one back to him.

He forbids what is forbidden, says whose agreement comes first, and says a limit only if he said it aloud, holds it as a
fact, or has the author's own line for it: a limit that only the answer key knows is learnt by no question and no sum.
"""

from __future__ import annotations

from collections.abc import Iterable

from ascom_coach.language import Leave, find_values, leave_asked, same_value
from ascom_coach.rehearsal.again import heard_from, say_again
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.stage import SAID
from ascom_coach.rehearsal.telling import answer
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding import Reading
from ascom_coach.scenarios.delegation import COSTLY, Permission, permission
from ascom_coach.scenarios.schema import Allowed, Banned, Fact, Point

REASON = "délégation"
"""Reason of these lines; `state.ANSWERS` holds it."""


def set_apart(
    turn: Turn, who: str, readings: Iterable[Reading]
) -> tuple[list[Reading], list[tuple[Leave, Permission]]]:
    """The readings that ask for something else, and the leaves asked of `who` with the delegation's word on each.

    What the author wrote for a fact of `who`, or as a decoy, comes first.
    """
    scenario = turn.stage.script.scenario
    own = {f"leurre:{decoy.id}" for decoy in scenario.leurres}
    kept: list[Reading] = []
    found: list[tuple[Leave, Permission]] = []
    for reading in readings:
        leave = None if reading.decoy in own else leave_asked(reading.text, scenario.date_fictive)
        word = permission(leave, scenario, turn.state.told) if leave else None
        if leave and word and _is_leave(turn, who, reading, leave, word):
            found.append((leave, word))
        else:
            kept.append(reading)
    return kept, found


def _is_leave(turn: Turn, who: str, reading: Reading, leave: Leave, word: Permission) -> bool:
    """Whether what reads like leave asked is that, and no question about a fact of `who`, nor an offer to a client."""
    costly = leave.deed.sense in COSTLY
    facts = turn.stage.script.scenario.faits
    known = any(fact.id in reading.facts and fact.qui == who for fact in facts)
    if who not in turn.stage.managers:
        if known and word.entry is None:
            return False  # « on peut annuler sans frais ? », asked of who holds the conditions
        engaging = costly or word.verdict == "interdit"
        return reading.asking and (engaging or (leave.how_far and not reading.facts))
    doubt = reading.decision == "clarifier" and any(
        fact.id == reading.candidates[0][0] and fact.qui == who for fact in facts
    )
    said = bool(reading.facts) and reading.facts[0].startswith(SAID) and word.entry is None
    if known or said or (doubt and word.entry is None):
        return False
    about_limit = leave.how_far and not reading.facts
    deed = bool(leave.deed.sense) and reading.decision != "clarifier"
    return costly or about_limit or deed or word.entry is not None


def answer_leave(turn: Turn, who: str, leave: Leave, word: Permission) -> None:
    """`who` answers leave asked. In an exam, points already said are only referred back to."""
    if who not in turn.stage.managers:
        turn.say(who, _line(turn, who, "permission_ailleurs"), REASON, voiced=False)
        return
    match word.verdict:
        case "interdit":
            own = word.entry.reponses if isinstance(word.entry, Banned) else ()
            turn.say(who, _line(turn, who, "permission_interdite", own), REASON, voiced=False)
        case "sans-accord":
            _agreement_first(turn, who, word.entry)
        case "libre":
            kind = "permission_libre" if leave.deed.sense in COSTLY or leave.how_far else "permission_a_voir"
            turn.say(who, _line(turn, who, kind), REASON, voiced=False)
        case _:
            _limit(turn, who, leave, word)


def _agreement_first(turn: Turn, who: str, entry: Allowed | Banned | None) -> None:
    """The fact that must be known first: asked of `who` if it is theirs, else of the person who holds it."""
    assert isinstance(entry, Allowed)
    assert entry.condition is not None
    fact = turn.stage.script.scenario.fact(entry.condition.fait)
    if fact.qui == who:
        answer(turn, who, fact.id, "phrase")
        return
    line = _line(turn, who, "permission_accord").replace("{qui}", turn.stage.character(fact.qui).nom)
    turn.say(who, line, REASON, voiced=False)


def _limit(turn: Turn, who: str, leave: Leave, word: Permission) -> None:
    """What is allowed: a plain yes where no limit is set, else the limit as it may be said."""
    entry = word.entry
    assert isinstance(entry, Allowed)
    if not entry.maximum:
        turn.say(who, _line(turn, who, "permission_accordee", entry.reponses), REASON, voiced=False)
        return
    point, fact = _said_limit(turn, who, entry), _held_limit(turn, who, entry)
    if point and (turn.stage.exam or not (leave.deed.values or entry.reponses)):
        say_again(turn, who, [point])
    elif entry.reponses or point:
        limit = turn.pick(entry.reponses or (point.dit if point else "",), REASON)
        kind = "permission_trop" if word.verdict == "au-dela" else "permission_dans_la_limite"
        line = _line(turn, who, kind).replace("{reponse}", limit) if leave.deed.values else limit
        turn.say(who, line, REASON, voiced=False)
    elif fact:
        answer(turn, who, fact.id, "phrase")
    else:
        turn.say(who, _line(turn, who, "permission_muette"), REASON, voiced=False)


def _held_limit(turn: Turn, who: str, entry: Allowed) -> Fact | None:
    """The fact of `who` that holds the limit, told like any other when its gate is open."""
    return next((fact for fact in turn.stage.facts_of(who) if _gives(turn, fact.valeur, entry.maximum)), None)


def _said_limit(turn: Turn, who: str, entry: Allowed) -> Point | None:
    """The point already heard from `who` that says the limit aloud."""
    heard = heard_from(turn, who)
    return next((point for point in heard if _gives(turn, point.dit, entry.maximum)), None)


def _gives(turn: Turn, text: str, limit: str) -> bool:
    today = turn.stage.script.scenario.date_fictive
    wanted = find_values(limit, today)
    return any(same_value(said, value) for said in find_values(text, today) for value in wanted)


def _line(turn: Turn, who: str, kind: str, own: tuple[str, ...] = ()) -> str:
    return turn.pick(own or shared(kind, turn.stage.character(who).registre), kind)
