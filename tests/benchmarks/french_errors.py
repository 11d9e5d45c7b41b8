# ruff: noqa: E501 -- a printed line stays on one line
"""Detection by label and false alarms on a JSON Lines file of French errors.

Usage: python tests/benchmarks/french_errors.py FILE [-v]

Rows: {"kind": "wrong", "text", "span": [start, end], "corr": [...], "category"} or {"kind": "clean" | "clean_email", "text"}.
An error is detected when a remark overlaps its span. It has its right fix when one of the first three suggestions of a
remark is what the row asks for, or leaves the very sentence that the row asks for: « les horaire » → « les horaires »
where the row underlines « horaire ». Where two remarks share the span (« a été versé »), both are made. With ASCOM_TEST_LANGUAGETOOL set, LanguageTool is measured too;
with ASCOM_TEST_HUNSPELL (a dictionary without its ending, as `/usr/share/hunspell/fr`) and the package spylls, a plain
speller too; with Grammalecte on this machine, that.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from ascom_coach.language import Engine, LanguageToolEngine, Remark, default_engines, proofread
from ascom_coach.language.outside import GrammalecteEngine, find_grammalecte


class Speller:
    """What a plain speller says: every run of letters that the dictionary does not hold.

    Its suggestions take seconds a word and are not asked for.
    """

    id = "spylls"

    def __init__(self, dictionary: str) -> None:
        from spylls.hunspell import Dictionary

        self._words = Dictionary.from_files(dictionary)

    def check(self, text: str) -> list[Remark]:
        return [
            Remark(
                start=match.start(),
                end=match.end(),
                label="orthographe",
                rule="spylls",
                quote=match[0],
                message="",
                sources=(self.id,),
            )
            for match in re.finditer(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", text)
            if not self._words.lookup(match[0].replace("’", "'"))
        ]


_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "’": "'"})
"""Two writings of one sentence: a no-break space is a space, a curly apostrophe an apostrophe."""


def rightly_fixed(row: dict, hits: Sequence[Remark]) -> tuple[bool, bool]:
    """Whether a fix is word for word what the row asks for; whether the sentence it leaves is, too."""
    text, (start, end) = row["text"], row["span"]
    shown = [[(one.start, one.end, fix) for fix in one.suggestions[:3]] for one in hits]
    strictly = any(fix in row["corr"] for fixes in shown for _, _, fix in fixes)
    asked = {_made(text, [(start, end, fix)]) for fix in row["corr"]}
    if text.translate(_SPACES) not in {one.translate(_SPACES) for one in asked}:
        asked = {one.translate(_SPACES) for one in asked}
        left = {_made(text, way).translate(_SPACES) for way in _ways(shown)}
    else:  # the kind of space or of apostrophe is the fault itself
        left = {_made(text, way) for way in _ways(shown)}
    return strictly, strictly or bool(left & asked)


def _ways(shown: list[list[tuple[int, int, str]]]) -> list[list[tuple[int, int, str]]]:
    """Each fix alone, and one of each remark together."""
    together = [list(way) for way in product(*(fixes for fixes in shown if fixes))]
    return [[fix] for fixes in shown for fix in fixes] + together


def _made(text: str, fixes: list[tuple[int, int, str]]) -> str:
    for start, end, fix in sorted(fixes, reverse=True):
        text = text[:start] + fix + text[end:]
    return text


def measure(name: str, engines: list[Engine], rows: list[dict], verbose: bool) -> None:
    found, total, fixed, same, fixable = Counter(), Counter(), 0, 0, 0
    several, crowded, crowded_found = Counter(row["text"] for row in rows if row["kind"] == "wrong"), 0, 0
    words, alarms, counted, flagged = Counter(), Counter(), Counter(), Counter()
    silent: Counter[str] = Counter()
    started = time.perf_counter()
    for row in rows:
        result = proofread(row["text"], engines)
        silent.update(one.id for one in result.engines if not one.available)
        if row["kind"] == "wrong":
            start, end = row["span"]
            total[row["category"]] += 1
            hits = [one for one in result.remarks if one.start < max(end, start + 1) and start < one.end]
            found[row["category"]] += bool(hits)
            if several[row["text"]] > 1:
                crowded += 1
                crowded_found += bool(hits)
            if hits and row.get("corr"):
                fixable += 1
                strictly, alike = rightly_fixed(row, hits)
                fixed += strictly
                same += alike
            if verbose and not hits:
                print(
                    "  missed",
                    row["category"],
                    row["text"][:start] + "[" + row["text"][start:end] + "]" + row["text"][end:],
                )
            continue
        kind = row["kind"]
        words[kind] += result.words
        alarms[kind] += len(result.remarks)
        counted[kind] += sum(one.counted for one in result.remarks)
        flagged[kind] += any(one.counted for one in result.remarks)
        if verbose:
            for one in result.remarks:
                print(
                    "  alarm",
                    "counted" if one.counted else "hint",
                    one.rule,
                    repr(one.quote),
                    one.suggestions[:2],
                    row["text"][:70],
                )
    spent = time.perf_counter() - started
    print(f"{name}: {sum(found.values())}/{sum(total.values())} detected, {len(rows)} rows in {spent:.1f} s")
    for engine, texts in silent.items():
        print(f"  WITHOUT {engine} on {texts} texts: it did not answer")
    for category in sorted(total):
        print(f"  {category:12} {found[category]}/{total[category]}")
    if crowded:
        print(f"  in sentences with several errors: {crowded_found}/{crowded}")
    print(
        f"  right fix among the first three, when detected and known: {same}/{fixable} ({fixed} word for word)"
    )
    for kind in sorted(words):
        rate = 100 * counted[kind] / max(words[kind], 1)
        print(
            f"  {kind}: {counted[kind]} counted ({rate:.2f} per 100 words, {flagged[kind]} texts), {alarms[kind]} with hints"
        )


def main() -> None:
    path = Path(sys.argv[1])
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    verbose = "-v" in sys.argv
    measure("integre", default_engines(), rows, verbose)
    measure(
        "integre, hand-written rows",
        default_engines(),
        [row for row in rows if "hand-written" in row.get("source", "")],
        False,
    )
    if url := os.environ.get("ASCOM_TEST_LANGUAGETOOL"):
        measure("languagetool", [LanguageToolEngine(url)], rows, verbose)
        measure("both", [*default_engines(), LanguageToolEngine(url)], rows, False)
    if dictionary := os.environ.get("ASCOM_TEST_HUNSPELL"):
        measure("spylls", [Speller(dictionary)], rows, False)
    if found := find_grammalecte(os.environ.get("ASCOM_TEST_GRAMMALECTE", ""), path.parent):
        measure("grammalecte", [GrammalecteEngine(found)], rows, False)


if __name__ == "__main__":
    main()
