# ruff: noqa: E501 -- a pattern stays on one line
"""Checks of a planning of which nobody gave the rules: only what cannot hold anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ascom_coach.language import opening, plain
from ascom_coach.review.checks.planning import HINTS
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.plannings.holds import clashes, closed
from ascom_coach.review.plannings.slots import read_slots
from ascom_coach.review.text_view import Place

_MOST = 3
_OWNER = ("person", "agenda")
"""An agenda that names nobody is that of one person."""
_OPENING = re.compile(
    r"(?<!\w)(?:ouver\w*|ferm\w*|horaires?|travaill\w*|jours? (?:feries?|ouvres?)|week-?ends?|(?:pas|aucune?|jamais) (?:de |d')?(?:rendez-vous|rdv|reunions?|creneaux?|visites?|interventions?))(?!\w)"
)
"""What tells, in the instruction of a planning, when something may be set."""


def slots_hold(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Nobody and no room twice at once in one table, ends after starts, durations that are right."""
    slots = read_slots(draft.document, draft.today)
    if not slots:
        return
    if draft.kind_id == "agenda" and not any(slot.who for slot in slots):
        slots = tuple(replace(slot, who=(_OWNER,)) for slot in slots)
    found = clashes(slots)
    for rank, one in enumerate(found[:_MOST], 1):
        yield wrong(one.message, one.place, HINTS[one.kind], mark=f".{rank}")
    if not found:
        yield good("Les créneaux se suivent sans se chevaucher.", slots[0].place)


def outside(draft: Draft, text: str) -> tuple[bool | None, Place]:
    """Whether all slots are inside the days and hours that a text gives, with the first one that is not.

    None when the file sets nothing, or the text says neither days nor hours.
    """
    slots, when = read_slots(draft.document, draft.today), opening(text)
    if not slots or when is None:
        return None, (None, "")
    first = next(closed(slots, when), None)
    return first is None, first.place if first else slots[0].place


def allowed_times(text: str) -> str:
    """The sentence of an instruction, when it says on which days or at which hours something may be set."""
    said = bool(_OPENING.search(plain(text))) and opening(text) is not None
    return " ".join(text.split()).rstrip(".! ") if said else ""
