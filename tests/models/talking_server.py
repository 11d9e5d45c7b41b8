"""A model on loopback that says what a test tells it to.

`say(body)` is the answer, or a status and its text, or pieces sent one by one as the test yields them (an iterator that
raises `HangUpError` cuts the line).
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from ascom_coach.models import Gateway, ModelProfile, make_profile
from ascom_coach.models.child.process import Child

Say = Callable[[dict[str, Any]], str | tuple[int, str] | Iterator[str]]


class HangUpError(Exception):
    """The server leaves in the middle of its answer."""


class TalkingServer:
    """Use as a context manager. `bodies` are the requests received, exactly as they came."""

    def __init__(self) -> None:
        self.say: Say = lambda body: "D’accord."
        self.bodies: list[dict[str, Any]] = []
        self.left = threading.Event()
        """Set when an answer in pieces was not heard to its end."""
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def log_message(self, *_: object) -> None:
                pass

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                owner.bodies.append(body)
                said = owner.say(body)
                if isinstance(said, tuple):
                    self._send(
                        said[0], "application/json", json.dumps({"error": {"message": said[1]}}).encode()
                    )
                    return
                if not isinstance(said, str):
                    self._drip(said)
                    return
                lines = [_chunk({"role": "assistant", "content": said}, None), _chunk({}, "stop"), "[DONE]"]
                self._send(200, "text/event-stream", "".join(f"data: {line}\n\n" for line in lines).encode())

            def _drip(self, pieces: Iterator[str]) -> None:
                self.close_connection = True
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                try:
                    for piece in pieces:
                        self._event(_chunk({"role": "assistant", "content": piece}, None))
                    self._event(_chunk({}, "stop"))
                    self._event("[DONE]")
                except (HangUpError, OSError):
                    owner.left.set()

            def _event(self, line: str) -> None:
                self.wfile.write(f"data: {line}\n\n".encode())

            def _send(self, status: int, kind: str, data: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def profile(self, name: str = "essai") -> ModelProfile:
        return make_profile(name, f"openai/{name}", address=self.address)

    def gateway(self, child: Child, name: str = "essai") -> Gateway:
        return Gateway(self.profile(name), link=child, sleep=lambda _: None)

    def sent(self) -> str:
        """All the words received, one message after the other."""
        return "\n".join(message["content"] for body in self.bodies for message in body["messages"])

    def __enter__(self) -> TalkingServer:
        threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


def _chunk(delta: dict[str, str], finish: str | None) -> str:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return json.dumps(
        {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]},
        ensure_ascii=False,
    )


PROBE_JSON = json.dumps(
    {"mots": [{"mot": "facture", "nature": "nom"}, {"mot": "payer", "nature": "verbe"}], "jour": "mardi"},
    ensure_ascii=False,
)
PROBE_LINES = "MOT : facture\nNATURE : nom\nMOT : payer\nNATURE : verbe\nJOUR : mardi"


def is_probe(body: dict[str, Any]) -> bool:
    """Whether a request is the ladder's short question."""
    return "jour de la semaine" in body["messages"][0]["content"].replace("\n", " ")
