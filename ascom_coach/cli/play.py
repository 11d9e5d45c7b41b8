"""`jouer`: with ready-made replies, in the line mode, or in the app."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from ascom_coach.cli.debrief import debrief, self_assessment
from ascom_coach.cli.live_lines import LiveLines
from ascom_coach.cli.older import ready
from ascom_coach.cli.output import dump_line, lines_of, opened, tell
from ascom_coach.cli.plain import opening, told
from ascom_coach.coach import Coach
from ascom_coach.desk import Desk
from ascom_coach.errors import RefusedInputError, WrongUseError
from ascom_coach.rehearsal import Event, Rehearsal, commands, replayed, to_line


def run(arguments: argparse.Namespace) -> int:
    """Play a scenario, or go on with a session."""
    if arguments.scenario is None and not arguments.reprendre:
        raise WrongUseError("Indiquez un scénario ; « scenario lister » montre ceux qui existent.")
    simple = arguments.simple or arguments.repliques is not None or arguments.json
    if not simple:
        from ascom_coach.cli.main import open_app

        resume = None
        if arguments.reprendre is not None:
            resume = arguments.reprendre or arguments.scenario
        return open_app(
            getattr(arguments, "donnees", None), scenario=arguments.scenario, resume=resume,
            exam=arguments.examen, seed=arguments.graine,
        )  # fmt: skip
    with opened(arguments) as coach:
        lines = lines_of(arguments.repliques) if arguments.repliques is not None else None
        desk, already = _desk(coach, arguments, lines)
        show = _JsonShow(desk) if arguments.json else _TextShow(desk)
        if lines is None and not arguments.json and sys.stdin.isatty() and sys.stdout.isatty():
            desk.rehearsal.live = show.live.show
        show.opened(already)
        todo = _remaining(desk, lines, already) if lines is not None else _typed(desk, show)
        _play(desk, todo, show, typed=lines is None)
        if lines is not None and not desk.state.over:
            show.happened(desk.do(commands.Finish()))
        _close(coach, desk, show, typed=lines is None)
    return 0


def _desk(coach: Coach, arguments: argparse.Namespace, lines: list[str] | None) -> tuple[Desk, list[Event]]:
    """The session, and the events it already had before this run."""
    voice = coach.voice()
    if arguments.reprendre is not None:
        desk = coach.resume(arguments.reprendre or arguments.scenario, voice=voice)
        return desk, list(desk.rehearsal.events)
    replies = None if lines is None else "\n".join(lines)
    desk = coach.open_desk(
        arguments.scenario, seed=arguments.graine, exam=arguments.examen, replies=replies, voice=voice
    )
    return desk, []


def _remaining(desk: Desk, lines: list[str], already: list[Event]) -> Iterator[str]:
    """The replies not played yet: the session's events are played again aside, reply by reply, to find where it was."""
    if not already or not desk.row.virtual:
        yield from lines
        return
    aside = Desk(desk.row, Rehearsal(desk.stage, lambda events: None, router=replayed(already)), desk.folder)
    aside.rehearsal.start(desk.row.person)
    for line in lines:
        if aside.state.n < already[-1].n:
            try:
                command = commands.parse(line)
                if command is not None:
                    aside.do(command)
            except RefusedInputError:
                pass
            continue
        yield line


def _typed(desk: Desk, show: _Show) -> Iterator[str]:
    """Lines typed or piped, until the end of the input. Typed to somebody, an empty one is a silence."""
    while True:
        show.prompt()
        line = sys.stdin.readline()
        if not line:
            return
        silent = not line.strip() and sys.stdin.isatty() and desk.place() == "echanges"
        yield "…" if silent and desk.present() else line


def _play(desk: Desk, lines: Iterable[str], show: _Show, *, typed: bool) -> None:
    for line in lines:
        if line.strip() == "/aide":
            tell(commands.HELP)
            continue
        try:
            command = commands.parse(line)
            if command is None:
                continue
            if typed and isinstance(command, commands.HandInFiles):
                paths = ready([Path(path) for _, path in command.files], agreed=False)
                pairs = zip(command.files, paths, strict=True)
                command = commands.HandInFiles(tuple((name, str(path)) for (name, _), path in pairs))
            show.happened(desk.do(command))
        except RefusedInputError as error:
            tell(str(error))
        finally:
            show.live.settle([])
        if desk.state.over:
            return


def _close(coach: Coach, desk: Desk, show: _Show, *, typed: bool) -> None:
    """After the end: one's own judgement first, then the debrief."""
    if not desk.state.over:
        tell(f"Séance gardée : reprenez-la avec « jouer --reprendre {desk.id} --simple ».")
        return
    if typed and sys.stdin.isatty() and desk.copies():
        show.happened(self_assessment(desk))
    show.closed(coach)


class _Show:
    """How events are shown."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.live = LiveLines(sys.stdout, lambda who: desk.stage.character(who).nom)

    def opened(self, already: list[Event]) -> None:
        """The session begins or goes on."""

    def happened(self, events: list[Event]) -> None:
        """These events are on disk; show them."""

    def prompt(self) -> None:
        """Before a typed line."""

    def closed(self, coach: Coach) -> None:
        """The session is over."""


class _JsonShow(_Show):
    def opened(self, already: list[Event]) -> None:
        self.happened(self.desk.rehearsal.events[len(already) :])

    def happened(self, events: list[Event]) -> None:
        for event in events:
            if event.name != "ended":
                dump_line(to_line(event, self.desk.row.label))
            else:
                self._ended = event

    def closed(self, coach: Coach) -> None:
        review = coach.review_desk(self.desk) if self.desk.copies() else None
        ended = next(event for event in reversed(self.desk.rehearsal.events) if event.name == "ended")
        dump_line({**to_line(ended, self.desk.row.label), **self.desk.summary(review)})


class _TextShow(_Show):
    def opened(self, already: list[Event]) -> None:
        for line in opening(self.desk):
            print(line)
        for line in told(self.desk, self.desk.rehearsal.events):
            print(line)
        sys.stdout.flush()

    def happened(self, events: list[Event]) -> None:
        events = self.live.settle(events)
        for line in told(self.desk, [event for event in events if not _own(event)]):
            print(line)
        sys.stdout.flush()

    def prompt(self) -> None:
        if sys.stdin.isatty():
            print("Vous : ", end="", flush=True)

    def closed(self, coach: Coach) -> None:
        for line in debrief(coach, self.desk):
            print(line)


def _own(event: Event) -> bool:
    """What the trainee just typed need not be repeated on a terminal."""
    return event.name == "said" and getattr(event, "who", "") == "stagiaire" and sys.stdin.isatty()
