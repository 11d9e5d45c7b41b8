"""How the reading process answers: one length-prefixed frame each way; only the shapes of `model` come back.

The answer is a pickle read by an unpickler that knows a closed list of plain classes, so that a document
which
took hold of the reading process could not make the main process run anything.
"""

from __future__ import annotations

import copyreg
import datetime as dt
import decimal
import gc
import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from typing import IO, Any

from ascom_coach.documents import model
from ascom_coach.documents.cell_refs import column_letters

_SHAPES: tuple[type[Any], ...] = (
    model.Locator,
    model.Block,
    model.Table,
    model.Cell,
    model.Chart,
    model.Sheet,
    model.Mail,
    model.Image,
    model.StyleUse,
    model.Link,
    model.DocField,
    model.Notice,
    model.Document,
)
_ALLOWED: dict[tuple[str, str], Any] = {(shape.__module__, shape.__qualname__): shape for shape in _SHAPES}
_ALLOWED |= {
    ("datetime", "date"): dt.date,
    ("datetime", "datetime"): dt.datetime,
    ("datetime", "time"): dt.time,
    ("decimal", "Decimal"): decimal.Decimal,
}
MAX_FRAME = 600_000_000


def _reducer(shape: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    names = tuple(field.name for field in fields(shape))
    return lambda value: (shape, tuple([getattr(value, name) for name in names]))


def _pack_sheet(sheet: model.Sheet) -> tuple[Callable[..., model.Sheet], tuple[Any, ...]]:
    """Cells as a few long lists: their places are known from the sheet's name, the rest is mostly empty."""
    rest = tuple(getattr(sheet, field.name) for field in fields(model.Sheet)[2:])
    cells = list(sheet.cells.values())
    file = cells[0].locator.file if cells else ""
    columns = (
        [cell.row for cell in cells],
        [cell.column for cell in cells],
        [cell.value for cell in cells],
        [cell.formula for cell in cells],
        [cell.number_format for cell in cells],
        [cell.hidden for cell in cells],
    )
    sparse = {at: (cell.error, cell.note) for at, cell in enumerate(cells) if cell.error or cell.note}
    return unpack_sheet, (file, sheet.name, columns, sparse, rest)


def unpack_sheet(
    file: str, name: str, columns: tuple[list[Any], ...], sparse: dict[int, tuple[str | None, str]], rest: Any
) -> model.Sheet:
    """The sheet that `_pack_sheet` took apart."""
    cells: dict[tuple[int, int], model.Cell] = {}
    letters: dict[int, str] = {}
    cell, locator, nothing = model.Cell, model.Locator, (None, "")
    for at, (row, column, value, formula, code, hidden) in enumerate(zip(*columns, strict=True)):
        letter = letters.get(column) or letters.setdefault(column, column_letters(column))
        error, note = sparse.get(at, nothing) if sparse else nothing
        place = locator(file, "cell", f"{name}!{letter}{row}")
        cells[row, column] = cell(place, row, column, value, formula, code, error, hidden, note)
    return model.Sheet(name, cells, *rest)


_ALLOWED[unpack_sheet.__module__, unpack_sheet.__qualname__] = unpack_sheet
_REDUCERS: dict[type[Any], Callable[[Any], Any]] = copyreg.dispatch_table.copy() | {
    shape: _reducer(shape) for shape in _SHAPES
}
_REDUCERS[model.Sheet] = _pack_sheet


def dump(value: object) -> bytes:
    """Bytes of an answer made of plain values and shapes of `model`."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(value)
    return buffer.getvalue()


class _ClosedUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        try:
            return _ALLOWED[module, name]
        except KeyError as error:
            raise pickle.UnpicklingError(f"{module}.{name}") from error


def load(data: bytes) -> Any:
    """The answer in `data`. Raises UnpicklingError for anything but the closed list."""
    collecting = gc.isenabled()
    gc.disable()  # a workbook is a hundred thousand small objects and no cycle
    try:
        return _ClosedUnpickler(io.BytesIO(data)).load()
    finally:
        if collecting:
            gc.enable()


def send(stream: IO[bytes], data: bytes) -> None:
    """Write one frame."""
    stream.write(len(data).to_bytes(8, "big") + data)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one frame, or None when the other side has gone."""
    head = stream.read(8)
    if len(head) < 8:
        return None
    size = int.from_bytes(head, "big")
    if size > MAX_FRAME:
        return None
    data = stream.read(size)
    return data if len(data) == size else None
