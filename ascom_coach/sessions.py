"""Where a session begins: a new one, one that goes on, and « et si ? », a branch of one.

Each gives a `Desk`, whose events are in the journal before a door shows them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ascom_coach.clock import now
from ascom_coach.desk import Desk, copy_work, lay_out
from ascom_coach.errors import RefusedInputError
from ascom_coach.journal import Journal, SessionRow

if TYPE_CHECKING:
    from ascom_coach.rehearsal import Voice
    from ascom_coach.scenarios import Script
    from ascom_coach.settings import Settings


@dataclass(frozen=True, slots=True)
class Sessions:
    """The sessions of one data folder. `find` gives a scenario by slug or folder, and seed."""

    data: Path
    journal: Journal
    settings: Settings
    find: Callable[[str, int], Script]

    def start(
        self,
        script: Script,
        *,
        exam: bool = False,
        person: str = "",
        replies: str | None = None,
        voice: Voice | None = None,
    ) -> Desk:
        """A new session. With `replies` (their text) time is virtual and the label depends on nothing else."""
        unique = _name(script.id)
        label = unique
        if replies is not None:
            played = f"{script.seed}:{exam}:{replies}"
            label = f"{script.id}-{hashlib.sha256(played.encode()).hexdigest()[:8]}"
        _hand_out(script, self._folder(unique))
        row = SessionRow(
            id=unique,
            label=label,
            person=person or self.journal.person(),
            scenario=script.id,
            place=str(script.folder),
            seed=script.seed,
            exam=exam,
            virtual=replies is not None,
            opened=now(),
            updated=now(),
            ended="",
        )
        self.journal.open_session(row)
        return self._desk(row, script, voice)

    def resume(self, name: str, voice: Voice | None = None) -> Desk:
        """Go on with a session, by its id, or the last unfinished one of a scenario. Raises RefusedInputError."""
        row = self.journal.unfinished(name) or self.journal.session(name)
        place = row.place if Path(row.place).exists() else row.scenario
        return self._desk(row, self.find(place, row.seed), voice)

    def branch(self, desk: Desk, before: int, voice: Voice | None = None) -> Desk:
        """A new training session with the events before `before`. Raises RefusedInputError during an exam."""
        if desk.state.exam and not desk.state.over:
            raise RefusedInputError("En examen, on ne rejoue pas un tour : terminez d’abord la séance.")
        unique = _name(desk.scenario.id)
        row = replace(
            desk.row,
            id=unique,
            label=unique,
            exam=False,
            virtual=False,
            opened=now(),
            updated=now(),
            ended="",
        )
        kept = [event for event in desk.rehearsal.events if event.n < before]
        copy_work(desk.folder, self._folder(unique))
        self.journal.open_session(row)
        self.journal.append(unique, kept, now())
        return self._desk(row, desk.stage.script, voice)

    def _folder(self, session: str) -> Path:
        return self.data / "seances" / session

    def _desk(self, row: SessionRow, script: Script, voice: Voice | None) -> Desk:
        from ascom_coach.rehearsal import Rehearsal, Stage

        events = self.journal.events(row.id)
        started = time.monotonic()
        before = events[-1].minute if events else 0.0
        clock = None if row.virtual else (lambda: before + (time.monotonic() - started) / 60)
        rehearsal = Rehearsal(
            Stage(script, row.exam, self.settings.exam_hearings, self.settings.exam_transcript),
            lambda fresh: self.journal.append(row.id, fresh, now()),
            events=events,
            clock=clock,
            voice=voice,
            router=getattr(voice, "route", None),
        )
        desk = Desk(row, rehearsal, self._folder(row.id))
        rehearsal.start(row.person)
        return desk


def _name(scenario: str) -> str:
    stamp = dt.datetime.now().strftime("%Y%m%d-%H%M")
    return f"{scenario}-{stamp}-{secrets.token_hex(2)}"


def _hand_out(script: Script, folder: Path) -> None:
    """The documents of the scenario; those of a variant are built for its seed."""
    if script.seed:
        from ascom_coach.scenarios import build_documents

        build_documents(script, folder)
    else:
        lay_out(script.folder, folder / "documents")
