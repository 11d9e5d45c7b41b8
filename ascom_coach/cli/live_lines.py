"""Lines printed as they come, on a terminal where somebody types: nothing printed is ever taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from ascom_coach.rehearsal import TRAINEE, Event, to_record


class LiveLines:
    """What was printed of the turn under way. `name_of` gives the name of a person of the scenario."""

    def __init__(self, out: TextIO, name_of: Callable[[str], str]) -> None:
        self._out = out
        self._name_of = name_of
        self._printed: list[tuple[str, str]] = []

    def show(self, lines: tuple[tuple[str, str], ...]) -> None:
        """Print what is new of the lines said so far; the trainee's own are on the screen already."""
        others = [line for line in lines if line[0] != TRAINEE]
        for place, (who, text) in enumerate(others):
            before = self._printed[place][1] if place < len(self._printed) else None
            if before is None:
                self._end_line()
                self._out.write(f"{self._name_of(who)} : {text}")
                self._printed.append((who, text))
            elif text.startswith(before):
                self._out.write(text[len(before) :])
                self._printed[place] = (who, text)
        self._out.flush()

    def _end_line(self) -> None:
        if self._printed:
            self._out.write("\n")

    def settle(self, events: list[Event]) -> list[Event]:
        """End the line under way; the events of the turn that are still to be told."""
        self._end_line()
        printed, self._printed = self._printed, []
        left = []
        for event in events:
            record = to_record(event)
            said = (str(record.get("who", "")), str(record.get("text", "")))
            if event.name in ("said", "heard") and printed and printed[0] == said:
                printed.pop(0)
            else:
                left.append(event)
        return left
