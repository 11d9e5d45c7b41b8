"""Seeded variants: the same scenario with other names, quantities and values, decided by one number."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any

_VARIABLE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def variables(choices: Mapping[str, Any], scenario_id: str, seed: int) -> dict[str, str]:
    """The value of each variable for that seed. Seed 0 takes the first of each list.

    A list of mappings is drawn as a whole, so that values that depend on each other stay together.
    """
    drawn: dict[str, str] = {}
    for name, options in choices.items():
        if not options or not isinstance(options, list | tuple):
            continue
        digest = hashlib.sha256(f"{scenario_id}:{name}:{seed}".encode()).digest()
        index = 0 if seed == 0 else int.from_bytes(digest[:4], "big") % len(options)
        option = options[index]
        if isinstance(option, Mapping):
            drawn.update({key: str(value) for key, value in option.items()})
        else:
            drawn[name] = str(option)
    return drawn


def fill(value: Any, values: Mapping[str, str]) -> Any:
    """The same structure with `{name}` replaced where the name is a variable; `{valeur}` and unknown names stay."""
    if isinstance(value, str):
        return _VARIABLE.sub(lambda match: values.get(match.group(1), match.group(0)), value)
    if isinstance(value, Mapping):
        return {fill(key, values): fill(item, values) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [fill(item, values) for item in value]
    return value
