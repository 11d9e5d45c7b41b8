"""What is shown of a conversation: lines made from events, and the widget that holds them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.containers import VerticalScroll
from textual.content import Content

from ascom_coach.rehearsal import Event, to_record
from ascom_coach.tui.base import Plain
from ascom_coach.tui.sitting import Sitting

WINDOW = 120
"""Lines kept on screen; the rest stays in the journal and in the report."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: who speaks (empty for the program), the words, whether it is an oral instruction.

    `speaker` is the id of the person in the scenario, empty for the trainee and for the program.
    """

    n: int
    who: str
    text: str
    instruction: bool = False
    mine: bool = False
    speaker: str = ""


def lines_of(sitting: Sitting, events: Iterable[Event]) -> list[Line]:
    """The lines that tell these events; what must wait for the debrief is left out."""
    found = []
    for event in events:
        line = _line(sitting, event)
        if line is not None:
            found.append(line)
    return found


def _line(sitting: Sitting, event: Event) -> Line | None:
    record = to_record(event)
    match event.name:
        case "said" | "heard":
            name = sitting.name_of(record["who"])
            mine = name == "Vous"
            speaker = "" if mine else record["who"]
            return Line(event.n, name, record["text"], event.name == "heard", mine, speaker)
        case "step_entered":
            step = sitting.desk.stage.step(record["step"])
            titles = {"consigne_orale": "La consigne", "dialogue": "L’échange", "production": "La rédaction"}
            return Line(event.n, "", f"— {step.titre or titles[step.type]}")
        case "conversation_ended":
            return Line(event.n, "", f"La conversation est terminée : {record['reason']}. F6 pour la suite.")
        case "hint":
            return Line(event.n, "", f"Indice (compté comme une aide) : {record['text']}")
        case "topics":
            return Line(event.n, "", "Liste des sujets ouverte (comptée comme une aide).")
        case "handed_in":
            return Line(event.n, "", f"Remis : {record['production']}, version {record['version']}.")
    return None


class Dialogue(VerticalScroll, can_focus=True):
    """The conversation; new lines stay in view unless the reader went up."""

    def on_mount(self) -> None:
        """Follow the end."""
        self._passing: list[Plain] = []
        self.anchor()

    def under_way(self, lines: Iterable[Line]) -> None:
        """Show what a turn has said so far, in place of what was shown of it before; it is not on disk yet."""
        for place, line in enumerate(lines):
            if place < len(self._passing):
                self._passing[place].update(_content(line))
            else:
                self._passing.append(_widget(line))
                self.mount(self._passing[-1])

    def settle(self) -> None:
        """The turn is over, or failed: what was under way goes, its events take its place."""
        self.remove_children(self._passing)
        self._passing = []

    def add(self, lines: Iterable[Line]) -> None:
        """Show lines, the oldest ones beyond the window go."""
        widgets = [_widget(line) for line in lines]
        if not widgets:
            return
        self.mount_all(widgets)
        excess = len(self.children) - WINDOW
        if excess > 0:
            self.remove_children(list(self.children)[:excess])


def _widget(line: Line) -> Plain:
    if not line.who:
        return Plain(line.text, classes="recit")
    return Plain(_content(line), classes="replique mienne" if line.mine else "replique")


def _content(line: Line) -> Content:
    return Content.assemble((f"{line.who} : ", "bold"), line.text)
