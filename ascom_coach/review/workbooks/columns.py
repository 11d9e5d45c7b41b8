"""What the formulas of a column have in common, which ones break away, and what a total leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ascom_coach.documents import Cell
from ascom_coach.formulas import (
    Call,
    Constant,
    Fault,
    Node,
    NotComputedError,
    Operation,
    Reference,
    Value,
    as_written_at,
    moved,
    walk,
)
from ascom_coach.review.workbooks.cells import amount
from ascom_coach.review.workbooks.grid import Grid, named
from ascom_coach.review.workbooks.results import Book, tree_of

_NEAR = Decimal("0.005")
# Numbers that a formula may hold: rounding, halves, days, hours, minutes, months, percentages.
_USUAL = frozenset(map(Decimal, (-1, 0, 1, 2, 3, 7, 10, 12, 24, 30, 52, 60, 100, 360, 365, 1000, 1440)))
MIN_CHAIN = 3


def common(cells: Sequence[Cell]) -> Node | None:
    """The formula that most of the cells share, seen from each of them; None when no formula stands out."""
    trees = [tree for cell in cells if (tree := _seen(cell)) is not None]
    if not trees:
        return None
    tree, count = Counter(trees).most_common(1)[0]
    return tree if count >= 2 and 2 * count > len(trees) else None


def _seen(cell: Cell) -> Node | None:
    tree = tree_of(cell)
    return as_written_at(tree, cell.row, cell.column) if tree is not None else None


def strays(cells: Sequence[Cell], grid: Grid, book: Book) -> Iterator[tuple[Cell, Node]]:
    """Cells whose formula is not that of their column and gives another result, with the column's formula there."""
    shared = common(cells)
    if shared is None:
        return
    for cell in cells:
        if cell.formula and _seen(cell) not in (shared, None):
            tree = moved(shared, cell.row, cell.column)
            if differs(_now(book, grid, cell, tree), _now(book, grid, cell, None)):
                yield cell, tree


def _now(book: Book, grid: Grid, cell: Cell, tree: Node | None) -> Value:
    """What a formula gives at that cell; a fault for what is not computed."""
    try:
        return book.value_at(grid.sheet.name, cell, tree)
    except NotComputedError:
        return Fault("?")


def differs(one: Value, two: Value) -> bool:
    """Whether two results are really different; what is not computed never is."""
    if Fault("?") in (one, two):
        return False
    if isinstance(one, Decimal) and isinstance(two, Decimal):
        return abs(one - two) > _NEAR
    return one != two


def slides(cells: Sequence[Cell], grid: Grid, book: Book) -> Iterator[Cell]:
    """Cells whose formula lost its way because a reference that should stay (`$`) moves down with the rows."""
    shared, first = common(cells), next((cell for cell in cells if cell.formula), None)
    if shared is None or first is None or _seen(first) != shared:
        return
    start = tree_of(first)
    for reference in (node for node in walk(start) if isinstance(node, Reference)) if start else ():
        if reference.fixed[0]:
            continue
        if reference.top != reference.bottom and not reference.fixed[2]:
            yield from _sliding_area(reference, start, cells, grid, book)
        elif reference.top == reference.bottom and _outside(reference, grid):
            yield from _lost_cell(reference, first, cells, grid, book)


def _outside(reference: Reference, grid: Grid) -> bool:
    """Whether a cell is no part of the table: another sheet, another column, a row above."""
    if reference.sheet and named(reference.sheet) != named(grid.sheet.name):
        return False  # the same row of another sheet is a usual link
    return reference.left not in _filled(grid) or reference.top < grid.header


def _filled(grid: Grid) -> set[int]:
    """The columns that hold data: what stands beside the headings is no column."""
    columns = grid.columns.values()
    return {number for number in columns if 2 * sum(number in row for row in grid.rows) >= len(grid.rows)}


def _lost_cell(
    reference: Reference, first: Cell, cells: Sequence[Cell], grid: Grid, book: Book
) -> Iterator[Cell]:
    """A parameter found by the first row alone: further down, the reference falls on nothing or on words."""
    sheet = reference.sheet or grid.sheet.name
    if not isinstance(_cell(book, sheet, reference.top, reference.left), Decimal):
        return
    for cell in cells:
        if cell.formula and cell is not first:
            there = _cell(book, sheet, reference.top + cell.row - first.row, reference.left)
            if there is None or isinstance(there, str):
                yield cell


def _cell(book: Book, sheet: str, row: int, column: int) -> Value:
    try:
        return book.cell(sheet, row, column)
    except NotComputedError:
        return Fault("?")


def _sliding_area(
    reference: Reference, start: Node | None, cells: Sequence[Cell], grid: Grid, book: Book
) -> Iterator[Cell]:
    """An area of several rows that moves: with the area of the first row held, the result is another."""
    if start is None or reference.top == reference.bottom or not _whole(reference, grid):
        return
    first = next(cell for cell in cells if cell.formula)
    for cell in cells:
        if cell.formula and cell is not first:
            held = moved(_held(start, reference), cell.row - first.row, 0)
            if differs(_now(book, grid, cell, held), _now(book, grid, cell, None)):
                yield cell


def _whole(reference: Reference, grid: Grid) -> bool:
    """Whether an area is meant as a whole list: the table's own rows, or an area elsewhere."""
    own = not reference.sheet or named(reference.sheet) == named(grid.sheet.name)
    if not own or not set(range(reference.left, reference.right + 1)) & _filled(grid):
        return True
    numbers = [next(iter(row.values())).row for row in grid.rows]
    return bool(numbers) and reference.top <= min(numbers) and reference.bottom >= max(numbers)


def _held(node: Node, reference: Reference) -> Node:
    """The tree with `$` on the rows of one reference."""
    if node == reference:
        left, right = reference.fixed[1], reference.fixed[3]
        return Reference(
            reference.sheet, reference.top, reference.left, reference.bottom, reference.right,
            (True, left, True, right),
        )  # fmt: skip
    if isinstance(node, Operation):
        right_side = _held(node.right, reference) if node.right is not None else None
        return Operation(node.operator, _held(node.left, reference), right_side)
    if isinstance(node, Call):
        return Call(node.function, tuple(_held(item, reference) for item in node.arguments))
    return node


def hard_numbers(cells: Sequence[Cell], grid: Grid) -> Iterator[tuple[Cell, Decimal, Cell]]:
    """Formulas that hold a number written in their own row or beside the table: (cell, number, where it is)."""
    beside = _parameters(grid)
    rows = {next(iter(row.values())).row: row for row in grid.rows}
    for cell in cells:
        tree = tree_of(cell)
        nodes = walk(tree) if tree is not None else []
        used = {(node.top, node.left) for node in nodes if isinstance(node, Reference)}
        for node in nodes:
            value = node.value if isinstance(node, Constant) else None
            if not isinstance(value, Decimal) or value in _USUAL:
                continue
            places = [*rows.get(cell.row, {}).values(), *beside]
            there = next(
                (
                    one
                    for one in places
                    if one is not cell and amount(one) == value and not one.formula
                    and (one.row, one.column) not in used
                ),
                None,
            )  # fmt: skip
            if there is not None:
                yield cell, value, there


def _parameters(grid: Grid) -> list[Cell]:
    """Numbers with a label at their left, beside or above the table."""
    inside = _filled(grid)
    cells = grid.sheet.cells
    found = []
    for (row, column), cell in cells.items():
        if row >= grid.header and column in inside:
            continue
        label = cells.get((row, column - 1))
        if isinstance(cell.value, Decimal) and label is not None and isinstance(label.value, str):
            found.append(cell)
    return found


def chained(cell: Cell) -> bool:
    """Whether a total is typed cell by cell: `=D2+D3+D4`."""
    tree, count = tree_of(cell), 0
    while isinstance(tree, Operation) and tree.operator == "+" and tree.right is not None:
        if not _in_column(tree.right, cell):
            return False
        count, tree = count + 1, tree.left
    return tree is not None and _in_column(tree, cell) and count + 1 >= MIN_CHAIN


def _in_column(node: Node, cell: Cell) -> bool:
    return (
        isinstance(node, Reference)
        and (node.top, node.left) == (node.bottom, node.right)
        and node.left == cell.column
        and not node.sheet
    )


def left_out(cell: Cell, grid: Grid) -> Cell | None:
    """The first number of the table that a sum over its column leaves out; None when none or for subtotals."""
    tree = tree_of(cell)
    if not isinstance(tree, Call) or tree.function not in ("SUM", "SUBTOTAL"):
        return None
    areas = [node for node in walk(tree) if isinstance(node, Reference)]
    if not areas or any(node.sheet or node.left != node.right or node.left != cell.column for node in areas):
        return None

    def taken(row: int) -> bool:
        return any(node.top <= row <= (node.bottom or row) for node in areas)

    if any(taken(next(iter(row.values())).row) for row in grid.totals if cell not in row.values()):
        return None
    mine = [
        row[cell.column] for row in grid.rows if cell.column in row and amount(row[cell.column]) is not None
    ]
    if not any(taken(one.row) for one in mine):
        return None
    return next((one for one in mine if not taken(one.row)), None)
