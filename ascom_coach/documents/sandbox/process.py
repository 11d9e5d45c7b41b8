"""The reading process seen from the main one: started when first needed, reused, killed when it takes too
long.

This module, `files` and `conversion` are the only ones of the room that touch processes or the disk.
"""

from __future__ import annotations

import atexit
import contextlib
import pickle
import signal
import subprocess
import sys
import threading
from pathlib import Path
from queue import Empty, Queue

from ascom_coach.documents.model import Document
from ascom_coach.documents.refusals import refusal
from ascom_coach.documents.sandbox import wire
from ascom_coach.errors import RefusedInputError, SurroundingsError

WALL_SECONDS = 15.0
START_SECONDS = 30.0
_ROOT = str(Path(__file__).resolve().parents[3])
_BOOT = "import sys; sys.path.append({root!r}); from ascom_coach.documents.sandbox.worker import main; main()"


class ReadingProcess:
    """One child process that parses files one after the other. Safe to call from several threads."""

    def __init__(self, wall_seconds: float = WALL_SECONDS) -> None:
        self._wall = wall_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: Queue[bytes | None] = Queue()
        self._lock = threading.Lock()

    def parse(self, data: bytes, name: str) -> Document:
        """The document in `data`. Raises RefusedInputError; SurroundingsError when no process can be
        started."""
        with self._lock:
            answer = self._ask(data, name)
        try:
            document, reason = wire.load(answer)
        except (
            pickle.UnpicklingError,
            ValueError,
            TypeError,
            EOFError,
            AttributeError,
            IndexError,
            KeyError,
        ) as error:
            raise refusal("crashed", name) from error
        if isinstance(document, Document):
            return document
        raise RefusedInputError(str(reason))

    def _ask(self, data: bytes, name: str) -> bytes:
        fresh = self._process is None or self._process.poll() is not None
        if fresh:
            self._start()
        wait = self._wall + (START_SECONDS if fresh else 0)
        writer = threading.Thread(target=self._send, args=(self._process, data, name), daemon=True)
        writer.start()
        try:
            answer = self._answers.get(timeout=wait)
        except Empty as error:
            self.close()
            raise refusal("timeout", name) from error
        if answer is None:
            raise refusal(self._cause_of_death(), name)
        return answer

    def _cause_of_death(self) -> str:
        """Why the process stopped answering: too much computing, else too much memory, else a crash."""
        process = self._process
        code: int | None = None
        if process is not None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                code = process.wait(timeout=2)
        self.close()
        if code == -int(getattr(signal, "SIGXCPU", 0)) and code:
            return "timeout"
        return "memory" if code in (-9, -6, 1) else "crashed"

    @staticmethod
    def _send(process: subprocess.Popen[bytes] | None, data: bytes, name: str) -> None:
        if process is None or process.stdin is None:
            return
        with contextlib.suppress(OSError, ValueError):
            wire.send(process.stdin, name.encode("utf-8", "surrogatepass"))
            wire.send(process.stdin, data)

    def _start(self) -> None:
        self.close()
        command = [sys.executable, "-P", "-c", _BOOT.format(root=_ROOT)]
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=flags,
            )
        except OSError as error:
            raise SurroundingsError(
                "Le processus de lecture des fichiers ne démarre pas\u00a0; fermez d’autres logiciels puis "
                "réessayez."
            ) from error
        answers: Queue[bytes | None] = Queue()
        self._process, self._answers = process, answers
        threading.Thread(target=_listen, args=(process, answers), daemon=True).start()

    def close(self) -> None:
        """End the child process, if any."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        with contextlib.suppress(OSError, ValueError):
            if process.stdin is not None:
                process.stdin.close()
        process.wait()


def _listen(process: subprocess.Popen[bytes], answers: Queue[bytes | None]) -> None:
    stream = process.stdout
    while stream is not None:
        try:
            frame = wire.receive(stream)
        except (OSError, ValueError):
            frame = None
        answers.put(frame)
        if frame is None:
            with contextlib.suppress(OSError, ValueError):
                stream.close()
            return


_shared: list[ReadingProcess] = []
_shared_lock = threading.Lock()


def shared_process() -> ReadingProcess:
    """The process reused by every call of this program; it ends with it."""
    with _shared_lock:
        if not _shared:
            _shared.append(ReadingProcess())
            atexit.register(_shared[0].close)
        return _shared[0]
