"""A fact asked for: told when its gate is open, dodged when it is closed, not known to who does not hold it."""

from __future__ import annotations

from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.lines import shared, with_value
from ascom_coach.rehearsal.manners import digress, hesitating
from ascom_coach.rehearsal.stage import gate
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding.bids import leaves_choice
from ascom_coach.scenarios.schema import Fact


def answer(
    turn: Turn, who: str, fact_id: str, how: str, score: float = 1.0, *, checked: bool = False
) -> None:
    """`who` is asked for a fact: tells it, dodges, or does not know. `checked`: no « encore ? »."""
    fact = turn.stage.script.scenario.fact(fact_id)
    before = fact_id in turn.state.told and fact_id in turn.state.asked
    turn.emit(ev.Asked, who=who, fact=fact_id, how=how, score=round(score, 3))
    character = turn.stage.character(who)
    if fact.qui != who and who not in turn.stage.managers and leaves_choice(turn.heard_text):
        turn.say(who, turn.pick(shared("a_votre_gre", character.registre), "a_votre_gre"), "a entendu")
        return
    if fact.qui != who:
        turn.emit(ev.NotUnderstood, who=who, reason="cette personne ne le sait pas")
        lines = character.ignorance or shared("ignorance", character.registre)
        turn.say(who, turn.pick(lines, "ignorance"), "ne sait pas")
        return
    closed = gate(fact, turn.mood(who), frozenset(turn.state.told))
    if closed and fact_id not in turn.state.told:
        turn.emit(ev.Withheld, who=who, fact=fact_id, reason=closed)
        lines = fact.esquive or shared("esquive", character.registre)
        turn.say(who, turn.pick(lines, f"esquive:{fact_id}"), "esquive")
        return
    tell(turn, fact, "demandé")
    reply = reply_of(turn, fact)
    if before and not checked:
        reply = turn.pick(shared("deja_dit", character.registre), "deja").replace("{reponse}", reply)
    turn.say(who, hesitating(turn, who, reply), "demandé")
    digress(turn, who)


def tell(turn: Turn, fact: Fact, reason: str) -> None:
    """The fact becomes known, with its present value."""
    value = turn.state.changed.get(fact.id, fact.valeur)
    turn.emit(ev.Granted, who=fact.qui, fact=fact.id, value=value, reason=reason)


def reply_of(turn: Turn, fact: Fact) -> str:
    """The line that tells a fact."""
    value = turn.state.changed.get(fact.id, fact.valeur)
    return with_value(turn.pick(fact.reponses or ("{valeur}.",), f"reponse:{fact.id}"), value)
