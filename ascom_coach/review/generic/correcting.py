"""The list read in an instruction, corrected item by item by the person who received it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ascom_coach.errors import RefusedInputError
from ascom_coach.language import opening
from ascom_coach.review.generic.dress_asked import COLOR
from ascom_coach.review.generic.instruction import Demand, Instruction


def with_value(demand: Demand, value: str) -> Demand:
    """The demand with another value. Raises RefusedInputError for a value that could not be looked for."""
    text = " ".join(value.split())
    if not text:
        raise RefusedInputError("Écrivez ce qui est demandé, ou retirez cette ligne.")
    if demand.sort in ("mots_max", "mots_min") and not text.isdecimal():
        raise RefusedInputError(f"Un nombre de mots s’écrit en chiffres : « {text} » n’en est pas un.")
    if demand.sort == "ouverture" and opening(text) is None:
        raise RefusedInputError(
            "Je n’y lis ni jour ni heure : écrivez par exemple « du lundi au vendredi de 9 h à 18 h »."
        )
    if demand.sort == "couleur" and not COLOR.fullmatch(text):
        raise RefusedInputError(f"« {text} » n’est pas un code de couleur : écrivez-le comme #1F4E79.")
    return replace(demand, value=text)


def added(value: str) -> Demand:
    """Something more that must be found in the work. Raises RefusedInputError when nothing is written."""
    return with_value(Demand("a_trouver", "mots", ""), value)


def confirmed(instruction: Instruction, demands: Iterable[Demand]) -> Instruction:
    """The instruction with the list as the person left it: from then on what is missing counts."""
    return replace(instruction, demands=tuple(demands), confirmed=True)
