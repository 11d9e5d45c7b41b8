"""A trainer's word on a check: verdict, name, reason. It stands beside what was computed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, RadioSet

from ascom_coach.tui.base import Choice, Dialog, Plain
from ascom_coach.tui.words import STATUS

if TYPE_CHECKING:
    from ascom_coach.review import Finding
    from ascom_coach.review.model import Status

CHOICES = ("conforme", "defaut", "sans_objet")


class VerdictForm(Dialog):
    """The answer is a `TrainerVerdict`, or None. `reason` is proposed: a model's appreciation, for instance."""

    AUTO_FOCUS = "RadioSet"

    def __init__(self, finding: Finding, reason: str = "") -> None:
        super().__init__()
        self.finding = finding
        self.reason = reason

    def compose(self) -> ComposeResult:
        """The finding, three verdicts, a name, a reason."""
        with Vertical(classes="fenetre"):
            yield Plain(f"Avis du formateur sur : {self.finding.message}")
            with RadioSet(id="avis", compact=True):
                for name in CHOICES:
                    yield Choice(STATUS[name], name=name)
            yield Input(placeholder="Nom du formateur", id="nom", compact=True)
            yield Input(self.reason, placeholder="Raison, en une phrase", id="raison", compact=True)
            with Horizontal(classes="boutons"):
                yield Button("Garder cet avis", id="garder", variant="primary", compact=True)
                yield Button("Annuler", id="annuler", compact=True)

    @on(Button.Pressed, "#annuler")
    def _cancelled(self) -> None:
        self.dismiss(None)

    @on(Input.Submitted)
    @on(Button.Pressed, "#garder")
    def _kept(self) -> None:
        from ascom_coach.review import TrainerVerdict

        pressed = self.query_one(RadioSet).pressed_button
        who, reason = (
            self.query_one("#nom", Input).value.strip(),
            self.query_one("#raison", Input).value.strip(),
        )
        if pressed is None or not who or not reason:
            self.refused("Il faut un avis, un nom et une raison.")
            return
        self.dismiss(TrainerVerdict(self.finding.id, cast("Status", pressed.name), who, reason))
