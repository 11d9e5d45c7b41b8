"""A real llama-server on loopback with the model made of chance (see `tiny_model.py`)."""

from __future__ import annotations

import http.client
import socket
import subprocess
import threading
from pathlib import Path
from typing import IO

from .tiny_model import CONTEXT


class LlamaServer:
    """Use as a context manager; `address` is what a profile of an OpenAI-compatible server takes.

    One slot, one thread, one seed: the same questions get the same answers. `log` is where it writes.
    """

    def __init__(self, program: Path, model: Path, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}/v1"
        self._command = [
            str(program), "-m", str(model), "--host", "127.0.0.1", "--port", str(self.port), "-c", str(CONTEXT),
            "-np", "1", "-t", "1", "--seed", "7", "--chat-template", "chatml",
        ]  # fmt: skip
        self._log = log
        self._out: IO[bytes] | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> LlamaServer:
        self._out = self._log.open("wb")
        self._process = subprocess.Popen(self._command, stdout=self._out, stderr=subprocess.STDOUT)
        pause = threading.Event()
        for _ in range(600):
            if self._process.poll() is not None:
                break
            if self._healthy():
                return self
            pause.wait(0.05)
        self.__exit__()
        said = self._log.read_text(encoding="utf-8", errors="replace")[-2000:]
        raise RuntimeError(f"llama-server did not start: {said}")

    def _healthy(self) -> bool:
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            asking.request("GET", "/health")
            return asking.getresponse().status == 200
        except OSError:
            return False
        finally:
            asking.close()

    @property
    def running(self) -> bool:
        """Whether the server still lives."""
        return self._process is not None and self._process.poll() is None

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        if self._out is not None:
            self._out.close()
