"""Refusal by knowledge: cards that say what the text does not hold, in the words people ask it with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Reason = Literal["absence", "hors_champ"]


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that people ask and the text does not say."""

    id: str
    reason: Reason
    forms: tuple[str, ...]
    """Surface forms: `*` ends a prefix, `…` skips up to five words, `a|b` is a choice, `_` a space in it,
    `^` ties to the first word."""
    unless: tuple[str, ...]
    """Forms that take the card away: the text does hold that."""
    sentence: str
    passages: tuple[str, ...]


def compile_form(form: str) -> re.Pattern[str]:
    """Regular expression of one surface form, to search in a flat question."""
    pieces: list[str] = []
    anchor = "^" if form.startswith("^ ") else r"(?<!\w)"
    for word in form.removeprefix("^ ").split():
        if word == "…":
            pieces.append("…")
            continue
        choices = [re.escape(choice.replace("_", " ")).replace(r"\*", r"\w*") for choice in word.split("|")]
        pieces.append("(?:" + "|".join(choices) + ")")
    pattern = " ".join(pieces).replace(" … ", r"(?: \w+){0,5}? ")
    return re.compile(rf"{anchor}{pattern}(?!\w)")


class Absences:
    """All cards, ready to match."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self.cards = tuple(cards)
        self.by_id = {card.id: card for card in self.cards}
        self._compiled = [
            (card, tuple(map(compile_form, card.forms)), tuple(map(compile_form, card.unless)))
            for card in self.cards
        ]

    def match(self, *surfaces: str) -> tuple[Card, str] | None:
        """The card with the longest match in one of the flat wordings of a question, and that match."""
        best: tuple[int, Card, str] | None = None
        for card, forms, unless in self._compiled:
            if any(one.search(surface) for one in unless for surface in surfaces):
                continue
            for form in forms:
                for surface in surfaces:
                    found = form.search(surface)
                    if found and (best is None or len(found.group()) > best[0]):
                        best = (len(found.group()), card, found.group())
        return (best[1], best[2]) if best else None
