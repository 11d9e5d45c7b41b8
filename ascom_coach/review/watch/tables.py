# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Looks at a workbook as a whole: nothing double, nothing out of sight, formulas alike, no remark of the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.documents import Cell, Sheet
from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.generic.tidy import too_wide
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.cells import at
from ascom_coach.review.workbooks.grid import Grid, Row, named

_HALF = 2
_MOST = 0.8
_DRAFT = re.compile(
    r"(?<!\w)(?:l'an dernier|l'annee derniere|a verifier|a confirmer|a completer|brouillon|projet|provisoire|d'apres celui|ebauche)(?!\w)"
)


def doubled(watch: Watch) -> Iterator[Hit]:
    """A key that stood once in the file handed out stands once, unless the rows have little in common."""
    grid, start = watch.grid, watch.start_grid
    if grid is None:
        return
    before = (
        [named(row[start.key].text) for row in start.rows if start.key in row] if start is not None else []
    )
    seen: dict[str, Row] = {}
    number = 0
    for row in grid.rows:
        cell = row.get(grid.key)
        if cell is None or not cell.text.strip() or grid.thin(row):
            continue
        key = named(cell.text)
        first = seen.setdefault(key, row)
        if first is row or before.count(key) > 1:
            continue
        common = sum(
            column in first and named(one.text) == named(first[column].text) for column, one in row.items()
        )
        if common * _HALF >= len(row):
            number += 1
            yield wrong(
                "Cette ligne est déjà plus haut.", at(cell), "Laquelle des deux garder ?", mark=f".{number}"
            )


def out_of_sight(watch: Watch) -> Iterator[Hit]:
    """No row of the table hidden (a filter left on hides some), no sheet hidden, but those that were handed out so."""
    if not watch.document.sheets:
        return
    start = (
        watch.context.start.get(watch.context.production.contrat.depart)
        if watch.context.production.contrat
        else None
    )
    was = {sheet.name for sheet in start.sheets if sheet.hidden} if start is not None else set()
    number = 0
    for sheet in watch.document.sheets:
        if sheet.hidden and sheet.name not in was and sheet.cells:
            number += 1
            message = f"La feuille « {sheet.name} » est masquée : elle part avec le fichier."
            yield wrong(message, at(_telling(sheet)), "Votre lecteur doit-il l’avoir ?", mark=f".{number}")
    grid, given = watch.grid, watch.start_grid
    if grid is None or (given is not None and any(_hidden(row, given) for row in given.rows)):
        return
    for row in grid.rows:
        if cell := _hidden(row, grid):
            message = "Cette ligne est masquée, par un filtre ou à la main : votre lecteur ne la verra pas."
            yield wrong(message, at(cell), "Doit-elle être vue, ou retirée ?", mark=".ligne")
            return
    yield from _columns_out_of_sight(grid, given)


def _columns_out_of_sight(grid: Grid, given: Grid | None) -> Iterator[Hit]:
    """Columns hidden, and cells written in white on white, that were in sight in the file handed out."""
    before = (
        {name for name, column in given.columns.items() if _all_hidden(given, column)} if given else set()
    )
    for name, column in grid.columns.items():
        head = grid.sheet.cells[grid.header, column]
        cells = [row[column] for row in (*grid.rows, *grid.totals) if column in row and row[column].text]
        if _all_hidden(grid, column):
            if name not in before:
                message = f"La colonne « {head.text} » est masquée : votre lecteur ne la verra pas."
                yield wrong(message, at(head), "Doit-elle être vue, ou retirée ?", mark=f".colonne{column}")
            continue
        for cell in cells if given is None or not any(_blank(given, name)) else ():
            if cell.hidden:
                message = "Cette cellule est écrite, et on n’y lit rien : sa couleur ou son format la cache."
                yield wrong(
                    message, at(cell), "De quelle couleur est le reste ?", mark=f".pale.{cell.locator.ref}"
                )


def _all_hidden(grid: Grid, column: int) -> bool:
    cells = [row[column] for row in grid.rows if column in row and row[column].text]
    return bool(cells) and all(cell.hidden for cell in cells)


def _blank(grid: Grid, name: str) -> Iterator[bool]:
    column = grid.columns.get(name)
    return (row[column].hidden for row in grid.rows if column is not None and column in row)


def squeezed(watch: Watch) -> Iterator[Hit]:
    """A column too narrow for a number or a date shows ####; one that was so in the file handed out is left alone."""
    grid = watch.grid
    if grid is None or watch.document.type == "csv":
        return
    for column in grid.columns.values():
        width = grid.sheet.widths.get(column, 0.0)
        cells = [
            row[column] for row in (*grid.rows, *grid.totals) if column in row and not row[column].hidden
        ]
        cell = next((one for one in cells if too_wide(one, width)), None)
        if cell is None and width and (cut := _cut_off(grid, cells, column, width)) is not None:
            message = "La colonne est trop étroite\u00a0: on ne lit que le début de ces mots."
            yield wrong(
                message, at(cut), "Que se passe-t-il en élargissant la colonne ?", mark=f".coupe{column}"
            )
        if cell is not None:
            message = "La colonne est trop étroite pour cette valeur : le tableur affiche ####."
            yield wrong(message, at(cell), "Que se passe-t-il en élargissant la colonne ?", mark=f".{column}")


_NARROW, _SEVERAL = 0.25, 3


def _cut_off(grid: Grid, cells: list[Cell], column: int, width: float) -> Cell | None:
    """The first of several texts of which less than a quarter is seen, a filled cell standing at their right."""
    cut = [
        one for one in cells
        if isinstance(one.value, str) and not one.formula and " " not in one.text.strip() and len(one.text) * _NARROW > width
        and (right := grid.sheet.cells.get((one.row, column + 1))) is not None and right.text
    ]  # fmt: skip
    return cut[0] if len(cut) >= _SEVERAL else None


_CLOCK = re.compile(r"(?<![\[h])h{1,2}(?::mm|$)", re.IGNORECASE)
_NO_NAME = re.compile(r"(?:feuil(?:le)?|sheet|tabelle|hoja) ?\d{0,2}")


def clock_total(watch: Watch) -> Iterator[Hit]:
    """A total of decimal hours is not shown as a time of the day (48 would read 00:00)."""
    grid = watch.grid
    if grid is None or watch.document.type == "csv":
        return
    for row in grid.totals:
        for column, cell in row.items():
            formats = [line[column].number_format for line in grid.rows if column in line]
            clocks = sum(bool(_CLOCK.search(one)) for one in formats)
            if cell.formula and _CLOCK.search(cell.number_format) and formats and not clocks:
                message = "Ce total s’affiche comme une heure de la journée : on n’y lit pas sa valeur."
                yield wrong(
                    message, at(cell), "Quel format ont les cellules au-dessus ?", mark=f".heure{column}"
                )


def sheet_name(watch: Watch) -> Iterator[Hit]:
    """The sheet keeps its name, rather than the one that the software gives."""
    grid, given = watch.grid, watch.start_grid
    if grid is None or given is None or watch.document.type == "csv":
        return
    if _NO_NAME.fullmatch(plain(grid.sheet.name)) and not _NO_NAME.fullmatch(plain(given.sheet.name)):
        message = f"La feuille ne s’appelle plus « {given.sheet.name} »."
        yield wrong(
            message,
            at(grid.sheet.cells[grid.header, min(grid.columns.values())]),
            "Que dit son nouveau nom ?",
            mark=".feuille",
        )


def _telling(sheet: Sheet) -> Cell:
    """The cell that shows best what a hidden sheet holds: the first under its headings."""
    rows = sorted({row for row, _ in sheet.cells})
    row = rows[1] if len(rows) > 1 else rows[0]
    return min(
        (cell for (number, _), cell in sheet.cells.items() if number == row), key=lambda cell: cell.column
    )


def _hidden(row: Row, grid: Grid) -> Cell | None:
    cells = [cell for cell in row.values() if cell.text]
    if not cells or not all(cell.hidden for cell in cells):
        return None
    return row.get(grid.key) or cells[0]


def unit_lost(watch: Watch) -> Iterator[Hit]:
    """A total is shown as its column is: with its currency, with its percent sign."""
    grid = watch.grid
    if grid is None or watch.document.type == "csv":
        return
    for row in grid.totals:
        for column, cell in row.items():
            formats = [line[column].number_format for line in grid.rows if column in line]
            for sign in ("€", "%"):
                shown = sum(sign in one for one in formats)
                if (
                    formats
                    and shown >= _MOST * len(formats)
                    and sign not in cell.number_format
                    and cell.formula
                ):
                    message = f"Ce total n’a pas le signe « {sign} » de sa colonne."
                    yield wrong(
                        message, at(cell), "Que lit-on dans les cellules au-dessus ?", mark=f".{column}"
                    )
            shape = _shape(cell.number_format)
            if (
                cell.formula
                and shape
                and formats
                and sum(_shape(one) == shape for one in formats) * _HALF < len(formats)
            ):
                message = f"Ce total s’affiche comme {shape}, et sa colonne non."
                yield wrong(
                    message, at(cell), "Quel format ont les cellules au-dessus ?", mark=f".format{column}"
                )


def _shape(number_format: str) -> str:
    """What a format makes of a number: a date, a sum of money; empty for a plain number and for hours."""
    bare = re.sub(r"\[[^\]]*\]", "", number_format)
    if re.search(
        r"d{1,4}[^a-z]{0,3}m{1,5}|m{1,5}[^a-z]{0,3}y{2,4}", re.sub(r'"[^"]*"', "", bare), re.IGNORECASE
    ):
        return "une date"
    return "une somme d’argent" if re.search(r"[€$£]", number_format) else ""


def draft_remarks(watch: Watch) -> Iterator[Hit]:
    """A remark that said « à vérifier » in the file handed out is not left as it was, around the table."""
    contract, grid = watch.context.production.contrat, watch.grid
    start = watch.context.start.get(contract.depart) if contract is not None else None
    if start is None or grid is None:
        return
    old = {
        named(cell.text) for sheet in start.sheets for cell in sheet.cells.values()
        if isinstance(cell.value, str) and _DRAFT.search(plain(cell.text))
    }  # fmt: skip
    inside = {cell.locator.ref for row in grid.rows for cell in row.values()}
    for number, cell in enumerate(grid.sheet.cells.values(), 1):
        if isinstance(cell.value, str) and cell.locator.ref not in inside and named(cell.text) in old:
            message = "Cette remarque est celle de l’ébauche remise."
            yield wrong(message, at(cell), "Est-elle encore vraie ?", mark=f".{number}")
