"""Ranges of LibreOffice workbooks in the words of Excel: `$'Ventes'.$A$1:.$D$8` is `'Ventes'!$A$1:$D$8`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ascom_coach.documents.cell_refs import column_letters

_PIECE = re.compile(r"\$?('(?:[^']|'')*'|[^'.:\s]*)\.(\$?[A-Z]{0,3}\$?\d{0,7})")
_LIST = re.compile(r"(?:'(?:[^']|'')*'|[^'\s])+")


def excel_range(text: str) -> str:
    """One range; anything else is given back as it is."""
    pieces = list(_PIECE.finditer(text))
    if not 1 <= len(pieces) <= 2 or ":".join(piece.group(0) for piece in pieces) != text:
        return text
    sheet = pieces[0].group(1)
    cells = ":".join(piece.group(2) for piece in pieces)
    return f"{sheet}!{cells}" if sheet else cells


def local_ranges(text: str, most: int = 50) -> str:
    """Several ranges of one sheet, apart by spaces and without the sheet's name."""
    return " ".join(excel_range(one).rpartition("!")[2] for one in _LIST.findall(text)[:most])


def sheet_of(text: str) -> str:
    """The name of the sheet of a range, without its quotes."""
    sheet = excel_range(text).rpartition("!")[0]
    return sheet[1:-1].replace("''", "'") if sheet.startswith("'") else sheet


@dataclass(slots=True)
class Areas:
    """Rectangles of cells that share something, gathered row by row, from the top and from the left."""

    _open: dict[tuple[str, int, int], tuple[int, int]] = field(default_factory=dict)
    _done: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, row: int, rows: int, column: int, columns: int) -> None:
        """Rows `row` to `row + rows - 1`, columns `column` to `column + columns - 1` have `name`."""
        key = (name, column, column + columns - 1)
        top, bottom = self._open.get(key, (row, row - 1))
        if bottom != row - 1:
            self._close(key, top, bottom)
            top = row
        self._open[key] = (top, row + rows - 1)

    def _close(self, key: tuple[str, int, int], top: int, bottom: int) -> None:
        name, left, right = key
        first, last = f"{column_letters(left)}{top}", f"{column_letters(right)}{bottom}"
        self._done.setdefault(name, []).append(first if first == last else f"{first}:{last}")

    def ranges(self, most: int = 50) -> dict[str, str]:
        """By name, the ranges apart by spaces (`most` of them)."""
        for key, (top, bottom) in self._open.items():
            self._close(key, top, bottom)
        self._open.clear()
        return {name: " ".join(found[:most]) for name, found in self._done.items()}
