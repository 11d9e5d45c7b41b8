"""The list read in an instruction, as a YAML file that the person corrects and gives back."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

import yaml

from ascom_coach.errors import RefusedInputError
from ascom_coach.review.generic.correcting import with_value
from ascom_coach.review.generic.instruction import ROLES, SORTS, Demand, Instruction, Role

_HEADER = """\
# Ce que j’ai lu dans votre consigne{source}. Je peux me tromper : corrigez, retirez ou ajoutez des lignes,
# enregistrez ce fichier, puis donnez-le à la place de la consigne (--consigne liste.yaml).
# role : a_trouver (doit être dans votre travail), limite (à ne pas dépasser), a_eviter (ne doit pas y être),
#        pour_vous (vous concerne, je ne le cherche pas).
# sorte : {sorts}.
"""


def instruction_yaml(instruction: Instruction) -> str:
    """The list as YAML text, ready to be edited."""
    source = f" « {instruction.source.rpartition('/')[2]} »" if instruction.source else ""
    tree: dict[str, Any] = {}
    if instruction.day:
        tree["date"] = instruction.day.isoformat()
    tree["demandes"] = [
        {"role": one.role, "sorte": one.sort, "valeur": one.value}
        | ({"extrait": one.quote} if one.quote else {})
        for one in instruction.demands
    ]
    body = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=110)
    return _HEADER.format(source=source, sorts=", ".join(SORTS)) + body


def load_instruction(text: str, name: str) -> Instruction:
    """The confirmed list of a YAML text. Raises RefusedInputError naming the line of the list and what to write."""
    try:
        tree = yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", ligne {mark.line + 1}" if mark is not None else ""
        raise RefusedInputError(
            f"« {name} »{where} : cette ligne n’est pas écrite comme les autres, reprenez leur modèle."
        ) from None
    items = tree.get("demandes") if isinstance(tree, dict) else None
    if not isinstance(items, list):
        raise RefusedInputError(
            f"« {name} » : il y manque la liste « demandes: », refaites-la avec --consigne-voir."
        )
    demands = tuple(_demand(item, number, name) for number, item in enumerate(items, 1))
    return Instruction(name, demands, True, _day(tree.get("date"), name))


def _demand(item: Any, number: int, name: str) -> Demand:
    values = (
        {str(key): str(value or "").strip() for key, value in item.items()} if isinstance(item, dict) else {}
    )
    for key, allowed in (("role", ROLES), ("sorte", SORTS)):
        if values.get(key) not in allowed:
            told = values.get(key, "")
            what = (
                f"« {told} » n’est pas {'un rôle' if key == 'role' else 'une sorte'}"
                if told
                else f"il manque « {key} »"
            )
            raise RefusedInputError(f"« {name} », demande {number} : {what}, écrivez {', '.join(allowed)}.")
    if not values.get("valeur"):
        raise RefusedInputError(f"« {name} », demande {number} : il manque « valeur ».")
    demand = Demand(
        cast("Role", values["role"]), values["sorte"], values["valeur"], values.get("extrait", "")
    )
    try:
        return with_value(demand, demand.value)
    except RefusedInputError as error:
        raise RefusedInputError(f"« {name} », demande {number} : {error}") from None


def _day(text: Any, name: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(str(text))
    except ValueError:
        raise RefusedInputError(f"« {name} » : la date « {text} » s’écrit comme 2026-03-12.") from None
