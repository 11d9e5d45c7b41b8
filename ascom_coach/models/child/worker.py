"""The child process that speaks to models: the only file that imports litellm.

Started by `process.py` as `python -m ascom_coach.models.child.worker`. It reads requests on standard input
and writes events on the real standard output (see `wire.py`); whatever a library prints goes to
standard error. It ends when its standard input closes, so that it never outlives the program.
"""

from __future__ import annotations

import asyncio
import gc
import ipaddress
import json
import os
import sys
import threading
from functools import partial
from typing import IO, Any

from ascom_coach.models.child.vectors import sent_tokens, vectors_arguments, vectors_of
from ascom_coach.models.child.warmth import rehearse
from ascom_coach.models.child.wire import (
    KEY_VARIABLE,
    LOCAL_VARIABLE,
    LOOPBACK_NAMES,
    QUIET_ENVIRONMENT,
    Request,
    VectorsRequest,
)
from ascom_coach.models.errors_map import ErrorCode, classify, retry_after


class _Wire:
    """Writes one JSON line per event on the protected output."""

    def __init__(self, out: IO[str]) -> None:
        self._out = out

    def send(self, **event: Any) -> None:
        try:
            self._out.write(json.dumps(event, ensure_ascii=False) + "\n")
            self._out.flush()
        except OSError:  # the program is gone
            os._exit(0)


def _protect_output() -> _Wire:
    """Keep the real standard output for events; send every other print to standard error."""
    out = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return _Wire(out)


def _prepare_environment() -> str:
    """Silence the libraries, keep loopback away from proxies, and take the key out of the environment."""
    os.environ.update(QUIET_ENVIRONMENT)
    for name in ("NO_PROXY", "no_proxy"):
        present = [part for part in os.environ.get(name, "").split(",") if part]
        os.environ[name] = ",".join([*present, *(n for n in LOOPBACK_NAMES if n not in present)])
    return os.environ.pop(KEY_VARIABLE, "")


class LeavesMachineError(OSError):
    """A library tried to reach another machine although the profile is local."""


def _stay_home() -> None:
    """From now on, any connection or look-up that leaves the machine raises `LeavesMachineError`."""

    def guard(event: str, arguments: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "socket.sendto"):
            address = arguments[1]
            host = address[0] if isinstance(address, tuple) else ""  # a path or a number is this machine
        elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
            host = arguments[0]
        else:
            return
        if not _at_home(host.decode("ascii", "replace") if isinstance(host, bytes) else host):
            raise LeavesMachineError("refused: this profile is local")

    sys.addaudithook(guard)


def _at_home(host: Any) -> bool:
    if not host or host == "localhost":
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse_redirections() -> None:
    """A server that answers « elsewhere » is not followed: what is sent goes to the address agreed on."""
    import httpx

    class Straight(httpx.AsyncClient):
        def __init__(self, **options: Any) -> None:
            super().__init__(**{**options, "follow_redirects": False})

    httpx.AsyncClient = Straight  # type: ignore[misc]


# litellm drops Ollama's thought tags and lets the thought itself through as words: they travel under another name.
_TAGS = (("<think>", "<\u2060think>"), ("</think>", "<\u2060/think>"))


class ServerSaidError(Exception):
    """An error that Ollama announced in place of words; litellm would take it for a malformed answer."""

    status_code = 500


def _keep_thought_tags() -> None:
    from litellm.llms.ollama.chat.transformation import OllamaChatCompletionResponseIterator as Reader

    parse = Reader.chunk_parser

    def kept(self: Any, chunk: Any) -> Any:
        message = chunk.get("message") if isinstance(chunk, dict) else None
        if isinstance(message, dict) and isinstance(message.get("content"), str):
            for tag, name in _TAGS:
                message["content"] = message["content"].replace(tag, name)
        elif isinstance(chunk, dict) and "error" in chunk:
            raise ServerSaidError(str(chunk["error"])[:500])
        return parse(self, chunk)

    Reader.chunk_parser = kept  # type: ignore[method-assign]


def _words(text: str) -> str:
    for tag, name in _TAGS:
        text = text.replace(name, tag)
    return text


def _load_litellm() -> Any:
    _refuse_redirections()
    import litellm

    _keep_thought_tags()
    litellm.telemetry = False
    litellm.suppress_debug_info = True
    # for vectors, litellm takes the 0 of a call as nothing said
    litellm.DEFAULT_MAX_RETRIES = 0  # type: ignore[attr-defined]
    litellm.disable_aiohttp_transport = True  # httpx tells a bad certificate from a cut connection
    return litellm


def _arguments(request: Request, key: str) -> dict[str, Any]:
    """What `litellm.acompletion` receives for one request."""
    import httpx

    model = request["model"]
    arguments: dict[str, Any] = {
        "model": model,
        "messages": request["messages"],
        "api_base": request["api_base"],
        "api_key": key or "sans-cle",
        "max_tokens": request["max_tokens"],
        "temperature": request["temperature"],
        "stream": request["stream"],
        "timeout": httpx.Timeout(request["total"], connect=request["connect"]),
        "max_retries": 0,
        "drop_params": True,
    }
    if request["schema"] is not None:
        arguments["response_format"] = {
            "type": "json_schema",
            "json_schema": {"name": "reponse", "schema": request["schema"], "strict": True},
        }
    if request["usage"]:
        arguments["stream_options"] = {"include_usage": True}
    if model.startswith(("ollama/", "ollama_chat/")):
        # Ollama cuts the prompt silently at its own default context; thinking aloud is never shown.
        os.environ["OLLAMA_API_BASE"] = (
            request["api_base"] or ""
        )  # litellm asks about the model at its own default
        arguments |= {"num_ctx": request["context"], "keep_alive": "30m", "think": False}
    return arguments


async def _answer(litellm: Any, request: Request, key: str, wire: _Wire) -> None:
    """Ask once, and tell what happens; exactly one `done` or `error` ends it."""
    number = request["id"]
    wire.send(id=number, event="started")
    finish, usage = "", None
    try:
        answer = await litellm.acompletion(**_arguments(request, key))
        if not request["stream"]:
            choice = answer.choices[0]
            wire.send(id=number, event="fragment", text=choice.message.content or "")
            finish = choice.finish_reason or ""
        else:
            try:
                async for chunk in answer:
                    usage = _usage(chunk) or usage
                    if not chunk.choices:
                        continue
                    choice = chunk.choices[0]
                    finish = choice.finish_reason or finish
                    text = choice.delta.content
                    wire.send(
                        id=number,
                        **({"event": "fragment", "text": _words(text)} if text else {"event": "alive"}),
                    )
            finally:
                await answer.aclose()
    except asyncio.CancelledError:
        wire.send(id=number, event="error", code=ErrorCode.CANCELLED)
    except Exception as error:  # noqa: BLE001 - litellm lets any class through
        wire.send(id=number, event="error", code=classify(error), retry_after=retry_after(error))
    else:
        wire.send(id=number, event="done", finish=finish, usage=usage)


async def _embed(litellm: Any, request: VectorsRequest, key: str, wire: _Wire) -> None:
    """The same for vectors: `vectors` then `done`, or `error`."""
    number = request["id"]
    wire.send(id=number, event="started")
    try:
        if request["model"].startswith("ollama/"):
            os.environ["OLLAMA_API_BASE"] = request["api_base"] or ""
        answer = await litellm.aembedding(**vectors_arguments(request, key))
        vectors = vectors_of(answer, len(request["embed"]))
    except asyncio.CancelledError:
        wire.send(id=number, event="error", code=ErrorCode.CANCELLED)
    except Exception as error:  # noqa: BLE001 - litellm lets any class through
        wire.send(id=number, event="error", code=classify(error), retry_after=retry_after(error))
    else:
        wire.send(id=number, event="vectors", vectors=vectors)
        wire.send(id=number, event="done", finish="", usage=sent_tokens(answer))


def _usage(chunk: Any) -> list[int] | None:
    """Tokens (sent, received) that a piece of answer gives account of."""
    usage = getattr(chunk, "usage", None)
    return [int(usage.prompt_tokens or 0), int(usage.completion_tokens or 0)] if usage else None


def _prices(litellm: Any, model: str) -> list[float] | None:
    """Dollars per million tokens (in, out) in litellm's own table; None when it does not know the model."""
    try:
        into, out = litellm.cost_per_token(model=model, prompt_tokens=1_000_000, completion_tokens=1_000_000)
    except Exception:  # noqa: BLE001 - litellm lets any class through
        return None
    return [float(into), float(out)] if into or out else None


def _forget(tasks: dict[int, asyncio.Task[None]], number: int, _: asyncio.Task[None]) -> None:
    tasks.pop(number, None)


async def _serve(wire: _Wire, key: str) -> None:
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        for line in sys.stdin.buffer:
            loop.call_soon_threadsafe(lines.put_nowait, line.decode("utf-8", "replace"))
        loop.call_soon_threadsafe(lines.put_nowait, None)
        # Should the loop be stuck, the process still ends with the program.
        threading.Timer(2, os._exit, (0,)).start()

    threading.Thread(target=read, daemon=True).start()
    gc.disable()  # a hundred thousand objects that all stay: walked again and again, they cost a second
    litellm = _load_litellm()
    await rehearse(litellm)
    gc.freeze()
    gc.enable()
    wire.send(event="ready")
    tasks: dict[int, asyncio.Task[None]] = {}
    while (line := await lines.get()) is not None:
        message = json.loads(line)
        if "cancel" in message:
            if task := tasks.get(message["cancel"]):
                task.cancel()
            continue
        if "price" in message:
            wire.send(id=message["id"], event="price", prices=_prices(litellm, message["price"]))
            continue
        serve: Any = _embed if "embed" in message else _answer
        task = asyncio.create_task(serve(litellm, message, key, wire))
        tasks[message["id"]] = task
        task.add_done_callback(partial(_forget, tasks, message["id"]))


def main() -> None:
    """Serve until standard input closes."""
    wire = _protect_output()
    key = _prepare_environment()
    if os.environ.pop(LOCAL_VARIABLE, ""):
        _stay_home()
    try:
        asyncio.run(_serve(wire, key))
    except ImportError:
        wire.send(event="error", code=ErrorCode.CHILD_MISSING)
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
