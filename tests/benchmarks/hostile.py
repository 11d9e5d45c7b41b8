"""Hostile and broken files, one line each: `python tests/benchmarks/hostile.py`.

The kind, seconds through the reading process, seconds of computing there and the memory it reached (MB), where the
system says them, and the sentence that refuses the file, or « lu » for one that is read. The last line counts what is
over 2 s of computing or 1 GB; on a machine that does nothing else both seconds are the same.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ascom_coach.documents.sandbox.process import ReadingProcess  # noqa: E402
from ascom_coach.errors import RefusedInputError  # noqa: E402
from tests.documents.hostile import KINDS  # noqa: E402


def main() -> int:
    """Print the table; the status says whether a file took too much."""
    print(f"{'kind':<28}{'s':>6}{'cpu':>6}{'MB':>6}  answer")
    over = 0
    for kind, build in KINDS.items():
        name, data = build()
        process = ReadingProcess()
        try:
            process.parse(b"bonjour", "a.txt")
            start, before = time.perf_counter(), _computing(process)
            said = _answer(process, data, name)
            spent = time.perf_counter() - start
            memory, computed = _peak(process), _computing(process) - before
        finally:
            process.close()
        computed = computed if computed > 0 else spent
        over += computed > 2 or memory > 1000
        print(f"{kind:<28}{spent:>6.2f}{computed:>6.2f}{memory or '-':>6}  {said}")
    print(f"\n{len(KINDS)} files, {over} over 2 s or 1 GB")
    return 1 if over else 0


def _answer(process: ReadingProcess, data: bytes, name: str) -> str:
    try:
        process.parse(data, name)
    except RefusedInputError as error:
        return str(error).partition("\u00a0: ")[2]
    return "lu"


def _computing(process: ReadingProcess) -> float:
    """Seconds of computing of the reading process; 0 where the system does not say or it has ended."""
    child = process._process
    try:
        fields = (
            Path(f"/proc/{child.pid if child else 0}/stat")
            .read_text(encoding="ascii")
            .rpartition(")")[2]
            .split()
        )
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak(process: ReadingProcess) -> int:
    """The most memory that the reading process held, in MB; 0 where the system does not say or it has ended."""
    child = process._process
    try:
        status = Path(f"/proc/{child.pid if child else 0}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    line = next((one for one in status.splitlines() if one.startswith("VmHWM:")), "VmHWM: 0 kB")
    return int(line.split()[1]) // 1000


if __name__ == "__main__":
    raise SystemExit(main())
