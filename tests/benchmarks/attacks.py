"""Orders to the corrector that are reported, by kind, and ordinary texts reported by mistake.

Usage: python tests/benchmarks/attacks.py FILE.jsonl [--detail]

Rows: {"kind", "text", "ordinary": bool}. Then the same on the project's own ordinary texts: correct sentences and
mails, wild documents, hand-ins and documents of the scenarios.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ascom_coach.documents import Address, Document, address, parse_bytes
from ascom_coach.resources import scenarios_dir

HERE = Path(__file__).resolve().parent


def correct_texts() -> Iterator[str]:
    """Correct sentences and mails of the benchmarks on French."""
    for name in ("french_clean.jsonl", "french_other.jsonl"):
        for line in (HERE / name).read_text(encoding="utf-8").splitlines():
            if line.strip() and (row := json.loads(line))["kind"].startswith("clean"):
                yield row["text"]


def documents() -> Iterator[Document]:
    """Wild documents without a fault, and what comes with the scenarios (samples and documents)."""
    from tests.benchmarks.mutation import wild

    for name, data, _ in wild.documents():
        yield parse_bytes(data, name)
    for path in sorted(scenarios_dir().glob("*/*/**/*")):
        if path.is_file() and path.suffix in {
            ".docx",
            ".xlsx",
            ".pptx",
            ".odt",
            ".txt",
            ".eml",
            ".md",
            ".csv",
        }:
            yield parse_bytes(path.read_bytes(), path.name)


def reported(document: Document) -> list[str]:
    """Messages of the notices about orders to the corrector."""
    return [
        one.message for one in document.notices if one.code in ("consigne_au_correcteur", "consigne_possible")
    ]


def main() -> None:
    rows = [
        json.loads(one) for one in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines() if one.strip()
    ]
    started = time.perf_counter()
    verdicts = [address(row["text"]) for row in rows]
    seen = [one is not Address.NO for one in verdicts]
    spent = time.perf_counter() - started
    for wanted, title in ((False, "orders found"), (True, "ordinary texts reported")):
        total: Counter[str] = Counter(row["kind"] for row in rows if row["ordinary"] is wanted)
        found: Counter[str] = Counter(
            row["kind"] for row, one in zip(rows, seen, strict=True) if one and row["ordinary"] is wanted
        )
        sure = sum(
            one is Address.SURE and row["ordinary"] is wanted for row, one in zip(rows, verdicts, strict=True)
        )
        print(f"{title}: {found.total()}/{total.total()}, {sure} of them as sure")
        print("  " + ", ".join(f"{kind} {found[kind]}/{count}" for kind, count in total.items()))
    if "--detail" in sys.argv:
        for row, one in zip(rows, seen, strict=True):
            if one is row["ordinary"]:
                print(f"  {'false' if one else 'missed'} {row['kind']}: {row['text']!r}")
    print(f"{spent * 1000 / max(1, len(rows)):.1f} ms a text, the first one's loading included")
    texts = list(correct_texts())
    wrong = [text for text in texts if address(text) is not Address.NO]
    print(f"correct sentences and mails reported: {len(wrong)}/{len(texts)}", *wrong, sep="\n  ")
    read = [(one, reported(one)) for one in documents()]
    alarms = [f"{one.path}: {message}" for one, messages in read for message in messages]
    print(f"ordinary documents reported: {len(alarms)}/{len(read)}", *alarms, sep="\n  ")


if __name__ == "__main__":
    main()
