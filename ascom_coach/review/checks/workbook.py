"""Checks of rows and cells of a workbook: located by headings and keys, compared by meaning."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.documents import Cell, Document, Locator
from ascom_coach.review.context import Context
from ascom_coach.review.model import Finding
from ascom_coach.review.text_view import Place
from ascom_coach.review.workbooks.cells import at, empty_beside, same_cell
from ascom_coach.review.workbooks.grid import Grid, Row, find_grid, named, open_sheets
from ascom_coach.scenarios import controls as ask

NO_TABLE = "Je ne retrouve pas le tableau attendu : gardez les titres de colonnes du fichier remis."
NO_RESULT = "Le résultat de la formule n’est pas enregistré dans le fichier."


def grid_of(
    context: Context, headings: tuple[str, ...] = (), document: Document | None = None
) -> Grid | None:
    """The table of the contract; without one, the table that has these headings."""
    contract = context.production.contrat
    source = document or context.document
    if source is None:
        return None
    wanted = tuple(contract.entete) if contract and contract.entete else headings
    key = contract.cle if contract else ""
    totals = contract.libelle_total if contract else ()
    found = find_grid(source, wanted, key=key, sheet=contract.feuille if contract else "", totals=totals)
    if headings and (found is None or any(found.column(name) is None for name in headings)):
        other = find_grid(source, headings, totals=totals)
        if other is not None and all(other.column(name) is not None for name in headings):
            return other
    return found


def lost(control: ask.AnyControl, context: Context) -> list[Finding]:
    """The table is not there, or not recognised."""
    sheets = open_sheets(context.document) if context.document else []
    place: Place = (None, "")
    if context.document is not None:
        place = (Locator(context.document.path, "file", ""), "")
    if sheets:
        cell = min(sheets[0].cells.values(), key=lambda one: (one.row, one.column), default=None)
        place = (
            at(cell)
            if cell
            else (Locator(place[0].file if place[0] else "", "cell", f"{sheets[0].name}!A1"), "")
        )
    return [context.found(control, "defaut", NO_TABLE, at=place, hint="Comparez avec le fichier de départ.")]


def corner(grid: Grid) -> Place:
    """The first heading, as an anchor."""
    cell = min(
        (cell for (row, _), cell in grid.sheet.cells.items() if row == grid.header and cell.text),
        key=lambda cell: cell.column,
    )
    return at(cell)


def unreadable(control: ask.AnyControl, context: Context, cell: Cell | None, what: str) -> list[Finding]:
    """A formula that shows an error is a defect; one without a result cannot be judged. Empty when neither."""
    if cell is None or not cell.formula or cell.text:
        return []
    if cell.error or "#REF!" in cell.formula:
        message = f"{what} affiche une erreur de calcul : personne ne peut s’en servir."
        hint = "Quelle cellule la formule va-t-elle chercher ?"
        return [context.found(control, "defaut", message, at=at(cell), hint=hint)]
    return context.missing(control, "valeur_calculee", NO_RESULT)


def cell_value(control: ask.CellValue, context: Context) -> list[Finding]:
    """The cell at a row key and a heading holds the expected value."""
    grid = grid_of(context, (control.colonne,))
    if grid is None:
        return lost(control, context)
    expected = expected_cell(control, context)
    row, column = grid.row(control.ligne), grid.column(control.colonne)
    if row is None:
        message = f"La ligne « {control.ligne} » n’est plus dans le tableau."
        hint = "Qu’est devenue cette ligne ?"
        return [context.found(control, "defaut", message, at=corner(grid), hint=hint)]
    if column is None:
        message = f"La colonne « {control.colonne} » n’est plus dans le tableau."
        hint = "Comparez avec le fichier de départ."
        return [context.found(control, "defaut", message, at=corner(grid), hint=hint)]
    cell = row.get(column)
    if problem := unreadable(control, context, cell, f"« {control.colonne} »"):
        return problem
    key = row.get(grid.key) or next(iter(row.values()))
    place = at(cell or empty_beside(key, grid.sheet.cells[grid.header, column]))
    if same_cell(cell, expected, context.today):
        return [context.found(control, "conforme", f"« {control.colonne} » est à jour.", at=place)]
    message = (
        f"« {control.colonne} » n’est pas à jour pour {control.ligne} : la prochaine personne se trompera."
    )
    hint = "Qu’avez-vous appris sur cette information ?"
    return [context.found(control, "defaut", message, at=place, hint=hint)]


def expected_cell(control: ask.CellValue, context: Context) -> str:
    """What a cell must say: its own expectation, else that of its anomaly or fact."""
    if control.attendu:
        return control.attendu
    fact = control.fait
    if not fact and control.anomalie:
        anomaly = context.scenario.anomaly(control.anomalie)
        if anomaly.valeur:
            return anomaly.valeur
        fact = anomaly.fait
    return context.value(fact) if fact else ""


def row_present(control: ask.RowPresent, context: Context) -> list[Finding]:
    """A row holds all the given values."""
    grid = grid_of(context, tuple(control.valeurs))
    if grid is None:
        return lost(control, context)
    row = holding(grid, control.valeurs, context)
    if row is not None:
        place = at(row.get(grid.key) or next(iter(row.values())))
        return [context.found(control, "conforme", "La ligne attendue est là.", at=place)]
    told = ", ".join(control.valeurs)
    message = f"Il manque une ligne, ou ses valeurs ne sont pas les bonnes ({told})."
    near = grid.row(control.valeurs[first]) if (first := next(iter(control.valeurs), "")) else None
    if near and grid.key in near:
        place = _unlike(grid, near, control.valeurs, context)
    else:
        added = _added(grid, context)
        place = at(added) if added is not None else corner(grid)
    hint = "Que vous a-t-on demandé d’inscrire ?"
    return [context.found(control, "defaut", message, at=place, hint=hint)]


def _unlike(grid: Grid, row: Row, values: dict[str, str], context: Context) -> Place:
    """The cell of a row that does not hold what it should, its key when none is found."""
    for heading, value in values.items():
        column = grid.column(heading)
        if column is not None and not same_cell(row.get(column), value, context.today):
            return at(row.get(column) or empty_beside(row[grid.key], grid.sheet.cells[grid.header, column]))
    return at(row[grid.key])


def _added(grid: Grid, context: Context) -> Cell | None:
    """The key of the only row that the file handed out did not hold: perhaps the one asked for, otherwise written."""
    contract = context.production.contrat
    start = context.start.get(contract.depart) if contract else None
    before = grid_of(context, document=start) if start is not None else None
    if before is None:
        return None
    old = {named(row[before.key].text) for row in before.rows if before.key in row}
    fresh = [row[grid.key] for row in grid.rows if grid.key in row and named(row[grid.key].text) not in old]
    return fresh[0] if len(fresh) == 1 else None


def row_absent(control: ask.RowAbsent, context: Context) -> list[Finding]:
    """No row holds all the given values."""
    grid = grid_of(context, tuple(control.valeurs))
    if grid is None:
        return lost(control, context)
    row = holding(grid, control.valeurs, context)
    if row is None:
        return [context.found(control, "conforme", "La ligne en trop a bien disparu.", at=corner(grid))]
    message = "Cette ligne n’aurait pas dû rester."
    place = at(row.get(grid.key) or next(iter(row.values())))
    hint = "Pourquoi cette ligne pose-t-elle problème ?"
    return [context.found(control, "defaut", message, at=place, hint=hint)]


def holding(grid: Grid, values: dict[str, str], context: Context) -> Row | None:
    """The first row that holds all these values under these headings."""
    return next(all_holding(grid, values, context), None)


def all_holding(grid: Grid, values: dict[str, str], context: Context) -> Iterator[Row]:
    """Every row that holds all these values under these headings."""
    columns = {grid.column(heading): value for heading, value in values.items()}
    if None in columns:
        return
    for row in grid.rows:
        if all(same_cell(row.get(column or 0), value, context.today) for column, value in columns.items()):
            yield row
