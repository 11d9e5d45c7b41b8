"""Starts and watches the child process: the one module of this room that touches a process.

Threads and queues only, so that it works the same on Windows.
"""

from __future__ import annotations

import atexit
import json
import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any

from ascom_coach.models.child.wire import KEY_VARIABLE, LOCAL_VARIABLE, QUIET_ENVIRONMENT
from ascom_coach.models.errors_map import ErrorCode
from ascom_coach.models.profile.keys import hide_keys, remember

_LOG = logging.getLogger(__name__)
_PACKAGES = Path(__file__).resolve().parents[3]

Event = dict[str, Any]


def child_command() -> list[str]:
    """The child's command line. It never carries a key, a model or a text."""
    return [sys.executable, "-P", "-m", "ascom_coach.models.child.worker"]


def child_environment(environ: Mapping[str, str], key: str, *, local: bool = False) -> dict[str, str]:
    """The child's environment: the one key it needs, and no other secret or server address.

    With `local`, the child refuses every connection that leaves the machine.
    """
    kept = {
        name: value
        for name, value in environ.items()
        if not name.upper().endswith(("_API_KEY", "_TOKEN", "_SECRET", "_PASSWORD", "_API_BASE", "_BASE_URL"))
        and name not in ("ASCOM_CLE", KEY_VARIABLE, LOCAL_VARIABLE)
    }
    paths = [str(_PACKAGES), *filter(None, kept.get("PYTHONPATH", "").split(os.pathsep))]
    home = {LOCAL_VARIABLE: "1"} if local else {}
    return {**kept, **QUIET_ENVIRONMENT, **home, KEY_VARIABLE: key, "PYTHONPATH": os.pathsep.join(paths)}


class Child:
    """One child process. `start` returns at once; events of each request arrive in its own queue."""

    def __init__(self, environ: Mapping[str, str], key: str, *, local: bool = False) -> None:
        self._environ = child_environment(environ, remember(key), local=local)
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        # each request remembers the process it was sent to: a restart must not hide the end of the former one
        self._queues: dict[int, tuple[subprocess.Popen[bytes] | None, queue.SimpleQueue[Event]]] = {}
        self._ready = threading.Event()
        self._number = 0
        self.threads: tuple[threading.Thread, ...] = ()
        atexit.register(self.close)

    @property
    def pid(self) -> int | None:
        """The process number of the running child, or None."""
        process = self._process
        return process.pid if process and process.poll() is None else None

    def start(self) -> bool:
        """Start the child unless it runs already; False when the system refuses to start it."""
        with self._lock:
            if self._process and self._process.poll() is None:
                return True
            self._ready = threading.Event()
            try:
                self._process = subprocess.Popen(
                    child_command(),
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    env=self._environ,
                    # Ctrl+C in the terminal belongs to the program, not to its child.
                    start_new_session=os.name == "posix",
                    creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
                    | getattr(subprocess, "CREATE_NO_WINDOW", 0),
                )
            except OSError:
                self._process = None
                return False
            self.threads = (
                threading.Thread(target=self._read, args=(self._process, self._ready), daemon=True),
                threading.Thread(target=self._drain, args=(self._process.stderr,), daemon=True),
            )
            for thread in self.threads:
                thread.start()
            return True

    def wait_ready(self, seconds: float) -> bool:
        """Wait until the child can answer; False when it died or took too long."""
        return self._ready.wait(seconds) and self.pid is not None

    def _read(self, process: subprocess.Popen[bytes], ready: threading.Event) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            try:
                event: Event = json.loads(line)
            except ValueError:
                continue
            if event.get("event") == "ready":
                ready.set()
            elif entry := self._queues.get(event.get("id", -1)):
                entry[1].put(event)
        process.wait()
        ready.set()
        for owner, waiting in list(self._queues.values()):
            if owner is process:
                waiting.put({"event": "error", "code": ErrorCode.CHILD_DIED})

    def _drain(self, stream: IO[bytes] | None) -> None:
        for line in stream or ():
            _LOG.debug("%s", hide_keys(line.decode("utf-8", "replace").rstrip()))

    def _write(self, message: Mapping[str, Any]) -> bool:
        process = self._process
        if process is None or process.stdin is None:
            return False
        try:
            with self._lock:
                process.stdin.write(json.dumps(message, ensure_ascii=True).encode() + b"\n")
                process.stdin.flush()
        except (OSError, ValueError):
            return False
        return True

    def ask(self, request: Mapping[str, Any]) -> int:
        """Send a request; its number, under which `receive` gives its events."""
        with self._lock:
            self._number += 1
            number = self._number
        waiting: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._queues[number] = (self._process, waiting)
        if not self._write({**request, "id": number}):
            waiting.put({"event": "error", "code": ErrorCode.CHILD_DIED})
        return number

    def receive(self, number: int, seconds: float) -> Event | None:
        """The next event of a request, or None when none came in time."""
        try:
            return self._queues[number][1].get(timeout=max(0.0, seconds))
        except queue.Empty:
            return None

    def cancel(self, number: int) -> None:
        """Ask the child to drop a request; the one who waits for it is told at once."""
        if entry := self._queues.get(number):
            self._write({"cancel": number})
            entry[1].put({"event": "error", "code": ErrorCode.CANCELLED})

    def forget(self, number: int) -> None:
        """No more events of this request are wanted."""
        self._queues.pop(number, None)

    def close(self) -> None:
        """Let the child end; it is stopped by force after one second."""
        with self._lock:
            process, self._process = self._process, None
        atexit.unregister(self.close)
        if process is None or process.poll() is not None:
            return
        try:
            if process.stdin:
                process.stdin.close()
            process.wait(timeout=1)
        except (OSError, subprocess.TimeoutExpired):
            process.kill()
            process.wait()
