"""Checks of what a workbook computes and shows: totals, formulas, charts, professional form."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.documents import Cell, Chart, Document
from ascom_coach.language import plain
from ascom_coach.review.cells import amount, at, cents, same_cell, same_number
from ascom_coach.review.charts import headings_of, slips
from ascom_coach.review.checks_workbook import corner, grid_of, lost, unreadable
from ascom_coach.review.context import Context
from ascom_coach.review.grid import Grid, Row, labelled, named
from ascom_coach.review.model import Finding
from ascom_coach.review.text_view import Place
from ascom_coach.scenarios import controls as ask


def _figure(label: Cell, row: Row, column: int | None, grid: Grid | None) -> Cell | None:
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
    cell = _figure(*there, column, grid)
    if cell is None:
        message = f"{what} n’a pas de montant."
        return [
            context.found(control, "defaut", message, at=at(there[0]), hint="Quel chiffre attend-on ici ?")
        ]
    if problem := unreadable(control, context, cell, what):
        return problem
    expected = next(
        (v for twist, v in control.si_imprevu.items() if twist in context.twists), control.attendu
    )
    value = amount(cell)
    right = same_number(value, expected, context.today) if value is not None else None
    if right is None:
        right = same_cell(cell, expected, context.today)
    if not right:
        message = f"{what} n’est pas juste : une décision prise sur ce chiffre serait fausse."
        hint = "Recalculez à la main sur trois lignes."
        return [context.found(control, "defaut", message, at=at(cell), hint=hint)]
    if (
        column is not None
        and value is not None
        and cell.column == column
        and not _adds_up(grid, column, value)
    ):
        message = f"{what} n’est pas la somme de la colonne « {control.colonne} »."
        hint = "Quelle ligne la somme oublie-t-elle ?"
        return [context.found(control, "defaut", message, at=at(cell), hint=hint)]
    return [context.found(control, "conforme", f"{what} est juste.", at=at(cell))]


def _adds_up(grid: Grid, column: int, value: Decimal) -> bool:
    """Whether a total is the sum of its column; true when the column cannot be added up."""
    numbers = [amount(row[column]) for row in grid.rows if column in row]
    known = [number for number in numbers if number is not None]
    return not known or len(known) < len(numbers) or cents(sum(known, Decimal(0))) == cents(value)


def formulas(control: ask.FormulaColumn, context: Context) -> list[Finding]:
    """Calculated cells are formulas, not typed constants."""
    grid = grid_of(context, tuple(control.colonnes))
    if grid is None or context.document is None:
        return lost(control, context)
    cells: list[Cell] = []
    typed: list[tuple[Cell, bool]] = []
    columns = [grid.column(heading) for heading in control.colonnes]
    if None in columns:
        return lost(control, context)
    for column in columns:
        mine = [row[column] for row in grid.rows if column is not None and column in row]
        cells += mine
        typed += [(cell, True) for cell in mine if not cell.formula]
        if any(cell.formula for cell in mine):  # a hole in a calculated column
            typed += [
                (row.get(grid.key) or next(iter(row.values())), False)
                for row in grid.rows
                if column not in row and len(row) >= max(2, len(grid.columns) // 2)
            ]
    for label in control.libelles:
        there = labelled(context.document, label, grid)
        if there is None:
            message = f"Je ne trouve pas « {label} » : c’est là que le tableur doit calculer."
            return [
                context.found(control, "defaut", message, at=corner(grid), hint="Où lit-on ce résultat ?")
            ]
        figures = [there[1][c] for c in columns if c is not None and c in there[1]]
        one = _figure(*there, None, grid)
        figures = figures or ([one] if one is not None else [])
        cells += figures
        typed += [(cell, True) for cell in figures if not cell.formula]
    if not cells:
        message = "Il n’y a rien de calculé là où l’on attend un calcul."
        hint = "Que doit calculer le tableur ici ?"
        return [context.found(control, "defaut", message, at=corner(grid), hint=hint)]
    if typed:
        first, filled = typed[0]
        what = "Des valeurs sont tapées" if len(typed) > 1 else "Une valeur est tapée"
        message = f"{what} à la main au lieu d’une formule : rien ne suivra un changement."
        if not filled:
            message = "Il manque un calcul sur cette ligne : le tableau n’est juste que si toutes les lignes comptent."
        hint = "Que se passe-t-il ici si une quantité change ?"
        return [context.found(control, "defaut", message, at=at(first), hint=hint)]
    return [context.found(control, "conforme", "Les calculs sont faits par des formules.", at=at(cells[0]))]


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
    lacks = [] if item.title.strip() else ["un titre"]
    if control.titres_axes and not item.kind.startswith(("pie", "doughnut", "ofPie")):
        lacks += [] if item.x_title.strip() else ["un titre sous l’axe horizontal"]
        lacks += [] if item.y_title.strip() else ["un titre le long de l’axe vertical"]
    if lacks:
        message = f"Le graphique n’a pas {' ni '.join(lacks)} : on ne sait pas ce qu’il montre."
        return 1, item, message, "Que doit dire le titre, et avec quelle unité ?"
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
