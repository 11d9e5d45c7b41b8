"""Words of a closed list (acts, parts of a letter, kinds of promise), and limits that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ascom_coach.language import ACTS, PARTS, SENSES, find_values, mentions
from ascom_coach.scenarios.lint.model import Lint, Path
from ascom_coach.scenarios.lint.references import controls
from ascom_coach.scenarios.lint.source import nearest
from ascom_coach.scenarios.schema import Condition, OralInstruction

MOOD_CAUSES = ("question_repetee", "promesse_intenable", "trois_questions_sans_ecoute", "silence")
_PARTS = (*PARTS, "date")


def check_terms(lint: Lint) -> None:
    """All checks of this module."""
    scenario = lint.scenario
    for name, person in scenario.personnages.items():
        if person.humeur:
            for key in ("monte", "baisse"):
                for cause in getattr(person.humeur, key):
                    path: Path = ("personnages", name, "humeur", key, cause)
                    _one_of(lint, path, [cause], (*ACTS, *MOOD_CAUSES), "un acte")
    conditions: list[tuple[Path, Condition]] = []
    for rank, end in enumerate(scenario.fins):
        conditions.append((("fins", rank, "si"), end.si))
    if scenario.delegation.escalade:
        for rank, item in enumerate(scenario.delegation.escalade.quand):
            conditions.append((("delegation", "escalade", "quand", rank), item))
    for where, condition in conditions:
        _one_of(lint, where, [condition.acte], ACTS, "un acte")
    for rank, banned in enumerate(scenario.delegation.interdit):
        _one_of(lint, ("delegation", "interdit", rank), [banned.acte], ACTS, "un acte")
        _one_of(lint, ("delegation", "interdit", rank), banned.sens, SENSES, "un genre de promesse")
        if not (banned.mots or banned.sens or banned.acte):
            lint.tell("ASC224", "a_corriger", ("delegation", "interdit", rank),
                      f"Rien ne permet de reconnaître l’interdit « {banned.id} ».",
                      "Ajoutez « mots », « sens » ou « acte ».")  # fmt: skip
    for rank, allowed in enumerate(scenario.delegation.autorise):
        _one_of(lint, ("delegation", "autorise", rank), allowed.sens, SENSES, "un genre de promesse")
    for rank, phrase in enumerate(scenario.tests):
        if phrase.acte != "aucun":
            _one_of(lint, ("tests", rank, "acte"), [phrase.acte], ACTS, "un acte")
    for place, control, _ in controls(scenario):
        for key in ("actes", "actes_interdits"):
            _one_of(lint, (*place, key), getattr(control, key, ()), ACTS, "un acte")
        _one_of(lint, (*place, "parties"), getattr(control, "parties", ()), _PARTS, "une partie de lettre")
    _limits(lint)
    _slips(lint)


def _slips(lint: Lint) -> None:
    """A slip of the tongue says something else than what follows."""
    for rank, step in enumerate(lint.scenario.etapes):
        for place, point in enumerate(step.points if isinstance(step, OralInstruction) else ()):
            if (
                point.lapsus
                and point.valeur
                and mentions(point.lapsus, point.valeur, lint.scenario.date_fictive)
            ):
                lint.tell("ASC231", "a_corriger", ("etapes", rank, "points", place, "lapsus"),
                          f"Le lapsus du point « {point.id} » dit déjà la bonne valeur.",
                          "Écrivez dans « lapsus » l’erreur, et dans « dit » la phrase juste.")  # fmt: skip


def _one_of(lint: Lint, path: Path, names: Iterable[str], known: Sequence[str], what: str) -> None:
    for name in names:
        if name and name not in known:
            hint = nearest(name, list(known)) or f"Choisissez parmi {', '.join(known)}."
            lint.tell(
                "ASC225", "bloquant", path, f"« {name} » n’est pas {what} que je sais reconnaître.", hint
            )


def _limits(lint: Lint) -> None:
    """A limit said aloud and its entry in the delegation must agree; a limit needs a maximum."""
    scenario = lint.scenario
    points = {p.id: p for step in scenario.etapes if isinstance(step, OralInstruction) for p in step.points}
    allowed = {item.id: (rank, item) for rank, item in enumerate(scenario.delegation.autorise)}
    for path, control, _ in controls(scenario):
        if control.type != "limite" or control.autorise not in allowed:
            continue
        rank, entry = allowed[control.autorise]
        if not entry.maximum:
            lint.tell("ASC223", "a_corriger", ("delegation", "autorise", rank),
                      f"« {entry.id} » n’a pas de « maximum », le contrôle « {control.id} » ne peut rien vérifier.",
                      "Ajoutez « maximum: 30 EUR ».")  # fmt: skip
            continue
        maximum = _amounts(lint, entry.maximum)
        for name in control.points:
            said = _amounts(lint, points[name].valeur or points[name].dit) if name in points else set()
            if said and maximum and not said & maximum:
                lint.tell("ASC223", "a_corriger", (*path, "points"),
                          f"Le point « {name} » et le maximum de « {entry.id} » ({entry.maximum}) "
                          "ne disent pas la même limite.",
                          "Accordez la consigne et « delegation ».")  # fmt: skip


def _amounts(lint: Lint, text: str) -> set[Decimal]:
    found = find_values(text, lint.scenario.date_fictive)
    return {value.value for value in found if isinstance(value.value, Decimal)}
