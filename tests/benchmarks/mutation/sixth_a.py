"""The sixth hand’s first half, by production (or scenario/production). It may be read by those who write the checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.benchmarks.mutation import (
    sixth_a_base,
    sixth_a_mailing,
    sixth_a_note,
    sixth_a_order,
    sixth_a_page,
    sixth_a_planning,
    sixth_a_reply,
    sixth_a_sending,
    sixth_a_word,
    sixth_a_workshop,
)
from tests.benchmarks.mutation.other import OtherFault

MAKERS: dict[str, Callable[..., Iterator[OtherFault]]] = {
    "reponse": sixth_a_reply.letter,
    "message_atelier": sixth_a_workshop.message,
    "base": sixth_a_base.base,
    "planning_chiffre": sixth_a_planning.planning,
    "note": sixth_a_note.note,
    "compter-la-toile/mot": sixth_a_order.word,
    "emailing": sixth_a_mailing.mailing,
    "page_web": sixth_a_page.page,
    "liste": sixth_a_sending.mailing,
    "mot": sixth_a_word.word,
}
