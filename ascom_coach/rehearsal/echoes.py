# ruff: noqa: E501 -- a pattern stays on one line
"""What the trainee takes up from the last answer: « la gauche, d’accord, et vous en avez besoin quand ? », « les autres
rentrent, c’est ça ? ».

Words of the last answer followed by a sign of agreement say nothing new: what comes after them is what is asked. Words
that anybody here said aloud, put forward for a yes, get a yes.
"""

from __future__ import annotations

import re

from ascom_coach.language import find_values, plain, same_value, stems
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding.bids import puts_forward
from ascom_coach.rehearsal.understanding.questions import expects

_AGREES = r"(?:ok|okay|d'accord|je (?:comprends|vois|note)(?: mieux| bien)?|tres bien|super|parfait|c'est note|note|entendu|ca marche|nickel|top)"
_ECHO = re.compile(
    rf"(?:(?:ah|oh|donc|alors|bon|oui|ok|zut|mince)[ ,.!]+)*(?P<echo>(?:[\w'’-]+[ ,.!]+){{1,6}}?){_AGREES}[ ,.!]+(?:(?:et|mais|donc|alors) )*(?P<rest>.+)"
)
_AT_LEAST = 2
"""Words that must be left once an echo is taken off."""
_THING = re.compile(r"(?:l'|l’|pour |a )\w{3,}")
_ENOUGH = 0.6
"""Share of what a check names that was said, for a yes to be the answer."""
_LINES = 6
"""Last lines of a person in which what is checked was said."""


def unechoed(turn: Turn, who: str, text: str) -> str:
    """A turn without the words of the last answer that it begins by taking up."""
    folded = plain(text)
    found = _ECHO.fullmatch(folded.strip()) if len(folded) == len(text) and folded == folded.strip() else None
    if found is None or not (len(found["rest"].split()) >= _AT_LEAST or _THING.match(found["rest"])):
        return text
    echo = _content(found["echo"])
    last = _content(" ".join(_said(turn, who)[-2:]))
    return text[found.start("rest") :] if echo and echo <= last else text


def checks_what_was_said(turn: Turn, who: str, text: str) -> bool:
    """Whether words put forward for a yes only hold what `who` said: « les autres rentrent chez eux, c’est ça ? »."""
    if not puts_forward(text) or expects(text):
        return False
    named = {stem for stem in stems(text) if len(stem) >= 4}
    said = _said(turn, who)[-_LINES:]
    if _NEGATED.search(plain(text)):
        return False
    today = turn.stage.script.scenario.date_fictive
    heard = [value for line in said for value in find_values(line, today)]
    if any(not any(same_value(one, other) for other in heard) for one in find_values(text, today)):
        return False
    return any(len(named & _content(line)) >= max(2, _ENOUGH * len(named)) for line in said)


_NEGATED = re.compile(r"(?<!\w)(?:pas|plus|jamais|rien|aucune?|personne|sauf|sans)(?!\w)")


def _said(turn: Turn, who: str) -> list[str]:
    return [line.text for line in turn.state.transcript if line.who == who and line.who != ev.TRAINEE]


def _content(text: str) -> set[str]:
    """Stems and numbers of words."""
    return {*stems(text), *re.findall(r"\d+", text)} - {"ok", "oui", "donc", "bon", "ah"}
