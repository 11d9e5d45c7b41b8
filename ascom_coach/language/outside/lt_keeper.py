"""The keeper of the machine's LanguageTool: a process of its own, run by its path, on the standard library alone.

It starts one Java, bound to this machine, and holds it for the windows that lease it. A lease is an open connection to
the keeper's loopback port, opened with the secret of the state file: when a window closes, crashes or is killed, the
system closes its connection, and the last one out ends Java, then the keeper. A Java that dies is started again once.
An exclusive lock on a file, freed by the system whatever happens, makes sure that there is one keeper a machine.

First line of standard input: the plan, in JSON (`Plan`). Answer, one line: `{"busy": true}` when another keeper holds
the lock, else `{"control": port, "nonce": secret}`. A lease then reads a line of JSON at each change (`Keeper.facts`).
Texts are never written to disk: what Java prints is kept in memory, and only to name a failure.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.parse
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, NamedTuple

FIRST_LEASE_SECONDS = 20.0
FAREWELL_SECONDS = 0.2
PORT_TRIES = 4
_HOST = "127.0.0.1"


class Plan(NamedTuple):
    """What to run. `state` and `lock` are files; `check` is the request that proves and warms."""

    command: list[str]
    folder: str
    state: str
    lock: str
    version: str
    check: dict[str, str]
    start_seconds: float


def lock_file(path: Path) -> IO[bytes] | None:
    """The open file that holds the lock, or None when another process has it. The system frees it at our end."""
    file = path.open("ab")
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file


def free_port() -> int:
    """A port of this machine that nobody uses now."""
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        return int(probe.getsockname()[1])


def ask(port: int, path: str, fields: dict[str, str] | None = None, seconds: float = 5.0) -> Any:
    """What the server of this machine answers, or None. `http.client` knows no proxy."""
    connection = http.client.HTTPConnection(_HOST, port, timeout=seconds)
    try:
        body = urllib.parse.urlencode(fields) if fields else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if fields else {}
        connection.request("POST" if fields else "GET", path, body, kind)
        answer = connection.getresponse()
        return json.loads(answer.read()) if answer.status == 200 else None
    except (OSError, http.client.HTTPException, ValueError):
        return None
    finally:
        connection.close()


def end_orphan(pid: int, port: int, version: str) -> bool:
    """End a server left by a keeper that was killed; only if LanguageTool still answers where that keeper put it."""
    told = ask(port, "/v2/info", seconds=2.0) if pid and port else None
    if not isinstance(told, dict) or told.get("software", {}).get("version") != version:
        return False
    with contextlib.suppress(OSError):
        os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        return True
    return False


def _dies_with_us() -> Callable[[], None] | None:
    """On Linux the kernel ends Java when the keeper is killed; elsewhere the next window does (`end_orphan`)."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        import ctypes

        control = ctypes.CDLL(None).prctl
    except (ImportError, OSError, AttributeError):
        return None
    parent = os.getpid()

    def child() -> None:
        control(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
        if os.getppid() != parent:
            os._exit(1)

    return child


class Keeper:
    """One Java and its leases."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.nonce = secrets.token_hex(16)
        self.listener = socket.create_server((_HOST, 0))
        self.control = int(self.listener.getsockname()[1])
        self.state, self.reason, self.port, self.starts = "starting", "", 0, 0
        self.process: subprocess.Popen[bytes] | None = None
        self.said: deque[str] = deque(maxlen=60)
        self.leases: set[socket.socket] = set()
        self.leaving: list[socket.socket] = []
        self.changed = threading.Condition()
        self.had_lease = self.stopping = False

    def facts(self) -> dict[str, Any]:
        """What a lease is told: `state` is starting, ready or failed, with `reason` a code."""
        pid = self.process.pid if self.process else 0
        return {
            "state": self.state, "reason": self.reason, "port": self.port, "pid": pid,
            "starts": self.starts, "leases": len(self.leases),
        }  # fmt: skip

    def note(self) -> None:
        """Write the state file: who to ask, and what to end if we are killed."""
        path = Path(self.plan.state)
        temporary = path.with_suffix(f".{os.getpid()}.part")
        kept = {"control": self.control, "nonce": self.nonce, "keeper": os.getpid(), **self.facts()}
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(kept, file)
        temporary.replace(path)

    def tell(self, state: str, reason: str = "") -> None:
        """Change state, note it, and tell every lease."""
        with self.changed:
            self.state, self.reason = state, reason
            line = json.dumps(self.facts()).encode() + b"\n"
            with contextlib.suppress(OSError):
                self.note()
            for lease in list(self.leases):
                with contextlib.suppress(OSError):
                    lease.sendall(line)
            self.changed.notify_all()

    # Leases

    def accept(self) -> None:
        """Take leases until the listener closes."""
        while True:
            try:
                lease, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.hold, args=(lease,), daemon=True).start()

    def hold(self, lease: socket.socket) -> None:
        """A lease lasts as long as its connection, once it has shown the secret."""
        held, farewell = False, b""
        try:
            lease.settimeout(5)
            reader = lease.makefile("rb")
            shown = json.loads(reader.readline(200) or b"{}").get("nonce", "")
            if not secrets.compare_digest(str(shown), self.nonce):
                return
            lease.settimeout(None)
            with self.changed:
                if self.stopping:
                    return
                self.had_lease = held = True
                self.leases.add(lease)
                lease.sendall(json.dumps(self.facts()).encode() + b"\n")
            farewell = reader.readline(200)  # empty when the window ended without a word
        except (OSError, ValueError, AttributeError):
            pass
        finally:
            with self.changed:
                self.leases.discard(lease)
                self.changed.notify_all()
                if farewell:  # others may be leaving at this very moment
                    self.changed.wait_for(lambda: not self.leases, FAREWELL_SECONDS)
                last = held and not self.leases
            if last:  # it waits on its connection, which ends with us, until Java is gone
                self.leaving.append(lease)
            else:
                lease.close()

    # Java

    def supervise(self) -> None:
        """Start Java, prove it, wait for its end, start it again once."""
        for start in (1, 2):
            self.starts = start
            self.tell("starting", "restart" if start == 2 else "")
            reason = self.one_life()
            if self.stopping or reason in ("start", "version", "slow"):
                break
        if not self.stopping:
            self.tell("failed", reason)

    def one_life(self) -> str:
        """Run Java from start to end; why it ended."""
        for _ in range(PORT_TRIES):
            self.port = free_port()
            self.said.clear()
            try:
                with self.changed:
                    if self.stopping:
                        return ""
                    self.process = process = self.launch()
            except OSError:
                return "start"
            self.tell("starting", self.reason)  # with the number of the process
            reading = threading.Thread(target=self.listen, args=(process,), daemon=True)
            reading.start()
            ready = self.prove(process)
            if ready:
                self.tell("ready")
                self.warm()
            elif process.poll() is None:
                process.kill()
                process.wait()
                return "slow"
            status = process.wait()
            reading.join(2)
            reason = self.cause(status)
            if ready or reason != "port":
                return reason
        return "port"

    def launch(self) -> subprocess.Popen[bytes]:
        """Java's process. Raises OSError."""
        return subprocess.Popen(
            [*self.plan.command, "--port", str(self.port)],
            cwd=self.plan.folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            preexec_fn=_dies_with_us(), creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # noqa: PLW1509
        )  # fmt: skip

    def listen(self, process: subprocess.Popen[bytes]) -> None:
        """Keep the last words of Java in memory."""
        assert process.stdout is not None
        for line in process.stdout:
            self.said.append(line.decode("utf-8", "replace")[:300])

    def prove(self, process: subprocess.Popen[bytes]) -> bool:
        """Whether a first real check was answered in time, by the version that we expect."""
        end = time.monotonic() + self.plan.start_seconds
        told: Any = None
        while time.monotonic() < end and process.poll() is None:
            # A request that arrives before the server is set up may never be answered: small ones come first.
            if told is None:
                told = ask(self.port, "/v2/info", seconds=2.0)
            else:
                checked = ask(self.port, "/v2/check", self.plan.check, max(1.0, (end - time.monotonic()) / 2))
                if isinstance(checked, dict) and checked.get("matches"):
                    return True
            with self.changed:
                self.changed.wait(0.1)
        return False

    def warm(self) -> None:
        """The same check a few times: Java gets three times faster while it learns the code."""
        for number in range(6):
            text = f"{self.plan.check['text']} {number}"
            if self.stopping or ask(self.port, "/v2/check", {**self.plan.check, "text": text}) is None:
                return

    def cause(self, status: int) -> str:
        """A code for the end of Java."""
        said = "".join(self.said)
        for mark, code in (
            ("PortBindingException", "port"), ("BindException", "port"), ("OutOfMemoryError", "memory"),
            ("Could not reserve enough space", "memory"), ("UnsupportedClassVersionError", "version"),
            ("Could not find or load main class", "start"),
        ):  # fmt: skip
            if mark in said:
                return code
        return "memory" if status == 3 else "died"  # 3: ExitOnOutOfMemoryError

    # The whole

    def run(self) -> None:
        """Serve until the last lease is gone."""
        threading.Thread(target=self.accept, daemon=True).start()
        threading.Thread(target=self.supervise, daemon=True).start()
        with self.changed:
            self.changed.wait_for(lambda: self.had_lease, FIRST_LEASE_SECONDS)
            self.changed.wait_for(lambda: not self.leases)
            self.stopping = True
            process = self.process
        self.listener.close()
        if process is not None and process.poll() is None:
            process.kill()
            process.wait()
        Path(self.plan.state).unlink(missing_ok=True)


def main() -> None:
    """Read the plan, take the lock, say where we listen, keep."""
    plan = Plan(**json.loads(sys.stdin.buffer.readline()))
    held = lock_file(Path(plan.lock))
    if held is None:
        sys.stdout.write('{"busy": true}\n')
        return
    with contextlib.suppress(OSError, ValueError, AttributeError):
        left = json.loads(Path(plan.state).read_text(encoding="utf-8"))
        end_orphan(int(left.get("pid", 0)), int(left.get("port", 0)), plan.version)
    keeper = Keeper(plan)
    keeper.note()
    sys.stdout.write(json.dumps({"control": keeper.control, "nonce": keeper.nonce}) + "\n")
    sys.stdout.flush()
    keeper.run()
    held.close()
    os._exit(0)  # threads that wait for dead connections are not waited for


if __name__ == "__main__":
    main()
