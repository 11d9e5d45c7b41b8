"""From the tree to the typed scenario: every schema error with its line, the nearest known name and the remedy."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from ascom_coach.scenarios.controls import AnyControl
from ascom_coach.scenarios.lint.model import Path, Problem
from ascom_coach.scenarios.lint.source import nearest
from ascom_coach.scenarios.schema import Scenario
from ascom_coach.scenarios.source import Place, place_of, schema_sentence
from ascom_coach.scenarios.variants import Draw, written


def typed_scenario(
    drawn: Draw, places: Mapping[Path, Place], file: str
) -> tuple[Scenario | None, list[Problem]]:
    """The scenario of a draw, None when it cannot be built, and the problems met on the way.

    Keys that do not exist are told and left out, so that the rest is still examined.
    """
    problems: list[Problem] = []
    for _ in range(3):
        try:
            return Scenario.model_validate(drawn.tree), problems
        except ValidationError as error:
            found = error.errors(include_url=False)
            told = [_problem(entry, drawn, places, file) for entry in found]
            problems += [item for item in told if item not in problems]
            extras = [entry["loc"] for entry in found if entry["type"] == "extra_forbidden"]
            if not extras or not all(_drop(drawn.tree, location) for location in extras):
                return None, problems
            if len(extras) < len(found):
                return None, problems
    return None, problems


def _drop(tree: Any, location: tuple[int | str, ...]) -> bool:
    """Remove the key at a schema location; tags of unions in the location are skipped."""
    holder = tree
    for part in location[:-1]:
        if isinstance(holder, dict) and part in holder:
            holder = holder[part]
        elif isinstance(holder, list) and isinstance(part, int):
            holder = holder[part] if part < len(holder) else None
    return isinstance(holder, dict) and holder.pop(location[-1], None) is not None


def _problem(entry: Any, drawn: Draw, places: Mapping[Path, Place], file: str) -> Problem:
    location = tuple(entry["loc"])
    line, column = place_of(written(location, drawn.origin), places)
    kind, name = str(entry["type"]), str(location[-1]) if location else ""
    if kind == "extra_forbidden":
        hint = nearest(name, sorted(_siblings(location)))
        return Problem(file, line, column, "bloquant", "ASC106", f"Je ne connais pas la rubrique « {name} ».",
                       hint or "Retirez-la, ou vérifiez où elle se place.")  # fmt: skip
    if kind == "missing":
        return Problem(file, line, column, "bloquant", "ASC107", f"La rubrique « {name} » manque ici.",
                       f"Ajoutez « {name}: … ».")  # fmt: skip
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        tag = str((entry.get("ctx") or {}).get("tag", ""))
        known = control_types() if "controles" in location else ["consigne_orale", "dialogue", "production"]
        hint = nearest(tag, known) or f"Choisissez parmi {', '.join(known)}."
        told = f"Le type « {tag} » n’existe pas." if tag else "Il manque « type »."
        return Problem(file, line, column, "bloquant", "ASC109", told, hint)
    where = " > ".join(str(item) for item in location if not str(item).startswith("function-"))
    sentence = schema_sentence(entry)
    return Problem(file, line, column, "bloquant", "ASC108", f"La rubrique « {where} » ne convient pas.",
                   sentence[:1].upper() + sentence[1:])  # fmt: skip


@cache
def control_types() -> list[str]:
    """The `type` of every control, in order."""
    union = typing.get_args(AnyControl)[0]
    return [typing.get_args(item.model_fields["type"].annotation)[0] for item in typing.get_args(union)]


def _siblings(location: tuple[int | str, ...]) -> set[str]:
    """Keys that may stand where an unknown one was found, by walking the classes along the location."""
    classes: set[type[BaseModel]] = {Scenario}
    for part in location[:-1]:
        if isinstance(part, int):
            continue
        tagged = {item for item in classes if _tag(item) == part}
        if tagged:
            classes = tagged
            continue
        following = {
            found
            for item in classes
            if part in item.model_fields
            for found in _models(item.model_fields[str(part)].annotation)
        }
        classes = following or classes
    return {name for item in classes for name in item.model_fields}


def _tag(item: type[BaseModel]) -> str:
    field = item.model_fields.get("type")
    values = typing.get_args(field.annotation) if field is not None else ()
    return str(values[0]) if values else ""


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in typing.get_args(annotation):
        yield from _models(inner)
