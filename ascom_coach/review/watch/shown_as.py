"""The look at how a table shows what it holds: dates as dates, in the French order, in euros, at a readable size."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.documents import Cell
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.cells import at, serial
from ascom_coach.review.workbooks.grid import Grid

_SEVERAL = 2
_MONTH_FIRST = re.compile(r"^m{1,2}[/.-]d{1,2}[/.-]y{2,4}|^m{1,2}[/.-]d{1,2}$", re.IGNORECASE)
_ABROAD = re.compile(r"""\[\$(?:US)?\$|\[\$£|\[\$¥|(?<![\[\w])"?\$"?(?=#|0)|£|¥|\bUSD\b|\bGBP\b""")
_TALL = 18.0
_FANCY = re.compile(
    r"(?:comic|papyrus|curlz|jokerman|chiller|brush script|mistral|kristen|ravie|snap itc|old english|bradley)",
    re.IGNORECASE,
)
"""Beginnings of the names of fonts made for invitations."""
_PHONE = re.compile(r"[\d +().-]{9,}")


def shown_as(watch: Watch) -> Iterator[Hit]:
    """Each column beside the one handed out: same kind of date, same money; characters of a usual size."""
    grid, given = watch.grid, watch.start_grid
    if grid is None or watch.document.type == "csv":
        return
    for heading, column in grid.columns.items():
        cells = [
            row[column]
            for row in (*grid.rows, *grid.totals)
            if column in row and (row[column].text or row[column].formula)
        ]
        if not cells:
            continue
        there = given.column(heading) if given is not None else None
        before = (
            [row[there] for row in given.rows if there in row]
            if given is not None and there is not None
            else []
        )
        message, hint, mark = _odd(cells, before)
        if message:
            yield wrong(message, at(cells[0]), hint, mark=f".{mark}{column}")
    yield from _too_narrow(grid, given)
    yield from _giant(watch)


def _odd(cells: list[Cell], before: list[Cell]) -> tuple[str, str, str]:
    """What is wrong with the way a column is shown: message, hint, mark; empty when nothing is."""
    days = [one for one in before if isinstance(one.value, dt.date)]
    bare = [one for one in cells if isinstance(one.value, Decimal) and serial(one) is not None]
    if len(days) >= _SEVERAL and len(bare) >= _SEVERAL and len(bare) * 2 > len(cells):
        return "Ces dates s’affichent comme des nombres.", "Quel format avait cette colonne ?", "nombre"
    turned = [one for one in cells if isinstance(one.value, dt.date) and _MONTH_FIRST.match(_bare(one))]
    if len(turned) * 2 > len(cells) and not any(_MONTH_FIRST.match(_bare(one)) for one in before):
        message = "Ces dates s’affichent le mois d’abord\u00a0: on lira un autre jour."
        return message, "Dans quel ordre écrit-on une date en France ?", "mois"
    abroad = [one for one in cells if _ABROAD.search(one.number_format)]
    if len(abroad) * 2 > len(cells) and not any(_ABROAD.search(one.number_format) for one in before):
        return "Ces montants ne s’affichent pas en euros.", "Dans quelle monnaie paie-t-on ?", "devise"
    return "", "", ""


def _bare(cell: Cell) -> str:
    return re.sub(r"\[[^\]]*\]", "", cell.number_format).strip()


def _too_narrow(grid: Grid, given: Grid | None) -> Iterator[Hit]:
    """Telephone numbers, which are text, cut by the column at their right."""
    for heading, column in grid.columns.items():
        width = grid.sheet.widths.get(column, 0.0)
        there = given.column(heading) if given is not None else None
        was = given.sheet.widths.get(there, 0.0) if given is not None and there is not None else 0.0
        cut = [
            row[column] for row in grid.rows
            if column in row and isinstance(row[column].value, str) and _PHONE.fullmatch(row[column].text.strip())
            and 0 < width < len(row[column].text) * 0.6 and (right := row.get(column + 1)) is not None and right.text
        ]  # fmt: skip
        if len(cut) >= _SEVERAL and not 0 < was <= width:
            message = "La colonne est trop étroite\u00a0: on ne lit que le début de ces numéros."
            yield wrong(
                message, at(cut[0]), "Que se passe-t-il en élargissant la colonne ?", mark=f".etroit{column}"
            )


def _giant(watch: Watch) -> Iterator[Hit]:
    """A whole table in the characters of a poster or of an invitation."""
    contract = watch.context.production.contrat
    given = watch.context.start.get(contract.depart) if contract is not None else None
    before = {one.value for one in given.uses if one.kind == "taille"} if given is not None else set()
    fonts = {one.value for one in given.uses if one.kind == "police"} if given is not None else set()
    uses = [one for one in watch.document.uses if one.kind in ("taille", "police")]
    odd = [
        one
        for one in uses
        if (one.kind == "taille" and one.value not in before and float(one.value) >= _TALL)
        or (one.kind == "police" and one.value not in fonts and _FANCY.match(one.value))
    ]
    most = max(odd, key=lambda one: one.count, default=None)
    written = sum(len(sheet.cells) for sheet in watch.document.sheets)
    if most is None or most.count * 2 < written:
        return
    cells = [cell for sheet in watch.document.sheets for cell in sheet.cells.values()]
    cell = next((one for one in cells if one.locator.ref == most.locator.ref), None)
    place = at(cell) if cell is not None else (most.locator, "")
    message = "Tout le tableau est en très gros caractères\u00a0: il ne tient plus sur une page."
    if most.kind == "police":
        message = f"Tout le tableau est en «\u00a0{most.value}\u00a0», une police de fantaisie."
    yield wrong(message, place, "Comment était le fichier remis ?", mark=".geant")
