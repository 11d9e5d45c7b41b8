"""A table of a workbook found by its headings: header row, columns by name, rows by key, totals by label.

Nothing depends on addresses: title rows, moved columns, another sheet name change nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ascom_coach.documents import Cell, Document, Sheet
from ascom_coach.language import plain

TOTAL_WORDS = ("total", "sous-total", "somme")


def named(text: str) -> str:
    """A heading or a key as compared: folded, spaces squeezed."""
    return " ".join(plain(text).replace("\n", " ").split())


@dataclass(frozen=True)
class Grid:
    """A located table. `columns` maps folded headings to column numbers; `rows` are data rows from the top."""

    sheet: Sheet
    header: int
    columns: dict[str, int]
    rows: tuple[dict[int, Cell], ...]
    totals: tuple[dict[int, Cell], ...]
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

    def row(self, key: str) -> dict[int, Cell] | None:
        """The row of a key: the same text, else the only key that holds all its words."""
        wanted = named(key)
        keyed = [(named(row[self.key].text), row) for row in self.rows if self.key in row]
        for name, row in keyed:
            if name == wanted:
                return row
        words = set(wanted.split())
        near = [row for name, row in keyed if words and words <= set(name.split())]
        if not near:
            near = [row for row in self.rows if any(named(cell.text) == wanted for cell in row.values())]
        return near[0] if len(near) == 1 else None

    def total(self, label: str) -> dict[int, Cell] | None:
        """The row, anywhere in the sheet, one of whose texts is the label (or begins with it)."""
        wanted = named(label)
        starts = None
        for _, cells in self.sheet.rows():
            for cell in cells:
                name = named(cell.text).rstrip(" :")
                if name == wanted:
                    return {item.column: item for item in cells}
                if starts is None and wanted and name.startswith(wanted):
                    starts = {item.column: item for item in cells}
        return starts


def find_grid(document: Document, headings: Sequence[str], *, key: str = "", sheet: str = "") -> Grid | None:
    """The table whose header row holds most of the headings (at least half); the named sheet first."""
    wanted = [named(heading) for heading in headings if heading.strip()]
    best: tuple[int, int, Sheet, int] | None = None
    for rank, page in enumerate(document.sheets):
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
    return _read(best[2], best[3], key or (headings[0] if headings else ""))


def _read(sheet: Sheet, header: int, key: str) -> Grid:
    columns: dict[str, int] = {}
    rows: list[dict[int, Cell]] = []
    totals: list[dict[int, Cell]] = []
    for number, cells in sheet.rows():
        if number == header:
            for cell in cells:
                if cell.text.strip():
                    columns.setdefault(named(cell.text), cell.column)
    key_column = columns.get(named(key), min(columns.values(), default=1))
    inside = set(columns.values())
    last = header
    for number, cells in sheet.rows():
        if number <= header:
            continue
        row = {cell.column: cell for cell in cells if cell.text.strip() or cell.formula}
        kept = {column: cell for column, cell in row.items() if column in inside}
        if not kept:
            continue
        if any(named(cell.text).startswith(TOTAL_WORDS) for cell in row.values()):
            totals.append(row)
            continue
        if number > last + 2 or totals:
            continue  # another table, or notes below
        rows.append(row)
        last = number
    return Grid(sheet, header, columns, tuple(rows), tuple(totals), key_column)


def amount(cell: Cell | None) -> Decimal | None:
    """The number a cell shows, None for text or nothing; « 1 250,50 € » typed as text is read too."""
    if cell is None or isinstance(cell.value, bool):
        return None
    if isinstance(cell.value, Decimal):
        return cell.value
    if isinstance(cell.value, str):
        text = plain(cell.value).replace("€", "").replace("eur", "").replace("\u00a0", "").replace(" ", "")
        text = text.replace(",", ".")
        try:
            return Decimal(text)
        except ArithmeticError:
            return None
    return None
