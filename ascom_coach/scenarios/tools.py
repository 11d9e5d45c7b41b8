"""The author's tools, each loaded at its first use so that playing a scenario stays quick to start."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ascom_coach.scenarios.lint.model import Problem
from ascom_coach.scenarios.loader import Script

PARTS = ("documents", "temoins", "corrige")


def build(script: Script, out: Path, *, parts: Sequence[str] = PARTS) -> list[Path]:
    """Write `out/documents/…`, `out/temoins/NIVEAU/…` and `out/corrige/…` from fabrique.yaml; the paths written.

    Raises RefusedInputError when fabrique.yaml does not hold, SurroundingsError when nothing can be written.
    """
    from ascom_coach.scenarios.workshop.building import build as run

    return run(script, out, parts=parts)


def build_documents(script: Script, out: Path) -> list[Path]:
    """Write the handed-out documents of that seed to `out/documents`. Without fabrique.yaml, they are copied."""
    from ascom_coach.scenarios.workshop.building import build_documents as run

    return run(script, out)


def render(script: Script, *, parts: Sequence[str] = PARTS) -> dict[str, bytes]:
    """Path under the scenario's folder → bytes, nothing written."""
    from ascom_coach.scenarios.workshop.building import render as run

    return run(script, parts=parts)


def verify(place: Path) -> list[Problem]:
    """All problems of a scenario, worst first. Never raises for what its files hold."""
    from ascom_coach.scenarios.lint.verifying import verify as run

    return run(place)


def new_scenario(place: Path) -> list[Path]:
    """Write a commented scenario in an empty or new folder, its documents built; the paths written.

    Raises RefusedInputError when the folder is not empty, SurroundingsError when nothing can be written.
    """
    from ascom_coach.scenarios.template import new_scenario as run

    return run(place)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `scenario.yaml`, for editors."""
    from ascom_coach.scenarios.template import json_schema as run

    return run()
