"""`modele vecteurs`: an embedding model for the search: set, tested, its index made aside; or the built-in vectors."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from ascom_coach.cli.output import dump, opened, tell
from ascom_coach.coach import Coach
from ascom_coach.models import EMBEDDED


def run(arguments: argparse.Namespace) -> int:
    """Show or change the vectors; the status is 3 when the model does not give any."""
    with opened(arguments) as coach:
        if arguments.model == EMBEDDED:
            coach.models.vectors.switch_off()
        elif arguments.model:
            return _choose(coach, arguments)
        line = coach.models.vectors.state()
        if arguments.json:
            dump(asdict(line))
        else:
            from ascom_coach.cli.model import print_line

            print_line(line)
    return 0


def _choose(coach: Coach, arguments: argparse.Namespace) -> int:
    from ascom_coach.cli.model import print_line
    from ascom_coach.searching import made_in_words, set_up

    vectors = coach.models.vectors
    wanted = vectors.choose(arguments.model, adresse=arguments.adresse, cle_env=arguments.cle_env)
    vectors.allowed(wanted)
    line, known = set_up(coach, wanted, Steps())
    if arguments.json:
        dump({"line": asdict(line), "index": asdict(known) if known else None})
        return 0 if known else 3
    print_line(line)
    print(made_in_words(known) if known else "La recherche intégrée répond en attendant.")
    return 0 if known else 3


class Steps:
    """How far a construction is, on the error stream, a quarter at a time."""

    def __init__(self) -> None:
        self._said = 0

    def __call__(self, done: int, total: int) -> None:
        """So many passages are done."""
        if done == total or done >= self._said + total // 4:
            self._said = done
            tell(f"{done} passages sur {total}")
