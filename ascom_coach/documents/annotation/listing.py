"""Remarks as a plain text list, for files that cannot carry comments."""

from __future__ import annotations

from collections.abc import Sequence

from ascom_coach.documents.model import Annotation
from ascom_coach.documents.places import describe_place


def listing(name: str, remarks: Sequence[Annotation]) -> str:
    """A title, then one paragraph a remark: its place in words, the remark, who wrote it."""
    lines = [f"Remarques sur «\u00a0{name}\u00a0»", ""]
    for remark in remarks:
        place = describe_place(remark.locator)
        lines += [f"{place[:1].upper()}{place[1:]} ({remark.author})", f"    {remark.text}", ""]
    return "\n".join(lines)
