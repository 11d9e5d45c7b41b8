"""Which fact of this scenario a text is of, learnt from what tells the facts of this scenario apart.

Where all is about one car, « la voiture » tells nothing; where one fact of twelve is, it tells all. A ridge regression
over the topics of the author's own questions and keywords, solved when the scenario is read, sees the difference, which
comparing with one fact after the other does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ascom_coach.rehearsal.understanding.sameness import placed
from ascom_coach.rehearsal.understanding.topics import topics

PENALTY = 1.0
NAMED = 2.0
"""How many times heavier the penalty is for a keyword, which is less than a question."""


class Rivals:
    """Facts told apart by their questions and keywords, all repaired."""

    def __init__(self, questions: Sequence[Sequence[str]], keywords: Sequence[Sequence[str]]) -> None:
        import numpy as np

        said = [(at, text, PENALTY) for at, group in enumerate(questions) for text in group]
        said += [(at, text, PENALTY * NAMED) for at, group in enumerate(keywords) for text in group]
        self._count = len(questions)
        self._rows: Any = np.array([_row(text) for _, text, _ in said])
        if not said:
            return
        aims = np.zeros((len(said), self._count))
        aims[np.arange(len(said)), [at for at, _, _ in said]] = 1.0
        kernel = self._rows @ self._rows.T + np.diag([penalty for _, _, penalty in said])
        self._shares = np.linalg.solve(kernel, aims)

    def scores(self, text: str) -> list[float]:
        """For each fact, how much `text` is of it rather than of the others, about 0 to 1."""
        if not len(self._rows):
            return [0.0] * self._count
        found: list[float] = ((self._rows @ _row(text)) @ self._shares).round(6).tolist()
        return found


def _row(text: str) -> Any:
    """The topics of a text and its place among what is the same thing, each of length 1."""
    import numpy as np

    place = placed(text)
    norm = float(np.linalg.norm(place))
    return np.concatenate([topics(text), place / norm if norm else place])
