"""What is handed to the trainee and what they hand in."""

from __future__ import annotations

from typing import Literal

from ascom_coach.scenarios.controls import AnyControl
from ascom_coach.scenarios.nodes import Node, Slug, Texts

Treatment = Literal["signaler", "corriger", "demander"]


class HandedDocument(Node):
    """A file the trainee receives, and the anomalies planted in it."""

    id: Slug
    fichier: str
    titre: str = ""
    anomalies: Texts = ()


class Anomaly(Node):
    """A planted defect and what a good assistant does with it. `fait` gives the right value, if one must be asked."""

    id: Slug
    detail: str
    attendu: Treatment
    fait: str = ""
    valeur: str = ""


class Contract(Node):
    """What a workbook must respect, located by role: header texts and keys, never cell addresses."""

    depart: str = ""
    feuille: str = ""
    entete: Texts = ()
    cle: str = ""
    lignes_modifiees: Texts = ()
    lignes_ajoutees: Texts = ()
    lignes_supprimees: Texts = ()
    colonnes_calculees: Texts = ()
    libelle_total: Texts = ()


class Production(Node):
    """One thing to hand in, and the controls that judge it."""

    id: Slug
    type: str
    titre: str = ""
    demande: str = ""
    referentiel: Texts = ()
    formats: Texts = ()
    contrat: Contract | None = None
    controles: tuple[AnyControl, ...] = ()

    @property
    def spoken(self) -> bool:
        """A conversation, judged from the session: there is no file to hand in."""
        return self.type == "entretien"
