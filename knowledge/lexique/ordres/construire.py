"""Learn to tell an order to the corrector from an ordinary office sentence, and write `poids.bin`.

    python knowledge/lexique/ordres/construire.py [--mesurer]

Needs nothing but the project. Run again after any change of the phrasings, of the notions or of the features.
`--mesurer` also prints what each fifth of the phrasings gives when it is not learnt from.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from ascom_coach.documents.injection.likeness import (
    DIMENSIONS,
    RARITY_STEP,
    buckets,
    features,
    is_telling,
    pack,
)
from ascom_coach.documents.injection.notions import fold, folder, tokens

ROOT = Path(__file__).resolve().parents[3]
Row = tuple[float, str]
ALPHA = 0.3
WORTH = 3.0
"""Orders are few beside ordinary sentences: each counts as much as so many of them."""
ROUNDS = 60
SHARE = 4
"""One in so many of the phrasings of other folders: questions and acts of talk would outnumber office writing."""


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith(("#", "%")):
            yield line.strip()


def sentences(text: str) -> list[str]:
    """A text in sentences, as they are judged."""
    return [one.strip() for one in re.split(r"(?<=[.!?…])\s+|\n", text) if one.strip()]


def rows() -> list[Row]:
    """(1 for an order, 0 for an ordinary sentence, text), in order. Most ordinary ones bear no telling notion."""
    found: list[Row] = [(1.0, line) for line in _lines(folder() / "attaques.txt")]
    ordinary = list(_lines(folder() / "ordinaires.txt"))
    lexicon = folder().parent
    for path in sorted([*(lexicon / "sujets").glob("*.txt"), *(lexicon / "actes").glob("*.txt")]):
        ordinary += list(_lines(path))[::SHARE]
    knowledge = ROOT / "knowledge"
    for path in sorted(
        [*(knowledge / "questions").glob("*.yaml"), *(knowledge / "exercices").glob("*.yaml")]
    ):
        ordinary += [one for line in _lines(path) for one in sentences(line)]
    for line in (knowledge / "referentiel" / "passages.jsonl").read_text(encoding="utf-8").splitlines():
        ordinary += sentences(json.loads(line)["texte"])
    for line in (
        (ROOT / "tests" / "benchmarks" / "french_other.jsonl").read_text(encoding="utf-8").splitlines()
    ):
        if line.strip():
            ordinary += sentences(json.loads(line)["text"])
    for path in sorted((ROOT / "scenarios").glob("*/scenario.yaml")):
        ordinary += [one for line in _lines(path) for one in sentences(line)]
    seen = {fold(text) for _, text in found}
    for text in dict.fromkeys(ordinary):
        if fold(text) not in seen and is_telling(tokens(fold(text))):
            found.append((0.0, text))
    return found


def fingerprint() -> str:
    """Changes with any phrasing of this folder, and with what its features are; other folders live their own life."""
    own = [*_lines(folder() / "attaques.txt"), *_lines(folder() / "ordinaires.txt")]
    seen = [(text, features(tokens(fold(text)))) for text in own]
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode()).hexdigest()[:16]


class Table:
    """Texts as rows of buckets, as long as their features; each row weighs one."""

    def __init__(self, found: list[Row]) -> None:
        import numpy as np

        places = [
            np.array(sorted(buckets(features(tokens(fold(text))))), dtype=np.int64) for _, text in found
        ]
        sizes = np.array([len(one) for one in places])
        self.places = np.concatenate(places)
        self.starts = np.concatenate(([0], np.cumsum(sizes)[:-1]))
        self.owners = np.repeat(np.arange(len(found)), sizes)
        seen = np.bincount(self.places, minlength=DIMENSIONS)
        rarity = np.where(seen > 0, np.log((1 + len(found)) / (1 + seen)) + 1.0, 0.0)
        self.rarity = np.minimum(np.rint(rarity / RARITY_STEP), 255)
        values = self.rarity[self.places]
        self.values = values / np.sqrt(np.add.reduceat(values * values, self.starts))[self.owners]

    def scores(self, weights: Any) -> Any:
        """One number a row."""
        import numpy as np

        return np.add.reduceat(self.values * weights[self.places], self.starts)

    def spread(self, numbers: Any) -> Any:
        """One number a bucket: what the rows' numbers give to each."""
        import numpy as np

        return np.bincount(self.places, self.values * numbers[self.owners], minlength=DIMENSIONS)


def learnt(found: list[Row]) -> tuple[Any, Any]:
    """Rarity and weight of each bucket: ridge regression by conjugate gradients, an order counting `WORTH` times."""
    import numpy as np

    table = Table(found)
    targets = np.array([label * 2 - 1 for label, _ in found])
    worth = np.where(targets > 0, WORTH, 1.0)
    rest = table.spread(worth * targets)
    weights, way, square = np.zeros(DIMENSIONS), rest.copy(), rest @ rest
    for _ in range(ROUNDS):
        pushed = table.spread(worth * table.scores(way)) + ALPHA * way
        step = square / (way @ pushed)
        weights += step * way
        rest = rest - step * pushed
        before, square = square, rest @ rest
        if square < 1e-8:
            break
        way = rest + square / before * way
    return table.rarity, weights


def left_out(found: list[Row], folds: int = 5) -> list[float]:
    """Score of each row by weights that were not learnt from it."""
    import numpy as np

    scores = [0.0] * len(found)
    for fold_ in range(folds):
        rarity, weights = learnt([row for at, row in enumerate(found) if at % folds != fold_])
        for at in range(fold_, len(found), folds):
            places = sorted(buckets(features(tokens(fold(found[at][1])))))
            values = rarity[places]
            scores[at] = float(values @ weights[places] / (np.sqrt(values @ values) or 1.0))
    return scores


def main() -> None:
    """Write the weights; print the figures."""
    import numpy as np

    found = rows()
    scores = left_out(found)
    ordinary = sorted(
        (score for score, (label, _) in zip(scores, found, strict=True) if not label), reverse=True
    )
    orders = [score for score, (label, _) in zip(scores, found, strict=True) if label]
    sys.stdout.write(f"{len(orders)} orders, {len(ordinary)} ordinary; left out: ")
    for limit in (-0.3, -0.2, -0.1, 0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7):
        sys.stdout.write(f"{limit}: {sum(s > limit for s in orders)}/{sum(s > limit for s in ordinary)}  ")
    sys.stdout.write("\n")
    if "--mesurer" in sys.argv:
        for score, (label, text) in sorted(zip(scores, found, strict=True)):
            if score < 0 if label else score > -0.3:
                sys.stdout.write(f"  {'order' if label else 'ordinary'} {score:.2f} {text}\n")
    rarity, weights = learnt(found)
    scale = float(np.abs(weights).max() / 127.0)
    (folder() / "poids.bin").write_bytes(pack(
        scale, rarity.astype(np.uint8).tobytes(),
        np.rint(weights / scale).astype(np.int8).tobytes(), fingerprint(),
    ))  # fmt: skip


if __name__ == "__main__":
    main()
