"""Faults planted in good copies, and what the review makes of them.

    python tests/benchmarks/mutations.py [--seeds 0,1] [--pairs 60] [--triples 40] [--office] [--show 40]

Gold copies are the « excellente » samples of the shipped scenarios, drawn by seed; workbooks also come moved, renamed,
with their columns reversed and, with `--office`, as ods; letters as odt. Each fault belongs to one control: it is
found when that control comes out as a defect, and well placed when the place told is the one spoilt. Prints, for faults
alone, in twos and in threes: found, well placed, other controls that moved; false alarms on the gold copies; doubts a
file on ordinary documents that have no contract.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ascom_coach.documents import Document, parse_bytes  # noqa: E402
from ascom_coach.language import default_engines  # noqa: E402
from ascom_coach.review import Copy, Finding, Situation, review_copies  # noqa: E402
from ascom_coach.scenarios import find_script, render  # noqa: E402
from tests.benchmarks.mutation.copies import opened  # noqa: E402
from tests.benchmarks.mutation.sheets import (  # noqa: E402
    LAYOUTS,
    SheetFault,
    Table,
    clients,
    laid_out,
    mailing,
    planning,
)
from tests.benchmarks.mutation.texts import Fault, NothingLeftError, faults  # noqa: E402

SCENARIOS = ("chaudiere-du-lundi", "compter-la-toile", "la-journee-du-greffage")
ENGINES = tuple(default_engines())
SHEETS: dict[str, tuple[str, str, Callable[..., Iterator[SheetFault]]]] = {
    "base": ("Clients", "Nom", clients), "planning_chiffre": ("Inventaire", "Personne", planning),
    "liste": ("Contacts", "N°", mailing),
}  # fmt: skip


@dataclass
class Gold:
    """One gold production: its bytes, the scenario it answers, the documents that were handed out."""

    script: Any
    production: Any
    name: str
    data: bytes
    start: dict[str, Document]

    @property
    def label(self) -> str:
        return f"{self.script.id}/{self.production.id} (seed {self.script.seed})"

    def review(self, data: bytes, name: str) -> tuple[Document, list[Finding]]:
        document = parse_bytes(data, name)
        situation = Situation(
            script=self.script, production=self.production.id, engines=ENGINES, start_documents=self.start
        )
        result = review_copies([Copy.of(document, production=self.production.id)], situation)
        return document, [one for one in result.findings if one.production == self.production.id]

    def value(self, fact: str) -> str:
        changes = [twist.change for twist in self.script.scenario.imprevus if twist.change is not None]
        return next(
            (one.valeur for one in reversed(changes) if one.fait == fact),
            self.script.scenario.fact(fact).valeur,
        )


def golds(seeds: Sequence[int]) -> Iterator[Gold]:
    """The gold productions of each seed."""
    for slug in SCENARIOS:
        for seed in seeds:
            script = find_script(slug, seed=seed)
            made = render(script, parts=("temoins", "documents"))
            start = {
                one.id: parse_bytes(made[f"documents/{one.fichier}"], one.fichier)
                for one in script.scenario.documents_remis
                if f"documents/{one.fichier}" in made
            }
            for production, file in script.scenario.temoins["excellente"].items():
                data = made[f"temoins/excellente/{file}"]
                yield Gold(script, script.scenario.production(production), file, data, start)


@dataclass
class Trial:
    """One spoilt copy and what must be told of it: (control, words or (row key, heading))."""

    gold: Gold
    data: bytes
    name: str
    layout: str
    wanted: list[tuple[str, str, Any]]


def text_trial(gold: Gold, chosen: Sequence[Fault]) -> Trial | None:
    copy = opened(gold.data, gold.name)
    wanted: list[tuple[str, str, Any]] = []
    for fault in chosen:
        try:
            told = fault.change(copy)
        except NothingLeftError:
            return None
        if told is None:
            return None
        wanted.append((fault.name, fault.control, told))
    left = "".join("".join(copy.lines()).split())
    if len(wanted) > 1 and any("".join(str(told).split()) not in left for _, _, told in wanted):
        return None  # one fault has taken the other away
    return Trial(gold, copy.data(), gold.name, "as it is", wanted)


def sheet_trial(gold: Gold, chosen: Sequence[SheetFault], layout: str) -> Trial | None:
    sheet, header, _ = SHEETS[gold.production.id]
    table = Table(gold.data, sheet, header)
    wanted: list[tuple[str, str, Any]] = []
    try:
        for fault in chosen:
            fault.change(table)
            wanted.append((fault.name, fault.control, fault.place))
    except StopIteration:
        return None
    return Trial(gold, laid_out(table.data(), layout), gold.name, layout, wanted)


def planted(gold: Gold) -> list[Any]:
    """The faults of a production whose control exists in the scenario as drawn."""
    known = {control.id for control in gold.production.controles}
    if gold.production.id in SHEETS:
        sheet, header, listed = SHEETS[gold.production.id]
        keys = Table(gold.data, sheet, header).keys
        found = listed(keys, gold.script.scenario) if gold.production.id == "liste" else listed(keys)
        return [one for one in found if one.control in known]
    return [one for one in faults(gold.production, gold.script.scenario, gold.value) if one.control in known]


def well_placed(document: Document, finding: Finding, place: Any) -> bool:
    """Whether a defect stands where the copy was spoilt."""
    if not place or place == ("", ""):
        return True
    if finding.locator is None:
        return False
    if isinstance(place, str):
        told = (
            finding.quote
            + "\n"
            + "\n".join(b.text for b in document.blocks if b.locator.ref == finding.locator.ref)
        )
        squeezed, wanted = "".join(told.casefold().split()), "".join(place.casefold().split())
        return wanted in squeezed or (
            bool(finding.quote) and "".join(finding.quote.casefold().split()) in wanted
        )
    key, head = place
    for sheet in document.sheets:
        for (row, column), cell in sheet.cells.items():
            if cell.locator.ref == finding.locator.ref:
                line = [one.text for (r, _), one in sheet.cells.items() if r == row]
                over = [one.text for (_, c), one in sheet.cells.items() if c == column]
                return any(key in text for text in line) and (not head or head in over)
    return _at_an_empty_cell(document, finding.locator.ref, key, head)


def _at_an_empty_cell(document: Document, ref: str, key: str, head: str) -> bool:
    """Whether a cell that the file does not hold stands on the spoilt row, under the spoilt heading."""
    name, _, address = ref.rpartition("!")
    match = re.fullmatch(r"([A-Z]+)(\d+)", address)
    sheet = next((one for one in document.sheets if one.name == name), None)
    if match is None or sheet is None:
        return False
    column = 0
    for letter in match[1]:
        column = 26 * column + ord(letter) - 64
    line = [one.text for (row, _), one in sheet.cells.items() if row == int(match[2])]
    over = [one.text for (_, rank), one in sheet.cells.items() if rank == column]
    return any(key in text for text in line) and (not head or head in over)


def judge(trials: Sequence[Trial], name: str, show: int) -> list[str]:
    """Print the figures of a set; the misses."""
    found = placed = total = others = 0
    misses: list[str] = []
    for trial in trials:
        document, findings = trial.gold.review(trial.data, trial.name)
        defects = [one for one in findings if one.status == "defaut"]
        for what, control, place in trial.wanted:
            total += 1
            mine = [one for one in defects if one.id.split(".")[1] == control]
            found += bool(mine)
            right = any(well_placed(document, one, place) for one in mine)
            placed += right
            if not right:
                told = f"told at {mine[0].locator.ref if mine[0].locator else '?'}" if mine else "not told"
                misses.append(f"{trial.gold.label} [{trial.layout}] {control} {what}: {told}")
        wanted = {control for _, control, _ in trial.wanted}
        others += len({one.id.split(".")[1] for one in defects} - wanted)
    share = 100 * placed / total if total else 100
    print(
        f"{name}: {len(trials)} copies, {total} faults, {found} found at their control, "
        f"{placed} well placed ({share:.1f} %), "
        f"{others} other controls moved ({others / max(1, len(trials)):.2f} a copy)"
    )
    for miss in misses[:show]:
        print(f"  {miss}")
    return misses


def combined(listed: Sequence[Gold], size: int, count: int) -> list[Trial]:
    """Copies with several faults of different controls, in an order of chance."""
    draw = random.Random(size)
    made: list[Trial] = []
    for _ in range(count * 6):
        gold = draw.choice(listed)
        known = planted(gold)
        if len({one.control for one in known}) < size or len(made) == count:
            continue
        chosen = draw.sample(known, size)
        if len({one.control for one in chosen}) < size:
            continue
        places = [one.place for one in chosen if isinstance(one, SheetFault) and any(one.place)]
        if len(set(places)) < len(places):
            continue  # two faults in one cell: the second takes the first away
        trial = (
            sheet_trial(gold, chosen, draw.choice(LAYOUTS))
            if gold.production.id in SHEETS
            else text_trial(gold, chosen)
        )
        made += [trial] if trial is not None else []
    return made


def by_office(trials: Sequence[Trial]) -> list[Trial]:
    """The same copies in the formats of LibreOffice, converted in one go."""
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not here: no odt, no ods.", file=sys.stderr)
        return []
    made: list[Trial] = []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for kind, target in (("docx", "odt"), ("xlsx", "ods")):
            mine = [(rank, one) for rank, one in enumerate(trials) if one.name.endswith(kind)]
            for rank, one in mine:
                (place / f"{rank}.{kind}").write_bytes(one.data)
            if mine:
                subprocess.run(
                    [office, f"-env:UserInstallation={(place / 'profil').as_uri()}", "--headless",
                    "--convert-to", target,
                     "--outdir", str(place), *(str(place / f"{rank}.{kind}") for rank, _ in mine)],
                    check=True, capture_output=True, timeout=1_800,
                )  # fmt: skip
            for rank, one in mine:
                data = (place / f"{rank}.{target}").read_bytes()
                name = one.name.rpartition(".")[0] + f".{target}"
                made.append(Trial(one.gold, data, name, target, one.wanted))
    return made


def main() -> int:
    """Print all the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", default="0,1")
    options.add_argument("--pairs", type=int, default=60)
    options.add_argument("--triples", type=int, default=40)
    options.add_argument("--office", action="store_true")
    options.add_argument("--show", type=int, default=40)
    chosen = options.parse_args()
    listed = list(golds([int(seed) for seed in chosen.seeds.split(",")]))
    clean = [Trial(one, one.data, one.name, "as it is", []) for one in listed]
    clean += [
        trial
        for one in listed
        if one.production.id in SHEETS
        for layout in LAYOUTS[1:]
        if (trial := sheet_trial(one, [], layout)) is not None
    ]
    clean += by_office(clean) if chosen.office else []
    alarms = []
    for trial in clean:
        _, findings = trial.gold.review(trial.data, trial.name)
        alarms += [
            f"{trial.gold.label} [{trial.layout}] {one.id}: {one.message}"
            for one in findings
            if one.status == "defaut"
        ]
    print(f"gold: {len(listed)} productions, {len(clean)} copies in all layouts, {len(alarms)} false alarms")
    for line in alarms[: chosen.show]:
        print(f"  {line}")
    single: list[Trial] = []
    kinds: Counter[str] = Counter()
    for one in listed:
        for rank, fault in enumerate(planted(one)):
            if one.production.id in SHEETS:
                trial = sheet_trial(one, [fault], LAYOUTS[rank % len(LAYOUTS)])
            else:
                trial = text_trial(one, [fault])
            if trial is not None:
                single.append(trial)
                kinds[f"{one.script.id}.{one.production.id}.{fault.control}.{fault.name}"] += 1
    print(f"{len(kinds)} different faults")
    misses = judge(single, "alone", chosen.show)
    misses += judge(combined(listed, 2, chosen.pairs), "in twos", chosen.show)
    misses += judge(combined(listed, 3, chosen.triples), "in threes", chosen.show)
    if chosen.office:
        misses += judge(by_office(single), "alone, odt and ods", chosen.show)
    wild()
    return 1 if alarms else 0


def wild() -> None:
    """Doubts a file on ordinary documents without a contract."""
    from tests.benchmarks.mutation.wild import documents

    doubts: list[str] = []
    count = 0
    for name, data, production in documents():
        count += 1
        situation = Situation(production=production, engines=ENGINES)
        result = review_copies([Copy.of(parse_bytes(data, name))], situation)
        doubts += [
            f"{name} {one.check}: {one.message} {one.quote}"
            for one in result.findings
            if one.status == "a_verifier"
        ]
    print(
        f"ordinary documents without a contract: {count} files, {len(doubts)} doubts ({len(doubts) / count:.2f} a file)"
    )
    for line in doubts[:20]:
        print(f"  {line}")


if __name__ == "__main__":
    raise SystemExit(main())
