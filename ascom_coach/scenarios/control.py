"""What all controls share."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from ascom_coach.scenarios.nodes import Node, Slug, Texts

Severity = Literal["bloquant", "majeur", "mineur"]


class Control(Node):
    """What all controls share.

    `points` and `faits` name the instruction points and facts that the control verifies: the linter uses
    them to find a point that nothing checks. `message` and `bravo` may replace the engine's own sentences.
    """

    id: Slug
    critere: str
    gravite: Severity = "majeur"
    points: Texts = ()
    faits: Texts = ()
    message: str = ""
    si_fait: dict[str, str] = Field(default_factory=dict)
    si_imprevu_survenu: str = ""
