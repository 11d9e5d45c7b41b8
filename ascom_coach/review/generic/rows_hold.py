# ruff: noqa: E501 -- a pattern stays on one line
"""Check of the rows of a table: a weekday beside its date, days in their order, a number given once, no count below zero."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ascom_coach.documents import Cell
from ascom_coach.language import plain
from ascom_coach.review.generic.days import WEEKDAYS
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.workbooks.cells import amount, at
from ascom_coach.review.workbooks.grid import Grid, named

_WRITTEN = re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>(?:20)?\d\d)")
_ORDERS = (
    (r"(?:date )?(?:de |d'|de la )?(?:facture|facturation|emission|edition)|date|(?:emis|emise|facturee?) le",
     r"(?:date )?(?:d')?echeance|(?:date )?limite(?: de (?:paiement|reglement))?|(?:a regler|a payer|payable) (?:avant|avant le|le)|(?:date )?(?:de |du )?(?:paiement|reglement)|(?:paye|payee|regle|reglee) le",
     "cette facture serait due, ou payée, avant d’être faite"),
    (r"(?:date )?(?:de |de la )?commande|commandee? le",
     r"(?:date )?(?:de |de la )?(?:livraison|reception|expedition)(?: prevue)?|(?:livre|livree|recu|recue|expedie|expediee) le",
     "la livraison viendrait avant la commande"),
    (r"(?:date )?(?:de )?(?:debut)|debute? le|(?:date )?(?:d')?embauche|entree?e? le", r"(?:date )?(?:de )?fin|finit? le|(?:date )?(?:de )?sortie", "la fin viendrait avant le début"),
)  # fmt: skip
"""Headings of a day, of a later day, and what a row says when they are the other way round."""
_NUMBER = re.compile(
    r"(?:n°|no|num|numero|ref|reference)s?\.? (?:de |d'|du |de la )?(?:facture|devis|avoir|bon de commande|contrat)s?|(?:facture|devis|avoir)s?(?: (?:n°|no|numero))?"
)
_WHOSE = re.compile(
    r"(?:nom|nom (?:et|du|de la|de l') ?.*|clients?|clientes?|fournisseurs?|societe|entreprise|raison sociale|destinataire|tiers)"
)
_ENOUGH = 4
_COUNTS = re.compile(
    r"(?:stocks?(?: .*)?|quantites?(?: (?:en stock|livrees?|commandees?|vendues?))?|qte|nombre (?:de|d').*|nb .*|effectifs?|places(?: .*)?|participants?|inscrits?|ages?)"
)
_SIGNED = re.compile(
    r"(?<!\w)(?:ecart|variation|evolution|mouvement|solde|difference|retour|regularisation|ajustement)s?(?!\w)"
)
"""Headings of numbers that may go below zero."""


def rows_hold(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """No row of a table contradicts itself, no invoice has the number of another one."""
    seen = None
    hits: list[Hit] = []
    for grid in draft.grids:
        if grid.rows:
            seen = seen or next(iter(grid.rows[0].values()))
            hits += [
                *_weekdays(grid),
                *_in_order(grid),
                *_given_once(grid),
                *_below_zero(grid),
                *_within(grid),
                *_one_article(grid),
            ]
    yield from hits
    if seen is not None and not hits:
        yield good("Aucune ligne ne se contredit.", at(seen))


def _below_zero(grid: Grid) -> Iterator[Hit]:
    """Fewer than none in stock, fewer than nobody: one cell in a column of counts."""
    for name, number in grid.columns.items():
        if not _COUNTS.fullmatch(name) or _SIGNED.search(name):
            continue
        counts = [(row[number], value) for row in grid.rows if (value := amount(row.get(number))) is not None]
        below = [cell for cell, value in counts if value < 0]
        if below and _ENOUGH * len(below) <= len(counts) + 1:
            message = "On ne peut pas en compter moins que zéro."
            yield wrong(message, at(below[0]), "Qu’a-t-on vraiment compté ?", mark=f".zero{number}")


_WITHIN = (
    (r"clics?(?: uniques)?|nombre de clics", r"ouvertures?|nombre d'ouvertures|messages? ouverts?"),
    (r"ouvertures?|nombre d'ouvertures|messages? ouverts?", r"destinataires?|envoyes?|messages? envoyes?|(?:nombre de )?destinataires"),
    (r"presents?|participants? presents?", r"inscrits?|convoques?|invites?"),
    (r"desinscriptions?|desabonnements?", r"destinataires?|envoyes?|abonnes?"),
)  # fmt: skip
"""Headings of a count, and of the one that it is part of."""


def _within(grid: Grid) -> Iterator[Hit]:
    """More clicks than openings: one row, where the others hold."""
    for first, then in _WITHIN:
        parts = [number for name, number in grid.columns.items() if re.fullmatch(first, name)]
        wholes = [number for name, number in grid.columns.items() if re.fullmatch(then, name)]
        if len(parts) != 1 or len(wholes) != 1:
            continue
        pairs = [
            (row[parts[0]], one, two)
            for row in grid.rows
            if (one := amount(row.get(parts[0]))) is not None
            and (two := amount(row.get(wholes[0]))) is not None
        ]
        over = [cell for cell, one, two in pairs if one > two]
        if over and 3 * len(over) <= len(pairs):
            message = "Une partie ne peut pas dépasser son tout : comparez avec l’autre colonne."
            yield wrong(
                message, at(over[0]), "Lequel des deux nombres est le bon ?", mark=f".partie{parts[0]}"
            )


_ARTICLE = re.compile(r"(?:references?|ref\.?|codes?(?: articles?| produits?)?)(?: (?:articles?|produits?))?")
_CALLED = re.compile(r"(?:designations?|libelles?|articles?|produits?|noms?(?: du produit)?|intitules?)")


def _one_article(grid: Grid) -> Iterator[Hit]:
    """One reference for two articles."""
    codes = [number for name, number in grid.columns.items() if _ARTICLE.fullmatch(name)]
    names = [number for name, number in grid.columns.items() if _CALLED.fullmatch(name)]
    rows = [row for row in grid.rows if len(codes) == len(names) == 1 and {*codes, *names} <= set(row)]
    called: dict[str, str] = {}
    twice = [
        row[codes[0]]
        for row in rows
        if called.setdefault(named(row[codes[0]].text), named(row[names[0]].text))
        != named(row[names[0]].text)
    ]
    if twice and _ENOUGH * len(twice) <= len(rows):
        message = "Cette référence est déjà celle d’un autre article."
        hint = "Deux articles peuvent-ils porter la même référence ?"
        yield wrong(message, at(twice[0]), hint, mark=".article")


def _day(cell: Cell | None) -> dt.date | None:
    """The day that a cell holds, as a date or typed as 12/03/2026."""
    if cell is None:
        return None
    if isinstance(cell.value, dt.datetime):
        return cell.value.date()
    if isinstance(cell.value, dt.date):
        return cell.value
    match = _WRITTEN.fullmatch(cell.text.strip())
    if match is None:
        return None
    year = int(match["year"])
    try:
        return dt.date(year if year > 99 else 2000 + year, int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _weekdays(grid: Grid) -> Iterator[Hit]:
    """« mercredi » beside the 19th of March, a Thursday. The date nearest to the right of the weekday is looked at."""
    for row in grid.rows:
        days = {number: day for number, cell in row.items() if (day := _day(cell))}
        for number, cell in row.items():
            weekday = plain(cell.text).strip(" .")
            after = [one for one in days if one > number] or list(days)
            if weekday not in WEEKDAYS or not after or len(days) > 1:
                continue
            if days[min(after)].weekday() != WEEKDAYS.index(weekday):
                message = f"Le {days[min(after)]:%d/%m/%Y} n’est pas un {weekday}."
                yield wrong(
                    message, at(cell), "Le jour ou la date : lequel est le bon ?", certain=True, mark=".jour"
                )
                return


def _in_order(grid: Grid) -> Iterator[Hit]:
    """A day before the one it follows, when the other rows have them in order."""
    for rank, (first, then, told) in enumerate(_ORDERS, 1):
        before = [
            number
            for name, number in grid.columns.items()
            if re.fullmatch(first, name) and any(_day(row.get(number)) for row in grid.rows)
        ]
        after = [number for name, number in grid.columns.items() if re.fullmatch(then, name)]
        for number in after if len(before) == 1 else ():
            pairs = [
                (row[number], one, two)
                for row in grid.rows
                if (one := _day(row.get(before[0]))) and (two := _day(row.get(number)))
            ]
            turned = [cell for cell, one, two in pairs if two < one]
            if turned and 3 * len(turned) <= len(pairs):
                message = f"D’après ses deux dates, {told}."
                yield wrong(
                    message, at(turned[0]), "Laquelle des deux dates est la bonne ?", mark=f".ordre{rank}"
                )
                break


def _given_once(grid: Grid) -> Iterator[Hit]:
    """The number of one invoice given to two clients; the same client may have it twice, for its lines or payments."""
    numbers = [number for name, number in grid.columns.items() if _NUMBER.fullmatch(name)]
    clients = [number for name, number in grid.columns.items() if _WHOSE.fullmatch(name)]
    rows = [
        row for row in grid.rows if len(numbers) == len(clients) == 1 and {*numbers, *clients} <= set(row)
    ]
    if len(rows) < _ENOUGH:
        return
    whose: dict[str, str] = {}
    twice = []
    for row in rows:
        number, client = named(row[numbers[0]].text), named(row[clients[0]].text)
        if whose.setdefault(number, client) != client:
            twice.append(row[numbers[0]])
    if twice and _ENOUGH * len(twice) <= len(rows):
        message = "Ce numéro est déjà celui d’un autre client."
        hint = "Deux documents peuvent-ils porter le même numéro ?"
        yield wrong(message, at(twice[0]), hint, mark=".numero")
