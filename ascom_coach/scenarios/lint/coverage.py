"""What is announced but never checked, and variables that do not exist."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from ascom_coach.scenarios.lint.model import Lint, Path
from ascom_coach.scenarios.lint.references import controls
from ascom_coach.scenarios.lint.source import nearest
from ascom_coach.scenarios.schema import Access, OralInstruction

_VARIABLE = re.compile(r"\{([^\W\d][\w’'-]{0,40})(?:\|[^{}|]*\|[^{}|]*)?\}")


def check_coverage(lint: Lint) -> None:
    """All checks of this module."""
    _unchecked(lint)
    _variables(lint)


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
