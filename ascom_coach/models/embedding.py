"""Texts to vectors with a configured model: the same child process, clocks and rules as every question to a model.

Building an `Embedder` costs nothing. Whether anything may leave at all is the caller's to ask first (`may_send`).
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ascom_coach.models.child.process import Child
from ascom_coach.models.errors_map import ErrorCode, ModelError
from ascom_coach.models.gateway.asking import Gateway
from ascom_coach.models.gateway.link import Clocks, Link
from ascom_coach.models.gateway.masking import Masker
from ascom_coach.models.gateway.meter import Call, Meter
from ascom_coach.models.gateway.patience import TRIES, Rest, pause
from ascom_coach.models.profile.keys import KeyStore
from ascom_coach.models.profile.vectors import EmbeddingProfile

PASSAGES_CLOCKS = Clocks(total=180.0)
"""For one batch of passages: a local server may load its model first."""
QUESTION_CLOCKS = Clocks(start=15.0, connect=2.0, total=6.0)
"""For a question: the person waits, and the built-in vectors are there."""
_USE = "vecteurs"


class Embedder:
    """The door to one embedding model. Usable from several threads.

    `folder` is the person's (kept key, account of calls). `beside` is the gateway of the model that speaks: its child
    is used when it may speak for this profile too.
    """

    def __init__(
        self,
        wanted: EmbeddingProfile,
        *,
        folder: Path | None = None,
        environ: Mapping[str, str] | None = None,
        beside: Gateway | None = None,
        link: Link | None = None,
        question_clocks: Clocks = QUESTION_CLOCKS,
        passages_clocks: Clocks = PASSAGES_CLOCKS,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        environ = os.environ if environ is None else environ
        self.wanted = wanted
        self.profile = wanted.profile
        link = link or _shared(beside, wanted, folder, environ)
        self._own = link is None
        self.link: Link = link or _own_child(wanted, folder, environ)
        self._meter = Meter(self.profile, self.link, folder)
        self._question_clocks = question_clocks
        self._passages_clocks = passages_clocks
        self._rest = Rest(now)
        self._now = now
        self._sleep = sleep
        self._running: set[int] = set()
        self._closed = False

    batch = 8
    """Passages to give at a time: some servers refuse more than 32."""

    @property
    def name(self) -> str:
        """The model, as a person knows it."""
        return self.profile.model

    @property
    def stamp(self) -> str:
        """Changes whenever the vectors of passages would."""
        return self.wanted.stamp

    def warm_up(self) -> None:
        """Start the child in the background and return at once (a failure shows at the first call)."""
        threading.Thread(target=self.link.start, daemon=True).start()

    def passages(self, texts: Sequence[str]) -> list[list[float]]:
        """A vector per passage, all of one length, finite and not zero. Raises `ModelError`."""
        return self._guarded([self.wanted.passage(one) for one in texts], self._passages_clocks, TRIES)

    def question(self, text: str) -> list[float]:
        """The vector of a question, asked once. Raises `ModelError`, at once while the server is left to rest."""
        return self._guarded([self.wanted.question(text)], self._question_clocks, 1)[0]

    def payload(self, text: str) -> dict[str, Any]:
        """What would be handed over for sending for a question, identifiers masked; nothing is sent."""
        return self._request([self.wanted.question(text)], self._question_clocks)

    def cancel(self) -> None:
        """Drop every request under way; those who wait get a `ModelError` of code `cancelled`."""
        for number in list(self._running):
            self.link.cancel(number)

    def close(self) -> None:
        """Stop what is under way, and the child unless it also serves another model. Nothing is asked any more."""
        self._closed = True
        self.cancel()
        if self._own:
            self.link.close()

    def _guarded(self, texts: list[str], clocks: Clocks, tries: int) -> list[list[float]]:
        if self._closed:
            raise ModelError(ErrorCode.CANCELLED)
        self._rest.check()
        try:
            vectors = self._tries(texts, clocks, tries)
        except ModelError as error:
            self._rest.failed(error.code)
            raise
        self._rest.worked()
        return vectors

    def _tries(self, texts: list[str], clocks: Clocks, tries: int) -> list[list[float]]:
        if not self.link.start() or not self.link.wait_ready(clocks.start):
            raise ModelError(ErrorCode.CHILD_MISSING)
        request = self._request(texts, clocks)
        account = {"messages": [{"content": one} for one in request["embed"]], "max_tokens": 0}
        call = self._meter.call(account, _USE)
        deadline = self._now() + clocks.total
        attempt = 1
        while True:
            call.check()
            try:
                return self._once(request, call, deadline)
            except ModelError as error:
                wait = pause(error, attempt, tries)
                if wait is None or self._now() + wait >= deadline:
                    raise
                self._sleep(wait)
                attempt += 1

    def _request(self, texts: list[str], clocks: Clocks) -> dict[str, Any]:
        if self.profile.mask and not self.profile.local:
            masker = Masker(texts)
            texts = [masker.mask(one) for one in texts]
        return {
            "embed": texts,
            "model": self.profile.model,
            "api_base": self.profile.address,
            "connect": clocks.connect,
            "total": clocks.total,
        }

    def _once(self, request: Mapping[str, Any], call: Call, deadline: float) -> list[list[float]]:
        number = self.link.ask(request)
        self._running.add(number)
        finished = False
        vectors: list[list[float]] = []
        try:
            while True:
                event = self.link.receive(number, deadline - self._now())
                if event is None or self._now() >= deadline:
                    raise ModelError(ErrorCode.TOTAL_TIMEOUT)
                if event["event"] == "error":
                    finished = True
                    raise ModelError(ErrorCode(event["code"]), wait=event.get("retry_after"))
                if event["event"] == "vectors":
                    vectors = event["vectors"]
                elif event["event"] == "done":
                    finished = True
                    counted = event.get("usage")
                    call.count("", (int(counted[0]), int(counted[1])) if counted else None)
                    return vectors
        finally:
            self._running.discard(number)
            if not finished:
                self.link.cancel(number)
            self.link.forget(number)


def _own_child(wanted: EmbeddingProfile, folder: Path | None, environ: Mapping[str, str]) -> Child:
    key = KeyStore(folder).find(wanted.profile, environ).value
    others = {name: value for name, value in environ.items() if name != wanted.profile.key_env}
    return Child(others, key, local=wanted.profile.local)


def _shared(
    beside: Gateway | None, wanted: EmbeddingProfile, folder: Path | None, environ: Mapping[str, str]
) -> Link | None:
    """The child of the model that speaks, when both stay here or speak to the same party, with the same key."""
    if beside is None:
        return None
    one, other = beside.profile, wanted.profile
    if one.local != other.local or not (one.local or one.party == other.party):
        return None
    keys = KeyStore(folder)
    return beside.link if keys.find(one, environ).value == keys.find(other, environ).value else None
