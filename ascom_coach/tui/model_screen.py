"""Modèle: which model speaks, if any. Choose, test, allow or withdraw; everything works without one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, OptionList

from ascom_coach.tui.base import CoachScreen, Plain, listed
from ascom_coach.tui.dialogs import Confirm, Pick
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.model_words import described, label_of, tested

if TYPE_CHECKING:
    from ascom_coach.model_settings import ModelSettings, ProfileRow
    from ascom_coach.models import StateLine

OTHER = "Un autre : écrire son nom moi-même"


class ModelScreen(CoachScreen):
    """The list of profiles, what is known of the chosen one, and its connection test line by line."""

    PLACE = "modele"
    BINDINGS = bindings("modele")
    AUTO_FOCUS = "#profils"

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ProfileRow] = []
        self.lines: list[StateLine] = []
        self.testing = ""
        self.tested = ""
        self.vectors = ""
        self._wanted = ""
        self._readings = 0

    @property
    def models(self) -> ModelSettings:
        """What is set. Raises CoachError while the coach is still being prepared."""
        return self.coach_app.loaded.models

    def heading(self) -> str:
        """Name of the screen."""
        return "Modèle de langage"

    def next_action(self) -> str:
        """What to do now."""
        if self.testing:
            return "Le test avance ligne par ligne. F5 : l’arrêter."
        return "Sans modèle, tout fonctionne. F2 en ajoute un ; Entrée le met en service."

    def body(self) -> ComposeResult:
        """List, card, buttons."""
        yield OptionList(id="profils", markup=False)
        with VerticalScroll(id="fiche-modele"):
            yield Plain("", id="detail-modele")
        with Horizontal(classes="boutons", id="modele-boutons"):
            yield Button("Ajouter", id="ajouter", variant="primary", compact=True)
            yield Button("Tester", id="tester", compact=True)
            yield Button("Utiliser", id="utiliser", compact=True)
            yield Button("Modifier", id="modifier", compact=True)
            yield Button("Retirer", id="retirer", compact=True)
            yield Button("Recherche", id="recherche", compact=True)

    def on_mount(self) -> None:
        """Fill the list."""
        self.attempt(self.fill())

    async def fill(self, chosen: str = "") -> None:
        """Read the profiles again; `chosen` is the line to stand on, else the present one, else the one in use."""
        self._wanted = chosen or self._wanted
        self._readings += 1
        mine = self._readings
        rows = await self.in_thread(self.models.rows)
        self.vectors = (await self.in_thread(self.models.vectors.state)).detail
        if mine != self._readings:
            return  # a later reading shows what is true now
        standing, self.rows = self.chosen_name(), rows
        profiles = self.query_one("#profils", OptionList)
        names = [row.name for row in self.rows]
        present = self._wanted if self._wanted in names else standing
        if self._wanted in names:
            self._wanted = ""
        profiles.clear_options()
        profiles.add_options([listed(label_of(row), name=f"p{i}") for i, row in enumerate(self.rows)])
        used = next((i for i, row in enumerate(self.rows) if row.active), 0)
        profiles.highlighted = names.index(present) if present in names else used
        self.show_card()

    def chosen(self) -> ProfileRow | None:
        """The line stood on."""
        place = self.query_one("#profils", OptionList).highlighted
        return self.rows[place] if place is not None and place < len(self.rows) else None

    def chosen_name(self) -> str:
        """Its name, empty when there is none."""
        row = self.chosen()
        return row.name if row else ""

    def show_card(self) -> None:
        """What is known of the chosen profile, or its test under way."""
        row = self.chosen()
        if row is None:
            return
        mine = bool(self.lines) and self.testing in ("", row.name) and self.tested == row.name
        self.query_one("#detail-modele", Plain).update(
            tested(self.lines, self.testing != "")
            if mine
            else described(row, self.models.forced, self.vectors)
        )
        for button in ("#tester", "#modifier", "#retirer"):
            self.query_one(button, Button).disabled = row.profile is None and not row.problem
        self.say_next()

    @on(OptionList.OptionHighlighted, "#profils")
    def _moved(self) -> None:
        self.show_card()

    # Adding and changing

    @on(Button.Pressed, "#ajouter")
    def action_add(self) -> None:
        """F2: a list of models by this machine's memory, then the form."""
        from ascom_coach.models import REMARK, memory_gib, memory_in_words, suggest

        memory = memory_gib()
        offers = suggest(memory)
        choices = [f"{one.model} — {one.why}" for one in offers]

        def picked(number: int | None) -> None:
            if number is None:
                return
            offer = offers[number - 1] if number <= len(offers) else None
            fields: dict[str, Any] = {"modele": offer.model} if offer else {}
            if offer and offer.hosted:
                fields["cle_env"] = f"{offer.model.partition('/')[0].upper()}_API_KEY"
            self._form("", fields, offer.pull if offer else "")

        self.app.push_screen(Pick(f"{memory_in_words(memory)} {REMARK}", [*choices, OTHER]), picked)

    @on(Button.Pressed, "#modifier")
    def action_change(self) -> None:
        """F3: the form of the chosen profile."""
        row = self.chosen()
        if row is None or row.name == "integre":
            self.refused("Le moteur intégré n’a rien à régler : F2 ajoute un modèle.")
            return
        profiles = self.models.table.get("profils", {})
        self._form(row.name, dict(profiles.get(row.name, {})))

    def _form(self, name: str, fields: dict[str, Any], pull: str = "") -> None:
        from ascom_coach.tui.model_form import ModelForm

        def saved(kept: str | None) -> None:
            if kept:
                self.lines = []
                self.attempt(self._kept(kept))

        self.app.push_screen(ModelForm(self.models, name, fields, pull), saved)

    async def _kept(self, name: str) -> None:
        await self._applied(name)
        self.coach_app.tell("Le profil est gardé. F5 teste la connexion.")

    async def _applied(self, name: str = "") -> None:
        await self.in_thread(self.coach_app.loaded.forget_voice)
        await self.fill(name)

    @on(Button.Pressed, "#retirer")
    def action_remove(self) -> None:
        """F8: take the chosen profile out, after one question."""
        row = self.chosen()
        if row is None or row.name == "integre":
            self.refused("Le moteur intégré ne se retire pas.")
            return

        async def work() -> None:
            await self.in_thread(self.models.remove, row.name)
            await self._applied()

        self.app.push_screen(
            Confirm(
                f"Retirer le profil « {row.name} » et la clé gardée pour lui ?",
                "Retirer",
                "Garder",
                careful=True,
            ),
            lambda yes: self.attempt(work()) if yes else None,
        )

    # The vectors of the search

    @on(Button.Pressed, "#recherche")
    def action_vectors(self) -> None:
        """F7: the form of the vectors; consent first when they would come from elsewhere."""
        from ascom_coach.tui.vector_form import CONSENT, VectorForm

        def closed(answer: str | None) -> None:
            if answer == CONSENT:
                self.travel(self._to_consent(self.models.vectors_row()))
            else:
                self.attempt(self.fill())

        self.app.push_screen(VectorForm(), closed)

    # Use and consent

    @on(OptionList.OptionSelected, "#profils")
    @on(Button.Pressed, "#utiliser")
    def action_use(self) -> None:
        """F6: put the chosen profile in service; consent first when it answers from elsewhere."""
        row = self.chosen()
        if row is None:
            return
        if row.problem:
            self.refused(row.problem)
        elif row.place == "hébergé" and row.agreed is None:
            self.action_consent()
        elif row.profile is not None and not row.tested:
            self.app.push_screen(
                Confirm(
                    f"« {row.name} » n’a pas réussi le test de connexion. Le mettre en service quand même ? S’il ne"
                    " répond pas, le moteur intégré joue à sa place.", "Mettre en service", "Tester d’abord",
                ),
                lambda yes: self.attempt(self._use(row.name)) if yes else self.action_test() if yes is False else None,
            )  # fmt: skip
        else:
            self.attempt(self._use(row.name))

    async def _use(self, name: str) -> None:
        await self.in_thread(self.models.activate, name)
        await self._applied(name)
        words = "Le moteur intégré joue seul." if name == "integre" else f"« {name} » est en service."
        self.coach_app.tell(f"{words} Les niveaux restent calculés sans modèle.")

    def action_consent(self) -> None:
        """F4: what would leave, in full, then yes or no."""
        row = self.chosen()
        if row is None or row.profile is None or row.place != "hébergé":
            self.refused("Rien ne part avec ce choix : aucun accord n’est à donner.")
            return
        self.travel(self._to_consent(row))

    async def _to_consent(self, row: ProfileRow) -> None:
        from ascom_coach.tui.consent import Consent

        assert row.profile is not None
        text = await self.in_thread(self.models.payload, row.profile)
        await self.coach_app.visit(Consent(self.models, row, text))

    async def on_screen_resume(self) -> None:
        """Back from the consent screen."""
        if self.rows:
            await self.fill()

    # The connection test

    @on(Button.Pressed, "#tester")
    def action_test(self) -> None:
        """F5: test the chosen profile line by line; pressed again, stop."""
        if self.testing:
            self.models.stop_test()
            return
        row = self.chosen()
        if row is None or row.profile is None:
            self.refused(row.problem if row and row.problem else "Le moteur intégré est toujours prêt.")
            return
        if row.place == "hébergé" and row.agreed is None:
            self.refused(
                "Ce modèle répond d’ailleurs : lisez d’abord ce qui partirait et donnez votre accord (F4)."
            )
            return
        self.lines, self.testing, self.tested = [], row.name, row.name
        self.show_card()
        self.attempt(self._test(self.models.test(row.profile)), group="essai")

    async def _test(self, lines: Iterator[StateLine]) -> None:
        try:
            while (line := await self.in_thread(next, lines, None)) is not None:
                self.lines.append(line)
                self.show_card()
        finally:
            self.testing = ""
        with contextlib.suppress(LookupError):
            await self.fill(self.tested)

    async def leave(self) -> None:
        """A test under way ends with the screen."""
        if self.testing:
            self.models.stop_test()
