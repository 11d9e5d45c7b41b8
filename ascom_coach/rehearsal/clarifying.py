# ruff: noqa: E501 -- a pattern stays on one line
"""A doubt said aloud (« Vous parlez du règlement ? ») and the words that settle it: yes, no, a number, a rank, a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ascom_coach.language import plain, stems
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.lines import clarification, either, shared
from ascom_coach.rehearsal.stage import SAID
from ascom_coach.rehearsal.state import OTHER_THING
from ascom_coach.rehearsal.telling import answer
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding import Reading
from ascom_coach.rehearsal.understanding.choice import AHEAD
from ascom_coach.rehearsal.understanding.questions import asks
from ascom_coach.rehearsal.understanding.reader import same_label
from ascom_coach.scenarios.schema import Fact

BEHIND = 0.3
"""Share of the first candidate's score under which another is not offered, beside it or in its place."""
FAINTLY = 0.1
_A_FEW = 2
"""From which score, if well ahead of any other, a fact or two are offered rather than « je n’ai pas compris »."""
_YES_WORD = (
    r"(?:oui|ouais|ouaip|yes|yep|o|si(?! (?:il|elle|on|tu|vous|je|j'|nous|ils|elles|jamais|y|l[ae]s?|l'|c'|ca|une?|des|mon|ma|votre|quelqu))|voila|exact|exactement|tout a fait|c'est (?:bien )?(?:ca|cela)|bien sur|absolument"
    r"|evidemment|en effet|parfaitement|justement)"
)
_NO_WORD = (
    r"(?:non|nan|no|n|pas du tout|pas (?:ca|cela|vraiment|exactement)|ni l'une? ni l'autre|aucune?(?: des (?:deux|trois))?"
    r"|rien de tout ca|autre chose)"
)
_YES = re.compile(rf"{_YES_WORD}(?:[ ,!.]+(?:{_YES_WORD}|merci))*(?![\w'-])[ ,.;:!]*")
_NO = re.compile(rf"{_NO_WORD}(?:[ ,!.]+(?:{_NO_WORD}|merci|desolee?|pardon))*(?![\w'-])[ ,.;:!]*")
_HALF_YES = re.compile(r"(?:voila|justement|o|si|en effet)(?:[ ,.!]+(?:merci|oui))*")
"""Words that open a turn as often as they answer."""
_ALL = re.compile(r"(?:tou(?:te)?s )?les (?:deux|trois)|l'une? et l'autre|tout ca|tous|toutes")
_RATHER = re.compile(
    r"(?:(?:plutot|mais|en fait|enfin|c'est|c'etait|je (?:parle|parlais|pensais|veux dire|voulais dire|demande|demandais)"
    r"|de|du|des|d'|a|au|aux|pour)(?: |(?<='))+)*"
)
_POLITE = re.compile(r"[ ,]*(?:svp|stp|s'il (?:vous|te) plait|merci)$")
_RANKS = (
    (re.compile(r"(?:le |la |choix |n° ?|numero )*(?:1|un|une)|(?:le |la )?(?:premiere?|1ere?|1er)"), 0),
    (re.compile(r"(?:le |la |choix |n° ?|numero )*(?:2|deux)|(?:le |la )?(?:deuxieme|seconde?|2e|2eme)"), 1),
    (re.compile(r"(?:le |la |choix |n° ?|numero )*(?:3|trois)|(?:le |la )?(?:troisieme|3e|3eme)"), 2),
    (re.compile(r"(?:le |la )?derni(?:er|ere)"), -1),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settled:
    """How words settle a doubt: the facts chosen, or `refused` (none of them), or `several` (a yes to many).

    `rest` is what was said beside, still to be understood; empty when nothing was.
    """

    facts: tuple[str, ...] = ()
    refused: bool = False
    several: bool = False
    rest: str = ""


def settle(turn: Turn, who: str, text: str) -> Settled | None:
    """What `text` answers to the doubt under way; None when there is none or when it says something else."""
    pending, labels = turn.state.pending, turn.state.pending_labels
    said = plain(text).strip(" .!?…")
    if not pending or not said:
        return None
    if _ALL.fullmatch(said):
        return Settled(pending)
    yes, no = _YES.match(said), _NO.match(said)
    lead = yes or no
    rest = said[lead.end() :] if lead else said
    named = _named(rest, pending, labels)
    if named:
        return Settled((named,))
    if yes and len(pending) > 1:
        return None if rest else Settled(several=True)
    if yes and _HALF_YES.fullmatch(yes.group().strip(" ,.!;:")) and len(rest.split()) > _A_FEW:
        return None  # « voilà, merci, je vous tiens au courant »: it ends, it settles nothing
    if yes:
        return Settled(pending, rest=rest if asks(rest) else "")
    if not no:
        return None
    topics = [fact for fact in turn.stage.topics(who) if fact.id not in pending]
    other = _named(rest, [fact.id for fact in topics], [fact.porte_sur for fact in topics], ranks=False)
    if other:
        return Settled((other,))
    return Settled(refused=True, rest=f"{_RATHER.sub('', rest, count=1)} ?" if rest else "")


def _named(said: str, ids: Sequence[str], labels: Sequence[str], *, ranks: bool = True) -> str:
    """The one thing named by number, rank or words of its label; empty when none or several are."""
    said = _POLITE.sub("", _RATHER.sub("", said, count=1))
    for pattern, index in _RANKS if ranks else ():
        if pattern.fullmatch(said):
            return ids[index] if index < len(ids) else ""
    named = [fact for fact, label in zip(ids, labels, strict=True) if same_label(said, label)]
    return named[0] if len(named) == 1 else ""


def doubtful_facts(turn: Turn, who: str, readings: Sequence[Reading]) -> list[Fact]:
    """What `who` could be asked for, in the first question that leaves a doubt."""
    unsure = next((item for item in readings if item.decision == "clarifier" and item.asking), None)
    return _worth_offering(turn, who, unsure.candidates) if unsure else []


def _worth_offering(turn: Turn, who: str, candidates: Sequence[tuple[str, float]]) -> list[Fact]:
    """The facts of `who` among candidates, those far behind the first of them left out."""
    found = [(turn.stage.script.scenario.fact(key), score) for key, score in candidates]
    mine = [(fact, score) for fact, score in found if fact.qui == who and fact.acces != "jamais"]
    return _offerable(turn, [fact for fact, score in mine if score >= BEHIND * candidates[0][1]])


def _offerable(turn: Turn, facts: Sequence[Fact]) -> list[Fact]:
    """Facts without those already refused; without those told, when others were not."""
    left = [fact for fact in facts if fact.id not in turn.state.refused]
    return [fact for fact in left if fact.id not in turn.state.told] or left


def faint_facts(turn: Turn, readings: Sequence[Reading]) -> list[Fact]:
    """What a question of which little is understood most resembles: a fact or two not told, well ahead of any other."""
    for item in readings:
        if item.decision == "fait" or not item.asking or item.decoy or not item.candidates:
            continue
        least = max(FAINTLY, item.candidates[0][1] / AHEAD)
        near = [key for key, score in item.candidates if score >= least]
        facts = [turn.stage.script.scenario.fact(key) for key in near if not key.startswith(SAID)]
        if 0 < len(near) <= _A_FEW and len(facts) == len(near):
            new = [fact for fact in facts if fact.acces != "jamais" and fact.id not in turn.state.told]
            return _offerable(turn, new)
    return []


def offered_in_vain(turn: Turn, facts: Sequence[Fact]) -> bool:
    """Whether these facts were offered a turn ago, and the words said since name none of them."""
    just_offered = turn.state.pending_turn == turn.state.turn - 1
    same = bool(facts) and {fact.id for fact in facts} == set(turn.state.offered)
    return just_offered and same and not _names(turn, facts[0])


def ask_which(turn: Turn, who: str, facts: Sequence[Fact]) -> None:
    """`who` asks which of a few facts is meant, by their public labels; a single one makes a yes or no question.

    What was offered a turn ago and is still what other words resemble most is what was meant: it is answered.
    """
    just_offered = turn.state.pending_turn == turn.state.turn - 1
    if just_offered and {fact.id for fact in facts} == set(turn.state.offered):
        answer(turn, who, facts[0].id, "clarification", checked=True)
        return
    labels = tuple(fact.porte_sur for fact in facts)
    line = clarification(labels, turn.stage.character(who).registre)
    turn.say(who, line, "précision", voiced=False)
    turn.emit(ev.Clarifying, who=who, facts=tuple(fact.id for fact in facts), labels=labels)


def _names(turn: Turn, fact: Fact) -> bool:
    """Whether the words just said share something with those that name a fact."""
    known = {stem for source in (fact.porte_sur, *fact.mots_cles, *fact.questions) for stem in stems(source)}
    return bool(known & set(stems(turn.heard_text)))


def ask_again(turn: Turn, who: str) -> None:
    """A yes to several things: which one?"""
    facts, labels = turn.state.pending, turn.state.pending_labels
    line = turn.pick(shared("lequel", turn.stage.character(who).registre), "lequel")
    turn.say(who, line.replace("{choix}", either(labels)), "précision", voiced=False)
    turn.emit(ev.Clarifying, who=who, facts=facts, labels=labels)


def none_of_them(turn: Turn, who: str) -> None:
    """It was something else: `who` asks for other words."""
    turn.emit(ev.NotUnderstood, who=who, reason=OTHER_THING)
    line = turn.pick(shared("autre_chose", turn.stage.character(who).registre), "autre_chose")
    turn.say(who, line, "pas compris", voiced=False)
