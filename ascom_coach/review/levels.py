"""From findings to a level per criterion, by the rules published in `knowledge/niveaux.yaml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ascom_coach.referential import Criterion, load_referential
from ascom_coach.resources import knowledge_dir, read_yaml
from ascom_coach.review.model import CriterionResult, Finding, Level

ORDER: tuple[Level, ...] = ("non_atteint", "en_cours", "atteint", "solide")


@dataclass(frozen=True, slots=True)
class Rules:
    """The published rules, as numbers."""

    weights: dict[str, Decimal]
    coverage: Decimal
    reached: Decimal
    going: Decimal
    solid_checks: int
    ceiling: Level


@cache
def rules() -> Rules:
    """Read once."""
    tree = read_yaml(knowledge_dir() / "niveaux.yaml")
    return Rules(
        {key: Decimal(value) for key, value in tree["poids"].items()}, Decimal(tree["couverture_minimale"]),
        Decimal(tree["atteint"]), Decimal(tree["en_cours"]), int(tree["solide_controles_min"]),
        tree["plafond_si_bloquant"],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """One control as it counts: its findings and its weight (`bloquant`, `majeur`, `mineur`)."""

    criterion: str
    severity: str
    findings: tuple[Finding, ...]

    @property
    def status(self) -> str:
        """defaut if any finding is one; conforme if any is; else the first."""
        statuses = [finding.status for finding in self.findings]
        for status in ("defaut", "conforme"):
            if status in statuses:
                return status
        return statuses[0] if statuses else "sans_objet"


def level_of(outcomes: Sequence[Outcome]) -> tuple[Level | None, int, int, str]:
    """Level, controls assessed, controls in all, and why. `sans_objet` does not count at all."""
    known = rules()
    counted = [outcome for outcome in outcomes if outcome.status != "sans_objet"]
    assessed = [outcome for outcome in counted if outcome.status in ("conforme", "defaut")]
    total = len(counted)
    if not total:
        return None, 0, 0, "aucun contrôle ne porte sur ce critère ici"
    if Decimal(len(assessed)) / total < known.coverage:
        return None, len(assessed), total, "moins de la moitié des contrôles ont pu être évalués"
    wrong = [outcome for outcome in assessed if outcome.status == "defaut"]
    weight = sum((known.weights[outcome.severity] for outcome in assessed), Decimal(0))
    lost = sum((known.weights[outcome.severity] for outcome in wrong), Decimal(0))
    share = (weight - lost) / weight
    if not wrong:
        level: Level = "solide" if len(assessed) >= known.solid_checks else "atteint"
        return level, len(assessed), total, "aucun défaut parmi les contrôles évalués"
    level = "atteint" if share >= known.reached else "en_cours" if share >= known.going else "non_atteint"
    count = f"{len(wrong)} défaut" + ("s" if len(wrong) > 1 else "")
    why = f"{count} sur {len(assessed)} contrôle" + ("s évalués" if len(assessed) > 1 else " évalué")
    if any(outcome.severity == "bloquant" for outcome in wrong):
        level = min(level, known.ceiling, key=ORDER.index)
        why += ", dont un bloquant"
    return level, len(assessed), total, why


def criterion_results(criteria: Sequence[str], outcomes: Sequence[Outcome]) -> tuple[CriterionResult, ...]:
    """One result per criterion, in the référentiel's order."""
    results = []
    for name in sorted(criteria):
        criterion = load_referential().criterion(name)
        mine = [outcome for outcome in outcomes if outcome.criterion == name]
        level, assessed, total, why = level_of(mine)
        results.append(
            CriterionResult(
                name,
                criterion.label,
                criterion.official,
                level,
                assessed,
                total,
                _parts(criterion, mine),
                None,
                why,
            )
        )
    return tuple(results)


_PART_OF = {
    "langue": "langue",
    "jugement": "argumentaire",
    "brouillon:langue": "langue",
    "brouillon:lecteur": "argumentaire",
}


def _part(outcome: Outcome) -> str:
    return _PART_OF.get(outcome.findings[0].check, "langage adapté")


def _parts(criterion: Criterion, outcomes: Sequence[Outcome]) -> tuple[dict[str, object], ...]:
    """K1.4 and K2.5 hold three things: three lines under one criterion."""
    if criterion.id not in ("K1.4", "K2.5"):
        return ()
    lines: list[dict[str, object]] = []
    for label in ("langue", "argumentaire", "langage adapté"):
        mine = [
            one
            for one in outcomes
            if one.findings and _PART_OF.get(one.findings[0].check, "langage adapté") == label
        ]
        level, assessed, total, _ = level_of(mine)
        lines.append({"label": label, "level": level, "coverage": {"assessed": assessed, "total": total}})
    return tuple(lines)
