"""What is said when a turn, or a part of it, obtains no fact: which one is meant, a dodge, a sign of having heard."""

from __future__ import annotations

from collections.abc import Sequence

from ascom_coach.language import find_values, stems
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.clarifying import ask_which, doubtful_facts, faint_facts, offered_in_vain
from ascom_coach.rehearsal.commitments import react
from ascom_coach.rehearsal.courtesy import answer_courteously
from ascom_coach.rehearsal.identity import say_who
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.remainder import spoken_of
from ascom_coach.rehearsal.spelling_out import spell_out
from ascom_coach.rehearsal.stage import decoy_lines
from ascom_coach.rehearsal.telling import answer
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding import Reading
from ascom_coach.rehearsal.understanding.bids import (
    asks_orders,
    leaves_choice,
    puts_forward,
    says_what_one_does,
)
from ascom_coach.rehearsal.understanding.questions import asks
from ascom_coach.rehearsal.understanding.reader import PLAUSIBLE
from ascom_coach.scenarios.schema import Fact

UNLIKELY = 0.1
"""Under it the likeliest fact is surely not what was asked."""
_SOFTENING = frozenset(["excuse", "salutation"])
"""Acts that lead up to a question rather than stand for themselves: « pardon, tu peux me redire… ? »."""
TELLING = 5
"""Letters of a stem from which two sentences that share it speak of one thing: not « sous », « sait », « quel »."""


def reply_without_fact(
    turn: Turn, who: str, readings: Sequence[Reading], acts: set[str], *, spoke: bool
) -> None:
    """The whole turn obtained nothing. `spoke` when the person already said something (their mood)."""
    character = turn.stage.character(who)
    if spell_out(turn, who) or say_who(turn, who):
        return
    doubt = doubtful_facts(turn, who, readings)
    if (
        len(doubt) == 1 and doubt[0].id in turn.state.told
    ):  # told already: to say it again costs nobody anything
        answer(turn, who, doubt[0].id, "phrase", checked=True)
        return
    if doubt and (_left_to_them(turn, doubt, readings) or offered_in_vain(turn, doubt)):
        doubt = []
    if doubt:
        ask_which(turn, who, doubt)
        return
    decoy = next((item.decoy for item in readings if item.decoy and item.asking), "")
    if decoy:
        turn.emit(ev.NotUnderstood, who=who, reason="hors du sujet")
        turn.say(who, turn.pick(_dodges(turn, who, decoy), "leurre"), "hors sujet")
        return
    asked = any(item.asking and "?" in item.text for item in readings)
    if (acts and not (asked and acts <= _SOFTENING)) or not any(item.asking for item in readings):
        if not (spoke or answer_courteously(turn, who, acts) or "cloture" in acts or react(turn, who, acts)):
            kind = "salutations" if acts == {"salutation"} else "accuse_reception"
            lines = getattr(character, kind) or shared(kind, character.registre)
            turn.say(who, turn.pick(lines, kind), "a entendu")
        return
    faint = faint_facts(turn, readings)
    if offered_in_vain(turn, faint):
        faint = []
    if not _proposes(readings) and (mine := [fact for fact in faint if fact.qui == who]):
        ask_which(turn, who, mine)
        return
    if any(item.asking and asks_orders(item.text) for item in readings) or _proposes(readings):
        turn.emit(ev.NotUnderstood, who=who, reason="personne ne le sait ici")
        kind = (
            "a_votre_gre"
            if who not in turn.stage.managers or leaves_choice(turn.heard_text)
            else "permission_a_voir"
        )
        turn.say(who, turn.pick(shared(kind, character.registre), kind), "a entendu")
        return
    if faint and who not in turn.stage.managers and leaves_choice(turn.heard_text):
        turn.say(who, turn.pick(shared("a_votre_gre", character.registre), "a_votre_gre"), "a entendu")
        return
    if faint:
        turn.emit(ev.NotUnderstood, who=who, reason="cette personne ne le sait pas")
        lines = character.ignorance or shared("ignorance", character.registre)
        turn.say(who, turn.pick(lines, "ignorance"), "ne sait pas")
        return
    if any(_clear(turn, who, item) for item in readings):
        turn.emit(ev.NotUnderstood, who=who, reason="personne ne le sait ici")
        turn.say(who, turn.pick(shared("pas_su", character.registre), "pas_su"), "ne sait pas")
        return
    turn.emit(ev.NotUnderstood, who=who, reason="pas compris")
    lines = character.incomprehension or shared("incomprehension", character.registre)
    turn.say(who, turn.pick(lines, "incomprehension"), "pas compris")


def _proposes(readings: Sequence[Reading]) -> bool:
    """Whether what is asked puts forward what the trainee would do."""
    return any(item.asking and says_what_one_does(item.text) for item in readings)


def _left_to_them(turn: Turn, doubt: Sequence[Fact], readings: Sequence[Reading]) -> bool:
    """Whether a doubt is weak and the words only put forward what one would do, or a value of a kind that no fact in
    doubt holds, or ask for orders.
    """
    known = {fact.id for fact in doubt}
    for item in readings:
        if item.asking and any(fact in known for fact, _ in item.candidates):
            weak = item.candidates[0][1] < PLAUSIBLE
            doing = says_what_one_does(item.text) or asks_orders(item.text)
            return weak and (doing or _of_another_kind(turn, doubt, item.text))
    return False


def _of_another_kind(turn: Turn, doubt: Sequence[Fact], text: str) -> bool:
    """Whether « 14,50 le panier, c’est bien ça ? » puts forward a value of a kind that none of some facts holds."""
    today = turn.stage.script.scenario.date_fictive
    said = {value.kind for value in find_values(text, today)} & {"montant", "heure", "date"}
    held = {value.kind for fact in doubt for value in find_values(fact.valeur, today)}
    return bool(said) and puts_forward(text) and not said & held


def _clear(turn: Turn, who: str, reading: Reading) -> bool:
    """Whether a question is plain French about something that `who` holds nothing on: not misheard, but not known."""
    about = {one for one in stems(reading.text) if len(one) >= TELLING}
    if (
        not (reading.candidates and about and (asks(reading.text) or reading.asking))
        or reading.candidates[0][1] >= UNLIKELY
    ):
        return False
    return not any(about & set(stems(source)) for source in spoken_of(turn, who))


def _dodges(turn: Turn, who: str, decoy: str) -> tuple[str, ...]:
    """Lines for a question that nobody holds: the author's for their decoy, the shipped one's, plain ignorance."""
    name, register = decoy.removeprefix("leurre:"), turn.stage.character(who).registre
    own = next((item.reponses for item in turn.stage.script.scenario.leurres if item.id == name), ())
    return own or decoy_lines(name, register) or shared("ignorance", register)
