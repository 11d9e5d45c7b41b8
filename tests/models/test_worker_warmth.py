"""The child's rehearsal: played from memory to the end, nothing opened, no failure let through."""

from __future__ import annotations

import socket
from types import SimpleNamespace
from typing import Any

import pytest

from ascom_coach.models.child.warmth import rehearse


@pytest.fixture(autouse=True)
def _nothing_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setenv("HTTP_PROXY", "http://mandataire.example:3128")


async def test_an_answer_is_played_to_its_end_without_a_connection() -> None:
    heard = []

    async def acompletion(**given: Any) -> Any:
        async def pieces() -> Any:
            stream = await given["client"].chat.completions.create(
                model="m", messages=given["messages"], stream=True
            )
            async for chunk in stream:
                heard.append(chunk.choices[0].delta.content or chunk.choices[0].finish_reason)
                yield chunk

        return pieces()

    await rehearse(SimpleNamespace(acompletion=acompletion))
    assert heard == ["a", "b", "stop"]


async def test_a_rehearsal_that_fails_is_no_failure() -> None:
    async def acompletion(**_: Any) -> Any:
        raise RuntimeError

    await rehearse(SimpleNamespace(acompletion=acompletion))
