# ruff: noqa: E501 -- a pattern stays on one line
"""How the trainee behaves and what it does to the mood: acts, promises, patience. Every change has its reason."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ascom_coach.language import find_acts, leave_asked, plain, rejoined, spoken_acts, spoken_promises
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.identity import asks_who_speaks
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding.questions import addresses
from ascom_coach.rehearsal.understanding.tones import may_ask
from ascom_coach.scenarios.delegation import judge

_INSTEAD = re.compile(
    r"(?<!\w)(?:mais|par contre|en revanche|cependant),? (?:(?:par contre|la|si vous voulez|en attendant),? )?(?:je |j'|on |nous )"
    r"(?!(?:ne |n')|(?:comprend|sai[st]|savons|croi[st]|pens|trouv|regrett|suis|etais|sommes|espere)\w*|[a-z']+ (?:[a-z']+ )?(?:pas|rien|plus|jamais)(?!\w))[a-z]"
)

_OWN = re.compile(r"(?<!\w)(?:j'|(?:je|on|nous|moi|notre|nos|mon|ma|mes)(?!\w))")
_DONE_TO = re.compile(
    r"(?<!\w)(?:serez|seras|(?:allez|vas) etre|recevrez|recevras|aurez|auras)(?! (?:la|chez|disponible|present|besoin)e?s?(?!\w))"
)
LOWEST, HIGHEST = 0, 5
PER_TURN = 2
_LISTENING = {
    "empathie",
    "excuse",
    "reformulation",
    "engagement",
    "remerciement",
    "salutation",
    "presentation",
}

REASONS = {
    "empathie": "vous avez reconnu ce que la personne ressent",
    "excuse": "vous avez présenté des excuses",
    "reformulation": "vous avez reformulé",
    "engagement": "vous vous êtes engagé à agir",
    "presentation": "vous vous êtes présenté",
    "remerciement": "vous avez remercié",
    "reproche": "vous avez rejeté la faute",
    "refus": "vous avez refusé sans proposer",
    "interruption": "vous avez coupé la parole",
    "menace": "vous avez menacé",
    "insulte": "vous avez insulté",
    "question_repetee": "vous avez posé deux fois la même question",
    "promesse_intenable": "vous avez promis ce que vous ne pouvez pas tenir",
    "silence": "vous êtes resté sans répondre",
    "trois_questions_sans_ecoute": "trois questions de suite, sans un mot d’écoute",
}


def read_conduct(turn: Turn, text: str, who: str) -> set[str]:
    """Record the acts and promises of what is said to `who`. Returns the acts' names.

    Leave asked of a manager promises nothing, even typed without its question mark.
    """
    scenario = turn.stage.script.scenario
    asked = asks_who_speaks(turn, who, text)  # who speaks to them is no way to say who oneself is
    acts = [act for act in spoken_acts(text) if not (asked and act.act == "presentation")]
    doubtful = _doubtful(text)
    acts = [act for act in acts if act.act not in doubtful]
    for act in acts:
        turn.emit(ev.ActDetected, act=act.act, text=text[act.start : act.end])
    for promise in spoken_promises(text, scenario.date_fictive):
        if "engagement" in doubtful:
            continue
        if who in turn.stage.managers and leave_asked(promise.text, scenario.date_fictive):
            continue
        judged = judge(promise, scenario, turn.state.told)
        amounts = ", ".join(value.text for value in promise.values)
        turn.emit(
            ev.Promised,
            sense=promise.sense,
            text=promise.text,
            amount=amounts,
            verdict=judged.verdict,
            rule=judged.rule,
        )
    done: set[str] = {act.act for act in acts}
    done -= {"refus"} if _proposes(text) else set()
    return done - ({"cloture"} if _only_asks_whether_to_end(text) else set())


def _doubtful(text: str) -> set[str]:
    """Acts that no pattern shows and that what is shown gainsays: « je récapitule » and a question cut nobody in."""
    shown = {act.act for act in find_acts(text)}
    if _theirs(text):
        return {"engagement"} - shown
    harmless = any(act.act == "reformulation" for act in spoken_acts(text)) or may_ask(text)
    return {"interruption"} - shown if harmless else set()


def _theirs(text: str) -> bool:
    """Whether words only say what the other does: « vous serez là demain ? »; « vous serez remboursé » commits."""
    folded = plain(text).replace("’", "'")
    return addresses(text) and not (_OWN.search(folded) or _DONE_TO.search(folded))


def _only_asks_whether_to_end(text: str) -> bool:
    """« ça vous convient ? », « autre chose à me dire ? »: words that lead to the end and wait for an answer."""
    ends = [act.end for act in find_acts(text) if act.act == "cloture"]
    return bool(ends) and all("?" in text[end - 1 : end + 2] for end in ends)


def _proposes(text: str) -> bool:
    """Whether what is refused comes with something that one does instead: « je ne peux pas…, mais je fais remonter »."""
    return bool(_INSTEAD.search(plain(text)))


def move_mood(
    turn: Turn, who: str, acts: set[str], events_from: int, *, asked_again: bool, asked: bool
) -> None:
    """Apply what this turn does to the mood of `who`: bonuses once, penalties each time, two points a turn at most."""
    mood = turn.stage.character(who).humeur
    if mood is None:
        return
    causes: list[tuple[str, int]] = []
    used = {point.reason for point in turn.state.mood_curve if point.who == who}
    for act in sorted(acts):
        if act in mood.monte and REASONS.get(act, act) not in used:
            causes.append((act, mood.monte[act]))
        if act in mood.baisse:
            causes.append((act, mood.baisse[act]))
    promised = [event for event in turn.events[events_from:] if isinstance(event, ev.Promised)]
    if any(event.verdict in ("interdit", "au-dela", "sans-accord") for event in promised):
        causes.append(("promesse_intenable", mood.baisse.get("promesse_intenable", 0)))
    if asked_again:
        causes.append(("question_repetee", mood.baisse.get("question_repetee", 0)))
    if asked and not acts & _LISTENING and _deaf_turns(turn, who) >= 3:
        causes.append(("trois_questions_sans_ecoute", mood.baisse.get("trois_questions_sans_ecoute", 0)))
    move_for(turn, who, causes)


def move_for(turn: Turn, who: str, causes: Sequence[tuple[str, int]]) -> None:
    """Move the mood of `who` for each (cause, by how much), two points in all at most, between 0 and 5."""
    spent = 0
    for cause, delta in causes:
        allowed = max(-PER_TURN - spent, min(PER_TURN - spent, delta))
        before = turn.mood(who)
        after = max(LOWEST, min(HIGHEST, before + allowed))
        if after != before:
            spent += after - before
            turn.emit(
                ev.MoodChanged, who=who, mood=after, delta=after - before, reason=REASONS.get(cause, cause)
            )


def _deaf_turns(turn: Turn, who: str) -> int:
    """Consecutive last turns towards `who` that asked and held no listening act (multiples of three count once).

    « oui, je vois » between two questions asks nothing: the person was not questioned three times in a row.
    """
    listening = {n for n, act, _ in turn.state.acts if act in _LISTENING}
    said = [line for line in turn.state.transcript if line.who == ev.TRAINEE and line.to == who]
    count = 0
    for index in range(len(said) - 1, -1, -1):
        first = said[index].n
        last = said[index + 1].n if index + 1 < len(said) else turn.state.n + 1
        if any(first <= n < last for n in listening) or not may_ask(rejoined(said[index].text)):
            break
        count += 1
    return 3 if count and count % 3 == 0 else 0
