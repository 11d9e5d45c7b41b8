"""The check of the rows: only those that the contract names changed, compared by key, whatever the order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from difflib import SequenceMatcher

from ascom_coach.documents import Cell
from ascom_coach.review.checks.workbook import corner, grid_of, lost
from ascom_coach.review.context import Context
from ascom_coach.review.model import Finding
from ascom_coach.review.text_view import Place
from ascom_coach.review.workbooks.cells import at, empty_beside, same_cell, serial
from ascom_coach.review.workbooks.grid import Grid, Row, matching, named
from ascom_coach.scenarios import controls as ask

ALIKE = 0.7
"""How alike two headings are, from which one is a slip for the other."""
MANY = 3
"""Cells beside its key that tell a row from any other."""


def rows_changed(control: ask.RowsChanged, context: Context) -> list[Finding]:
    """Only the rows that the contract names changed; compared by key, whatever the order."""
    contract = context.production.contrat
    start = context.start.get(contract.depart) if contract else None
    if contract is None or start is None:
        return context.missing(control, "fichier", "Le fichier de départ manque pour comparer.")
    before, after = grid_of(context, document=start), grid_of(context)
    if before is None or after is None:
        return lost(control, context)
    old, new = _keyed(before), _keyed(after)
    names = (*contract.lignes_modifiees, *contract.lignes_ajoutees, *contract.lignes_supprimees)
    keys = [_text(key) for key in (*old, *new)]
    free = {named(key) for name in names for key in matching(name, keys)}
    found: list[Finding] = []

    def wrong(message: str, place: Place) -> None:
        hint = "La consigne demandait-elle de toucher à cela ?"
        found.append(
            context.found(control, "defaut", message, at=place, hint=hint, mark=f".{len(found) + 1}")
        )

    for message, spot in _headings(before, after, old):
        wrong(message, spot)
    near = corner(after)
    told: set[int] = set()
    for key, row in old.items():
        other = new.get(key)
        if named(_text(key)) in free:
            near = at(other[after.key]) if other else near
        elif other is None:
            renamed = _renamed(before, row, after, new, old, context)
            if renamed is not None:
                told.add(id(renamed))
                title = before.sheet.cells[before.header, before.key].text
                wrong(
                    f"« {title} » a changé ici : c’était « {row[before.key].text} ».", at(renamed[after.key])
                )
            elif not before.thin(row):
                wrong(f"La ligne « {row[before.key].text} » a disparu.", near)
        else:
            near = at(other[after.key])
            if place := _difference(before, row, after, other, context):
                wrong(f"La ligne « {row[before.key].text} » a été modifiée sans raison.", place)
    for key, row in new.items():
        if key not in old and named(_text(key)) not in free and not after.thin(row) and id(row) not in told:
            wrong(f"La ligne « {row[after.key].text} » a été ajoutée sans raison.", at(row[after.key]))
    for name in contract.lignes_ajoutees:
        if after.row(name) is None:
            wrong(f"La ligne « {name} » manque.", corner(after))
    if found:
        return found
    return [context.found(control, "conforme", "Seules les lignes concernées ont changé.", at=corner(after))]


def _renamed(
    before: Grid,
    row: Row,
    after: Grid,
    new: dict[tuple[str, int], Row],
    old: dict[tuple[str, int], Row],
    context: Context,
) -> Row | None:
    """The added row that says all the same but for its key, None when there is none."""
    for key, other in new.items():
        if (
            key not in old
            and len(row) > MANY
            and all(
                _same(row.get(column), other.get(there), context)
                for heading, column in before.columns.items()
                if column != before.key and (there := after.column(heading)) is not None
            )
        ):
            return other
    return None


def _difference(before: Grid, row: Row, after: Grid, other: Row, context: Context) -> Place | None:
    """Where a row no longer says the same, None when it does."""
    for heading, column in before.columns.items():
        there = after.column(heading)
        if there is None:
            continue
        first, second = row.get(column), other.get(there)
        if not _same(first, second, context):
            head = after.sheet.cells[after.header, there]
            return at(second or empty_beside(other[after.key], head))
    return None


def _headings(before: Grid, after: Grid, old: dict[tuple[str, int], Row]) -> Iterator[tuple[str, Place]]:
    """What happened to the headings that the table no longer has."""
    for heading, column in before.columns.items():
        if after.column(heading) is None and any(column in row for row in old.values()):
            title = before.sheet.cells[before.header, column].text
            near = _mistyped(title, before, after)
            if near is not None:
                yield f"La colonne « {title} » s’appelait ainsi : son titre a changé.", at(near)
            else:
                yield f"La colonne « {title} » a disparu.", corner(after)


def _mistyped(title: str, before: Grid, after: Grid) -> Cell | None:
    """The heading that the first table does not have and that looks most like this one, None when none does."""
    fresh = [
        after.sheet.cells[after.header, column]
        for name, column in after.columns.items()
        if name not in before.columns
    ]
    ranked = sorted(fresh, key=lambda cell: -SequenceMatcher(None, named(cell.text), named(title)).ratio())
    if ranked and SequenceMatcher(None, named(ranked[0].text), named(title)).ratio() >= ALIKE:
        return ranked[0]
    return None


def _keyed(grid: Grid) -> dict[tuple[str, int], Row]:
    """Rows by key and rank among equal keys."""
    rows: dict[tuple[str, int], Row] = {}
    for row in grid.rows:
        if grid.key in row:
            key, rank = named(row[grid.key].text), 1
            while (key, rank) in rows:
                rank += 1
            rows[key, rank] = row
    return rows


def _text(key: tuple[str, int]) -> str:
    return key[0]


def _same(first: Cell | None, second: Cell | None, context: Context) -> bool:
    one, two = first.text if first else "", second.text if second else ""
    if first and second and (first.formula or second.formula) and (not one or not two):
        return True  # a formula whose result was not stored cannot be compared
    if first and second and isinstance(first.value, dt.date) and serial(second) == first.value:
        return True  # the same day, shown as a number: how it is shown is another matter
    return named(one) == named(two) or (bool(one and two) and same_cell(second, one, context.today))
