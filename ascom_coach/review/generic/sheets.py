# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Checks of a workbook whose layout nobody described: few of them, each quiet unless the sheet itself gives it away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from ascom_coach.documents import Cell, Sheet
from ascom_coach.language import plain
from ascom_coach.review.cells import at, number_in
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.grid import Grid, find_grid, named, open_sheets

_TOTAL = re.compile(r"^(?:total|totaux|somme)(?: general| ht| ttc| des \w+| du \w+)?\W*$")
_ANY_TOTAL = re.compile(r"^(?:sous[- ])?(?:total|totaux|somme|moyenne|minimum|maximum|ecart|part)\b")
_SUM = re.compile(r"^=?\s*(?:SUM|SOMME|SUBTOTAL|SOUS\.TOTAL)\s*\(", re.IGNORECASE)
_ADDED = re.compile(r"^=?\s*\$?[A-Z]{1,2}\$?\d+(?:\s*\+\s*\$?[A-Z]{1,2}\$?\d+){2,}\s*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LONG = 40
_SAME = 3
"""Formulas of one shape from which a column is a computed one."""
_MOST = 2
_MAIL = re.compile(r"^[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$", re.ASCII)


def displayed_errors(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """No cell shows an error."""
    for sheet in open_sheets(draft.document):
        bad = next((cell for cell in sheet.cells.values() if cell.error and not cell.hidden), None)
        if bad is not None:
            message = "Cette cellule affiche une erreur de calcul."
            yield wrong(message, at(bad), "Quelle cellule va-t-elle chercher ?", certain=True)
            return
    if draft.document.sheets:
        yield good("Aucune cellule n’affiche d’erreur.", draft.view.first())


def _column_above(sheet: Sheet, cell: Cell, labels: dict[int, str]) -> list[Decimal]:
    """Numbers of a column above a total, up to a heading or to another total."""
    found: list[Decimal] = []
    for row in range(cell.row - 1, 0, -1):
        other = sheet.cells.get((row, cell.column))
        if _ANY_TOTAL.match(labels.get(row, "")):
            break
        if other is None or other.value is None:
            if row not in labels and found:
                break
            continue
        if other.hidden or not isinstance(other.value, Decimal):
            break
        found.append(other.value)
    return found


def _totals(draft: Draft) -> Iterator[tuple[Cell, list[Decimal]]]:
    """Cells of total rows with the numbers they should add up."""
    for sheet in open_sheets(draft.document):
        labels: dict[int, str] = {}
        for number, cells in sheet.rows():
            text = next(
                (cell.text for cell in cells if isinstance(cell.value, str) and cell.text.strip()), ""
            )
            if text:
                labels[number] = plain(text).strip()
        for number, label in labels.items():
            if not _TOTAL.match(label):
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
    if looked is not None and not found:
        yield good("Les totaux sont la somme de leur colonne.", at(looked))


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
        shapes = [_shape(cell) for cell in cells]
        for before, cell, after in zip(range(len(cells)), cells[1:], shapes[2:], strict=False):
            shape = shapes[before]
            near = cells[before].row == cell.row - 1 and cells[before + 2].row == cell.row + 1
            if near and shape and shape == after and not cell.formula and shapes.count(shape) >= _SAME:
                yield cell


def _shape(cell: Cell) -> str:
    """The formula of a cell with its rows counted from its own, empty without one."""

    def counted(match: re.Match[str]) -> str:
        return f"{match[1]}[{int(match[2]) - cell.row}]"

    return re.sub(r"(?<![\w$])(\$?[A-Z]{1,3})(\d+)(?![\w(])", counted, (cell.formula or "").upper())


def long_table(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """The headings of a long table stay in sight."""
    for sheet in open_sheets(draft.document):
        rows = {row for row, _ in sheet.cells}
        columns = {column for _, column in sheet.cells}
        if len(rows) < _LONG or len(columns) < 3 or draft.document.type == "csv":
            continue
        top = min(sheet.cells)
        place = at(sheet.cells[top])
        if sheet.frozen or sheet.tables or sheet.print_titles or sheet.autofilter:
            yield good("Les titres de ce long tableau sont figés, répétés ou filtrables.", place)
        else:
            message = "Ce long tableau n’a ni titres figés, ni filtre."
            yield wrong(message, place, "Que voit-on en descendant à la dernière ligne ?")
        return


def _heads(cell: Cell) -> bool:
    """Whether a cell may head a column: words, or a year."""
    words = isinstance(cell.value, str) and number_in(cell.text) is None
    return words or bool(_YEAR.fullmatch(cell.text.strip()))


def grids_of(draft: Draft) -> Iterator[Grid]:
    """The table of each open sheet whose first rows hold a row of headings."""
    for sheet in open_sheets(draft.document):
        for number, cells in sheet.rows():
            texts = [cell.text for cell in cells if cell.text.strip() and _heads(cell)]
            if len(texts) >= 3 and len(texts) == len(cells) and not all(map(_YEAR.fullmatch, texts)):
                grid = find_grid(draft.document, texts, sheet=sheet.name)
                if grid is not None and grid.sheet is sheet:
                    yield grid
                break
            if number > 10:
                break


def duplicates(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """No row twice, no mail address twice."""
    looked = None
    for grid in grids_of(draft):
        seen: dict[tuple[str, ...], Cell] = {}
        mails = [number for name, number in grid.columns.items() if "mail" in name or "courriel" in name]
        addresses: Counter[str] = Counter()
        found = 0
        for row in grid.rows:
            cells = [row[number] for number in sorted(row)]
            looked = looked or cells[0]
            key = tuple(named(cell.text) for cell in cells)
            address = next((named(row[number].text) for number in mails if number in row), "")
            addresses[address] += bool(address)
            again = len(key) >= 3 and key in seen
            if (again or (addresses[address] == 2 and address)) and found < _MOST:
                found += 1
                message = (
                    "Cette ligne est déjà plus haut."
                    if again
                    else "Cette adresse est déjà celle d’une autre ligne."
                )
                yield wrong(message, at(cells[0]), "S’agit-il de la même personne ?", mark=f".{found}")
            seen.setdefault(key, cells[0])
        if looked is not None and not found:
            yield good("Je ne vois pas de ligne en double.", at(looked))
        return


def _postcode(text: str) -> bool:
    return bool(re.fullmatch(r"\d{5}(?: cedex(?: \d+)?)?|[a-z]{1,2}-?\d{4,5}", text))


def _phone(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    return len(digits) in (9, 10, 11, 12, 13) and (len(digits) != 9 or not text.startswith("0"))


def _digits(*sizes: int) -> Callable[[str], bool]:
    return lambda text: len(re.sub(r"\D", "", text)) in sizes


def _first_zero_lost(cell: Cell, told: str) -> str:
    """What to say of a postcode or a phone typed as a number and shown without its first zero; empty when it has it."""
    what, length = ("Ce code postal", 4) if "postal" in told else ("Ce numéro de téléphone", 9)
    shown = cell.number_format.count("0") > length or cell.number_format.startswith(("0#", '"0"', "\\0"))
    if len(cell.text) != length or shown or not re.search("postal|téléphone", told):
        return ""
    return f"{what} a perdu son premier zéro : il est enregistré comme un nombre."


_SHAPES: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    (r"(?:code postal|cp|c\.p\.?)", "Ce code postal n’a pas cinq chiffres.", _postcode),
    (r"(?:e-?mail|courriel|adresse (?:e-?mail|electronique|mail)|mail)", "Cette adresse électronique n’a pas la bonne forme.",
     lambda text: bool(_MAIL.match(text))),
    (r"(?:telephone|tel\.?|portable|mobile|fixe)(?: .*)?", "Ce numéro de téléphone n’a pas dix chiffres.", _phone),
    (r"(?:n° )?siret", "Ce SIRET n’a pas quatorze chiffres.", _digits(14)),
    (r"(?:n° )?siren", "Ce SIREN n’a pas neuf chiffres.", _digits(9)),
)  # fmt: skip


def entries(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Postcodes, addresses, phones, SIREN of the usual shape; numbers typed as numbers. Empty cells are left alone."""
    looked = None
    found = 0
    for grid in grids_of(draft):
        for name, number in grid.columns.items():
            shape = next(
                ((told, test) for pattern, told, test in _SHAPES if re.fullmatch(pattern, name)), None
            )
            cells = [
                row[number]
                for row in grid.rows
                if number in row and row[number].text.strip() and 2 * len(row) > len(grid.columns)
            ]
            for cell in cells:
                text = plain(cell.text).strip()
                if shape is not None:
                    looked = looked or cell
                if shape is not None and isinstance(cell.value, Decimal):
                    lost = _first_zero_lost(cell, shape[0])
                    if lost and found < _MOST * 2:
                        found += 1
                        hint = "Quel format de cellule garde un zéro placé devant ?"
                        yield wrong(lost, at(cell), hint, mark=f".{found}")
                        continue
                    text = text.zfill(len(cell.number_format)) if set(cell.number_format) == {"0"} else text
                if (
                    shape is not None
                    and not (shape[1](text) and ("@" not in text or cell.text.isascii()))
                    and re.search(r"[\w@]", text)
                    and found < _MOST * 2
                ):
                    if text in ("-", "nc", "n/a", "neant", "non", "nr", "inconnu", "sans"):
                        continue
                    found += 1
                    yield wrong(
                        shape[0], at(cell), "Vérifiez-le dans le document d’origine.", mark=f".{found}"
                    )
            if shape is None and draft.document.type != "csv" and found < _MOST * 2:
                odd = _typed_number(cells)
                if odd is not None:
                    found += 1
                    message = "Ce nombre est enregistré comme du texte : il n’entrera dans aucun calcul."
                    yield wrong(
                        message, at(odd), "De quel côté de la cellule s’aligne-t-il ?", mark=f".{found}"
                    )
    if looked is not None and not found:
        yield good("Les codes, adresses et numéros ont la forme attendue.", at(looked))


def _typed_number(cells: list[Cell]) -> Cell | None:
    """The text that reads as a number in a column of numbers."""
    numeric = sum(isinstance(cell.value, Decimal) for cell in cells)
    odd = [
        cell
        for cell in cells
        if isinstance(cell.value, str) and not cell.formula and number_in(cell.value) is not None
    ]
    return odd[0] if odd and numeric >= 3 and numeric >= 3 * len(odd) else None
