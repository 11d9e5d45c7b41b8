"""One worksheet part: its cells in a single pass, and what is set around them. Declared dimensions are
ignored."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ascom_coach.documents.cell_refs import (
    MAX_CELLS,
    MAX_COLUMN,
    MAX_ROW,
    column_letters,
    column_number,
    shift,
)
from ascom_coach.documents.model import Cell, CellValue, Locator
from ascom_coach.documents.ooxml.shared import S
from ascom_coach.documents.ooxml.xlsx_dress import CellDress
from ascom_coach.documents.ooxml.xlsx_formats import Look, dated
from ascom_coach.documents.refusals import refusal
from ascom_coach.documents.stored_numbers import number

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_EXPANDED = 3_000_000  # characters of shared formulas, once written in each cell
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
Cells = dict[tuple[int, int], Cell]


@dataclass(frozen=True, slots=True)
class Context:
    """What the workbook gives to each of its sheets."""

    path: str
    strings: Sequence[str]
    looks: Sequence[Look]
    dresses: Sequence[CellDress]
    from_1904: bool


@dataclass(slots=True)
class Grid:
    """The cells of a sheet and counts worth a notice."""

    cells: Cells = field(default_factory=dict)
    hidden_rows: int = 0
    hidden_columns: int = 0
    uncomputed: int = 0
    worn: dict[int, tuple[Locator, int]] = field(default_factory=dict)
    """First place and number of the written cells in sight of each style index."""
    marked: dict[int, bool] = field(default_factory=dict)
    """Whether a written cell of the row is bold or painted."""


def read_grid(root: Element, name: str, context: Context, *, hidden: bool) -> Grid:
    """Cells that hold a value or a formula. Raises RefusedInputError beyond `MAX_CELLS`."""
    return _GridReader(name, context, hidden).read(root)


class _GridReader:
    def __init__(self, name: str, context: Context, hidden: bool) -> None:
        self.name, self.context, self.hidden = name, context, hidden
        self.grid = Grid()
        self.masters: dict[str, tuple[str, int, int]] = {}
        self.letters: dict[int, str] = {}
        self.columns: dict[str, int] = {}
        self.expanded = 0

    def read(self, root: Element) -> Grid:
        hidden_columns = _hidden_columns(root)
        self.grid.hidden_columns = sum(last - first + 1 for first, last in hidden_columns)
        paths, cells = self.context.path, self.grid.cells
        unseen = {column for first, last in hidden_columns for column in range(first, last + 1)}
        row_number = 0
        for row in root.iterfind(f"{S}sheetData/{S}row"):
            declared = row.get("r")
            row_number = int(declared) if declared and declared.isdecimal() else row_number + 1
            row_hidden = row.get("hidden") in ("1", "true")
            self.grid.hidden_rows += row_hidden
            column = 0
            for item in row:
                ref = item.get("r")
                column = self._column(ref) if ref else column + 1
                if not (1 <= row_number <= MAX_ROW and 1 <= column <= MAX_COLUMN):
                    raise refusal("damaged", paths)
                if len(item):
                    masked = self.hidden or row_hidden or column in unseen
                    cell = self._cell(item, row_number, column, masked)
                    if cell is not None:
                        cells[row_number, column] = cell
            if len(cells) > MAX_CELLS:
                raise refusal("too_many", paths)
        return self.grid

    def _column(self, ref: str) -> int:
        letters = ref.rstrip("0123456789")
        column = self.columns.get(letters)
        if column is None:
            if not re.fullmatch("[A-Za-z]{1,3}", letters):
                raise refusal("damaged", self.context.path)
            column = self.columns[letters] = column_number(letters)
        return column

    def _cell(self, item: Element, row: int, column: int, masked: bool) -> Cell | None:
        kind = item.get("t") or "n"
        index = item.get("s") or "0"
        looks = self.context.looks
        look = looks[int(index)] if index.isdecimal() and int(index) < len(looks) else looks[0]
        raw: str | None = None
        formula: str | None = None
        for child in item:
            tag = child.tag
            if tag == S + "v":
                raw = child.text
            elif tag == S + "f":
                formula = self._formula(child, row, column)
            elif tag == S + "is":
                raw, kind = rich_text(child), "str"
        value, error = self._value(raw, kind, look)
        if value is None and formula is None:
            return None
        if formula is not None and value is None:
            self.grid.uncomputed += 1
        letters = self.letters.get(column) or self.letters.setdefault(column, column_letters(column))
        place = Locator(self.context.path, "cell", f"{self.name}!{letters}{row}")
        hidden = masked or look.blank
        if value is not None and not hidden:
            self._wear(int(index) if index.isdecimal() else 0, place, row)
        return Cell(place, row, column, value, formula, look.code, error, hidden)

    def _wear(self, index: int, place: Locator, row: int) -> None:
        dresses = self.context.dresses
        first, count = self.grid.worn.get(index, (place, 0))
        self.grid.worn[index] = (first, count + 1)
        marked = index < len(dresses) and dresses[index].marked
        self.grid.marked[row] = marked or self.grid.marked.get(row, False)

    def _value(self, raw: str | None, kind: str, look: Look) -> tuple[CellValue, str | None]:
        if raw is None:
            return None, None
        if kind == "n":
            value = number(raw)
            if value is None:
                return raw, None
            return (dated(value, look.date, from_1904=self.context.from_1904) if look.date else value), None
        if kind == "s":
            strings = self.context.strings
            index = int(raw) if raw.strip().isdecimal() else len(strings)
            return (strings[index] if index < len(strings) else None), None
        if kind == "b":
            return raw.strip() in ("1", "true"), None
        if kind == "e":
            return raw, raw
        if kind == "d":
            return _iso(raw), None
        return unescape(raw), None

    def _formula(self, item: Element, row: int, column: int) -> str | None:
        text = item.text or ""
        if item.get("t") == "shared":
            ident = item.get("si") or ""
            if text:
                self.masters[ident] = (text, row, column)
            elif ident in self.masters:
                master, from_row, from_column = self.masters[ident]
                self.expanded += len(master)
                if self.expanded > MAX_EXPANDED:
                    raise refusal("too_long", self.context.path)
                text = shift(master, row - from_row, column - from_column)
        return f"={unescape(text)}" if text else None


def _hidden_columns(root: Element) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for item in root.iterfind(f"{S}cols/{S}col"):
        first, last = item.get("min") or "", item.get("max") or ""
        if item.get("hidden") in ("1", "true") and first.isdecimal() and last.isdecimal():
            found.append((int(first), min(int(last), MAX_COLUMN)))
    return found


def rich_text(item: Element) -> str:
    """Text of a shared or inline string, without phonetic guides."""
    if len(item) == 1 and item[0].tag == S + "t":
        return unescape(item[0].text or "")
    pieces: list[str] = []
    for child in item:
        if child.tag == S + "t":
            pieces.append(child.text or "")
        elif child.tag == S + "r":
            pieces.extend(text.text or "" for text in child.iterfind(S + "t"))
    return unescape("".join(pieces))


def unescape(text: str) -> str:
    """`_x000D_` and the like as the characters they stand for."""
    return _ESCAPED.sub(lambda match: chr(int(match.group(1), 16)), text) if "_x" in text else text


def _iso(text: str) -> CellValue:
    try:
        moment = dt.datetime.fromisoformat(text.strip().rstrip("Z"))
    except ValueError:
        return text
    return moment if "T" in text else moment.date()
