# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Looks at the words of a workbook outside its rows: the day of its title, its key, nothing confided; a row at odds with
the papers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from ascom_coach.documents import Cell
from ascom_coach.language import find_values, plain
from ascom_coach.review.generic.draft import Hit, wrong
from ascom_coach.review.text_view import TextView
from ascom_coach.review.watch.confided import tells_a_secret
from ascom_coach.review.watch.matters import roots
from ascom_coach.review.watch.watch import Watch
from ascom_coach.review.workbooks.cells import at
from ascom_coach.review.workbooks.grid import Grid, matching, named
from ascom_coach.scenarios import controls as ask

_WORDS = 3
_MONTH = 45
_TWO, _STEM = 2, 8
_TABLES = roots(
    "liste tableau base fichier planning extraction registre suivi récapitulatif version mise à jour projet"
)
"""Words that any table may have in its title."""
_EDITION = re.compile(
    r"(?<!\w)(?:version|edition|edite|mis a jour|maj|extraction|prepare|imprime|au|arrete)(?: \w+){0,2} (?:du |au |le )?$"
)
"""What stands before the day on which a table was made."""


def around(watch: Watch) -> Iterator[Hit]:
    """The title, the key and the notes of a table."""
    grid = watch.grid
    if grid is None:
        return
    inside = {cell.locator.ref for row in (*grid.rows, *grid.totals) for cell in row.values()}
    cells = [
        cell for cell in grid.sheet.cells.values()
        if isinstance(cell.value, str) and cell.locator.ref not in inside and cell.row != grid.header
        and len(cell.text.split()) >= _WORDS
    ]  # fmt: skip
    given = _given(watch)
    yield from _other_day(watch, cells)
    for number, cell in enumerate(cells, 1):
        if named(cell.text) in given:
            continue
        if tells_a_secret(watch, plain(cell.text)):
            message = "On vous a confié cela : ce n’est pas à écrire ici."
            yield wrong(message, at(cell), "Qui vous l’a dit, et pour qui ?", mark=f".confie{number}")
        elif any(_turned(cell.text, text) for text in given.values()):
            message = "Cette légende ne dit plus la même chose que dans le fichier remis."
            yield wrong(message, at(cell), "Comparez-la avec les valeurs du tableau.", mark=f".cle{number}")
    yield from _other_title(watch, cells)
    yield from _named_again(
        watch, [one for one in grid.sheet.cells.values() if len(one.text.split()) >= _WORDS]
    )
    yield from _against_papers(watch, grid)
    yield from _to_go(watch, grid)


def _other_title(watch: Watch, cells: list[Cell]) -> Iterator[Hit]:
    """« Liste des fournisseurs » over the clients: a title of words that nothing of the story holds."""
    grid, given = watch.grid, watch.start_grid
    top = min(cells, key=lambda one: (one.row, one.column), default=None)
    if grid is None or given is None or top is None or top.row >= grid.header:
        return
    if named(top.text) in _given(watch) or find_values(top.text, watch.context.today):
        return
    named_there = roots(top.text) - roots(watch.asked) - _TABLES
    own = {one[:_STEM] for one in re.findall(r"[a-z]{5,}", plain(top.text)) if one[:5] in named_there}
    held = {word[:_STEM] for word in watch.story.words}
    if own and not own & held:
        message = "Ce titre annonce un autre tableau."
        yield wrong(message, at(top), "Que contient ce tableau ?", mark=f".autre.{top.locator.ref}")


def _named_again(watch: Watch, cells: list[Cell]) -> Iterator[Hit]:
    """Rows that had to go, named again in a note around the table."""
    given, contract = watch.start_grid, watch.context.production.contrat
    if given is None or contract is None or watch.grid is None:
        return
    kept = {named(row[watch.grid.key].text) for row in watch.grid.rows if watch.grid.key in row}
    gone = [row for row in given.rows if given.key in row and named(row[given.key].text) not in kept]
    words = {
        plain(cell.text).strip()
        for row in gone
        for cell in row.values()
        if isinstance(cell.value, str) and re.fullmatch(r"[A-ZÀ-Ý][\w’-]{3,}", cell.text.strip())
    }
    still = {
        plain(cell.text).strip()
        for row in watch.grid.rows
        for cell in row.values()
        if isinstance(cell.value, str)
    }
    for cell in cells:
        here = set(re.findall(r"[\w’'-]{4,}", plain(cell.text))) & (words - still)
        if len(here) >= _TWO and named(cell.text) not in _given(watch):
            message = "Ces personnes devaient sortir de la liste, et on les lit encore ici."
            yield wrong(
                message, at(cell), "Qui doit encore les voir ?", mark=f".reste.nom.{cell.locator.ref}"
            )


def _given(watch: Watch) -> dict[str, str]:
    contract = watch.context.production.contrat
    start = watch.context.start.get(contract.depart) if contract is not None else None
    return {
        named(cell.text): cell.text
        for sheet in (start.sheets if start is not None else ())
        for cell in sheet.cells.values()
        if isinstance(cell.value, str)
    }


def _other_day(watch: Watch, cells: list[Cell]) -> Iterator[Hit]:
    """The title names another day than the rest of the hand-in does, near it."""
    today = watch.context.today
    facts = {
        day for _, one in watch.story.facts if one.kind == "date" and (day := _day(one.value)) is not None
    }
    told = {
        day
        for other in watch.context.others if not other.sheets
        for one in find_values(TextView.of(other).text, today) if one.kind == "date" and re.search(r"\d", one.text) and (day := _day(one.value)) is not None
    }  # fmt: skip
    agreed = {day for day in facts & told if day > today}
    for cell in cells:
        for value in find_values(cell.text, today):
            day = _day(value.value) if value.kind == "date" else None
            if (
                day is None
                or day <= today
                or day in facts | told
                or _EDITION.search(plain(cell.text[: value.start]))
            ):
                continue
            near = [
                one for one in agreed if one.weekday() == day.weekday() and abs((one - day).days) <= _MONTH
            ]
            if near:
                message = f"Le reste de la remise donne un autre jour : le {min(near):%d/%m/%Y}."
                yield wrong(
                    message, at(cell), "Lequel des deux est juste ?", mark=f".jour.{cell.locator.ref}"
                )


def _day(value: object) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    return value if isinstance(value, dt.date) else None


def _turned(text: str, given: str) -> bool:
    """« 0 = oui, 1 = non » for « 1 = oui, 0 = non »: the same signs in another order."""
    one, two = (re.findall(r"\w+", plain(said)) for said in (text, given))
    digits = [[word for word in words if word.isdigit()] for words in (one, two)]
    short = min(len(one), len(two))
    same = sorted(digits[0]) == sorted(digits[1]) and digits[0] != digits[1]
    shared = [word for word in one if not word.isdigit()][: short - len(digits[0])]
    return (
        same
        and len(digits[0]) > 1
        and short >= _WORDS
        and len(set(shared) & set(two)) >= 0.8 * len(set(shared))
    )


def _against_papers(watch: Watch, grid: Grid) -> Iterator[Hit]:
    """Of a person whom a paper lists under the same heading, another value."""
    by_person: dict[tuple[str, str], set[str]] = {}
    for who, what, value in listed(watch):
        by_person.setdefault((who, what), set()).add(value)
    if not by_person:
        return
    controls = watch.context.production.controles
    judged = [(one.ligne, named(one.colonne)) for one in controls if isinstance(one, ask.CellValue)]
    start = watch.start_grid
    known = (
        {named(row[start.key].text) for row in start.rows if start.key in row} if start is not None else set()
    )
    for row in grid.rows:
        cell = row.get(grid.key)
        if cell is None or not cell.text or named(cell.text) in known:
            continue  # a row of the file handed out is compared with it
        for heading, column in grid.columns.items():
            there = row.get(column)
            rights = by_person.get((named(cell.text), heading), set())
            if column == grid.key or there is None or not there.text or len(rights) != 1:
                continue
            if any(name == heading and matching(line, [cell.text]) for line, name in judged):
                continue
            if plain(there.text).strip() not in {plain(one).strip() for one in rights}:
                message = f"Un de vos documents dit autre chose de cette personne : « {next(iter(rights))} »."
                yield wrong(message, at(there), "Lequel est à jour ?", mark=f".papier.{there.locator.ref}")


def listed(watch: Watch) -> Iterator[tuple[str, str, str]]:
    """(who, heading, value) of the tables of the texts handed out, by the first cell of their rows."""
    for document in watch.story.start.values():
        for table in document.tables:
            heads = [named(text) for text in table.rows[0]] if table.rows else []
            for line in table.rows[1:]:
                for heading, value in list(zip(heads, line, strict=False))[1:]:
                    if line[0].strip() and value.strip():
                        yield named(line[0]), heading, value


def _to_go(watch: Watch, grid: Grid) -> Iterator[Hit]:
    """A row that had to go is still there, whatever has been changed in it."""
    contract = watch.context.production.contrat
    absent = [one for one in watch.context.production.controles if isinstance(one, ask.RowAbsent)]
    for row in grid.rows:
        cell = row.get(grid.key)
        if contract is None or cell is None or not cell.text:
            continue
        judged = any(named(value) == named(cell.text) for one in absent for value in one.valeurs.values())
        if not judged and any(named(name) == named(cell.text) for name in contract.lignes_supprimees):
            message = "Cette ligne devait partir, et elle est encore là."
            yield wrong(
                message, at(cell), "Pourquoi fallait-il la retirer ?", mark=f".reste.{cell.locator.ref}"
            )
