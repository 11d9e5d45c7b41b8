"""Speech acts found in sentences written apart from the patterns: precision, recall, confusion.

    python tests/benchmarks/acts.py [FILE] [--misses]

A line: « actes | phrase », « - » for none. The first run on `acts_clean.txt` is the clean figure; see ACTS.md.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ascom_coach.language import ACTS, spoken_acts


def main() -> None:
    """Print one line an act, then the confusions."""
    named = [one for one in sys.argv[1:] if not one.startswith("--")]
    path = Path(named[0]) if named else Path(__file__).with_name("acts_clean.txt")
    right: Counter[str] = Counter()
    false: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    mixed: Counter[tuple[str, str]] = Counter()
    count = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        count += 1
        acts, _, text = line.partition("|")
        wanted = set(acts.split()) - {"-"}
        found: set[str] = {one.act for one in spoken_acts(text.strip())}
        right.update(wanted & found)
        false.update(found - wanted)
        missed.update(wanted - found)
        for extra in found - wanted:
            mixed.update((act, extra) for act in (wanted - found) or {"aucun"})
        if "--misses" in sys.argv and wanted != found:
            print(f"  {text.strip()}  wanted {sorted(wanted)} found {sorted(found)}")
    for act in ACTS:
        total = right[act] + missed[act]
        said = right[act] + false[act]
        recall = f"{right[act] / total:.2f}" if total else " -  "
        precision = f"{right[act] / said:.2f}" if said else " -  "
        print(f"{act:<14} of {total:>3}  recall {recall}  precision {precision}")
    good, lost, wrong = (sum(one.values()) for one in (right, missed, false))
    print(f"{count} sentences: precision {good / (good + wrong):.3f}, recall {good / (good + lost):.3f}")
    for (act, extra), times in mixed.most_common():
        print(f"  {act} taken for {extra}: {times}")


if __name__ == "__main__":
    main()
