"""Whether a piece may ask for something, by its marks or by its tone, and whether it is French at all."""

from __future__ import annotations

import re

from ascom_coach.language import lexicon, words
from ascom_coach.rehearsal.understanding.asking import asking_tone
from ascom_coach.rehearsal.understanding.questions import (
    asks_at_last,
    begs,
    opens,
    questions,
    states,
    wants,
)

# From the first on, the tone of a piece that no word marks may ask for something, from the second it does; under the
# third, a word that could mark a question marks none: « quel casse-tête », « il manque la vis ».
TONE = 0.18
PLAIN_TONE = 0.45
# From it on, a piece that no word marks asks, whatever it is about: less than 2 in 100 of what tells is so high.
ASKED_TONE = 0.5
TELLING = 0.05
# Shares of known words under which a turn is not taken for French: as typed, and once repaired.
FRENCH = 0.5
FRENCH_REPAIRED = 0.75

_A_CLAUSE = 3
"""Words from which what ends a piece may be a question by itself."""


def marks(piece: str) -> tuple[bool, bool]:
    """Whether a word marks a piece as a question, and whether it may be one at all."""
    if "?" in piece or opens(piece):
        marked = wants(piece)
        return marked, marked
    tone = asking_tone(piece)
    told = states(piece)
    marked = (
        begs(piece) or asks_at_last(piece) or tone >= TELLING
        if wants(piece)
        else tone >= PLAIN_TONE and not told
    )
    return marked, marked or (tone >= TONE and not told)


def may_ask(text: str) -> bool:
    """Whether something in a turn may be a question, marked as one or by its tone."""
    return any(marks(piece)[1] for piece in questions(text))


def foreign(text: str, share: float) -> bool:
    """Whether a turn has less than `share` of its words in French, or a short one none: another language, or noise."""
    said = [token for token in words(text) if len(token.folded) >= 3 and token.folded.isalpha()]
    known = sum(lexicon().has_folded(token.text) for token in said)
    return (len(said) >= 4 and known < len(said) * share) or (len(said) >= 2 and not known)


def tone_of(piece: str) -> float:
    """How much a piece asks: surely by a mark, else by its tone when it is long enough to have one."""
    if "?" in piece or opens(piece) or wants(piece):
        return 1.0
    return asking_tone(piece) if len(re.findall(r"\w+", piece)) >= _A_CLAUSE else 0.0
