# ruff: noqa: E501 -- a pattern stays on one line
"""The look at gifts that add up: each under the ceiling, and more than it together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.language import find_values, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch

_GIVES = re.compile(
    r"(?<!\w)(?:accord\w*|offr\w*|offert\w*|geste\w*|remise\w*|reduction\w*|avoirs?|dedui\w*|rabais|dedommag\w*|indemnis\w*|en moins|de moins|bons? d'achat)(?!\w)"
)
_MORE = re.compile(
    r"(?<!\w)(?:(?:€|euros?) (?:de plus|en plus|supplementaires?|encore)|plus (?=\d)|auxquels? s'ajout\w*|s'y ajout\w*|ajout\w*|puis|ainsi que|et (?:encore )?(?=\d)|egalement|aussi|en outre)(?!\w)"
)
_NOT = re.compile(r"(?<!\w)(?:ne|n'|pas|sans|plafond|maximum|limite|soit|au total|dont|ou|au lieu)(?!\w)")


def added_up(watch: Watch) -> Iterator[Hit]:
    """« 40 € pour la panne, et 40 € de plus pour l’attente » when 50 € is the most that may be given."""
    if not watch.is_text:
        return
    limits = [
        one.value
        for entry in watch.story.scenario.delegation.autorise
        if "geste" in entry.sens or "avoir" in entry.sens
        for one in find_values(entry.maximum, watch.context.today)
        if one.kind == "montant" and isinstance(one.value, Decimal)
    ]
    for number, (start, end) in enumerate(watch.draft.sentences if limits else (), 1):
        said = plain(watch.view.text[start:end])
        given = [
            one
            for one in watch.context.values
            if start <= one.start < end and one.kind == "montant" and isinstance(one.value, Decimal)
        ]
        amounts = [one.value for one in given if isinstance(one.value, Decimal)]
        if len(amounts) < 2 or not _GIVES.search(said) or not _MORE.search(said) or _NOT.search(said):
            continue
        most = max(limits)
        if all(one <= most for one in amounts) and sum(amounts, Decimal(0)) > most:
            message = "Ces gestes, ajoutés, dépassent ce que l’on vous laisse donner."
            yield wrong(message, watch.view.place(start, end), "Combien en tout ?", mark=f".{number}")
