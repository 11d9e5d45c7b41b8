"""What the draws make possible: conditions that never hold, too few choices, and the seeds that show every choice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ascom_coach.scenarios.lint.model import Path, Problem
from ascom_coach.scenarios.lint.source import nearest
from ascom_coach.scenarios.source import Place, place_of
from ascom_coach.scenarios.variants import conditions

ENOUGH = 3
"""Choices of a list, so that three people in a row have three draws."""
MOST = 6
"""Draws examined; a longer list has its further choices examined as texts only."""


def covering_seeds(tree: Mapping[str, Any]) -> range:
    """Seeds from 0 in which every choice of every list is drawn: a list of n choices shows them all in n seeds."""
    choices = tree.get("variantes")
    sizes = [
        len(options)
        for options in (choices.values() if isinstance(choices, Mapping) else ())
        if isinstance(options, list)
    ]
    return range(min(MOST, max(sizes, default=1)) or 1)


def check_variants(
    tree: Mapping[str, Any], places: Mapping[Path, Place], file: str, problems: list[Problem]
) -> None:
    """The conditions and the lists as they are written, whatever the seed."""

    def tell(code: str, level: Any, path: Path, message: str, fix: str) -> None:
        line, column = place_of(path, places)
        problems.append(Problem(file, line, column, level, code, message, fix))

    known = _values(tree.get("variantes"))
    for path, condition in conditions(tree):
        if path[0] == "variantes":
            continue
        if not isinstance(condition, Mapping) or not condition:
            tell("ASC227", "bloquant", path, "« variante » dit pour quelles valeurs cet élément existe.",
                 "Écrivez « variante: {nom: valeur} » ou « variante: {nom: [valeur, valeur]} ».")  # fmt: skip
            continue
        for name, wanted in condition.items():
            if name not in known:
                tell("ASC228", "bloquant", (*path, name), f"« {name} » n’est pas dans « variantes ».",
                     nearest(name, sorted(known)) or "Ajoutez cette liste dans « variantes ».")  # fmt: skip
                continue
            for value in wanted if isinstance(wanted, list) else [wanted]:
                if value not in known[name]:
                    tell("ASC229", "bloquant", (*path, name),
                         f"« {name} » ne vaut jamais « {value} »\u00a0: cet élément n’existerait dans aucun tirage.",
                         f"Choisissez parmi {', '.join(sorted(known[name]))}.")  # fmt: skip
    most = max(map(len, known.values()), default=0)
    if 0 < most < ENOUGH:
        told = "un seul choix" if most == 1 else f"{most} choix"
        tell("ASC230", "conseil", ("variantes",),
             f"Aucune liste n’a plus de {told}\u00a0: des stagiaires proches auront le même corrigé.",
             "Donnez au moins trois choix à une liste.")  # fmt: skip


def _values(choices: Any) -> dict[str, set[str]]:
    """Each variable and the values that it can take."""
    known: dict[str, set[str]] = {}
    for name, options in choices.items() if isinstance(choices, Mapping) else ():
        for option in options if isinstance(options, list) else ():
            if isinstance(option, Mapping):
                for key, value in option.items():
                    known.setdefault(str(key), set()).add(str(value))
            else:
                known.setdefault(str(name), set()).add(str(option))
    return known
