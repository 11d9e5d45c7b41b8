"""Looks at the figures of a text: amounts that its documents explain, numbers that are those of the workbook beside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.language import Value, find_values, plain, stem
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.cells import amount, cents
from ascom_coach.review.workbooks.grid import labelled, open_sheets

_EACH = re.compile(
    r"(?<!\w)(?:par (?:personne|tete|convive|participant\w*)|chacune?|(?:la )?piece|l'unite)(?!\w)"
)
_COUNTED = re.compile(
    r"(?<!\w)(?:\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze) [a-z][^.;:!?\d]{2,40} a $"
)
_REFUSED = re.compile(r"(?<!\w)(?:depass\w*|plafond|trop cher\w*|au-dela|refus\w*|ecart\w*|ne \w+ pas)(?!\w)")
_ROOT = 5
_OFFERS = ("geste", "avoir", "rembourser")
"""What a person decides to offer: the limit set judges it."""
_OFFERED = re.compile(
    r"(?<!\w)(?:gestes?|remises?|reductions?|avoirs?|rabais|ristournes?)(?: [\w'-]+){0,3} (?:de|a) $"
)
"""« un geste commercial de », told to a colleague: no promise, and the limit set judges it all the same."""


def unexplained_amounts(watch: Watch) -> Iterator[Hit]:
    """An amount of a text that is in no document and comes from no simple sum of theirs."""
    if not watch.is_text or not watch.whole:
        return  # an amount may come from a document that is not here
    offers = [(one.start, one.end) for one in watch.context.promises if one.sense in _OFFERS]
    stated = [
        value for value in watch.context.values
        if value.kind == "montant" and isinstance(value.value, Decimal) and not value.approximate
        and not any(start <= value.start < end for start, end in offers) and not _offered(watch, value)
    ]  # fmt: skip
    unknown = [value for value in stated if not watch.story.knows(value)]
    if not unknown:
        return
    known = watch.story.amounts | _other_numbers(watch)
    counts = {
        one.value for one in watch.context.values if one.kind == "quantite" and isinstance(one.value, Decimal)
    }
    for number, value in enumerate(unknown, 1):
        assert isinstance(value.value, Decimal)
        if not _explained(cents(value.value), known, counts):
            message = "Ce montant n’est dans aucun de vos documents, et aucun calcul simple ne le donne."
            place = watch.view.place(value.start, value.end)
            yield wrong(message, place, "D’où vient ce chiffre ?", mark=f".{number}")


def _offered(watch: Watch, value: Value) -> bool:
    """Whether an amount is what was decided to be offered, within what the delegation allows for it."""
    before = plain(watch.view.text[max(0, value.start - 60) : value.start])
    limits = [
        one.value
        for entry in watch.story.scenario.delegation.autorise
        if set(entry.sens) & set(_OFFERS)
        for one in find_values(entry.maximum, watch.context.today)
        if one.kind == "montant" and isinstance(one.value, Decimal)
    ]
    offered = isinstance(value.value, Decimal) and _OFFERED.search(before) is not None
    return offered and any(value.value <= limit for limit in limits if isinstance(value.value, Decimal))


def above_limit(watch: Watch) -> Iterator[Hit]:
    """A price for one person, or for one of a number of things, above what was allowed for them.

    The allowance must be what the copy is about: the first word of its name stands in the copy or in the demand.
    """
    if not watch.is_text:
        return
    yield from own_limit(watch)
    text = watch.view.text
    about = watch.draft.folded.text + watch.asked
    facts = {str(value.value) for _, value in watch.story.facts if value.kind == "montant"}
    limits = [
        one.value
        for entry in watch.story.scenario.delegation.autorise
        for one in find_values(entry.maximum, watch.context.today)
        if one.kind == "montant" and isinstance(one.value, Decimal) and plain(entry.quoi)[:_ROOT] in about
    ]
    for number, value in enumerate(watch.context.values if limits else (), 1):
        if value.kind != "montant" or not isinstance(value.value, Decimal) or str(value.value) in facts:
            continue
        before = plain(text[max(0, value.start - 60) : value.start]).rpartition("\n")[2]
        each = (
            _EACH.search(plain(text[value.end : value.end + 20]))
            or _COUNTED.search(before)
            or _one(before, watch)
        )
        if each and value.value > min(limits) and not _REFUSED.search(watch.draft.sentence_at(value.start)):
            message = "Ce prix dépasse la limite que l’on vous a fixée."
            place = watch.view.place(value.start, value.end)
            yield wrong(message, place, "Quel plafond vous a-t-on donné ?", mark=f".{number}")


_ONE = re.compile(r"(?<!\w)(?:une?|le|la|chaque) (?P<thing>[a-z][\w-]{3,}(?: [\w'-]+){0,3}) a $")


def _one(before: str, watch: Watch) -> bool:
    """« un panier à » where this thing stands in a price list of the story."""
    match = _ONE.search(before)
    priced = frozenset[str]().union(*(one.words for one in watch.story.lore.matters if one.family))
    return match is not None and bool(roots(match["thing"].split()[0]) & priced)


_UP_TO = re.compile(
    r"(?<!\w)(?:jusqu'a|au (?:plus|maximum)|maximum|pas plus de|dans la limite de|plafond de|budget de) (?:de )?$"
)


def own_limit(watch: Watch) -> Iterator[Hit]:
    """« jusqu’à 200 € » in an order, when nobody gave that limit."""
    if not watch.is_text or not watch.story.scenario.delegation.autorise:
        return
    for number, value in enumerate(watch.context.values, 1):
        before = plain(watch.view.text[max(0, value.start - 30) : value.start])
        if value.kind == "montant" and _UP_TO.search(before) and not watch.story.knows(value):
            message = "Personne ne vous a donné cette limite."
            place = watch.view.place(value.start, value.end)
            yield wrong(message, place, "Quel plafond vous a-t-on donné ?", mark=f".limite{number}")


def _other_numbers(watch: Watch) -> set[Decimal]:
    """Numbers of the workbooks handed in with this copy."""
    return {
        number
        for other in watch.context.others
        for sheet in other.sheets
        for cell in sheet.cells.values()
        if (number := amount(cell)) is not None
    }


def _explained(value: Decimal, known: frozenset[Decimal] | set[Decimal], counts: set[Decimal]) -> bool:
    """A known amount, the sum or the difference of two, or one times or over a number of the copy, to the cent."""
    amounts = sorted({one for one in known if 0 < one < 1_000_000})
    if value in {cents(one) for one in amounts}:
        return True
    pairs = (sum_or_gap for one in amounts for two in amounts for sum_or_gap in (one + two, abs(one - two)))
    if any(cents(one) == value for one in pairs):
        return True
    return any(value in (cents(one * by), cents(one / by)) for one in amounts for by in counts if by > 1)


def other_count(watch: Watch) -> Iterator[Hit]:
    """« 12 destinataires » in a text, 11 in the workbook handed in with it."""
    if not watch.is_text:
        return
    counts = list(_labels(watch))
    if not counts:
        return
    for number, value in enumerate(watch.context.values, 1):
        if value.kind != "quantite" or not value.unit:
            continue
        for label, counted, name in counts:
            if stem(label) == value.unit or plain(label).rstrip("s").startswith(value.unit):
                if counted != value.value:
                    place = watch.view.place(value.start, value.end)
                    message = f"« {name} » en compte {counted.normalize():f}."
                    yield wrong(message, place, "Lequel des deux est à jour ?", mark=f".{number}")
                break


def _labels(watch: Watch) -> Iterator[tuple[str, Decimal, str]]:
    """Labels of totals in the workbooks handed in with this copy, of one word, with their number."""
    labels = {
        label
        for production in watch.story.scenario.productions
        if production.contrat is not None
        for label in production.contrat.libelle_total
        if " " not in label and plain(label) not in ("total", "totaux", "somme")
    }
    for other in watch.context.others:
        for label in sorted(labels) if open_sheets(other) else ():
            there = labelled(other, label)
            numbers = [amount(cell) for cell in there[1].values()] if there is not None else []
            found = [one for one in numbers if one is not None]
            if len(found) == 1:
                yield label, found[0], other.path.rpartition("/")[2]
