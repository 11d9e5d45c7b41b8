"""Who uses the program: several people on one computer, their data exported or erased."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, OptionList

from ascom_coach.tui.base import Dialog, Plain, listed
from ascom_coach.tui.keys import bindings


class People(Dialog):
    """Type a first name or a pseudonym, or take one of the list."""

    PLACE = "personnes"
    BINDINGS = bindings("personnes")
    AUTO_FOCUS = "#prenom"

    def compose(self) -> ComposeResult:
        """A line to type, the known names, what can be done with one."""
        with Vertical(classes="fenetre"):
            yield Plain("Qui êtes-vous ? Un prénom ou un pseudonyme suffit ; il reste sur cet ordinateur.")
            yield Input(placeholder="Votre prénom, puis Entrée", id="prenom", compact=True, max_length=40)
            yield OptionList(id="noms", markup=False)
            with Horizontal(classes="boutons"):
                yield Button("C’est moi", id="moi", variant="primary", compact=True)
                yield Button("Exporter", id="exporter", compact=True)
                yield Button("Effacer", id="effacer", compact=True)
                yield Button("Fermer", id="fermer", compact=True)
            yield Plain("Entrée : choisir · F7 : exporter · F8 : effacer · Échap : fermer", classes="doux")

    def on_mount(self) -> None:
        """List the names."""
        self._fill()

    def _fill(self) -> None:
        journal = self.coach_app.loaded.journal
        names, present = journal.people(), journal.person()
        options = self.query_one("#noms", OptionList)
        options.clear_options()
        options.add_options(
            [
                listed(f"{'→' if name == present else ' '} {name}", name=f"n{i}")
                for i, name in enumerate(names)
            ]
        )
        self.names = names
        for button in ("#noms", "#moi", "#exporter", "#effacer"):
            self.query_one(button).display = bool(names)
        if names:
            options.highlighted = names.index(present) if present in names else 0

    def _chosen(self) -> str:
        place = self.query_one("#noms", OptionList).highlighted
        return self.names[place] if place is not None and place < len(self.names) else ""

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        self.attempt(self._choose(event.value or self._chosen()))

    @on(OptionList.OptionSelected)
    @on(Button.Pressed, "#moi")
    def _taken(self) -> None:
        self.attempt(self._choose(self._chosen()))

    async def _choose(self, name: str) -> None:
        await self.in_thread(self.coach_app.loaded.choose_person, name)
        self.dismiss(name)

    @on(Button.Pressed, "#fermer")
    def _done(self) -> None:
        self.dismiss(None)

    @on(Button.Pressed, "#exporter")
    def action_export(self) -> None:
        """Everything of a person in one archive."""
        from ascom_coach.tui.dialogs import AskLine

        name = self._chosen()
        if not name:
            return
        place = Path.home() / f"ascom-{''.join(c for c in name if c.isalnum()) or 'export'}.zip"
        self.app.push_screen(
            AskLine(f"Où enregistrer les données de {name} ?", str(place), "Exporter"),
            lambda typed: self.attempt(self._export(name, typed)) if typed else None,
        )

    async def _export(self, name: str, typed: str) -> None:
        path = await self.in_thread(self.coach_app.loaded.export_person, name, Path(typed).expanduser())
        self.coach_app.tell(f"Tout est dans « {path} ».")

    @on(Button.Pressed, "#effacer")
    def action_erase(self) -> None:
        """Erase a person, after one question."""
        from ascom_coach.tui.dialogs import Confirm

        name = self._chosen()
        if not name:
            return
        question = (
            f"Effacer de cet ordinateur toutes les séances, copies et notes de {name} ? C’est définitif."
        )
        self.app.push_screen(
            Confirm(question, "Effacer", "Garder", careful=True),
            lambda yes: self.attempt(self._erase(name)) if yes else None,
        )

    async def _erase(self, name: str) -> None:
        await self.in_thread(self.coach_app.loaded.erase_person, name)
        self.coach_app.tell(f"Tout ce qui concernait {name} est effacé.")
        self._fill()
