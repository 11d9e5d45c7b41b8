"""Talking to somebody: how the turn is taken, then what is told, repeated, allowed or asked back."""

from __future__ import annotations

from ascom_coach.language import rejoined
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.again import say_again
from ascom_coach.rehearsal.clarifying import ask_again, none_of_them, settle
from ascom_coach.rehearsal.commitments import recall_deadline
from ascom_coach.rehearsal.conduct import move_mood, read_conduct
from ascom_coach.rehearsal.courtesy import faithful
from ascom_coach.rehearsal.leave import answer_leave
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.manners import asks_for_plainer_words, pry, weigh_answer
from ascom_coach.rehearsal.meaning import Meaning, understand_turn
from ascom_coach.rehearsal.overview import say_whole
from ascom_coach.rehearsal.recap import gives_back, only_checks
from ascom_coach.rehearsal.remainder import dodge_the_rest
from ascom_coach.rehearsal.repeating import asks_again
from ascom_coach.rehearsal.restating import Misquote, misquoted
from ascom_coach.rehearsal.telling import answer
from ascom_coach.rehearsal.turn import DEFAULT_MOOD, Turn
from ascom_coach.rehearsal.unanswered import reply_without_fact


def say(turn: Turn, text: str, who: str) -> set[str]:
    """The trainee says `text` to `who`, who reacts. Returns the acts of the turn."""
    start = len(turn.events)
    typed, text = text, rejoined(text)
    settled = settle(turn, who, text)
    turn.speak_for_trainee(typed, who)
    turn.heard_text = text
    words = settled.rest if settled else text  # « non » to « Vous parlez du règlement ? » refuses nothing
    acts = read_conduct(turn, words, who)
    kept = weigh_answer(turn, who, text, acts)  # that refuses nothing which the person may have
    summary = gives_back(turn, who, words)
    if summary and "reformulation" not in acts:
        turn.emit(ev.ActDetected, act="reformulation", text=words)
        acts = acts | {"reformulation"}
    wrong = misquoted(turn, who, text) if "reformulation" in acts else None
    if wrong is not None:
        acts = acts - {"reformulation"}
        turn.emit(ev.Misquoted, who=who, fact=wrong.told.id, said=wrong.said)
    meaning = understand_turn(turn, who, "" if summary else words, settled)
    checking = "reformulation" in acts and only_checks(turn, words, meaning)
    if checking and faithful(turn, who):
        meaning = Meaning((), (), (), ())
    repeated = not checking and any(asks_again(turn, who, text, one) for one in meaning.facts)
    move_mood(turn, who, acts - {"refus"} if kept else acts, start, asked_again=repeated, asked=meaning.asks)
    mood_line = _mood_line(turn, who, start)
    turn.say(who, mood_line, "humeur")
    if settled and settled.several:
        ask_again(turn, who)
    elif settled and settled.refused and not words:
        none_of_them(turn, who)
    elif kept and not meaning.answered:
        line = turn.pick(shared("secret_garde", turn.stage.character(who).registre), "secret_garde")
        turn.say(who, line, "a entendu")
    elif not asks_for_plainer_words(turn, who):
        _reply(turn, who, meaning, wrong, acts, spoke=bool(mood_line), twice=repeated)
    if "cloture" not in acts:
        pry(turn, who)
    return acts


def _reply(
    turn: Turn,
    who: str,
    meaning: Meaning,
    wrong: Misquote | None,
    acts: set[str],
    *,
    spoke: bool,
    twice: bool,
) -> None:
    """What the person says, in order: a value put right, the deadline, facts, points again, leave; else a way out."""
    if wrong is not None:
        key = "pas_redit" if turn.stage.exam and wrong.told.aloud else "rectification"
        line = turn.pick(shared(key, turn.stage.character(who).registre), key)
        turn.say(who, line.replace("{reponse}", wrong.told.reply), "rectifie")
    late = recall_deadline(turn, who, acts)
    said = wrong.told.id if wrong is not None else ""  # what was just put right is not said once more
    for one in meaning.facts:
        if one.fact == said:
            continue
        again = twice and asks_again(turn, who, turn.heard_text, one)
        answer(turn, who, one.fact, one.how, one.score, checked=not again)
    say_again(turn, who, tuple(point for point in meaning.again if point.id != said))
    for leave, word in meaning.leaves:
        answer_leave(turn, who, leave, word)
    if meaning.answered:
        dodge_the_rest(turn, who, meaning.readings, [one.fact for one in meaning.facts])
    elif wrong is None and not late and not (meaning.whole and say_whole(turn, who, meaning.whole)):
        reply_without_fact(turn, who, meaning.readings, acts, spoke=spoke)


def _mood_line(turn: Turn, who: str, start: int) -> str:
    """A line of the new mood, once: a friendly one when it rises, an unfriendly one when it falls."""
    mood = turn.stage.character(who).humeur
    moved = sum(event.delta for event in turn.events[start:] if isinstance(event, ev.MoodChanged))
    if mood is None or not moved or (moved > 0) != (turn.mood(who) >= DEFAULT_MOOD):
        return ""
    lines = mood.phrases.get(turn.mood(who), ())
    fresh = [line for line in lines if not any(said.text == line for said in turn.state.transcript)]
    return turn.pick(tuple(fresh), "humeur") if fresh else ""
