# ruff: noqa: E501 -- a pattern or an example stays on one line
"""Checks of a workbook whose layout nobody described: few of them, each quiet unless the sheet itself gives it away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal

from ascom_coach.documents import Cell
from ascom_coach.language import plain
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.workbooks.cells import at, number_in
from ascom_coach.review.workbooks.grid import named, open_sheets

_LONG = 40
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


def duplicates(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """No row twice, no mail address twice."""
    looked = None
    for grid in draft.grids:
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
    for grid in draft.grids:
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
