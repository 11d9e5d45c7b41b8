"""The form of one model profile. The key is typed unseen and never shown again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input

from ascom_coach.errors import CoachError, WrongUseError
from ascom_coach.tui.base import Dialog, Plain

if TYPE_CHECKING:
    from ascom_coach.model_settings import ModelSettings

# Key of the profile's table, question, example.
_FIELDS = (
    ("modele", "Nom du modèle, comme litellm l’écrit", "par exemple ollama_chat/ministral-3:8b"),
    ("adresse", "Adresse du serveur (vide : l’adresse habituelle)", "par exemple http://127.0.0.1:11434"),
    ("cle_env", "Variable d’environnement qui contient la clé (facultatif)", "par exemple MISTRAL_API_KEY"),
    ("plafond", "Plafond par mois, en dollars (modèle hébergé, facultatif)", "par exemple 2"),
    (
        "prix",
        "Prix d’un million de jetons, envoyés / reçus, en dollars (facultatif)",
        "par exemple 0,15 / 0,60",
    ),
)


class ModelForm(Dialog):
    """Nothing is kept before « Garder »; the answer is the name of the profile, or None."""

    def __init__(self, models: ModelSettings, name: str, fields: Mapping[str, Any], pull: str = "") -> None:
        super().__init__()
        self.models, self.profile_name, self.fields, self.pull = models, name, fields, pull

    def compose(self) -> ComposeResult:
        """A line per setting."""
        with VerticalScroll(classes="fenetre grande formulaire", can_focus=False):
            if self.pull:
                yield Plain(f"À faire une fois dans un terminal : {self.pull}", classes="doux")
            with Vertical(classes="ligne-formulaire"):
                yield Plain("Nom du profil, court et en minuscules")
                yield Input(
                    self.profile_name or self._first_name(),
                    id="nom",
                    compact=True,
                    disabled=bool(self.profile_name),
                )
            for key, question, example in _FIELDS:
                with Vertical(classes="ligne-formulaire"):
                    yield Plain(question)
                    yield Input(_shown(self.fields, key), id=key, placeholder=example, compact=True)
            with Vertical(classes="ligne-formulaire"):
                yield Plain("Clé (elle ne s’affiche pas ; vide : ne rien changer)")
                yield Input(id="cle", password=True, compact=True)
            with Horizontal(classes="boutons"):
                yield Button("Garder", id="garder", variant="primary", compact=True)
                yield Button("Annuler", id="annuler", compact=True)

    def on_mount(self) -> None:
        """Start where something is missing."""
        ready = self.fields.get("modele") and not self.profile_name
        self.query_one("#modele" if not ready else "#garder" if self.pull else "#cle").focus()

    def _first_name(self) -> str:
        """« local », « mistral », « mistral-2 »: a free name."""
        model = str(self.fields.get("modele", ""))
        start = "local" if model.startswith("ollama") or "/" not in model else model.partition("/")[0].lower()
        taken = {row.name for row in self.models.rows()}
        return next(name for name in [start, *(f"{start}-{i}" for i in range(2, 99))] if name not in taken)

    @on(Button.Pressed, "#annuler")
    def _cancelled(self) -> None:
        self.dismiss(None)

    @on(Input.Submitted)
    @on(Button.Pressed, "#garder")
    def _kept(self) -> None:
        try:
            name = self.query_one("#nom", Input).value.strip()
            given: dict[str, Any] = {
                key: self.query_one(f"#{key}", Input).value.strip() for key, *_ in _FIELDS
            }
            given["plafond"] = _dollars(given["plafond"])
            given["prix_entree"], given["prix_sortie"] = _prices(given.pop("prix"))
            key = self.query_one("#cle", Input).value
            self.models.save(name, given)
            if key.strip():
                self.coach_app.tell(self.models.keep_key(name, key))
        except CoachError as error:
            self.refused(str(error))
            return
        self.dismiss(name)


def _prices(typed: str) -> tuple[float | None, float | None]:
    """Raises WrongUseError when it is not two amounts."""
    if not typed:
        return None, None
    into, slash, out = typed.partition("/")
    if not slash:
        raise WrongUseError("Les deux prix s’écrivent avec une barre, par exemple 0,15 / 0,60.")
    return _dollars(into.strip()), _dollars(out.strip())


def _shown(fields: Mapping[str, Any], key: str) -> str:
    """What is set, as it is typed."""
    if key == "prix":
        both = fields.get("prix_entree"), fields.get("prix_sortie")
        return "" if None in both else f"{both[0]} / {both[1]}".replace(".", ",")
    value = fields.get(key)
    return "" if value is None else str(value).replace(".", ",") if isinstance(value, float) else str(value)


def _dollars(typed: str) -> float | None:
    """Raises WrongUseError when it is not an amount."""
    if not typed:
        return None
    try:
        return float(typed.replace(",", ".").removesuffix("$").strip())
    except ValueError:
        raise WrongUseError("Un montant est un nombre de dollars, par exemple 2 ou 0,5.") from None
