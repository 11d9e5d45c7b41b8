# ruff: noqa: E501 -- a pattern stays on one line
"""Looks at the cells of the table of the contract, beside the file handed out: what changed, what stands out."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from difflib import SequenceMatcher

from ascom_coach.documents import Cell
from ascom_coach.language import plain
from ascom_coach.review.checks.workbook import expected_cell
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.cells import at, number_in, same_cell
from ascom_coach.review.workbooks.grid import Grid, Row, matching, named
from ascom_coach.scenarios import controls as ask

_EVEN, _MOST, _FEW = Decimal("0.8"), Decimal("0.6"), 5
_TYPED, _SOME = Decimal("0.6"), Decimal("0.4")
_CLOCK = re.compile(r"\d{1,2} ?[h:] ?\d{0,2}")
_DAY = re.compile(
    r"(?:le )?\d{1,2}(?:er)? [a-zéû]{3,9}\.? \d{4}|(?:le )?\d{1,2}(?:er)? (?:janv|f[ée]vr?|mars|avr|mai|juin|juill?|ao[uû]t|sept?|oct|nov|d[ée]c)[a-zé]*\.?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}"
)
_PHONE = 9
_ALIKE = 0.84
_LONG_VALUE = 40
Uneven = tuple[str, Cell, Cell]


def _pairs(watch: Watch, *, again: bool = False) -> Iterator[tuple[str, Row, Row]]:
    """(key, row handed out, row handed in) of the keys that both tables hold once.

    `again` takes the first row too of a key that stood several times in the file handed out.
    """
    before, after = watch.start_grid, watch.grid
    if before is None or after is None:
        return
    old, new = _by_key(before), _by_key(after)
    for key, rows in old.items():
        if (len(rows) == 1 or again) and len(new.get(key, ())) == 1:
            yield key, rows[0], new[key][0]


def _by_key(grid: Grid) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in grid.rows:
        if grid.key in row and not grid.thin(row):
            found.setdefault(named(row[grid.key].text), []).append(row)
    return found


def _controlled(watch: Watch) -> list[tuple[str, str]]:
    """(row key, folded heading) of the cells that a control judges."""
    controls = watch.context.production.controles
    return [(one.ligne, named(one.colonne)) for one in controls if isinstance(one, ask.CellValue)]


def _judged(key: str, heading: str, controlled: list[tuple[str, str]]) -> bool:
    return any(name == heading and matching(line, [key]) for line, name in controlled)


def touched(watch: Watch) -> Iterator[Hit]:
    """Words of a row that nobody asked to change are those of the file handed out."""
    for number, (title, new, _) in enumerate(_touched(watch), 1):
        message = f"« {title} » a changé ici, et personne ne l’a demandé."
        yield wrong(message, at(new), "Comparez avec le fichier de départ.", mark=f".{number}")


def _touched(watch: Watch) -> Iterator[Uneven]:
    """(heading, cell handed in, cell handed out) of what changed unasked.

    Where a control compares the rows, only those that it lets change are looked at here.
    """
    contract, before, after = watch.context.production.contrat, watch.start_grid, watch.grid
    if contract is None or before is None or after is None:
        return
    compared = any(isinstance(one, ask.RowsChanged) for one in watch.context.production.controles)
    computed = {named(name) for name in contract.colonnes_calculees}
    controlled = _controlled(watch)
    for key, old, new in _pairs(watch):
        free = any(matching(name, [key]) for name in contract.lignes_modifiees)
        if compared and not (free and any(matching(line, [key]) for line, _ in controlled)):
            continue  # a row that may change, and nothing says in what
        for heading, column in before.columns.items():
            there = after.column(heading)
            if (
                there is None
                or column == before.key
                or heading in computed
                or _judged(key, heading, controlled)
            ):
                continue
            first, second = old.get(column), new.get(there)
            if (
                first is None
                or second is None
                or not first.text
                or not second.text
                or first.formula
                or second.formula
            ):
                continue
            if not compared and not isinstance(first.value, str):
                continue
            if (
                not same_cell(second, first.text, watch.context.today)
                and not _told(watch, second)
                and not _noted(watch, first.text, second.text)
            ):
                yield before.sheet.cells[before.header, column].text, second, first


def _noted(watch: Watch, before: str, now: str) -> bool:
    """« Bureau d’études (à distance) »: the cell is kept, and a note of the story’s own words stands behind it."""
    added = now[len(before) :].strip() if now.startswith(before) else ""
    said = re.findall(r"\w{4,}", plain(added))
    return bool(said) and added[0] == "(" and added[-1] == ")" and set(said) <= watch.story.words


def _told(watch: Watch, cell: Cell) -> bool:
    """Whether a fact says just what the cell now holds."""
    return any(
        same_cell(cell, value, watch.context.today)
        for value in watch.story.current.values()
        if re.search(r"\d", value) or not re.search(r"\d", cell.text)  # « mardi » is no date of a list
    )


def even_column(watch: Watch) -> Iterator[Hit]:
    """In a column that held one value on (almost) all rows, and still does, no row stands out."""
    for number, (title, new, _) in enumerate(_uneven(watch), 1):
        message = f"Cette ligne n’a pas la même valeur que les autres dans « {title} »."
        yield wrong(message, at(new), "Pourquoi cette personne serait-elle à part ?", mark=f".{number}")


def right_cells(watch: Watch) -> dict[str, Cell]:
    """By the place of a cell that stands out or changed unasked: a cell that holds what should stand there."""
    return {new.locator.ref: right for _, new, right in (*_touched(watch), *_uneven(watch))}


def _uneven(watch: Watch) -> Iterator[Uneven]:
    """(heading, cell that stands out, a cell that holds the value of the others)."""
    contract, before, after = watch.context.production.contrat, watch.start_grid, watch.grid
    if contract is None or before is None or after is None:
        return
    controlled = _controlled(watch)
    pairs = list(_pairs(watch, again=True))
    computed = {named(name) for name in contract.colonnes_calculees}
    for heading, column in before.columns.items():
        there = after.column(heading)
        if there is None or column == before.key or heading in computed:
            continue
        cells = [
            (key, old[column], new[there]) for key, old, new in pairs
            if column in old and there in new and old[column].text and new[there].text and not new[there].formula
        ]  # fmt: skip
        if len(cells) < _FEW:
            continue
        was, had = Counter(named(old.text) for _, old, _ in cells).most_common(1)[0]
        most, have = Counter(named(new.text) for _, _, new in cells).most_common(1)[0]
        if had < _EVEN * len(cells):
            continue
        told = _expected(watch, heading, [new for _, _, new in cells])
        most = named(told.text) if told is not None else most
        if have < _MOST * len(cells) and told is None:
            continue
        usual = next(new for _, _, new in cells if named(new.text) == most)
        numbers = all(isinstance(new.value, Decimal | dt.time) for _, _, new in cells)
        for key, new in _added(watch, there) if numbers else ():
            if named(new.text) != most and not _judged(key, heading, controlled):
                yield after.sheet.cells[after.header, there].text, new, usual
        for key, old, new in cells:
            kept = named(old.text) != was and named(old.text) == named(new.text)
            if named(new.text) == most or kept or _judged(key, heading, controlled):
                continue
            yield after.sheet.cells[after.header, there].text, new, usual


def _expected(watch: Watch, heading: str, cells: list[Cell]) -> Cell | None:
    """A cell that holds what a control expects in this column on one of its rows: what is so on one is so on all."""
    controls = [
        one for one in watch.context.production.controles
        if isinstance(one, ask.CellValue) and named(one.colonne) == heading
    ]  # fmt: skip
    rights = {expected_cell(one, watch.context) for one in controls}
    if len(rights) != 1:
        return None
    right = next(iter(rights))
    alike = [cell for cell in cells if same_cell(cell, right, watch.context.today)]
    return alike[0] if len(alike) >= _SOME * len(cells) else None


def _added(watch: Watch, column: int) -> Iterator[tuple[str, Cell]]:
    """(key, cell) of a column in the rows that the file handed out did not hold."""
    before, after = watch.start_grid, watch.grid
    if before is None or after is None:
        return
    old = _by_key(before)
    for key, rows in _by_key(after).items():
        if key not in old and len(rows) == 1 and column in rows[0] and not rows[0][column].formula:
            yield key, rows[0][column]


def keys_respelt(watch: Watch) -> Iterator[Hit]:
    """A key of the file handed out that is gone, and one almost alike in its place."""
    before, after, contract = watch.start_grid, watch.grid, watch.context.production.contrat
    if before is None or after is None or contract is None:
        return
    old, new = _by_key(before), _by_key(after)
    gone = [key for key in old if key not in new]
    for key, rows in new.items():
        if key in old or any(matching(name, [key]) for name in contract.lignes_ajoutees):
            continue
        near = [one for one in gone if SequenceMatcher(None, one, key).ratio() >= _ALIKE and len(one) >= _FEW]
        if near:
            cell = rows[0][after.key]
            message = "Ce nom n’est plus écrit comme dans le fichier remis."
            yield wrong(message, at(cell), "Comparez-les lettre par lettre.", mark=f".{cell.locator.ref}")


def told_cells(watch: Watch) -> Iterator[Hit]:
    """What somebody said of a row (« la place de Salma ») stands in the column that holds such words."""
    grid, start = watch.grid, watch.start_grid
    if grid is None or start is None:
        return
    controlled = _controlled(watch)
    rows = _by_key(grid)
    for fact in watch.story.scenario.faits:
        about = set(re.findall(r"\w{4,}", plain(fact.porte_sur)))
        mine = [key for key in rows if about & set(re.findall(r"\w{4,}", plain(key))) and len(rows[key]) == 1]
        value = plain(watch.story.current.get(fact.id, fact.valeur))
        if len(mine) != 1 or len(value) > _LONG_VALUE:
            continue
        for heading, column in grid.columns.items():
            old = start.columns.get(heading)
            cells = {plain(row[old].text).strip() for row in start.rows if old is not None and old in row}
            there = rows[mine[0]][0].get(column)
            fits = [
                one
                for one in cells
                if len(one) >= _FEW and re.search(rf"(?<!\w){re.escape(one)}(?!\w)", value)
            ]
            if len(fits) != 1 or there is None or not there.text or column == grid.key:
                continue
            if plain(there.text).strip() not in fits and not _judged(mine[0], heading, controlled):
                message = f"Ce n’est pas ce que l’on vous a dit sur {fact.porte_sur}."
                yield wrong(message, at(there), "Comparez avec vos notes.", mark=f".{there.locator.ref}")


def typed_as_text(watch: Watch) -> Iterator[Hit]:
    """No number, hour or date kept as text where the column holds real ones; no telephone kept as a number."""
    grid = watch.grid
    if grid is None or watch.document.type == "csv":
        return
    number = 0
    for heading, column in grid.columns.items():
        cells = [row[column] for row in grid.rows if column in row and row[column].value not in (None, "")]
        if len(cells) < _FEW - 1:
            continue
        typed = sum(isinstance(cell.value, Decimal | dt.date | dt.time) for cell in cells)
        for cell in cells:
            message = ""
            if isinstance(cell.value, str) and not cell.formula and typed >= _TYPED * len(cells):
                if _reads_typed(cell.value):
                    message = "Cette valeur est du texte : le tableur ne peut ni la trier ni la calculer."
            elif isinstance(cell.value, Decimal) and not typed >= _TYPED * len(cells):
                digits = "".join(filter(str.isdigit, cell.text))
                if len(digits) == _PHONE and re.match(r"tel|portable|mobile|fixe", heading):
                    message = "Ce numéro est devenu un nombre : il a perdu son premier zéro."
            if message:
                number += 1
                yield wrong(
                    message,
                    at(cell),
                    "De quel côté de la cellule s’aligne-t-elle, et pourquoi ?",
                    mark=f".{number}",
                )


def _reads_typed(text: str) -> bool:
    stripped = text.strip().lower()
    return (
        number_in(stripped) is not None or bool(_CLOCK.fullmatch(stripped)) or bool(_DAY.fullmatch(stripped))
    )
