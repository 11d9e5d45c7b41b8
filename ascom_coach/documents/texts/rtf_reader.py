"""RTF through striprtf: the text, line by line. Styles and tables are not kept; places are `l1`, `l2`…"""

from __future__ import annotations

from dataclasses import replace

from ascom_coach.documents.model import Document
from ascom_coach.documents.refusals import refusal
from ascom_coach.documents.texts.text_reader import MAX_CHARACTERS, read_text

_MAX_DEPTH = 2_000
"""Groups opened inside one another, beyond what any word processor writes."""


def read_rtf(data: bytes, path: str, sha256: str) -> Document:
    """The text of an RTF. Raises RefusedInputError for a damaged or oversized file."""
    source = data.decode("cp1252", "replace")
    if len(source) > MAX_CHARACTERS:
        raise refusal("too_long", path)
    depth = deepest = 0
    for sign in source:
        depth += (sign == "{") - (sign == "}")
        deepest = max(deepest, depth)
    if deepest > _MAX_DEPTH:
        raise refusal("too_deep", path)
    try:
        from striprtf.striprtf import rtf_to_text

        text = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, KeyError, IndexError, LookupError, RecursionError) as error:
        raise refusal("damaged", path) from error
    except ImportError as error:
        raise refusal("rtf", path) from error
    if not text.strip():
        raise refusal("empty", path)
    return replace(read_text(text, path, sha256, encoding="cp1252"), type="rtf")
