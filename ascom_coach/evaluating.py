"""An evaluation of the configured model, kept as a page beside the person's data."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ascom_coach.errors import SurroundingsError
from ascom_coach.models import evaluate, evaluation_table

if TYPE_CHECKING:
    from ascom_coach.models import Evaluation, Gateway, Ladder


def evaluate_model(
    gateway: Gateway,
    ladder: Ladder,
    data: Path,
    times: int,
    target: Path | None,
    progress: Callable[[int, int], None],
) -> tuple[Evaluation, str, Path]:
    """The evaluation, its page, and where the page is kept (`evaluations/` of the data folder, or `target`).

    Raises `RefusedInputError`, `ModelError`, `SurroundingsError`.
    """
    found = evaluate(gateway, ladder, times=times, progress=progress)
    page = evaluation_table(found)
    name = re.sub(r"[^\w.-]+", "-", found.model).strip("-")
    path = target or data / "evaluations" / f"{found.day}-{name}.md"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    except OSError:
        raise SurroundingsError(
            f"Je n’ai pas pu écrire « {path} » : choisissez un autre endroit avec --sortie."
        ) from None
    return found, page, path
