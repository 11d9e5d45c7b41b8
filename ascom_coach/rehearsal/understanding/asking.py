"""Whether words that no mark makes a question still ask, by their tone: « elle peut venir le soir ».

People type without question marks, and « elle peut venir le soir » is built like « elle attend notre courrier ».
`knowledge/lexique/demandes/construire.py` learns the difference from everyday questions (`sujets`), from what is said
without asking (`actes`) and from `demandes/tons.txt`; `poids.npz` beside it is all that is read here.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from ascom_coach.language import plain
from ascom_coach.language.ridge import Ridge, hashed, shipped
from ascom_coach.resources import knowledge_dir

FOLDER = knowledge_dir() / "lexique" / "demandes"
_NUMBER = re.compile(r"\d+(?:[h:,.]\d+)*")
_TOKEN = re.compile(r"[a-z]+'?|0|,")
_GROUPS = (3, 4)
_LONG = 12


def features(text: str) -> Counter[int]:
    """Hashed features of a piece: words, pairs, triples, pairs with a gap, letters, how long it is; no mark."""
    said = ["<", *_TOKEN.findall(_NUMBER.sub("0", plain(text))), ">"]
    named = [f"w:{word}" for word in said[1:-1]]
    named += [f"p:{first}_{second}" for first, second in pairwise(said)]
    for first, second, third in zip(said, said[1:], said[2:], strict=False):
        named += [f"t:{first}_{second}_{third}", f"g:{first}_{third}"]
    letters = f"_{'_'.join(said[1:-1])}_"
    named += [f"c:{letters[at : at + n]}" for n in _GROUPS for at in range(len(letters) - n + 1)]
    named += [f"n:{min(len(said) - 2, _LONG)}"] * 2
    return hashed(named)


def weights_file() -> Path:
    """Where the weights are kept."""
    return FOLDER / "poids.npz"


@cache
def _model() -> Ridge:
    return shipped(weights_file(), "des demandes «\u00a0poids.npz\u00a0»")


@lru_cache(maxsize=2048)
def asking_tone(piece: str) -> float:
    """How much a repaired piece asks, whatever its marks: about 0 (it tells) to 1 (it asks)."""
    return _model().scores(features(piece)).get("demande", 0.0)
