"""Words near in meaning though nobody listed them together: vectors of general French, one per stem.

`knowledge/lexique/vecteurs/construire.py` says where they come from and writes `mots.npz`, all that is read here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ascom_coach.errors import SurroundingsError
from ascom_coach.resources import knowledge_dir

FOLDER = knowledge_dir() / "lexique" / "vecteurs"
Weigh = Callable[[str], float]
"""How much a stem counts."""


def vectors_file() -> Path:
    """Where the vectors are kept."""
    return FOLDER / "mots.npz"


@cache
def _kept() -> tuple[dict[str, int], Any]:
    """Row of each stem, and the unit vectors (rows × numbers)."""
    import numpy as np

    try:
        with np.load(vectors_file(), allow_pickle=False) as file:
            names = file["stems"].tobytes().decode().split("\n")
            rows = file["rows"].tolist()
            table = file["table"].astype(np.float32)
    except (OSError, ValueError, KeyError) as error:
        raise SurroundingsError(
            "Le fichier des mots voisins « mots.npz » est illisible : réinstallez le programme."
        ) from error
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    return dict(zip(names, rows, strict=True)), table


def known(stems: Iterable[str]) -> list[str]:
    """Those of the stems that have a vector."""
    rows, _ = _kept()
    return [stem for stem in stems if stem in rows]


def of(stems: Sequence[str]) -> Any:
    """Unit vectors of stems that all have one: array stems × numbers."""
    import numpy as np

    rows, table = _kept()
    return table[[rows[stem] for stem in stems]] if stems else np.zeros((0, table.shape[1]), table.dtype)


def mean(stems: Sequence[str], weigh: Weigh) -> Any:
    """Unit vector of a text, its stems weighted; zeros when none has a vector."""
    import numpy as np

    held = known(stems)
    total = np.array([weigh(stem) for stem in held], dtype=np.float32) @ of(held)
    norm = float(np.linalg.norm(total))
    return total / norm if norm else total


class Cloud:
    """What several texts of one thing look like together: the words, each text, and their middle."""

    def __init__(self, texts: Sequence[Sequence[str]], weigh: Weigh) -> None:
        import numpy as np

        self.words = of(sorted({stem for text in texts for stem in known(text)}))
        means = [mean(text, weigh) for text in texts]
        self.texts = np.array([one for one in means if one.any()], dtype=np.float32).reshape(
            -1, self.words.shape[1]
        )
        self.middle = mean([stem for text in texts for stem in text], weigh)

    def nearest_text(self, question: Any) -> float:
        """Cosine of a question with the nearest text."""
        return float((self.texts @ question).max()) if len(self.texts) else 0.0

    def centre(self, question: Any) -> float:
        """Cosine of a question with the middle of the texts."""
        return float(self.middle @ question)


def covered(stems: Sequence[str], words: Any, weigh: Weigh) -> float:
    """Mean (weighted) over a question's stems of the cosine with the nearest of `words`; 0 when nothing is known."""
    import numpy as np

    held = known(stems)
    if not held or not len(words):
        return 0.0
    weights = np.array([weigh(stem) for stem in held], dtype=np.float32)
    return float(weights @ (of(held) @ words.T).max(axis=1) / weights.sum())
