"""What would leave the machine, in full, before the person says yes or no. « No » has the focus; nothing is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button

from ascom_coach.tui.base import CoachScreen, Plain
from ascom_coach.tui.keys import bindings

if TYPE_CHECKING:
    from ascom_coach.model_settings import ModelSettings, ProfileRow


class Consent(CoachScreen):
    """`text` is the payload of an example, exactly as it would leave."""

    PLACE = "accord"
    BINDINGS = bindings("accord")
    AUTO_FOCUS = "#refuser"

    def __init__(self, models: ModelSettings, row: ProfileRow, text: str) -> None:
        super().__init__()
        self.models, self.row, self.text = models, row, text

    def heading(self) -> str:
        """Name of the screen."""
        return f"Accord pour « {self.row.name} »"

    def next_action(self) -> str:
        """What to do now."""
        return "Lisez ce qui part (↓ ou Page suiv.), puis acceptez ou non. L’accord se reprend."

    def body(self) -> ComposeResult:
        """The sentence, the payload, two buttons."""
        from ascom_coach.models import VECTORS, departure_notice

        assert self.row.profile is not None
        yield Plain(departure_notice(self.row.profile), id="depart")
        with VerticalScroll(id="envoi"):
            yield Plain(
                "Voici, en exemple, tout ce qui part pour une question au référentiel.\n"
                if self.row.profile.name == VECTORS
                else "Voici, en exemple, tout ce qui part pour une réplique d’un personnage. Pour un avis sur un écrit "
                "partent le critère et le texte de votre copie ; pour une question, votre phrase et les sujets ou les "
                "passages trouvés. Jamais : le corrigé, les autres stagiaires, le nom de vos dossiers.\n",
                classes="doux",
            )
            yield Plain(self.text)
        given = self.row.agreed is not None
        with Horizontal(classes="boutons", id="accord-boutons"):
            yield Button("Retirer mon accord" if given else "Non, rien ne part", id="refuser", compact=True)
            yield Button("Garder mon accord" if given else "J’accepte cet envoi", id="accepter", compact=True)

    def action_read_on(self) -> None:
        """One page further, wherever the focus is."""
        self.query_one("#envoi", VerticalScroll).scroll_page_down(animate=False)

    def action_read_back(self) -> None:
        """One page back."""
        self.query_one("#envoi", VerticalScroll).scroll_page_up(animate=False)

    @on(Button.Pressed, "#refuser")
    def _refused(self) -> None:
        self.travel(self._withdraw())

    async def _withdraw(self) -> None:
        assert self.row.profile is not None
        await self.in_thread(self.models.withdraw, self.row.profile)
        await self.in_thread(self.coach_app.loaded.forget_voice)
        self.coach_app.tell("Rien ne part. Le moteur intégré suffit.")
        await self.coach_app.action_back()

    @on(Button.Pressed, "#accepter")
    def _accepted(self) -> None:
        self.travel(self._agree())

    def _after(self) -> str:
        from ascom_coach.models import VECTORS

        assert self.row.profile is not None
        searching = self.row.profile.name == VECTORS
        return "F7 construit l’index de la recherche." if searching else "F5 teste, F6 met en service."

    async def _agree(self) -> None:
        if self.row.agreed is None:
            assert self.row.profile is not None
            day = await self.in_thread(self.models.agree, self.row.profile)
            self.coach_app.tell(f"Votre accord est noté, le {day:%d/%m/%Y}. {self._after()}")
        await self.coach_app.action_back()
