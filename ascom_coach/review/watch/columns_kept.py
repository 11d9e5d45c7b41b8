# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Looks at a column beside the one handed out: still there, still filled, of the same nature, in the same order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from ascom_coach.documents import Cell
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.cells import at, empty_beside
from ascom_coach.review.workbooks.grid import Grid, Row, named

_MOST, _FEW, _LONE, _TOP = 0.8, 5, 2, 60
_TYPED = (Decimal, dt.date, dt.time)
_MAIL = re.compile(r"\S+@\S+\.\w+")
_PHONE = re.compile(r"0\d(?:[ .]?\d\d){4}")
_KINDS = (("une adresse électronique", _MAIL), ("un numéro de téléphone", _PHONE))


def columns_kept(watch: Watch) -> Iterator[Hit]:
    """No column emptied or renamed, no hole in an added row, no words for a number, no value beside its column."""
    before, after = watch.start_grid, watch.grid
    if before is None:
        return
    yield from _renamed(watch, before)
    if after is None:
        return
    yield from _emptied(before, after)
    yield from _gone(watch, before, after)
    yield from _holes(before, after)
    yield from _in_words(before, after)
    yield from _beside(after)
    yield from _keys_moved(before, after)


def _rows(grid: Grid) -> list[Row]:
    return [row for row in grid.rows if grid.key in row and not grid.thin(row)]


def _full(rows: list[Row], column: int | None) -> list[Row]:
    return [
        row
        for row in rows
        if column is not None and column in row and (row[column].text or row[column].formula)
    ]


def _head(grid: Grid, column: int) -> Cell:
    return grid.sheet.cells[grid.header, column]


def _emptied(before: Grid, after: Grid) -> Iterator[Hit]:
    """A column that was filled all along, and of which (almost) nothing is left."""
    old, new = _rows(before), _rows(after)
    for heading, column in before.columns.items():
        there = after.column(heading)
        filled = len(_full(old, column)) >= _MOST * len(old)
        if there is None or not filled or len(new) < _FEW or len(_full(new, there)) > len(new) * (1 - _MOST):
            continue
        title = _head(after, there)
        message = f"La colonne « {title.text} » est vide, et ne l’était pas au départ."
        yield wrong(message, at(title), "Qui s’en servait ?", mark=f".colonne{there}")


def _gone(watch: Watch, before: Grid, after: Grid) -> Iterator[Hit]:
    """A column of the table asked for that is no longer there, under any name."""
    contract = watch.context.production.contrat
    asked = {named(name) for name in contract.entete} if contract is not None else set()
    old = _rows(before)
    for heading, column in before.columns.items() if set(after.columns) <= set(before.columns) else ():
        filled = len(_full(old, column)) >= _MOST * len(old)
        if heading in asked and filled and after.column(heading) is None:
            message = f"La colonne « {_head(before, column).text} » n’y est plus."
            yield wrong(message, at(_head(after, after.key)), "Qui s’en servait ?", mark=f".partie{column}")


def _holes(before: Grid, after: Grid) -> Iterator[Hit]:
    """In a row that the file handed out did not hold, a cell left empty where all the others are filled; a total gone."""
    known = {named(row[before.key].text) for row in _rows(before)}
    rows = _rows(after)
    for heading, column in after.columns.items():
        full = _full(rows, column)
        lacking = [
            row for row in rows if not _full([row], column) and named(row[after.key].text) not in known
        ]
        if before.column(heading) is None or not 0 < len(lacking) <= _LONE or len(rows) < _FEW:
            continue
        if len(full) + len(lacking) < len(rows):
            continue
        for row in lacking:
            cell = row.get(column) or empty_beside(row[after.key], _head(after, column))
            message = (
                f"« {_head(after, column).text} » est vide sur cette ligne, et remplie sur toutes les autres."
            )
            yield wrong(message, at(cell), "Que doit-on y lire ?", mark=f".trou.{cell.locator.ref}")
    yield from _totals_gone(before, after)


def _totals_gone(before: Grid, after: Grid) -> Iterator[Hit]:
    """A column of numbers that nothing adds up, between columns that the row of totals adds up."""
    for row in after.totals:
        summed = {column for column, cell in row.items() if cell.formula and "SUM" in cell.formula.upper()}
        for heading, column in after.columns.items():
            cells = [one[column] for one in _rows(after) if column in one]
            numbers = [one for one in cells if isinstance(one.value, Decimal)]
            had = any(before.column(heading) in one for one in before.totals)
            between = len(summed) >= _LONE and min(summed) < column < max(summed)
            counted = len(numbers) >= _FEW and {one.value for one in numbers} <= {Decimal(0), Decimal(1)}
            if not (had or (between and counted)) or column in row or not heading:
                continue
            label = next(iter(row.values()))
            cell = empty_beside(label, _head(after, column))
            message = f"« {_head(after, column).text} » n’a pas de total, et ses voisines en ont un."
            yield wrong(message, at(cell), "Combien y en a-t-il en tout ?", mark=f".total.{column}")


def _in_words(before: Grid, after: Grid) -> Iterator[Hit]:
    """A number, an hour or a date of the file handed out that has become words."""
    old = {named(row[before.key].text): row for row in _rows(before)}
    for heading, column in before.columns.items():
        there = after.column(heading)
        found = [
            row[there]
            for row in (_rows(after) if there is not None else ())
            if there in row
            and isinstance(row[there].value, str)
            and row[there].text.strip()
            and not row[there].formula
            and isinstance(
                getattr(old.get(named(row[after.key].text), {}).get(column), "value", None), _TYPED
            )
        ]
        for cell in found[: 1 if len(found) > _LONE else _LONE]:
            message = "C’était un nombre ou une date, et ce sont des mots : le tableur ne peut ni trier ni calculer."
            yield wrong(
                message,
                at(cell),
                "De quel côté de la cellule s’aligne-t-elle ?",
                mark=f".mots.{cell.locator.ref}",
            )


def _beside(after: Grid) -> Iterator[Hit]:
    """An address or a number that stands in a column of something else, beside its own."""
    rows = _rows(after)
    for what, pattern in _KINDS:
        counts = {
            column: sum(bool(pattern.fullmatch(row[column].text.strip())) for row in _full(rows, column))
            for column in after.columns.values()
        }
        home = max(counts, key=lambda one: counts[one], default=None)
        if home is None or counts[home] < _FEW:
            continue
        for column, count in counts.items():
            if column == home or not 0 < count <= _LONE:
                continue
            for row in _full(rows, column):
                if pattern.fullmatch(row[column].text.strip()):
                    message = f"C’est {what}, et la colonne est « {_head(after, column).text} »."
                    yield wrong(
                        message,
                        at(row[column]),
                        "Où ira-t-on la chercher ?",
                        mark=f".ailleurs.{row[column].locator.ref}",
                    )


def _keys_moved(before: Grid, after: Grid) -> Iterator[Hit]:
    """The names sorted alone: the rest of each row has stayed where it was."""
    old, new = _rows(before), _rows(after)
    was = {named(row[before.key].text): _rest(row, before) for row in old}
    known, names, moved = set(was.values()), 0, 0
    for row in new:
        name, rest = named(row[after.key].text), _rest(row, after)
        names += name in was
        moved += name in was and rest != was[name] and rest in known
    if names >= _FEW and moved * 3 > names:
        head = _head(after, after.key)
        message = "Les noms ont été triés sans le reste de leur ligne : chacun a les valeurs d’un autre."
        yield wrong(message, at(head), "Que faut-il sélectionner avant de trier ?", mark=".tri")


def _rest(row: Row, grid: Grid) -> tuple[str, ...]:
    """The words of a row beside its key, in the order of the headings."""
    return tuple(
        named(row[column].text) for name, column in sorted(grid.columns.items())
        if column != grid.key and column in row and isinstance(row[column].value, str) and not row[column].formula
    )  # fmt: skip


def _renamed(watch: Watch, before: Grid) -> Iterator[Hit]:
    """One heading of the table has another name."""
    wanted = {named(_head(before, column).text) for column in before.columns.values()}
    if watch.context.production.contrat is None or len(wanted) < _FEW:
        return
    if watch.grid is not None and wanted <= set(watch.grid.columns):
        return
    for sheet in watch.document.sheets:
        for _, cells in islice(sheet.rows(), _TOP):
            line = [cell for cell in cells if cell.text.strip()]
            here = {named(cell.text) for cell in line}
            odd = [cell for cell in line if named(cell.text) not in wanted]
            if len(wanted - here) == 1 and len(odd) == 1 and len(here) >= len(wanted):
                lost = next(iter(wanted - here))
                message = f"Ce titre de colonne a remplacé « {lost} »."
                yield wrong(message, at(odd[0]), "Dit-il bien ce que contient la colonne ?", mark=".titre")
                return
