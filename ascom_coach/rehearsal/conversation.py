"""Talking to somebody: what was asked, who answers what, and what is said when nothing was."""

from __future__ import annotations

from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.again import apart, say_again
from ascom_coach.rehearsal.conduct import move_mood, read_conduct
from ascom_coach.rehearsal.leave import answer_leave, set_apart
from ascom_coach.rehearsal.lines import chosen, clarification, shared
from ascom_coach.rehearsal.manners import pry, weigh_answer
from ascom_coach.rehearsal.restating import misquoted
from ascom_coach.rehearsal.second_reading import second_reading
from ascom_coach.rehearsal.stage import decoy_lines
from ascom_coach.rehearsal.telling import answer, reply_of
from ascom_coach.rehearsal.turn import DEFAULT_MOOD, Turn
from ascom_coach.rehearsal.understanding import Reading
from ascom_coach.rehearsal.understanding.reader import same_label


def say(turn: Turn, text: str, who: str) -> set[str]:
    """The trainee says `text` to `who`, who reacts. Returns the acts of the turn."""
    start = len(turn.events)
    turn.speak_for_trainee(text, who)
    acts = read_conduct(turn, text, who)
    weigh_answer(turn, who, text, acts)
    wrong = misquoted(turn, who, text) if "reformulation" in acts else None
    if wrong is not None:
        acts = acts - {"reformulation"}
        turn.emit(ev.Misquoted, who=who, fact=wrong.fact.id, said=wrong.said)
    picked = _choice(turn, text)
    held = {fact.id for fact in turn.stage.facts_of(who)}
    readings = [] if picked else turn.stage.reader_of(who).read(text, about=turn.state.last_fact, held=held)
    readings, leaves = set_apart(turn, who, readings)
    readings, repeated = apart(turn, readings)
    readings, routed = second_reading(turn, who, text, readings)
    asked = [picked] if picked else [fact for reading in readings for fact in reading.facts]
    again = [fact for fact in asked if fact in turn.state.told and fact in turn.state.asked]
    wants = bool(asked or repeated or leaves) or any(
        reading.decision == "clarifier" and reading.asking for reading in readings
    )
    move_mood(turn, who, acts, start, asked_again=bool(again), asked=wants)
    mood_line = _mood_line(turn, who, start)
    if mood_line:
        turn.say(who, mood_line, "humeur")
    if wrong is not None:
        line = turn.pick(shared("rectification", turn.stage.character(who).registre), "rectification")
        turn.say(who, line.replace("{reponse}", reply_of(turn, wrong.fact)), "rectifie")
    answered = wrong is not None
    for fact_id in dict.fromkeys(asked):
        how = "clarification" if picked else "modele" if fact_id == routed else "phrase"
        answer(turn, who, fact_id, how, _score(readings, fact_id))
        answered = True
    say_again(turn, who, repeated)
    for leave, word in leaves:
        answer_leave(turn, who, leave, word)
    if not (answered or repeated or leaves or picked):
        _no_answer(turn, who, readings, acts, bool(mood_line))
    if "cloture" not in acts:
        pry(turn, who)
    return acts


def _choice(turn: Turn, text: str) -> str:
    """The fact chosen after a clarification, by number, rank or words; empty when none."""
    pending, labels = turn.state.pending, turn.state.pending_labels
    if not pending:
        return ""
    index = chosen(text, labels)
    if index is not None:
        return pending[index]
    named = [fact for fact, label in zip(pending, labels, strict=True) if same_label(text, label)]
    return named[0] if len(named) == 1 else ""


def _score(readings: list[Reading], fact_id: str) -> float:
    return max(
        (score for reading in readings for key, score in reading.candidates if key == fact_id), default=1.0
    )


def _mood_line(turn: Turn, who: str, start: int) -> str:
    """A line of the new mood, once: a friendly one when it rises, an unfriendly one when it falls."""
    mood = turn.stage.character(who).humeur
    moved = sum(event.delta for event in turn.events[start:] if isinstance(event, ev.MoodChanged))
    if mood is None or not moved or (moved > 0) != (turn.mood(who) >= DEFAULT_MOOD):
        return ""
    lines = mood.phrases.get(turn.mood(who), ())
    fresh = [line for line in lines if not any(said.text == line for said in turn.state.transcript)]
    return turn.pick(tuple(fresh), "humeur") if fresh else ""


def _no_answer(turn: Turn, who: str, readings: list[Reading], acts: set[str], spoke: bool) -> None:
    character = turn.stage.character(who)
    unsure = next((item for item in readings if item.decision == "clarifier" and item.asking), None)
    if unsure is not None:
        mine = [turn.stage.script.scenario.fact(key) for key, _ in unsure.candidates]
        mine = [fact for fact in mine if fact.qui == who and fact.acces != "jamais"]
        if mine:
            labels = tuple(fact.porte_sur for fact in mine)
            turn.emit(ev.Clarifying, who=who, facts=tuple(fact.id for fact in mine), labels=labels)
            turn.say(who, clarification(labels, character.registre), "précision", voiced=False)
            return
    decoy = next((item.decoy for item in readings if item.decoy and item.asking), "")
    if decoy:
        name = decoy.removeprefix("leurre:")
        own = next((item.reponses for item in turn.stage.script.scenario.leurres if item.id == name), ())
        lines = own or decoy_lines(name, character.registre) or shared("ignorance", character.registre)
        turn.emit(ev.NotUnderstood, who=who, reason="hors du sujet")
        turn.say(who, turn.pick(tuple(lines), "leurre"), "hors sujet")
        return
    if acts or not any(item.asking for item in readings):
        if not spoke and "cloture" not in acts:
            kind = "salutations" if acts == {"salutation"} else "accuse_reception"
            lines = getattr(character, kind) or shared(kind, character.registre)
            turn.say(who, turn.pick(lines, kind), "a entendu")
        return
    turn.emit(ev.NotUnderstood, who=who, reason="pas compris")
    lines = character.incomprehension or shared("incomprehension", character.registre)
    turn.say(who, turn.pick(lines, "incomprehension"), "pas compris")
