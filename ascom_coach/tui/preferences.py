"""Réglages: colours, speaking pace, proofreader, and where the data is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, RadioSet

from ascom_coach.settings import load_settings, save_setting
from ascom_coach.tui.base import Choice, CoachScreen, Plain, Tick
from ascom_coach.tui.desktop import open_with_system
from ascom_coach.tui.dialogs import Confirm
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.themes import THEME_LABELS


class Preferences(CoachScreen):
    """Each change is kept at once."""

    PLACE = "reglages"
    BINDINGS = bindings("reglages")
    AUTO_FOCUS = "#theme"
    _asking = False

    def heading(self) -> str:
        """Name of the screen."""
        return "Réglages"

    def next_action(self) -> str:
        """What to do now."""
        return "Tab passe d’un réglage à l’autre ; chaque changement est gardé aussitôt. Échap : retour."

    def body(self) -> ComposeResult:
        """One setting after the other."""
        settings = load_settings(self.coach_app.data)
        with VerticalScroll(id="reglages", can_focus=False):
            yield Plain("Couleurs")
            with RadioSet(id="theme", compact=True):
                for name, label in THEME_LABELS.items():
                    yield Choice(label, name == self.app.theme, name=name)
            yield Plain("Rythme de parole de la consigne, en mots par minute (60 à 400)", classes="question")
            yield Input(
                str(settings.words_per_minute), id="rythme", type="integer", max_length=3, compact=True
            )
            yield Tick(
                "Afficher la consigne d’un coup (sauf en examen)",
                settings.instant_speech,
                id="immediat",
                compact=True,
            )
            yield Tick(
                "Entendre la voix des personnages (synthèse, sans connexion)",
                settings.voice,
                id="voix",
                compact=True,
            )
            yield Tick(
                "En examen, garder à l’écran ce qui s’est dit (examen accessible)",
                settings.exam_transcript,
                id="transcription",
                compact=True,
            )
            yield Plain(
                "Écoutes de la consigne en examen (le référentiel ne les fixe pas)", classes="question"
            )
            with RadioSet(id="ecoutes", compact=True):
                for number in (1, 2, 3):
                    yield Choice(str(number), number == settings.exam_hearings, name=str(number))
            yield Plain(
                "Adresse d’un serveur LanguageTool (vide : le correcteur intégré suffit)", classes="question"
            )
            yield Input(
                settings.language_server, id="correcteur", placeholder="http://localhost:8081", compact=True
            )
            yield Plain(
                f"Modèle de langage (F6) : {_model(settings.model)}", classes="question", id="etat-modele"
            )
            yield Plain(f"Vos données : {self.coach_app.data}", classes="question")
            with Horizontal(classes="boutons"):
                yield Button("Ouvrir le dossier", id="ouvrir", compact=True)
                yield Button("Modèle de langage", id="modele", compact=True)

    def _save(self, section: str, key: str, value: Any) -> None:
        self.attempt(self._saved(section, key, value), group="reglages")

    async def _saved(self, section: str, key: str, value: Any) -> None:
        await self.in_thread(save_setting, self.coach_app.data, section, key, value)
        if self.coach_app.coach is not None:
            self.coach_app.coach.forget_settings()

    @on(RadioSet.Changed, "#theme")
    def _theme(self, event: RadioSet.Changed) -> None:
        name = event.pressed.name
        if name and name != self.app.theme:
            self.app.theme = name
            self._save("affichage", "theme", name)

    @on(Input.Changed, "#rythme")
    def _pace(self, event: Input.Changed) -> None:
        if event.value.isdecimal() and 60 <= int(event.value) <= 400:
            self._save("affichage", "mots_par_minute", int(event.value))

    @on(Input.Blurred, "#rythme")
    def _pace_checked(self, event: Input.Blurred) -> None:
        if not (event.value.isdecimal() and 60 <= int(event.value) <= 400):
            self.refused("Le rythme va de 60 à 400 mots par minute ; le précédent est gardé.")

    @on(Tick.Changed, "#immediat")
    def _instant(self, event: Tick.Changed) -> None:
        self._save("affichage", "paroles_immediates", event.value)

    @on(Tick.Changed, "#voix")
    def _voice(self, event: Tick.Changed) -> None:
        from ascom_coach.speech import missing

        self._save("affichage", "voix", event.value)
        if event.value and (reason := missing()):
            self.refused(reason)

    @on(Tick.Changed, "#transcription")
    def _transcript(self, event: Tick.Changed) -> None:
        self._save("examen", "transcription", event.value)

    @on(RadioSet.Changed, "#ecoutes")
    def _hearings(self, event: RadioSet.Changed) -> None:
        self._save("examen", "ecoutes", int(event.pressed.name or "1"))

    @on(Input.Submitted, "#correcteur")
    @on(Input.Blurred, "#correcteur")
    def _server(self, event: Input.Submitted | Input.Blurred) -> None:
        from ascom_coach.language import is_loopback

        typed = event.value.strip()
        if self._asking:
            return
        if typed and not typed.startswith(("http://", "https://")):
            self.refused("L’adresse commence par http:// ou https:// ; elle n’est pas gardée.")
        elif typed != load_settings(self.coach_app.data).language_server:
            if not typed or is_loopback(typed):
                self._save("langue", "serveur", typed)
            else:
                self.attempt(self._send_away(typed), group="reglages")

    async def _send_away(self, address: str) -> None:
        """A server elsewhere sees every text: it is kept with the day of the person's yes, or not at all."""
        question = (
            f"« {address} » n’est pas sur cet ordinateur : les textes relus y seront envoyés, sans mot de passe si "
            "l’adresse commence par http://. N’acceptez que pour un serveur de votre école ou de votre entreprise."
        )
        self._asking = True
        try:
            agreed = await self.app.push_screen_wait(Confirm(question, "Accepter", "Refuser", careful=True))
        finally:
            self._asking = False
        if not agreed:
            self.query_one("#correcteur", Input).value = load_settings(self.coach_app.data).language_server
            return
        await self._saved("langue", "consentement", dt.date.today().isoformat())
        await self._saved("langue", "serveur", address)

    @on(Button.Pressed, "#ouvrir")
    def action_open_folder(self) -> None:
        """The data folder, in the system's program."""
        open_with_system(self.coach_app.data)

    @on(Button.Pressed, "#modele")
    def action_model(self) -> None:
        """The models, their tests and their consents."""
        self.travel(self._models())

    async def _models(self) -> None:
        from ascom_coach.tui.model_screen import ModelScreen

        _ = self.coach_app.loaded
        await self.coach_app.visit(ModelScreen())

    def on_screen_resume(self) -> None:
        """Back from the models: say which one is in use."""
        table = load_settings(self.coach_app.data).model
        self.query_one("#etat-modele", Plain).update(f"Modèle de langage (F6) : {_model(table)}")


def _model(table: Mapping[str, Any]) -> str:
    name = str(table.get("actif", "integre"))
    if name != "integre":
        return f"« {name} » (il ne fait que parler : aucun niveau ne dépend de lui)"
    return "aucun. Tout fonctionne sans ; rien ne sort de cet ordinateur."
