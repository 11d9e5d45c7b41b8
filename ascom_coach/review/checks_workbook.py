"""Checks of workbooks: located by headings, keys and labels; amounts to the cent; formulas kept as formulas."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from ascom_coach.documents import Cell, Document, Locator
from ascom_coach.language import find_values, plain, same_value
from ascom_coach.review.context import Context
from ascom_coach.review.grid import Grid, amount, find_grid, named
from ascom_coach.review.model import Finding
from ascom_coach.review.text_view import Place
from ascom_coach.scenarios import controls as ask

CENT = Decimal("0.01")
NO_TABLE = "Je ne retrouve pas le tableau attendu : gardez les titres de colonnes du fichier remis."


def _grid(context: Context, headings: tuple[str, ...] = (), document: Document | None = None) -> Grid | None:
    contract = context.production.contrat
    wanted = tuple(contract.entete) if contract and contract.entete else headings
    source = document or context.document
    if source is None:
        return None
    key = contract.cle if contract else ""
    return find_grid(source, wanted, key=key, sheet=contract.feuille if contract else "")


def _lost(control: ask.AnyControl, context: Context) -> list[Finding]:
    sheet = context.document.sheets[0].name if context.document and context.document.sheets else ""
    place = (Locator(context.document.path, "cell", f"{sheet}!A1"), "") if context.document else (None, "")
    return [context.found(control, "defaut", NO_TABLE, at=place, hint="Comparez avec le fichier de départ.")]


def at(cell: Cell) -> Place:
    """A cell as a place, its formula or its text as the quote."""
    return cell.locator, cell.text or (cell.formula or "")


def same_cell(cell: Cell | None, expected: str, context: Context) -> bool:
    """Whether a cell says the expected value: number to the cent, date, phone digits, else the same words."""
    if cell is None:
        return not expected
    wanted_number = amount(Cell(cell.locator, 0, 0, expected))
    have = amount(cell)
    if wanted_number is not None and have is not None:
        return have.quantize(CENT, ROUND_HALF_UP) == wanted_number.quantize(CENT, ROUND_HALF_UP)
    wanted = find_values(expected, context.today)
    shown = find_values(cell.text, context.today)
    if wanted and shown and len(wanted) == 1:
        return any(same_value(one, wanted[0]) for one in shown)
    if named(cell.text) == named(expected):
        return True
    digits = "".join(filter(str.isdigit, expected))
    return len(digits) >= 8 and digits == "".join(filter(str.isdigit, cell.text))


def cell_value(control: ask.CellValue, context: Context) -> list[Finding]:
    """The cell at a row key and a heading holds the expected value."""
    grid = _grid(context, (control.colonne,))
    if grid is None:
        return _lost(control, context)
    expected = _expected(control, context)
    row, column = grid.row(control.ligne), grid.column(control.colonne)
    if row is None:
        message = f"La ligne « {control.ligne} » n’est plus dans le tableau."
        return [
            context.found(control, "defaut", message, at=_corner(grid), hint="Qu’est devenue cette ligne ?")
        ]
    if column is None:
        message = f"La colonne « {control.colonne} » n’est plus dans le tableau."
        return [
            context.found(
                control, "defaut", message, at=_corner(grid), hint="Comparez avec le fichier de départ."
            )
        ]
    cell = row.get(column)
    if same_cell(cell, expected, context):
        place = at(cell) if cell else at(row[grid.key])
        return [context.found(control, "conforme", f"« {control.colonne} » est à jour.", at=place)]
    message = (
        f"« {control.colonne} » n’est pas à jour pour {control.ligne} : la prochaine personne se trompera."
    )
    place = at(cell) if cell else (row[grid.key].locator, row[grid.key].text)
    return [
        context.found(
            control, "defaut", message, at=place, hint="Qu’avez-vous appris sur cette information ?"
        )
    ]


def _expected(control: ask.CellValue, context: Context) -> str:
    if control.attendu:
        return control.attendu
    fact = control.fait
    if not fact and control.anomalie:
        anomaly = context.scenario.anomaly(control.anomalie)
        if anomaly.valeur:
            return anomaly.valeur
        fact = anomaly.fait
    return context.value(fact) if fact else ""


def _corner(grid: Grid) -> Place:
    """The first heading, as an anchor."""
    cell = min(
        (cell for (row, _), cell in grid.sheet.cells.items() if row == grid.header and cell.text),
        key=lambda cell: cell.column,
    )
    return at(cell)


def rows_changed(control: ask.RowsChanged, context: Context) -> list[Finding]:
    """Only the rows that the contract names changed; keyed, whatever the order."""
    contract = context.production.contrat
    start = context.start.get(contract.depart) if contract else None
    if contract is None or start is None:
        return context.missing(control, "fichier", "Le fichier de départ manque pour comparer.")
    before, after = _grid(context, document=start), _grid(context)
    if before is None or after is None:
        return _lost(control, context)
    free = {
        named(name)
        for name in (
            *contract.lignes_modifiees,
            *contract.lignes_ajoutees,
            *contract.lignes_supprimees,
            *contract.libelle_total,
        )
    }
    added = {named(name) for name in contract.lignes_ajoutees}
    found: list[Finding] = []

    def wrong(message: str, place: Place) -> None:
        hint = "La consigne demandait-elle de toucher à cette ligne ?"
        found.append(
            context.found(control, "defaut", message, at=place, hint=hint, mark=f".{len(found) + 1}")
        )

    old, new = _keyed(before), _keyed(after)
    for key, row in old.items():
        if key in free or _matches(key, free):
            continue
        if key not in new:
            wrong(f"La ligne « {row[before.key].text} » a disparu.", _corner(after))
            continue
        for heading, column in before.columns.items():
            other = after.columns.get(heading)
            first = row.get(column)
            second = new[key].get(other) if other is not None else None
            if other is not None and not _same(first, second, context):
                place = at(second) if second else at(new[key][after.key])
                wrong(f"La ligne « {row[before.key].text} » a été modifiée sans raison.", place)
                break
    for key, row in new.items():
        if key not in old and key not in added and not _matches(key, added | free):
            wrong(f"La ligne « {row[after.key].text} » a été ajoutée sans raison.", at(row[after.key]))
    for name in contract.lignes_ajoutees:
        if after.row(name) is None:
            wrong(f"La ligne « {name} » manque.", _corner(after))
    if found:
        return found
    return [context.found(control, "conforme", "Seules les lignes concernées ont changé.", at=_corner(after))]


def _keyed(grid: Grid) -> dict[str, dict[int, Cell]]:
    """Rows by key; a repeated key gets its rank."""
    rows: dict[str, dict[int, Cell]] = {}
    for row in grid.rows:
        if grid.key not in row:
            continue
        key, rank = named(row[grid.key].text), 2
        while key in rows:
            key, rank = f"{named(row[grid.key].text)} #{rank}", rank + 1
        rows[key] = row
    return rows


def _matches(key: str, names: set[str]) -> bool:
    words = set(key.split(" #", maxsplit=1)[0].split())
    return any(set(name.split()) <= words for name in names if name)


def _same(first: Cell | None, second: Cell | None, context: Context) -> bool:
    one, two = first.text if first else "", second.text if second else ""
    if first and second and (first.formula or second.formula) and (not one or not two):
        return True  # a formula whose result was not stored cannot be compared
    return named(one) == named(two) or (bool(one and two) and same_cell(second, one, context))


def row_present(control: ask.RowPresent, context: Context) -> list[Finding]:
    """A row holds all the given values."""
    grid = _grid(context, tuple(control.valeurs))
    if grid is None:
        return _lost(control, context)
    row = _holding(grid, control.valeurs, context)
    if row is not None:
        return [
            context.found(control, "conforme", "La ligne attendue est là.", at=at(next(iter(row.values()))))
        ]
    told = ", ".join(control.valeurs)
    message = f"Il manque une ligne, ou ses valeurs ne sont pas les bonnes ({told})."
    return [
        context.found(
            control, "defaut", message, at=_corner(grid), hint="Que vous a-t-on demandé d’inscrire ?"
        )
    ]


def row_absent(control: ask.RowAbsent, context: Context) -> list[Finding]:
    """No row holds all the given values."""
    grid = _grid(context, tuple(control.valeurs))
    if grid is None:
        return _lost(control, context)
    row = _holding(grid, control.valeurs, context)
    if row is None:
        return [context.found(control, "conforme", "La ligne en trop a bien disparu.", at=_corner(grid))]
    message = "Cette ligne n’aurait pas dû rester."
    place = at(row.get(grid.key) or next(iter(row.values())))
    return [
        context.found(
            control, "defaut", message, at=place, hint="Pourquoi cette ligne pose-t-elle problème ?"
        )
    ]


def _holding(grid: Grid, values: dict[str, str], context: Context) -> dict[int, Cell] | None:
    columns = {grid.column(heading): value for heading, value in values.items()}
    if None in columns:
        return None
    for row in grid.rows:
        if all(same_cell(row.get(column or 0), value, context) for column, value in columns.items()):
            return row
    return None


def total(control: ask.Total, context: Context) -> list[Finding]:
    """A labelled total is right to the cent, and is the sum of its column when one is named."""
    grid = _grid(context, (control.colonne,) if control.colonne else ())
    if grid is None:
        return _lost(control, context)
    row = grid.total(control.libelle)
    if row is None:
        message = f"Je ne trouve pas « {control.libelle} » : le lecteur cherche ce chiffre d’abord."
        return [context.found(control, "defaut", message, at=_corner(grid), hint="Où lit-on le total ?")]
    column = grid.column(control.colonne) if control.colonne else None
    cell = row.get(column) if column else None
    if cell is None:
        numbers = [item for _, item in sorted(row.items()) if amount(item) is not None or item.formula]
        cell = numbers[-1] if numbers else None
    if cell is None:
        place = at(next(iter(row.values())))
        return [context.found(control, "defaut", f"« {control.libelle} » n’a pas de montant.", at=place)]
    value = amount(cell)
    if value is None:
        return context.missing(
            control, "valeur_calculee", "Le résultat de la formule n’est pas enregistré dans le fichier."
        )
    expected = next(
        (v for twist, v in control.si_imprevu.items() if twist in context.twists), control.attendu
    )
    wanted = amount(Cell(cell.locator, 0, 0, expected))
    if wanted is not None and value.quantize(CENT, ROUND_HALF_UP) != wanted.quantize(CENT, ROUND_HALF_UP):
        message = f"« {control.libelle} » n’est pas juste : une décision prise sur ce chiffre serait fausse."
        return [
            context.found(
                control, "defaut", message, at=at(cell), hint="Recalculez à la main sur trois lignes."
            )
        ]
    if column and control.colonne:
        rows = [amount(item[column]) for item in grid.rows if column in item]
        added = sum((number for number in rows if number is not None), Decimal(0))
        if (
            rows
            and None not in rows
            and added.quantize(CENT, ROUND_HALF_UP) != value.quantize(CENT, ROUND_HALF_UP)
        ):
            message = f"« {control.libelle} » n’est pas la somme de la colonne « {control.colonne} »."
            return [
                context.found(
                    control, "defaut", message, at=at(cell), hint="Quelle ligne la somme oublie-t-elle ?"
                )
            ]
    return [context.found(control, "conforme", f"« {control.libelle} » est juste.", at=at(cell))]


def formulas(control: ask.FormulaColumn, context: Context) -> list[Finding]:
    """Calculated cells are formulas, not typed constants."""
    grid = _grid(context, tuple(control.colonnes))
    if grid is None:
        return _lost(control, context)
    cells: list[Cell] = []
    for heading in control.colonnes:
        column = grid.column(heading)
        if column is None:
            return _lost(control, context)
        cells += [row[column] for row in grid.rows if column in row]
    for label in control.libelles:
        row = grid.total(label)
        cells += [cell for cell in (row or {}).values() if cell.formula or amount(cell) is not None]
    typed = [cell for cell in cells if not cell.formula]
    if not cells:
        message = "Il n’y a rien de calculé là où l’on attend un calcul."
        return [
            context.found(
                control, "defaut", message, at=_corner(grid), hint="Que doit calculer le tableur ici ?"
            )
        ]
    if typed:
        what = "Des valeurs sont tapées" if len(typed) > 1 else "Une valeur est tapée"
        message = f"{what} à la main au lieu d’une formule : rien ne suivra un changement."
        hint = "Que se passe-t-il ici si une quantité change ?"
        return [context.found(control, "defaut", message, at=at(typed[0]), hint=hint)]
    return [context.found(control, "conforme", "Les calculs sont faits par des formules.", at=at(cells[0]))]


def chart(control: ask.ChartPresent, context: Context) -> list[Finding]:
    """A chart with a title, axis titles and the right columns."""
    charts = [item for sheet in context.document.sheets for item in sheet.charts] if context.document else []
    grid = _grid(context, tuple(control.colonnes))
    if not charts:
        place = _corner(grid) if grid else (None, "")
        message = "Il manque le graphique : un tableau seul se lit mal en réunion."
        return [
            context.found(
                control, "defaut", message, at=place, hint="Quel graphique répond à la question posée ?"
            )
        ]
    best = charts[0]
    place = (best.locator, best.title)
    lacks = [] if best.title.strip() else ["un titre"]
    if control.titres_axes and not best.kind.startswith(("pie", "doughnut")):
        lacks += [] if best.x_title.strip() else ["un titre sous l’axe horizontal"]
        lacks += [] if best.y_title.strip() else ["un titre le long de l’axe vertical"]
    if lacks:
        message = f"Le graphique n’a pas {' ni '.join(lacks)} : on ne sait pas ce qu’il montre."
        return [
            context.found(
                control, "defaut", message, at=place, hint="Que doit dire le titre, et avec quelle unité ?"
            )
        ]
    return [context.found(control, "conforme", "Le graphique est complet.", at=place)]


def workbook_form(control: ask.WorkbookForm, context: Context) -> list[Finding]:
    """Professional form: header kept in sight, number formats, print set-up, filter."""
    grid = _grid(context)
    if grid is None:
        return _lost(control, context)
    sheet = grid.sheet
    numbers = [cell for row in grid.rows for cell in row.values() if isinstance(cell.value, Decimal)]
    tests = {
        "entete_figee": (
            bool(sheet.frozen or sheet.print_titles),
            "les titres de colonnes ne restent pas visibles",
        ),
        "formats": (
            all(plain(cell.number_format) != "general" for cell in numbers),
            "les nombres n’ont pas de format",
        ),
        "impression": (sheet.fit_to_page or bool(sheet.print_area), "l’impression n’est pas préparée"),
        "filtre": (bool(sheet.autofilter or sheet.tables), "le tableau n’a pas de filtre"),
    }
    lacks = [words for name, (fine, words) in tests.items() if name in control.attendus and not fine]
    if lacks:
        message = f"La présentation peut aider davantage : {', '.join(lacks)}."
        hint = "Ouvrez l’aperçu avant impression et faites défiler le tableau."
        return [context.found(control, "defaut", message, at=_corner(grid), hint=hint)]
    return [context.found(control, "conforme", "Le tableau est présenté comme au bureau.", at=_corner(grid))]
