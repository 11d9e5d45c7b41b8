"""Checks of what a workbook shows: totals, charts, professional form."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.documents import Cell, Chart, Document
from ascom_coach.language import plain
from ascom_coach.review.checks.workbook import corner, grid_of, lost, unreadable
from ascom_coach.review.context import Context
from ascom_coach.review.model import Finding
from ascom_coach.review.text_view import Place
from ascom_coach.review.workbooks.cells import amount, at, cents, empty_beside, same_cell, same_number
from ascom_coach.review.workbooks.charts import cut_axis, headings_of, kinds_of, slips, tells_unit
from ascom_coach.review.workbooks.columns import left_out
from ascom_coach.review.workbooks.grid import Grid, Row, labelled, named
from ascom_coach.scenarios import controls as ask


def figure(label: Cell, row: Row, column: int | None, grid: Grid | None) -> Cell | None:
    """The number that a label announces: in its column, else at its right, else under it."""
    if column is not None and column in row and row[column] is not label and _counts(row[column]):
        return row[column]
    right = [cell for number, cell in sorted(row.items()) if number > label.column and _counts(cell)]
    left = [cell for number, cell in sorted(row.items()) if number < label.column and _counts(cell)]
    if right or left:
        return (right or left)[-1]
    under = grid.sheet.cells.get((label.row + 1, label.column)) if grid is not None else None
    return under if under is not None and _counts(under) else None


def _counts(cell: Cell) -> bool:
    return bool(cell.formula) or amount(cell) is not None


def total(control: ask.Total, context: Context) -> list[Finding]:
    """A labelled total is right to the cent, and is the sum of its column when one is named."""
    grid = grid_of(context, (control.colonne,) if control.colonne else ())
    if grid is None or context.document is None:
        return lost(control, context)
    what = f"« {control.libelle} »"
    there = labelled(context.document, control.libelle, grid)
    if there is None:
        message = f"Je ne trouve pas {what} : le lecteur cherche ce chiffre d’abord."
        return [context.found(control, "defaut", message, at=corner(grid), hint="Où lit-on le total ?")]
    column = grid.column(control.colonne) if control.colonne else None
    cell = figure(*there, column, grid)
    if cell is None:
        message = f"{what} n’a pas de montant."
        label, row = there
        said = next((one for one in row.values() if one.column > label.column and one.text.strip()), label)
        return [context.found(control, "defaut", message, at=at(said), hint="Quel chiffre attend-on ici ?")]
    if problem := unreadable(control, context, cell, what):
        return problem
    expected = expected_total(control, context)
    if omitted := left_out(cell, grid):
        message = f"{what} oublie une ligne du tableau : la somme ne va pas assez loin."
        hint = f"La cellule {omitted.locator.ref.rpartition('!')[2]} est-elle dans la plage de la somme ?"
        return [context.found(control, "defaut", message, at=at(cell), hint=hint)]
    value = amount(cell)
    right = same_number(value, expected, context.today) if value is not None else None
    if right is None:
        right = same_cell(cell, expected, context.today)
    if not right and grid is not None and column is not None and column not in there[1]:
        message = f"{what} n’a pas de montant dans la colonne « {control.colonne} »."
        empty = empty_beside(there[0], grid.sheet.cells[grid.header, column])
        return [context.found(control, "defaut", message, at=at(empty), hint="Quel chiffre attend-on ici ?")]
    if not right and (words := _words_in(grid, cell)):
        message = f"Ce nombre est du texte : {what} ne le compte pas."
        hint = "De quel côté de la cellule s’aligne-t-il, et pourquoi ?"
        return [context.found(control, "defaut", message, at=at(words), hint=hint)]
    if not right:
        message = f"{what} n’est pas juste : une décision prise sur ce chiffre serait fausse."
        hint = "Recalculez à la main sur trois lignes."
        return [context.found(control, "defaut", message, at=at(cell), hint=hint)]
    if (
        column is not None
        and value is not None
        and cell.column == column
        and not adds_up(grid, column, value)
    ):
        message = f"{what} n’est pas la somme de la colonne « {control.colonne} »."
        hint = "Quelle ligne la somme oublie-t-elle ?"
        return [context.found(control, "defaut", message, at=at(cell), hint=hint)]
    return [context.found(control, "conforme", f"{what} est juste.", at=at(cell))]


def _words_in(grid: Grid, total_cell: Cell) -> Cell | None:
    """A number typed as text in the column of a total, which a sum passes over."""
    mine = [row[total_cell.column] for row in grid.rows if total_cell.column in row]
    if not total_cell.formula or not any(isinstance(cell.value, Decimal) for cell in mine):
        return None
    return next((cell for cell in mine if isinstance(cell.value, str) and amount(cell) is not None), None)


def expected_total(control: ask.Total, context: Context) -> str:
    """What a total must be, after what happened."""
    return next((v for twist, v in control.si_imprevu.items() if twist in context.twists), control.attendu)


def adds_up(grid: Grid, column: int, value: Decimal) -> bool:
    """Whether a total is the sum of its column; true when the column cannot be added up."""
    numbers = [amount(row[column]) for row in grid.rows if column in row]
    known = [number for number in numbers if number is not None]
    return not known or len(known) < len(numbers) or cents(sum(known, Decimal(0))) == cents(value)


def chart(control: ask.ChartPresent, context: Context) -> list[Finding]:
    """A chart with a title, axis titles and the right columns."""
    charts = list(context.document.charts) if context.document else []
    charts += [item for sheet in context.document.sheets for item in sheet.charts] if context.document else []
    if not charts or context.document is None:
        grid = grid_of(context, tuple(control.colonnes))
        place: Place = corner(grid) if grid else context.view.first()
        message = "Il manque le graphique : un tableau seul se lit mal en réunion."
        hint = "Quel graphique répond à la question posée ?"
        return [context.found(control, "defaut", message, at=place, hint=hint)]
    wrong = min((_chart_defect(item, control, context.document) for item in charts), key=lambda one: one[0])
    level, item, message, hint = wrong
    place = (item.locator, item.title)
    if level:
        return [context.found(control, "defaut", message, at=place, hint=hint)]
    return [context.found(control, "conforme", "Le graphique est complet.", at=place)]


def _chart_defect(item: Chart, control: ask.ChartPresent, document: Document) -> tuple[int, Chart, str, str]:
    """How far a chart is from what is asked (0: nothing is wrong), with what to say."""
    drawn = headings_of(item, document)
    absent = [name for name in control.colonnes if drawn and not any(named(name) in one for one in drawn)]
    if absent:
        message = f"Le graphique ne montre pas « {absent[0]} »."
        return 3, item, message, "Quelles colonnes répondent à la question posée ?"
    if slip := slips(item, document):
        return 2, item, slip, "De quelle cellule à quelle cellule vont les données du graphique ?"
    if cut_axis(item):
        message = (
            f"L’axe des barres commence à {item.y_min.replace('.', ',')} : un petit écart paraît énorme."
        )
        return 2, item, message, "Que voit-on si l’axe commence à zéro ?"
    if item.axes > 1 and len(kinds_of(item)) == 1:
        message = "Des séries de même nature sont dessinées sur deux échelles : on ne peut pas les comparer."
        return 2, item, message, "Que voit-on si toutes les séries ont la même échelle ?"
    if control.genres and kinds_of(item) and not kinds_of(item) & set(control.genres):
        message = "Ce genre de graphique ne répond pas à la question posée."
        return 2, item, message, "Faut-il comparer, suivre dans le temps, ou montrer des parts ?"
    lacks = [] if item.title.strip() else ["un titre"]
    if control.titres_axes and not item.kind.startswith(("pie", "doughnut", "ofPie")):
        lacks += [] if item.x_title.strip() else ["un titre sous l’axe horizontal"]
        lacks += [] if item.y_title.strip() else ["un titre le long de l’axe vertical"]
    if lacks:
        message = f"Le graphique n’a pas {' ni '.join(lacks)} : on ne sait pas ce qu’il montre."
        return 1, item, message, "Que doit dire le titre, et avec quelle unité ?"
    if control.unite and not tells_unit(item, control.unite, document):
        message = f"Le graphique ne dit pas son unité ({control.unite}) : on ne sait pas ce que l’on compte."
        return 1, item, message, "Où le lecteur voit-il de quoi sont faits ces nombres ?"
    return 0, item, "", ""


def workbook_form(control: ask.WorkbookForm, context: Context) -> list[Finding]:
    """Professional form: header kept in sight, number formats, print set-up, filter."""
    grid = grid_of(context)
    if grid is None:
        return lost(control, context)
    sheet = grid.sheet
    bare = next(_bare_numbers(grid), None)
    tests = {
        "entete_figee": (
            bool(sheet.frozen or sheet.print_titles),
            "les titres de colonnes ne restent pas visibles",
        ),
        "formats": (bare is None, "des nombres n’ont pas de format"),
        "impression": (sheet.fit_to_page or bool(sheet.print_area), "l’impression n’est pas préparée"),
        "filtre": (bool(sheet.autofilter or sheet.tables), "le tableau n’a pas de filtre"),
    }
    lacks = [(name, words) for name, (fine, words) in tests.items() if name in control.attendus and not fine]
    if lacks:
        message = f"La présentation peut aider davantage : {', '.join(words for _, words in lacks)}."
        hint = "Ouvrez l’aperçu avant impression et faites défiler le tableau."
        place = at(bare) if bare is not None and lacks[0][0] == "formats" else corner(grid)
        return [context.found(control, "defaut", message, at=place, hint=hint)]
    return [context.found(control, "conforme", "Le tableau est présenté comme au bureau.", at=corner(grid))]


def _bare_numbers(grid: Grid) -> Iterator[Cell]:
    """Numbers left without a format in a column that needs one: it holds decimals, or some of its cells have one."""
    for column in grid.columns.values():
        cells = [row[column] for row in (*grid.rows, *grid.totals) if column in row]
        cells = [cell for cell in cells if isinstance(cell.value, Decimal)]
        bare = [cell for cell in cells if plain(cell.number_format) in ("general", "standard", "")]
        decimals = any(isinstance(cell.value, Decimal) and cell.value % 1 for cell in bare)
        if bare and (decimals or len(bare) < len(cells)):
            yield bare[0]
