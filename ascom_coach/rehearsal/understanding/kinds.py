"""What kind of thing a text asks for: a date, a person, an amount, an approval, what went wrong…

A question word says it half of the time only: « ce sera plutôt avant ou après le repas ? » asks for an hour. The topics
of a text do: `knowledge/lexique/sujets/genres.yaml` says of which kinds each of them is.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ascom_coach.errors import SurroundingsError
from ascom_coach.rehearsal.understanding.topics import FOLDER, labels, scores
from ascom_coach.resources import read_yaml

Kinds = Any
"""How much of each kind (array)."""


def kinds_file() -> Path:
    """Where the kinds of each topic are kept."""
    return FOLDER / "genres.yaml"


@cache
def _table() -> Any:
    """Topics by kinds, 1 where a topic is of a kind."""
    import numpy as np

    try:
        tree: dict[str, list[str]] = read_yaml(kinds_file())
        groups = [frozenset(group) for group in tree.values()]
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise SurroundingsError(
            "Le fichier des genres «\u00a0genres.yaml\u00a0» est illisible\u00a0: réinstallez le programme."
        ) from error
    return np.array([[float(label in group) for group in groups] for label in labels()])


def kinds(text: str) -> Kinds:
    """How much a repaired text asks for each kind of thing (array, 0 or more)."""
    return (scores(text) @ _table()).clip(0.0)


class Expected:
    """The kinds of thing that the questions of each of a closed set of facts ask for."""

    def __init__(self, questions: Sequence[Sequence[str]]) -> None:
        import numpy as np

        none = np.zeros(_table().shape[1])
        self._facts = [_unit(sum((kinds(text) for text in group), none)) for group in questions]

    def alike(self, text: str) -> list[float]:
        """For each fact, the cosine (0 to 1) of the kinds of `text` to those of its questions."""
        asked = _unit(kinds(text))
        return [round(float(one @ asked), 6) for one in self._facts]


def _unit(row: Any) -> Any:
    norm = float((row @ row) ** 0.5)
    return row / norm if norm else row
