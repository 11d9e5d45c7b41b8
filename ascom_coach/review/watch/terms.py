# ruff: noqa: E501 -- a pattern stays on one line
"""The look at the terms of a price: with or without tax, exact or from, and which line of a price list was chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.language import find_values, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.matters import key, roots
from ascom_coach.review.watch.watch import Watch

_NET = re.compile(r"^\s*(?:ht(?!\w)|h\.t\.|hors[- ]taxes?|(?:\w+ ){0,3}tva en (?:plus|sus)|plus (?:la )?tva)")
_FROM = re.compile(r"(?<!\w)(?:a partir de|des) $")
_EACH_ONE = re.compile(r"(?<!\w)(?:par (?:personne|tete|participant\w*)|chacune?|par adulte)(?!\w)")
_EACH_OTHER = re.compile(
    r"^\s*(?:ttc )?(?:par (?:famille|foyer|couple|groupe|table|equipe)|(?:pour|les) (?:deux|trois|quatre|toute la famille)(?: personnes)?)(?!\w)"
)
_QUOTED = re.compile(r"(?<!\w)(?:au lieu|et non|annonc\w*|disai\w+|facture|devis|offre)(?!\w)")
_ORDERS = re.compile(
    r"(?<!\w)(?:prends?|prenez|command\w+|reserv\w+|choisi\w*|mets|mettez|passe[rz]?|ajoute[rz]?)(?!\w)"
)
_NOT = re.compile(r"(?<!\w)(?:ne|n'|pas|trop|au-dela|depass\w*|plutot que|sans)(?!\w)")
_AROUND = 24


def terms(watch: Watch) -> Iterator[Hit]:
    """A price keeps the terms that the story gives it; no line of a list above the limit is ordered."""
    if not watch.is_text:
        return
    told = [plain(line) for line in watch.story.spoken]
    facts = {key(one.kind, one.value) for _, one in watch.story.facts}
    number = 0
    for value in watch.context.values:
        if value.kind != "montant":
            continue
        before = plain(watch.view.text[max(0, value.start - _AROUND) : value.start])
        after = plain(watch.view.text[value.end : value.end + _AROUND])
        amount = re.sub(r"\s", "", plain(value.text))
        lines = [line for line in told if amount in re.sub(r"\s", "", line)]
        message = ""
        if (
            _NET.search(after)
            and not any(re.search(r"(?<!\w)(?:ht|hors[- ]taxes?)(?!\w)", line) for line in lines)
            and value.value not in watch.story.before_tax
        ):
            message = "Personne n’a parlé de ce prix hors taxes."
        elif (
            _FROM.search(before)
            and key(value.kind, value.value) in facts
            and not any("a partir de" in line or "des " in line for line in lines)
        ):
            message = "Ce prix est le prix exact, pas le plus bas."
        other = _EACH_OTHER.search(after)
        if (
            other is not None
            and any(_EACH_ONE.search(line) for line in lines)
            and not any(other.group().strip() in line for line in lines)
        ):
            message = "Ce prix est celui d’une personne."
        if message and not _QUOTED.search(plain(watch.draft.sentence_at(value.start))):
            number += 1
            end = value.end + (len(_NET.search(after).group()) if _NET.search(after) else 0)  # type: ignore[union-attr]
            yield wrong(
                message,
                watch.view.place(value.start, min(end, len(watch.view.text))),
                "Que vous en a-t-on dit ?",
                mark=f".{number}",
            )
    yield from _dear_choice(watch)


def _dear_choice(watch: Watch) -> Iterator[Hit]:
    """« prends le menu du chef » when its price is above what was allowed."""
    limits = [
        one.value
        for entry in watch.story.scenario.delegation.autorise
        for one in find_values(entry.maximum, watch.context.today)
        if one.kind == "montant" and isinstance(one.value, Decimal)
    ]
    for number, matter in enumerate(watch.story.lore.matters if limits else (), 1):
        prices = [Decimal(value) for kind, value in matter.values if kind == "montant"]
        if not matter.family or not prices or min(prices) <= min(limits):
            continue
        beside = [
            one.words for one in watch.story.lore.matters if one.family == matter.family and one is not matter
        ]
        own = matter.words - frozenset[str]().union(*beside)
        for start, end in watch.draft.sentences:
            sentence = plain(watch.view.text[start:end])
            if own and own <= roots(sentence) and _ORDERS.search(sentence) and not _NOT.search(sentence):
                message = f"{matter.about} dépasse la limite que l’on vous a fixée."
                yield wrong(
                    message[:1].upper() + message[1:],
                    watch.view.place(start, end),
                    "Quel plafond vous a-t-on donné ?",
                    mark=f".choix{number}",
                )
                break
