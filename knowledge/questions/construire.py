"""Learn from the questions of this folder which passages a question aims at, and write `poids.npz`.

    python knowledge/questions/construire.py [--sauf FICHIER]

Needs nothing but the project. Run again after any change of `questions/`, `thesaurus/`, `absences/` or `ecriture/`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from collections import Counter
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ascom_coach.referential import load_referential
from ascom_coach.retrieval import knowledge
from ascom_coach.retrieval.brain import make_speller
from ascom_coach.retrieval.classifier import (
    ALPHA,
    DIMENSIONS,
    TARGET_WEIGHTS,
    Classifier,
    features,
    unit,
    weights_file,
)

FRAMES = Path(__file__).with_name("cadres.txt")
_LONG = 200
"""Characters from which a passage is no subject of a sentence."""
Example = tuple[tuple[str, ...], str]


def examples(skipped: str = "") -> list[Example]:
    """Labels, first of the twins, and what was said: questions, phrasings of the thesaurus, the passages."""
    referential = load_referential()

    def first(label: str) -> str:
        return referential.twins(label)[0] if referential.has_passage(label) else label

    said = [(entry.targets, one) for entry in knowledge.questions(skipped) for one in entry.phrases]
    said += [(entry.targets, one) for entry in knowledge.entries() for one in entry.phrases]
    frames = [line for line in FRAMES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for one in referential.passages:
        said += [
            ((one.id,), frame.replace("…", one.text)) for frame in ("…", *frames) if len(one.text) < _LONG
        ]
        said += [((one.id,), one.text)] if len(one.text) >= _LONG else []
    return [(tuple(dict.fromkeys(map(first, targets))), one) for targets, one in said]


def fingerprint(rows: list[Example]) -> str:
    """Changes with any phrasing or target."""
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()[:16]


def learn(rows: list[Example]) -> Classifier:
    """Dual ridge regression: as many unknowns as questions, whatever the number of features."""
    speller, synonyms = make_speller(), knowledge.synonyms()
    counts = [features(one, speller, synonyms) for _, one in rows]
    seen = Counter(place for one in counts for place in one)
    rarity = np.zeros(DIMENSIONS, dtype=np.float32)
    for place, found in seen.items():
        rarity[place] = math.log((1 + len(rows)) / (1 + found)) + 1.0
    inputs = np.zeros((len(rows), DIMENSIONS), dtype=np.float32)
    for at, one in enumerate(counts):
        places, values = unit(one, rarity)
        inputs[at, places] = values
    labels = sorted({label for targets, _ in rows for label in targets})
    wanted = np.zeros((len(rows), len(labels)), dtype=np.float32)
    place_of = {label: at for at, label in enumerate(labels)}
    for at, (targets, _) in enumerate(rows):
        for rank, label in enumerate(targets[: len(TARGET_WEIGHTS)]):
            wanted[at, place_of[label]] = TARGET_WEIGHTS[rank]
    kernel = (inputs @ inputs.T).astype(np.float64)
    dual = np.linalg.solve(kernel + ALPHA * np.eye(len(rows)), wanted.astype(np.float64))
    weights = inputs.T @ dual.astype(np.float32)
    scales = np.abs(weights).max(axis=0) / 127.0
    return Classifier(labels, rarity, np.rint(weights / scales).astype(np.int8), scales.astype(np.float32))


def write(model: Classifier, path: Path, mark: str) -> None:
    """Keep the weights, one byte each, and the fingerprint of what they were learnt from."""
    np.savez_compressed(
        path, fingerprint=np.array(mark), labels=np.array(model.labels), rarity=model._rarity.astype(np.float16),
        weights=model._weights, scales=model._scales,
    )  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sauf", default="", help="leave one file of questions out")
    parser.add_argument("--vers", type=Path, default=weights_file(), help="where to write")
    options = parser.parse_args()
    rows = examples(options.sauf)
    write(learn(rows), options.vers, fingerprint(rows))
    sys.stdout.write(f"{len(rows)} phrasings, {options.vers.stat().st_size // 1000} kB\n")
