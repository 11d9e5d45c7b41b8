"""Remarks written beside their place in a copy of the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ascom_coach.documents.files import default_name, read_bytes, write_bytes
from ascom_coach.documents.model import Annotation


def annotate(path: Path, remarks: Sequence[Annotation], out: Path) -> None:
    """Write `remarks` beside their places: Word comments, Excel notes, else a text listing.

    Raises RefusedInputError when the original cannot be read or cannot carry remarks.
    """
    from ascom_coach.documents.annotation_listing import listing

    name = default_name(path)
    read_bytes(path, name)
    write_bytes(out, listing(name, remarks).encode("utf-8"))
