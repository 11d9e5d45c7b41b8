"""A whole scenario as its author writes it, and the least that a draft must hold."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from ascom_coach.scenarios.nodes import Day, Node, Slug, Texts
from ascom_coach.scenarios.schema.delegation import Delegation
from ascom_coach.scenarios.schema.facts import Decoy, Fact
from ascom_coach.scenarios.schema.people import Character
from ascom_coach.scenarios.schema.steps import Step
from ascom_coach.scenarios.schema.when import End, Twist
from ascom_coach.scenarios.schema.work import Anomaly, HandedDocument, Production


class Reference(Node):
    """What of the référentiel the scenario trains. Ids only."""

    competences: Texts = ()
    productions: Texts = ()
    criteres: Texts = ()
    activites: Texts = ()


class Company(Node):
    """The fictional firm, all public."""

    nom: str
    secteur: str = ""
    effectif: str = ""
    ton: str = ""
    ville: str = ""
    presentation: str = ""


class Phrase(Node):
    """A sentence and what it must be understood as, written by someone other than the author."""

    dit: str
    fait: str = ""
    acte: str = ""


class Debrief(Node):
    """What the debrief shows, and when."""

    apres: str = "version_1"
    montre: Texts = ()


class Scenario(Node):
    """A whole scenario, as written (variables between braces not yet replaced)."""

    format: int = 1
    id: Slug
    titre: str
    statut: Literal["brouillon", "essaye", "valide"] = "brouillon"
    bloc: Annotated[int, Field(ge=1, le=3)]
    niveau: Annotated[int, Field(ge=1, le=3)] = 1
    duree_minutes: int = 45
    date_fictive: Day
    jours_feries: tuple[Day, ...] = ()
    presentation: str = ""
    referentiel: Reference = Reference()
    entreprise: Company
    variantes: dict[str, tuple[str | dict[str, str], ...]] = Field(default_factory=dict)
    documents_remis: tuple[HandedDocument, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    delegation: Delegation = Delegation()
    etapes: tuple[Step, ...]
    imprevus: tuple[Twist, ...] = ()
    personnages: dict[str, Character]
    faits: tuple[Fact, ...]
    leurres: tuple[Decoy, ...] = ()
    fins: tuple[End, ...] = ()
    productions: tuple[Production, ...] = ()
    indices: dict[str, Texts] = Field(default_factory=dict)
    temoins: dict[str, dict[str, str]] = Field(default_factory=dict)
    corrige: dict[str, str] = Field(default_factory=dict)
    tests: tuple[Phrase, ...] = ()
    bilan: Debrief = Debrief()

    @property
    def to_hand_in(self) -> tuple[Production, ...]:
        """The productions that are files, in order."""
        return tuple(production for production in self.productions if not production.spoken)

    def fact(self, fact_id: str) -> Fact:
        """The fact of that id. Raises KeyError."""
        return next((fact for fact in self.faits if fact.id == fact_id), None) or _missing(fact_id)

    def production(self, production_id: str) -> Production:
        """The production of that id. Raises KeyError."""
        return next((item for item in self.productions if item.id == production_id), None) or _missing(
            production_id
        )

    def anomaly(self, anomaly_id: str) -> Anomaly:
        """The anomaly of that id. Raises KeyError."""
        return next((item for item in self.anomalies if item.id == anomaly_id), None) or _missing(anomaly_id)


def _missing(item: str) -> Any:
    raise KeyError(item)


class Draft(Node):
    """The least a draft needs to try its understanding: facts only, everything else ignored."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str = "brouillon"
    date_fictive: Day | None = None
    faits: tuple[Fact, ...]
    leurres: tuple[Decoy, ...] = ()
