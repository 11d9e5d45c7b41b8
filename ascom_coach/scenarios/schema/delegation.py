"""What the trainee may promise, what is forbidden, when to hand over."""

from __future__ import annotations

from ascom_coach.scenarios.nodes import Node, Slug, Texts
from ascom_coach.scenarios.schema.when import Condition


class Allowed(Node):
    """What the trainee may promise, up to `maximum` (« 30 EUR », « 6 »), when `condition` holds.

    `sens` names promise verbs (rembourser, geste, livrer…) that this entry covers; `reponses` is what the manager says
    when the trainee asks for leave or how far it goes, in place of the points already said.
    """

    id: Slug
    quoi: str
    maximum: str = ""
    sens: Texts = ()
    condition: Condition | None = None
    reponses: Texts = ()


class Banned(Node):
    """What the trainee may not say or promise: by words (stems), by promise verbs, or by speech act.

    `reponses` is what the manager says when the trainee asks for leave.
    """

    id: Slug
    quoi: str
    mots: Texts = ()
    sens: Texts = ()
    acte: str = ""
    reponses: Texts = ()


class Escalation(Node):
    """When the trainee must hand over, and to whom."""

    vers: str
    quand: tuple[Condition, ...] = ()


class Delegation(Node):
    """The limits of what the trainee may decide alone."""

    autorise: tuple[Allowed, ...] = ()
    interdit: tuple[Banned, ...] = ()
    escalade: Escalation | None = None

    @property
    def entries(self) -> tuple[Allowed | Banned, ...]:
        """What is allowed, then what is forbidden."""
        return (*self.autorise, *self.interdit)
