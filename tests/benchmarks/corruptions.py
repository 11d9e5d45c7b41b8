"""Spoils the index on disk in every way that was seen, and tells what the next question gets.

    python tests/benchmarks/corruptions.py [--passages 3000]

Two collections: the référentiel (105 passages) and a course (so many passages: beyond a thousand, Chroma no longer
replays its log). A line a case: whether the answers are those of a sound index, what was said, the time to the first.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ascom_coach.retrieval import open_index
from ascom_coach.retrieval.course import Chunk, open_course
from ascom_coach.retrieval.store import forget_clients

QUESTIONS = (
    "un client en colère",
    "ranger les factures",
    "que dit le chapitre repere1234",
    "combien de points",
)


def _table(folder: Path) -> Path:
    return folder / "chroma.sqlite3"


def _half(folder: Path) -> None:
    path = _table(folder)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _header(folder: Path) -> None:
    path = _table(folder)
    path.write_bytes(b"garbage!" * 20 + path.read_bytes()[160:])


def _pages(folder: Path) -> None:
    path = _table(folder)
    data = bytearray(path.read_bytes())
    for at in range(8192, len(data), 16384):
        data[at : at + 2048] = b"\xff" * len(data[at : at + 2048])
    path.write_bytes(bytes(data))


def _empty(folder: Path) -> None:
    _table(folder).write_bytes(b"")


def _segments(folder: Path) -> list[Path]:
    return [one for one in folder.iterdir() if one.is_dir()]


def _no_vectors(folder: Path) -> None:
    for one in _segments(folder):
        shutil.rmtree(one)


def _no_pickle(folder: Path) -> None:
    for one in _segments(folder):
        for kept in one.glob("*.pickle"):
            kept.unlink()


def _cut_vectors(folder: Path) -> None:
    for one in _segments(folder):
        for kept in one.glob("data_level0.bin"):
            kept.write_bytes(kept.read_bytes()[: kept.stat().st_size // 3])


def _vector_header(folder: Path) -> None:
    for one in _segments(folder):
        for kept in one.glob("header.bin"):
            kept.write_bytes(b"\xff" * kept.stat().st_size)


def _all_gone(folder: Path) -> None:
    shutil.rmtree(folder)


CASES: dict[str, Callable[[Path], None]] = {
    "sound": lambda _folder: None,
    "table cut in half": _half,
    "table header": _header,
    "table pages": _pages,
    "table empty": _empty,
    "vector folder lost": _no_vectors,
    "vector pickle lost": _no_pickle,
    "vector file cut": _cut_vectors,
    "vector header": _vector_header,
    "whole folder lost": _all_gone,
}


def _answers(folder: Path, say: Callable[[str], None]) -> list[object]:
    with open_index(folder, say) as index:
        return [
            (answer.zone, [one.ids for one in answer.passages], [one.place for one in answer.course])
            for answer in map(index.ask, QUESTIONS)
        ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=3000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        sound = Path(place) / "sound"
        with open_course(sound) as course:
            chunks = [
                Chunk(f"repere{at}", f"Le chapitre repere{at} parle de courrier et de classement.")
                for at in range(options.passages)
            ]
            course.put("/cours/a.md", "a", chunks)
        wanted = _answers(sound, lambda _said: None)
        forget_clients()
        for which, folder in (
            ("référentiel, 105", "chroma"),
            (f"course, {options.passages}", "cours/chroma"),
        ):
            for name, spoil in CASES.items():
                copy = Path(place) / "copy"
                shutil.rmtree(copy, ignore_errors=True)
                shutil.copytree(sound, copy)
                spoil(copy / folder)
                said: list[str] = []
                start = time.perf_counter()
                got = _answers(copy, said.append)
                forget_clients()
                print(
                    f"{which:<18} {name:<20} {'right' if got == wanted else 'WRONG'}  "
                    f"{time.perf_counter() - start:.1f} s  {said or '-'}"
                )


if __name__ == "__main__":
    main()
