"""What was to be left out and is said all the same: words, a value, a gift in other words."""

from __future__ import annotations

import re

from ascom_coach.language import mentions, plain, stems
from ascom_coach.review.generic.draft import Draft
from ascom_coach.review.gift_words import gift_kinds, gifts_granted, leaves_open
from ascom_coach.review.text_view import Place

_NEGATION = re.compile(r"(?<!\w)(?:ne|n'|sans|aucune?)(?!\w)|(?<!\w)pas(?!\w)")
_REFUSES = re.compile(r"(?<!\w)(?:pas|plus|impossible|jamais|ni|aucune?|sans)(?!\w)")
_CLAUSE = re.compile(r"[,;:]| (?:mais|et|car) ")
_GESTURE = re.compile(r"(?<!\w)gestes? d[e'] ?\d")
_ANY_GIFT = re.compile(r"(?<!\w)(?:gestes?|cadeaux?|dedommagements?|compensations?)(?!\w)")
_WHOLE = ("gratuit", "remise", "rembours")
"""What « pas de geste » forbids, whatever its words."""
_PRICES = re.compile(r"(?:prix|tarifs?|montants?)")


def said_all_the_same(draft: Draft, what: str, *, values: bool) -> tuple[bool, Place]:
    """(whether it is left out, where it is said or may be looked at).

    A gift may be named to refuse it; granted in other words, it is said all the same. With `values`, a value counts in
    any written form.
    """
    kinds = gift_kinds(plain(what))
    if kinds:
        return _granted(draft, what, kinds)
    view = draft.whole
    spans = view.find(what) or (mentions(view.text, what, draft.today) if values else [])
    if spans:
        return False, view.place(*spans[0])
    if _PRICES.fullmatch(plain(what).strip()):  # « pas de prix »: an amount is one
        priced = next((one for one in draft.values if one.kind == "montant"), None)
        if priced is not None:
            return False, draft.view.place(priced.start, priced.end)
    wanted = set(stems(what))
    for start, end in draft.sentences if len(wanted) >= 2 else ():
        words = draft.view.text[start:end]
        if wanted <= set(stems(words)) and not _NEGATION.search(plain(words)):
            return False, draft.view.place(start, end)
    return True, draft.view.main()


def _granted(draft: Draft, what: str, kinds: list[str]) -> tuple[bool, Place]:
    forbidden = set(_WHOLE) if _ANY_GIFT.search(plain(what)) else set(kinds)
    for start, end in draft.sentences:
        words = draft.view.text[start:end]
        if not leaves_open(words) and any(
            _gives(clause, forbidden) for clause in _CLAUSE.split(plain(words))
        ):
            return False, draft.view.place(start, end)
    return True, draft.view.main()


def _gives(clause: str, forbidden: set[str]) -> bool:
    gifts = list(gifts_granted(clause))
    if match := _GESTURE.search(clause):
        gifts.append(("remise", match.group()))
    return any(kind in forbidden and not _REFUSES.search(clause.partition(words)[0]) for kind, words in gifts)
