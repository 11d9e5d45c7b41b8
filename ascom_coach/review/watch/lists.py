# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at the columns of a table: filled as they were, written alike, nothing personal added, totals that hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from ascom_coach.documents import Cell
from ascom_coach.formulas import Call, Reference, walk
from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.cells import at, empty_beside
from ascom_coach.review.workbooks.grid import Row, named
from ascom_coach.review.workbooks.results import tree_of

_MOST, _FEW, _HALF, _LONE = 0.8, 5, 2, 2

_PAST = re.compile(r"(?:dernier|derniere|precedente?)\b|date de naissance|nee?(?:\(e\))? le\b")
_PRIVATE = re.compile(
    r"(?<!\w)(?:nee?(?:\(e\))? le|(?:date de )?naissance|age|regimes?|sante|religion|nationalite|(?:n°|no|numero|num\.?)? ?(?:de )?(?:securite sociale|secu|nir)|nir|casier|orientation sexuelle|opinions?|syndicat|handicaps?|grossesses?|mots? de passe|carte (?:bancaire|vitale|d'identite)|iban|salaires?|famill\w+|situation|"
    r"(?:meres?|peres?|maris?|femme|conjointe?s?|enfants?|filles?|fils) [^.;]{0,20}(?:agee?s?|malades?|fragiles?|handicap\w+))(?!\w)"
)  # fmt: skip


def late_dates(watch: Watch) -> Iterator[Hit]:
    """In a column of what has happened (« Dernière visite »), no day is still to come."""
    grid = watch.grid
    if grid is None:
        return
    for heading, column in grid.columns.items():
        if not _PAST.match(heading):
            continue
        for row in grid.rows:
            value = row[column].value if column in row else None
            day = value.date() if isinstance(value, dt.datetime) else value
            if isinstance(day, dt.date) and day > watch.context.today:
                message = "Cette date est à venir, et la colonne dit ce qui a eu lieu."
                place = at(row[column])
                yield wrong(
                    message, place, "Que s’est-il passé en dernier ?", mark=f".{row[column].locator.ref}"
                )


def small_letters(watch: Watch) -> Iterator[Hit]:
    """In the key column, where names begin with a capital, none begins with a small letter."""
    grid = watch.grid
    cells = [row[grid.key] for row in grid.rows if grid.key in row and row[grid.key].text] if grid else []
    capital = [cell for cell in cells if cell.text[0].isupper()]
    if len(cells) < _FEW or len(capital) < _MOST * len(cells):
        return
    for cell in cells:
        if cell.text[0].islower():
            message = "Ce nom n’a pas sa majuscule."
            yield wrong(message, at(cell), "Regardez les lignes voisines.", mark=f".{cell.locator.ref}")


def emptied(watch: Watch) -> Iterator[Hit]:
    """A cell that was filled in the file handed out, in a column that is still filled elsewhere, is not empty."""
    before, after = watch.start_grid, watch.grid
    if before is None or after is None:
        return
    old = {named(row[before.key].text): row for row in before.rows if before.key in row}
    for heading, column in before.columns.items():
        there = after.column(heading)
        rows = [row for row in after.rows if after.key in row and not after.thin(row)]
        full = [row for row in rows if there in row and row[there].text] if there is not None else []
        filled = [row for row in rows if _was(row, after.key, old, column)]
        if (
            there is None
            or len(rows) < _FEW
            or len(full) < _MOST * len(filled)
            or _HALF * len(filled) < len(rows)
        ):
            continue
        for row in rows:
            if row in full or not _was(row, after.key, old, column):
                continue
            key = row[after.key]
            cell = row.get(there) or empty_beside(key, after.sheet.cells[after.header, there])
            message = f"« {after.sheet.cells[after.header, there].text} » est vide ici, et ne l’était pas au départ."
            yield wrong(message, at(cell), "Qu’y lisait-on ?", mark=f".{cell.locator.ref}")


def _was(row: Row, key: int, old: Mapping[str, Row], column: int) -> bool:
    """Whether the cell of this row was filled in the file handed out."""
    before = old.get(named(row[key].text), {}).get(column)
    return before is not None and bool(before.text)


def private_column(watch: Watch) -> Iterator[Hit]:
    """A column added to the file handed out holds no private life."""
    before, after = watch.start_grid, watch.grid
    if before is None or after is None:
        return
    known = {named(cell.text) for cell in before.sheet.cells.values() if cell.row == before.header}
    for cell in after.sheet.cells.values():
        if cell.row != after.header or named(cell.text) in known or plain(cell.text) in watch.asked:
            continue
        below = [
            one for one in after.sheet.cells.values() if one.column == cell.column and one.row > cell.row
        ]
        telling = [one for one in below if one.text and _PRIVATE.search(plain(one.text))]
        if below and _PRIVATE.match(plain(cell.text)):
            telling = [one for one in below if one.text]
        if telling:
            message = f"« {cell.text} » ajoute une donnée personnelle que personne n’a demandée."
            yield wrong(message, at(telling[0]), "Qui en aurait besoin ?", mark=f".{cell.column}")


def odd_totals(watch: Watch) -> Iterator[Hit]:
    """A total adds the rows above it, not itself, and is not rounded to tens; none is typed beside formulas."""
    grid = watch.grid
    if grid is None or watch.document.type == "csv":
        return
    for row in grid.totals:
        computed = [cell for cell in row.values() if cell.formula]
        for cell in row.values():
            message, kind = "", ""
            if cell.formula:
                message = _wrong_total(cell)
            elif isinstance(cell.value, Decimal) and len(computed) > 1:
                kind = ".tape"
                message = "Ce total est tapé, ceux d’à côté sont calculés."
            if message:
                yield wrong(
                    message, at(cell), "Quelle formule additionne les lignes ?", mark=f"{kind}.{cell.column}"
                )


def _wrong_total(cell: Cell) -> str:
    tree = tree_of(cell)
    nodes = list(walk(tree)) if tree is not None else []
    for node in nodes:
        across = isinstance(node, Reference) and node.left <= cell.column <= node.right and not node.sheet
        if isinstance(node, Reference) and across and node.top <= cell.row <= node.bottom:
            return "Cette formule s’additionne elle-même."
    used = [node for node in nodes if isinstance(node, Reference)]
    rows = {node.top for node in used if not node.sheet}
    if tree is not None and not used and "#" not in (cell.formula or ""):
        return "Ce total est un nombre tapé derrière un signe égal\u00a0: il ne suivra pas."
    if (
        len(rows) == 1
        and all(node.top == node.bottom != cell.row for node in used)
        and cell.row - min(rows) > _LONE
    ):
        return "Cette formule ne prend qu’une seule ligne du tableau."
    if not isinstance(tree, Call) and any(
        isinstance(node, Call) and node.function == "SUM" for node in nodes
    ):
        return "Cette formule fait plus qu’additionner la colonne\u00a0: le résultat n’est plus son total."
    if isinstance(tree, Call) and tree.function in ("MAX", "MIN", "AVERAGE"):
        return "Cette formule ne donne pas un total."
    if (
        isinstance(tree, Call)
        and tree.function == "ROUND"
        and re.search(r"[;,]\s*-\s*\d+\s*\)$", cell.formula or "")
    ):
        return "Ce total est arrondi à la dizaine ou plus : les centimes sont perdus."
    return ""
