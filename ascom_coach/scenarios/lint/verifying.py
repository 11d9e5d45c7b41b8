"""Check a scenario: everything a reader would miss, with its line, its sentence and its remedy. Reads the disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

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
from ascom_coach.scenarios.lint.words import check_words
from ascom_coach.scenarios.loader import Script
from ascom_coach.scenarios.source import read_text
from ascom_coach.scenarios.variants import variables

OTHER_SEEDS = (1, 2, 3)


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
    scenario, found = typed_scenario(tree, places, path.name)
    problems += found
    if scenario is None:
        return problems
    lint = Lint(path.name, tree, places, scenario, problems)
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
    check_files(lint, Script(scenario, path.parent, 0, _drawn(tree, 0)))
    if scenario.variantes:
        _other_seeds(lint)
    return problems


def _drawn(tree: object, seed: int) -> dict[str, str]:
    choices = tree.get("variantes") if isinstance(tree, dict) else None
    name = str(tree.get("id", "")) if isinstance(tree, dict) else ""
    return variables(choices if isinstance(choices, dict) else {}, name, seed)


def _other_seeds(lint: Lint) -> None:
    """What only some draws show: a leak or a wrong weekday in another variant."""
    for seed in OTHER_SEEDS:
        scenario, _ = typed_scenario(lint.tree, lint.places, lint.file, seed)
        if scenario is not None:
            check_leaks(Lint(lint.file, lint.tree, lint.places, scenario, lint.problems))


def blocking(problems: Iterable[Problem]) -> bool:
    """Whether something forbids playing the scenario."""
    return any(problem.level == "bloquant" for problem in problems)
