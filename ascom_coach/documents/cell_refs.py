"""Cell references: letters and numbers, and formulas that a workbook stores once for a whole range."""

from __future__ import annotations

import re

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


def shift(formula: str, rows: int, columns: int) -> str:
    """The formula as copied `rows` down and `columns` right: `A1` moves, `$A$1` does not, texts and names
    stay."""
    if not rows and not columns:
        return formula

    def moved(match: re.Match[str]) -> str:
        if match.lastgroup is None:
            return match.group()
        pieces = [_moved_part(piece, rows, columns) for piece in match.group().split(":")]
        return "#REF!" if None in pieces else ":".join(piece or "" for piece in pieces)

    return _TOKEN.sub(moved, formula)


def _moved_part(text: str, rows: int, columns: int) -> str | None:
    match = _PART.fullmatch(text)
    if match is None:
        return text
    lock_column, letters, lock_row, digits = match.groups()
    if not letters:  # a whole row: its only lock was read as the column's
        lock_row, lock_column = lock_column or lock_row, ""
    if letters and not lock_column:
        column = column_number(letters) + columns
        if not 1 <= column <= MAX_COLUMN:
            return None
        letters = column_letters(column)
    if digits and not lock_row:
        row = int(digits) + rows
        if not 1 <= row <= MAX_ROW:
            return None
        digits = str(row)
    return f"{lock_column}{letters}{lock_row}{digits}"


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
