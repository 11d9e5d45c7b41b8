"""Faults of the second to sixth hands: whole hand-ins, one copy spoilt.

    python tests/benchmarks/mutations_other.py [--hand second|third|fourth|fifth|sixth_a|sixth_b] [--misses]
                                               [--seeds 0,1] [--layouts] [--office] [--pairs 60] [--triples 40]

The mutators (`mutation/other_*.py`, `third_*.py`, `fourth_*.py`, `fifth_*.py`, `sixth_*.py`) were written without
reading a line of the checks. A hand is held out as long as nobody printed its misses (`--misses`): those of the second
to the fifth have been read: all four are development sets now. The sixth was dealt by chance in two halves
(`sixth_a_*.py`, `sixth_b_*.py`); the second half stays held out: those who write the checks do not read its files. A
fault is found when a defect stands at one of the criteria where a trainer would file it, and well placed when that
defect points at the spoilt place; a doubt (« à vérifier ») at the right place is counted apart. The other copies of the
hand-in are the gold ones.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ascom_coach.documents import Document, parse_bytes  # noqa: E402
from ascom_coach.review import Copy, Finding, Situation, review_copies  # noqa: E402
from tests.benchmarks import mutations as first  # noqa: E402
from tests.benchmarks.mutation import (  # noqa: E402
    fifth_bloc1,
    fifth_bloc2,
    fifth_bloc3,
    fifth_list,
    fifth_message,
    fifth_order,
    fifth_page,
    fifth_sheets,
    fifth_word,
    fourth_bloc1,
    fourth_bloc2,
    fourth_bloc3,
    fourth_list,
    fourth_sheets,
    fourth_word,
    other_bloc1,
    other_bloc2,
    other_bloc3,
    other_sheets,
    sixth_a,
    sixth_b,
    third_bloc1,
    third_bloc2,
    third_bloc3,
    third_sheets,
)
from tests.benchmarks.mutation.copies import opened  # noqa: E402
from tests.benchmarks.mutation.other import OtherFault, Place  # noqa: E402
from tests.benchmarks.mutation.sheets import LAYOUTS, Table, laid_out  # noqa: E402
from tests.benchmarks.mutation.sixth_kinds import recast  # noqa: E402

Golds = list[first.Gold]
Listing = Callable[[first.Gold], list[OtherFault]]


def listed_for(gold: first.Gold) -> list[OtherFault]:
    """The second hand's faults that can be planted in a production."""
    match gold.script.id, gold.production.id:
        case _, "reponse":
            return list(other_bloc1.letter())
        case _, "message_atelier":
            return list(other_bloc1.message())
        case _, "base":
            return list(other_sheets.base())
        case _, "planning_chiffre":
            table = Table(gold.data, "Inventaire", "Personne")
            return list(other_sheets.planning(table.keys[-3]))
        case _, "note":
            return list(other_bloc2.note())
        case "compter-la-toile", "mot":
            return list(other_bloc2.word())
        case _, "emailing":
            return list(other_bloc3.mailing())
        case _, "page_web":
            return list(other_bloc3.page())
        case _, "liste":
            return list(other_sheets.mailing())
        case _, "mot":
            return list(other_bloc3.word())
    return []


def by_production(makers: Mapping[str, Callable[..., Iterator[OtherFault]]]) -> Listing:
    """A hand's faults by production (or scenario/production); those of a table with many rows are given its keys."""

    def listed(gold: first.Gold) -> list[OtherFault]:
        production = gold.production.id
        maker = makers.get(f"{gold.script.id}/{production}") or makers.get(production)
        if maker is None:
            return []
        return list(maker(_keys(gold)) if production in KEYED else maker())

    return listed


def _keys(gold: first.Gold) -> list[str]:
    sheet, header, _ = first.SHEETS[gold.production.id]
    return Table(gold.data, sheet, header).keys


KEYED = ("planning_chiffre", "liste")

listed_by_third = by_production(
    {
        "reponse": third_bloc1.letter,
        "message_atelier": third_bloc1.message,
        "base": third_sheets.base,
        "planning_chiffre": third_sheets.planning,
        "note": third_bloc2.note,
        "compter-la-toile/mot": third_bloc2.word,
        "emailing": third_bloc3.mailing,
        "page_web": third_bloc3.page,
        "liste": third_sheets.mailing,
        "mot": third_bloc3.word,
    }
)
listed_by_fourth = by_production(
    {
        "reponse": fourth_bloc1.letter,
        "message_atelier": fourth_bloc1.message,
        "base": fourth_sheets.base,
        "planning_chiffre": fourth_sheets.planning,
        "note": fourth_bloc2.note,
        "compter-la-toile/mot": fourth_bloc2.word,
        "emailing": fourth_bloc3.mailing,
        "page_web": fourth_bloc3.page,
        "liste": fourth_list.mailing,
        "mot": fourth_word.word,
    }
)

listed_by_fifth = by_production(
    {
        "reponse": fifth_bloc1.letter,
        "message_atelier": fifth_message.message,
        "base": fifth_sheets.base,
        "planning_chiffre": fifth_sheets.planning,
        "note": fifth_bloc2.note,
        "compter-la-toile/mot": fifth_order.word,
        "emailing": fifth_bloc3.mailing,
        "page_web": fifth_page.page,
        "liste": fifth_list.mailing,
        "mot": fifth_word.word,
    }
)

HANDS: dict[str, Listing] = {
    "second": listed_for,
    "third": listed_by_third,
    "fourth": listed_by_fourth,
    "fifth": listed_by_fifth,
    "sixth_a": by_production(sixth_a.MAKERS),
    "sixth_b": by_production(sixth_b.MAKERS),
}


def never_planted(golds: Golds, listed: Listing, trials: Sequence[first.Trial]) -> list[str]:
    """The mutators that found nothing to spoil in any copy."""
    planted = {
        (one.gold.production.id, one.gold.script.id, what) for one in trials for what, _, _ in one.wanted
    }
    known = {(gold.production.id, gold.script.id, one.name) for gold in golds for one in listed(gold)}
    return [f"{production}: {name}" for production, _, name in sorted(known - planted)]


def spoilt(gold: first.Gold, chosen: Sequence[OtherFault], layout: str) -> first.Trial | None:
    """A copy with these faults; None when one of them does not apply."""
    wanted: list[tuple[str, str, Place]] = []
    if gold.production.id in first.SHEETS:
        sheet, header, _ = first.SHEETS[gold.production.id]
        made: Table = Table(gold.data, sheet, header)
        try:
            told = [one.change(made) for one in chosen]
        except StopIteration:
            return None
        data = laid_out(made.data(), layout)
    else:
        copy = opened(gold.data, gold.name)
        told = [one.change(copy) for one in chosen]
        data = copy.data()
    for one, place in zip(chosen, told, strict=True):
        if place is None:
            return None
        wanted.append((one.name, " ".join(sorted(one.criteria)), place))
    if data == gold.data:
        return None
    kinds = {one.kind for one in chosen} - {""}
    if len(kinds) > 1:
        return None
    data, name = recast(data, gold.name, kinds.pop()) if kinds else (data, gold.name)
    return first.Trial(gold, data, name, layout, wanted)


class HandIns:
    """The gold copies of each scenario and seed, read once."""

    def __init__(self, golds: Golds) -> None:
        self.golds = golds
        self.read = {id(one): parse_bytes(one.data, one.name) for one in golds}

    def review(self, trial: first.Trial) -> tuple[Document, list[Finding], list[str]]:
        """The spoilt document, what is said of the whole hand-in, the words that the report on French underlines."""
        script = trial.gold.script
        mine = [one for one in self.golds if one.script is script]
        document = parse_bytes(trial.data, trial.name)
        copies = [
            Copy.of(document if one is trial.gold else self.read[id(one)], production=one.production.id)
            for one in mine
        ]
        situation = Situation(script=script, engines=first.ENGINES, start_documents=trial.gold.start)
        result = review_copies(copies, situation)
        remarks = result.language.get("remarks", ())
        assert isinstance(remarks, list | tuple)
        underlined = [str(one["quote"]) for one in remarks if one.get("counted")]
        return document, list(result.findings), underlined


def placed(document: Document, finding: Finding, place: Place) -> bool:
    """Whether a finding stands at the spoilt place (see `mutations.well_placed`), a cell's own words included."""
    if first.well_placed(document, finding, place):
        return True
    if not isinstance(place, str) or finding.locator is None:
        return False
    return any(
        cell.locator.ref == finding.locator.ref and place.casefold() in cell.text.casefold()
        for sheet in document.sheets
        for cell in sheet.cells.values()
    )


def judge(hands: HandIns, trials: Sequence[first.Trial], name: str, show: bool) -> None:
    """Print the figures of a set, by mutator when asked."""
    total = found = right = doubted = elsewhere = in_french = 0
    lines: dict[str, list[str]] = defaultdict(list)
    for trial in trials:
        document, findings, underlined = hands.review(trial)
        for what, criteria, place in trial.wanted:
            total += 1
            told = [
                one
                for one in findings
                if one.status in ("defaut", "a_verifier") and one.criterion in criteria.split()
            ]
            defects = [one for one in told if one.status == "defaut"]
            mine = [one for one in defects if one.production == trial.gold.production.id]
            well = [one for one in mine if placed(document, one, place)]
            doubts = [one for one in told if one.status == "a_verifier" and placed(document, one, place)]
            found += bool(mine)
            right += bool(well)
            doubted += not well and bool(doubts)
            if well:
                verdict = f"placed ({well[0].id})"
            elif isinstance(place, str) and place and any(one in place for one in underlined if len(one) > 1):
                in_french += 1
                verdict = "underlined in the report on French"
            elif doubts:
                verdict = f"doubt ({doubts[0].id})"
            elif mine:
                where = mine[0].locator.ref if mine[0].locator else "?"
                verdict = f"found at {where} ({mine[0].id})"
            else:
                others = [f"{one.id} {one.criterion}" for one in findings if one.status == "defaut"]
                elsewhere += bool(others)
                verdict = "NOT TOLD" + (f", but {', '.join(others[:3])}" if others else "")
            lines[f"{trial.gold.production.id}: {what} [{criteria}]"].append(f"{trial.layout}: {verdict}")
    share = 100 / max(1, total)
    print(
        f"{name}: {len(trials)} copies, {total} faults; found at the criterion {found} ({found * share:.1f} %), "
        f"and at the place {right} ({right * share:.1f} %); underlined in the report on French only {in_french}; "
        f"told as a doubt at the place {doubted}; "
        f"told under another criterion only {elsewhere}"
    )
    if show:
        for line, verdicts in lines.items():
            print(f"  {line}: {' | '.join(verdicts)}")


def singles(golds: Golds, layouts: Sequence[str], listed: Listing = listed_for) -> Iterator[first.Trial]:
    for gold in golds:
        for one in listed(gold):
            for layout in layouts if gold.production.id in first.SHEETS and one.moves else layouts[:1]:
                trial = spoilt(gold, [one], layout)
                if trial is not None:
                    yield trial


def combined(golds: Golds, size: int, count: int, listed: Listing = listed_for) -> list[first.Trial]:
    """Copies with several faults, at different places and criteria."""
    draw = random.Random(size)
    made: list[first.Trial] = []
    for _ in range(count * 8):
        gold = draw.choice(golds)
        known = listed(gold)
        if len(made) == count or len(known) < size:
            continue
        chosen = draw.sample(known, size)
        try:
            trial = spoilt(gold, chosen, "as it is")
        except (StopIteration, ValueError, IndexError):
            continue
        if trial is None or len({str(place) for _, _, place in trial.wanted}) < size:
            continue
        if gold.production.id not in first.SHEETS:
            left = "".join("".join(opened(trial.data, trial.name).lines()).split())
            if any("".join(str(place).split()) not in left for _, _, place in trial.wanted):
                continue  # one fault has taken the other away
        made.append(trial)
    return made


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", default="0,1")
    options.add_argument("--layouts", action="store_true", help="tables in every layout")
    options.add_argument("--office", action="store_true", help="odt and ods too")
    options.add_argument("--pairs", type=int, default=60)
    options.add_argument("--triples", type=int, default=40)
    options.add_argument("--production", default="")
    options.add_argument("--hand", choices=sorted(HANDS), default="second")
    options.add_argument(
        "--misses", action="store_true", help="each mutator of a hand held out, no longer held out"
    )
    chosen = options.parse_args()
    listed, show = HANDS[chosen.hand], chosen.hand == "second" or chosen.misses
    golds = list(first.golds([int(seed) for seed in chosen.seeds.split(",")]))
    hands = HandIns(golds)
    alarms = []
    for gold in {id(one.script): one for one in golds}.values():
        _, findings, _ = hands.review(first.Trial(gold, gold.data, gold.name, "as it is", []))
        alarms += [f"{gold.label} {one.id}: {one.message}" for one in findings if one.status == "defaut"]
    print(f"gold hand-ins: {len({id(one.script) for one in golds})}, {len(alarms)} false alarms")
    for line in alarms:
        print(f"  {line}")
    wanted = [one for one in golds if one.production.id == chosen.production] if chosen.production else golds
    single = list(singles(wanted, LAYOUTS if chosen.layouts else LAYOUTS[:1], listed))
    names = {
        (one.gold.script.id, one.gold.production.id, what) for one in single for what, _, _ in one.wanted
    }
    never = never_planted(wanted, listed, single)
    print(f"{len(names)} different faults; never planted: {len(never)}{''.join(f', {one}' for one in never)}")
    judge(hands, single, "alone", show=show)
    if chosen.pairs:
        judge(hands, combined(golds, 2, chosen.pairs, listed), "in twos", show=False)
    if chosen.triples:
        judge(hands, combined(golds, 3, chosen.triples, listed), "in threes", show=False)
    if chosen.office:
        judge(hands, [replace(one) for one in first.by_office(single)], "alone, odt and ods", show=show)
    return 1 if alarms else 0


if __name__ == "__main__":
    raise SystemExit(main())
