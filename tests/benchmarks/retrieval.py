"""Compares ways of searching the référentiel on a file of questions.

    python tests/benchmarks/retrieval.py QUESTIONS.jsonl [--misses] [--vectors ollama/bge-m3 [--address URL]]

A line of the file: {"question", "type", "bloc", "gold": [any counts as a hit], "gold_all": [a full answer]};
`type` "sans_reponse" marks what the text does not hold. A figure on questions that served to write the
thesaurus is a development figure; `questions_clean.jsonl` was written apart and is not tuned on.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ascom_coach.models import Embedder, embedding_profile
from ascom_coach.referential import load_referential
from ascom_coach.retrieval import open_index
from ascom_coach.retrieval.embedding import AscomHash
from ascom_coach.retrieval.folding import fold, stem, words
from ascom_coach.retrieval.lexical import Bm25
from ascom_coach.retrieval.wordlists import STOP

Ids = Sequence[Sequence[str]]
System = Callable[[str], tuple[Ids, str]]
"""A question gives the ids listed (twins together), best first, and a zone."""


def _cards() -> list[tuple[tuple[str, ...], str]]:
    referential = load_referential()
    twins = {referential.twins(passage.id): passage.text for passage in referential.passages}
    return list(twins.items())


def plain_bm25() -> System:
    """BM25 on folded words."""
    return _bm25(lambda text: fold(text).replace("'", " ").split())


def stems_bm25() -> System:
    """BM25 on Snowball stems, stop words removed."""
    return _bm25(lambda text: [stem(word) for word in words(text) if word not in STOP])


def _bm25(cut: Callable[[str], list[str]]) -> System:
    cards = _cards()
    ranked = Bm25({str(number): cut(text) for number, (_, text) in enumerate(cards)}, b=0.75)

    def ask(question: str) -> tuple[Ids, str]:
        scores = ranked.scores([(term, 1.0) for term in cut(question)])
        best = sorted(scores, key=lambda one: -scores[one])
        return [cards[int(one)][0] for one in best], "repond"

    return ask


def char_tfidf() -> System:
    """Cosine of TF-IDF over groups of 3 to 5 letters."""
    cards = _cards()

    def grams(text: str) -> Counter[str]:
        padded = f" {' '.join(words(text))} "
        return Counter(padded[at : at + size] for size in (3, 4, 5) for at in range(len(padded) - size + 1))

    counts = [grams(text) for _, text in cards]
    seen = Counter(gram for one in counts for gram in one)

    def weigh(one: Counter[str]) -> dict[str, float]:
        raw = {
            gram: (1 + math.log(count)) * math.log((1 + len(cards)) / (1 + seen[gram]))
            for gram, count in one.items()
            if gram in seen
        }
        norm = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return {gram: value / norm for gram, value in raw.items()}

    vectors = [weigh(one) for one in counts]

    def ask(question: str) -> tuple[Ids, str]:
        asked = weigh(grams(question))
        near = [sum(value * one.get(gram, 0.0) for gram, value in asked.items()) for one in vectors]
        return [cards[at][0] for at in sorted(range(len(cards)), key=lambda at: -near[at])], "repond"

    return ask


def plain_chroma(folder: Path) -> System:
    """Chroma with the hashed vectors of the passages alone."""
    import chromadb
    from chromadb.config import Settings

    ours = AscomHash()
    client = chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    cards = _cards()
    collection = client.create_collection(
        "plain", embedding_function=ours, configuration={"hnsw": {"space": "cosine"}}
    )
    texts = [text for _, text in cards]
    collection.add(ids=[str(at) for at in range(len(cards))], documents=texts, embeddings=ours(texts))

    def ask(question: str) -> tuple[Ids, str]:
        found = collection.query(query_embeddings=ours([question]), n_results=10, include=[])
        return [cards[int(one)][0] for one in found["ids"][0]], "repond"

    return ask


def our_system(folder: Path, embedder: Embedder | None = None) -> System:
    """What the product answers, in the order of an embedding model's vectors when one is given."""
    index = open_index(folder, print, embedder)
    index.build_model_index()

    def ask(question: str) -> tuple[Ids, str]:
        answer = index.ask(question, k=5)
        return [one.ids for one in answer.passages], answer.zone

    return ask


@dataclass
class Tally:
    """Counts of one system over a file."""

    ranks: dict[str, list[int]] = field(default_factory=dict)
    full: list[bool] = field(default_factory=list)
    refused_right: list[bool] = field(default_factory=list)
    refused_wrong: list[bool] = field(default_factory=list)
    proposed: int = 0
    seconds: list[float] = field(default_factory=list)

    def add(self, row: dict[str, Any], ids: Ids, zone: str, *, listed: bool = False) -> bool:
        """Count one question; True when it went wrong."""
        if row["type"] == "sans_reponse":
            self.refused_right.append(zone == "absent")
            return zone != "absent"
        self.refused_wrong.append(zone == "absent")
        self.proposed += zone == "propose"
        shown = [] if zone == "absent" else ids
        rank = next((at for at, one in enumerate(shown) if set(one) & set(row["gold"])), 99)
        for group in ("tout", row["type"]):
            self.ranks.setdefault(group, []).append(rank)
        if row["type"] == "multi":
            # Plain rankings go on for ever: five are looked at. A complete list is what the person sees with `--k 5`.
            reached = {one for twins in (shown if listed else shown[:5]) for one in twins}
            self.full.append(set(row["gold_all"]) <= reached)
        return rank > 2

    def line(self, name: str) -> str:
        """One line of the table."""

        def share(values: Sequence[bool]) -> str:
            return f"{sum(values) / len(values):.2f}" if values else "  - "

        def at(group: str, k: int) -> str:
            return share([rank < k for rank in self.ranks.get(group, [])])

        pace = sorted(self.seconds)
        p50 = statistics.median(pace) * 1000
        p95 = pace[min(len(pace) - 1, int(0.95 * len(pace)))] * 1000
        kinds = " ".join(f"{kind} {at(kind, 3)}" for kind in ("direct", "paraphrase", "sms", "multi"))
        return (
            f"{name:<22} r@1 {at('tout', 1)}  r@3 {at('tout', 3)}  r@5 {at('tout', 5)}  [r@3 {kinds}]  "
            f"full@5 {share(self.full)}  refus justes {share(self.refused_right)} "
            f"à tort {share(self.refused_wrong)}  propose {self.proposed}  p50 {p50:.1f} ms p95 {p95:.1f} ms"
        )


def main() -> None:
    """Print one line per system."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--misses", action="store_true", help="also print what our system missed")
    parser.add_argument("--vectors", help="also our system with this embedding model (litellm's name)")
    parser.add_argument("--address", help="of the model's server, unless it is the usual one")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.questions.read_text(encoding="utf-8").splitlines() if line]
    print(f"{options.questions.name}: {len(rows)} questions")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        systems: dict[str, System] = {
            "BM25": plain_bm25(),
            "BM25, stems": stems_bm25(),
            "letters TF-IDF": char_tfidf(),
            "Chroma, hashing": plain_chroma(Path(folder) / "plain"),
            "ours": our_system(Path(folder) / "ours"),
        }
        if options.vectors:
            table = {"modele": options.vectors, "adresse": options.address}
            wanted = embedding_profile({"vecteurs": table}, {})
            assert wanted is not None
            systems["ours, model"] = our_system(Path(folder) / "model", Embedder(wanted))
        for name, ask in systems.items():
            tally = Tally()
            for row in rows:
                start = time.perf_counter()
                ids, zone = ask(row["question"])
                tally.seconds.append(time.perf_counter() - start)
                if tally.add(row, ids, zone, listed=name == "ours") and options.misses and name == "ours":
                    print(
                        f"  {zone:<8} {row['question']}  wanted {row['gold']}  got {[one[0] for one in ids]}"
                    )
            print(tally.line(name))


if __name__ == "__main__":
    main()
