"""Checks of the amounts: lines, totals, VAT, what is left to pay, and the same amount in the text as in the table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain, combinations

from ascom_coach.language import plain
from ascom_coach.review.generic.deposits import deposits
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.generic.money import Labelled
from ascom_coach.review.generic.written_twice import in_words_too

CENT = Decimal("0.01")
_TOTAL_WORD = re.compile(
    r"(?:total|totaux|montant|somme|solde|net a payer|s'eleve|soit|devis|facture)[^.\n\d]{0,60}$"
)
_UNCHECKED = re.compile(
    r"(?:acompte|arrhes|remise|geste|avoir|indemnite|penalite|capital|plafond|maximum|minimum|par an|budget|"
    r"precedent|dernier|ancien|deja|au lieu)"
)
_EACH = re.compile(r" ?(?:ttc|ht)?,? ?(?:par |/ ?|l'unite|chacun|piece|le metre|de l'heure|la |le )")
_TAX = re.compile(r" ?(?P<tax>ttc|t\.t\.c|ht|h\.t|hors taxes?|toutes taxes)(?!\w)")


def _cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def _near(one: Decimal, two: Decimal) -> bool:
    """Equal to the cent; a cent of slack when one of them is not rounded."""
    exact = all(value == _cents(value) for value in (one, two))
    return _cents(one) == _cents(two) if exact else abs(one - two) <= CENT


def calculations(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Quantity × price on each line, lines → total HT, HT + TVA → TTC, TTC − deposit → net to pay."""
    found = draft.totals
    seen = False
    for table in draft.order_lines:
        seen = True
        bad = [
            line for line in table if not _line_holds(line.quantity, line.price, line.reduction, line.amount)
        ]
        if 0 < len(bad) <= len(table) // 2:
            for number, line in enumerate(bad, 1):
                message = "Sur cette ligne, la quantité multipliée par le prix ne donne pas ce montant."
                yield wrong(
                    message,
                    line.place,
                    "Refaites le calcul de cette ligne.",
                    certain=True,
                    mark=f".ligne{number}",
                )
    by_role: dict[str, list[Labelled]] = {}
    for one in found:
        by_role.setdefault(one.role, []).append(one)
    made = (
        _lines_total(draft, by_role),
        _vat(by_role),
        _with_tax(by_role),
        _left(by_role),
        deposits(draft),
        in_words_too(draft),
    )
    for hit in chain(*made):
        seen = True
        if hit.status == "defaut":
            yield hit
    if seen or len(by_role) >= 2:
        first = found[0].place if found else draft.view.first()
        yield good("Les montants que j’ai pu recalculer tombent juste.", first)


def _line_holds(quantity: Decimal, price: Decimal, reduction: Decimal, total: Decimal) -> bool:
    return _near(_cents(quantity * price * (1 - reduction)), total)


def _sums(values: list[Decimal]) -> Iterator[Decimal]:
    """Sums of each choice among a few values, the empty one first."""
    kept = values[:6]
    for size in range(len(kept) + 1):
        for some in combinations(kept, size):
            yield sum(some, Decimal(0))


def _changes(by_role: dict[str, list[Labelled]], rate: bool = False) -> set[Decimal]:
    """What may stand between the lines and a total: reductions taken off, carriage added."""
    cuts = [-abs(one.value) for one in by_role.get("remise", []) if one.value >= 1 or not one.rate]
    adds = [one.value for one in by_role.get("port", [])]
    return set(_sums(cuts + adds))


def _lines_total(draft: Draft, by_role: dict[str, list[Labelled]]) -> Iterator[Hit]:
    tables = draft.order_lines
    totals = [one for role in ("ht", "ttc", "net") for one in by_role.get(role, [])]
    if len(tables) != 1 or not totals or len(tables[0]) < 2:
        return
    total = sum((line.amount for line in tables[0]), Decimal(0))
    fitting = any(_near(total + change, one.value) for one in totals for change in _changes(by_role))
    cut = [one.rate for one in by_role.get("remise", []) if one.rate]
    fitting |= any(_near(total * (1 - rate), one.value) for rate in cut for one in totals)
    if fitting:
        yield good("", totals[0].place)
        return
    message = "Ce total n’est pas la somme des lignes du tableau."
    yield wrong(
        message, totals[0].place, "Quelles lignes avez-vous additionnées ?", certain=True, mark=".somme"
    )


def _vat(by_role: dict[str, list[Labelled]]) -> Iterator[Hit]:
    rated = [one for one in by_role.get("tva", []) if one.rate]
    bases = [one.value for one in by_role.get("ht", [])]
    if len(by_role.get("tva", [])) != 1 and any(one.base is None for one in rated):
        return
    for number, one in enumerate(rated, 1):
        rate = one.rate or Decimal(0)
        options = [one.base] if one.base is not None else [b + c for b in bases for c in _changes(by_role)]
        if not options:
            continue
        if any(_near(_cents(base * rate), one.value) for base in options):
            yield good("", one.place)
        else:
            shown = f"{(rate * 100).normalize():f}".replace(".", ",")
            message = f"Cette TVA n’est pas égale à {shown} % du total hors taxe."
            yield wrong(
                message,
                one.place,
                "Sur quel montant l’avez-vous calculée ?",
                certain=True,
                mark=f".tva{number}",
            )


def _with_tax(by_role: dict[str, list[Labelled]]) -> Iterator[Hit]:
    before, taxes, after = (by_role.get(name, []) for name in ("ht", "tva", "ttc"))
    if not before or not taxes or not after:
        return
    tax = [sum((one.value for one in taxes), Decimal(0)), *(one.value for one in taxes)]
    made = {ht.value + vat + change for ht in before for vat in tax for change in _changes(by_role)}
    if any(_near(value, one.value) for value in made for one in after):
        yield good("", after[0].place)
    else:
        message = "Le total TTC n’est pas égal au total HT augmenté de la TVA."
        yield wrong(
            message, after[0].place, "Additionnez à nouveau ces deux montants.", certain=True, mark=".ttc"
        )


def _left(by_role: dict[str, list[Labelled]]) -> Iterator[Hit]:
    paid, after, left = (by_role.get(name, []) for name in ("acompte", "ttc", "net"))
    if not paid or not after or not left:
        return
    known = [*after, *left]
    if any(_near(one.value, two.value) for one in (*paid, *after) for two in left):
        return  # what is due now is the deposit, or the whole
    gone = list(_sums([abs(one.value) for one in paid]))[1:]
    if any(_near(one.value - sum_, two.value) for one in known for sum_ in gone for two in left):
        yield good("", left[0].place)
    else:
        message = "Le reste à payer n’est pas égal au total TTC moins l’acompte."
        yield wrong(message, left[-1].place, "Quel montant a déjà été versé ?", certain=True, mark=".reste")


def stated_amounts(draft: Draft) -> Iterator[tuple[Decimal, str, int, int]]:
    """Amounts that a sentence gives as a total: (value, `ttc`, `ht` or empty, start, end) in the body."""
    text = draft.view.text
    for value in draft.values:
        if value.kind != "montant" or value.approximate or not isinstance(value.value, Decimal):
            continue
        block = draft.view.blocks[draft.view.index(value.start)]
        origin = draft.view.start(draft.view.index(value.start))
        if block.kind == "table_cell" or len(block.text.split()) < 8:
            continue
        before = plain(text[max(origin, value.start - 90) : value.start])
        after = plain(text[value.end : value.end + 16])
        if not _TOTAL_WORD.search(before) or _UNCHECKED.search(before[-60:]) or _EACH.match(after):
            continue
        tax = _TAX.match(after)
        told = re.findall(r"\b(ttc|ht)\b", before[-30:])
        mark = (tax["tax"] if tax else told[-1] if told else "").replace(".", "")
        yield value.value, "ht" if mark.startswith("h") else "ttc" if mark else "", value.start, value.end


def made_up(draft: Draft) -> frozenset[Decimal]:
    """Sums of two or three amounts that the text states: a total of its own making."""
    stated = {one.value for one in draft.values if one.kind == "montant" and isinstance(one.value, Decimal)}
    few = sorted(stated)[:8]
    return frozenset(sum(some, Decimal(0)) for size in (2, 3) for some in combinations(few, size))


def text_and_table(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A total said in a sentence stands in the table of the same document."""
    found = draft.totals
    if not any(one.role in ("ht", "ttc", "net") for one in found):
        return
    known = draft.numbers | {one.value for one in found} | made_up(draft)
    looked = False
    for number, (value, tax, start, end) in enumerate(stated_amounts(draft), 1):
        looked = True
        if not any(_near(value, one) for one in known):
            hint = "Lequel des deux montants est le bon ?"
            message = "Le texte donne ici un montant que le tableau ne donne pas."
            yield wrong(message, draft.view.place(start, end), hint, certain=bool(tax), mark=f".{number}")
    if looked:
        yield good("Le texte et le tableau donnent les mêmes montants.", found[0].place)
