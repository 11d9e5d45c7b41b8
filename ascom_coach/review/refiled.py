"""Under which criterion a wrong value is filed: what is left out answers the demand badly, what is false is inexact.

A control files a value at the criterion of the demand, or at that of the anomalies. The référentiel has another one for
content: « le contenu est exact ». So a value that something else replaces goes there; so does an anomaly that was seen
and treated, but whose correction is false. What is left out, and what stayed as the papers had it, stay where they are.
"""

from __future__ import annotations

from dataclasses import replace

from ascom_coach.language import plain
from ascom_coach.review.checks_workbook import grid_of
from ascom_coach.review.columns import strays
from ascom_coach.review.context import Context, passages
from ascom_coach.review.generic.contracts import criterion_for
from ascom_coach.review.levels import Outcome
from ascom_coach.review.model import Finding
from ascom_coach.review.repeated_words import missing_label
from ascom_coach.review.results import Book
from ascom_coach.review.text_view import TextView
from ascom_coach.scenarios import controls as ask
from ascom_coach.scenarios.control import Control

_INSIDE = ("message_interne", "note_interne", "fil")
"""Reports to the inside: passing on what was asked, right, is the demand itself."""
_CELLS = (ask.CellValue, ask.RowPresent, ask.Total)


def refiled(control: Control, outcome: Outcome, context: Context) -> list[Outcome]:
    """The outcome of a control, split in two when some of what it found is a matter of exactness."""
    exact = _exactness(control, context)
    if not exact or outcome.status != "defaut":
        return [outcome]
    moved = [one for one in outcome.findings if _replaced(control, one, context)]
    if not moved:
        return [outcome]
    there = passages(exact, context.production.referentiel)
    filed = tuple(replace(one, criterion=exact, passages=there) for one in moved)
    kept = tuple(one for one in outcome.findings if one not in moved)
    found = [Outcome(exact, outcome.severity, filed)]
    return [Outcome(outcome.criterion, outcome.severity, kept), *found] if kept else found


def _exactness(control: Control, context: Context) -> str:
    """The criterion of exact content, when the control is filed at the demand or at the anomalies; else nothing."""
    bloc = context.scenario.bloc
    exact = criterion_for("exactitude", bloc)
    others = {criterion_for("demande", bloc), criterion_for("anomalies", bloc)} - {exact}
    if isinstance(control, ask.FormulaColumn):
        others = {criterion_for("outils", bloc)}
    if isinstance(control, ask.FactsPresent) and context.production.type in _INSIDE:
        return ""
    used = context.scenario.referentiel.criteres
    return exact if control.critere in others and exact in used else ""


def _replaced(control: Control, finding: Finding, context: Context) -> bool:
    """Whether something false stands where the value should, and not what the papers had there."""
    if finding.status != "defaut":
        return False
    if isinstance(control, ask.FactsPresent):
        told = missing_label(finding.message)
        unsure = told is not None and told[0] == "unsure"
        return unsure and not _from_the_papers(finding.quote, control, context)
    if isinstance(control, ask.FormulaColumn):
        return _computed(control, finding, context)
    return isinstance(control, _CELLS) and _corrected(finding, context)


def _computed(control: ask.FormulaColumn, finding: Finding, context: Context) -> bool:
    """Whether there is a formula, the right tool, that takes other cells than the rest of its column."""
    place = finding.locator.ref if finding.locator is not None else ""
    grid = grid_of(context, tuple(control.colonnes))
    if grid is None or context.document is None:
        return False
    book = Book(context.document)
    for name in control.colonnes:
        number = grid.column(name)
        cells = [row[number] for row in grid.rows if number is not None and number in row]
        if any(cell.locator.ref == place for cell, _ in strays(cells, grid, book)):
            return True
    return False


def _from_the_papers(quote: str, control: Control, context: Context) -> bool:
    """Whether words come from a paper in which something had to be corrected."""
    if control.critere != criterion_for("anomalies", context.scenario.bloc):
        return False
    faulty = [one.id for one in context.scenario.documents_remis if one.anomalies and one.id in context.start]
    lines = (TextView.of(context.start[name], sides=True).text for name in faulty)
    return bool(quote.strip()) and any(plain(quote).strip() in plain(text) for text in lines)


def _corrected(finding: Finding, context: Context) -> bool:
    """Whether the cell is in the table, filled, and holds other than what the file handed out held there."""
    place = finding.locator.ref if finding.locator is not None else ""
    grid = grid_of(context)
    contract = context.production.contrat
    start = context.start.get(contract.depart) if contract else None
    before = grid_of(context, document=start) if start is not None else None
    if grid is None or before is None:
        return False
    for row in (*grid.rows, *grid.totals):
        for column, cell in row.items():
            if cell.locator.ref != place:
                continue
            label = next((one.text for _, one in sorted(row.items()) if one.text.strip()), "")
            if row in grid.totals:
                return bool(cell.formula)
            head = grid.sheet.cells.get((grid.header, column))
            old = before.row(row[grid.key].text if grid.key in row else label)
            there = before.column(head.text) if head is not None else None
            was = old.get(there) if old is not None and there is not None else None
            return column != grid.key and plain(was.text if was else "") != plain(cell.text)
    return False
