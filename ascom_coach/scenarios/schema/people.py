"""People whom the program plays: who they are, how they speak, what they say when they have nothing to give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from ascom_coach.scenarios.nodes import Node, Texts

Manner = Literal["presse", "confus", "bavard", "tenace", "indiscret", "etranger"]

RegisterName = Literal["tutoiement", "vouvoiement"]


_LINE_KEYS = (
    "ouverture", "salutations", "relances", "incomprehension", "ignorance", "accuse_reception", "silence", "cloture",
)  # fmt: skip


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


class Mood(Node):
    """From 0 (furious) to 5 (won over): where it starts, what moves it, what is said at each value."""

    depart: int = 2
    monte: dict[str, int] = Field(default_factory=dict)
    baisse: dict[str, int] = Field(default_factory=dict)
    phrases: dict[int, Texts] = Field(default_factory=dict)


class SpokenVoice(Node):
    """How a person sounds when the voice is on. What is left out is derived from the person, always the same."""

    genre: Literal["femme", "homme", ""] = ""
    vitesse: Literal["lente", "normale", "rapide", ""] = ""
    hauteur: Literal["grave", "moyenne", "aigue", ""] = ""


class Character(Node):
    """A person played by the program. `manieres`: ways of speaking, with their own lines in
    `repliques_de_maniere` if the author wrote some. `voix`: the synthetic voice, if it is on."""

    nom: str
    role: str = ""
    registre: RegisterName = "vouvoiement"
    registre_recu: RegisterName | None = None
    phrases_max: int = 3
    style: str = ""
    manieres: Annotated[tuple[Manner, ...], BeforeValidator(_listed)] = ()
    repliques_de_maniere: dict[Manner, Texts] = Field(default_factory=dict)
    voix: SpokenVoice = SpokenVoice()
    grief: str = ""
    ouverture: Texts = ()
    ignore: Texts = ()
    humeur: Mood | None = None
    salutations: Texts = ()
    relances: Texts = ()
    incomprehension: Texts = ()
    ignorance: Texts = ()
    accuse_reception: Texts = ()
    silence: Texts = ()
    cloture: Texts = ()

    def lines(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every ready-made line of the person, with its place under the person's key."""
        for key in _LINE_KEYS:
            for rank, line in enumerate(getattr(self, key)):
                yield (key, rank), line
        for manner, said in self.repliques_de_maniere.items():
            for rank, line in enumerate(said):
                yield ("repliques_de_maniere", manner, rank), line
        for mood, phrases in (self.humeur.phrases if self.humeur else {}).items():
            for rank, line in enumerate(phrases):
                yield ("humeur", "phrases", str(mood), rank), line
