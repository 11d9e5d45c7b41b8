"""Names that lead nowhere, names given twice, and what is announced but never checked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ascom_coach.errors import RefusedInputError
from ascom_coach.referential import Referential, load_referential
from ascom_coach.scenarios.lint_model import Lint, Path
from ascom_coach.scenarios.lint_source import nearest
from ascom_coach.scenarios.schema import Access, OralInstruction, Scenario

_PERSON, _FACT, _PRODUCTION = "un personnage du scénario", "un fait du scénario", "une production du scénario"
_VARIABLE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


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
    _unchecked(lint)
    _variables(lint)


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
    paths = [
        ((name, index, "id"), item.id, name) for name, items in groups for index, item in enumerate(items)
    ]
    paths += [((*path, "id"), control.id, "controles") for path, control, _ in controls(scenario)]
    for index, step in enumerate(scenario.etapes):
        if isinstance(step, OralInstruction):
            paths += [
                (("etapes", index, "points", rank, "id"), p.id, "points")
                for rank, p in enumerate(step.points)
            ]
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


def _unchecked(lint: Lint) -> None:
    scenario = lint.scenario
    found = [control for _, control, _ in controls(scenario)]
    points = {name for control in found for name in control.points}
    anomalies = {getattr(control, "anomalie", "") for control in found}
    criteria = {control.critere for control in found}
    for index, step in enumerate(scenario.etapes):
        for rank, point in enumerate(step.points if isinstance(step, OralInstruction) else ()):
            if point.id not in points:
                lint.tell("ASC204", "a_corriger", ("etapes", index, "points", rank),
                          f"Aucun contrôle ne vérifie le point « {point.id} » de la consigne.",
                          f"Ajoutez « points: [{point.id}] » au contrôle qui le vérifie.")  # fmt: skip
    for index, anomaly in enumerate(scenario.anomalies):
        if anomaly.id not in anomalies:
            lint.tell("ASC205", "a_corriger", ("anomalies", index),
                      f"Aucun contrôle ne vérifie l’anomalie « {anomaly.id} ».",
                      f"Ajoutez un contrôle avec « anomalie: {anomaly.id} ».")  # fmt: skip
        planted = any(anomaly.id in item.anomalies for item in scenario.documents_remis)
        if not planted:
            lint.tell("ASC214", "a_corriger", ("anomalies", index),
                      f"L’anomalie « {anomaly.id} » n’est dans aucun document remis.",
                      "Nommez-la dans « anomalies » du document qui la porte.")  # fmt: skip
        if anomaly.attendu == "corriger" and not (anomaly.fait or anomaly.valeur) and not any(
            getattr(c, "anomalie", "") == anomaly.id and (getattr(c, "attendu", "") or getattr(c, "fait", "")
                                                          or getattr(c, "valeurs", ())) for c in found):  # fmt: skip
            lint.tell("ASC221", "a_corriger", ("anomalies", index),
                      f"Personne ne donne la bonne valeur de l’anomalie « {anomaly.id} ».",
                      "Ajoutez « fait: … » ou « valeur: … ».")  # fmt: skip
    for index, name in enumerate(scenario.referentiel.criteres):
        if name not in criteria:
            lint.tell("ASC206", "a_corriger", ("referentiel", "criteres", index),
                      f"Le critère {name} est annoncé mais aucun contrôle ne le vérifie.",
                      "Ajoutez un contrôle, ou retirez le critère.")  # fmt: skip
    _unused_facts(lint, found)
    for index, production in enumerate(scenario.productions):
        if not production.controles:
            lint.tell("ASC217", "a_corriger", ("productions", index),
                      f"La production « {production.id} » n’a aucun contrôle.",
                      "Ajoutez au moins un contrôle.")  # fmt: skip
        tables = {"cellule", "lignes"}
        if production.contrat is None and (types := sorted({c.type for c in production.controles} & tables)):
            lint.tell("ASC219", "a_corriger", ("productions", index),
                      f"Le contrôle « {types[0]} » a besoin d’un « contrat » (feuille, entête, clé).",
                      "Ajoutez « contrat » à la production.")  # fmt: skip


def _unused_facts(lint: Lint, found: Sequence[Any]) -> None:
    scenario = lint.scenario
    used = Counter(
        name for control in found for name in (*control.faits, *control.si_fait, getattr(control, "fait", ""))
    )
    for step in scenario.etapes:
        if isinstance(step, OralInstruction):
            used.update(gap.fait for gap in (*step.manque, *step.ambigu))
    used.update(anomaly.fait for anomaly in scenario.anomalies)
    used.update(fact.acces.apres for fact in scenario.faits if isinstance(fact.acces, Access))
    used.update(end.si.fait for end in scenario.fins)
    used.update(item.condition.fait for item in scenario.delegation.autorise if item.condition)
    if scenario.delegation.escalade:
        used.update(item.fait for item in scenario.delegation.escalade.quand)
    checked = {
        name for control in found for name in (*control.faits, *control.si_fait, getattr(control, "fait", ""))
    }
    for index, fact in enumerate(scenario.faits):
        if fact.essentiel and fact.id not in checked and not used[fact.id]:
            lint.tell("ASC203", "conseil", ("faits", index),
                      f"Le fait « {fact.id} » est essentiel mais aucun contrôle ne le vérifie.",
                      "Ajoutez-le à un contrôle « faits_presents » ou « faits_obtenus ».")  # fmt: skip
        elif not fact.essentiel and not used[fact.id] and fact.acces != "spontane":
            lint.tell("ASC203", "conseil", ("faits", index), f"Le fait « {fact.id} » ne sert à rien dans ce scénario.",
                      "Vérifiez-le par un contrôle, ou gardez-le comme simple couleur.")  # fmt: skip


def _variables(lint: Lint) -> None:
    names: set[str] = set()
    for name, options in lint.scenario.variantes.items():
        names.update(key for option in options if isinstance(option, dict) for key in option)
        if any(isinstance(option, str) for option in options):
            names.add(name)
        kinds = {frozenset(option) if isinstance(option, dict) else frozenset() for option in options}
        if len(kinds) > 1:
            lint.tell("ASC222", "a_corriger", ("variantes", name),
                      f"Les choix de « {name} » ne donnent pas tous les mêmes variables.",
                      "Donnez les mêmes noms à chaque choix.")  # fmt: skip
    for path, text in texts(lint.tree):
        for name in _VARIABLE.findall(text):
            if name not in names and name != "valeur" and path[:1] != ("variantes",):
                lint.tell("ASC220", "a_corriger", path, f"La variable « {{{name}}} » n’est pas définie.",
                          nearest(name, sorted(names)) or "Ajoutez-la dans « variantes ».")  # fmt: skip


def texts(tree: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text of a tree with its path."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            yield from texts(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from texts(value, (*path, index))
