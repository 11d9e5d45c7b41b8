"""Cell references: letters and numbers, and formulas that a workbook stores once for a whole range."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(
    r'"(?:[^"]|"")*"'  # text
    r"|'(?:[^']|'')*'"  # quoted sheet name
    r"|\[[^\]]*\]"  # table column or other workbook
    r"|(?P<cell>(?<![A-Za-z0-9_.$])\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}(?![A-Za-z0-9_.(!\[\]]))"
    r"|(?P<columns>(?<![A-Za-z0-9_.$])\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![A-Za-z0-9_.(!]))"
    r"|(?P<rows>(?<![A-Za-z0-9_.$:])\$?[1-9][0-9]{0,6}:\$?[1-9][0-9]{0,6}(?![A-Za-z0-9_.(!]))"
)
_PART = re.compile(r"(\$?)([A-Za-z]*)(\$?)([0-9]*)")
MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
"""Of an Excel sheet (Microsoft, « Excel specifications and limits »)."""
MAX_CELLS = 150_000
"""Filled cells that a reader keeps of one file; beyond, it is refused (ours)."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Half of a reference: a column, a row, or both, each fixed or not. 0 stands for an absent one."""

    column: int
    row: int
    letters: str
    column_moves: bool
    row_moves: bool

    def moved(self, rows: int, columns: int) -> str | None:
        """The reference after a copy, or None when it falls off the sheet."""
        text = self.letters
        if self.column_moves:
            column = self.column + columns
            if not 1 <= column <= MAX_COLUMN:
                return None
            text = column_letters(column)
        if not self.row:
            return text
        row = self.row + rows if self.row_moves else self.row
        return f"{text}{'' if self.row_moves else '$'}{row}" if 1 <= row <= MAX_ROW else None


def shift(formula: str, rows: int, columns: int) -> str:
    """The formula as copied `rows` down and `columns` right: `A1` moves, `$A$1` does not, texts and names stay."""
    if not rows and not columns:
        return formula
    pieces: list[str] = []
    for piece in _pieces(formula):
        if isinstance(piece, str):
            pieces.append(piece)
            continue
        halves = [half.moved(rows, columns) for half in piece]
        pieces.append("#REF!" if None in halves else ":".join(half or "" for half in halves))
    return "".join(pieces)


@lru_cache(maxsize=256)
def _pieces(formula: str) -> tuple[str | tuple[_Part, ...], ...]:
    """The formula cut once into what never moves and references."""
    found: list[str | tuple[_Part, ...]] = []
    done = 0
    for match in _TOKEN.finditer(formula):
        if match.lastgroup is not None:
            found += [formula[done : match.start()], tuple(_part(half) for half in match.group().split(":"))]
            done = match.end()
    return (*found, formula[done:])


def _part(text: str) -> _Part:
    match = _PART.fullmatch(text)
    lock_column, letters, lock_row, digits = match.groups() if match else ("", text, "", "")
    if not letters:  # a whole row: its only lock was read as the column's
        lock_row = lock_column or lock_row
    shown = f"{lock_column}{letters}" if letters else ""
    return _Part(
        column_number(letters), int(digits or 0), shown, bool(letters) and not lock_column, not lock_row
    )


def column_number(letters: str) -> int:
    """`A` is 1, `AB` is 28."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(column: int) -> str:
    """`1` is `A`, `28` is `AB`."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
