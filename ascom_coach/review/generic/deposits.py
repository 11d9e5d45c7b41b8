"""The look at a deposit asked as a share: « acompte de 30 %, soit 96,00 € » is 30 % of a total of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong

_SHARE = re.compile(
    r"(?<!\w)(?:acompte|arrhes)(?!\w)[^.\n\d]{0,20}(?P<rate>\d{1,2}(?:[.,]\d+)?) ?%[^.;\n\d]{0,60}"
    r"(?:(?<!\w)soit(?!\w)|[:=(–—-])[^.;\n\d]{0,20}$"
)
_CENT, _ROUNDED = Decimal("0.01"), Decimal("0.02")
"""What may be lost to the cent; part of it when the deposit is a round number of euros."""


def deposits(draft: Draft) -> Iterator[Hit]:
    """Deposits of which the share and the amount are both said, where a total can be found."""
    totals = [one.value for one in draft.totals if one.role in ("ht", "ttc", "net")]
    text = draft.view.text
    for number, value in enumerate(draft.values if totals else (), 1):
        if value.kind != "montant" or value.approximate or not isinstance(value.value, Decimal):
            continue
        match = _SHARE.search(plain(text[max(0, value.start - 120) : value.start]))
        if match is None:
            continue
        share = Decimal(match["rate"].replace(",", ".")) / 100
        place = draft.view.place(value.start, value.end)
        if any(_fits(base * share, value.value) for base in {*totals, *draft.numbers}):
            yield good("", place)
            continue
        message = f"Cet acompte n’est pas égal à {match['rate'].replace('.', ',')} % d’un total du document."
        hint = "Sur quel total l’avez-vous calculé ?"
        yield wrong(message, place, hint, certain=True, mark=f".acompte{number}")


def _fits(exact: Decimal, said: Decimal) -> bool:
    whole = said == said.to_integral_value()
    return abs(exact - said) <= (max(Decimal(1), exact * _ROUNDED) if whole else _CENT)
