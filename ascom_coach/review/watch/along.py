"""The look at formulas along a column and along a row of totals: alike, of their own row, none typed over."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.documents import Cell
from ascom_coach.formulas import Call, Reference, walk
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.cells import at
from ascom_coach.review.workbooks.results import tree_of

_MOST = 0.8
"""Share of the cells of a column that are alike before one that is not stands out."""


def neighbour_formula(watch: Watch) -> Iterator[Hit]:
    """Along a calculated column each formula takes its own row; along a row of sums, all are sums."""
    grid, contract = watch.grid, watch.context.production.contrat
    if grid is None or contract is None:
        return
    number = 0
    rows = {next(iter(row.values())).row for row in grid.rows}
    for name in contract.colonnes_calculees:
        column = grid.column(name)
        cells = [
            row[column] for row in grid.rows if column is not None and column in row and row[column].formula
        ]
        stray = [cell for cell in cells if _other_rows(cell, rows) or not _refers(cell)]
        typed = [
            row[column] for row in grid.rows
            if column is not None and column in row and not row[column].formula and row[column].text
        ]  # fmt: skip
        for cell in typed if len(typed) <= (1 - _MOST) * len(cells) else ():
            number += 1
            message = "Cette valeur est tapée, les autres de la colonne sont calculées."
            yield wrong(message, at(cell), "Que fait la formule des lignes voisines ?", mark=f".tape{number}")
        if stray and len(stray) <= (1 - _MOST) * len(cells):
            for cell in stray:
                number += 1
                message = "Cette formule prend une cellule d’une autre ligne que la sienne."
                yield wrong(
                    message, at(cell), "Comparez avec la formule de la ligne au-dessus.", mark=f".{number}"
                )
    for row in grid.totals:
        functions = {
            column: tree.function for column, cell in row.items() if isinstance(tree := tree_of(cell), Call)
        }
        odd = [
            column
            for column, function in functions.items()
            if function in ("COUNT", "COUNTA", "MAX", "AVERAGE")
        ]
        if (
            odd
            and len(odd) < len(functions) - len(odd)
            and list(functions.values()).count("SUM") == len(functions) - len(odd)
        ):
            for column in odd:
                message = "Les autres totaux de cette ligne additionnent, celui-ci non."
                yield wrong(message, at(row[column]), "Que compte-t-il ?", mark=f".t{column}")


def _refers(cell: Cell) -> bool:
    """Whether a formula takes any cell: « =(12.5-8.5) » is a number typed."""
    tree = tree_of(cell)
    return tree is None or any(isinstance(node, Reference) for node in walk(tree))


def _other_rows(cell: Cell, rows: set[int]) -> bool:
    tree = tree_of(cell)
    used = [node for node in walk(tree) if isinstance(node, Reference)] if tree is not None else []
    return any(
        node.top == node.bottom and node.top != cell.row and node.top in rows and not node.sheet
        for node in used
    )
