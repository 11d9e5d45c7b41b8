"""The form of the search's vectors: the embedding model, its index made in view, and the way back to the built-in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input, ProgressBar

from ascom_coach.errors import CoachError
from ascom_coach.tui.base import Dialog, Plain

if TYPE_CHECKING:
    from ascom_coach.models import EmbeddingProfile
    from ascom_coach.searching import Construction

# Key of the table, question, example.
_FIELDS = (
    ("modele", "Nom du modèle de vecteurs, comme litellm l’écrit", "par exemple ollama/bge-m3"),
    ("adresse", "Adresse du serveur (vide : l’adresse habituelle)", "par exemple http://127.0.0.1:11434"),
    ("cle_env", "Variable d’environnement qui contient la clé (facultatif)", "par exemple MISTRAL_API_KEY"),
)
CONSENT = "accord"
"""The answer of the form when the person must first read what would leave."""


class VectorForm(Dialog):
    """The answer is `CONSENT`, or None. Closing it stops a construction; what was received is kept."""

    AUTO_FOCUS = "#modele"

    def __init__(self) -> None:
        super().__init__()
        self.construction: Construction | None = None

    def compose(self) -> ComposeResult:
        """The state, a line per setting, how far the index is, the buttons."""
        table = self.coach_app.loaded.models.vectors.table()
        with VerticalScroll(classes="fenetre grande formulaire", can_focus=False):
            yield Plain("Recherche dans le référentiel", classes="doux")
            yield Plain("", id="etat-vecteurs")
            for key, question, example in _FIELDS:
                with Vertical(classes="ligne-formulaire"):
                    yield Plain(question)
                    yield Input(str(table.get(key, "")), id=key, placeholder=example, compact=True)
            with Vertical(classes="ligne-formulaire"):
                yield Plain("Clé (elle ne s’affiche pas ; vide : ne rien changer)")
                yield Input(id="cle", password=True, compact=True)
            yield ProgressBar(id="avancement", show_eta=False)
            with Horizontal(classes="boutons"):
                yield Button("Construire l’index", id="construire", variant="primary", compact=True)
                yield Button("Revenir à l’intégré", id="integre", compact=True)
                yield Button("Fermer", id="fermer", compact=True)

    def on_mount(self) -> None:
        """Say what is set; nothing is contacted."""
        self._show_working(working=False)
        self.attempt(self._say_state())

    async def _say_state(self, before: str = "") -> None:
        line = await self.in_thread(self.coach_app.loaded.models.vectors.state)
        self._say(f"{before} {line.detail} {line.remedy}".strip())

    def _say(self, sentence: str) -> None:
        self.query_one("#etat-vecteurs", Plain).update(sentence)

    def _show_working(self, *, working: bool) -> None:
        self.query_one("#avancement").display = working
        self.query_one("#construire", Button).label = "Arrêter" if working else "Construire l’index"
        for one in self.query(Input):
            one.disabled = working
        self.query_one("#integre", Button).disabled = working

    @on(Button.Pressed, "#fermer")
    def _put_away(self) -> None:
        self.dismiss(None)

    def on_unmount(self) -> None:
        """A construction ends with the window."""
        if self.construction is not None:
            self.construction.stop()

    @on(Button.Pressed, "#integre")
    def _back(self) -> None:
        self.attempt(self._to_built_in())

    async def _to_built_in(self) -> None:
        await self.in_thread(self.coach_app.loaded.models.vectors.switch_off)
        await self.in_thread(self.coach_app.loaded.forget_voice)
        await self._say_state()

    @on(Input.Submitted)
    @on(Button.Pressed, "#construire")
    def _asked(self) -> None:
        if self.construction is not None:
            self._say("J’arrête…")
            self.construction.stop()
            return
        try:
            wanted = self._kept()
        except CoachError as error:
            self._say(str(error))
            return
        if not self.coach_app.loaded.models.vectors.is_allowed(wanted):
            self.dismiss(CONSENT)
            return
        self._build(wanted)

    def _kept(self) -> EmbeddingProfile:
        """Keep what was typed, and the key apart. Raises CoachError."""
        models = self.coach_app.loaded.models
        given: dict[str, Any] = {key: self.query_one(f"#{key}", Input).value.strip() for key, *_ in _FIELDS}
        wanted = models.vectors.choose(given.pop("modele"), **given)
        if key := self.query_one("#cle", Input).value.strip():
            self.coach_app.tell(models.keep_key(wanted.profile.name, key))
        return wanted

    def _build(self, wanted: EmbeddingProfile) -> None:
        from ascom_coach.searching import Construction

        self.construction = Construction(self.coach_app.loaded, wanted)
        self._show_working(working=True)
        self.query_one("#avancement", ProgressBar).update(total=None, progress=0)
        self._say(f"Je demande un vecteur à {wanted.profile.model}…")
        self.query_one("#construire").focus()
        self.attempt(self._built(self.construction), group="index")

    async def _built(self, construction: Construction) -> None:
        from ascom_coach.searching import made_in_words

        try:
            line, known = await self.in_thread(construction.run, self._progress)
            failed = "" if known else f"{line.detail} {line.remedy}".strip()
            said = made_in_words(known) if known else f"{failed} La recherche intégrée répond en attendant."
        except CoachError as error:
            said = (
                "Construction arrêtée. Ce qui a été reçu est gardé ; la recherche intégrée répond en attendant."
                if construction.stopped
                else f"{error} La recherche intégrée répond en attendant."
            )
        finally:
            self.construction = None
        if self.is_attached:
            self._show_working(working=False)
            self._say(said)

    def _progress(self, done: int, total: int) -> None:
        """Called in the thread that builds."""
        self.app.call_from_thread(self._advance, done, total)

    def _advance(self, done: int, total: int) -> None:
        if self.is_attached:
            self.query_one("#avancement", ProgressBar).update(total=total, progress=done)
            self._say(f"{done} passages sur {total}. La recherche intégrée répond en attendant.")
