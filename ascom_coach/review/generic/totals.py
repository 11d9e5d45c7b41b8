"""Checks of the totals and averages of a workbook whose layout nobody described, and of what is typed amid formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ascom_coach.documents import Cell, Sheet
from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.workbooks.cells import at
from ascom_coach.review.workbooks.grid import open_sheets

_TOTAL = re.compile(r"^(?:total|totaux|somme)(?: general| ht| ttc| des \w+| du \w+)?\W*$")
_ANY_TOTAL = re.compile(r"^(?:sous[- ])?(?:total|totaux|somme|moyenne|minimum|maximum|ecart|part)\b")
_SUM = re.compile(r"^=?\s*(?:SUM|SOMME|SUBTOTAL|SOUS\.TOTAL)\s*\(", re.IGNORECASE)
_ADDED = re.compile(r"^=?\s*\$?[A-Z]{1,2}\$?\d+(?:\s*\+\s*\$?[A-Z]{1,2}\$?\d+){2,}\s*$", re.IGNORECASE)
_SAME = 3
"""Formulas of one shape from which a column is a computed one."""
_AVERAGE = re.compile(r"^(?:moyenne|moy\.?)(?: .*)?$")
_MOST = 2


def _column_above(sheet: Sheet, cell: Cell, labels: dict[int, str]) -> list[Decimal]:
    """Numbers of a column above a total, up to a heading or to another total."""
    found: list[Decimal] = []
    for row in range(cell.row - 1, 0, -1):
        other = sheet.cells.get((row, cell.column))
        if _ANY_TOTAL.match(labels.get(row, "")):
            if (other is None or other.value is None) and not found:
                continue  # « Total » of the other columns
            break
        if other is None or other.value is None:
            if row not in labels and found:
                break
            continue
        if other.hidden or not isinstance(other.value, Decimal):
            break
        found.append(other.value)
    return found


def _totals(draft: Draft, named: re.Pattern[str] = _TOTAL) -> Iterator[tuple[Cell, list[Decimal]]]:
    """Cells of total rows (or of others by their label) with the numbers above them."""
    for sheet in open_sheets(draft.document):
        labels: dict[int, str] = {}
        for number, cells in sheet.rows():
            text = next(
                (cell.text for cell in cells if isinstance(cell.value, str) and cell.text.strip()), ""
            )
            if text:
                labels[number] = plain(text).strip()
        for number, label in labels.items():
            if not named.match(label):
                continue
            for (row, _), cell in sorted(sheet.cells.items()):
                if row != number or not isinstance(cell.value, Decimal) or "%" in cell.number_format:
                    continue
                above = _column_above(sheet, cell, labels)
                if len(above) >= 2:
                    yield cell, above


def column_totals(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A total, typed or summed, is the sum of the numbers above it."""
    looked: Cell | None = None
    found = 0
    for cell, above in _totals(draft):
        if cell.formula and not _SUM.match(cell.formula):
            continue
        looked = looked or cell
        assert isinstance(cell.value, Decimal)
        if abs(cell.value - sum(above, Decimal(0))) > Decimal("0.01") and found < _MOST:
            found += 1
            message = "Ce total n’est pas la somme des nombres qui sont au-dessus."
            yield wrong(message, at(cell), "Quelles lignes additionne-t-il ?", mark=f".{found}")
    for cell, above in _totals(draft, _AVERAGE):
        looked = looked or cell
        assert isinstance(cell.value, Decimal)
        mean = sum(above, Decimal(0)) / len(above)
        if abs(cell.value - mean) > _half_unit(cell.value) and found < _MOST:
            found += 1
            message = "Cette moyenne n’est pas celle des nombres qui sont au-dessus."
            yield wrong(message, at(cell), "Quelles lignes compte-t-elle ?", mark=f".{found}")
    if looked is not None and not found:
        yield good("Les totaux sont la somme de leur colonne.", at(looked))


def _half_unit(value: Decimal) -> Decimal:
    """Half of the last decimal that a number gives, a hair more: how far rounding may take it."""
    exponent = value.normalize().as_tuple().exponent
    decimals = min(6, max(0, -exponent)) if isinstance(exponent, int) else 0
    return Decimal("0.5001").scaleb(-decimals)


def computed_totals(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """A total is a SUM, neither typed nor A1+A2+A3; no number is typed amid the formulas of a column."""
    if draft.document.type == "csv":
        return
    typed = next((cell for sheet in open_sheets(draft.document) for cell in _amid_formulas(sheet)), None)
    if typed is not None:
        message = "Ce nombre est tapé au milieu d’une colonne calculée : il ne suivra pas une correction."
        yield wrong(message, at(typed), "Que font les cellules du dessus et du dessous ?", mark=".milieu")
        return
    sums: Cell | None = None
    for cell, above in _totals(draft):
        if cell.formula and _ADDED.match(cell.formula):
            message = "Ce total additionne les cellules une à une."
            yield wrong(message, at(cell), "Quelle fonction additionne une plage ?", mark=".une")
            return
        if not cell.formula and len(above) >= 3 and cell.value == sum(above, Decimal(0)):
            message = "Ce total est tapé : il ne suivra pas une correction."
            yield wrong(message, at(cell), "Quelle fonction le calculerait ?", mark=".tape")
            return
        sums = sums or (cell if cell.formula else None)
    if sums is not None:
        yield good("Les totaux sont calculés par une formule.", at(sums))


def _amid_formulas(sheet: Sheet) -> Iterator[Cell]:
    """Numbers typed right between two rows that compute the same thing, in a column where most rows do."""
    columns: dict[int, list[Cell]] = {}
    for (_, column), cell in sorted(sheet.cells.items()):
        if isinstance(cell.value, Decimal) and not cell.hidden:
            columns.setdefault(column, []).append(cell)
    for cells in columns.values():
        shapes = [shape_of(cell) for cell in cells]
        for before, cell, after in zip(range(len(cells)), cells[1:], shapes[2:], strict=False):
            shape = shapes[before]
            near = cells[before].row == cell.row - 1 and cells[before + 2].row == cell.row + 1
            if near and shape and shape == after and not cell.formula and shapes.count(shape) >= _SAME:
                yield cell


def shape_of(cell: Cell) -> str:
    """The formula of a cell with its rows counted from its own, empty without one."""

    def counted(match: re.Match[str]) -> str:
        return f"{match[1]}[{int(match[2]) - cell.row}]"

    return re.sub(r"(?<![\w$])(\$?[A-Z]{1,3})(\d+)(?![\w(])", counted, (cell.formula or "").upper())
