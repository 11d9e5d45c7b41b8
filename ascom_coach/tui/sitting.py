"""A session being played, as the screens share it: the desk, one command at a time, the clock, the steps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from ascom_coach.rehearsal import commands

if TYPE_CHECKING:
    from ascom_coach.coach import Coach
    from ascom_coach.desk import Desk
    from ascom_coach.rehearsal import Event
    from ascom_coach.review import Review

STEPS = (
    ("consigne", "Consigne"),
    ("echanges", "Échanges"),
    ("redaction", "Rédaction"),
    ("auto", "Auto-évaluation"),
    ("bilan", "Bilan"),
)
_KINDS = {"consigne_orale": "consigne", "dialogue": "echanges"}


class Sitting:
    """The desk and what the screens need to remember between them.

    `spoken` is the number of the last event whose words were delivered: an oral instruction is said once, at its pace.
    """

    def __init__(self, coach: Coach, desk: Desk, *, fresh: bool, clock: Callable[[], float]) -> None:
        self.coach = coach
        self.desk = desk
        self.spoken = 0 if fresh else desk.state.n
        self.review: Review | None = None
        self.watched: str = ""
        self.noticed: list[str] = []
        self.calls: list[str] = []
        self._clock = clock
        self._lock = asyncio.Lock()
        self._seen = (desk.state.n, clock())

    async def play(self, command: commands.Command) -> list[Event]:
        """Play a command beside the screen; on disk when this returns. Raises CoachError."""
        async with self._lock:
            return await asyncio.to_thread(self.desk.do, command)

    async def hand_in_text(self, production: str, text: str) -> list[Event]:
        """Hand in what was written here. Raises CoachError."""
        async with self._lock:
            return await asyncio.to_thread(self.desk.hand_in_text, production, text)

    async def reviewed(self) -> Review:
        """The review of what was handed in. Raises CoachError."""
        async with self._lock:
            self.review = await asyncio.to_thread(self.coach.review_desk, self.desk)
        return self.review

    def minute(self) -> float:
        """Minutes since the session began, running between events."""
        state = self.desk.state
        if self._seen[0] != state.n:
            self._seen = (state.n, self._clock())
        return state.minute + (self._clock() - self._seen[1]) / 60

    def clock_line(self) -> str:
        """« 3 min sur 10 » in the present step."""
        state = self.desk.state
        if state.over or not state.step:
            return "Séance terminée" if state.over else ""
        step = self.desk.stage.step(state.step)
        spent = max(0, int(self.minute() - state.step_minute))
        if state.exam and step.minutes:
            left = step.minutes - spent
            return f"Examen · reste {left} min" if left > 0 else "Examen · temps dépassé"
        exam = "Examen · " if state.exam else ""
        return f"{exam}{spent} min sur {step.minutes}" if step.minutes else f"{exam}{spent} min"

    def kinds(self) -> list[str]:
        """The moments that this scenario has, in order."""
        present = {_KINDS.get(step.type, "redaction") for step in self.desk.stage.steps}
        if self.desk.scenario.to_hand_in:
            present.add("redaction")
        return [name for name, _ in STEPS if name in present or name in ("auto", "bilan")]

    def steps_line(self, here: str) -> str:
        """« ✓ 1 Consigne · [2 Échanges] · 3 Rédaction… »: brackets for the present one, a tick for those done."""
        shown = []
        labels = dict(STEPS)
        kinds = self.kinds()
        place = kinds.index(here) if here in kinds else -1
        for number, name in enumerate(kinds, 1):
            text = f"{number} {labels[name]}"
            shown.append(f"[{text}]" if name == here else f"✓{text}" if number - 1 < place else text)
        return " · ".join(shown)

    def name_of(self, who: str) -> str:
        """« Vous », or the name of a person of the scenario."""
        from ascom_coach.rehearsal import TRAINEE

        return "Vous" if who == TRAINEE else self.desk.stage.character(who).nom
