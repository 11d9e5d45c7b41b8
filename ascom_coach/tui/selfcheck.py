"""Auto-évaluation: criterion by criterion, before anything is said about the work."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, RadioSet

from ascom_coach.referential import UNOFFICIAL_LABEL, load_referential
from ascom_coach.rehearsal import commands
from ascom_coach.tui.base import Choice, Plain
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.sitting import Sitting
from ascom_coach.tui.stage_screen import StageScreen
from ascom_coach.tui.words import LEVELS


class SelfCheck(StageScreen):
    """One row a criterion, four levels each; digits 1 to 4 answer the row in front."""

    PLACE = "auto"
    MOMENT = "auto"
    BINDINGS = bindings("auto")
    AUTO_FOCUS = "RadioSet"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.criteria = self.desk.scenario.referentiel.criteres

    def next_action(self) -> str:
        """Why first, and how."""
        return "Jugez votre travail d’abord : un chiffre de 1 à 4, et le critère suivant vient. F6 : bilan."

    def body(self) -> ComposeResult:
        """The criteria, with the words of the référentiel."""
        referential = load_referential()
        given = self.desk.state.self_assessment
        with VerticalScroll(id="criteres", can_focus=False):
            for name in self.criteria:
                criterion = referential.criterion(name)
                with Vertical(classes="critere"):
                    words = criterion.text.replace("**", "") or f"{criterion.label} ({UNOFFICIAL_LABEL})"
                    yield Plain(Content.assemble((f"{name} · ", "bold"), words))
                    with RadioSet(id=f"c-{name.replace('.', '-')}", name=name, compact=True):
                        for number, (level, word) in enumerate(LEVELS.items(), 1):
                            yield Choice(f"{number} {word}", given.get(name) == level, name=level)
            yield Button("Voir le bilan", id="voir", variant="primary", compact=True)

    def on_key(self, event: object) -> None:
        """Digits answer the row in front and go to the next one."""
        key = getattr(event, "key", "")
        row = self.focused
        if isinstance(row, RadioSet) and key in ("1", "2", "3", "4"):
            list(row.query(Choice))[int(key) - 1].value = True
            self.focus_next()

    @on(RadioSet.Changed)
    def _judged(self, event: RadioSet.Changed) -> None:
        name, level = event.radio_set.name, event.pressed.name
        if name and level and self.desk.state.self_assessment.get(name) != level:
            self.attempt(self.sitting.play(commands.SelfAssess(name, level)), group="avis")

    @on(Button.Pressed, "#voir")
    def action_forward(self) -> None:
        """Read the debrief."""
        open_ones = [name for name in self.criteria if name not in self._chosen()]
        if open_ones and self.criteria:
            self.refused(f"Donnez d’abord votre avis sur : {', '.join(open_ones)}. Un avis honnête suffit.")
            return
        self.travel(self.coach_app.go("bilan"))

    def _chosen(self) -> set[str]:
        return {row.name or "" for row in self.query(RadioSet) if row.pressed_button is not None}
