"""Advice on tone given on correct texts, and how these texts read.

Usage: python tests/benchmarks/tone.py FILE.jsonl

Rows: {"kind": "clean" | "clean_email", "text"}; others are passed over. On a correct text each advice is a false one
unless a reader finds it fair: all are printed.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from ascom_coach.language import readability, tone_advice, words


def main() -> None:
    rows = [
        json.loads(line)
        for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    for kind in ("clean_email", "clean"):
        texts = [row["text"] for row in rows if row["kind"] == kind]
        given: Counter[str] = Counter()
        for text in texts:
            for one in tone_advice(text):
                given[one.rule] += 1
                print(f"  {kind} {one.rule} {one.quote!r}")
        size = sum(len(words(text)) for text in texts)
        print(
            f"{kind}: {len(texts)} texts, {size} words, {sum(given.values())} pieces of advice {dict(given)}"
        )
        read = sorted(found for text in texts if (found := readability(text).index) is not None)
        if read:
            print(f"  readability (Kandel and Moles): {read[0]} to {read[-1]}, median {read[len(read) // 2]}")


if __name__ == "__main__":
    main()
