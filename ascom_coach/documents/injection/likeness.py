"""How much a sentence looks like an order to the corrector: a small learnt judge, in plain Python.

Weights are learnt by `knowledge/lexique/ordres/construire.py` from phrasings kept beside it and from ordinary office
texts. The process that reads files is short of memory, so nothing heavier than bytes is loaded.
"""

from __future__ import annotations

import json
import re
import zlib
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise
from typing import NamedTuple

from ascom_coach.documents.injection.notions import fold, folder, notion, tokens

DIMENSIONS = 65_536
"""Buckets in which the features are hashed."""
RARITY_STEP = 0.05
"""A stored rarity of 1 is worth this much."""
SURE = 0.45
"""Likeness from which a sentence is taken for an order, and no part of the copy (`construire.py` prints the choice)."""
LIKELY = 0.3
"""Likeness from which a person is asked to look: the copy stays as it is."""
HIDDEN = 0.0
"""Likeness from which words under a disguise are an order: an ordinary text has none."""
_STEM, _ROOT = 6, 4
_ARABIC_ARTICLE = re.compile(r"^[وفبلك]?(?:ال|لل)(?=.{3})")
_WINDOW, _OVERLAP = 400, 100
_SENTENCE = re.compile(r"(?<=[.!?…])[\s»”\")]+|\n|(?<=[؟。！])")
_CLAUSE = re.compile(r"[;:()«»“”„\"|{}<>\[\]*]|\s[-–—]+\s")

# Judging, and what is judged. Begging, threats and gifts say nothing by themselves: clients use them too.
_TELLING = frozenset(
    (
        "juge", "machine", "corrige", "regles", "lacher", "note", "vingt", "maximum", "reussi", "fautes", "corriger",
        "mode", "formateur", "examen", "copie", "indulgence", "bilan", "eloge", "arret", "cas", "cacher", "eleve",
        "lire", "niveau", "verifier", "passer",
    )
)  # fmt: skip
"""Without one of these notions a sentence is not looked at."""


class _Weights(NamedTuple):
    scale: float
    rarity: array[int]
    weights: array[int]


def _stem(word: str) -> str:
    return (_ARABIC_ARTICLE.sub("", word) if word > "\u0600" else word)[:_STEM]


def features(words: Sequence[str]) -> list[str]:
    """Names of what is seen in folded words: stems, roots, neighbours, notions and pairs of notions.

    Notions are the same in every language: what was learnt of them in one serves the others.
    """
    stems = [_stem(word) for word in words]
    notions = [notion(word) for word in words]
    named = [one for one in notions if one]
    kinds = sorted(set(named))
    found = [f"m {stem}" for stem in stems]
    found += [f"k {stem[:_ROOT]}" for stem in stems]
    found += [f"v {one} {two}" for one, two in pairwise(("<", *stems, ">"))]
    found += [f"n {one}" for one in kinds]
    found += [f"p {one} {two}" for one, two in combinations(kinds, 2)]
    found += [f"s {one} {two}" for one, two in pairwise(("<", *named, ">"))]
    found += [f"g {one or two} {three or four}" for (one, two), (three, four) in
              pairwise(zip(notions, stems, strict=True))]  # fmt: skip
    found += [f"t {' '.join(one or '-' for one in notions[:2])}"]
    return found


def buckets(names: Sequence[str]) -> set[int]:
    """Where the features are stored."""
    return {zlib.crc32(name.encode()) % DIMENSIONS for name in names}


@cache
def _weights() -> _Weights:
    head, _, body = (folder() / "poids.bin").read_bytes().partition(b"\n")
    about = json.loads(head)
    body = zlib.decompress(body)
    return _Weights(about["scale"], array("B", body[:DIMENSIONS]), array("b", body[DIMENSIONS:]))


def fingerprint() -> str:
    """Of what the weights were learnt from."""
    head = (folder() / "poids.bin").read_bytes().partition(b"\n")[0]
    return str(json.loads(head)["fingerprint"])


def pack(scale: float, rarity: bytes, weights: bytes, learnt_from: str) -> bytes:
    """The content of the file of weights: a line of JSON, then one byte a bucket for rarity and for weight."""
    head = {"scale": scale, "fingerprint": learnt_from}
    return json.dumps(head).encode() + b"\n" + zlib.compress(rarity + weights, 9)


def is_telling(words: Sequence[str]) -> bool:
    """Whether folded words hold a notion without which nothing is looked at."""
    return any(notion(word) in _TELLING for word in words)


def likeness(sentence: str) -> float:
    """About -1 for an ordinary sentence, about 1 for an order."""
    words = tokens(fold(sentence))
    if len(words) < 2 or not is_telling(words):
        return -1.0
    known = _weights()
    dot = norm = 0.0
    for place in buckets(features(words)):
        rarity = known.rarity[place]
        dot += rarity * known.weights[place]
        norm += rarity * rarity
    return dot * known.scale / (norm**0.5 or 1.0)


def pieces(text: str) -> Iterator[str]:
    """Sentences of a text, windows of a very long one, and what stands between two marks inside them."""
    for sentence in _SENTENCE.split(text):
        if len(sentence) < 6:
            continue
        for start in range(0, len(sentence), _WINDOW - _OVERLAP):
            yield sentence[start : start + _WINDOW]
            if start + _WINDOW >= len(sentence):
                break
        if len(sentence) > 40 and len(clauses := _CLAUSE.split(sentence)) > 1:
            yield from (clause[:_WINDOW] for clause in clauses if len(clause) > 12)
