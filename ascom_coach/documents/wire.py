"""How the reading process answers: one length-prefixed frame each way; only the shapes of `model` come back.

The answer is a pickle read by an unpickler that knows a closed list of plain classes, so that a document which
took hold of the reading process could not make the main process run anything.
"""

from __future__ import annotations

import copyreg
import datetime as dt
import decimal
import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from typing import IO, Any

from ascom_coach.documents import model

_SHAPES: tuple[type[Any], ...] = (
    model.Locator, model.Block, model.Table, model.Cell, model.Chart, model.Sheet, model.Mail, model.Image, model.Link,
    model.DocField, model.Notice, model.Document,
)  # fmt: skip
_ALLOWED: dict[tuple[str, str], Any] = {(shape.__module__, shape.__qualname__): shape for shape in _SHAPES}
_ALLOWED |= {
    ("datetime", "date"): dt.date, ("datetime", "datetime"): dt.datetime, ("datetime", "time"): dt.time,
    ("decimal", "Decimal"): decimal.Decimal,
}  # fmt: skip
MAX_FRAME = 600_000_000


def _reducer(shape: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    names = tuple(field.name for field in fields(shape))
    return lambda value: (shape, tuple([getattr(value, name) for name in names]))


_REDUCERS = copyreg.dispatch_table.copy() | {shape: _reducer(shape) for shape in _SHAPES}


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
    return _ClosedUnpickler(io.BytesIO(data)).load()


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
