"""Saying what people say: at speaking pace on the screen, and aloud when the voice is on."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future

from textual.content import Content
from textual.timer import Timer

from ascom_coach.rehearsal import commands
from ascom_coach.tui.base import Plain
from ascom_coach.tui.dialogue import Dialogue, Line
from ascom_coach.tui.sitting import Sitting
from ascom_coach.tui.stage_screen import StageScreen

PAUSE = 0.25
"""Seconds between two sentences heard."""
PATIENCE = 20.0
"""Seconds that a sentence may wait for its turn to be heard before the text goes on without it."""


class Delivery(StageScreen):
    """A screen where people are heard. What was not said yet waits its turn in `waiting`."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.waiting: list[Line] = []
        self._speech: Timer | None = None

    @property
    def speaking(self) -> bool:
        """Whether somebody is still saying the instruction."""
        return self._speech is not None

    @property
    def _dialogue(self) -> Dialogue:
        return self.query_one("#dialogue", Dialogue)

    def _may_stay(self, line: Line) -> bool:
        """In exam mode an instruction does not stay on the screen."""
        state = self.desk.state
        return state.exam_transcript or not (line.instruction and state.exam)

    def deliver(self, lines: list[Line]) -> None:
        """Say these lines after those that wait."""
        if any(line.mine for line in lines):
            self.coach_app.aloud.hush()
        self.waiting += lines
        if self.waiting and self._speech is None:
            self.say_one()

    def say_one(self) -> None:
        """The next line; an instruction lasts as long as its words."""
        self._speech = None
        settings = self.sitting.coach.settings
        while self.waiting:
            line = self.waiting.pop(0)
            self.sitting.spoken = max(self.sitting.spoken, line.n)
            stays = self._may_stay(line)
            if stays:
                self._dialogue.add([line])
            else:
                self._transient(Content.assemble((f"{line.who} : ", "bold"), line.text))
            heard = self.coach_app.aloud.say(self.sitting, line)
            opening = heard is not None and bool(self.waiting) and self.waiting[0].instruction
            if (line.instruction or opening) and not (settings.instant_speech and stays):
                seconds = max(1.0, len(line.text.split()) / settings.words_per_minute * 60)
                self._speech = self.set_timer(seconds if heard is None else seconds + PATIENCE, self.say_one)
                if heard is not None:
                    work = self._follow(heard, seconds, self._speech)
                    self.run_worker(work, group="voix", exit_on_error=False)
                break
        else:
            self._transient(Content(""))
        self.refresh_all()

    async def _follow(self, heard: Future[float], estimate: float, timer: Timer) -> None:
        """The next sentence comes when this one has been heard; after its estimated time when it is not."""
        seconds = await asyncio.wrap_future(heard)
        if self._speech is timer:
            timer.stop()
            self._speech = self.set_timer(seconds + PAUSE if seconds else estimate, self.say_one)

    def skip_sentence(self) -> None:
        """On to the next sentence of an instruction; never in an exam."""
        if self._speech is not None and not self.desk.state.exam:
            self._speech.stop()
            self.coach_app.aloud.hush()
            self.say_one()

    def _transient(self, words: Content) -> None:
        """Words that do not stay."""
        oral = self.query_one("#oral", Plain)
        oral.update(words)
        oral.display = bool(words)

    def listening_line(self) -> str:
        """What to do while somebody speaks."""
        heard = self.coach_app.aloud.available()
        words = "Écoutez et notez" if heard else "Sans voix, le texte suit le rythme de la parole : notez"
        return f"{words} (F3)." + ("" if self.desk.state.exam else " Entrée : suite.")

    def action_hear_again(self) -> None:
        """The instruction once more, counted; else the last sentence, aloud."""
        if self.speaking:
            return
        if self.desk.hearings_left():
            self.attempt(self._hear_again())
        else:
            self.coach_app.aloud.repeat()

    async def _hear_again(self) -> None:
        await self.happened(await self.sitting.play(commands.HearAgain()))

    def refresh_all(self) -> None:
        """Show where the session now stands."""
