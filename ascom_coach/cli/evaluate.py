"""`modele evaluer`: the person's own model on our fixed cases, and a dated table to keep."""

from __future__ import annotations

import argparse
import sys

from ascom_coach.cli.output import dump, opened, tell


def run(arguments: argparse.Namespace) -> int:
    """Ask every case, show the table, keep it."""

    def progress(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{done} sur {total}", end="" if done < total else "\n", file=sys.stderr, flush=True)

    with opened(arguments) as coach:
        found, page, path = coach.evaluate_model(arguments.fois, arguments.sortie, progress)
    if arguments.json:
        dump({**found.to_json(), "file": str(path)})
    else:
        print(page)
    tell(f"Tableau gardé : {path}")
    return 0
