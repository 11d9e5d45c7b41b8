"""Reading YAML as authors write it: every scalar is text, every problem is told in French with its line.

`read_tree` gives plain mappings, lists and texts; `positions` tells where each key stands in the file.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from ascom_coach.errors import RefusedInputError

Place = tuple[int, int]
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
TEXT_LISTS = (
    "questions", "reponses", "esquive", "mots_cles", "ouverture", "ignore", "salutations", "relances",
    "incomprehension", "ignorance", "accuse_reception", "cloture", "silence", "valeurs", "mots", "descripteurs",
    "phrases", "indices", "entete",
)  # fmt: skip
"""Keys whose lists hold texts: a mapping there is a sentence with « : » that lost its quotes."""
MAX_DEPTH = 40
MAX_NODES = 200_000


def compose(text: str) -> tuple[Any, dict[tuple[str | int, ...], Place]]:
    """The tree of a YAML text and the (line, column) of each path, both from 1.

    Raises yaml.YAMLError, also for a text nested or multiplied (by its anchors) beyond reason.
    """
    node = yaml.compose(text, Loader=LOADER)
    places: dict[tuple[str | int, ...], Place] = {}
    count = 0

    def build(item: yaml.Node | None, path: tuple[str | int, ...]) -> Any:
        nonlocal count
        count += 1
        if item is None:
            return {}
        if len(path) > MAX_DEPTH or count > MAX_NODES:
            raise yaml.MarkedYAMLError(problem="too deep", problem_mark=item.start_mark)
        places.setdefault(path, (item.start_mark.line + 1, item.start_mark.column + 1))
        if isinstance(item, yaml.MappingNode):
            tree: dict[str, Any] = {}
            for key_node, value_node in item.value:
                key = str(key_node.value)
                places[(*path, key)] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
                tree[key] = build(value_node, (*path, key))
            return tree
        if isinstance(item, yaml.SequenceNode):
            return [build(child, (*path, index)) for index, child in enumerate(item.value)]
        return item.value

    return build(node, ()), places


def joined(item: Mapping[str, str]) -> str:
    """The text that an accidental mapping was: « Bonjour : madame », or `{variable}` written without quotes."""
    if (
        len(item) == 1
        and re.fullmatch(r"[a-z][a-z0-9_]*", next(iter(item)))
        and not next(iter(item.values()))
    ):
        return f"{{{next(iter(item))}}}"
    return " ".join(f"{key}\u00a0: {value}".rstrip() for key, value in item.items())


def rejoin(tree: Any) -> tuple[Any, list[tuple[tuple[str | int, ...], str]]]:
    """The tree with « - Bonjour : madame » made one text again where texts are expected, and those places."""
    found: list[tuple[tuple[str | int, ...], str]] = []

    def walk(item: Any, path: tuple[str | int, ...]) -> Any:
        if isinstance(item, Mapping):
            return {key: walk(value, (*path, key)) for key, value in item.items()}
        if not isinstance(item, list):
            return item
        texts = bool(path) and (path[-1] in TEXT_LISTS or path[-2:-1] in (("phrases",), ("indices",)))
        out = []
        for index, child in enumerate(item):
            if (
                texts
                and isinstance(child, Mapping)
                and all(isinstance(value, str) for value in child.values())
            ):
                sentence = joined(child)
                found.append(((*path, index), sentence))
                out.append(sentence)
            else:
                out.append(walk(child, (*path, index)))
        return out

    return walk(tree, ()), found


def read_text(path: Path) -> str:
    """The text of a scenario file. Raises RefusedInputError when it is not readable UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedInputError(
            f"« {path} » n’est pas enregistré en UTF-8 : enregistrez-le de nouveau avec cet encodage."
        ) from None
    except OSError:
        raise RefusedInputError(
            f"Je ne peux pas lire « {path} » : vérifiez qu’il existe et qu’il n’est pas protégé."
        ) from None


@lru_cache(maxsize=16)
def _parsed(text: str) -> Any:
    """The tree of a text, read once: variants and reviews come back to the same file."""
    return compose(text)[0]


def read_tree(path: Path) -> dict[str, Any]:
    """The tree of a scenario file. Raises RefusedInputError with line and remedy."""
    try:
        tree = copy.deepcopy(_parsed(read_text(path)))
    except yaml.YAMLError as error:
        raise RefusedInputError(f"« {path} » {french_yaml_problem(error)}") from None
    if not isinstance(tree, dict):
        raise RefusedInputError(
            f"« {path} » ne contient pas de rubriques : commencez par « id : mon-scenario »."
        )
    repaired: dict[str, Any] = rejoin(tree)[0]
    return repaired


def french_yaml_problem(error: yaml.YAMLError) -> str:
    """A parser message in French: where, and the usual cause."""
    mark = getattr(error, "problem_mark", None)
    where = f"ligne {mark.line + 1}, colonne {mark.column + 1}" if mark else "ligne inconnue"
    return (
        f'n’est pas lisible ({where}) : mettez le texte entre guillemets droits " " s’il contient « : », '
        "« # », « @ » ou commence par une apostrophe, et alignez les rubriques avec des espaces."
    )


def french_problem(path: Path, error: ValidationError) -> str:
    """The first schema problem as one sentence with its line."""
    first = error.errors(include_url=False)[0]
    location = tuple(first["loc"])
    _, places = compose(read_text(path))
    line = place_of(location, places)[0]
    where = " > ".join(str(item) for item in location if not str(item).startswith("function-"))
    return f"« {path} », ligne {line}, rubrique « {where} » : {schema_sentence(first)}"


def place_of(location: tuple[Any, ...], places: Mapping[tuple[str | int, ...], Place]) -> Place:
    """The nearest known place of a schema location (tags of unions are skipped)."""
    path: tuple[str | int, ...] = ()
    for item in location:
        if (*path, item) in places:
            path = (*path, item)
    return places.get(path, (1, 1))


_SENTENCES = {
    "missing": "cette rubrique manque, ajoutez-la.",
    "extra_forbidden": "je ne connais pas cette rubrique, vérifiez son orthographe ou retirez-la.",
    "string_pattern_mismatch": "écrivez un nom court en minuscules sans accent, avec des tirets (mon-scenario).",
    "int_parsing": "écrivez un nombre entier.",
    "float_parsing": "écrivez un nombre.",
    "date_from_datetime_parsing": "écrivez une date comme 2026-05-11.",
    "date_parsing": "écrivez une date comme 2026-05-11.",
    "string_type": "écrivez un texte, entre guillemets s’il contient « : » ou commence par une accolade.",
    "tuple_type": "écrivez une liste, un élément par ligne précédé d’un tiret.",
    "dict_type": "écrivez des rubriques, une par ligne.",
    "model_type": "écrivez des rubriques, une par ligne.",
    "union_tag_invalid": "je ne connais pas ce type.",
    "union_tag_not_found": "il manque « type ».",
    "greater_than_equal": "ce nombre est trop petit.",
    "less_than_equal": "ce nombre est trop grand.",
}


def schema_sentence(problem: Any) -> str:
    """A schema error in French, with the fix."""
    kind = str(problem["type"])
    context = problem.get("ctx") or {}
    if kind == "literal_error":
        return f"écrivez {str(context.get('expected', '')).replace(' or ', ' ou ')}."
    if kind == "value_error":
        return str(context.get("error", "valeur refusée")) + "."
    return _SENTENCES.get(kind, "cette valeur n’a pas la forme attendue.")
