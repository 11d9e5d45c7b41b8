"""First paint of the app against a bare Textual chat screen, measured in the same run in a pseudo-terminal.

    python tests/benchmarks/first_paint.py [--runs 7] [--json]

Runs are interleaved after one warm-up each. `ready` is the time from the start of the process to the text awaited on
the screen; `memory` is the peak of the process at that moment. Targets: ratio at most 1.6, memory at most 60 MiB.
Needs a POSIX system; the memory figure needs Linux.
"""

from __future__ import annotations

import argparse
import json
import os
import select
import signal
import statistics
import struct
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

BARE = """
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, Header, Markdown, TextArea


class Bare(App[None]):
    def compose(self) -> ComposeResult:
        yield Header()
        with VerticalScroll():
            yield Markdown("PRET")
        yield TextArea()
        yield Footer()


Bare().run()
"""
APP = (
    "import sys; from pathlib import Path; from ascom_coach.tui import run; sys.exit(run(Path(sys.argv[1])))"
)
TARGETS = {"bare": (BARE, "PRET"), "app": (APP, "Choisissez un sc")}
TIMEOUT = 30.0


def measure(code: str, awaited: str, folder: Path) -> tuple[float, float]:
    """Seconds to the awaited text, and MiB at that moment."""
    import fcntl
    import pty
    import termios

    started = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        root = str(Path(__file__).parents[2])
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONPATH": root}
        os.execve(sys.executable, [sys.executable, "-c", code, str(folder)], environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
    seen = b""
    try:
        while awaited.encode() not in seen:
            left = TIMEOUT - (time.perf_counter() - started)
            if left <= 0 or not select.select([terminal], [], [], left)[0]:
                raise TimeoutError(awaited)
            seen += os.read(terminal, 65536)
        return time.perf_counter() - started, _peak(pid)
    finally:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def _peak(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def compare(runs: int) -> dict[str, float]:
    """Medians of both, and their ratio."""
    times: dict[str, list[float]] = {name: [] for name in TARGETS}
    memory: dict[str, list[float]] = {name: [] for name in TARGETS}
    with tempfile.TemporaryDirectory() as place:
        for turn in range(runs + 1):
            for name, (code, awaited) in TARGETS.items():
                seconds, peak = measure(code, awaited, Path(place))
                if turn:
                    times[name].append(seconds)
                    memory[name].append(peak)
    ready = {name: statistics.median(values) for name, values in times.items()}
    return {
        "bare_seconds": round(ready["bare"], 3),
        "app_seconds": round(ready["app"], 3),
        "ratio": round(ready["app"] / ready["bare"], 2),
        "bare_mib": round(statistics.median(memory["bare"]), 1),
        "app_mib": round(statistics.median(memory["app"]), 1),
    }


def main() -> int:
    """Measure, print, and return 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    found = compare(arguments.runs)
    print(
        json.dumps(found) if arguments.json else "\n".join(f"{key}: {value}" for key, value in found.items())
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
