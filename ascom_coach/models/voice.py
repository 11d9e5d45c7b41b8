"""Word one reply of a character: the model when it answers well, the scripted line otherwise."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, Protocol

from ascom_coach.errors import RefusedInputError
from ascom_coach.models.errors_map import ErrorCode, ModelError
from ascom_coach.models.gateway import Completion
from ascom_coach.models.guard import check_reply, news
from ascom_coach.models.incoming import read_object
from ascom_coach.models.prompt_files import PromptFile, load_prompt
from ascom_coach.models.voice_request import VoiceRequest
from ascom_coach.models.wire import Message

_TRIES = 2
_LONG = 30.0  # seconds: after so long an answer, nobody waits for a second one
_NOTHING = "(rien)"


class Completer(Protocol):
    """What `speak` needs of a gateway."""

    def complete(
        self,
        messages: list[Message],
        *,
        schema: Any = None,
        max_tokens: int = 400,
        temperature: float = 0.3,
        use: str = "",
    ) -> Completion:
        """The whole answer; raises `ModelError`."""
        ...


@dataclass(frozen=True)
class Spoken:
    """A reply ready to be said. `source` tells whose words they are.

    `reason` is empty for a model's reply; else one French sentence or phrase that says why the scripted
    line is used. `model` and `prompt` (id and version) name what was asked, also when it was refused.
    """

    text: str
    source: Literal["modele", "script"]
    reason: str = ""
    model: str = ""
    prompt: str = ""


@cache
def _voice_prompt(folder: Path | None) -> PromptFile:
    return load_prompt("voix", folder)


def voice_messages(
    request: VoiceRequest, *, folder: Path | None = None, marker: str | None = None
) -> list[Message]:
    """The exact messages that would leave for this request (also what a person may look at beforehand)."""
    now = news(request)
    turns = [f"{who} : {text}" for who, text in request.last_turns]
    return _voice_prompt(folder).render(
        {
            "personnage": request.character_name,
            "registre": request.register,
            "style": request.style,
            "humeur": request.mood_words,
            "phrases_max": str(request.max_sentences),
            "faits": _listed(now),
            "dits": _listed(tuple(fact for fact in request.granted if fact not in now)),
            "contexte": request.public_context or _NOTHING,
            "trame": request.scripted_line,
            "echanges": "\n".join(turns) or _NOTHING,
            "propos": request.trainee_text or _NOTHING,
        },
        marker=marker,
    )


def _listed(facts: tuple[tuple[str, str], ...]) -> str:
    return "\n".join(f"- {label} : {value}" for label, value in facts) or _NOTHING


def speak(
    gateway: Completer,
    request: VoiceRequest,
    *,
    prompts: Path | None = None,
    find_values: Callable[[str], frozenset[str]] | None = None,
) -> Spoken:
    """The reply to say, never an exception: two tries with the model, then the scripted line.

    `prompts` is a folder of a trainer's own prompts. `find_values`: see `guard.check_reply`.
    """
    model = name = ""
    try:
        prompt = _voice_prompt(prompts)
        name = f"{prompt.id}@{prompt.version}"
        messages = voice_messages(request, folder=prompts)
        fixed = re.sub(r"\{[{%].*?[%}]\}", " ", f"{prompt.system}\n{prompt.user}")
        reason = ""
        schema: Any = prompt.schema
        for _ in range(_TRIES):
            try:
                answer = gateway.complete(
                    messages,
                    schema=schema,
                    max_tokens=prompt.max_tokens,
                    temperature=prompt.temperature,
                    use=prompt.id,
                )
            except ModelError as error:
                if error.code is not ErrorCode.SCHEMA or schema is None:
                    raise
                schema, reason = None, str(error)
                continue
            model = answer.model
            reply = _reply(answer, prompt.schema or {})
            refused = (
                "réponse illisible"
                if reply is None
                else check_reply(reply, request, prompt_text=fixed, find_values=find_values)
            )
            if reply is not None and refused is None:
                return Spoken(reply, "modele", "", model, name)
            reason = f"La réponse du modèle a été écartée\u00a0: {refused}."
            if answer.seconds > _LONG:
                break
    except (ModelError, RefusedInputError) as error:
        reason = str(error)
    return Spoken(request.scripted_line, "script", reason, model, name)


def _reply(answer: Completion, schema: Mapping[str, Any]) -> str | None:
    """The words to say: the asked field, or the bare text of a server that knows no schema."""
    data = answer.data or read_object(answer.text, schema)
    if data is not None:
        return str(data.get("replique", "")).strip() or None
    text = answer.text.strip()
    return None if text.startswith(("{", "[", "```")) else text.strip('«»"“” \u00a0') or None
