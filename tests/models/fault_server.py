"""A model server of our own on loopback: speaks two wire formats and fails on request.

The behaviour is named in the model's name (`openai/ok`, `ollama_chat/cut`). Formats: OpenAI
(`/v1/chat/completions`, `/v1/models`) and Ollama (`/api/chat`, `/api/tags`). Each request is kept.
"""

from __future__ import annotations

import json
import socket
import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

GOOD = "Bien sûr. La livraison est prévue le 14 mars à 9 h 30."
ANSWERS = {
    "ok": GOOD,
    "json": json.dumps({"replique": GOOD}, ensure_ascii=False),
    "fenced": "```json\n" + json.dumps({"replique": GOOD}, ensure_ascii=False) + "\n```",
    "bad_json": '{"replique": "Bien sûr, la livr',
    "think": "<think>Le stagiaire veut la date.</think>" + GOOD,
    "calm": "D’accord, c’est entendu.",
    "english": "Of course, the delivery is planned for 14 March at 9:30, and you will have it with the invoice.",
    "invented": "La livraison est prévue le 14 mars à 9 h 30, pour 480 euros.",
    "letter": "Objet : livraison\n\nMadame,\n\nLa livraison est prévue le 14 mars à 9 h 30.\n\nCordialement",
    "tutoiement": "Tu auras la livraison le 14 mars à 9 h 30.",
    "echo_user": "",
    "blank": "   ",
    "page_text": "<!DOCTYPE html><html><body>Connectez-vous au réseau</body></html>",
    "filtered": "Bien",
    "length": "La livraison est",
}
STATUS = {
    "s400": 400, "s401": 401, "s402": 402, "s403": 403, "s404": 404, "s413": 413, "s422": 422, "s429": 429,
    "s429_long": 429, "s500": 500, "s502": 502, "s503": 503, "s529": 529, "quota": 429, "context": 400, "policy": 400,
    "schema": 400,
}  # fmt: skip
TEXTS = {
    "quota": "You exceeded your current quota",
    "context": "This model's maximum context length is 4096 tokens",
    "policy": "blocked by the content filter policy",
    "schema": "response_format json_schema is not supported",
    "s404": "The model `s404` does not exist",
    "s413": "Request too large",
}


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
            self._json(200, {"models": [{"name": name, "model": name} for name in names]})
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
            owner.requests.append(
                body
                | {"model": fault, "path": self.path, "authorization": self.headers.get("Authorization", "")}
            )
            hits = owner.hits(fault)
        self.ollama = self.path.endswith("/api/chat")
        if self.path == "/api/show":
            self._json(200, {"template": "", "model_info": {}})
        elif fault.startswith("flaky_") and hits == 1:
            self._fail(STATUS[fault.removeprefix("flaky_")], fault.removeprefix("flaky_"))
        elif fault in STATUS:
            self._fail(STATUS[fault], fault)
        else:
            self._speak(fault.partition("_then_")[2] or fault, body)

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

    def _fail(self, status: int, fault: str) -> None:
        text = TEXTS.get(fault, f"failure with {self.headers.get('Authorization', 'no key')}")
        error = {"error": text} if self.ollama else {"error": {"message": text, "type": "x", "code": fault}}
        wait = {"s429": "0", "s429_long": "40"}.get(fault)
        self._json(status, error, **({"Retry_After": wait} if wait else {}))

    def _speak(self, fault: str, body: dict[str, Any]) -> None:
        if fault == "page":
            return self._bytes(200, b"<!DOCTYPE html><html>login</html>", "text/html")
        if fault == "empty_body":
            return self._bytes(200, b"", "application/json")
        if fault == "closed":
            return self._reset()
        text = ANSWERS.get(fault, GOOD)
        if fault == "echo_user":
            text = body["messages"][-1]["content"]
        pieces = [text[i : i + 9] for i in range(0, len(text), 9)]
        self.send_response(200)
        self.send_header("Content-Type", "application/x-ndjson" if self.ollama else "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        if fault == "silence":
            return self._hang()
        if fault == "drip":
            while not self.server_owner.release.wait(0.05):
                self._piece("la ")
            return None
        for rank, piece in enumerate(pieces):
            if fault in ("cut", "stall", "fin", "bad_event") and rank == 2:
                return {"cut": self._reset, "stall": self._hang, "fin": self._fin, "bad_event": self._bad}[
                    fault
                ]()
            self._piece(piece)
        finish = {"filtered": "content_filter", "length": "length"}.get(fault, "stop")
        self._last(finish)
        return None

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def _event(self, data: dict[str, Any]) -> None:
        line = json.dumps(data, ensure_ascii=False).encode()
        self._chunk(line + b"\n" if self.ollama else b"data: " + line + b"\n\n")

    def _piece(self, text: str) -> None:
        if self.ollama:
            self._event({"model": "m", "message": {"role": "assistant", "content": text}, "done": False})
        else:
            choice = {"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}
            self._event(
                {
                    "id": "1",
                    "object": "chat.completion.chunk",
                    "created": 1,
                    "model": "m",
                    "choices": [choice],
                }
            )

    def _last(self, finish: str) -> None:
        if self.ollama:
            message = {"role": "assistant", "content": ""}
            self._event({"model": "m", "message": message, "done": True, "done_reason": finish})
        else:
            choice = {"index": 0, "delta": {}, "finish_reason": finish}
            self._event(
                {
                    "id": "1",
                    "object": "chat.completion.chunk",
                    "created": 1,
                    "model": "m",
                    "choices": [choice],
                }
            )
            self._chunk(b"data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def _hang(self) -> None:
        self.server_owner.release.wait(20)

    def _reset(self) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def _fin(self) -> None:
        self.wfile.write(b"0\r\n\r\n")
        self.close_connection = True

    def _bad(self) -> None:
        self._chunk(b"data: {not json\n\n" if not self.ollama else b"{not json\n")
        self._fin()
