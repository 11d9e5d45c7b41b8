"""A table of a workbook found by its headings: header row, columns by name, rows by key, totals by label.

Nothing depends on addresses: title rows, subtotals, moved columns, another sheet name change nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ascom_coach.documents import Cell, Document, Sheet
from ascom_coach.language import plain

Row = dict[int, Cell]
"""Cells of a row by column number."""
_TOTAL = re.compile(r"(?:sous[ -]?total|total|totaux|somme)\b")
# Lines that follow a total and belong to it, not to the data.
_SUMMARY = re.compile(
    r"(?:tva|net|montant|remise|acompte|arrhes|reste|solde|moyenne|ecart|frais|port|escompte|a payer|dont)\b"
)
_GRAND = re.compile(r"(?:total|totaux|somme)(?: (?:general|ht|ttc|h\.t\.?|t\.t\.c\.?))?")
MAX_GAP = 2


def named(text: str) -> str:
    """A heading or a key as compared: folded, spaces squeezed."""
    return " ".join(plain(text).replace("\n", " ").split())


def key_words(text: str) -> frozenset[str]:
    """Words of a key, whatever their order and punctuation: « KESSLER (Mme) » is « Mme Kessler »."""
    return frozenset(re.findall(r"\w+", plain(text)))


@dataclass(frozen=True)
class Grid:
    """A located table. `columns` maps folded headings to column numbers; `rows` are data rows from the top."""

    sheet: Sheet
    header: int
    columns: dict[str, int]
    rows: tuple[Row, ...]
    totals: tuple[Row, ...]
    key: int

    def column(self, heading: str) -> int | None:
        """The column of a heading: the same text, else the only heading that holds it."""
        wanted = named(heading)
        if wanted in self.columns:
            return self.columns[wanted]
        near = [
            number for name, number in self.columns.items() if wanted and (wanted in name or name in wanted)
        ]
        return near[0] if len(near) == 1 else None

    def row(self, key: str) -> Row | None:
        """The row of a key: the same text, else the only key that holds all its words."""
        keyed = [(row[self.key].text, row) for row in self.rows if self.key in row]
        found = matching(key, [text for text, _ in keyed])
        if found:
            return next(row for text, row in keyed if text in found)
        wanted = named(key)
        near = [row for row in self.rows if any(named(cell.text) == wanted for cell in row.values())]
        return near[0] if len(near) == 1 else None

    def thin(self, row: Row) -> bool:
        """A row with one cell in a wide table: the title of a group, a note, a key waiting for its values."""
        return len(row) == 1 and len(self.columns) >= 3


def matching(name: str, keys: Iterable[str]) -> set[str]:
    """The keys that a name designates: the same text, else the only one that holds all its words."""
    keys = list(keys)
    exact = {key for key in keys if named(key) == named(name)}
    if exact:
        return exact
    words = key_words(name)
    near = {key for key in keys if words and words <= key_words(key)}
    return near if len({named(key) for key in near}) == 1 else set()


def open_sheets(document: Document) -> list[Sheet]:
    """The sheets that a reader sees; all of them when none is shown."""
    shown = [sheet for sheet in document.sheets if not sheet.hidden]
    return shown or list(document.sheets)


def labelled(document: Document, label: str, grid: Grid | None = None) -> tuple[Cell, Row] | None:
    """A label and its row: among the totals of the table first, then anywhere but in its header row.

    The same text wins over a text that begins with the label.
    """
    wanted = named(label)
    begins: tuple[Cell, Row] | None = None
    for row in _candidates(document, grid):
        for cell in row.values():
            name = named(cell.text).rstrip(" :")
            if name == wanted:
                return cell, row
            if begins is None and wanted and re.match(rf"{re.escape(wanted)}\b", name):
                begins = cell, row
    return begins


def _candidates(document: Document, grid: Grid | None) -> Iterator[Row]:
    if grid is not None:
        yield from grid.totals
    sheets = open_sheets(document)
    if grid is not None:
        sheets = [grid.sheet, *(sheet for sheet in sheets if sheet is not grid.sheet)]
    for sheet in sheets:
        for number, cells in sheet.rows():
            if grid is None or sheet is not grid.sheet or number != grid.header:
                yield {cell.column: cell for cell in cells}


def find_grid(
    document: Document,
    headings: Sequence[str],
    *,
    key: str = "",
    sheet: str = "",
    totals: Sequence[str] = (),
) -> Grid | None:
    """The table whose header row holds most of the headings (at least half); the named sheet first.

    `totals` are labels of total rows beside the usual ones.
    """
    wanted = [named(heading) for heading in headings if heading.strip()]
    best: tuple[int, int, Sheet, int] | None = None
    for rank, page in enumerate(open_sheets(document)):
        for number, cells in page.rows():
            texts = {named(cell.text) for cell in cells if cell.text}
            hits = sum(name in texts for name in wanted)
            if not wanted:
                hits = len(texts) if len(texts) >= 2 else 0
            bonus = 1 if sheet and named(page.name) == named(sheet) else 0
            score = (2 * hits + bonus, -rank)
            if hits and (best is None or score > (best[0], best[1])):
                best = (score[0], score[1], page, number)
            if not wanted and hits:
                break
    if best is None or (wanted and best[0] < len(wanted)):
        return None
    labels = frozenset(named(label) for label in totals)
    return _read(best[2], best[3], key or (headings[0] if headings else ""), labels)


def _read(sheet: Sheet, header: int, key: str, labels: frozenset[str]) -> Grid:
    columns: dict[str, int] = {}
    for number, cells in sheet.rows():
        if number == header:
            for cell in cells:
                if cell.text.strip():
                    columns.setdefault(named(cell.text), cell.column)
    inside = set(columns.values())
    rows: list[Row] = []
    totals: list[Row] = []
    last, summing, gap = header, False, MAX_GAP
    for number, cells in sheet.rows():
        if number <= header:
            continue
        row = {cell.column: cell for cell in cells if cell.text.strip() or cell.formula or cell.error}
        if not inside & set(row):
            continue
        if number > last + gap:
            break  # another table, or notes below
        last = number
        names = [named(cell.text).rstrip(" :") for cell in row.values()]
        total = any(_TOTAL.match(name) or name in labels for name in names)
        if any(_GRAND.fullmatch(name) or name in labels for name in names):
            gap = 1
        summing = total or (summing and any(_SUMMARY.match(name) for name in names))
        (totals if summing else rows).append(row)
    key_column = columns.get(named(key), min(columns.values(), default=1))
    return Grid(sheet, header, columns, tuple(rows), tuple(totals), key_column)
