"""Dossier: the firm, what is asked, the documents handed out."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList

from ascom_coach.tui.base import Plain, listed
from ascom_coach.tui.desktop import open_with_system
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.stage_screen import StageScreen
from ascom_coach.tui.words import french_day


class Brief(StageScreen):
    """Read first; come back to it whenever needed."""

    PLACE = "dossier"
    BINDINGS = bindings("dossier")
    AUTO_FOCUS = "#continuer"

    @property
    def moment(self) -> str:
        """The moment the session is at."""
        return self.desk.place()

    @property
    def listening(self) -> bool:
        """Whether an instruction waits to be heard."""
        return self.desk.place() == "consigne" and self.sitting.spoken < self.desk.state.n

    def next_action(self) -> str:
        """Read, then go on."""
        if self.listening:
            who = (
                self.sitting.name_of(self.desk.state.speaking_to)
                if self.desk.state.speaking_to
                else "Votre responsable"
            )
            return f"Lisez le dossier. Quand vous êtes prêt : Entrée, {who} vous parle. Gardez de quoi noter."
        return "Relisez ce qu’il vous faut, puis Entrée pour continuer."

    def body(self) -> ComposeResult:
        """Text on the left, documents on the right."""
        with Horizontal(id="dossier"):
            with VerticalScroll(id="dossier-texte", can_focus=True):
                yield Plain(self._sheet())
            with Vertical(id="dossier-documents"):
                yield Plain(Content.styled("Vos documents", "bold"))
                documents = self.desk.scenario.documents_remis
                if documents:
                    yield OptionList(
                        *[listed(item.titre or item.fichier, name=f"d{i}") for i, item in enumerate(documents)],
                        id="documents", markup=False,
                    )  # fmt: skip
                    yield Plain("Entrée ou clic : ouvrir le document dans son programme.", classes="doux")
                else:
                    yield Plain("Aucun document n’est remis : tout se dit.", classes="doux")
                yield Button("Ouvrir le dossier", id="ouvrir-dossier", compact=True)
        with Horizontal(classes="boutons", id="dossier-boutons"):
            yield Button(
                "Écouter la consigne" if self.listening else "Continuer",
                id="continuer",
                variant="primary",
                compact=True,
            )

    def _sheet(self) -> Content:
        scenario, firm = self.desk.scenario, self.desk.scenario.entreprise
        about = " · ".join(
            part
            for part in (firm.secteur, f"{firm.effectif} personnes" if firm.effectif else "", firm.ville)
            if part
        )
        parts: list[str | tuple[str, str]] = [(firm.nom, "bold"), f"\n{about}\n" if about else "\n"]
        if firm.presentation:
            parts.append(f"{firm.presentation}\n")
        if firm.ton:
            parts.append(f"Ton de la maison : {firm.ton}.\n")
        parts += [f"\nNous sommes le {french_day(scenario.date_fictive)}.\n"]
        if scenario.presentation:
            parts += [("\nVotre situation\n", "bold"), f"{scenario.presentation}\n"]
        if scenario.to_hand_in:
            parts.append(("\nCe que vous remettrez\n", "bold"))
        for item in scenario.to_hand_in:
            formats = f" ({', '.join(item.formats)})" if item.formats else ""
            parts.append(f"• {item.titre or item.id}{formats}\n")
            if item.demande:
                parts.append(f"  {item.demande}\n")
        return Content.assemble(*parts)

    @on(OptionList.OptionSelected, "#documents")
    def _open(self, event: OptionList.OptionSelected) -> None:
        document = self.desk.scenario.documents_remis[event.option_index]
        self.attempt(self.in_thread(open_with_system, self.desk.documents / document.fichier))

    @on(Button.Pressed, "#ouvrir-dossier")
    def _folder(self) -> None:
        self.action_open_folder()

    @on(Button.Pressed, "#continuer")
    def action_forward(self) -> None:
        """Back to where one was, or on to the session."""
        if len(self.app.screen_stack) > 2:
            self.travel(self._back())
        else:
            self.travel(self.coach_app.go(self.desk.place()))

    async def _back(self) -> None:
        await self.coach_app.action_back()
