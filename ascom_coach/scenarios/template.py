"""A first scenario to change, and the JSON Schema that lets an editor complete and check keys. Writes the disk."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from ascom_coach.errors import RefusedInputError, SurroundingsError
from ascom_coach.language import plain
from ascom_coach.resources import knowledge_dir
from ascom_coach.scenarios.schema import Scenario
from ascom_coach.scenarios.variants import CONDITION

_FILES = ("scenario.yaml", "fabrique.yaml", "LISEZMOI.md")


def new_scenario(place: Path) -> list[Path]:
    """Write a commented scenario in `place`, its documents built; the paths written.

    Raises RefusedInputError when the folder is not empty, SurroundingsError when nothing can be written.
    """
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise RefusedInputError(f"« {place} » existe déjà et n’est pas vide : choisissez un autre dossier.")
    source = knowledge_dir() / "aide" / "modele-scenario"
    slug = re.sub(r"[^a-z0-9]+", "-", plain(place.name)).strip("-")[:60].strip("-") or "mon-scenario"
    written = []
    try:
        place.mkdir(parents=True, exist_ok=True)
        for name in _FILES:
            text = (source / name).read_text(encoding="utf-8")
            (place / name).write_text(text.replace("mon-scenario", slug), encoding="utf-8", newline="\n")
            written.append(place / name)
    except OSError as error:
        raise SurroundingsError(
            f"Je ne peux pas écrire dans « {place} » : vérifiez la place libre et les droits du dossier."
        ) from error
    from ascom_coach.scenarios.loader import load_script
    from ascom_coach.scenarios.workshop.building import build

    return [*written, *build(load_script(place), place)]


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `scenario.yaml`; every scalar may be written as a text."""
    schema = Scenario.model_json_schema()
    for name in _in_lists(schema):
        schema["$defs"][name]["properties"].setdefault(CONDITION, _CONDITION)
    loose: dict[str, Any] = _loose(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **loose,
        "title": "Scénario ASCOM",
        "description": "Un scénario de coach ASCOM (scenario.yaml).",
    }


_CONDITION = {
    "type": "object",
    "description": "Les tirages où cet élément existe : nom d’une variante, valeur ou liste de valeurs.",
    "additionalProperties": {"type": "array", "items": {"type": "string"}},
}


def _in_lists(node: Any, inside: bool = False) -> set[str]:
    """Names of the classes whose objects stand in lists: such an element may be tied to a draw."""
    found: set[str] = set()
    if isinstance(node, dict):
        reference = node.get("$ref")
        if inside and isinstance(reference, str):
            found.add(reference.rpartition("/")[2])
        for key, value in node.items():
            found |= _in_lists(value, key == "items" or (inside and key in ("oneOf", "anyOf")))
    elif isinstance(node, list):
        for item in node:
            found |= _in_lists(item, inside)
    return found


def _loose(node: Any) -> Any:
    """YAML editors read `oui`, `12` or `2026-05-11` as they like: numbers, booleans and texts are exchangeable."""
    if isinstance(node, list):
        return [_loose(item) for item in node]
    if not isinstance(node, dict):
        return node
    kind = node.get("type")
    if kind in ("integer", "number", "boolean", "string") and "const" not in node and "enum" not in node:
        kept = {
            key: value for key, value in node.items() if key in ("title", "description", "default", "pattern")
        }
        return {**kept, "type": ["string", "number", "boolean"]}
    if kind == "array":
        items = _loose(node.get("items", {}))
        kept = {key: value for key, value in node.items() if key in ("title", "description", "default")}
        return {**kept, "anyOf": [{"type": "array", "items": items}, {"type": ["string", "number"]}]}
    return {key: _loose(value) for key, value in node.items()}
