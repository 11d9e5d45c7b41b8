"""Carnet: the rules that a person gets wrong, how each one goes, and three sentences to train on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content

from ascom_coach.clock import now
from ascom_coach.tui.base import CoachScreen
from ascom_coach.tui.desktop import paths_in
from ascom_coach.tui.dialogs import AskLine, Confirm
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.review_pane import Entry, ReviewPane
from ascom_coach.tui.words import french_day

if TYPE_CHECKING:
    from ascom_coach.journal import Entry as Kept
    from ascom_coach.journal import Notebook
    from ascom_coach.language import Exercise, Family

EMPTY = (
    "Votre carnet est vide. Il se remplit tout seul quand vos textes sont relus : au bilan d’un scénario, ou avec "
    "« Relire un brouillon ». Il reste sur cet ordinateur."
)
_RATE = (
    "Un taux compte les erreurs pour cent occasions de se tromper. Les occasions sont comptées largement, par "
    "programme : le taux vous compare à vous-même, pas une règle à une autre. Seule la première version d’un texte "
    "compte. Une règle est acquise après trois textes de suite sans erreur."
)


class NotebookScreen(CoachScreen):
    """The list of rules on the left, the chosen one on the right."""

    PLACE = "carnet"
    BINDINGS = bindings("carnet")
    AUTO_FOCUS = "#constats"

    def __init__(self) -> None:
        super().__init__()
        self.book: Notebook | None = None

    def heading(self) -> str:
        """Name of the screen."""
        return "Carnet d’erreurs"

    def next_action(self) -> str:
        """What to do now."""
        return "F5 : trois phrases pour vous entraîner. Échap : retour."

    def body(self) -> ComposeResult:
        """List and detail."""
        yield ReviewPane("J’ouvre votre carnet…")

    def on_mount(self) -> None:
        """Read it."""
        self.attempt(self._read(), group="carnet", exclusive=True)

    async def _read(self) -> None:
        coach = self.coach_app.loaded
        self.book = await self.in_thread(coach.notes.read)
        self.query_one(ReviewPane).fill(entries(self.book, dt.date.today()))

    def action_train(self) -> None:
        """Three sentences."""
        book = self.book
        found = book.drill() if book is not None else []
        if book is None or not found:
            self.refused(
                EMPTY if book is None or not book.texts else "Rien à entraîner : aucune règle en attente."
            )
            return
        from ascom_coach.tui.drill import Drill

        self.app.push_screen(
            Drill(found, {one.id: one for one in book.weakest}, self._keep),
            lambda _: self.attempt(self._read()),
        )

    async def _keep(self, exercise: Exercise, right: bool) -> None:
        coach = self.coach_app.loaded
        await self.in_thread(lambda: coach.notes.answer(exercise.family, exercise.number, right, now()))

    def action_export(self) -> None:
        """A file to keep."""
        self.app.push_screen(
            AskLine("Où écrire le carnet ? (.md ou .txt)", str(Path.home() / "carnet-erreurs.md"), "Écrire"),
            lambda typed: self.attempt(self._export(typed)) if typed else None,
        )

    async def _export(self, typed: str) -> None:
        found = paths_in(typed)
        path = Path(found[0] if found else typed).expanduser()
        from ascom_coach.notebook import export_notebook

        written = await self.in_thread(export_notebook, self.coach_app.loaded.notes, path)
        self.coach_app.tell(f"Carnet écrit : {written}")

    def action_erase(self) -> None:
        """Forget it, after one question."""
        self.app.push_screen(
            Confirm(
                "Effacer votre carnet d’erreurs ? Vos séances et vos bilans restent. C’est définitif.",
                "Effacer",
                "Garder",
                careful=True,
            ),
            lambda sure: self.attempt(self._erase()) if sure else None,
        )

    async def _erase(self) -> None:
        coach = self.coach_app.loaded
        await self.in_thread(coach.notes.erase)
        await self._read()
        self.coach_app.tell("Votre carnet est effacé.")


def entries(book: Notebook, today: dt.date) -> list[Entry]:
    """The lines of the list: where one stands, rules to work on, acquired ones, those never missed."""
    found = [Entry(Content.styled("Où vous en êtes", "bold"), lambda: overview(book, today))]
    working = [one for one in book.entries if not one.acquired]
    acquired = [one for one in book.entries if one.acquired]
    for title, some, mark in (("À revoir", working, "✗"), ("Acquises", acquired, "✓")):
        if some:
            found.append(Entry(Content.styled(f"{title} ({len(some)})", "bold")))
        found += [Entry(f"{mark} {one.family.title}", _kept(one)) for one in some]
    if book.never:
        found.append(Entry(Content.styled(f"Sans erreur jusqu’ici ({len(book.never)})", "bold")))
    found += [Entry(f"· {one.title}", partial(_family, one)) for one in book.never]
    return found


def overview(book: Notebook, today: dt.date) -> Content:
    """How many texts, what to train and when, how a rate is counted."""
    from ascom_coach.journal import texts_noted

    if not book.texts:
        return Content(EMPTY)
    parts: list[str | tuple[str, str]] = [(f"{texts_noted(book)}\n\n", "bold")]
    if book.weakest:
        parts.append(("À entraîner d’abord\n", "bold"))
        parts += [f"• {one.title}\n" for one in book.weakest]
        day = book.next_day()
        if day is not None and day > today:
            parts.append(f"Prochain entraînement conseillé : {french_day(day)}. F5 reste ouvert d’ici là.\n")
        else:
            parts.append("F5 : trois phrases, une minute.\n")
    else:
        parts.append("Aucune règle en attente : continuez comme cela.\n")
    if book.answers:
        right = sum(one.right for one in book.answers)
        parts.append(f"\nExercices : {right} réponses justes sur {len(book.answers)}.\n")
    parts.append(f"\n{_RATE}\n")
    return Content.assemble(*parts)


def _kept(entry: Kept) -> Callable[[], Content]:
    return lambda: kept_text(entry)


def kept_text(entry: Kept) -> Content:
    """A rule as the person stands: figures, trend, the rule and its test, own sentences, text by text."""
    from ascom_coach.journal import standing

    state = "acquise" if entry.acquired else entry.trend
    parts: list[str | tuple[str, str]] = [
        (f"{entry.family.title}\n", "bold"),
        f"{standing(entry)}\n{state}\n\n",
    ]
    parts += [f"{entry.family.rule}\n", ("Test : ", "bold"), f"{entry.family.test}\n"]
    if entry.examples:
        parts.append(("\nDans vos textes\n", "bold"))
        parts += [f"• {example}\n" for example in entry.examples]
    parts.append(("\nTexte par texte\n", "bold"))
    for created, errors, times in entry.history:
        day = dt.date.fromisoformat(created[:10])
        parts.append(f"{day:%d/%m/%Y} : {errors} sur {times}\n")
    return Content.assemble(*parts)


def _family(family: Family) -> Content:
    return Content.assemble(
        (f"{family.title}\n", "bold"), f"{family.rule}\n", ("Test : ", "bold"), family.test
    )
