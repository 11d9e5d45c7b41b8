"""`relire --classe`: the copies of a whole class, with a line of progress and one report."""

from __future__ import annotations

import argparse
import sys

from ascom_coach.classroom import review_class, write_class
from ascom_coach.cli.debrief import LEVELS
from ascom_coach.cli.output import dump, lines_of, opened, tell
from ascom_coach.errors import WrongUseError
from ascom_coach.referential import TRAINING_LABEL
from ascom_coach.review import ClassReview


def run(arguments: argparse.Namespace) -> int:
    """Review a class. Status 1 when no copy could be reviewed."""
    if len(arguments.files) != 1:
        raise WrongUseError("Avec --classe, indiquez un seul dossier ou une seule archive zip.")
    for name, given in (("--seance", arguments.seance), ("--precedente", arguments.precedente),
                        ("--verdicts", arguments.verdicts)):  # fmt: skip
        if given:
            raise WrongUseError(f"{name} ne va pas avec --classe : relisez cette copie seule.")
    with opened(arguments) as coach:
        result = review_class(
            coach,
            arguments.files[0],
            scenario=arguments.scenario,
            production=arguments.production,
            bloc=arguments.bloc,
            instruction="\n".join(lines_of(arguments.consigne)) if arguments.consigne else "",
            seed=arguments.graine,
            back=arguments.copie_annotee,
            progress=_progress,
        )
        if arguments.rapport:
            for path in write_class(result, arguments.rapport):
                tell(f"Rapport écrit : {path}")
    if arguments.copie_annotee:
        tell(f"Copies annotées, un dossier par stagiaire : {arguments.copie_annotee}")
    if arguments.json:
        dump(result.to_json())
    else:
        for line in class_lines(result):
            print(line)
    return 0 if any(copy.review is not None for copy in result.copies) else 1


def _progress(done: int, total: int, trainee: str) -> None:
    """One line that fills up on a terminal, one line a copy elsewhere; never in the result."""
    if not sys.stderr.isatty():
        tell(f"{done}/{total} {trainee}")
        return
    width = 24
    filled = width * done // total
    bar = "█" * filled + "░" * (width - filled)
    print(
        f"\r{bar} {done} sur {total}  {trainee[:30]:<30}",
        end="\n" if done == total else "",
        file=sys.stderr,
        flush=True,
    )


def class_lines(result: ClassReview) -> list[str]:
    """A class as plain lines: levels, what comes back, copies to look at, copies that failed."""
    read = sum(copy.review is not None for copy in result.copies)
    lines = [f"{read} copies relues sur {len(result.copies)}", "", f"Niveaux ({TRAINING_LABEL})"]
    for name, counts in result.levels.items():
        told = [f"{LEVELS[level]} {count}" for level, count in counts.items() if level and count]
        told += [f"sans niveau {counts['']}"] if counts.get("") else []
        lines.append(f"{name} {result.labels[name]} : {', '.join(told)}")
    if result.frequent:
        lines += ["", "Ce qui revient le plus souvent"]
    for one in result.frequent[:8]:
        words = f" « {one.example.quote} »" if one.example.quote else ""
        lines.append(
            f"{one.copies} copies ({one.criterion}) : {one.message} Par exemple chez {one.trainee}{words}"
        )
    if result.alike:
        lines += [
            "",
            "À regarder (cela ne prouve rien : un poste ou un modèle partagé laisse les mêmes traces)",
        ]
        lines += [f"{', '.join(pair.trainees)} : {' ; '.join(pair.reasons)}" for pair in result.alike]
    problems = [copy for copy in result.copies if copy.remark]
    if problems:
        lines += ["", "Copies ou fichiers qui n’ont pas pu être lus"]
        lines += [f"{copy.trainee} : {copy.remark}" for copy in problems]
    return lines
