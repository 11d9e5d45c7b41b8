"""The steps of a scenario: an oral instruction, a conversation, a time to write."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ascom_coach.scenarios.nodes import Node, Slug, Texts, YesNo

PointKind = Literal["qui", "quoi", "quand", "delai", "quantite", "format", "limite", "ou", "pourquoi"]


class Point(Node):
    """One atomic piece of an oral instruction: what the manager says, and the value it carries.

    `lapsus`: what the manager says first by mistake; they correct themselves, then say `dit`.
    `questions`: ways to ask for it again that share no word with `dit`.
    """

    id: Slug
    nature: PointKind
    dit: str
    lapsus: str = ""
    valeur: str = ""
    faits: Texts = ()
    questions: Texts = ()


class Gap(Node):
    """What the instruction leaves out or leaves ambiguous: the trainee must ask for `fait`."""

    id: Slug
    quoi: str
    fait: str


class OralInstruction(Node):
    """A manager speaks. `ecoutes` is the number of hearings in training."""

    type: Literal["consigne_orale"]
    id: Slug
    qui: str
    ecoutes: int = 2
    ouverture: Texts = ()
    points: tuple[Point, ...]
    manque: tuple[Gap, ...] = ()
    ambigu: tuple[Gap, ...] = ()
    questions: YesNo = True
    minutes: int | None = None
    tours_max: int | None = None
    titre: str = ""


class Dialogue(Node):
    """A conversation with one or several people, the first one speaks first."""

    type: Literal["dialogue"]
    id: Slug
    qui: Texts
    tours_max: int | None = None
    minutes: int | None = None
    titre: str = ""
    canal: Literal["telephone", "face_a_face", "tchat"] = "telephone"


class Writing(Node):
    """The trainee writes and hands in."""

    type: Literal["production"]
    id: Slug
    minutes: int | None = None
    productions: Texts = ()
    qui: Texts = ()
    titre: str = ""


Step = Annotated[OralInstruction | Dialogue | Writing, Field(discriminator="type")]
