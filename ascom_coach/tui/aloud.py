"""The voice of the app, when it is asked for and can be heard here."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from ascom_coach.tui.messages import Told

if TYPE_CHECKING:
    from ascom_coach.speech import Speaker
    from ascom_coach.tui.app import CoachApp
    from ascom_coach.tui.dialogue import Line
    from ascom_coach.tui.sitting import Sitting


class Aloud:
    """The voice of the app: off unless it was asked for, and never in a browser (it would be heard elsewhere)."""

    def __init__(self, app: CoachApp) -> None:
        self._app = app
        self._speaker: Speaker | None = None
        self._repeats = False
        self._ready: bool | None = None

    def available(self) -> bool:
        """Whether sentences are said aloud here, now."""
        coach = self._app.coach
        if coach is None or not coach.settings.voice or self._app.is_web:
            return False
        if self._ready is None:
            from ascom_coach.speech import missing

            self._ready = not missing()
        return self._ready

    def say(self, sitting: Sitting, line: Line) -> Future[float] | None:
        """Say a line of somebody of the scenario; None when nothing is said aloud."""
        if not line.speaker or line.mine or not self.available():
            return None
        from ascom_coach.speech import Speaker, timbre_of

        if self._speaker is None:
            self._speaker = Speaker(self._broken)
        person = sitting.desk.stage.character(line.speaker)
        written = person.voix
        timbre = timbre_of(
            line.speaker, person.nom, role=person.role, manners=person.manieres,
            pace=sitting.coach.settings.words_per_minute,
            gender=written.genre, speed=written.vitesse, pitch=written.hauteur,
        )  # fmt: skip
        self._repeats = not line.instruction
        return self._speaker.say(line.text, timbre)

    def _broken(self, reason: str) -> None:
        """The voice gave up (told from its thread): from here on the text alone."""
        self._ready = False
        self._app.post_message(Told(reason))

    def can_repeat(self) -> bool:
        """Whether the last sentence may be heard again: an instruction has its own count of hearings."""
        return self._repeats and self._speaker is not None and self.available()

    def repeat(self) -> None:
        """The last sentence once more."""
        if self._speaker is not None:
            self._speaker.again()

    def hush(self) -> None:
        """Stop at once."""
        if self._speaker is not None:
            self._speaker.stop()

    def close(self) -> None:
        """Release the thread, without waiting for it."""
        if self._speaker is not None:
            self._speaker.close()
            self._speaker = None
