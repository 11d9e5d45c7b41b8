"""What an author writes in `scenario.yaml`, typed. Keys are French; every scalar arrives as text.

The text belongs to the author, the decisions to the code. Public and hidden text never share a key:
`Fact.valeur`, `Fact.questions`, `Fact.mots_cles`, controls, hints and anomalies are never shown as such.

`people`, `facts`, `when` (conditions, twists, ends), `delegation`, `steps`, `work` (files given and
handed in), `scenario`.
"""

from __future__ import annotations

from ascom_coach.scenarios.schema.delegation import Allowed, Banned, Delegation, Escalation
from ascom_coach.scenarios.schema.facts import Access, Decoy, Fact
from ascom_coach.scenarios.schema.people import Character, Manner, Mood, RegisterName, SpokenVoice
from ascom_coach.scenarios.schema.scenario import Company, Debrief, Draft, Phrase, Reference, Scenario
from ascom_coach.scenarios.schema.steps import Dialogue, Gap, OralInstruction, Point, PointKind, Step, Writing
from ascom_coach.scenarios.schema.when import Change, Condition, End, Moment, Twist
from ascom_coach.scenarios.schema.work import Anomaly, Contract, HandedDocument, Production, Treatment

__all__ = [
    "Access",
    "Allowed",
    "Anomaly",
    "Banned",
    "Change",
    "Character",
    "Company",
    "Condition",
    "Contract",
    "Debrief",
    "Decoy",
    "Delegation",
    "Dialogue",
    "Draft",
    "End",
    "Escalation",
    "Fact",
    "Gap",
    "HandedDocument",
    "Manner",
    "Moment",
    "Mood",
    "OralInstruction",
    "Phrase",
    "Point",
    "PointKind",
    "Production",
    "Reference",
    "RegisterName",
    "Scenario",
    "SpokenVoice",
    "Step",
    "Treatment",
    "Twist",
    "Writing",
]
