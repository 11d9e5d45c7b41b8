"""Structured answers from any model: a ladder of forms, probed once per model, remembered, climbed down when it fails.

Rungs, best first: `schema` (the server is given the JSON schema), `json` (the schema stands in the prompt), `lines`
(labelled lines), `none` (this model gives no structured answer: the embedded engines do the work). What a server says
that it supports is not believed; a short question is asked and its answer read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

from ascom_coach.errors import RefusedInputError
from ascom_coach.models.child.wire import Message
from ascom_coach.models.errors_map import ErrorCode, ModelError
from ascom_coach.models.gateway.asking import Completion
from ascom_coach.models.profile.profiles import ModelProfile
from ascom_coach.models.prompt_files import PromptFile
from ascom_coach.models.structured.forms import Form, instruction, read

Rung = Literal["schema", "json", "lines", "none"]
RUNGS: tuple[Rung, ...] = ("schema", "json", "lines", "none")
PROBE_VERSION = 1
KEPT_DAYS = 30
"""A server may be brought up to date: what it could do is asked again after so many days (one when it could not)."""
_MISSES = 2
"""Unreadable answers in a row after which a model goes down one rung."""

NOT_STRUCTURED = (
    "Ce modèle ne sait pas répondre dans la forme demandée\u00a0: le moteur intégré fait ce travail seul."
)
UNREADABLE = "La réponse du modèle ne suit pas la forme demandée\u00a0: elle a été écartée."

_PROBE_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["mots", "jour"],
    "properties": {
        "mots": {
            "type": "array",
            "minItems": 2,
            "maxItems": 3,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["mot", "nature"],
                "properties": {
                    "mot": {"type": "string", "maxLength": 40},
                    "nature": {"type": "string", "maxLength": 40},
                },
            },
        },
        "jour": {"type": "string", "enum": ["lundi", "mardi", "mercredi"]},
    },
}
_PROBE = (
    "Donne le mot et la nature des deux mots « facture » et « payer » (nature : nom ou verbe), puis le jour de la"
    " semaine qui vient juste après lundi."
)


class Asked(Protocol):
    """What the ladder needs of a gateway."""

    @property
    def profile(self) -> ModelProfile:
        """Whose answers these are."""
        ...

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
class Standing:
    """The rung of one model, since when (ISO day), and how many answers in a row could not be read."""

    rung: Rung
    since: str
    misses: int = 0
    probe: int = PROBE_VERSION


class Memory(Protocol):
    """Where standings are kept between runs (see `ladder_memory.LadderFile`)."""

    def get(self, key: str) -> Standing | None:
        """The standing of a model, None when it is unknown."""
        ...

    def put(self, key: str, standing: Standing) -> None:
        """Keep it. Never raises: a memory that is lost is probed again."""
        ...


class ForgetfulMemory:
    """Standings for as long as the program runs."""

    def __init__(self) -> None:
        self._known: dict[str, Standing] = {}

    def get(self, key: str) -> Standing | None:
        """The standing of a model."""
        return self._known.get(key)

    def put(self, key: str, standing: Standing) -> None:
        """Keep it."""
        self._known[key] = standing


@dataclass(frozen=True)
class Structured:
    """A structured answer, or why there is none.

    `data` fits the prompt's schema, or is None and `reason` says why in one French sentence. `rung` is the form asked
    for, `repaired` tells that strict reading failed, `model` and `prompt` (id and version) name what was asked.
    """

    data: dict[str, Any] | None
    rung: Rung
    reason: str = ""
    repaired: bool = False
    model: str = ""
    prompt: str = ""
    seconds: float = 0.0
    text: str = ""


class Ladder:
    """Asks structured questions of one model."""

    def __init__(
        self,
        gateway: Asked,
        memory: Memory | None = None,
        *,
        today: Callable[[], dt.date] = dt.date.today,
    ) -> None:
        self.gateway = gateway
        self.memory = memory or ForgetfulMemory()
        self._today = today

    @property
    def key(self) -> str:
        """Model and address: the same name elsewhere may behave otherwise."""
        profile = self.gateway.profile
        return f"{profile.model} @ {profile.address or 'fournisseur'}"

    def rung(self) -> Rung:
        """The form this model answers in, remembered or probed now (at most three short calls).

        Raises `ModelError` when the model cannot be reached; nothing is then remembered.
        """
        known = self.memory.get(self.key)
        if known is not None and known.probe == PROBE_VERSION and self._fresh(known):
            return known.rung
        return self.probe()

    def _fresh(self, known: Standing) -> bool:
        try:
            age = self._today() - dt.date.fromisoformat(known.since)
        except ValueError:
            return False
        kept = KEPT_DAYS if known.rung != "none" else 1
        return dt.timedelta(0) <= age < dt.timedelta(days=kept)

    def probe(self) -> Rung:
        """Try each form on a short question and remember the first one that works.

        Raises `ModelError`, and remembers nothing, when the model did not answer at all.
        """
        found: Rung = "none"
        failure: ModelError | None = None
        answered = False
        for form in _forms():
            try:
                answer = self.gateway.complete(
                    _asking([{"role": "user", "content": _PROBE}], _PROBE_SCHEMA, form),
                    schema=_PROBE_SCHEMA if form == "schema" else None,
                    max_tokens=160,
                    temperature=0.0,
                    use="essai",
                )
            except ModelError as error:
                if error.code not in _FORM_FAULTS:
                    raise
                failure = error
                continue
            answered = True
            if read(answer.text, _PROBE_SCHEMA, form).data is not None:
                found = form
                break
        if failure is not None and not answered:
            raise failure
        self._remember(Standing(found, self._today().isoformat()))
        return found

    def ask(
        self, prompt: PromptFile, values: Mapping[str, str], *, schema: Mapping[str, Any] | None = None
    ) -> Structured:
        """The answer to a prompt in this model's own form; never raises for a failing model.

        `schema` replaces the prompt's own, to close a list to what this very question allows.
        """
        name = f"{prompt.id}@{prompt.version}"
        wanted = schema or prompt.schema or {"type": "object", "properties": {}}
        model = self.gateway.profile.model
        rung: Rung = "none"
        try:
            rung = self.rung()
            if rung == "none":
                return Structured(None, "none", NOT_STRUCTURED, model=model, prompt=name)
            messages = _asking(prompt.render(values), wanted, rung)
            answer = self.gateway.complete(
                messages,
                schema=wanted if rung == "schema" else None,
                max_tokens=prompt.max_tokens,
                temperature=prompt.temperature,
                use=prompt.id,
            )
        except (ModelError, RefusedInputError) as error:
            if isinstance(error, ModelError) and error.code is ErrorCode.SCHEMA and rung != "none":
                self._down(rung)
            return Structured(None, rung, str(error), model=model, prompt=name)
        parsed = read(answer.text, wanted, rung)
        self._count(rung, parsed.data is not None)
        reason = "" if parsed.data is not None else UNREADABLE
        return Structured(
            parsed.data, rung, reason, parsed.repaired, answer.model, name, answer.seconds, answer.text
        )

    def _count(self, rung: Rung, read_well: bool) -> None:
        known = self.memory.get(self.key)
        if known is None or known.rung != rung:
            return
        if read_well:
            if known.misses:
                self._remember(replace(known, misses=0))
        elif known.misses + 1 >= _MISSES:
            self._down(rung)
        else:
            self._remember(replace(known, misses=known.misses + 1))

    def _down(self, rung: Rung) -> None:
        lower = RUNGS[min(RUNGS.index(rung) + 1, len(RUNGS) - 1)]
        self._remember(Standing(lower, self._today().isoformat()))

    def _remember(self, standing: Standing) -> None:
        self.memory.put(self.key, standing)


_FORM_FAULTS = {
    ErrorCode.SCHEMA,
    ErrorCode.BAD_REQUEST,
    ErrorCode.SERVER,
    ErrorCode.TRUNCATED,
    ErrorCode.EMPTY,
}
"""While probing, these may come from the form itself: the next form is tried."""


def _forms() -> tuple[Form, ...]:
    return ("schema", "json", "lines")


def _asking(messages: list[Message], schema: Mapping[str, Any], form: Form) -> list[Message]:
    """The messages with the form asked for at the end of the first one (the system part, when there is one)."""
    first, *rest = messages
    return [{"role": first["role"], "content": f"{first['content']}\n\n{instruction(schema, form)}"}, *rest]
