"""A model server of our own on loopback: speaks three wire formats and fails on request (see `faults.py`).

The behaviour is named in the model's name. Formats: OpenAI (`/v1/chat/completions`, `/v1/models`), Mistral (the same
under `/mistral/v1`, with its own errors and its strictness about unknown fields) and Ollama (`/api/chat`, `/api/tags`).
Vectors: `/v1/embeddings` and `/api/embed` (see `vector_faults.py`); a model's name `ok`, `size_N`, `shuffled`, or
`later_N_FAULT` (good for N requests, then a fault). Each request is kept.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .faults import ANSWERS, GOOD, ODD_BUT_GOOD, REFUSALS, STREAMS, WHOLES, Step
from .vector_faults import BAD_VECTORS, BAD_WAYS, SIZE, good

__all__ = ["GOOD", "FaultServer"]

_MISTRAL_FIELDS = {
    "model", "messages", "temperature", "top_p", "max_tokens", "stream", "stop", "random_seed", "response_format",
    "tools", "tool_choice", "presence_penalty", "frequency_penalty", "n", "prediction", "parallel_tool_calls",
    "prompt_mode", "safe_prompt", "metadata", "input", "encoding_format", "output_dimension", "output_dtype",
}  # fmt: skip


class FaultServer:
    """Use as a context manager; `address` is its root URL, `requests` what it received."""

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.lock = threading.Lock()
        self.release = threading.Event()
        owner = self

        class Handler(_Handler):
            server_owner = owner

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: object) -> None:
                """A client that hangs up is what the tests want."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"

    def base(self, provider: str) -> str:
        """The address to give for a provider of litellm."""
        return self.address + {"openai": "/v1", "mistral": "/mistral/v1"}.get(provider, "")

    def hits(self, model: str) -> int:
        return sum(one["model"] == model and one["path"] != "/api/show" for one in self.requests)

    def __enter__(self) -> FaultServer:
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.release.set()
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server_owner: FaultServer

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        names = ["ok", "json"]
        if self.path.endswith("/api/tags"):
            models: list[dict[str, Any]] = [{"name": name, "model": name} for name in names]
            far = {"name": "copie", "model": "copie", "remote_host": "https://ollama.com:443"}
            self._json(200, {"models": [*models, far]})
        elif self.path.endswith("/models"):
            if "refusee" in self.headers.get("Authorization", ""):
                self._json(401, {"error": {"message": "bad key"}})
            else:
                self._json(200, {"data": [{"id": name} for name in names]})
        else:
            self._json(404, {"error": {"message": "not here"}})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        owner, fault = self.server_owner, str(body.get("model") or body.get("name"))
        with owner.lock:
            kept = {"model": fault, "path": self.path, "authorization": self.headers.get("Authorization", "")}
            owner.requests.append(body | kept | {"headers": dict(self.headers)})
            hits = owner.hits(fault)
        self.ollama = self.path.startswith("/api/")
        self.mistral = self.path.startswith("/mistral/")
        if self.path == "/api/show":
            self._json(200, {"template": "", "model_info": {}})
        elif self.mistral and (odd := set(body) - _MISTRAL_FIELDS):
            detail = [
                {"type": "extra_forbidden", "loc": ["body", name], "msg": "Extra inputs are not permitted"}
                for name in sorted(odd)
            ]
            self._json(422, {"detail": detail})
        elif self.path.endswith(("/embed", "/embeddings")):
            self._vectors(fault, hits, body)
        elif fault.startswith("flaky_") and hits == 1:
            self._refuse(fault.removeprefix("flaky_"))
        elif fault in REFUSALS:
            self._refuse(fault)
        elif fault in WHOLES:
            data, kind, _ = WHOLES[fault]
            self._bytes(200, data, kind)
        else:
            self._answer(fault.partition("_then_")[2] or fault, body)

    def _vectors(self, fault: str, hits: int, body: dict[str, Any]) -> None:
        if fault.startswith("later_"):
            _, after, fault = fault.split("_", 2)
            fault = fault if hits > int(after) else "ok"
        if fault.startswith("flaky_"):
            fault = fault.removeprefix("flaky_") if hits == 1 else "ok"
        if fault in REFUSALS:
            return self._refuse(fault)
        if fault in BAD_WAYS:
            return self._no_vectors(BAD_WAYS[fault][0])
        texts = body["input"]
        size = int(fault.removeprefix("size_")) if fault.startswith("size_") else SIZE
        vectors = BAD_VECTORS[fault](texts) if fault in BAD_VECTORS else good(texts, size)
        return self._json(200, self._vectors_body(vectors, turned=fault == "shuffled"))

    def _vectors_body(self, vectors: list[Any], *, turned: bool = False) -> dict[str, Any]:
        if self.ollama:
            return {"model": "m", "embeddings": vectors, "prompt_eval_count": 9}
        data = [{"object": "embedding", "index": i, "embedding": one} for i, one in enumerate(vectors)]
        usage = {"prompt_tokens": 9, "total_tokens": 9}
        return {"object": "list", "model": "m", "data": data[::-1] if turned else data, "usage": usage}

    def _no_vectors(self, way: str) -> None:
        if way == "hang":
            self._before_headers("hang_first")
        elif way == "reset":
            self._before_headers("reset_first")
        elif way == "half":
            self.close_connection = True
            self.wfile.write(
                b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"da'
            )
        elif way == "page":
            self._bytes(200, b"<!DOCTYPE html><html>login</html>", "text/html")
        elif way == "empty":
            self._bytes(200, b"", "application/json")
        else:
            self._json(200, {"answer": 42})

    def _json(self, status: int, data: Any, **headers: str) -> None:
        self._bytes(status, json.dumps(data).encode(), "application/json", **headers)

    def _bytes(self, status: int, data: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def _refuse(self, fault: str) -> None:
        status, text, _ = REFUSALS[fault]
        if status == 307:
            elsewhere = self.server_owner.address + self.path.replace("chat", "ailleurs/chat")
            return self._bytes(status, b"", "text/plain", Location=elsewhere)
        if text is None:
            text = f"failure with {self.headers.get('Authorization', 'no key')}"
        text = text.replace("{key}", self.headers.get("Authorization", "").removeprefix("Bearer "))
        if not text or text.startswith("<html"):
            return self._bytes(status, text.encode(), "text/html")
        wait = {"s429": "0", "s429_long": "40", "s429_date": "Wed, 21 Oct 2037 07:28:00 GMT"}.get(fault)
        return self._json(status, self._error(text, fault), **({"Retry_After": wait} if wait else {}))

    def _error(self, text: str, code: str) -> dict[str, Any]:
        if self.ollama:
            return {"error": text}
        if self.mistral:
            return {"object": "error", "message": text, "type": "x", "param": None, "code": code}
        return {"error": {"message": text, "type": "x", "code": code}}

    def _answer(self, fault: str, body: dict[str, Any]) -> None:
        steps = STREAMS[fault][0] if fault in STREAMS else self._spoken(fault, body)
        if steps[0][0] in ("reset_first", "banner", "hang_first", "slow_headers", "gzip_lie"):
            return self._before_headers(steps[0][0])
        self.odd = fault if fault in ODD_BUT_GOOD else ""
        kind = "application/x-ndjson" if self.ollama else "text/event-stream"
        self.send_response(200)
        self.send_header("Content-Type", "text/plain" if self.odd == "plain_type" else kind)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        if self.odd == "late_start" and not self.ollama:
            self._event({"choices": []})
        for step in steps:
            self._play(step)
        return None

    def _spoken(self, fault: str, body: dict[str, Any]) -> tuple[Step, ...]:
        text = body["messages"][-1]["content"] if fault == "echo_user" else ANSWERS.get(fault, GOOD)
        pieces = [text[i : i + 9] for i in range(0, len(text), 9)]
        if fault == "think_tokens":
            pieces = ["<think>", "Le stagiaire", " veut la date.", "</think>", *pieces]
        return (*(("say", piece) for piece in pieces), ("finish", "stop"))

    def _before_headers(self, what: str) -> None:
        self.close_connection = True
        if what == "reset_first":
            self._reset()
        elif what == "banner":
            self.wfile.write(b"SSH-2.0-OpenSSH_9.6\r\n")
        elif what == "hang_first":
            self.server_owner.release.wait(20)
        elif what == "gzip_lie":
            data = b'{"choices": []}\n'
            head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(data)}\r\n\r\n"
            self.wfile.write(head.encode() + data)
        else:
            for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 400:
                self.wfile.write(bytes([byte]))
                if self.server_owner.release.wait(0.02):
                    return

    def _play(self, step: Step) -> None:
        kind, text = step
        released = self.server_owner.release
        if kind == "say":
            self._piece(text)
        elif kind == "finish":
            self._last(text)
        elif kind == "raw":
            self._chunk(text.encode() + b"\n" if self.ollama else b"data: " + text.encode() + b"\n\n")
        elif kind == "bytes":
            self._chunk(b"\xff\xfe\xc3\n" if self.ollama else b"data: \xff\xfe\xc3\n\n")
        elif kind == "half_event":
            self._chunk(b'{"model": "m", "mess' if self.ollama else b'data: {"id": "1", "cho')
        elif kind == "half_chunk":
            self.wfile.write(b"ff\r\ndata: {")
            self.wfile.flush()
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
        elif kind == "error":
            self._event(self._error(text, "500"))
        elif kind == "tool":
            self._message({"content": "" if self.ollama else None, "tool_calls": self._tools()})
        elif kind == "end":
            self.wfile.write(b"0\r\n\r\n")
            self.close_connection = True
        elif kind == "reset":
            self._reset()
        elif kind == "hang":
            released.wait(20)
        else:
            self._for_ever(kind)

    def _for_ever(self, kind: str) -> None:
        pause = 0.0005 if kind == "flood" else 0.05
        rank = 0
        while not self.server_owner.release.wait(pause):
            rank += 1
            if kind == "keepalive":
                self._chunk(b"\n" if self.ollama else b": ping\n\n")
            elif kind == "thinking":
                name = "thinking" if self.ollama else "reasoning_content"
                self._message({"content": "", name: f"voyons {rank} "})
            else:
                self._piece(f"la {rank} " if kind == "drip" else f"et la {rank} puis encore la suite " * 10)

    def _tools(self) -> list[dict[str, Any]]:
        arguments: Any = {} if self.ollama else "{}"
        call: dict[str, Any] = {"function": {"name": "chercher", "arguments": arguments}}
        return [call if self.ollama else {"index": 0, "id": "a1b2c3d4e", "type": "function", **call}]

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _event(self, data: dict[str, Any]) -> None:
        if getattr(self, "odd", "") == "extra_fields":
            data = {**data, "timings": {"n": 1}, "nouveau": None}
        line = json.dumps(data, ensure_ascii=False).encode()
        odd = getattr(self, "odd", "")
        if self.ollama:
            sent = line + (b"\r\n" if odd == "crlf" else b"\n")
        else:
            mark, end = (
                b"data:" if odd == "no_space" else b"data: ",
                b"\r\n\r\n" if odd == "crlf" else b"\n\n",
            )
            sent = (b": ping\n\n" if odd == "comments" else b"") + mark + line + end
        if odd == "split_letters":
            middle = next((i + 1 for i, byte in enumerate(sent) if byte > 127), len(sent) // 2)
            self._chunk(sent[:middle])
            sent = sent[middle:]
        self._chunk(sent)

    def _piece(self, text: str) -> None:
        self._message({"role": "assistant", "content": text})

    def _message(self, message: dict[str, Any]) -> None:
        if self.ollama:
            self._event({"model": "m", "message": {"role": "assistant", **message}, "done": False})
        else:
            self._event(self._completion({"index": 0, "delta": message, "finish_reason": None}))

    @staticmethod
    def _completion(choice: dict[str, Any]) -> dict[str, Any]:
        return {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}

    def _last(self, finish: str) -> None:
        counted = self.odd != "no_usage"
        if self.ollama:
            tokens = {"prompt_eval_count": 120, "eval_count": 30} if counted else {}
            message = {"role": "assistant", "content": ""}
            self._event({"model": "m", "message": message, "done": True, "done_reason": finish, **tokens})
        else:
            usage = {"prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150}
            last = self._completion({"index": 0, "delta": {}, "finish_reason": finish})
            self._event({**last, "usage": usage} if counted else last)
            self._chunk(b"data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()
