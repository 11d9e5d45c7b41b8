"""One error planted in each of thousands of correct French sentences: which kinds the embedded proofreader finds.

    python tests/benchmarks/french_corrupted.py [--prose FILE…] [--most 40] [--half A|B] [--misses KIND] [--sample N]

Correct sentences: those of the development sets (correct rows) and, with `--prose`, files of correct prose, one
paragraph a line, not kept here. A sentence on which the proofreader already counts a remark is left out. Each goes to
half A or B by its hash; **misses of B are never printed**. Of each kind, `--most` errors a half are taken by hash, one
a sentence at most. An error is found when a remark overlaps it (a comma: the word before it or behind it): counted, or
a hint only; it has its right fix when one of the first three gives the correct sentence back.

The last lines weigh the kinds by how often real errors of the development sets are of that kind: an error counts for a
kind when planting it in the corrected sentence gives the very sentence that was written.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import zip_longest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from planting import Plant, plants  # noqa: E402

from ascom_coach.language import default_engines, proofread, sentences  # noqa: E402

SETS = (
    "ninth",
    "seventh",
    "eighth_read",
    "eighth_unread",
    "fourth",
    "third",
    "sixth",
    "fifth",
    "other",
    "clean",
    "tenth_read",
)
WEAK = "eleventh_weak"
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})
Case = tuple[str, Plant]
Outcome = tuple[str, str, str, bool, bool, bool]
"""Kind, label, half, found counted, found at all, right fix."""


def half(text: str) -> str:
    return "AB"[zlib.crc32(text.encode()) & 1]


def texts_of(prose: list[Path]) -> Iterator[tuple[bool, str]]:
    """Correct texts, and whether they are of the prose given."""
    for name in (*SETS, WEAK):
        for line in (HERE / f"french_{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["kind"] != "wrong":
                yield False, row["text"]
    for path in prose:
        for line in path.read_text(encoding="utf-8").splitlines():
            yield True, line


def usable(text: str) -> bool:
    size = len(text.split())
    return (
        5 <= size <= 40
        and text[:1].isupper()
        and text[-1:] in ".!?"
        and "\n" not in text
        and not set(text) & set("@_{}<>|$=/\\")
    )


def gathered(prose: list[Path], most: int, kinds: tuple[str, ...]) -> list[Case]:
    """At most `most` plants of each kind and half, by hash; those of the project's own sentences first."""
    waiting: dict[tuple[str, str], list[tuple[bool, int, str, Plant]]] = defaultdict(list)
    seen: set[str] = set()
    for outside, text in texts_of(prose):
        for sentence in sentences(text):
            whole = sentence.text.strip()
            if whole in seen or not usable(whole):
                continue
            seen.add(whole)
            for one in plants(whole):
                if not one.kind.startswith(kinds):
                    continue
                pool = waiting[one.kind, half(whole)]
                order = zlib.crc32(f"{one.kind}{whole}{one.start}{one.wrong}".encode())
                pool.append((outside, order, whole, one))
    out: list[Case] = []
    clean: dict[str, bool] = {}
    for _, pool in sorted(waiting.items()):
        used: set[str] = set()
        words: Counter[str] = Counter()
        for whole, one in _dealt(pool):
            if len(used) >= most:
                break
            if whole in used or (
                words[one.wrong.lower()] >= max(3, most // 8) and not one.kind.startswith("homophone")
            ):
                continue
            if whole not in clean:
                clean[whole] = not any(
                    remark.counted for remark in proofread(whole, default_engines()).remarks
                )
            if clean[whole]:
                used.add(whole)
                words[one.wrong.lower()] += 1
                out.append((whole, one))
    return out


def _dealt(pool: list[tuple[bool, int, str, Plant]]) -> Iterator[Case]:
    """The plants of a kind by hash: one of the project's own sentences, one of the prose, and so on."""
    sides = [[(whole, one) for outside, _, whole, one in sorted(pool, key=lambda item: item[:3]) if outside == side]
             for side in (False, True)]  # fmt: skip
    for pair in zip_longest(*sides):
        yield from (case for case in pair if case)


def judged(case: Case) -> Outcome:
    whole, one = case
    text = one.planted(whole)
    start, end = one.start, max(one.start + len(one.wrong), one.start + 1)
    if not one.wrong:
        start -= 1
        end += 1
    result = proofread(text, default_engines())
    hits = [remark for remark in result.remarks if remark.start < end and start < remark.end]
    asked = whole.translate(_SPACES)
    fixed = any(
        (text[: hit.start] + fix + text[hit.end :]).translate(_SPACES) == asked
        for hit in hits
        for fix in hit.suggestions[:3]
    )
    return one.kind, one.label, half(whole), any(hit.counted for hit in hits), bool(hits), fixed


def real_kinds() -> tuple[Counter[str], int]:
    """How many real errors of the development sets are plants, by kind; how many there are."""
    found: Counter[str] = Counter()
    total = 0
    for name in (*SETS, WEAK):
        for line in (HERE / f"french_{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["kind"] != "wrong" or not row.get("corr"):
                continue
            total += 1
            start, end = row["span"]
            kinds: set[str] = set()
            for fix in row["corr"][:2]:
                right = row["text"][:start] + fix + row["text"][end:]
                for sentence in sentences(right):
                    if sentence.start <= start < sentence.end:
                        whole = sentence.text.strip()
                        tail = len(right) - sentence.end
                        written = row["text"][sentence.start : len(row["text"]) - tail].strip()
                        kinds.update(one.kind for one in plants(whole) if one.planted(whole) == written)
            for kind in kinds:
                found[kind] += 1 / len(kinds)
    return found, total


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--prose", nargs="*", type=Path, default=[])
    parser.add_argument("--most", type=int, default=40)
    parser.add_argument("--kinds", default="", help="only kinds that begin with one of these, « ; » between")
    parser.add_argument("--misses", help="print the misses of half A whose kind begins so")
    parser.add_argument("--sample", type=int, help="print so many plants of half A, to be judged by eye")
    parser.add_argument(
        "--kept", type=Path, help="a file where the plants are kept, so that two states meet the same"
    )
    args = parser.parse_args()
    started = time.perf_counter()
    if args.kept and args.kept.exists():
        cases = [(whole, Plant(*one)) for whole, one in json.loads(args.kept.read_text(encoding="utf-8"))]
    else:
        cases = gathered(args.prose, args.most, tuple(args.kinds.split(";")))
        if args.kept:
            listed = [(w, [p.kind, p.label, p.start, p.end, p.wrong]) for w, p in cases]
            args.kept.write_text(json.dumps(listed, ensure_ascii=False), encoding="utf-8")
    if args.sample:
        first = sorted(
            (case for case in cases if half(case[0]) == "A"), key=lambda case: zlib.crc32(repr(case).encode())
        )
        for whole, one in first[: args.sample]:
            print(
                f"{one.kind:34} {whole[: one.start]}[{one.wrong}|{whole[one.start : one.end]}]{whole[one.end :]}"
            )
        return
    if args.misses is not None:
        cases = [case for case in cases if half(case[0]) == "A" and case[1].kind.startswith(args.misses)]
    with ProcessPoolExecutor(2) as pool:
        outcomes = list(pool.map(judged, cases, chunksize=50))
    if args.misses is not None:
        for (whole, one), outcome in zip(cases, outcomes, strict=True):
            if not outcome[4]:
                print(
                    f"{one.kind:34} {whole[: one.start]}[{one.wrong}|{whole[one.start : one.end]}]{whole[one.end :]}"
                )
    table(outcomes)
    print(f"{len(cases)} plants, {time.perf_counter() - started:.0f} s")


def table(outcomes: list[Outcome]) -> None:
    rows: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for kind, label, side, counted, found, fixed in outcomes:
        for name in (kind, f"= {label}", "= all"):
            row = rows[name, side]
            row["n"] += 1
            row["counted"] += counted
            row["found"] += found
            row["fixed"] += fixed
    names = sorted({name for name, _ in rows})
    real, total = real_kinds()
    for name in names:
        cells = []
        for side in "AB":
            row = rows[name, side]
            n = row["n"]
            rate = f"{row['found'] / n:.2f}" if n else "  - "
            cells.append(f"{row['found']:5}/{n:<5} {rate} ({row['counted']} counted, {row['fixed']} fixed)")
        print(f"{name:36} real {real[name]:5.1f}  A {cells[0]:40} B {cells[1]}")
    covered = sum(real.values())
    for side in "AB":
        known = {k: w for k, w in real.items() if rows[k, side]["n"]}
        rate = sum(w * rows[k, side]["found"] / rows[k, side]["n"] for k, w in known.items()) / max(
            sum(known.values()), 1
        )
        print(f"weighed by {covered:.0f} of {total} real errors, {side}: {rate:.3f}")


if __name__ == "__main__":
    main()
