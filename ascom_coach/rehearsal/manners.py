"""Ways of speaking that an author may give a person (`manieres`): they change how things are said, never a fact.

`presse` is interrupted by the telephone in the middle of an instruction, `confus` hesitates before answering, `bavard`
digresses after, `tenace` does not hang up on a hollow goodbye, `indiscret` asks for another client's data, `etranger`
asks for plainer words when a turn is long.
"""

from __future__ import annotations

import re

from ascom_coach.language import find_acts, find_values, plain
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.scenarios.schema import Manner

HOLDS = 2
"""How often a tenacious person refuses a goodbye that promises nothing."""
PRYING_TURN = 3
"""The turn of a step at which an indiscreet person asks for what is not theirs."""
LONG_TURN = 30
"""Words in one turn that somebody whose language is another cannot follow: ours, for the trainee to feel it."""
_DATA = frozenset(["telephone", "courriel", "montant", "date", "reference", "quantite"])
_GIVES = re.compile(
    r"^(?:oui|tout a fait|en effet|exactement|c'est (?:bien )?ca|je (?:vous|te) le (?:donne|confirme)|elle|il)(?!\w)"
)


def lines(turn: Turn, who: str, kind: Manner) -> tuple[str, ...]:
    """Lines of a manner: the author's own, else the shared ones in the person's register."""
    character = turn.stage.character(who)
    own = character.repliques_de_maniere.get(kind, ())
    return own or shared(f"maniere_{kind}", character.registre)


def has(turn: Turn, who: str, kind: Manner) -> bool:
    """Whether the author gave the person that manner."""
    return kind in turn.stage.character(who).manieres


def fresh(turn: Turn, who: str, kind: Manner) -> str:
    """A line of a manner that was not said yet in this session, empty when none is left."""
    said = {line.text for line in turn.state.transcript if line.who == who}
    left = tuple(line for line in lines(turn, who, kind) if line not in said)
    return turn.pick(left, kind) if left else ""


def interrupted(turn: Turn, who: str, rank: int, count: int) -> None:
    """In the middle of an instruction, the telephone of a hurried person rings, once a hearing."""
    if has(turn, who, "presse") and count >= 3 and rank == count // 2:
        turn.say(who, turn.pick(lines(turn, who, "presse"), "presse"), "interrompu", voiced=False)


def hesitating(turn: Turn, who: str, reply: str) -> str:
    """A confused person's answer: a hesitation, then the fact whole, as its author wrote it."""
    if not has(turn, who, "confus"):
        return reply
    return f"{turn.pick(lines(turn, who, 'confus'), 'confus')} {reply}"


def digress(turn: Turn, who: str) -> None:
    """A chatty person goes on about something else, without saying the same thing twice."""
    if has(turn, who, "bavard"):
        turn.say(who, fresh(turn, who, "bavard"), "digression", voiced=False)


def asks_for_plainer_words(turn: Turn, who: str) -> bool:
    """A person who speaks little French stops a turn that is too long, without saying the same thing twice."""
    if not has(turn, who, "etranger") or len(turn.heard_text.split()) <= LONG_TURN:
        return False
    line = fresh(turn, who, "etranger")
    turn.say(who, line, "plus simplement", voiced=False)
    return bool(line)


def holds_on(turn: Turn, who: str) -> bool:
    """Whether a tenacious person refuses to be dismissed: nothing was promised to them in this step so far."""
    if not has(turn, who, "tenace"):
        return False
    begun = next((n for n, step in _steps(turn) if step == turn.state.step), 0)
    if any(n >= begun and act == "engagement" for n, act, _ in turn.state.acts):
        return False
    wanted = set(lines(turn, who, "tenace"))
    if sum(line.who == who and line.text in wanted for line in turn.state.transcript) >= HOLDS:
        return False
    line = fresh(turn, who, "tenace")
    turn.say(who, line, "insiste", voiced=False)
    return bool(line)


def _steps(turn: Turn) -> list[tuple[int, str]]:
    seen: dict[str, int] = {}
    for line in turn.state.transcript:
        seen.setdefault(line.step, line.n)
    return [(n, step) for step, n in seen.items()]


def pry(turn: Turn, who: str) -> None:
    """An indiscreet person asks, once, for what concerns somebody else."""
    if has(turn, who, "indiscret") and turn.state.turn >= PRYING_TURN and who not in turn.state.pried:
        line = turn.pick(lines(turn, who, "indiscret"), "indiscret")
        turn.emit(ev.Pried, who=who, text=line)
        turn.say(who, line, "indiscrétion", voiced=False)


def weigh_answer(turn: Turn, who: str, text: str, acts: set[str]) -> bool:
    """What the trainee answers to an indiscreet request: a refusal keeps the secret, a value or a yes gives it away.

    Returns whether the turn refuses it, at once or later.
    """
    if turn.state.pending_secret != who:
        declines = "refus" in acts or _discreet(text)
        return who in turn.state.pried and declines and bool(_HANDING.search(plain(text)))
    refuses = "refus" in acts or any(act.act == "refus" for act in find_acts(text)) or _discreet(text)
    today = turn.stage.script.scenario.date_fictive
    given = any(value.kind in _DATA for value in find_values(text, today)) or bool(_GIVES.search(plain(text)))
    turn.emit(ev.SecretAsked, who=who, kept=refuses or not given, text=text)
    return refuses


_HANDING = re.compile(r"(?<!\w)(?:donne|communique|transmet|passe|di[rst]|confidentiel)\w*")
_DISCREET = re.compile(
    r"confidentiel|vie privee|donnees? personnelle|pas (?:le droit|autorisee?|en mesure)"
    r"|ne (?:peux|pouvons|puis) (?:pas|rien)"
    r"|(?:autre|d'un|d'une|nos) client|rgpd|secret|discret"
)


def _discreet(text: str) -> bool:
    return bool(_DISCREET.search(plain(text)))
