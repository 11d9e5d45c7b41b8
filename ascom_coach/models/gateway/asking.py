"""Ask a configured model: clocks, retries, rest after failures. The rules only; `child.process` does the work.

One `Gateway` serves one profile. Building it costs nothing; `warm_up` starts the child in the background.
"""

from __future__ import annotations

import math
import os
import threading
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ascom_coach.models.child.process import Child
from ascom_coach.models.child.wire import Message
from ascom_coach.models.errors_map import ErrorCode, ModelError
from ascom_coach.models.gateway.costs import Usage
from ascom_coach.models.gateway.incoming import read_object
from ascom_coach.models.gateway.link import HOSTED_CLOCKS, LOCAL_CLOCKS, Clocks, Link
from ascom_coach.models.gateway.masking import Masker
from ascom_coach.models.gateway.meter import Meter
from ascom_coach.models.gateway.patience import TRIES, Rest, pause
from ascom_coach.models.gateway.receiving import Answer
from ascom_coach.models.profile.keys import KeyStore
from ascom_coach.models.profile.profiles import ModelProfile


@dataclass(frozen=True)
class Completion:
    """A whole answer. `data` is the object read from it when a schema was asked for and respected.

    `first_word` and `seconds` are durations since the request left, `tries` how many requests it took, `usage` the
    tokens of a hosted model's answer (None for a local one).
    """

    text: str
    data: dict[str, Any] | None
    model: str
    first_word: float
    seconds: float
    tries: int
    usage: Usage | None = None


_GLANCE = 0.05  # seconds between two looks at whether a wait was given up


class Gateway:
    """The door to one model. Usable from several threads.

    `folder` is the person's: the key kept there is used, and a hosted model's calls are counted there, under the
    ceiling of the profile. Whether anything may leave at all is the caller's to ask first (`may_send`).
    `link` is the way to its child.
    """

    def __init__(
        self,
        profile: ModelProfile,
        *,
        folder: Path | None = None,
        environ: Mapping[str, str] | None = None,
        clocks: Clocks | None = None,
        link: Link | None = None,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        environ = os.environ if environ is None else environ
        self.profile = profile
        self._clocks = clocks or (LOCAL_CLOCKS if profile.local else HOSTED_CLOCKS)
        key = KeyStore(folder).find(profile, environ).value
        others = {name: value for name, value in environ.items() if name != profile.key_env}
        self.link: Link = link or Child(others, key, local=profile.local)
        self._meter = Meter(profile, self.link, folder)
        self._now = now
        self._sleep = sleep
        self._rest = Rest(now)
        self._running: set[int] = set()
        self._dropped = threading.Event()

    def warm_up(self) -> None:
        """Start the child in the background and return at once (a failure shows at the first call)."""
        threading.Thread(target=self.link.start, daemon=True).start()

    def cancel(self) -> None:
        """Drop all that is under way, waits included; those who wait get a `ModelError` of code `cancelled`."""
        dropped, self._dropped = self._dropped, threading.Event()
        dropped.set()
        for number in list(self._running):
            self.link.cancel(number)

    def close(self) -> None:
        """Stop the child. A later call would start it again."""
        self.link.close()

    def prices(self) -> tuple[float, float] | None:
        """Dollars per million tokens (in, out), None when unknown; may start the child, raises `ModelError`."""
        self._ready(self._dropped)
        return self._meter.prices()

    def payload(
        self,
        messages: Sequence[Message],
        *,
        schema: Mapping[str, Any] | None = None,
        max_tokens: int = 400,
        temperature: float = 0.3,
    ) -> dict[str, Any]:
        """What `complete` would hand over for sending, identifiers masked; nothing is sent and nothing started."""
        return self._request(messages, schema, max_tokens, temperature)[0]

    def _ready(self, dropped: threading.Event) -> None:
        if self.link.start():
            for _ in range(math.ceil(self._clocks.start / _GLANCE)):
                if self.link.wait_ready(_GLANCE):
                    return
                if dropped.is_set():
                    raise ModelError(ErrorCode.CANCELLED)
        raise ModelError(ErrorCode.CHILD_MISSING)

    def __enter__(self) -> Gateway:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def complete(
        self,
        messages: Sequence[Message],
        *,
        schema: Mapping[str, Any] | None = None,
        max_tokens: int = 400,
        temperature: float = 0.3,
        use: str = "",
    ) -> Completion:
        """The whole answer to `messages`; raises `ModelError` (code and French sentence).

        `use` names what it is for, in the account of calls. `schema` (JSON schema of an object) is sent to the
        server; `Completion.data` is None when the answer does not fit it, which is no error here.
        """
        pieces = self.stream(messages, schema=schema, max_tokens=max_tokens, temperature=temperature, use=use)
        while True:
            try:
                next(pieces)
            except StopIteration as end:
                done: Completion = end.value
                return done

    def stream(
        self,
        messages: Sequence[Message],
        *,
        schema: Mapping[str, Any] | None = None,
        max_tokens: int = 400,
        temperature: float = 0.3,
        use: str = "",
    ) -> Generator[str, None, Completion]:
        """The answer piece by piece; the generator's return value is the `Completion`.

        Closing the generator cancels the request. Raises `ModelError`; its `partial` is what came before.
        """
        self._rest.check()
        try:
            done = yield from self._tries(messages, schema, max_tokens, temperature, use)
        except ModelError as error:
            self._rest.failed(error.code)
            raise
        self._rest.worked()
        return done

    def _tries(
        self,
        messages: Sequence[Message],
        schema: Mapping[str, Any] | None,
        max_tokens: int,
        temperature: float,
        use: str,
    ) -> Generator[str, None, Completion]:
        dropped = self._dropped
        self._ready(dropped)
        request, masker = self._request(messages, schema, max_tokens, temperature)
        call = self._meter.call(request, use)
        began = self._now()
        for attempt in range(1, TRIES + 1):
            answer = Answer(masker)
            call.check()
            try:
                try:
                    yield from self._once(request, answer, began + self._clocks.total, dropped)
                finally:
                    if answer.first_word is not None or answer.usage:
                        call.count(answer.incoming.text, answer.usage)
            except ModelError as error:
                wait = pause(error, attempt)
                if wait is None or self._now() + wait >= began + self._clocks.total:
                    raise
                (self._sleep or dropped.wait)(wait)
                continue
            text = answer.incoming.text.strip()
            data = read_object(text, schema) if schema is not None else None
            first = (answer.first_word or self._now()) - began
            return Completion(text, data, self.profile.model, first, self._now() - began, attempt, call.usage)
        raise AssertionError("the last try returns or raises")

    def _request(
        self,
        messages: Sequence[Message],
        schema: Mapping[str, Any] | None,
        max_tokens: int,
        temperature: float,
    ) -> tuple[dict[str, Any], Masker | None]:
        masker = None
        if self.profile.mask and not self.profile.local:
            masker = Masker(message["content"] for message in messages)
            messages = [{**message, "content": masker.mask(message["content"])} for message in messages]
        return {
            "messages": list(messages),
            "model": self.profile.model,
            "api_base": self.profile.address,
            "schema": schema,
            "max_tokens": max_tokens,
            "temperature": temperature,
            "context": self.profile.context,
            "connect": self._clocks.connect,
            "total": self._clocks.total,
            "stream": True,
            "usage": not self.profile.local,
        }, masker

    def _once(
        self, request: Mapping[str, Any], answer: Answer, deadline: float, dropped: threading.Event
    ) -> Generator[str, None, None]:
        """One request, one answer; raises `ModelError` with what was received so far."""
        number = self.link.ask(request)
        self._running.add(number)
        finished = False
        try:
            last = self._now()
            if dropped.is_set():
                raise ModelError(ErrorCode.CANCELLED)
            while True:
                limit, late = (
                    (self._clocks.silence, ErrorCode.SILENCE)
                    if answer.first_word is not None
                    else (self._clocks.first_word, ErrorCode.FIRST_WORD_TIMEOUT)
                )
                if deadline < last + limit:
                    limit, late = deadline - last, ErrorCode.TOTAL_TIMEOUT
                event = self.link.receive(number, last + limit - self._now())
                kind = event["event"] if event else "late"
                if event is None or self._now() >= deadline:
                    raise ModelError(late, partial=answer.incoming.text)
                if kind == "error":
                    finished = True
                    raise ModelError(
                        ErrorCode(event["code"]), partial=answer.incoming.text, wait=event.get("retry_after")
                    )
                if kind == "done":
                    finished = True
                    if counted := event.get("usage"):
                        answer.usage = (int(counted[0]), int(counted[1]))
                    if rest := answer.end(event.get("finish", "")):
                        yield rest
                    return
                if kind == "fragment":
                    answer.first_word = answer.first_word or self._now()
                    last = self._now()
                    if shown := answer.add(event["text"]):
                        yield shown
                elif answer.first_word is not None:
                    last = self._now()
        finally:
            self._running.discard(number)
            if not finished:
                self.link.cancel(number)
            self.link.forget(number)
