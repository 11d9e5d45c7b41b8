"""What people know, and what opens it. `valeur`, `questions` and `mots_cles` are never shown as such."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from ascom_coach.scenarios.nodes import Node, Slug, Texts, YesNo


def _access(value: Any) -> Any:
    if isinstance(value, str) and value not in ("spontane", "si_demande", "jamais"):
        raise ValueError("écrivez spontane, si_demande, jamais, {humeur_min: n} ou {apres: fait}")
    return value


class Access(Node):
    """The gate of a fact, when it is neither free nor closed for ever."""

    humeur_min: int | None = None
    apres: str = ""


class Fact(Node):
    """Something one person knows. `porte_sur` is public and never tells the value; `valeur` is locked until granted."""

    id: Slug
    qui: str
    acces: Annotated[Literal["spontane", "si_demande", "jamais"] | Access, BeforeValidator(_access)] = (
        "si_demande"
    )
    porte_sur: str
    valeur: str
    aussi_dans: Texts = ()
    essentiel: YesNo = False
    questions: Texts = ()
    mots_cles: Texts = ()
    reponses: Texts = ()
    esquive: Texts = ()
    explication: str = ""


class Decoy(Node):
    """A plausible question that nobody can answer here, with a natural dodge."""

    id: Slug
    questions: Texts
    mots_cles: Texts = ()
    reponses: Texts = ()
