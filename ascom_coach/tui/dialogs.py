"""Small windows: a question, a line to type, a list to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, OptionList

from ascom_coach.tui.base import Dialog, Plain, listed


class Confirm(Dialog):
    """A yes or no question; the answer is a bool."""

    def __init__(self, question: str, yes: str = "Oui", no: str = "Non", *, careful: bool = False) -> None:
        super().__init__()
        self.question, self.yes, self.no, self.careful = question, yes, no, careful

    def compose(self) -> ComposeResult:
        """Question and two buttons; the careful one has the focus."""
        with Vertical(classes="fenetre"):
            yield Plain(self.question)
            with Horizontal(classes="boutons"):
                yield Button(
                    self.yes, id="oui", variant="default" if self.careful else "primary", compact=True
                )
                yield Button(self.no, id="non", compact=True)

    def on_mount(self) -> None:
        """The safe answer first."""
        self.query_one("#non" if self.careful else "#oui").focus()

    def on_key(self, event: object) -> None:
        """Arrows go from one button to the other."""
        if getattr(event, "key", "") in ("left", "right"):
            self.focus_next()

    @on(Button.Pressed)
    def _answered(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "oui")


class AskLine(Dialog):
    """A line to type; the answer is the text, or None."""

    def __init__(
        self, question: str, value: str = "", button: str = "Valider", placeholder: str = ""
    ) -> None:
        super().__init__()
        self.question, self.value, self.button, self.placeholder = question, value, button, placeholder

    def compose(self) -> ComposeResult:
        """Question, line, buttons."""
        with Vertical(classes="fenetre"):
            yield Plain(self.question)
            yield Input(self.value, id="ligne", placeholder=self.placeholder, compact=True)
            with Horizontal(classes="boutons"):
                yield Button(self.button, id="valider", variant="primary", compact=True)
                yield Button("Annuler", id="annuler", compact=True)

    @on(Input.Submitted)
    @on(Button.Pressed, "#valider")
    def _typed(self) -> None:
        self.dismiss(self.query_one("#ligne", Input).value.strip() or None)

    @on(Button.Pressed, "#annuler")
    def _cancelled(self) -> None:
        self.dismiss(None)


class Pick(Dialog):
    """A numbered list; the answer is the number from 1, or None. Digits choose at once."""

    def __init__(self, question: str, choices: Sequence[str]) -> None:
        super().__init__()
        self.question, self.choices = question, choices

    def compose(self) -> ComposeResult:
        """Question and list."""
        with Vertical(classes="fenetre"):
            yield Plain(self.question)
            yield OptionList(
                *[listed(f"{i}. {label}") for i, label in enumerate(self.choices, 1)], markup=False
            )
            yield Plain("Entrée ou clic : choisir · Échap : fermer", classes="doux")

    def on_key(self, event: object) -> None:
        """A digit chooses when it cannot be the beginning of a larger number."""
        key = getattr(event, "key", "")
        if key.isdecimal() and 1 <= int(key) <= len(self.choices) <= 9:
            self.dismiss(int(key))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_index + 1)
