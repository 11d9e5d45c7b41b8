"""`relire`: files reviewed as a jury would read them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from ascom_coach.cli.debrief import review_lines
from ascom_coach.cli.drafts import draft_lines
from ascom_coach.cli.older import ready
from ascom_coach.cli.output import dump, opened, tell
from ascom_coach.coach import Coach
from ascom_coach.errors import RefusedInputError, WrongUseError
from ascom_coach.instructions import instruction_of
from ascom_coach.review import (
    Instruction,
    Review,
    TrainerVerdict,
    adopted,
    appreciations,
    instruction_yaml,
    read_verdicts,
    with_appreciations,
)


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
    instruction = instruction_of(arguments.consigne) if arguments.consigne else None
    if arguments.consigne_voir:
        return _show(instruction)
    if not arguments.files:
        raise WrongUseError("Indiquez le ou les fichiers à relire.")
    arguments.files = ready(arguments.files, agreed=arguments.convertir, option="--convertir")
    arguments.precedente = ready(arguments.precedente, agreed=arguments.convertir, option="--convertir")
    with opened(arguments) as coach:
        given = read_verdicts(arguments.verdicts) if arguments.verdicts else ()

        def reviewed(verdicts: Sequence[TrainerVerdict], *, note: bool = False) -> Review:
            return coach.review_files(
                arguments.files,
                scenario=arguments.scenario,
                session=arguments.seance,
                production=arguments.production,
                bloc=arguments.bloc,
                instruction=instruction or "",
                previous=arguments.precedente,
                verdicts=verdicts,
                seed=arguments.graine,
                note=note,
            )

        review = reviewed(given, note=arguments.carnet)
        if review.prose and coach.voice() is not None:
            tell("Le modèle relit la rédaction : cela peut prendre un moment.")
        review = coach.appraise(review)
        if arguments.adopter and (own := adopted(review, arguments.adopter)):
            kept = () if arguments.seance else given  # a session keeps what it was given
            review = with_appreciations(reviewed((*kept, *own)), appreciations(review))
        _outputs(coach, arguments, review)
    if arguments.json:
        dump(review.to_json())
    else:
        for line in (*draft_lines(review, instruction), *review_lines(review)):
            print(line)
    return 1 if review.refused and not review.files else 0


def _show(instruction: Instruction | None) -> int:
    """The list read in the instruction, ready to be corrected and given back."""
    if instruction is None:
        raise WrongUseError(
            "--consigne-voir montre ce que je lis dans la consigne : ajoutez --consigne FICHIER."
        )
    print(instruction_yaml(instruction), end="")
    return 0


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
