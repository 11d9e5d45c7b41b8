"""Checks of how a workbook computes: formulas and not typed values, alike all along a column, references that hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.documents import Cell, Document
from ascom_coach.formulas import number_in
from ascom_coach.review.checks.numbers import figure
from ascom_coach.review.checks.workbook import corner, grid_of, lost
from ascom_coach.review.context import Context
from ascom_coach.review.model import Finding
from ascom_coach.review.workbooks.cells import amount, at
from ascom_coach.review.workbooks.columns import chained, hard_numbers, slides, strays
from ascom_coach.review.workbooks.grid import Grid, labelled
from ascom_coach.review.workbooks.results import Book
from ascom_coach.scenarios import controls as ask

_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:er)? [a-zéû]{3,9}\.? \d{4}")
Slip = tuple[Cell, str, str]
"""A cell, what is wrong there, the question to ask oneself."""


def formulas(control: ask.FormulaColumn, context: Context) -> list[Finding]:
    """Calculated cells are formulas that hold: none typed, none missing, all alike, nothing written inside them."""
    grid = grid_of(context, tuple(control.colonnes))
    if (
        grid is None
        or context.document is None
        or any(grid.column(name) is None for name in control.colonnes)
    ):
        return lost(control, context)
    columns = [number for name in control.colonnes if (number := grid.column(name)) is not None]
    figures: list[Cell] = []
    for label in control.libelles:
        there = labelled(context.document, label, grid)
        if there is None:
            message = f"Je ne trouve pas « {label} » : c’est là que le tableur doit calculer."
            return [
                context.found(control, "defaut", message, at=corner(grid), hint="Où lit-on ce résultat ?")
            ]
        mine = [there[1][number] for number in (columns or _calculated(context, grid)) if number in there[1]]
        one = figure(*there, None, grid)
        figures += mine or ([one] if one is not None else [])
    cells = [row[number] for number in columns for row in grid.rows if number in row]
    if not cells and not figures:
        message = "Il n’y a rien de calculé là où l’on attend un calcul."
        hint = "Que doit calculer le tableur ici ?"
        return [context.found(control, "defaut", message, at=corner(grid), hint=hint)]
    slip = _typed([*cells, *figures]) or next(_slips(columns, figures, grid, context.document), None)
    if slip is not None:
        cell, message, hint = slip
        return [context.found(control, "defaut", message, at=at(cell), hint=hint)]
    first = (cells or figures)[0]
    return [context.found(control, "conforme", "Les calculs sont faits par des formules.", at=at(first))]


def _calculated(context: Context, grid: Grid) -> list[int]:
    """The columns that the contract says are calculated: a total row has one figure in each."""
    contract = context.production.contrat
    names = contract.colonnes_calculees if contract is not None else ()
    return [number for name in names if (number := grid.column(name)) is not None]


def _typed(cells: list[Cell]) -> Slip | None:
    typed = [cell for cell in cells if not cell.formula]
    if not typed:
        return None
    what = "Des valeurs sont tapées" if len(typed) > 1 else "Une valeur est tapée"
    message = f"{what} à la main au lieu d’une formule : rien ne suivra un changement."
    return typed[0], message, "Que se passe-t-il ici si une quantité change ?"


def _slips(columns: list[int], figures: list[Cell], grid: Grid, document: Document) -> Iterator[Slip]:
    book = Book(document)
    for number in columns:
        cells = [row[number] for row in grid.rows if number in row]
        if any(cell.formula for cell in cells):  # a hole in a calculated column
            for row in grid.rows:
                if number not in row and len(row) >= max(2, len(grid.columns) // 2):
                    message = "Il manque un calcul sur cette ligne : toutes les lignes doivent compter."
                    yield (
                        row.get(grid.key) or next(iter(row.values())),
                        message,
                        "Que se passe-t-il ici si une quantité change ?",
                    )
        for cell, _ in strays(cells, grid, book):
            message = (
                "Cette formule n’est pas celle du reste de la colonne, et son résultat n’est pas le même."
            )
            yield cell, message, "Quelles cellules la formule de la ligne au-dessus prend-elle ?"
        for cell in slides(cells, grid, book):
            message = (
                "En recopiant, une référence a glissé : sans « $ », le calcul prend la mauvaise cellule."
            )
            yield cell, message, "Quelle cellule doit rester la même sur toutes les lignes ?"
        for cell, value, there in hard_numbers(cells, grid):
            message = (
                f"La formule contient {_shown(value)} tapé à la main, alors que ce nombre est déjà dans le tableau "
                f"({there.locator.ref.rpartition('!')[2]}) : il ne suivra pas un changement."
            )
            yield cell, message, "Comment prendre ce nombre là où il est écrit ?"
    for cell in figures:
        if chained(cell):
            message = "Le total additionne les cellules une à une : une ligne ajoutée serait oubliée."
            yield cell, message, "Quelle fonction additionne toute une plage ?"


def _shown(value: Decimal) -> str:
    return format(value.normalize(), "f").replace(".", ",")


def typed_columns(control: ask.TypedColumns, context: Context) -> list[Finding]:
    """Numbers and dates are typed as such: a text that looks like one is left out of sums, sorts and filters."""
    grid = grid_of(context, tuple(control.colonnes))
    if grid is None:
        return lost(control, context)
    seen: Cell | None = None
    for name in control.colonnes:
        number = grid.column(name)
        if number is None:
            return lost(control, context)
        for row in grid.rows:
            cell = row.get(number)
            if cell is None or not cell.text.strip():
                continue
            seen = seen or cell
            if isinstance(cell.value, str) and looks_typed(cell, control.nature):
                what = "Cette date est du texte" if control.nature == "date" else "Ce nombre est du texte"
                message = f"{what} : le tableur ne peut ni le trier ni le calculer."
                hint = "De quel côté de la cellule s’aligne-t-il, et pourquoi ?"
                return [context.found(control, "defaut", message, at=at(cell), hint=hint)]
    if seen is None:
        return [context.found(control, "sans_objet", "Ces colonnes sont vides.")]
    return [
        context.found(control, "conforme", "Les valeurs sont bien des nombres ou des dates.", at=at(seen))
    ]


def looks_typed(cell: Cell, nature: str) -> bool:
    """Whether a text stands where a number or a date was meant."""
    text = str(cell.value).strip()
    if nature == "date":
        return number_in(text) is not None or bool(_DAY.search(text))
    return amount(cell) is not None or number_in(text) is not None
