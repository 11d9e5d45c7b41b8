"""Colours and fonts that an instruction asks for, and whether a file uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.review.charter import charter_colors, charter_fonts
from ascom_coach.review.checks.charter import SEEN, place_of
from ascom_coach.review.generic.draft import Draft
from ascom_coach.review.text_view import Place

COLOR = re.compile(r"(?<![\w#&])#[0-9A-Fa-f]{6}(?![\w])")
_FONT = re.compile(
    r"(?<!\w)[Pp]olices?(?: de caractères?)?(?: (?:sera|est|doit être))?(?: :)?\s+(?:«\s*)?"
    r"(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+){0,2})"
)


def asked_dress(text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """(`couleur` or `police`, value, span) of each colour code and each named font."""
    for match in COLOR.finditer(text):
        yield "couleur", match.group().upper(), match.span()
    for match in _FONT.finditer(text):
        yield "police", match["name"], match.span("name")


def worn(draft: Draft, sort: str, value: str) -> tuple[bool | None, Place]:
    """Whether the file uses this colour or this font, and where; None when its format does not show them."""
    document = draft.document
    if document.type not in SEEN or (sort == "couleur" and not COLOR.fullmatch(value)):
        return None, (None, "")
    uses = charter_colors(document, [value]) if sort == "couleur" else charter_fonts(document, [value])
    return bool(uses), place_of(document, uses[0].locator) if uses else draft.view.first()
