"""Vectors of an embedding model for the search: time to make the index, latency added to a question, zones unmoved.

A loopback server stands for the model (its vectors are hashed words, so this measures our part, not a model's): real
child process, real Chroma. Then every benchmark question with vectors that mean nothing: what is answered or refused
must not move, and the figures say what the worst model costs in order.

    python tests/benchmarks/vectors.py [--valeurs 1024] [--questions 60]
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ascom_coach.models import Embedder, embedding_profile  # noqa: E402
from ascom_coach.retrieval import Answer, Index, open_index  # noqa: E402
from tests.models.fault_server import FaultServer  # noqa: E402

FILES = ("questions_clean.jsonl", "questions_other.jsonl")


def rows() -> list[dict[str, object]]:
    """Every question of the two files, with what answers it."""
    folder = Path(__file__).parent
    lines = [one for name in FILES for one in (folder / name).read_text(encoding="utf-8").splitlines()]
    return [json.loads(one) for one in lines]


class Noise:
    """Vectors that mean nothing, always the same for the same text."""

    name, stamp, batch = "bruit", "bruit", 105

    def passages(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector per text."""
        return [self.question(one) for one in texts]

    def question(self, text: str) -> list[float]:
        """A vector."""
        dice = random.Random(text)
        return [dice.gauss(0, 1) for _ in range(256)]

    def close(self) -> None:
        """Nothing to stop."""


def timed(index: Index, questions: Sequence[str], *, quick: bool) -> list[float]:
    """Milliseconds per question."""
    found = []
    for one in questions:
        began = time.perf_counter()
        index.ask(one, quick=quick)
        found.append((time.perf_counter() - began) * 1000)
    return found


def speed(values: int, count: int) -> None:
    """The index made through a real child, then questions with and without the model."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place, FaultServer() as server:
        wanted = embedding_profile(
            {"vecteurs": {"modele": f"openai/size_{values}", "adresse": server.base("openai")}}, {}
        )
        assert wanted is not None
        with open_index(Path(place), None, Embedder(wanted, environ=os.environ)) as index:
            began = time.perf_counter()
            index.build_model_index()
            first = time.perf_counter() - began
            began = time.perf_counter()
            index.build_model_index()
            again = time.perf_counter() - began
            questions = [str(one["question"]) for one in rows()][: 3 * count]
            questions = [one for one in questions if "modele" in index.ask(one).engine][:count]
            without, with_it = timed(index, questions, quick=True), timed(index, questions, quick=False)
    added = [more - less for more, less in zip(with_it, without, strict=True)]
    print(f"index made, {values} values: {first:.2f} s with the child's start, {again:.2f} s when it runs")
    for label, some in (("built-in", without), ("with the model", with_it), ("added", added)):
        last = sorted(some)[int(len(some) * 0.95)]
        print(f"question, {label}: median {statistics.median(some):.1f} ms, p95 {last:.1f} ms")


def order() -> None:
    """Zones and ranks with meaningless vectors beside the built-in ones."""
    moved, hits, total = 0, [0, 0], 0
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place,
        open_index(Path(place), None, Noise()) as index,
    ):
        index.build_model_index()
        for row in rows():
            pair = [index.ask(str(row["question"]), quick=quick) for quick in (True, False)]
            moved += pair[0].zone != pair[1].zone or pair[0].reason != pair[1].reason
            gold = set(row["gold"])  # type: ignore[call-overload]
            if gold:
                total += 1
                hits = [hit + found(one, gold) for hit, one in zip(hits, pair, strict=True)]
    print(f"meaningless vectors, {len(rows())} questions: zone or reason moved {moved}")
    print(f"right passage in the first three, of {total}: built-in {hits[0]}, meaningless vectors {hits[1]}")


def found(answer: Answer, gold: set[str]) -> bool:
    """Whether one of the first three passages answers."""
    return any(gold & set(one.ids) for one in answer.passages[:3])


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--valeurs", type=int, default=1024)
    parser.add_argument("--questions", type=int, default=60)
    arguments = parser.parse_args()
    speed(arguments.valeurs, arguments.questions)
    order()


if __name__ == "__main__":
    main()
