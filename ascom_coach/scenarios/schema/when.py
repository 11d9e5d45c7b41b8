"""What happens when: conditions on the state, twists, ends."""

from __future__ import annotations

from ascom_coach.scenarios.nodes import Node, Slug, YesNo


class Condition(Node):
    """A small typed test on the state; all the keys given must hold."""

    humeur_min: int | None = None
    humeur_max: int | None = None
    tours_min: int | None = None
    tours_max: int | None = None
    essentiels: YesNo | None = None
    acte: str = ""
    fait: str = ""
    imprevu: str = ""
    etape: str = ""
    minute: int | None = None


class Moment(Node):
    """When a twist comes: in a step, after so many minutes of it or so many turns."""

    etape: str
    minute: int | None = None
    tours: int | None = None


class Change(Node):
    """A fact takes another value."""

    fait: str
    valeur: str


class Twist(Node):
    """Something that happens on the way and changes the right answer."""

    id: Slug
    quand: Moment
    qui: str
    dit: str
    change: Change | None = None


class End(Node):
    """How the conversation can end. The first whose condition holds wins."""

    id: Slug
    si: Condition
    dit: str = ""
    titre: str = ""
