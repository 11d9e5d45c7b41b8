"""How the trainer's course holds at scale: build time, question time, memory, disk.

    python tests/benchmarks/course_scale.py [--passages 10000] [--files 100]

The course is made of seeded sentences over the words of the thesaurus; each size runs in a fresh process.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ascom_coach.retrieval import knowledge, open_index
from ascom_coach.retrieval.course import Chunk, open_course

WORDS_A_PASSAGE = 90


def memory() -> int:
    """Resident memory of this process, MB (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 // 1_000_000


def _chunks(count: int, words: list[str], luck: random.Random) -> list[Chunk]:
    return [
        Chunk(
            f"Chapitre {at // 10}",
            " ".join(luck.choices(words, k=WORDS_A_PASSAGE)) + f" repere{luck.random():.9f}"[:18],
        )
        for at in range(count)
    ]


def main() -> None:
    """Print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--files", type=int, default=100)
    options = parser.parse_args()
    luck = random.Random(7)
    said = [one for entry in knowledge.entries() for one in entry.phrases]
    words = [word for one in said for word in one.replace(",", " ").split()]
    words += [f"{word}{end}" for word in words[:4000] for end in ("age", "ment", "eur")]
    questions = luck.sample(said, 200)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder = Path(place)
        start = time.perf_counter()
        with open_course(folder) as course:
            for at in range(options.files):
                chunks = _chunks(options.passages // options.files, words, luck)
                course.put(f"/cours/{at}.md", str(at), chunks)
        built = time.perf_counter() - start
        opened = time.perf_counter()
        with open_index(folder) as index:
            index.ask(questions[0])
            opened = time.perf_counter() - opened
            pace = []
            for one in questions:
                begin = time.perf_counter()
                index.ask(one)
                pace.append((time.perf_counter() - begin) * 1000)
            used = memory()
        disk = sum(one.stat().st_size for one in folder.rglob("*") if one.is_file()) // 1_000_000
    pace.sort()
    print(
        f"{options.passages} passages, {options.files} files: build {built:.1f} s, "
        f"open and first answer {opened:.1f} s, question p50 {pace[100]:.0f} ms p95 {pace[190]:.0f} ms, "
        f"memory {used} MB, disk {disk} MB"
    )


if __name__ == "__main__":
    main()
