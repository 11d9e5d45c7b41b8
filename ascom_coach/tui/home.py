"""Accueil: who you are, the scenarios and where you stand, the way back to what was begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option

from ascom_coach.tui.base import CoachScreen, Plain, listed
from ascom_coach.tui.keys import bindings
from ascom_coach.tui.words import BLOCS, LEVELS, STATES, minutes

if TYPE_CHECKING:
    from ascom_coach.shelf import Card

DRAFT, LIBRARY, NOTEBOOK = "+brouillon", "+referentiel", "+carnet"


class Home(CoachScreen):
    """The first screen: paints at once, fills when the coach is there."""

    PLACE = "accueil"
    BINDINGS = bindings("accueil")
    AUTO_FOCUS = "#scenarios"

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[Card] = []
        self.person = ""

    def heading(self) -> str:
        """Name of the program and of the person."""
        return "ascom-coach · préparer le titre ASCOM"

    def next_action(self) -> str:
        """What to do first."""
        return "Choisissez un scénario avec les flèches, puis appuyez sur Entrée."

    def body(self) -> ComposeResult:
        """List on the left, the chosen scenario on the right."""
        with Horizontal(id="accueil"):
            yield OptionList(listed("Je prépare vos scénarios…", disabled=True), id="scenarios", markup=False)
            with Vertical(id="fiche"):
                with VerticalScroll(id="fiche-texte", can_focus=False):
                    yield Plain("Bonjour. Un instant, j’ouvre votre dossier.", id="fiche-contenu")
                with Horizontal(id="fiche-boutons", classes="boutons"):
                    yield Button("Ouvrir", id="ouvrir", variant="primary", compact=True)
                    yield Button("Recommencer", id="neuf", compact=True)
                    yield Button("En examen", id="examen", compact=True)

    def on_mount(self) -> None:
        """Nothing to open yet."""
        self.query_one("#fiche-boutons").display = False

    def broken(self, sentence: str) -> None:
        """The data folder cannot be used: say so and stay."""
        self.query_one("#fiche-contenu", Plain).update(sentence)
        self.say_next("Vos données ne sont pas accessibles : suivez le conseil affiché, puis relancez.")

    async def refresh_cards(self, *, first: bool = False) -> None:
        """Read people and scenarios again. Raises CoachError."""
        coach = self.coach_app.loaded

        def read() -> tuple[list[str], str, list[Card]]:
            person = coach.journal.person()
            return coach.journal.people(), person, coach.cards(person or None)

        people, self.person, self.cards = await self.in_thread(read)
        self._fill()
        self.query_one("#horloge", Plain).update(f"Bonjour {self.person}" if self.person else "")
        if first and not people and self.app.screen is self and self.coach_app.opening[:2] == (None, None):
            self.action_people()

    def _fill(self) -> None:
        options = self.query_one("#scenarios", OptionList)
        kept = self._chosen_id()
        options.clear_options()
        going = [card for card in self.cards if card.state == "en_cours"]
        entries: list[Option] = []
        if going:
            entries.append(_title("Reprendre où vous en étiez"))
            entries += [listed(f"◐ {card.title}", name=f"reprendre:{card.id}") for card in going]
        bloc = None
        for card in self.cards:
            if card.bloc != bloc:
                bloc = card.bloc
                entries.append(_title(BLOCS.get(card.bloc, "Scénarios à corriger")))
            mark, word = STATES[card.state]
            label = f"! {card.title} · illisible" if card.problem else f"{mark} {card.title} · {word}"
            entries.append(listed(label, name=card.id))
        if not self.cards:
            entries.append(_title("Aucun scénario pour l’instant"))
        entries += [
            _title("Sans scénario"),
            listed("Relire un brouillon", name=DRAFT),
            listed("Chercher dans le référentiel", name=LIBRARY),
            listed("Mon carnet d’erreurs", name=NOTEBOOK),
        ]
        options.add_options(entries)
        wanted = next((i for i, entry in enumerate(entries) if entry.id == kept), None)
        options.highlighted = wanted if wanted is not None else next(
            (i for i, entry in enumerate(entries) if not entry.disabled), None
        )  # fmt: skip

    def _chosen_id(self) -> str:
        options = self.query_one("#scenarios", OptionList)
        if options.highlighted is None or options.highlighted >= options.option_count:
            return ""
        return options.get_option_at_index(options.highlighted).id or ""

    def _card(self) -> Card | None:
        name = self._chosen_id().removeprefix("reprendre:")
        return next((card for card in self.cards if card.id == name), None)

    @on(OptionList.OptionHighlighted)
    def _shown(self) -> None:
        card = self._card()
        self.query_one("#fiche-boutons").display = card is not None and not card.problem
        content = self.query_one("#fiche-contenu", Plain)
        if card is None:
            content.update(_WITHOUT.get(self._chosen_id(), ""))
            return
        self.query_one("#ouvrir", Button).label = "Reprendre" if card.session else "Commencer"
        self.query_one("#neuf").display = bool(card.session)
        content.update(Content(card.problem) if card.problem else _sheet(card))

    @on(OptionList.OptionSelected)
    @on(Button.Pressed, "#ouvrir")
    def action_open(self) -> None:
        """Open what is chosen."""
        chosen = self._chosen_id()
        if chosen == DRAFT:
            self.travel(self._draft())
        elif chosen == LIBRARY:
            self.travel(self._library())
        elif chosen == NOTEBOOK:
            self.action_notebook()
        elif card := self._card():
            self._start(card, resume=card.session or None)

    @on(Button.Pressed, "#neuf")
    def action_restart(self) -> None:
        """A new session of the chosen scenario; the earlier one is kept."""
        if card := self._card():
            self._start(card)

    @on(Button.Pressed, "#examen")
    def action_exam(self) -> None:
        """The chosen scenario as in the exam."""
        from ascom_coach.tui.dialogs import Confirm

        card = self._card()
        if card is None:
            self.refused("Choisissez d’abord un scénario dans la liste.")
            return
        settings = self.coach_app.loaded.settings
        heard = "une seule écoute" if settings.exam_hearings == 1 else f"{settings.exam_hearings} écoutes"
        stays = (
            "" if settings.exam_transcript else " La consigne ne reste pas affichée : préparez de quoi noter."
        )
        question = (
            f"En examen : « {card.title} », {heard}, ni sujets ni indices, une copie remise est scellée.{stays} "
            "Durées et écoutes sont les nôtres : le référentiel ne les fixe pas."
        )
        self.app.push_screen(
            Confirm(question, "Commencer", "Pas maintenant"),
            lambda yes: self._start(card, exam=True) if yes else None,
        )

    def _start(self, card: Card, *, resume: str | None = None, exam: bool = False) -> None:
        if card.problem:
            self.refused(card.problem)
            return
        self.travel(self.coach_app.open_session(card.id, resume=resume, exam=exam))

    def action_people(self) -> None:
        """Who are you?"""
        from ascom_coach.tui.people import People

        self.coach_app.loaded  # noqa: B018 - raises the sentence that says to wait
        self.app.push_screen(People(), lambda _: self.attempt(self.refresh_cards()))

    def action_draft(self) -> None:
        """Review a draft."""
        self.travel(self._draft())

    def action_library(self) -> None:
        """The référentiel."""
        self.travel(self._library())

    def action_notebook(self) -> None:
        """The error notebook."""
        self.travel(self._notebook())

    def action_preferences(self) -> None:
        """Settings."""
        self.travel(self._preferences())

    async def _draft(self) -> None:
        from ascom_coach.tui.draft import Draft

        await self.coach_app.visit(Draft())

    async def _library(self) -> None:
        from ascom_coach.tui.library import Library

        await self.coach_app.visit(Library())

    async def _notebook(self) -> None:
        from ascom_coach.tui.notebook import NotebookScreen

        await self.coach_app.visit(NotebookScreen())

    async def _preferences(self) -> None:
        from ascom_coach.tui.preferences import Preferences

        await self.coach_app.visit(Preferences())


_WITHOUT = {
    DRAFT: "Vous avez déjà un document : dites ce que c’est, collez la consigne reçue si vous l’avez, et lisez ce "
    "qu’un jury y verrait, critère par critère.",
    LIBRARY: "Le texte officiel du titre : activités, compétences, productions, critères. Posez une question avec "
    "vos mots, ou parcourez bloc par bloc.",
    NOTEBOOK: "Vos erreurs de français, règle par règle : ce qui revient, ce qui progresse, ce qui est acquis, et "
    "trois phrases pour vous entraîner. Il reste sur cet ordinateur.",
}


def _title(text: str) -> Option:
    return listed(Content.styled(text, "bold"), disabled=True)


def _sheet(card: Card) -> Content:
    parts: list[Content | str | tuple[str, str]] = [
        (card.title, "bold"),
        f"\n{card.company}\nNiveau {card.level} sur 3 · {minutes(card.minutes)} environ\n\n{card.presentation}\n",
    ]
    best = dict(card.best)
    if card.criteria:
        parts.append(("\nCritères travaillés\n", "bold"))
        for name in card.criteria:
            parts.append(f"{name} : {LEVELS.get(best.get(name, ''), 'pas encore évalué')}\n")
        if best:
            parts.append("(entraînement, pas une note officielle)\n")
    if card.session:
        parts.append("\nUne séance est commencée : Entrée pour la reprendre où vous l’aviez laissée.")
    return Content.assemble(*parts)
