"""How likely two texts are to ask for the same thing, given how much phrasings of one topic differ among themselves.

A two-covariance model over topic scores, as speakers are verified by voice: along each direction, phrasings of one
topic spread with variance 1 and topics with variance `spread`. Near a known question in a direction where all topics
are near says little; far in a direction where one topic's phrasings never differ says much.
`knowledge/lexique/sujets/construire.py` learns it from scores of phrasings that the topic weights had not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ascom_coach.errors import SurroundingsError
from ascom_coach.rehearsal.understanding.topics import FOLDER, scores

DIRECTIONS = 80
"""Directions kept, those that tell topics apart best."""
SHRINK = 0.1
"""How much of the mean variance within topics is added in every direction."""
_TENTH = 0.1


def space_file() -> Path:
    """Where the model is kept."""
    return FOLDER / "espace.npz"


@cache
def _space() -> tuple[Any, Any, Any]:
    """Centre (labels), directions (labels, kept) and their spread (kept)."""
    import numpy as np

    try:
        with np.load(space_file(), allow_pickle=False) as kept:
            found = tuple(kept[name].astype(np.float64) for name in ("centre", "directions", "spread"))
    except (OSError, ValueError, KeyError) as error:
        raise SurroundingsError(
            "Le fichier des sujets « espace.npz » est illisible : réinstallez le programme."
        ) from error
    return found[0], found[1], found[2]


def placed(text: str) -> Any:
    """Coordinates (array) of a repaired text."""
    centre, directions, _ = _space()
    return (scores(text) - centre) @ directions


class Known:
    """What a closed set of things is asked by: their questions, and their keywords as one text each."""

    def __init__(self, questions: Sequence[Sequence[str]], keywords: Sequence[str]) -> None:
        import numpy as np

        _, directions, spread = _space()
        size = directions.shape[1]
        groups = [np.array([placed(text) for text in group]).reshape(-1, size) for group in questions]
        counts = np.array([[len(group)] for group in groups], dtype=np.float64).reshape(-1, 1)
        means = np.array([group.mean(axis=0) if len(group) else np.zeros(size) for group in groups])
        self._left = 1.0 / (1.0 / spread + counts)  # variance left to each thing's own place
        self._place = counts * self._left * means.reshape(-1, size)
        self._spread = spread
        self._examples = _units(np.concatenate(groups)) if groups else np.zeros((0, size))
        self._owners = np.repeat(np.arange(len(groups)), [len(group) for group in groups]).astype(int)
        towards = np.zeros((len(groups), size))
        np.add.at(towards, self._owners, self._examples)
        self._towards = _units(towards)
        self._keywords = _units(np.array([placed(text) for text in keywords]).reshape(-1, size))

    def evidence(self, text: str) -> list[tuple[float, float, float, float]]:
        """For each thing: a tenth of the log-odds that it is what `text` asks, and cosines (-1 to 1) to its
        questions together, to the nearest of them, to its keywords.
        """
        import numpy as np

        asked = placed(text)
        odds = 0.5 * (
            np.log((1.0 + self._spread) / (1.0 + self._left))
            + asked**2 / (1.0 + self._spread)
            - (asked - self._place) ** 2 / (1.0 + self._left)
        ).sum(axis=1)
        unit = _units(asked[None, :])[0]
        nearest = np.full(len(self._towards), -1.0)
        np.maximum.at(nearest, self._owners, self._examples @ unit)
        table = np.column_stack([_TENTH * odds, self._towards @ unit, nearest, self._keywords @ unit])
        return [tuple(row) for row in table.round(6).tolist()]


def _units(rows: Any) -> Any:
    """Each row made of length 1; a row of zeros stays."""
    import numpy as np

    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(norms > 0, norms, 1.0)


def learn_space(left_out: Any, labels: Any) -> tuple[Any, Any, Any]:
    """Centre, directions and spread from scores (texts, labels) and the number of each text's own label (texts)."""
    import numpy as np

    count = left_out.shape[1]
    sizes = np.bincount(labels, minlength=count)
    means = np.array([left_out[labels == at].mean(axis=0) for at in range(count)])
    around = left_out - means[labels]
    within = around.T @ around / (len(labels) - count)
    between = np.cov(means.T) - within / sizes.mean()
    values, axes = np.linalg.eigh(within + SHRINK * np.trace(within) / count * np.eye(count))
    white = axes / np.sqrt(values)
    spread, turn = np.linalg.eigh(white.T @ between @ white)
    best = np.argsort(-spread)[:DIRECTIONS]
    return left_out.mean(axis=0), white @ turn[:, best], np.maximum(spread[best], 1e-6)
