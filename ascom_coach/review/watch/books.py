# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at a workbook beside the file handed out: rows that nobody asked for, formulas changed, sizes and colours, charts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.documents import Cell, Sheet
from ascom_coach.formulas import Fault, NotComputedError, moved
from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.dress import CONTRAST, SMALLEST, TINT, contrast
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.cells import at
from ascom_coach.review.workbooks.columns import common, differs
from ascom_coach.review.workbooks.grid import Grid, named
from ascom_coach.review.workbooks.results import Book
from ascom_coach.scenarios import controls as ask

_AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$")


def added_rows(watch: Watch) -> Iterator[Hit]:
    """A row that the file handed out did not hold, and that neither the contract nor a fact nor a control asks for."""
    contract, before, after = watch.context.production.contrat, watch.start_grid, watch.grid
    if contract is None or before is None or after is None:
        return
    controls = watch.context.production.controles
    if any(isinstance(one, ask.RowsChanged) for one in controls):
        return  # it judges the rows
    asked = [plain(name) for name in contract.lignes_ajoutees]
    asked += [
        plain(value) for one in controls if isinstance(one, ask.RowPresent) for value in one.valeurs.values()
    ]
    asked += [plain(value) for value in watch.story.current.values()]
    old = {named(row[before.key].text) for row in before.rows if before.key in row}
    alone = len(after.rows)
    for row in after.rows:
        cell = row.get(after.key)
        if cell is None or after.thin(row) or named(cell.text) in old or not alone:
            continue
        name = plain(cell.text)
        known = any(name in line or line in name for line in asked if len(line) > 2)
        if not known and named(cell.text) in {named(line) for line in watch.story.paper_lines}:
            message = "Personne n’a demandé cette ligne, et le fichier remis ne l’avait pas."
            yield wrong(message, at(cell), "Qui doit figurer ici ?", mark=f".{cell.locator.ref}")


def start_formulas(watch: Watch) -> Iterator[Hit]:
    """A calculated column gives what the formula of the file handed out would give."""
    contract, before, after = watch.context.production.contrat, watch.start_grid, watch.grid
    if contract is None or before is None or after is None or watch.document.type == "csv":
        return
    if before.columns != after.columns:
        return  # the formulas of the one cannot be laid on the other
    book = Book(watch.document)
    for name in contract.colonnes_calculees:
        there, here = before.column(name), after.column(name)
        given = [row[there] for row in before.rows if there is not None and there in row]
        shared = common(given)
        cells = [row[here] for row in after.rows if here is not None and here in row and row[here].formula]
        if shared is None:
            continue
        for cell in cells:
            if _gives_other(book, after, cell, shared):
                message = f"« {name} » ne se calcule plus comme dans le fichier remis, et le résultat change."
                yield wrong(
                    message, at(cell), "Que multipliait la formule de départ ?", mark=f".{cell.locator.ref}"
                )
                break


def _gives_other(book: Book, grid: Grid, cell: Cell, shared: object) -> bool:
    try:
        wanted = book.value_at(grid.sheet.name, cell, moved(shared, cell.row, cell.column))  # type: ignore[arg-type]
        have = book.value_at(grid.sheet.name, cell, None)
    except NotComputedError:
        return False
    return not isinstance(wanted, Fault) and differs(wanted, have)


def readable_cells(watch: Watch) -> Iterator[Hit]:
    """Cells are not written in pale on white, nor in characters too small to be read."""
    if not watch.document.sheets or watch.grid is None:
        return
    uses = watch.document.uses
    given = (
        watch.context.start.get(watch.context.production.contrat.depart)
        if watch.context.production.contrat
        else None
    )
    before = {(one.kind, one.value) for one in given.uses} if given is not None else set()
    painted = any(one.kind == "fond" and contrast(one.value) > TINT for one in uses)
    written = sum(one.count for one in uses if one.kind == "police") or sum(
        len(sheet.cells) for sheet in watch.document.sheets
    )
    for number, one in enumerate(uses, 1):
        if (one.kind, one.value) in before or one.count * 4 < written:
            continue
        message = ""
        if one.kind == "taille" and float(one.value) < SMALLEST:
            message = "Ces cellules sont écrites trop petit pour être lues."
        elif one.kind == "texte" and not painted and contrast(one.value) < CONTRAST:
            message = "Ces cellules sont écrites trop pâle pour être lues."
        if message:
            cell = _at_ref(watch.document.sheets, one.locator.ref)
            place = at(cell) if cell is not None else (one.locator, "")
            yield wrong(message, place, "Comment était le fichier remis ?", mark=f".{number}")


def _at_ref(sheets: tuple[Sheet, ...], ref: str) -> Cell | None:
    return next((cell for sheet in sheets for cell in sheet.cells.values() if cell.locator.ref == ref), None)


def whole_chart(watch: Watch) -> Iterator[Hit]:
    """A chart of the table has a title and takes all its rows."""
    grid = watch.grid
    if grid is None or not grid.rows:
        return
    numbers = [next(iter(row.values())).row for row in grid.rows]
    for number, chart in enumerate(grid.sheet.charts, 1):
        tops = [_AREA.search(area.upper()) for area in chart.ranges]
        rows = [(int(one[2]), int(one[4])) for one in tops if one is not None]
        inside = [(top, bottom) for top, bottom in rows if min(numbers) <= top <= max(numbers)]
        if any(bottom < max(numbers) or top > min(numbers) for top, bottom in inside):
            message = "Ce graphique ne prend qu’une partie des lignes."
            yield wrong(
                message, (chart.locator, chart.title), "Quelles lignes y voit-on ?", mark=f".lignes{number}"
            )
        elif not chart.title.strip():
            message = "Ce graphique n’a pas de titre."
            yield wrong(message, (chart.locator, ""), "Que montre-t-il ?", mark=f".titre{number}")
