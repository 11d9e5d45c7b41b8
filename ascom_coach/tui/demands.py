"""What was read in the instruction, item by item: change it, drop it, add to it, then have the draft read again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList

from ascom_coach.errors import RefusedInputError
from ascom_coach.review import added, confirmed, in_words, with_value
from ascom_coach.tui.base import CoachScreen
from ascom_coach.tui.dialogs import AskLine
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.review_pane import Entry, ReviewPane

if TYPE_CHECKING:
    from ascom_coach.review import Demand, Instruction

EMPTY = "Je n’ai rien lu dans la consigne qui puisse être cherché. F4 : ajouter une demande."
_ROLES = {
    "a_trouver": "Je cherche cela dans votre travail.",
    "limite": "Une limite : votre travail ne doit pas la dépasser.",
    "a_eviter": "Cela ne doit pas être dit dans votre travail.",
    "pour_vous": "Cela vous concerne ; je ne le cherche pas dans votre travail.",
}
_PREFIXES = {"a_eviter": "à éviter : ", "pour_vous": "pour vous : "}
"""What tells, in the list itself, what is not looked for as the rest is."""
_FIXED = ("partie", "acte", "registre")
"""Demands with a closed list of values: they are kept or dropped."""


class _Pane(ReviewPane):
    """Entering a line changes it."""

    @on(OptionList.OptionSelected)
    def _change(self, event: OptionList.OptionSelected) -> None:
        event.prevent_default()
        if isinstance(self.screen, Demands):
            self.screen.action_change()


class Demands(CoachScreen):
    """The list on the left, where each item was read on the right; `then` receives the confirmed instruction."""

    PLACE = "consigne_lue"
    BINDINGS = bindings("consigne_lue")
    AUTO_FOCUS = "#constats"

    def __init__(self, instruction: Instruction, then: Callable[[Instruction], None]) -> None:
        super().__init__()
        self.instruction, self.then = instruction, then
        self.demands: list[Demand] = list(instruction.demands)
        self.dropped: set[int] = set()

    def heading(self) -> str:
        """Name of the screen."""
        return "Ce que j’ai lu dans la consigne"

    def next_action(self) -> str:
        """What to do now."""
        return (
            "Je peux me tromper. Entrée : modifier. F8 : retirer ou reprendre. F6 : relire avec cette liste."
        )

    def body(self) -> ComposeResult:
        """List and detail."""
        yield _Pane(EMPTY)

    def on_mount(self) -> None:
        """Fill it."""
        self._fill()

    def _fill(self) -> None:
        entries = [
            Entry(self._label(number), partial(self._detail, number)) for number in range(len(self.demands))
        ]
        self.query_one(_Pane).fill(entries or [Entry(EMPTY)])

    def _label(self, number: int) -> str:
        demand = self.demands[number]
        words = _PREFIXES.get(demand.role, "") + in_words(demand)
        return f"{'[ ]' if number in self.dropped else '[x]'} {words[:1].upper()}{words[1:]}"

    def _detail(self, number: int) -> Content:
        demand = self.demands[number]
        role = "Retiré : je n’en tiendrai pas compte." if number in self.dropped else _ROLES[demand.role]
        quote = f"\n\nLu ici : « {demand.quote} »" if demand.quote else "\n\nAjouté par vous."
        return Content(role + quote)

    @property
    def _number(self) -> int | None:
        place = self.query_one("#constats", OptionList).highlighted
        return place if place is not None and place < len(self.demands) else None

    def action_change(self) -> None:
        """Write the value as it should be."""
        number = self._number
        if number is None:
            self.refused(EMPTY)
        elif self.demands[number].sort in _FIXED:
            self.refused("Cette demande se garde ou se retire : F8 la retire.")
        else:
            demand = self.demands[number]
            self.app.push_screen(
                AskLine("Qu’est-ce qui est demandé, exactement ?", demand.value, "Garder"),
                lambda typed: self._changed(number, typed) if typed else None,
            )

    def _changed(self, number: int, typed: str) -> None:
        try:
            self.demands[number] = with_value(self.demands[number], typed)
        except RefusedInputError as error:
            self.refused(str(error))
            return
        self.dropped.discard(number)
        self._fill()

    def action_remove(self) -> None:
        """Drop the chosen line, or take it back."""
        number = self._number
        if number is None:
            self.refused(EMPTY)
            return
        self.dropped ^= {number}
        self._fill()

    def action_more(self) -> None:
        """One more thing to look for."""
        self.app.push_screen(
            AskLine(
                "Que faut-il trouver dans votre travail ? (un nom, une date, quelques mots)",
                "",
                "Ajouter",
            ),
            lambda typed: self._more(typed) if typed else None,
        )

    def _more(self, typed: str) -> None:
        self.demands.append(added(typed))
        self._fill()
        self.query_one("#constats", OptionList).highlighted = len(self.demands) - 1

    def action_confirm(self) -> None:
        """Back to the review, read again with this list."""
        self.attempt(self._confirm())

    async def _confirm(self) -> None:
        kept = [one for number, one in enumerate(self.demands) if number not in self.dropped]
        await self.coach_app.action_back()
        self.then(confirmed(self.instruction, kept))
