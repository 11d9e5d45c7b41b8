"""Names that lead nowhere, names given twice, and numbers that the référentiel does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ascom_coach.errors import RefusedInputError
from ascom_coach.referential import Referential, load_referential
from ascom_coach.scenarios.lint.model import Lint, Path
from ascom_coach.scenarios.lint.source import nearest
from ascom_coach.scenarios.schema import Access, OralInstruction, Scenario

_PERSON, _FACT, _PRODUCTION = "un personnage du scénario", "un fait du scénario", "une production du scénario"


def controls(scenario: Scenario) -> Iterator[tuple[Path, Any, str]]:
    """Every control with its path and the id of its production."""
    for index, production in enumerate(scenario.productions):
        for rank, control in enumerate(production.controles):
            yield ("productions", index, "controles", rank), control, production.id


def check_references(lint: Lint) -> None:
    """All checks of this module."""
    _duplicates(lint)
    _unknown(lint)
    _official(lint)


def _known(lint: Lint, path: Path, names: str | Iterable[str], known: Iterable[str], what: str) -> None:
    names, ids = ([names] if names else []) if isinstance(names, str) else list(names), sorted(known)
    for name in names:
        if name not in ids:
            choices = ", ".join(ids) if ids else "aucun n’est déclaré"
            hint = nearest(name, ids) or f"Choisissez parmi {choices}."
            lint.tell("ASC201", "bloquant", path, f"« {name} » n’est pas {what}.", hint)


def _duplicates(lint: Lint) -> None:
    scenario = lint.scenario
    groups: list[tuple[str, Sequence[Any]]] = [
        ("faits", scenario.faits), ("anomalies", scenario.anomalies), ("documents_remis", scenario.documents_remis),
        ("etapes", scenario.etapes), ("imprevus", scenario.imprevus), ("fins", scenario.fins),
        ("productions", scenario.productions), ("leurres", scenario.leurres),
    ]  # fmt: skip
    paths: list[tuple[Path, str, str]] = []
    for name, items in groups:
        paths += [((name, index, "id"), item.id, name) for index, item in enumerate(items)]
    for path, control, _ in controls(scenario):
        paths.append(((*path, "id"), control.id, "controles"))
    for index, step in enumerate(scenario.etapes):
        for rank, point in enumerate(step.points if isinstance(step, OralInstruction) else ()):
            paths.append((("etapes", index, "points", rank, "id"), point.id, "points"))
    seen: set[tuple[str, str]] = set()
    for path, name, group in paths:
        if (group, name) in seen:
            lint.tell("ASC202", "bloquant", path, f"« {name} » est déjà pris.", "Donnez un autre nom.")
        seen.add((group, name))


def _unknown(lint: Lint) -> None:
    scenario = lint.scenario
    people, facts = set(scenario.personnages), {fact.id for fact in scenario.faits}
    anomalies = {item.id for item in scenario.anomalies}
    documents = {item.id for item in scenario.documents_remis}
    steps = {step.id for step in scenario.etapes}
    for index, fact in enumerate(scenario.faits):
        path: Path = ("faits", index)
        _known(lint, (*path, "qui"), fact.qui, people, _PERSON)
        _known(lint, (*path, "aussi_dans"), fact.aussi_dans, documents | steps | {"presentation"},
               "un document remis ni une étape")  # fmt: skip
        if isinstance(fact.acces, Access) and fact.acces.apres:
            _known(lint, (*path, "acces"), fact.acces.apres, facts, _FACT)
    for index, item in enumerate(scenario.documents_remis):
        _known(
            lint,
            ("documents_remis", index, "anomalies"),
            item.anomalies,
            anomalies,
            "une anomalie du scénario",
        )
    for index, anomaly in enumerate(scenario.anomalies):
        _known(lint, ("anomalies", index, "fait"), anomaly.fait, facts, _FACT)
    for index, twist in enumerate(scenario.imprevus):
        _known(lint, ("imprevus", index, "quand"), twist.quand.etape, steps, "une étape du scénario")
        _known(lint, ("imprevus", index, "qui"), twist.qui, people, _PERSON)
        if twist.change:
            _known(lint, ("imprevus", index, "change"), twist.change.fait, facts, _FACT)
    _in_steps(lint, people, facts)
    _conditions(lint, facts, steps)
    _in_controls(lint, facts, anomalies)
    _in_files(lint, facts)


def _in_steps(lint: Lint, people: set[str], facts: set[str]) -> None:
    productions = {item.id for item in lint.scenario.productions}
    for index, step in enumerate(lint.scenario.etapes):
        path: Path = ("etapes", index)
        _known(lint, (*path, "qui"), step.qui, people, _PERSON)
        if isinstance(step, OralInstruction):
            for key, gaps in (("manque", step.manque), ("ambigu", step.ambigu)):
                for rank, gap in enumerate(gaps):
                    _known(lint, (*path, key, rank, "fait"), gap.fait, facts, _FACT)
            for rank, point in enumerate(step.points):
                _known(lint, (*path, "points", rank, "faits"), point.faits, facts, _FACT)
        if step.type == "production":
            _known(lint, (*path, "productions"), step.productions, productions, _PRODUCTION)


def _in_files(lint: Lint, facts: set[str]) -> None:
    scenario = lint.scenario
    productions = {item.id for item in scenario.productions}
    if scenario.delegation.escalade:
        whom = scenario.delegation.escalade.vers
        _known(lint, ("delegation", "escalade", "vers"), whom, set(scenario.personnages), _PERSON)
    for index, phrase in enumerate(scenario.tests):
        if phrase.fait not in ("", "aucun"):
            _known(
                lint, ("tests", index, "fait"), phrase.fait, facts | {d.id for d in scenario.leurres}, _FACT
            )
    ids = {control.id for _, control, _ in controls(scenario)}
    for name in scenario.indices:
        _known(lint, ("indices", name), name, ids, "un contrôle du scénario")
    for level, files in scenario.temoins.items():
        _known(lint, ("temoins", level), level, ("excellente", "moyenne", "faible"), "un niveau de témoin")
        for name in files:
            _known(lint, ("temoins", level, name), name, productions, _PRODUCTION)
    for name in scenario.corrige:
        _known(lint, ("corrige", name), name, productions, _PRODUCTION)


def _conditions(lint: Lint, facts: set[str], steps: set[str]) -> None:
    scenario = lint.scenario
    twists = {twist.id for twist in scenario.imprevus}
    found: list[tuple[Path, Any]] = [
        (("fins", index, "si"), end.si) for index, end in enumerate(scenario.fins)
    ]
    if scenario.delegation.escalade:
        quand = scenario.delegation.escalade.quand
        found += [(("delegation", "escalade", "quand", index), item) for index, item in enumerate(quand)]
    for index, entry in enumerate(scenario.delegation.autorise):
        if entry.condition:
            found.append((("delegation", "autorise", index, "condition"), entry.condition))
    for path, condition in found:
        _known(lint, path, condition.fait, facts, "un fait du scénario")
        _known(lint, path, condition.etape, steps, "une étape du scénario")
        _known(lint, path, condition.imprevu, twists, "un imprévu du scénario")


def _in_controls(lint: Lint, facts: set[str], anomalies: set[str]) -> None:
    scenario = lint.scenario
    points = {p.id for step in scenario.etapes if isinstance(step, OralInstruction) for p in step.points}
    twists = {twist.id for twist in scenario.imprevus}
    allowed = {item.id for item in scenario.delegation.autorise}
    banned = {item.id for item in scenario.delegation.interdit}
    documents = {item.id for item in scenario.documents_remis}
    for path, control, _ in controls(scenario):
        fields: list[tuple[str, set[str], str]] = [
            ("points", points, "un point de la consigne"), ("faits", facts, "un fait du scénario"),
            ("fait", facts, "un fait du scénario"), ("anomalie", anomalies, "une anomalie du scénario"),
            ("si_fait", facts, "un fait du scénario"), ("si_imprevu", twists, "un imprévu du scénario"),
            ("si_imprevu_survenu", twists, "un imprévu du scénario"),
            ("autorise", allowed, "une autorisation de « delegation »"),
            ("interdit", banned, "un interdit de « delegation »"),
        ]  # fmt: skip
        for name, known, what in fields:
            value = getattr(control, name, "")
            _known(lint, (*path, name), list(value) if isinstance(value, dict) else value, known, what)
    for index, production in enumerate(scenario.productions):
        if production.contrat and production.contrat.depart:
            _known(lint, ("productions", index, "contrat", "depart"), production.contrat.depart, documents,
                   "un document remis")  # fmt: skip


def _official(lint: Lint) -> None:
    """Competences, productions, activities and criteria against the référentiel."""
    scenario, referential = lint.scenario, load_referential()
    declared = scenario.referentiel
    for key in ("activites", "competences", "productions"):
        for index, name in enumerate(getattr(declared, key)):
            _item(lint, ("referentiel", key, index), name, referential)
    for index, name in enumerate(declared.criteres):
        _criterion(lint, ("referentiel", "criteres", index), name, referential)
    for index, production in enumerate(scenario.productions):
        for rank, name in enumerate(production.referentiel):
            _item(lint, ("productions", index, "referentiel", rank), name, referential)
    for path, control, _ in controls(scenario):
        if (
            _criterion(lint, (*path, "critere"), control.critere, referential)
            and control.critere not in declared.criteres
        ):
            lint.tell("ASC208", "a_corriger", (*path, "critere"),
                      f"Le critère {control.critere} n’est pas annoncé dans « referentiel > criteres ».",
                      "Ajoutez-le à la liste, ou changez le critère du contrôle.")  # fmt: skip


def _item(lint: Lint, path: Path, name: str, referential: Referential) -> None:
    try:
        item = referential.item(name)
    except RefusedInputError:
        lint.tell("ASC210", "bloquant", path, f"« {name} » n’existe pas dans le référentiel.",
                  "Vérifiez son numéro (A1.06, C1.5, P1.2a…).")  # fmt: skip
        return
    if item.bloc != lint.scenario.bloc:
        lint.tell("ASC210", "a_corriger", path, f"« {name} » appartient au bloc {item.bloc}.",
                  f"Choisissez dans le bloc {lint.scenario.bloc}.")  # fmt: skip


def _criterion(lint: Lint, path: Path, name: str, referential: Referential) -> bool:
    if re.fullmatch(r"K3\.\d+", name):
        lint.tell("ASC209", "bloquant", path, "Le référentiel n’a pas de critère officiel pour le bloc 3.",
                  f"Écrivez « KX{name[1:]} », notre repère de formation non officiel.")  # fmt: skip
        return False
    try:
        criterion = referential.criterion(name)
    except RefusedInputError:
        known = ", ".join(item.id for item in referential.criteria(lint.scenario.bloc))
        lint.tell(
            "ASC207", "bloquant", path, f"Le critère « {name} » n’existe pas.", f"Choisissez parmi {known}."
        )
        return False
    if criterion.bloc != lint.scenario.bloc:
        lint.tell("ASC207", "bloquant", path, f"Le critère {name} est celui du bloc {criterion.bloc}.",
                  f"Choisissez un critère du bloc {lint.scenario.bloc}.")  # fmt: skip
        return False
    return True
