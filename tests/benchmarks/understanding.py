"""How well questions reach their fact. Prints figures, asserts nothing.

    python tests/benchmarks/understanding.py PHRASES.jsonl [--misses]

Each line: `{"scenario", "labels": [fact ids], "role", "style", "text"}`; role `author_example` and `author_keywords`
(separated by |) are what a scenario holds, `to_understand`, `to_understand_two` and `out_of_scope` what people type.
« Two turns » counts what is answered, or offered in a clarification; « or reworded » also what another wording of the
same fact, taken at random, obtains when the first obtained nothing and no choice offered held it.
"""

from __future__ import annotations

import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from ascom_coach.rehearsal import Askable, Reader, askables, shipped_decoys


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The phrases of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def reader_of(rows: list[dict[str, Any]]) -> Reader:
    """A reader that knows the author's examples and keywords, and the shipped decoys."""
    examples: dict[str, list[str]] = defaultdict(list)
    keywords: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["role"] == "author_example":
            examples[row["labels"][0]].append(row["text"])
        elif row["role"] == "author_keywords":
            keywords[row["labels"][0]] += row["text"].split("|")
    facts = [
        Askable(fact, tuple(said), tuple(keywords[fact]), fact.replace("_", " "))
        for fact, said in examples.items()
    ]
    return Reader([*facts, *askables((), shipped_decoys())])


def measure(name: str, rows: list[dict[str, Any]], misses: bool) -> None:
    """Figures of one scenario."""
    reader = reader_of(rows)
    counts: dict[str, int] = defaultdict(int)
    times = []
    asked = [row for row in rows if row["role"] == "to_understand"]
    straight: dict[str, list[bool]] = defaultdict(list)
    lost: list[str] = []
    for row in asked:
        began = time.perf_counter()
        readings = reader.read(row["text"])
        times.append(time.perf_counter() - began)
        wanted = row["labels"][0]
        ranked = sorted(((score, fact) for one in readings for fact, score in one.candidates), reverse=True)
        facts = {fact for one in readings for fact in one.facts}
        offered = {fact for one in readings if one.decision == "clarifier" for fact, _ in one.candidates}
        counts["first"] += bool(ranked) and ranked[0][1] == wanted
        counts["three"] += wanted in [fact for _, fact in ranked[:3]]
        counts["straight"] += wanted in facts
        counts["wrong"] += bool(facts) and wanted not in facts
        counts["clarified"] += not facts and bool(offered)
        counts["two turns"] += wanted in facts or (not facts and wanted in offered)
        straight[wanted].append(wanted in facts)
        if not facts and wanted not in offered:
            lost.append(wanted)
        if misses and wanted not in facts | offered:
            print(f"    {wanted} <- {row['text']} : {ranked[:3]}")
    total = len(asked)
    shares = ", ".join(f"{key} {value / total:.2f}" for key, value in counts.items())
    again = sum(sum(straight[fact]) / (len(straight[fact]) - 1) for fact in lost if len(straight[fact]) > 1)
    shares += f", or reworded {(counts['two turns'] + again) / max(1, total):.2f}"
    print(f"{name}: {total} phrases: {shares}, p95 {1000 * sorted(times)[int(0.95 * total)]:.1f} ms")
    for style in sorted({row["style"] for row in rows if row["role"] == "out_of_scope"}):
        group = [row for row in rows if row["role"] == "out_of_scope" and row["style"] == style]
        granted = sum(any(one.facts for one in reader.read(row["text"])) for row in group)
        print(f"  out of scope ({style}): {granted} of {len(group)} granted")
    pairs = [row for row in rows if row["role"] == "to_understand_two"]
    both = sum(
        set(row["labels"]) <= {f for one in reader.read(row["text"]) for f in one.facts} for row in pairs
    )
    print(f"  two questions at once: {both} of {len(pairs)} answered in full")


def main() -> None:
    """Read the file, measure each scenario; rows of scenario `*` belong to all."""
    rows = read_rows(Path(sys.argv[1]))
    for name in sorted({row["scenario"] for row in rows} - {"*"}):
        measure(name, [row for row in rows if row["scenario"] in (name, "*")], "--misses" in sys.argv)


if __name__ == "__main__":
    main()
