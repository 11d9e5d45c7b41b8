"""Learn the speech acts of typed turns from the sentences of this folder: `poids.npz` and `seuils.json`.

    python knowledge/lexique/actes/construire.py

Each `main-*.txt` is by another hand. An act has two floors, where a pattern shows it and where none does: the lowest
score at which the share of right findings, among sentences of hands that were left out of the learning one after the
other, reaches `PRECISION` (`SEVERE` for what costs the trainee most). Needs nothing but the project; about three
minutes and 3 GB. Run again after any change of the
sentences, of `lexique/actes.yaml` or of the features.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from ascom_coach.language import ACTS, find_acts
from ascom_coach.language.ridge import Ridge, aims, design, solve
from ascom_coach.language.said.spoken import DIMENSIONS, FOLDER, features

ALPHA = 0.2
PRECISION, SEVERE = 0.93, 0.95
_SEVERE = {"insulte", "menace"}
_LOWEST = 0.1
Row = tuple[str, frozenset[str], str]


def rows(folder: Path = FOLDER) -> list[Row]:
    """(hand, acts, sentence) of every file, in order. Raises ValueError on an unknown act."""
    found: list[Row] = []
    for path in sorted(folder.glob("main-*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                acts, _, text = line.partition("|")
                named = frozenset(acts.split()) - {"-"}
                if not named <= set(ACTS) or not text.strip():
                    raise ValueError(f"{path.name}: {line}")
                found.append((path.stem, named, text.strip()))
    return found


def fingerprint(found: list[Row], every: int = 40) -> str:
    """Changes with any sentence, and with what the features of one sentence in `every` are."""
    seen = [(hand, sorted(acts), text) for hand, acts, text in found]
    made = [sorted(features(text).items()) for _, _, text in found[::every]]
    return hashlib.sha256(json.dumps([seen, made], ensure_ascii=False).encode()).hexdigest()[:16]


def floor(scores: np.ndarray, wanted: np.ndarray, precision: float) -> float:
    """The lowest score above which the right share reaches `precision`; 1.0 when none does."""
    if not len(scores):
        return 1.0
    order = np.argsort(-scores)
    right = np.cumsum(wanted[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero((right >= precision) & (scores[order] >= _LOWEST))
    return round(float(scores[order][good[-1]]), 3) if len(good) else 1.0


if __name__ == "__main__":
    known = rows()
    inputs_of = [(dict.fromkeys(acts, 1.0), features(text)) for _, acts, text in known]
    rarity, inputs = design(inputs_of, DIMENSIONS)
    labels, targets = aims(inputs_of)
    kernel = inputs @ inputs.T
    hands = np.array([hand for hand, _, _ in known])
    unseen = np.zeros(targets.shape)
    for hand in sorted(set(hands)):
        out, kept = np.flatnonzero(hands == hand), np.flatnonzero(hands != hand)
        unseen[out] = kernel[np.ix_(out, kept)] @ solve(kernel[np.ix_(kept, kept)], targets[kept], ALPHA)
    shown = np.array(
        [[act in {one.act for one in find_acts(text)} for act in labels] for _, _, text in known]
    )
    floors = {}
    right = said = total = 0
    for at, act in enumerate(labels):
        wanted = targets[:, at] > 0
        least = SEVERE if act in _SEVERE else PRECISION
        by_pattern = shown[:, at]
        floors[act] = [
            floor(unseen[by_pattern, at], wanted[by_pattern], least),
            floor(unseen[~by_pattern, at], wanted[~by_pattern], least),
        ]
        found = unseen[:, at] > np.where(by_pattern, *floors[act])
        right, said, total = (
            right + int((found & wanted).sum()),
            said + int(found.sum()),
            total + int(wanted.sum()),
        )
        sys.stdout.write(
            f"{act:<14} {wanted.sum():>5}  floors {floors[act]}  recall {(found & wanted).sum() / wanted.sum():.2f}\n"
        )
    sys.stdout.write(f"hands left out: precision {right / said:.3f}, recall {right / total:.3f}\n")
    weights = inputs.T @ solve(kernel, targets, ALPHA)
    scales = np.abs(weights).max(axis=0) / 127.0
    Ridge(labels, rarity, np.rint(weights / scales).astype(np.int8), scales.astype(np.float32)).save(
        FOLDER / "poids.npz", fingerprint(known)
    )
    (FOLDER / "seuils.json").write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(known)} sentences, {(FOLDER / 'poids.npz').stat().st_size // 1000} kB\n")
