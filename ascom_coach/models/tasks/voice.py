"""Word one reply of a character: the model when it answers well, the scripted line otherwise."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, Protocol

from ascom_coach.errors import RefusedInputError
from ascom_coach.models.child.wire import Message
from ascom_coach.models.errors_map import ErrorCode, ModelError
from ascom_coach.models.gateway.asking import Completion
from ascom_coach.models.gateway.incoming import read_object
from ascom_coach.models.guard.reply import check_reply, news
from ascom_coach.models.guard.voice_request import VoiceRequest
from ascom_coach.models.profile.profiles import ModelProfile
from ascom_coach.models.prompt_files import PromptFile, load_prompt
from ascom_coach.models.tasks.listening import Show, listen

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


class Streamer(Completer, Protocol):
    """What `speak` needs of a gateway to show sentences as they come."""

    @property
    def profile(self) -> ModelProfile:
        """Whose words these are."""
        ...

    def stream(
        self,
        messages: list[Message],
        *,
        schema: Any = None,
        max_tokens: int = 400,
        temperature: float = 0.3,
        use: str = "",
    ) -> Generator[str, None, Completion]:
        """The answer piece by piece; raises `ModelError`."""
        ...


@dataclass(frozen=True)
class Spoken:
    """A reply ready to be said. `source` tells whose words they are.

    `reason` is empty for a model's whole reply; else one French sentence or phrase that says why the scripted line is
    used, or why the model's line ends where it does. `model` and `prompt` (id and version) name what was asked, also
    when it was refused.
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

    def ask(asking: _Asking) -> _Try:
        answer = gateway.complete(
            asking.messages,
            schema=asking.schema,
            max_tokens=asking.prompt.max_tokens,
            temperature=asking.prompt.temperature,
            use=asking.prompt.id,
        )
        return _whole(answer, asking, request, find_values)

    return _speak(ask, request, prompts)


def speak_live(
    gateway: Streamer,
    request: VoiceRequest,
    show: Show,
    *,
    prompts: Path | None = None,
    now: Callable[[], float] = time.monotonic,
) -> Spoken:
    """As `speak`, each sentence shown as soon as it may be (see `guard.beginning`).

    What was shown stands: the reply returned is it, or begins with it. Nothing shown, and two tries, is the scripted
    line.
    """

    def ask(asking: _Asking) -> _Try:
        began = now()
        pieces = gateway.stream(
            asking.messages,
            schema=asking.schema,
            max_tokens=asking.prompt.max_tokens,
            temperature=asking.prompt.temperature,
            use=asking.prompt.id,
        )
        heard = listen(pieces, request, show, prompt_text=asking.fixed)
        model = gateway.profile.model
        tried = (
            _Try(None, heard.cut, model, now() - began)
            if heard.answer is None
            else _whole(heard.answer, asking, request, None)
        )
        if not heard.shown:
            return tried
        if tried.reply is not None and tried.reply.startswith(heard.shown):
            if tried.reply != heard.shown:
                show(tried.reply)
            return tried
        return _Try(heard.shown, tried.refused or "la suite ne reprend pas ce qui a été montré", model)

    return _speak(ask, request, prompts)


@dataclass(frozen=True)
class _Asking:
    prompt: PromptFile
    messages: list[Message]
    schema: Any
    fixed: str


@dataclass(frozen=True)
class _Try:
    """A reply, or why it is refused. Both: a reply that stands, and why it ends there."""

    reply: str | None
    refused: str
    model: str
    seconds: float = 0.0


def _whole(
    answer: Completion,
    asking: _Asking,
    request: VoiceRequest,
    find_values: Callable[[str], frozenset[str]] | None,
) -> _Try:
    reply = read_reply(answer, asking.prompt.schema or {})
    refused = (
        "réponse illisible"
        if reply is None
        else check_reply(reply, request, prompt_text=asking.fixed, find_values=find_values)
    )
    return _Try(reply if refused is None else None, refused or "", answer.model, answer.seconds)


def _speak(ask: Callable[[_Asking], _Try], request: VoiceRequest, prompts: Path | None) -> Spoken:
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
                tried = ask(_Asking(prompt, messages, schema, fixed))
            except ModelError as error:
                if error.code is not ErrorCode.SCHEMA or schema is None:
                    raise
                schema, reason = None, str(error)
                continue
            model = tried.model
            if tried.reply is not None:
                return Spoken(tried.reply, "modele", tried.refused, model, name)
            reason = f"La réponse du modèle a été écartée\u00a0: {tried.refused}."
            if tried.seconds > _LONG:
                break
    except (ModelError, RefusedInputError) as error:
        reason = str(error)
    return Spoken(request.scripted_line, "script", reason, model, name)


def read_reply(answer: Completion, schema: Mapping[str, Any]) -> str | None:
    """The words to say: the asked field, or the bare text of a server that knows no schema."""
    data = answer.data or read_object(answer.text, schema)
    if data is not None:
        return str(data.get("replique", "")).strip() or None
    text = answer.text.strip()
    return None if text.startswith(("{", "[", "```")) else text.strip('«»"“” \u00a0') or None
