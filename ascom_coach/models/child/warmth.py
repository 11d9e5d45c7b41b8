"""The child's rehearsal before its first question: one answer played from memory, so that what litellm and its client
load late (and their certificates) is there. Nothing is opened and nobody is asked. It does not import litellm.
"""

from __future__ import annotations

import contextlib
import json
from typing import Any

_PIECES: tuple[tuple[dict[str, str], str | None], ...] = (
    ({"content": "a"}, None),
    ({"content": "b"}, None),
    ({}, "stop"),
)


def _played() -> bytes:
    """An answer in three pieces, as a server would stream it."""
    whole = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    events = [
        {**whole, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]}
        for delta, finish in _PIECES
    ]
    return "".join(f"data: {json.dumps(one)}\n\n" for one in events).encode() + b"data: [DONE]\n\n"


async def rehearse(litellm: Any) -> None:
    """Play one streamed answer through litellm. Whatever goes wrong, the first real question will tell it."""
    import httpx
    import openai

    def reply(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, content=_played())

    with contextlib.suppress(Exception):
        line: Any = httpx.AsyncClient(transport=httpx.MockTransport(reply), trust_env=False)
        async with line:
            answer = await litellm.acompletion(
                model="openai/m",
                messages=[{"role": "system", "content": "a"}, {"role": "user", "content": "b"}],
                api_key="sans-cle",
                max_tokens=1,
                temperature=0.0,
                stream=True,
                timeout=httpx.Timeout(5.0),
                max_retries=0,
                drop_params=True,
                client=openai.AsyncOpenAI(
                    api_key="sans-cle", base_url="http://127.0.0.1/v1", http_client=line
                ),
            )
            async for _ in answer:
                pass
