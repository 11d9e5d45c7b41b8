"""What the screens of a session share: steps, clock, the way to the next moment, unforeseen calls."""

from __future__ import annotations

from typing import ClassVar

from ascom_coach.rehearsal import Event, commands
from ascom_coach.tui.base import CoachScreen, Plain
from ascom_coach.tui.desktop import open_with_system
from ascom_coach.tui.dialogs import Confirm
from ascom_coach.tui.sitting import Sitting

TICK_SECONDS = 5.0


class StageScreen(CoachScreen):
    """A screen of a session."""

    MOMENT: ClassVar[str] = ""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting
        self.desk = sitting.desk

    @property
    def moment(self) -> str:
        """The step to mark in the line of steps."""
        return self.MOMENT

    def heading(self) -> str:
        """The scenario's title and firm."""
        return f"{self.desk.scenario.titre} · {self.desk.scenario.entreprise.nom}"

    def steps(self) -> str:
        """The calm line of steps."""
        return self.sitting.steps_line(self.moment)

    def on_mount(self) -> None:
        """The clock runs, and what is due happens."""
        self._show_clock()
        self.set_interval(1.0, self._show_clock)
        self.set_interval(TICK_SECONDS, self.tick)

    def tick(self) -> None:
        """Let time bring what is due."""
        if not self.desk.state.over and self.app.screen is self:
            self.attempt(self._tick(), group="temps")

    async def _tick(self) -> None:
        events = await self.sitting.play(commands.Tick())
        if events:
            await self.happened(events)

    async def happened(self, events: list[Event]) -> None:
        """Something happened by itself."""

    def _show_clock(self) -> None:
        self.query_one("#horloge", Plain).update(self.sitting.clock_line())

    def show_steps(self) -> None:
        """Write the line of steps again."""
        self.query_one("#etapes", Plain).update(self.steps())

    # Ways to elsewhere

    def action_brief(self) -> None:
        """The dossier."""
        self.travel(self._brief())

    async def _brief(self) -> None:
        from ascom_coach.tui.brief import Brief

        await self.coach_app.visit(Brief(self.sitting))

    def action_library(self) -> None:
        """The référentiel."""
        self.travel(self._library())

    async def _library(self) -> None:
        from ascom_coach.tui.library import Library

        await self.coach_app.visit(Library(self.desk.scenario.bloc, self.library_question()))

    def library_question(self) -> str:
        """What the référentiel is asked at once; empty to go through it."""
        return ""

    def action_write(self) -> None:
        """Where one writes and hands in."""
        self.travel(self.coach_app.go("redaction"))

    def action_talk(self) -> None:
        """The conversation."""
        self.travel(self.coach_app.go("echanges"))

    def action_open_folder(self) -> None:
        """The documents, in the system's program."""
        open_with_system(self.desk.documents)
        self.coach_app.tell(f"Le dossier s’ouvre à part : {self.desk.documents}")

    def ask_then(self, question: str, yes: str, work: str) -> None:
        """Ask, then go to a moment."""
        self.app.push_screen(
            Confirm(question, yes, "Rester ici"),
            lambda sure: self.travel(self.coach_app.go(work)) if sure else None,
        )

    async def next_step(self) -> None:
        """Go to the next step of the scenario, and to the screen that shows it."""
        await self.sitting.play(commands.NextStep())
        await self.coach_app.go(self.desk.place())
