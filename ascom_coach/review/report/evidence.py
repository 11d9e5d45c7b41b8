"""The place of a remark and the words there, each passage quoted in full once in a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ascom_coach.documents import Locator
from ascom_coach.review.report.words import NBSP, french, place, quoted
from ascom_coach.review.said_once import Spot

FULL = 200
"""Characters of a passage the first time."""
AGAIN = 40
"""Characters of a passage that was quoted above."""
SPOTS = 12
"""Places shown for one remark."""


class Evidence:
    """Places in words. With one file only, its name stands at the top of the report and nowhere else."""

    def __init__(self, files: Iterable[Mapping[str, Any]]) -> None:
        paths = {str(one.get("path", "")) for one in files}
        self._only = next(iter(paths)) if len(paths) == 1 else None
        self._quoted: set[tuple[str, str]] = set()

    def place(self, locator: Locator | None, file: str | None = None) -> str:
        """« paragraphe 9 », with its file when there are several and it is not the one just named (`file`)."""
        if locator is not None and locator.file in (self._only, file) and locator.ref:
            return place(Locator("", locator.kind, locator.ref))
        return place(locator)

    def file_of(self, spots: Iterable[Spot]) -> str:
        """The file of a remark when there are several, to be named once above the remarks on it."""
        files = {
            spot.locator.file for spot in spots if spot.locator and spot.locator.file and spot.locator.ref
        }
        only = files.pop() if len(files) == 1 else ""
        return "" if only in (self._only, "seance") else only

    def lines(self, spots: Iterable[Spot], file: str | None = None) -> tuple[str, ...]:
        """A line a place; none for what concerns the whole copy and quotes nothing."""
        told = [line for spot in spots if (line := self._line(spot, file))]
        more = len(told) - SPOTS
        return (*told[:SPOTS], f"et {more} autres endroits.") if more > 0 else tuple(told)

    def _line(self, spot: Spot, file: str | None) -> str:
        if not spot.quote and (spot.locator is None or not spot.locator.ref):
            return french(spot.hint)
        key = (self.place(spot.locator), spot.quote)
        words = quoted(spot.quote, AGAIN if key in self._quoted else FULL)
        self._quoted.add(key)
        where = self.place(spot.locator, file)
        if spot.locator and spot.locator.file in (self._only, file):
            where = where[:1].upper() + where[1:]
        line = f"{where}{NBSP}: {words}" if words else where
        return f"{line}. {french(spot.hint)}" if spot.hint else line
