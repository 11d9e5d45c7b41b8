"""What a review is made of: findings with their evidence, criteria with their level, remarks on the language.

No finding without a criterion, a place and, when something is wrong in the text, a quote found verbatim in the copy.
Levels are a training aid of ours: the référentiel fixes no scale.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ascom_coach.documents import Locator

Status = Literal["conforme", "defaut", "a_verifier", "non_evaluable", "sans_objet"]
Severity = Literal["bloquant", "majeur", "mineur"]
Level = Literal["non_atteint", "en_cours", "atteint", "solide"]
Since = Literal["nouveau", "restant", "resolu"]


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check at one place.

    `message` says what was found and why it matters; `hint` is the next step, never the corrected text.
    `passages` are ids of the référentiel; `needs` tells what is missing when the status is `non_evaluable`
    (`modele_ou_formateur`, `seance`, `valeur_calculee`, `fichier`). `decided_by` names a trainer whose verdict
    stands beside the computed one.
    """

    id: str
    check: str
    version: int
    criterion: str
    status: Status
    severity: Severity | None
    locator: Locator | None
    quote: str
    message: str
    hint: str
    passages: tuple[str, ...] = ()
    since: Since | None = None
    production: str = ""
    needs: str = ""
    part: str = ""

    def to_json(self) -> dict[str, object]:
        """The contract's `findings[]` object."""
        return {
            "id": self.id,
            "check": self.check,
            "version": self.version,
            "criterion": self.criterion,
            "status": self.status,
            "severity": self.severity,
            "locator": self.locator.to_json() if self.locator else None,
            "quote": self.quote,
            "message": self.message,
            "hint": self.hint,
            "passages": list(self.passages),
            "since": self.since,
            "production": self.production,
            "needs": self.needs,
        }


@dataclass(frozen=True, slots=True)
class TrainerVerdict:
    """A trainer's word on one check, kept beside the computed status.

    `verdict` is a finding status (`conforme`, `defaut`, `sans_objet`); `who` and `reason` are required.
    """

    check: str
    verdict: Status
    who: str
    reason: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class CriterionResult:
    """A criterion with its level, or None when less than half of its checks could be assessed."""

    id: str
    label: str
    official: bool
    level: Level | None
    assessed: int
    total: int
    parts: tuple[Mapping[str, object], ...] = ()
    appreciation: Mapping[str, object] | None = None
    why: str = ""

    def to_json(self) -> dict[str, object]:
        """The contract's `criteria[]` object."""
        return {
            "id": self.id,
            "label": self.label,
            "official": self.official,
            "level": self.level,
            "coverage": {"assessed": self.assessed, "total": self.total},
            "parts": [dict(part) for part in self.parts],
            "appreciation": dict(self.appreciation) if self.appreciation else None,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Review:
    """A whole review. `priorities` are ids of at most three findings to work on first.

    `version` is 2 or more when an earlier version of the copies is known: only then are fixes told.
    """

    scenario: str | None
    session: str | None
    files: tuple[Mapping[str, str], ...]
    criteria: tuple[CriterionResult, ...]
    findings: tuple[Finding, ...]
    language: Mapping[str, object] = field(default_factory=dict)
    refused: tuple[Mapping[str, str], ...] = ()
    notices: tuple[Mapping[str, object], ...] = ()
    priorities: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    verdicts: tuple[TrainerVerdict, ...] = ()
    version: int = 1

    def to_json(self) -> dict[str, object]:
        """The contract's `relire` document."""
        return {
            "scenario": self.scenario,
            "session": self.session,
            "files": [dict(item) for item in self.files],
            "criteria": [item.to_json() for item in self.criteria],
            "findings": [item.to_json() for item in self.findings],
            "language": dict(self.language) or {"engines": [], "remarks": []},
            "refused": [dict(item) for item in self.refused],
            "notices": [dict(item) for item in self.notices],
            "priorities": list(self.priorities),
            "strengths": list(self.strengths),
            "verdicts": [
                {"check": v.check, "verdict": v.verdict, "who": v.who, "reason": v.reason, "at": v.at}
                for v in self.verdicts
            ],
        }
