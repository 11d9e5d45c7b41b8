# ruff: noqa: E501 -- a pattern stays on one line
"""Shares that a sentence works out: « passe de 250 € à 210 €, soit −16 % », « 10 % de 420 €, soit 42 € », « 12 sur 40, soit 30 % »."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ascom_coach.language import Value, plain
from ascom_coach.review.generic.draft import Draft, Hit, wrong

_SO = r"[, ]*(?:\(|soit|c'est-a-dire|:)?(?: (?:un|une|donc|de|d'))?(?: ?(?:gain|baisse|hausse|remise|reduction|rabais|augmentation|diminution|progression|economie|part|taux|presence)s?)?(?: de| d')? ?[-+−–]? ?\(?[-+−–]? ?"
_MOVED = re.compile(r" (?:a|au) (?:\w+ )?$|^ ?(?:a|->|→|puis) ?$")
_INSTEAD = re.compile(r" (?:\w+ )?au lieu d[e'] ?(?:\w+ )?$")
_ARROW = re.compile(r"->|→|⇒|➜")
_FROM = re.compile(r"(?<!\w)d[e'] ?$")
_OF = re.compile(r" (?:de |du |des |d'|sur )(?:\w+[' ]){0,4}$|^ ?/ ?$")
_AMONG = re.compile(r" (?:\w+ ){0,3}(?:sur|parmi) (?:\w+ ){0,2}$|^ ?/ ?$")
_LINK = re.compile(_SO)
_AMOUNT_SO = re.compile(
    r"[, ]*(?:soit|c'est-a-dire)(?: (?:un|une))?(?: (?:remise|reduction|montant|somme|acompte|total|avoir|economie))?(?: de| d')? $"
)
_EACH_WAY = re.compile(r"(?<!\w)(?:ht|ttc|hors taxe|environ|presque|pres d)(?!\w)")
_CENT = Decimal("0.011")


def shares_said(draft: Draft) -> Iterator[Hit]:
    """Two numbers and a share told one behind the other, which do not go together."""
    text = draft.view.text
    kept = [one for one in draft.values if one.kind in ("montant", "quantite", "pourcentage")]
    for number, told in enumerate(zip(kept, kept[1:], kept[2:], strict=False), 1):
        apart = text[told[0].start : told[-1].end]
        if "\n" in apart or any(one.approximate for one in told) or _EACH_WAY.search(plain(apart)):
            continue
        gaps = [plain(text[one.end : two.start]) for one, two in itertools.pairwise(told)]
        before = plain(text[max(0, told[0].start - 20) : told[0].start])
        if _holds(told, gaps, before) is False:
            message = "Ce pourcentage et les nombres de la phrase ne vont pas ensemble."
            place = draft.view.place(told[0].start, told[-1].end)
            yield wrong(message, place, "Refaites ce calcul.", mark=f".part{number}")


def _holds(told: Sequence[Value], gaps: list[str], before: str) -> bool | None:
    """Whether the three values of a sentence agree; None when it does not say how they are tied."""
    one, two, three = (value.value if isinstance(value.value, Decimal) else Decimal(0) for value in told)
    kinds = ["%" if value.kind == "pourcentage" else "n" for value in told]
    if kinds == ["n", "n", "%"] and _LINK.fullmatch(gaps[1]):
        slack = _half_point(three)
        if _MOVED.search(gaps[0]) and (_FROM.search(before) or _ARROW.search(gaps[0])):
            return one > 0 and _near(abs(two - one) / one, three, slack)
        if _INSTEAD.search(gaps[0]):
            return two > 0 and _near(abs(two - one) / two, three, slack)
        if _AMONG.search(gaps[0]) and told[0].kind == told[1].kind:
            return two > 0 and _near(one / two, three, slack)
    if kinds == ["n", "%", "n"] and _LINK.fullmatch(gaps[0]) and "soit" in gaps[0] and _OF.search(gaps[1]):
        return three > 0 and (
            _near(one / three, two, _half_point(two)) or abs(one - three * two / 100) <= _CENT
        )
    if kinds == ["%", "n", "n"] and _OF.search(gaps[0]) and _AMOUNT_SO.fullmatch(gaps[1]):
        return abs(three - two * one / 100) <= Decimal(
            "0.51" if three == three.to_integral_value() else "0.011"
        )
    return None


def _half_point(share: Decimal) -> Decimal:
    """Half of the last digit that a share shows, a hair more."""
    exponent = share.normalize().as_tuple().exponent
    return Decimal("0.51").scaleb(min(0, exponent) if isinstance(exponent, int) else 0)


def _near(ratio: Decimal, share: Decimal, slack: Decimal) -> bool:
    return abs(ratio * 100 - share) <= slack
