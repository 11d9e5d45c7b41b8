# ruff: noqa: E501 -- a pattern stays on one line
"""A name already said may be asked for letter by letter: « Vasseur avec deux s ? », « tu peux me l’épeler ? »."""

from __future__ import annotations

import re
from itertools import groupby

from ascom_coach.language import plain
from ascom_coach.rehearsal import events as ev
from ascom_coach.rehearsal.lines import shared
from ascom_coach.rehearsal.turn import Turn

_ASKED = re.compile(
    r"(?<!\w)(?:epel\w+|s'ecri(?:t|vent)|(?:ca|cela|je|on) (?:l'|le |la )?ecri[st] comment|comment (?:je|on|tu|vous) (?:l'|le |la )?ecri\w+"
    r"|(?:avec|prend|il y a) (?:un|une|deux|1|2) (?:seule? )?[a-z](?= ?(?:[?,.!]|$| ou ))|(?:un|une|1) ou (?:deux|2) [a-z](?!\w))"
)
_NAME = re.compile(r"(?:(?:M\.|Mme|Mlle|monsieur|madame) )([A-ZÀ-Ý][a-zà-ÿ]{2,})")
_FULL = re.compile(r"[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+){0,2}")
_COUNTS = {2: "deux ", 3: "trois "}


def spell_out(turn: Turn, who: str) -> bool:
    """`who` spells the name asked about, if it was said; False, and nothing said, when none was asked about."""
    said = plain(turn.heard_text).replace("’", "'")
    name = _meant(turn, said) if _ASKED.search(said) else ""
    if not name:
        return False
    register = turn.stage.character(who).registre
    line = turn.pick(shared("epelle", register), "epelle").replace("{lettres}", letters(name))
    turn.say(who, line, "redit", voiced=False)
    return True


def letters(name: str) -> str:
    """« Vasseur » → « V, A, deux S, E, U, R »; the words of a name apart."""
    return " — ".join(
        ", ".join(
            f"{_COUNTS.get(n, '')}{letter}"
            for letter, run in groupby(word.upper())
            if letter.isalpha() and (n := len(list(run)))
        )
        for word in name.split()
    )


def _meant(turn: Turn, said: str) -> str:
    """The name that words hold, else the name told last; empty when no such name was said."""
    heard = " ".join(line.text for line in turn.state.transcript if line.who != ev.TRAINEE)
    people = " ".join(turn.stage.character(one).nom for one in turn.stage.script.scenario.personnages)
    held = [
        *_NAME.findall(f"{heard} {people}"),
        *(word for value in turn.state.told.values() if _FULL.fullmatch(value) for word in value.split()),
    ]
    spoken = set(re.findall(r"[a-z'-]+", said))
    named = [name for name in dict.fromkeys(held) if plain(name) in spoken]
    last = turn.state.told.get(turn.state.last_fact, "")
    return " ".join(named) if named else last if _FULL.fullmatch(last) else ""
