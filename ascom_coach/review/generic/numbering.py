"""A number that jumps in a list typed by hand: a point, a question or an article was taken away, or forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.documents import Block
from ascom_coach.review.generic.draft import Draft, Hit, wrong
from ascom_coach.review.text_view import clipped

_NUMBER = re.compile(
    r"^\s*(?:(?:article|question|étape|point|annexe)\s+)?(?P<number>\d{1,2})\s?(?:[.)°–-]|:)\s*\S",
    re.IGNORECASE,
)
_KINDS = ("paragraph", "list_item", "heading", "line", "mail_line", "html")


def jumps(draft: Draft) -> Iterator[Hit]:
    """« 1. 2. 4. »: told once, on the line after the jump."""
    last, row = 0, 0
    for block in draft.view.blocks:
        number = _number(block)
        if number is None:
            continue
        if number == 1:
            last, row = 1, 1
        elif row >= 1 and number == last + 1:
            last, row = number, row + 1
        elif row >= 2 and number == last + 2:
            message = f"La numérotation saute de {last} à {number}."
            yield wrong(
                message, (block.locator, clipped(block.text)), "Manque-t-il un point ?", mark=".numeros"
            )
            return
        else:
            row = 0


_SEE = re.compile(r"(?<!\w)l'etape (?P<number>\d{1,2})(?!\w)")
_STEP = re.compile(r"^\s*(?:etape )?(?P<number>\d{1,2})\s?(?:[.)°–:-])", re.MULTILINE)


def lost_steps(draft: Draft) -> Iterator[Hit]:
    """« Reprenez à l’étape 7 » where there are five."""
    steps = [int(one["number"]) for one in _STEP.finditer(draft.folded.text)]
    for match in _SEE.finditer(draft.folded.text) if len(steps) >= 2 else ():
        if int(match["number"]) > max(steps):
            hint = "À quelle étape le lecteur doit-il aller ?"
            yield wrong(
                "Le texte renvoie à une étape qui n’existe pas.", draft.at(match), hint, mark=".renvoi"
            )
            return


def _number(block: Block) -> int | None:
    match = _NUMBER.match(block.text) if block.kind in _KINDS and not block.numbered else None
    return int(match["number"]) if match else None
