"""Fit the weights by which the reader chooses, and judge them on scenarios left out. Writes `lecteur.json`.

    python tests/benchmarks/understanding_fit.py [--write]

Multinomial logit over the facts of a scenario and « none »: a few numbers, each scenario counting the same. Fitted on
`FITTED` only, all in this folder. Prints, for each scenario, how weights fitted on all the others do on it, then with
several thresholds. A test says when the weights kept are older than what they were fitted on.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from ascom_coach.rehearsal.understanding.choice import WEIGHTS
from ascom_coach.rehearsal.understanding.evidence import ABSENT, FEATURES
from ascom_coach.rehearsal.understanding.kinds import kinds_file
from ascom_coach.rehearsal.understanding.topics import weights_file
from tests.benchmarks.understanding import read_rows, reader_of

HERE = Path(__file__).parent
FITTED = tuple(HERE / f"roleplay_{name}.jsonl" for name in ("clean", "fresh", "near", "later", "other"))
"""Scenarios C to K, by six hands; A and B are kept elsewhere, L to N are never read."""
PENALTY = 0.001
STEPS = 40
AGAINST = ("answer not expected",)
"""The only evidence that may speak against a fact: fitted freely, near misses make shared words a bad sign, and the
author's own questions are then refused."""

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
    """Weights, those of `FEATURES` that would speak against a fact left at 0 (but for `AGAINST`)."""
    dropped: set[int] = set()
    while True:
        weights = _fit(groups, sorted(dropped))
        wrong = {at for at, name in enumerate(FEATURES) if name not in AGAINST and weights[at] < 0}
        if not wrong:
            return weights
        dropped |= wrong


def _fit(groups: list[list[Case]], dropped: list[int]) -> Any:
    """Weights by Newton's steps, on features brought to one scale; each scenario weighs the same."""
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
    table[:, :, dropped] = 0.0
    scale = np.sqrt((table**2).sum(axis=(0, 1)) / there.sum())
    table /= np.where(scale > 0, scale, 1.0)
    wanted = table[np.arange(len(data)), goal]

    def parts_of(weights: Any) -> tuple[Any, float]:
        """Probabilities, and what is to be made small."""
        scores = np.where(there, table @ weights, -np.inf)
        top = scores.max(axis=1)
        parts = np.exp(scores - top[:, None])
        total = parts.sum(axis=1)
        lost = float((share * (np.log(total) + top - wanted @ weights)).sum() + PENALTY * weights @ weights)
        return parts / total[:, None], lost

    weights = np.zeros(size)
    parts, lost = parts_of(weights)
    for _ in range(STEPS):
        mean = np.einsum("nf,nfk->nk", parts, table)
        slope = (share[:, None] * (mean - wanted)).sum(axis=0) + 2 * PENALTY * weights
        weighed = (table * np.sqrt(parts * share[:, None])[..., None]).reshape(-1, size)
        bend = weighed.T @ weighed - (mean * share[:, None]).T @ mean + 2 * PENALTY * np.eye(size)
        step = np.linalg.solve(bend, slope)
        while (found := parts_of(weights - step))[1] > lost and np.abs(step).max() > 1e-6:
            step /= 2
        if lost - found[1] < 1e-9:
            break
        weights, (parts, lost) = weights - step, found
    return weights / np.where(scale > 0, scale, 1.0)


def stamp() -> str:
    """Changes with any phrase fitted on, with the kinds of evidence, and with the topics (and their kinds) they use."""
    with np.load(weights_file(), allow_pickle=False) as kept:
        topics = str(kept["fingerprint"])
    seen = [
        topics,
        kinds_file().read_text("utf-8"),
        *FEATURES,
        *ABSENT,
        *(line for path in FITTED for line in path.read_text("utf-8").splitlines()),
    ]
    return hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode()).hexdigest()[:16]


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
    rows = [row for path in FITTED for row in read_rows(path)]
    names = sorted({row["scenario"] for row in rows} - {"*"})
    groups = {name: cases([row for row in rows if row["scenario"] in (name, "*")]) for name in names}
    pooled = []
    for name in names:
        first, three, turns = judge(groups[name], fit([groups[other] for other in names if other != name]))
        pooled += turns
        sys.stdout.write(f"{name}: first {first:.2f}, three {three:.2f}\n")
    asked = [turn for turn in pooled if turn[0]]
    missed = [turn for turn in pooled if not turn[0]]
    for sure in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        straight = np.mean([right and chance >= sure for _, right, chance, _ in asked])
        wrong = np.mean([not right and chance >= sure for _, right, chance, _ in asked])
        granted = np.mean([chance >= sure for _, _, chance, _ in missed])
        sys.stdout.write(
            f"  sure {sure}: straight {straight:.2f}, wrong {wrong:.3f}, out of scope granted {granted:.3f}\n"
        )
    weights = fit(list(groups.values()))
    tree = {
        "fingerprint": stamp(),
        "facts": dict(zip(FEATURES, weights[: len(FEATURES)].round(3).tolist(), strict=True)),
        "absent": dict(zip(ABSENT, weights[len(FEATURES) :].round(3).tolist(), strict=True)),
    }
    sys.stdout.write(json.dumps(tree) + "\n")
    if "--write" in sys.argv:
        WEIGHTS.write_text(json.dumps(tree, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
