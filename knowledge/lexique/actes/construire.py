"""Learn the speech acts of typed turns from the sentences of this folder: `poids.npz` and `seuils.json`.

    python knowledge/lexique/actes/construire.py

Each `main-*.txt` is by another hand. Scores are learnt first. On the scores of sentences of hands that were left out of
the learning one after the other, each act gets the floor of what a pattern shows: the lowest at which the share of
right findings reaches `PRECISION` (`SEVERE` for what costs the trainee most). Where no pattern shows an act, a logistic
regression says how the whole turn and its best clause count together, and one floor serves all acts (`BARE`). Needs
nothing but the project; about five minutes and 3 GB. Run again after any change of the sentences, of
`lexique/actes.yaml` or of the features.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from ascom_coach.language import ACTS, find_acts
from ascom_coach.language.ridge import Ridge, aims, design, solve
from ascom_coach.language.said.spoken import DIMENSIONS, EVIDENCE, FOLDER, clauses, evidence, features

ALPHA = 0.2
PRECISION, SEVERE, BARE = 0.93, 0.95, 0.92
_SEVERE = {"insulte", "menace"}
_PENALTY = 1e-5
_STEPS = 30
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
    """The lowest score from which the right share reaches `precision`; above all of them when none does."""
    order = np.argsort(-scores)
    right = np.cumsum(wanted[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(right >= precision)
    return float(scores[order][good[-1]]) if len(good) else float(scores.max(initial=0.0)) + 1.0


def logistic(rows: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression, by Newton's steps."""
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-(rows @ weights)))
        slope = rows.T @ (chance - wanted) / len(rows) + 2 * _PENALTY * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows / len(rows) + 2 * _PENALTY * np.eye(
            len(weights)
        )
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-7:
            break
    return weights


Scored = tuple[dict[str, float], list[dict[str, float]]]
"""The scores of a sentence, and of its clauses."""


def unseen_scores(
    known: list[Row], kernel: np.ndarray, inputs: np.ndarray, targets: np.ndarray, rarity: np.ndarray
) -> list[Scored]:
    """Each sentence as weights see it that learnt nothing from its hand."""
    hands = np.array([hand for hand, _, _ in known])
    labels = sorted({act for _, acts, _ in known for act in acts})
    found: dict[int, Scored] = {}
    for hand in sorted(set(hands)):
        out, kept = np.flatnonzero(hands == hand), np.flatnonzero(hands != hand)
        weights = inputs[kept].T @ solve(kernel[np.ix_(kept, kept)], targets[kept], ALPHA)
        model = Ridge(labels, rarity, weights, np.ones(len(labels), dtype=np.float32))
        for at in out:
            text = known[at][2]
            found[at] = model.scores(features(text)), [model.scores(features(one)) for one in clauses(text)]
    return [found[at] for at in range(len(known))]


def weigh(known: list[Row], scored: list[Scored]) -> dict[str, dict[str, Any]]:
    """The weights of the evidence and the floors of each act. Prints what they find of each act."""
    hands = np.array([hand for hand, _, _ in known])
    patterns = [{one.act for one in find_acts(text)} for _, _, text in known]
    odds, aimed, shown, tree = {}, {}, {}, {}
    for act in ACTS:
        rows = np.array([evidence(act, *one) for one in scored])
        aimed[act] = np.array([float(act in acts) for _, acts, _ in known])
        shown[act] = np.array([act in seen for seen in patterns])
        odds[act] = np.zeros(len(known))
        for hand in sorted(set(hands)):
            out = hands == hand
            odds[act][out] = rows[out] @ logistic(rows[~out], aimed[act][~out])
        weights = dict(zip(EVIDENCE, logistic(rows, aimed[act]).round(3).tolist(), strict=True))
        whole, right = rows[shown[act], 0], aimed[act][shown[act]]
        least = floor(
            whole[whole >= _LOWEST], right[whole >= _LOWEST], SEVERE if act in _SEVERE else PRECISION
        )
        tree[act] = {"montre": round(least - 1e-3, 3), "seuil": 0.0, "poids": weights}
    bare = {act: ~shown[act] for act in ACTS}
    common = floor(
        np.concatenate([odds[act][bare[act]] for act in ACTS]),
        np.concatenate([aimed[act][bare[act]] for act in ACTS]),
        BARE,
    )
    right = said = total = 0
    for act in ACTS:
        own = floor(odds[act][bare[act]], aimed[act][bare[act]], SEVERE) if act in _SEVERE else common
        tree[act]["seuil"] = round(max(common, own), 3)
        whole = np.array([one[0].get(act, 0.0) for one in scored])
        found = np.where(shown[act], whole > tree[act]["montre"], odds[act] >= tree[act]["seuil"])
        wanted = aimed[act] > 0
        good = int((found & wanted).sum())
        right, said, total = right + good, said + int(found.sum()), total + int(wanted.sum())
        sys.stdout.write(
            f"{act:<14} {wanted.sum():>5}  floors {tree[act]['montre']}, {tree[act]['seuil']}"
            f"  recall {good / wanted.sum():.2f}\n"
        )
    sys.stdout.write(f"hands left out: precision {right / said:.3f}, recall {right / total:.3f}\n")
    return tree


if __name__ == "__main__":
    known = rows()
    inputs_of = [(dict.fromkeys(acts, 1.0), features(text)) for _, acts, text in known]
    rarity, inputs = design(inputs_of, DIMENSIONS)
    labels, targets = aims(inputs_of)
    kernel = inputs @ inputs.T
    tree = weigh(known, unseen_scores(known, kernel, inputs, targets, rarity))
    weights = inputs.T @ solve(kernel, targets, ALPHA)
    scales = np.abs(weights).max(axis=0) / 127.0
    Ridge(labels, rarity, np.rint(weights / scales).astype(np.int8), scales.astype(np.float32)).save(
        FOLDER / "poids.npz", fingerprint(known)
    )
    (FOLDER / "seuils.json").write_text(json.dumps(tree, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(known)} sentences, {(FOLDER / 'poids.npz').stat().st_size // 1000} kB\n")
