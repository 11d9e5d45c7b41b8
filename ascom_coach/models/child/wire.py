"""What the program and its child process say to each other: JSON lines, one message a line.

To the child: `{"id", "messages", "model", ...}` (see `Request`), `{"id", "embed": texts, ...}` (`VectorsRequest`),
`{"id", "price": model}` or `{"cancel": id}`.
From the child: `{"event": "ready"}` once, then for each request `started`, `alive` (a thinking model
at work), `fragment` (with `text`) or `vectors` (with `vectors`, one list of numbers per text), and one of `done` (with
`finish`, and `usage` as `[sent, received]` tokens when asked for) or `error` (with `code`, `retry_after`); for a price,
`price` with `prices`, dollars per million tokens `[in, out]` or null. No message of the child carries a provider's
text or the key.
"""

from __future__ import annotations

from typing import Any, TypedDict

KEY_VARIABLE = "ASCOM_WORKER_KEY"
LOCAL_VARIABLE = "ASCOM_WORKER_LOCAL"  # set when no connection may leave the machine

# litellm would otherwise fetch a price list, load a stray `.env` and speak on the terminal.
QUIET_ENVIRONMENT = {
    "LITELLM_LOCAL_MODEL_COST_MAP": "True",
    "LITELLM_OFFLINE_MODE": "true",
    "LITELLM_MODE": "PRODUCTION",
    "LITELLM_LOG": "ERROR",
    "LITELLM_TELEMETRY": "False",
    "DO_NOT_TRACK": "1",
    "HF_HUB_OFFLINE": "1",
    "PYTHONIOENCODING": "utf-8",
    "PYTHONUTF8": "1",
}

LOOPBACK_NAMES = ("127.0.0.1", "localhost", "::1")


class Message(TypedDict):
    """One message of a conversation: `role` is `system`, `user` or `assistant`."""

    role: str
    content: str


class Request(TypedDict):
    """One question to a model. Durations in seconds, `context` and `max_tokens` in tokens."""

    id: int
    messages: list[Message]
    model: str
    api_base: str | None
    schema: dict[str, Any] | None
    max_tokens: int
    temperature: float
    context: int
    connect: float
    total: float
    stream: bool
    usage: bool


class VectorsRequest(TypedDict):
    """Texts to turn into vectors. Durations in seconds."""

    id: int
    embed: list[str]
    model: str
    api_base: str | None
    connect: float
    total: float
