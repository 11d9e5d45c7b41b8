"""A review to read: the list on the left, what is chosen on the right. Used by the bilan and by drafts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from ascom_coach.review import STEPS, is_judged, left_to_a_reader, not_judged, question_of, without_object
from ascom_coach.tui import debrief_text as text
from ascom_coach.tui.base import Plain, listed
from ascom_coach.tui.french_text import french_overview, lesson_text, taught
from ascom_coach.tui.words import LEVELS, STATUS, STATUS_MARKS

if TYPE_CHECKING:
    from ascom_coach.desk import Desk
    from ascom_coach.rehearsal import Exchange
    from ascom_coach.review import CriterionResult, Finding, Lesson, Review

ORDER = ("defaut", "a_verifier", "non_evaluable", "conforme", "sans_objet")
_MODEL = "Le corrigé est une réponse possible parmi d’autres. Entrée l’ouvre ; comparez avec la vôtre."


@dataclass(frozen=True)
class Entry:
    """A line of the list; without `show` it is a title. `finding`, `file`, `turn`, `lesson` say what it stands for."""

    label: str | Content
    show: Callable[[], Content] | None = None
    finding: Finding | None = None
    file: Path | None = None
    turn: Exchange | None = None
    lesson: Lesson | None = None


class ReviewPane(Horizontal):
    """List and detail."""

    class FileChosen(Message):
        """A line that stands for a file was entered."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    def __init__(self, waiting: str = "Je relis votre travail…") -> None:
        super().__init__(id="bilan")
        self.entries: list[Entry] = []
        self.waiting = waiting
        self.opened = Opened()

    def compose(self) -> ComposeResult:
        """Both halves."""
        yield OptionList(listed(self.waiting, disabled=True), id="constats", markup=False)
        with VerticalScroll(id="detail", can_focus=True):
            yield Plain("", id="detail-texte")

    def fill(self, entries: list[Entry]) -> None:
        """Show these lines; the place in the list is kept."""
        options = self.query_one("#constats", OptionList)
        kept = options.highlighted or 0
        self.entries = entries
        options.clear_options()
        options.add_options([listed(entry.label, disabled=entry.show is None) for entry in entries])
        options.highlighted = kept if kept < len(entries) and entries[kept].show else 0

    @property
    def chosen(self) -> Entry | None:
        """The line in front."""
        place = self.query_one("#constats", OptionList).highlighted
        return self.entries[place] if place is not None and place < len(self.entries) else None

    @on(OptionList.OptionHighlighted)
    def show_chosen(self) -> None:
        """Write the detail of the line in front."""
        entry = self.chosen
        if entry is not None and entry.show is not None:
            self.query_one("#detail-texte", Plain).update(entry.show())
            self.query_one("#detail").scroll_home(animate=False)

    @on(OptionList.OptionSelected)
    def _entered(self) -> None:
        entry = self.chosen
        if entry is not None and entry.file is not None:
            self.post_message(self.FileChosen(entry.file))
        elif entry is None or not self.open_step():
            self.query_one("#detail").focus()

    def open_step(self) -> bool:
        """Open the next step of the lesson in front; whether there was one to open."""
        entry = self.chosen
        if entry is None or entry.lesson is None or not self.opened.more(entry.lesson):
            return False
        self.show_chosen()
        self.query_one("#detail").scroll_end(animate=False)
        return True


class Opened:
    """How far each lesson is open, from 1 to 3."""

    def __init__(self) -> None:
        self._steps: dict[tuple[str, str], int] = {}

    def step(self, lesson: Lesson) -> int:
        """The step that shows."""
        return self._steps.get((lesson.label, lesson.rule), 1)

    def more(self, lesson: Lesson) -> bool:
        """One step further, if there is one."""
        step = self.step(lesson)
        self._steps[lesson.label, lesson.rule] = min(step + 1, STEPS)
        return step < STEPS


def review_entries(review: Review, desk: Desk | None = None, opened: Opened | None = None) -> list[Entry]:
    """Priorities and levels, then each criterion, the session, the French, every finding by outcome, every lesson."""
    found = [Entry(Content.styled("Priorités et niveaux", "bold"), lambda: text.overview(review, desk))]
    for criterion in review.criteria:
        level = LEVELS.get(criterion.level or "", "pas de niveau")
        found.append(Entry(f"{criterion.id} · {level}", _criterion(review, criterion)))
    if desk is not None:
        found += session_entries(desk, review)
    found.append(Entry("Français", lambda: french_overview(review)))
    for title, path in desk.model_answers() if desk is not None else ():
        found.append(Entry(f"Corrigé : {title} (Entrée)", lambda: Content(_MODEL), file=path))
    for status in ORDER:
        some = [finding for finding in review.findings if finding.status == status]
        if status == "sans_objet":  # the others are told with what could not be judged
            some = [finding for finding in some if is_judged(finding, review)]
        elif status == "non_evaluable":
            some = list(left_to_a_reader(review))
        if some:
            title = "À juger par un lecteur" if status == "non_evaluable" else STATUS[status]
            found.append(Entry(Content.styled(f"{title} ({len(some)})", "bold")))
        for finding in some:
            label = f"{STATUS_MARKS[status]} {_short(finding)}"
            found.append(Entry(label, _finding(review, finding, desk), finding))
    if not_judged(review) or without_object(review):
        found.append(Entry("– Ce qui n’a pas pu être jugé", lambda: text.unjudged_text(review)))
    found += lesson_entries(review, desk, opened or Opened())
    return found + (turn_entries(desk) if desk is not None else [])


def lesson_entries(review: Review, desk: Desk | None, opened: Opened) -> list[Entry]:
    """The rules of French to work on: five first, then the others, then advice."""
    exam = desk is not None and desk.state.exam
    fixes = not exam and (desk.state.version() if desk is not None else review.version) > 1
    found = taught(review)
    entries = []
    for title, some in (
        ("Français : les règles qui reviennent", found.first),
        ("Français : les autres remarques", found.others),
        ("Français : conseils, non comptés", found.advice),
    ):
        if some:
            entries.append(Entry(Content.styled(f"{title} ({len(some)})", "bold")))
        for lesson in some:
            show = partial(_lesson, lesson, review, opened, fixes, exam)
            entries.append(Entry(f"{'✗' if lesson.counted else '·'} {lesson.title}", show, lesson=lesson))
    return entries


def _lesson(lesson: Lesson, review: Review, opened: Opened, fixes: bool, exam: bool) -> Content:
    return lesson_text(lesson, review, opened.step(lesson), fixes=fixes, exam=exam)


def turn_entries(desk: Desk) -> list[Entry]:
    """The conversation turn by turn: going down the list is walking along the mood's curve."""
    turns = desk.exchanges()
    if not turns:
        return []
    title = Entry(Content.styled("L’échange, tour par tour", "bold"))
    return [title, *(Entry(text.turn_label(turn), _turn(desk, turn), turn=turn) for turn in turns)]


def _turn(desk: Desk, turn: Exchange) -> Callable[[], Content]:
    return lambda: text.turn_text(desk, turn)


def session_entries(desk: Desk, review: Review | None) -> list[Entry]:
    """What the session itself showed."""
    return [
        Entry("Consigne : entendu, demandé, fait", lambda: text.instructions_text(desk, review)),
        Entry("Échanges : humeur, promesses", lambda: text.conversation_text(desk)),
        Entry("Ce qui s’est dit", lambda: text.transcript_text(desk)),
    ]


def _criterion(review: Review, criterion: CriterionResult) -> Callable[[], Content]:
    return lambda: text.criterion_text(review, criterion)


def _finding(review: Review, finding: Finding, desk: Desk | None) -> Callable[[], Content]:
    def show() -> Content:
        if desk is None or finding.status == "conforme":
            return text.finding_text(review, finding, (), False)
        control = desk.control_of(finding)
        return text.finding_text(review, finding, desk.opened_hints(control), desk.hints_left(control) > 0)

    return show


def _short(finding: Finding) -> str:
    message = question_of(finding.message).split(". ")[0]
    cut = message if len(message) <= 70 else message[:70].rsplit(" ", 1)[0] + "…"
    return f"{finding.criterion} {cut}".strip()
