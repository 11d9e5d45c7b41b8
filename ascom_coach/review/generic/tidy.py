"""How a table of a workbook presents itself, when nobody gave a charter: only what anyone would set right."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ascom_coach.documents import Cell
from ascom_coach.review.charter import face
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong
from ascom_coach.review.text_view import Place
from ascom_coach.review.workbooks.cells import at
from ascom_coach.review.workbooks.grid import Grid

_FEW, _MOST_TOLD = 5, 3
_MAIN, _ODD = 0.7, 0.25
_CELLS = 20
_DATED = re.compile(r"(?<!\w)(?:dates?|echeances?|naissance)(?!\w)")
_DAY_NUMBERS = (30_000, 60_000)
"""Numbers that are days between 1982 and 2064 for a spreadsheet."""
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^-\]]*)[^\]]*\]')
_SECTION = re.compile(r"\[(?:red|rouge|black|blue|green|color ?\d+|[<>=].*?)\]", re.IGNORECASE)
_AREA = re.compile(r"\$?([A-Z]{1,3})\$?\d+:\$?([A-Z]{1,3})\$?\d+$")
_CM, _PIXELS, _AROUND = 2.54 / 96, 7, 5
_OVER = 3
"""Columns that fall out of the page; with more of them the table was not meant for paper."""
_WIDE = 12
_ROOM = 0.6


def presented(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """Headings that stand out, one font, numbers and dates shown alike and whole, all columns on the page."""
    if draft.document.type == "csv":
        return
    first: Cell | None = None
    told = 0
    for grid in draft.grids:
        if len(grid.rows) < _FEW:
            continue
        first = first or grid.sheet.cells[grid.header, min(grid.columns.values())]
        for message, place, hint in _odd(draft, grid):
            if told < _MOST_TOLD:
                told += 1
                yield wrong(message, place, hint, mark=f".{told}")
    if first is not None and not told:
        yield good("Le tableau se présente bien.", at(first))


def _odd(draft: Draft, grid: Grid) -> Iterator[tuple[str, Place, str]]:
    yield from _plain_headings(grid)
    yield from _other_font(draft, grid)
    yield from _cut_on_paper(grid)
    for heading, number in grid.columns.items():
        cells = [row[number] for row in grid.rows if number in row and not row[number].hidden]
        as_number = _day_numbers(heading, cells)
        if as_number is not None:
            message = "Cette date s’affiche comme un nombre."
            yield message, at(as_number), "Quel format de cellule montre une date ?"
            continue
        narrow = next((cell for cell in cells if too_wide(cell, grid.sheet.widths.get(number, 0.0))), None)
        if narrow is not None:
            message = "La colonne est trop étroite pour cette valeur\u00a0: le tableur affiche ####."
            yield message, at(narrow), "Que se passe-t-il en élargissant la colonne ?"
        unlike = _unlike(cells)
        if unlike is not None:
            message = "Cette valeur n’est pas présentée comme les autres de sa colonne."
            yield message, at(unlike), "Quel format ont les cellules voisines ?"


def _plain_headings(grid: Grid) -> Iterator[tuple[str, Place, str]]:
    sheet = grid.sheet
    if not (sheet.marked_rows or sheet.widths):
        return  # a bare list, that nobody has dressed yet
    if grid.header not in sheet.marked_rows and not (sheet.tables or sheet.autofilter or sheet.frozen):
        place = at(sheet.cells[grid.header, min(grid.columns.values())])
        yield (
            "La ligne de titres ne se distingue pas des données.",
            place,
            "Comment la repérer d’un coup d’œil ?",
        )


def _other_font(draft: Draft, grid: Grid) -> Iterator[tuple[str, Place, str]]:
    """A font that few cells have, first met inside the table (a title may have its own)."""
    if len(draft.document.sheets) > 1:
        return  # fonts are counted over the file
    fonts: Counter[str] = Counter()
    places: dict[str, tuple[str, str]] = {}
    for use in draft.document.uses:
        if use.kind == "police":
            fonts[face(use.value)] += use.count
            places.setdefault(face(use.value), (use.value, use.locator.ref))
    total = sum(fonts.values())
    if len(fonts) < 2 or total < _CELLS:
        return
    inside = {cell.locator.ref: cell for row in grid.rows for cell in row.values()}
    usual = places[fonts.most_common(1)[0][0]][0]
    for name, count in fonts.items():
        shown, ref = places[name]
        if count <= _ODD * total and ref in inside:
            message = f"Cette cellule est en {shown}, et le reste du tableau en {usual}."
            yield message, at(inside[ref]), "Combien de polices faut-il à un tableau ?"
            return


def _cut_on_paper(grid: Grid) -> Iterator[tuple[str, Place, str]]:
    """A print area, or a page, that leaves out the last columns of the table."""
    sheet, last = grid.sheet, max(grid.columns.values())
    area = _AREA.search((sheet.print_area or "").upper())
    if area is not None:
        beyond = [column for column in grid.columns.values() if column > _number(area[2])]
        if beyond and min(grid.columns.values()) >= _number(area[1]):
            place = at(sheet.cells[grid.header, min(beyond)])
            yield (
                "La zone d’impression laisse cette colonne de côté.",
                place,
                "Que verra-t-on sur le papier ?",
            )
        return
    planned = sheet.page_width and (sheet.landscape or sheet.print_titles or sheet.widths)
    if not planned or sheet.fit_to_page or last > _WIDE:
        return
    reached, beyond = 0.0, []
    for column in range(1, last + 1):
        width = sheet.widths.get(column, sheet.default_width)
        reached += (width * _PIXELS + _AROUND) * _CM if width else 0.0
        if reached > sheet.page_width and column in grid.columns.values():
            beyond.append(column)
    if 0 < len(beyond) <= _OVER and len(beyond) < len(grid.columns):
        place = at(sheet.cells[grid.header, beyond[0]])
        message = "À l’impression, cette colonne passe sur une autre page."
        yield message, place, "Quelle orientation ou quelle échelle la garderait avec les autres ?"


def _number(letters: str) -> int:
    rank = 0
    for letter in letters:
        rank = rank * 26 + ord(letter) - 64
    return rank


def _day_numbers(heading: str, cells: Sequence[Cell]) -> Cell | None:
    """The first whole number of a column of dates that may be the number of a day."""
    if not _DATED.search(heading):
        return None
    low, high = _DAY_NUMBERS
    return next(
        (
            cell for cell in cells
            if isinstance(cell.value, Decimal) and low <= cell.value <= high and cell.value == int(cell.value)
        ),
        None,
    )  # fmt: skip


def too_wide(cell: Cell, width: float) -> bool:
    """Whether a number or a date has more signs than its column, whose width somebody set, can show."""
    shown = _signs(cell)
    return bool(width and shown and shown > width + _ROOM)


def _signs(cell: Cell) -> int:
    """How many signs a value takes at least; 0 when that is not known (a general format shortens itself)."""
    code = _SECTION.sub("", cell.number_format.split(";")[0])
    literal = sum(len("".join(one)) for one in _LITERAL.findall(code))
    bare = _LITERAL.sub("", code)
    if isinstance(cell.value, dt.date) and not isinstance(cell.value, dt.datetime):
        return (
            len(re.sub(r"d{3,4}|m{3,5}", "mmm", bare, flags=re.IGNORECASE)) + literal
            if "y" in bare.lower()
            else 0
        )
    if not isinstance(cell.value, Decimal) or bare in ("General", "@", "") or re.search(r"[eE/?*_]", bare):
        return 0
    value = abs(cell.value) * (100 if "%" in bare else 1)
    whole = len(str(int(value)))
    decimals = len(match[1]) if (match := re.search(r"[.,](0+)", bare)) else 0
    grouped = (whole - 1) // 3 if "#,##" in bare or "# ##" in bare else 0
    tail = len(re.sub(r"[#0.,]", "", bare.replace("# ##", "")))
    return (cell.value < 0) + whole + grouped + (decimals + 1 if decimals else 0) + tail + literal


def _unlike(cells: Sequence[Cell]) -> Cell | None:
    """The first number or date shown otherwise than most of its column."""
    for kind in (Decimal, dt.date):
        mine = [cell for cell in cells if isinstance(cell.value, kind) and cell.value]
        if len(mine) < _FEW:
            continue
        looks = [_look(cell) for cell in mine]
        usual, count = Counter(looks).most_common(1)[0]
        if count < _MAIN * len(mine) or count == len(mine) or usual == ("", "libre"):
            continue
        for cell, look in zip(mine, looks, strict=True):
            if look != usual and not (look == ("", "libre") and _same_shown(cell, usual)):
                return cell
    return None


def _look(cell: Cell) -> tuple[str, str]:
    """(unit, decimals) of a number, (« date », code) of a date; « libre » for a general format."""
    code = _SECTION.sub("", cell.number_format.split(";")[0])
    if isinstance(cell.value, dt.date):
        return "date", re.sub(r"[\\\s\"]|\[[^\]]*\]", "", code).lower()
    units = "".join("".join(one) for one in _LITERAL.findall(code)) + re.sub(
        r"[#0.,\s?_*()-]", "", _LITERAL.sub("", code)
    )
    if code in ("General", "Standard", "@", ""):
        return "", "libre"
    decimals = match[1] if (match := re.search(r"[.,](0+)", _LITERAL.sub("", code))) else ""
    return "".join(units.split()), decimals


def _same_shown(cell: Cell, usual: tuple[str, str]) -> bool:
    """Whether a general format happens to show the number as its column does."""
    assert isinstance(cell.value, Decimal)
    exponent = cell.value.normalize().as_tuple().exponent
    return not usual[0] and isinstance(exponent, int) and max(0, -exponent) == len(usual[1])
