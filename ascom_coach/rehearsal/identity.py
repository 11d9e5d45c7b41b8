# ruff: noqa: E501 -- a pattern stays on one line
"""Making sure of whom one speaks to: « c’est bien Mme Vasseur à l’appareil ? »."""

from __future__ import annotations

import re

from ascom_coach.language import plain
from ascom_coach.rehearsal.turn import Turn
from ascom_coach.rehearsal.understanding.questions import asks

_SPEAKING = (
    r"(?:(?:oui|bonjour|allo|bon|salut|re)[ ,!.]+)*(?:(?:c'est|c est) bien |(?:vous etes|etes[- ]vous|tu es|es[- ]tu) (?:bien )?"
    r"|je (?:suis|parle|m'adresse) bien (?:a |avec |chez )?|(?:c'est|j'ai) )?(?:mme |madame |m\. |m |mr |monsieur |mademoiselle )?"
)
_ON_THE_PHONE = r"(?: (?:a l'appareil|au telephone|au bout du fil))?(?:[ ,]+(?:n'est-ce pas|c'est (?:ca|bien ca)))? *\?[ ?!.]*"


def asks_who_speaks(turn: Turn, who: str, text: str) -> bool:
    """Whether the trainee makes sure of speaking to `who`: « c’est bien Mme Vasseur à l’appareil ? »."""
    names = "|".join(re.escape(word) for word in re.findall(r"\w{3,}", plain(turn.stage.character(who).nom)))
    return bool(
        names
        and re.fullmatch(rf"{_SPEAKING}(?:{names})(?: (?:{names}))*{_ON_THE_PHONE}", plain(text).strip())
    )


def calls_out(turn: Turn, who: str, text: str) -> bool:
    """Whether a turn only calls `who` by name before saying something: « allô Madame Vasseur ? c’est Nadia »."""
    head, mark, rest = text.partition("?")
    return bool(mark and rest.strip()) and asks_who_speaks(turn, who, f"{head.strip()} ?") and not asks(rest)
