"""Colours and fonts that a document uses, each with the first place where it does."""

from __future__ import annotations

import re

from ascom_coach.documents.colours import NAMED
from ascom_coach.documents.model import Locator, StyleUse, UseKind

MOST = 300


SMALL, LARGE = 8.0, 18.0
"""Points under the first and from the second on, a size of characters is worth telling."""


class Dress:
    """Gathers uses: one entry a kind and a value, at its first place, with the number of times."""

    def __init__(self) -> None:
        self._found: dict[tuple[UseKind, str], tuple[Locator, int]] = {}

    def color(self, kind: UseKind, value: str, place: Locator, times: int = 1) -> None:
        """A colour as RRGGBB or by name; automatic and unknown ones are left out."""
        value = NAMED.get(value.lower(), value).lstrip("#").upper()
        if re.fullmatch(r"[0-9A-F]{6}", value):
            self._add(kind, value, place, times)

    def font(self, name: str, place: Locator, times: int = 1) -> None:
        """A font by its name."""
        if name.strip() and not name.startswith(("theme:", "+")):
            self._add("police", name.strip().strip("'\""), place, times)

    def size(self, points: float, place: Locator, times: int = 1) -> None:
        """A size of characters, when it is too small for most readers, or that of a title."""
        if 0 < points < SMALL or points >= LARGE:
            self._add("taille", f"{points:g}", place, times)

    def uses(self) -> tuple[StyleUse, ...]:
        """All of them, in the order of the document."""
        return tuple(StyleUse(kind, value, *where) for (kind, value), where in self._found.items())

    def _add(self, kind: UseKind, value: str, place: Locator, times: int) -> None:
        known = self._found.get((kind, value))
        if known is not None:
            self._found[kind, value] = (known[0], known[1] + times)
        elif len(self._found) < MOST:
            self._found[kind, value] = (place, times)
