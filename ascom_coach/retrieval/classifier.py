"""What a question aims at, learnt from the questions people ask: ridge regression on words and groups of letters.

`knowledge/questions/*.yaml` holds the questions, each with the passages or the absence card it aims at;
`knowledge/questions/construire.py` turns them into `poids.npz`, which is all that is read here. Words never
seen together in one phrasing still add up, which nearest-phrasing search cannot do.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from ascom_coach.errors import SurroundingsError
from ascom_coach.resources import knowledge_dir
from ascom_coach.retrieval.folding import flat, stem, words
from ascom_coach.retrieval.spelling import Speller
from ascom_coach.retrieval.wordlists import STOP

DIMENSIONS = 16_384
"""Buckets in which the features are hashed."""
ALPHA = 1.0
"""Ridge penalty."""
ABSENT = "absent:"
"""Begins the label of an absence card."""
TARGET_WEIGHTS = (1.0, 0.6, 0.4, 0.3, 0.2)
"""What the first, second… passage aimed at counts."""
_SURE = 0.5
"""Weight from which a guess of the speller is read as a word."""


def features(question: str, speller: Speller, synonyms: Mapping[str, str]) -> Counter[int]:
    """How often each hashed feature occurs: words as typed and their pairs, stems, groups of 3 to 5 letters."""
    plain = speller.expand_sms(flat(question).split())
    read = [token.text for token in speller.read(words(question)) if token.weight > _SURE]
    stems = [(word, stem(synonyms.get(word, word))) for word in read]
    subject = [root for word, root in stems if word not in STOP]
    named = [f"r:{word}" for word in plain] + [f"s:{a}_{b}" for a, b in pairwise(plain)]
    named += [f"a:{root}" for _, root in stems]
    named += [f"b:{a}_{b}" for (_, a), (_, b) in pairwise(stems)]
    named += [f"w:{root}" for root in subject]
    named += [f"c:{gram}" for root in subject for gram in _letters(root)]
    return Counter(zlib.crc32(name.encode()) % DIMENSIONS for name in named)


def _letters(root: str) -> Iterable[str]:
    padded = f"^{root}$"
    for size in (3, 4, 5):
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]


def unit(counts: Mapping[int, int], rarity: Any) -> tuple[list[int], list[float]]:
    """Positions and values of the unit vector of a question; `rarity` holds one weight per bucket."""
    places = sorted(counts)
    values = [(1.0 + math.log(counts[place])) * float(rarity[place]) for place in places]
    norm = math.sqrt(sum(value * value for value in values)) or 1.0
    return places, [value / norm for value in values]


class Classifier:
    """Scores of every label (passage id or absence card) for a question, about 0 to 1."""

    def __init__(self, labels: Sequence[str], rarity: Any, weights: Any, scales: Any) -> None:
        self.labels = tuple(labels)
        self._rarity = rarity
        self._weights = weights
        self._scales = scales

    def scores(self, counts: Mapping[int, int]) -> dict[str, float]:
        """Score of each label. `counts` comes from `features`."""
        import numpy as np

        places, values = unit(counts, self._rarity)
        if not places:
            return dict.fromkeys(self.labels, 0.0)
        raw = np.asarray(values, dtype=np.float64) @ self._weights[places].astype(np.float64)
        return dict(zip(self.labels, (raw * self._scales).round(6).tolist(), strict=True))


def weights_file() -> Path:
    """Where the weights are kept."""
    return knowledge_dir() / "questions" / "poids.npz"


@cache
def load_classifier() -> Classifier:
    """The weights that ship with the program. Raises SurroundingsError when the file is damaged."""
    import numpy as np

    try:
        with np.load(weights_file(), allow_pickle=False) as kept:
            return Classifier(kept["labels"].tolist(), kept["rarity"], kept["weights"], kept["scales"])
    except (OSError, ValueError, KeyError) as error:
        raise SurroundingsError(
            "Le fichier de recherche «\u00a0poids.npz\u00a0» est illisible\u00a0: réinstallez le programme."
        ) from error
