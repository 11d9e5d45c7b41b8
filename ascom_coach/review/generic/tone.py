"""Check of the tone of a draft: nobody attacked, put off or mocked, no words of a chat in a letter.

Always « à vérifier »: only a reader knows what two people may say to each other. Finding nothing proves little: it
is no success either.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language import find_acts
from ascom_coach.review.checks.text import ACT_WORDS
from ascom_coach.review.generic.draft import Draft, Hit, wrong
from ascom_coach.review.harsh_words import ATTACKS, CHAT, JUDGED, SHARP, SHOUT, SMILEY

_RUDE = ("menace", "insulte", "reproche")
_FIRM = ("relance", "reclamation")
"""Kinds that rightly say what went wrong, or what will happen otherwise."""
_EASY = ("publication", "newsletter", "emailing", "flyer", "page_web", "catalogue")
"""Kinds that may speak as people talk."""
_MOST = 4


def tone(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """No attack, threat, mockery or shouting; in a letter or a message, no words of a chat."""
    if draft.document.sheets or not draft.view.blocks:
        return
    spans = sorted(_spans(draft))
    told: list[tuple[int, int]] = []
    for start, end, message in spans:
        if len(told) < _MOST and not any(start < last and first < end for first, last in told):
            told.append((start, end))
            hint = "Le diriez-vous à cette personne, devant vous ?"
            yield wrong(message, draft.view.place(start, end), hint, mark=f".{len(told)}")


def _spans(draft: Draft) -> Iterator[tuple[int, int, str]]:
    view, folded = draft.view, draft.folded
    firm = draft.kind_id in _FIRM
    for act in find_acts(view.text) if not firm else ():
        if act.act in _RUDE:
            yield act.start, act.end, f"On lit ici {ACT_WORDS[act.act]}."
    looked = [*ATTACKS, (JUDGED, "Ces mots jugent quelqu’un.")]
    if not firm:
        looked.append((SHARP, "Ces mots attaquent ou menacent quelqu’un."))
    if "appel" in draft.parts and draft.kind_id not in _EASY:
        looked.append((CHAT, "Ces mots sont ceux d’une conversation."))
        for match in (*SHOUT.finditer(view.text), *SMILEY.finditer(view.text)):
            block = view.blocks[view.index(match.start())]
            title = block.kind in ("title", "heading", "header", "footer") or block.text.isupper()
            if not title or not match.group().isupper():
                yield *match.span(), "Ces signes sont ceux d’une conversation."
    for pattern, message in looked:
        for match in pattern.finditer(folded.text):
            yield *folded.span(*match.span()), message
