"""The sixth hand’s second half, by production (or scenario/production).

Only measured: those who write the checks read neither these files nor their misses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.benchmarks.mutation import (
    sixth_b_base,
    sixth_b_mailing,
    sixth_b_note,
    sixth_b_order,
    sixth_b_page,
    sixth_b_planning,
    sixth_b_reply,
    sixth_b_sending,
    sixth_b_word,
    sixth_b_workshop,
)
from tests.benchmarks.mutation.other import OtherFault

MAKERS: dict[str, Callable[..., Iterator[OtherFault]]] = {
    "reponse": sixth_b_reply.letter,
    "message_atelier": sixth_b_workshop.message,
    "base": sixth_b_base.base,
    "planning_chiffre": sixth_b_planning.planning,
    "note": sixth_b_note.note,
    "compter-la-toile/mot": sixth_b_order.word,
    "emailing": sixth_b_mailing.mailing,
    "page_web": sixth_b_page.page,
    "liste": sixth_b_sending.mailing,
    "mot": sixth_b_word.word,
}
