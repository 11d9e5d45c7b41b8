"""Start, memory and latency of the LanguageTool server that the program keeps.

    python tests/benchmarks/languagetool_times.py FOLDER_WITH_LANGUE [--mails 20]

FOLDER_WITH_LANGUE is a data folder where `langue installer` has put LanguageTool. Start is counted until a first real
check is answered. A latency is the wall time of one whole check of a correct mail (French of
`french_other.jsonl`) through our client: seen for the first time, then with one word added, as after an edit. Memory
(Linux) is what the kernel counts as resident for the server's process.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import time
from pathlib import Path

from ascom_coach.language.outside import OwnServer
from ascom_coach.language.outside.lt_engine import OwnLanguageTool

MAILS = Path(__file__).with_name("french_other.jsonl")


def resident(pid: int) -> float:
    """MiB of a process, 0 where the system does not say."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def timed(engine: OwnLanguageTool, text: str) -> float:
    """Milliseconds of one check."""
    started = time.perf_counter()
    engine.check(text)
    return (time.perf_counter() - started) * 1000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mails", type=int, default=20)
    options = parser.parse_args()
    rows = [json.loads(line) for line in MAILS.read_text(encoding="utf-8").splitlines()]
    mails = [row["text"] for row in rows if row["kind"] == "clean_email"][: options.mails]
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    started = time.perf_counter()
    server = OwnServer(options.folder / "langue")
    server.settle()
    try:
        if server.why():
            raise SystemExit(server.why())
        ready = time.perf_counter() - started
        pid = server.facts["pid"]
        engine, before = OwnLanguageTool(server), resident(pid)
        first = [timed(engine, mail) for mail in mails]
        edited = [timed(engine, mail + "\nMerci encore.") for mail in mails]
        words = statistics.mean(len(mail.split()) for mail in mails)
        print(
            f"load {load:.2f}; ready in {ready:.1f} s; {before:.0f} MiB then, {resident(pid):.0f} MiB after"
        )
        for name, found in (("first seen", first), ("edited", edited)):
            print(
                f"{name}: {len(found)} mails of {words:.0f} words, median {statistics.median(found):.0f} ms, "
                f"worst {max(found):.0f} ms"
            )
    finally:
        server.close()


if __name__ == "__main__":
    main()
