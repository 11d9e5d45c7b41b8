"""What a question aims at, learnt from the questions people ask: ridge regression on words and groups of letters.

`knowledge/questions/*.yaml` holds the questions, each with the passages or the absence card it aims at;
`knowledge/questions/construire.py` turns them into `poids.npz`, which is all that is read here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from ascom_coach.language.ridge import Ridge, hashed, shipped
from ascom_coach.resources import knowledge_dir
from ascom_coach.retrieval.folding import flat, stem, words
from ascom_coach.retrieval.spelling import Speller
from ascom_coach.retrieval.wordlists import STOP

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
    return hashed(named)


def _letters(root: str) -> Iterable[str]:
    padded = f"^{root}$"
    for size in (3, 4, 5):
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]


def weights_file() -> Path:
    """Where the weights are kept."""
    return knowledge_dir() / "questions" / "poids.npz"


@cache
def load_classifier() -> Ridge:
    """The weights that ship with the program. Raises SurroundingsError when the file is damaged."""
    return shipped(weights_file(), "de recherche «\u00a0poids.npz\u00a0»")
