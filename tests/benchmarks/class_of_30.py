"""A class of thirty reviewed at once: `python tests/benchmarks/class_of_30.py [--trainees 30]`.

Each trainee hands in a workbook and a note of the scenario « Compter la toile », at one of three levels, with a line of
their own. Prints the wall time of `review_class` (new processes included), with the load of the machine before.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from ascom_coach.classroom import review_class, write_class  # noqa: E402
from ascom_coach.coach import Coach  # noqa: E402
from ascom_coach.resources import scenarios_dir  # noqa: E402
from tests.benchmarks.mutation.copies import WordCopy  # noqa: E402

SCENARIO = "compter-la-toile"


def main() -> int:
    """Print the times."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--trainees", type=int, default=30)
    count = options.parse_args().trainees
    samples = scenarios_dir() / SCENARIO / "temoins"
    draw = random.Random(7)
    with tempfile.TemporaryDirectory() as place:
        for rank in range(count):
            folder = Path(place) / "copies" / f"Prénom NOM {rank:02}"
            folder.mkdir(parents=True)
            level = draw.choice(("excellente", "moyenne", "faible"))
            book = (samples / level / "planning-inventaire.xlsx").read_bytes()
            (folder / "planning-inventaire.xlsx").write_bytes(book)
            note = WordCopy((samples / level / "note-inventaire.docx").read_bytes())
            note.insert(
                len(note.lines()) - 1, f"Le panneau numéro {rank} porte la liste des zones et des équipes."
            )
            (folder / "note-inventaire.docx").write_bytes(note.data())
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
        started = time.perf_counter()
        result = review_class(
            Coach(Path(place) / "donnees"),
            Path(place) / "copies",
            scenario=SCENARIO,
            back=Path(place) / "retour",
        )
        reviewed = time.perf_counter() - started
        write_class(result, Path(place) / "classe.docx")
        written = time.perf_counter() - started - reviewed
        read = sum(copy.review is not None for copy in result.copies)
    print(
        f"{read} of {count} copies ({2 * count} files, annotated) in {reviewed:.1f} s, "
        f"report and workbook {written:.1f} s; {sum(os.times()[:4]):.1f} s of processor, reading processes left out; "
        f"{os.cpu_count()} cores, load before {load:.1f}, {len(result.alike)} pairs or groups told alike"
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
