"""Answers that hold no fact: « je vous en prie », « c’est bien ça », « ça me va », « d’accord, je leur dirai »."""

from __future__ import annotations

import re

from ascom_coach.language import STOP_WORDS, Value, find_promises, find_values, plain, same_value, stems
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.echoes import checks_what_was_said
from ascom_coach.rehearsal.identity import asks_who_speaks
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.recap import checks_point, gives_back
from ascom_coach.rehearsal.turn import DEFAULT_MOOD, Turn
from ascom_coach.rehearsal.understanding.bids import (
    asks_favour,
    gives,
    offers_more,
    seeks_consent,
    sets_off,
    wishes,
)
from ascom_coach.rehearsal.understanding.questions import questions
from ascom_coach.rehearsal.understanding.small_talk import approach, lightly

_TIMES = frozenset(["date", "heure", "delai"])
_GIVEN = frozenset(["geste", "avoir"])
"""Senses of a promise that give a client something."""
_FIRST_PERSON = re.compile(r"(?<!\w)(?:j'|(?:je|on|nous)(?!\w))")
_THANKS = frozenset(["remerciement", "salutation", "presentation"])


def answer_courteously(turn: Turn, who: str, acts: set[str]) -> bool:
    """`who` answers a faithful summary, a proposal, a favour asked, an offer to go on, « je m’y mets », apologies,
    thanks, or says who they are. False if it is none of these.
    """
    kind = _kind(turn, who, acts)
    if not kind:
        return False
    register = turn.stage.character(who).registre
    turn.say(who, turn.pick(shared(kind, register), kind), "a entendu")
    return True


def _kind(turn: Turn, who: str, acts: set[str]) -> str:
    said = turn.heard_text
    if asks_who_speaks(turn, who, said):
        return "c_est_moi"
    given_back = "reformulation" in acts and faithful(turn, who)
    proposed = seeks_consent(said) and _FIRST_PERSON.search(plain(said)) is not None
    checked = who in turn.stage.managers and checks_point(turn, who, said)
    if given_back or (not proposed and (checked or checks_what_was_said(turn, who, said))):
        return "reformule_bien"
    kind = "souhait_recu" if wishes(said) else _asked_nothing(said)
    if kind == "va_bien" and turn.mood(who) < DEFAULT_MOOD:
        return "va_moins_bien"
    return kind or _offered(turn, who, said) or _done_to(turn, who, acts)


def _asked_nothing(said: str) -> str:
    """What has the shape of a question and asks for no fact."""
    if asks_favour(said):
        return "service_rendu"
    if offers_more(said):
        return "rien_d_autre"
    pieces = questions(said)
    kind = next((kind for kind in map(approach, reversed(pieces)) if kind and kind != "motif"), "")
    return kind or lightly(pieces[-1]) or ""


def _offered(turn: Turn, who: str, said: str) -> str:
    """A proposal, a gesture, « je m’y mets »."""
    content = turn.mood(who) >= DEFAULT_MOOD
    if seeks_consent(said):
        times = any(one.kind in _TIMES for one in find_values(said, turn.stage.script.scenario.date_fictive))
        return "proposition_notee" if times else "proposition_acceptee" if content else "proposition_subie"
    if who in turn.stage.managers and sets_off(said):
        return "en_route"
    if turn.stage.character(who).humeur is not None and _gives_something(turn, said):
        return "geste_recu" if content else "geste_recu_froid"
    return ""


def _done_to(turn: Turn, who: str, acts: set[str]) -> str:
    """Apologies, empathy, a promise, thanks."""
    moody = turn.stage.character(who).humeur is not None
    calm = turn.mood(who) >= DEFAULT_MOOD - 1
    if "attente" in acts:
        return "patiente" if calm else "patiente_mal"
    if "excuse" in acts:
        return "excuse_acceptee" if turn.mood(who) >= DEFAULT_MOOD else "excuse_entendue"
    if "empathie" in acts and moody and calm:
        return "empathie_entendue"
    if "engagement" in acts and not moody:
        return "engagement_note"
    return "remercie" if calm and "remerciement" in acts and acts <= _THANKS else ""


def _gives_something(turn: Turn, said: str) -> bool:
    """Whether the words just said grant a sum, within what is allowed: a client hears it."""
    promised = [one for one in turn.state.promises if one.n > _said_at(turn)]
    if any(one.verdict not in ("permis", "libre") for one in promised):
        return False
    return gives(said) or any(one.sense in _GIVEN for one in promised)


def _said_at(turn: Turn) -> int:
    """The number of the trainee's last words."""
    return max((line.n for line in turn.state.transcript if line.who == ev.TRAINEE), default=0)


def _as_heard(said: Value, known: Value) -> bool:
    """Whether a value is one that was heard: « 24 personnes » are the « 24 places »."""
    counted = said.kind == known.kind == "quantite"
    return same_value(said, known) or (counted and said.value == known.value)


def faithful(turn: Turn, who: str) -> bool:
    """Whether the summary holds something that `who` told, and no date or amount that nobody said.

    What one promises a manager is one's own: « je réponds avant 11 h » keeps a deadline.
    """
    today = turn.stage.script.scenario.date_fictive
    text = turn.heard_text
    own = [(one.start, one.end) for one in find_promises(text, today)] if who in turn.stage.managers else []
    values = [one for one in find_values(text, today) if not any(a <= one.start < b for a, b in own)]
    said = set(stems(text))
    heard = [
        value
        for line in turn.state.transcript
        if line.who != ev.TRAINEE
        for value in find_values(line.text, today)
    ]
    if any(one.kind != "delai" and not any(_as_heard(one, known) for known in heard) for one in values):
        return False
    if gives_back(turn, who, text):
        return True
    mine = [fact for fact in turn.stage.facts_of(who) if fact.id in turn.state.told]
    return any(
        any(
            same_value(one, known) for one in values for known in find_values(turn.state.told[fact.id], today)
        )
        or bool(
            {stem for word in fact.porte_sur.split() if word not in STOP_WORDS for stem in stems(word)} & said
        )
        for fact in mine
    )
