"""Remarks written beside their place in a copy of the file; the original is never opened for writing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ascom_coach.documents.files import default_name, read_bytes, write_bytes
from ascom_coach.documents.model import Annotation


def annotate(path: Path, remarks: Sequence[Annotation], out: Path) -> Path:
    """Write a copy of `path` with `remarks`, and return the file written.

    Word documents, presentations and LibreOffice files get comments, Excel workbooks get notes, and `out` is that
    copy. Other files cannot carry remarks: a text listing is written, at `out` when it ends in `.txt`, else beside it
    (`lettre.eml.remarques.txt`).
    Raises RefusedInputError when the original cannot be read, SurroundingsError when `out` cannot be written.
    """
    from ascom_coach.documents.annotation.listing import listing

    name = default_name(path)
    data = read_bytes(path, name)
    copy = annotated_bytes(data, name, remarks)
    if copy is not None:
        write_bytes(out, copy)
        return out
    beside = out if out.suffix.lower() == ".txt" else out.with_name(out.name + ".remarques.txt")
    write_bytes(beside, listing(name, remarks).encode("utf-8"))
    return beside


def annotated_bytes(data: bytes, name: str, remarks: Sequence[Annotation]) -> bytes | None:
    """The annotated copy of a Word, Excel, PowerPoint or LibreOffice file, or None for a type without remarks."""
    from ascom_coach.documents.guard.package import Package
    from ascom_coach.documents.guard.sniffing import binary_kind

    if binary_kind(data) != "zip":
        return None
    kind = Package(data, name).kind()
    if kind in ("docx", "docm", "dotx", "dotm"):
        from ascom_coach.documents.annotation.docx_comments import add_comments

        return add_comments(data, name, remarks)
    if kind in ("xlsx", "xlsm", "xltx", "xltm"):
        from ascom_coach.documents.annotation.xlsx_notes import add_notes

        return add_notes(data, name, remarks)
    if kind in ("pptx", "pptm", "potx", "ppsx"):
        from ascom_coach.documents.annotation.pptx_comments import add_slide_comments

        return add_slide_comments(data, name, remarks)
    if kind in ("odt", "ods", "odp"):
        from ascom_coach.documents.annotation.odf_annotations import add_annotations

        return add_annotations(data, name, kind, remarks)
    return None
