"""`relire`: files reviewed as a jury would read them."""

from __future__ import annotations

import argparse
from pathlib import Path

from ascom_coach.cli.debrief import review_lines
from ascom_coach.cli.older import ready
from ascom_coach.cli.output import dump, lines_of, opened, tell
from ascom_coach.coach import Coach
from ascom_coach.errors import RefusedInputError, WrongUseError
from ascom_coach.review import Review, read_verdicts


def run(arguments: argparse.Namespace) -> int:
    """Review files. Status 1 when none of them could be read."""
    if arguments.scenario and arguments.seance:
        raise WrongUseError("Choisissez --scenario ou --seance, pas les deux.")
    if arguments.classe:
        from ascom_coach.cli.class_review import run as run_class

        return run_class(arguments)
    for path in arguments.files:
        if path.is_dir():
            raise RefusedInputError(
                f"« {path} » est un dossier : indiquez les fichiers à relire, ou ajoutez --classe pour une classe."
            )
    arguments.files = ready(arguments.files, agreed=arguments.convertir, option="--convertir")
    arguments.precedente = ready(arguments.precedente, agreed=arguments.convertir, option="--convertir")
    with opened(arguments) as coach:
        instruction = "\n".join(lines_of(arguments.consigne)) if arguments.consigne else ""
        review = coach.review_files(
            arguments.files,
            scenario=arguments.scenario,
            session=arguments.seance,
            production=arguments.production,
            bloc=arguments.bloc,
            instruction=instruction,
            previous=arguments.precedente,
            verdicts=read_verdicts(arguments.verdicts) if arguments.verdicts else (),
            seed=arguments.graine,
            note=arguments.carnet,
        )
        _outputs(coach, arguments, review)
    if arguments.json:
        dump(review.to_json())
    else:
        for line in review_lines(review):
            print(line)
    return 1 if review.refused and not review.files else 0


def _outputs(coach: Coach, arguments: argparse.Namespace, review: Review) -> None:
    if arguments.rapport:
        desk = coach.resume(arguments.seance) if arguments.seance else None
        coach.write_report(
            review, arguments.rapport, desk=desk, scenario=arguments.scenario, seed=arguments.graine
        )
        tell(f"Rapport écrit : {arguments.rapport}")
    if arguments.copie_annotee:
        for path in coach.annotate(review, arguments.files, Path(arguments.copie_annotee)):
            tell(f"Copie annotée : {path}")
