"""Check a scenario: everything a reader would miss, with its line, its sentence and its remedy. Reads the disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ascom_coach.errors import CoachError
from ascom_coach.scenarios.lint.coverage import check_coverage
from ascom_coach.scenarios.lint.fiction import check_fiction
from ascom_coach.scenarios.lint.files import check_files
from ascom_coach.scenarios.lint.leaks import check_leaks
from ascom_coach.scenarios.lint.model import LEVELS, Lint, Problem
from ascom_coach.scenarios.lint.reach import check_reach
from ascom_coach.scenarios.lint.references import check_references
from ascom_coach.scenarios.lint.schema import typed_scenario
from ascom_coach.scenarios.lint.source import read_source
from ascom_coach.scenarios.lint.terms import check_terms
from ascom_coach.scenarios.lint.variants import check_variants, covering_seeds
from ascom_coach.scenarios.lint.words import check_words
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.source import read_text
from ascom_coach.scenarios.variants import draw


def verify(place: Path) -> list[Problem]:
    """All problems of the scenario of a folder (or of its `scenario.yaml`), worst first, then by line.

    Never raises for what the files hold: an unreadable file is a problem like the others.
    """
    path = place / "scenario.yaml" if place.is_dir() else place
    try:
        text = read_text(path)
    except CoachError as error:
        return [Problem(path.name, 1, 1, "bloquant", "ASC100", str(error))]
    problems = verify_text(text, path)
    return sorted(
        problems, key=lambda item: (LEVELS.index(item.level), item.file, item.line, item.column, item.code)
    )


def verify_text(text: str, path: Path) -> list[Problem]:
    """As `verify`, for a text not saved yet; `path` is where it would stand."""
    tree, places, problems = read_source(text, path.name)
    if tree is None:
        return problems
    if not isinstance(tree, dict):
        problems.append(Problem(path.name, 1, 1, "bloquant", "ASC108", "Ce fichier ne contient pas de rubriques.",
                                "Commencez par « id: mon-scenario »."))  # fmt: skip
        return problems
    check_variants(tree, places, path.name, problems)
    for seed in covering_seeds(tree):
        _one_draw(tree, places, path, seed, problems)
    return problems


def _one_draw(
    tree: dict[str, Any], places: Mapping[Any, Any], path: Path, seed: int, problems: list[Problem]
) -> None:
    """Everything that can be seen in the draw of a seed; what another draw already told is not told again."""
    drawn = draw(tree, seed)
    scenario, found = typed_scenario(drawn, places, path.name)
    if scenario is not None:
        _look(Lint(path.name, drawn.plain, places, scenario, found, drawn.origin), path, seed, drawn.values)
    known = {(item.file, item.line, item.column, item.code) for item in problems}
    problems += [item for item in found if (item.file, item.line, item.column, item.code) not in known]


def _look(lint: Lint, path: Path, seed: int, values: Mapping[str, str]) -> None:
    for check in (
        check_references,
        check_coverage,
        check_terms,
        check_reach,
        check_leaks,
        check_words,
        check_fiction,
    ):
        check(lint)
    check_files(lint, Script(lint.scenario, path.parent, seed, values))


def blocking(problems: Iterable[Problem]) -> bool:
    """Whether something forbids playing the scenario."""
    return any(problem.level == "bloquant" for problem in problems)
