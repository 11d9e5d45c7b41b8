"""Fit the weights by which the reader chooses, and judge them on scenarios left out. Writes `lecteur.json`.

    python tests/benchmarks/understanding_fit.py PHRASES.jsonl…   [--write]

Multinomial logit over the facts of a scenario and « none »: a few numbers, each scenario counting the same. Prints, for
each scenario, how weights fitted on all the others do on it, then with several thresholds.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from ascom_coach.rehearsal.understanding.choice import WEIGHTS
from ascom_coach.rehearsal.understanding.evidence import ABSENT, FEATURES
from tests.benchmarks.understanding import read_rows, reader_of

PENALTY = 0.0005
STEPS = 3000

Case = tuple[Any, int, Any]
"""Rows of the facts, place of the fact meant (-1: none), row of « none »."""


def cases(rows: list[dict[str, Any]]) -> list[Case]:
    """What the reader sees of each phrase."""
    reader = reader_of(rows)
    places = {fact.id: at for at, fact in enumerate(reader.evidence.facts)}
    found = []
    for row in rows:
        if row["role"] in ("to_understand", "out_of_scope"):
            seen = reader.evidence.weigh(reader.clean(row["text"]))
            meant = places[row["labels"][0]] if row["labels"] else -1
            found.append((np.array(seen.rows), meant, np.array(seen.absent)))
    return found


def chances(case: Case, weights: Any) -> Any:
    """Probabilities of the facts, then of none."""
    rows, _, absent = case
    scores = np.append(rows @ weights[: len(FEATURES)], absent @ weights[len(FEATURES) :])
    shares = np.exp(scores - scores.max())
    return shares / shares.sum()


def fit(groups: list[list[Case]]) -> Any:
    """Weights by gradient steps with momentum (Nesterov); each scenario weighs the same."""
    size = len(FEATURES) + len(ABSENT)
    data = [
        (np.vstack([np.hstack([rows, np.zeros((len(rows), len(ABSENT)))]), np.append(np.zeros(len(FEATURES)), absent)]),
         meant, 1.0 / len(group) / len(groups))
        for group in groups
        for rows, meant, absent in group
    ]  # fmt: skip
    most = max(len(rows) for rows, _, _ in data)
    table = np.zeros((len(data), most, size))
    there = np.zeros((len(data), most), dtype=bool)
    goal = np.zeros(len(data), dtype=int)
    share = np.array([part for _, _, part in data])
    for at, (rows, meant, _) in enumerate(data):
        table[at, : len(rows)] = rows
        there[at, : len(rows)] = True
        goal[at] = meant if meant >= 0 else len(rows) - 1
    wanted = table[np.arange(len(data)), goal]
    weights, moved = np.zeros(size), np.zeros(size)
    for step in range(STEPS):
        ahead = weights + step / (step + 3) * moved
        scores = np.where(there, table @ ahead, -np.inf)
        parts = np.exp(scores - scores.max(axis=1, keepdims=True))
        parts /= parts.sum(axis=1, keepdims=True)
        slope = (share[:, None] * (np.einsum("nf,nfk->nk", parts, table) - wanted)).sum(
            axis=0
        ) + 2 * PENALTY * ahead
        new = ahead - 0.4 * slope
        weights, moved = new, new - weights
    return weights


def judge(group: list[Case], weights: Any) -> tuple[float, float, list[tuple[bool, bool, float, float]]]:
    """First, in three, and for each phrase: meant at all, first one right, its probability, that of any fact."""
    seen = [(case[1], chances(case, weights)) for case in group]
    asked = [(meant, parts[:-1]) for meant, parts in seen if meant >= 0]
    first = float(np.mean([parts.argmax() == meant for meant, parts in asked]))
    three = float(np.mean([meant in np.argsort(-parts)[:3] for meant, parts in asked]))
    turns = [
        (meant >= 0, bool(parts[:-1].argmax() == meant), float(parts[:-1].max()), float(parts[:-1].sum()))
        for meant, parts in seen
    ]
    return first, three, turns


def main() -> None:
    """Fit, judge, write."""
    rows = [row for name in sys.argv[1:] if not name.startswith("--") for row in read_rows(Path(name))]
    names = sorted({row["scenario"] for row in rows} - {"*"})
    groups = {name: cases([row for row in rows if row["scenario"] in (name, "*")]) for name in names}
    pooled = []
    for name in names:
        first, three, turns = judge(groups[name], fit([groups[other] for other in names if other != name]))
        pooled += turns
        sys.stdout.write(f"{name}: first {first:.2f}, three {three:.2f}\n")
    asked = [turn for turn in pooled if turn[0]]
    missed = [turn for turn in pooled if not turn[0]]
    for sure in (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8):
        straight = np.mean([right and chance >= sure for _, right, chance, _ in asked])
        wrong = np.mean([not right and chance >= sure for _, right, chance, _ in asked])
        granted = np.mean([chance >= sure for _, _, chance, _ in missed])
        sys.stdout.write(
            f"  sure {sure}: straight {straight:.2f}, wrong {wrong:.3f}, out of scope granted {granted:.3f}\n"
        )
    weights = fit(list(groups.values()))
    tree = {
        "facts": dict(zip(FEATURES, weights[: len(FEATURES)].round(3).tolist(), strict=True)),
        "absent": dict(zip(ABSENT, weights[len(FEATURES) :].round(3).tolist(), strict=True)),
    }
    sys.stdout.write(json.dumps(tree) + "\n")
    if "--write" in sys.argv:
        WEIGHTS.write_text(json.dumps(tree, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
