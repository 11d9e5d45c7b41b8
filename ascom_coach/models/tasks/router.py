"""A second opinion on what a sentence asks for: one subject of a closed list, or none. It grants nothing.

The model sees public labels under numbers drawn for this question (S1, S2…), never an identifier of the scenario, a
value or a keyword; what it answers is looked up here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ascom_coach.errors import RefusedInputError
from ascom_coach.models.child.wire import Message
from ascom_coach.models.prompt_files import PromptFile, load_prompt
from ascom_coach.models.structured.ladder import Ladder

NONE = "aucun"
_LONGEST = 600  # characters of the sentence that are sent
_NOTHING = "(rien)"


@dataclass(frozen=True)
class RouteRequest:
    """A sentence to understand. `choices` are (own id, public label); `before` what was last said to the trainee."""

    person: str
    choices: tuple[tuple[str, str], ...]
    text: str
    before: str = ""


@dataclass(frozen=True)
class Routed:
    """The id chosen in the request's list, or empty. `reason` says in French why a failing model chose nothing.

    `model` and `prompt` (id and version) name what was asked.
    """

    choice: str
    reason: str = ""
    model: str = ""
    prompt: str = ""


def route_values(request: RouteRequest) -> dict[str, str]:
    """What the prompt holds for a request: all that leaves."""
    subjects = "\n".join(f"S{number} : {label}" for number, (_, label) in enumerate(request.choices, 1))
    return {
        "personnage": request.person,
        "sujets": subjects,
        "avant": request.before[:_LONGEST] or _NOTHING,
        "propos": request.text[:_LONGEST],
    }


def route_messages(
    request: RouteRequest, *, folder: Path | None = None, marker: str | None = None
) -> list[Message]:
    """The messages that would leave for this request (the form asked for is added at their end)."""
    return load_prompt("routeur", folder).render(route_values(request), marker=marker)


def route(ladder: Ladder, request: RouteRequest, *, prompts: Path | None = None) -> Routed:
    """The subject of a sentence, never an exception. Anything but an id of the list is « none »."""
    if not request.choices or not request.text.strip():
        return Routed("")
    try:
        prompt = load_prompt("routeur", prompts)
    except RefusedInputError as error:
        return Routed("", str(error))
    schema = _closed(prompt, len(request.choices))
    answer = ladder.ask(prompt, route_values(request), schema=schema)
    said = str((answer.data or {}).get("sujet", NONE))
    number = re.fullmatch(r"S(\d{1,3})", said)
    if number is None or not 1 <= int(number[1]) <= len(request.choices):
        return Routed("", answer.reason, answer.model, answer.prompt)
    return Routed(request.choices[int(number[1]) - 1][0], "", answer.model, answer.prompt)


def _closed(prompt: PromptFile, size: int) -> dict[str, object]:
    """The answer's schema with the list of this question: no other word can be said."""
    names = [*(f"S{number}" for number in range(1, size + 1)), NONE]
    return {**(prompt.schema or {}), "properties": {"sujet": {"type": "string", "enum": names}}}
