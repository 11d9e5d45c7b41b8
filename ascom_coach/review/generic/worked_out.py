# ruff: noqa: E501 -- a pattern stays on one line
"""Amounts that a sentence works out: « 12 lampes à 45 € pièce, soit 540 € », « 1 850 € par mois, soit 22 200 € par an »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.language import Value, plain
from ascom_coach.review.generic.draft import Draft, Hit, wrong
from ascom_coach.review.generic.parts_said import parts_said
from ascom_coach.review.generic.shares_said import shares_said

_SO = re.compile(
    r"(?<!\w)(?:soit|c'est-a-dire)(?: (?:un|une|au|en))?(?: (?:total|tout|montant|cout|prix|somme))?(?: (?:de|d'))?(?: (?:environ))? ?$"
)
_EACH = re.compile(
    r"^ ?(?:ht |ttc )?(?:l'unite|piece|chacune?|(?:de )?(?:l'|la |le |par |/ ?)(?!mois|an)\w+)"
)
_MONTHLY, _YEARLY = (
    re.compile(r"mensuel|par mois|/ ?mois|chaque mois"),
    re.compile(r"par an|/ ?an(?!\w)|annuel|sur l'annee|a l'annee"),
)
_YEARS = (12, 13, 14)
"""Months that a year of pay may have."""
_CENT = Decimal("0.011")


def said_numbers(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """The numbers of a sentence go together: a result and what it is made of, a share, a whole and its parts."""
    yield from _worked_out(draft)
    yield from shares_said(draft)
    yield from parts_said(draft)


def _worked_out(draft: Draft) -> Iterator[Hit]:
    """A result that one number and one price of the same sentence do not give. Sentences with more numbers are left alone."""
    text = draft.view.text
    for number, (start, end) in enumerate(draft.sentences, 1):
        inside = [one for one in draft.values if start <= one.start and one.end <= end]
        for at, result in enumerate(inside):
            said = plain(text[start : result.start])
            if result.kind != "montant" or result.approximate or not _SO.search(said):
                continue
            made = _made(draft, inside[:at], said, plain(text[result.end : end])[:30])
            if (
                made
                and isinstance(result.value, Decimal)
                and all(abs(one - result.value) > _CENT for one in made)
            ):
                message = "Ce résultat n’est pas celui des nombres de la phrase."
                place = draft.view.place(result.start, result.end)
                yield wrong(message, place, "Refaites ce calcul.", mark=f".soit{number}")


def _made(draft: Draft, before: list[Value], said: str, after: str) -> list[Decimal]:
    """What the values before « soit » may give; nothing when they are not one number and one price, or a monthly price."""
    numbers = [
        one.value for one in before if one.kind in ("quantite", "delai") and isinstance(one.value, Decimal)
    ]
    prices = [one for one in before if one.kind == "montant" and isinstance(one.value, Decimal)]
    if (
        len(before) > len(numbers) + len(prices)
        or len(prices) != 1
        or not isinstance(prices[0].value, Decimal)
    ):
        return []
    price = prices[0].value
    if not numbers and _MONTHLY.search(said) and _YEARLY.search(after):
        return [price * months for months in _YEARS]
    unit = _EACH.match(plain(draft.view.text[prices[0].end : prices[0].end + 20]))
    return [price * numbers[0]] if len(numbers) == 1 and unit else []
