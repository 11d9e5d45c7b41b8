# ruff: noqa: E501 -- a pattern stays on one line
"""What one text writes twice: an amount in figures and in words, the name of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from ascom_coach.language import one_edit, plain
from ascom_coach.review.generic.draft import Draft, Hit, wrong

_BETWEEN = re.compile(r"\s*[(:,–-]?\s*(?:soit|en (?:toutes )?lettres|c'est[- ]a[- ]dire)?\s*:?\s*\(?\s*")
_CIVIL = r"(?:M\.|MM\.|Mme|Mlle|Madame|Monsieur|Mademoiselle|Maître|Me|Dr)"
_NAME = re.compile(
    rf"(?<!\w){_CIVIL}\s+(?P<name>[A-ZÉÈÀÂÎÔÇ][\w’'-]+(?:[ \u00a0](?:(?:de|du|le|la|Le|La|De|Du)[ \u00a0])?[A-ZÉÈÀÂÎÔÇ][\w’'-]+){{0,2}})"
)
_SHORT = 4
"""Letters under which two names that differ by one are two names (« Roy » and « Ray »)."""


def in_words_too(draft: Draft) -> Iterator[Hit]:
    """« 1 950 € (mille neuf cent cinq euros) »: figures and words give the same amount."""
    text = draft.view.text
    amounts = [one for one in draft.values if one.kind == "montant" and isinstance(one.value, Decimal)]
    for number, (one, two) in enumerate(pairwise(amounts), 1):
        digits = [bool(re.search(r"\d", text[value.start : value.end])) for value in (one, two)]
        beside = _BETWEEN.fullmatch(plain(text[one.end : two.start])) and text[one.end : two.start].strip()
        if beside and digits[0] != digits[1] and one.value != two.value:
            message = "Les chiffres et les lettres ne donnent pas le même montant."
            place = draft.view.place(one.start, two.end)
            yield wrong(
                message, place, "Lequel des deux est le bon ?", certain=True, mark=f".lettres{number}"
            )


def names_spelt(draft: Draft) -> Iterator[Hit]:
    """A person keeps the same spelling all along; two people named together are two people."""
    found: dict[tuple[str, ...], re.Match[str]] = {}
    for match in _NAME.finditer(draft.view.text):
        words = tuple(plain(match["name"]).split())
        for other, before in found.items():
            apart = [(a, b) for a, b in zip(words, other, strict=False) if a != b]
            if len(words) != len(other) or len(apart) != 1 or _together(draft, before, match):
                continue
            if min(map(len, apart[0])) > _SHORT - (len(words) > 1) and one_edit(*apart[0]):
                message = "Ce nom s’écrit autrement ailleurs dans ce document."
                hint = "Comment la personne signe-t-elle ?"
                yield wrong(message, draft.view.place(*match.span()), hint, mark=".nom")
                return
        found.setdefault(words, match)


def _together(draft: Draft, one: re.Match[str], two: re.Match[str]) -> bool:
    """Whether one line names both."""
    return "\n" not in draft.view.text[one.end() : two.start()]


_TITLE = re.compile(
    r"(?<![\w&])(?P<title>M\.|Mr|Monsieur|Mme|Mlle|Madame|Mademoiselle)[ \u00a0](?:(?P<first>[A-ZÉÈÀÂÎÔÇ][\w’-]+)[ \u00a0])?(?P<name>[A-ZÉÈÀÂÎÔÇ][\w’'-]{2,})(?![ \u00a0][A-ZÉÈÀÂÎÔÇ])"
)
_MEN = ("M.", "Mr", "Monsieur")
_COUPLE = re.compile(
    r"(?<!\w)(?:m\. et mme|mme et m\.|monsieur et madame|madame et monsieur|epou\w+|conjoint\w*|mari|mariee?s?|fils|fille|pere|mere|frere|soeur|couple|parents?|famille)(?!\w)"
)


def titled_twice(draft: Draft) -> Iterator[Hit]:
    """« Mme Roux », then « M. Roux »: one person, unless the text speaks of two of one family."""
    seen: dict[str, dict[bool, re.Match[str]]] = {}
    for match in _TITLE.finditer(draft.view.text):
        seen.setdefault(plain(match["name"]), {}).setdefault(match["title"] in _MEN, match)
    both = [
        one
        for one in seen.values()
        if len(one) == 2 and len({plain(match["first"]) for match in one.values() if match["first"]}) < 2
    ]
    if len(both) == 1 and not _COUPLE.search(draft.folded.text):
        second = max(both[0].values(), key=lambda one: one.start())
        message = "Cette personne est « Madame » à un endroit et « Monsieur » à un autre."
        yield wrong(message, draft.view.place(*second.span()), "De qui s’agit-il ?", mark=".civilite")
