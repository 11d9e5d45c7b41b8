"""Ridge regression from short texts to labels, on hashed features: small, exact, the same on every machine.

Weights are learnt by build scripts from phrasings kept as data, and stored one byte each; only `load` and `scores`
serve at run time. Words never seen together in one phrasing still add up, which nearest-phrasing search cannot do.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ascom_coach.errors import SurroundingsError

DIMENSIONS = 16_384
"""Buckets in which the features are hashed."""
ALPHA = 1.0
"""Ridge penalty."""


def hashed(names: Iterable[str], dimensions: int = DIMENSIONS) -> Counter[int]:
    """How often each of `dimensions` buckets occurs among named features."""
    return Counter(zlib.crc32(name.encode()) % dimensions for name in names)


def unit(counts: Mapping[int, int], rarity: Any) -> tuple[list[int], list[float]]:
    """Positions and values of the unit vector of a text; `rarity` holds one weight per bucket."""
    places = sorted(counts)
    values = [(1.0 + math.log(counts[place])) * float(rarity[place]) for place in places]
    norm = math.sqrt(sum(value * value for value in values)) or 1.0
    return places, [value / norm for value in values]


class Ridge:
    """Scores of every label for a text, about 0 to 1."""

    def __init__(self, labels: Sequence[str], rarity: Any, weights: Any, scales: Any) -> None:
        self.labels = tuple(labels)
        self._rarity = rarity
        self._weights = weights
        self._scales = scales

    def scores(self, counts: Mapping[int, int]) -> dict[str, float]:
        """Score of each label. `counts` comes from `hashed`."""
        return dict(zip(self.labels, self.row(counts).tolist(), strict=True))

    def row(self, counts: Mapping[int, int]) -> Any:
        """The same scores as an array, in the order of `labels`."""
        import numpy as np

        places, values = unit(counts, self._rarity)
        if not places:
            return np.zeros(len(self.labels))
        raw = np.asarray(values, dtype=np.float64) @ self._weights[places].astype(np.float64)
        return (raw * self._scales).round(6)

    def save(self, path: Path, fingerprint: str) -> None:
        """Keep the weights and the fingerprint of what they were learnt from."""
        import numpy as np

        np.savez_compressed(
            path, fingerprint=np.array(fingerprint), labels=np.array(self.labels),
            rarity=self._rarity.astype(np.float16), weights=self._weights, scales=self._scales,
        )  # fmt: skip


def load(path: Path) -> Ridge:
    """The weights of a file. Raises OSError, ValueError or KeyError when it is missing or damaged."""
    import numpy as np

    with np.load(path, allow_pickle=False) as kept:
        return Ridge(kept["labels"].tolist(), kept["rarity"], kept["weights"], kept["scales"])


def shipped(path: Path, named: str) -> Ridge:
    """The weights of a file that ships with the program. Raises SurroundingsError, `named` in its sentence."""
    try:
        return load(path)
    except (OSError, ValueError, KeyError) as error:
        raise SurroundingsError(
            f"Le fichier {named} est illisible\u00a0: réinstallez le programme."
        ) from error


def design(rows: Sequence[tuple[Mapping[str, float], Mapping[int, int]]], dimensions: int) -> tuple[Any, Any]:
    """Rarity of each bucket, and the unit vectors of the texts, (texts, dimensions)."""
    import numpy as np

    seen = Counter(place for _, counts in rows for place in counts)
    rarity = np.zeros(dimensions, dtype=np.float32)
    for place, found in seen.items():
        rarity[place] = math.log((1 + len(rows)) / (1 + found)) + 1.0
    inputs = np.zeros((len(rows), dimensions), dtype=np.float32)
    for at, (_, counts) in enumerate(rows):
        places, values = unit(counts, rarity)
        inputs[at, places] = values
    return rarity, inputs


def aims(rows: Sequence[tuple[Mapping[str, float], Mapping[int, int]]]) -> tuple[list[str], Any]:
    """The labels, and how much each text aims at each of them, (texts, labels)."""
    import numpy as np

    labels = sorted({label for wanted, _ in rows for label in wanted})
    place_of = {label: at for at, label in enumerate(labels)}
    targets = np.zeros((len(rows), len(labels)), dtype=np.float32)
    for at, (wanted, _) in enumerate(rows):
        for label, weight in wanted.items():
            targets[at, place_of[label]] = weight
    return labels, targets


def solve(kernel: Any, targets: Any, alpha: float = ALPHA) -> Any:
    """Dual weights, (texts, labels), from the products of the texts' vectors two by two."""
    import numpy as np

    return np.linalg.solve(
        kernel.astype(np.float64) + alpha * np.eye(len(kernel)), targets.astype(np.float64)
    ).astype(np.float32)


def left_out(kernel: Any, targets: Any, alpha: float = ALPHA) -> Any:
    """What each text would score, (texts, labels), had the weights been learnt without it: exact, in closed form."""
    import numpy as np

    inverse = np.linalg.inv(kernel.astype(np.float64) + alpha * np.eye(len(kernel)))
    return targets - (inverse @ targets) / np.diag(inverse)[:, None]


def learn(
    rows: Sequence[tuple[Mapping[str, float], Mapping[int, int]]],
    *,
    dimensions: int = DIMENSIONS,
    alpha: float = ALPHA,
) -> Ridge:
    """Dual ridge regression: as many unknowns as texts, whatever the number of features.

    Each row is what the text aims at (label → how much it counts) and its features, hashed in `dimensions` buckets.
    """
    import numpy as np

    rarity, inputs = design(rows, dimensions)
    labels, targets = aims(rows)
    weights = inputs.T @ solve(inputs @ inputs.T, targets, alpha)
    scales = np.abs(weights).max(axis=0) / 127.0
    return Ridge(labels, rarity, np.rint(weights / scales).astype(np.int8), scales.astype(np.float32))
