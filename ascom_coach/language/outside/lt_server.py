"""Our own LanguageTool server, seen from a window: start it or join it, wait until it answers, let it go.

The server belongs to `lt_keeper`, a small process shared by all windows of this machine that use the same data folder.
`OwnServer.start` returns at once; `wait` gives the address, or the French reason why there is none.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import platform
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ascom_coach.language.outside import lt_keeper
from ascom_coach.language.outside.lt_files import VERSION, Installed, inspect
from ascom_coach.language.outside.lt_java import NEEDED, Java, find_java, java_environment
from ascom_coach.language.remarks import EngineUnavailableError

START_SECONDS = 120.0
"""How long a first answer may take: 7 to 15 s were measured, 45 s with six busy programs on two cores."""
_JOIN_SECONDS = 12.0
_LITTLE_MEMORY = 3_000_000_000
_RELAY = "le correcteur intégré prend le relais."
INSTALL = "ascom-coach langue installer"
PROOF = (
    "Bonjour, je vous remercie de m’avoir répondu si vite. Les document que vous avez demandé sont prêts : "
    "vous les recevrez avant vendredi, avec la facture et le bon de livraison signé par nos service."
)
"""The first real check: it has errors, so a server without French cannot pass it."""
# As measured with LanguageTool 6.8 in 2026: one pipeline a client, an edited mail checked again in 20 ms. The limit on
# a check is ours (the client's): the server's own cut a first check short on a busy machine, again and again.
CONFIG = """\
maxTextLength=40000
maxTextHardLength=40000
maxCheckTimeMillis=90000
maxCheckThreads=4
maxWorkQueueSize=50
pipelineCaching=true
maxPipelinePoolSize=4
pipelineExpireTimeInSeconds=36000
cacheSize=1000
disabledRuleIds=TIRET,REMERCIER_POUR
"""
REASONS = {
    "missing": f"LanguageTool n’est pas installé en entier (« {INSTALL} » le répare) : {_RELAY}",
    "no_java": f"LanguageTool a besoin de Java {NEEDED} au moins (« langue etat » dit quoi faire) : {_RELAY}",
    "old_java": f"Le Java de cet ordinateur est trop ancien pour LanguageTool ({NEEDED} au moins) : {_RELAY}",
    "version": f"Le Java de cet ordinateur est trop ancien pour LanguageTool ({NEEDED} au moins) : {_RELAY}",
    "start": f"Java n’a pas pu lancer LanguageTool (« langue etat » dit ce qui manque) : {_RELAY}",
    "port": f"LanguageTool n’a trouvé aucun port libre sur cet ordinateur : {_RELAY}",
    "memory": f"LanguageTool a manqué de mémoire sur cet ordinateur : {_RELAY}",
    "slow": f"LanguageTool n’a pas répondu à temps au démarrage : {_RELAY}",
    "died": f"LanguageTool s’est arrêté deux fois : {_RELAY} Il sera relancé avec le programme.",
    "restart": f"LanguageTool s’est arrêté pendant la relecture et redémarre : {_RELAY}",
    "starting": f"LanguageTool se prépare encore : {_RELAY}",
    "disk": f"LanguageTool ne peut pas écrire dans le dossier de données : {_RELAY}",
    "closed": f"LanguageTool est fermé : {_RELAY}",
}


_REPAIRABLE = ("missing", "no_java", "old_java", "disk", "closed")


def heap_megabytes() -> int:
    """The memory that Java may use: less on a small machine."""
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows has no such call
        return 512
    return 256 if memory < _LITTLE_MEMORY else 512


def java_command(java: Java, found: Installed, config: Path) -> list[str]:
    """Java's command line but for its port. Without `--public` the server binds this machine's loopback only."""
    return [
        java.program, f"-Xmx{heap_megabytes()}m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
        "-Dfile.encoding=UTF-8", "-cp", os.pathsep.join(found.class_path), "org.languagetool.server.HTTPServer",
        "--config", str(config),
    ]  # fmt: skip


class OwnServer:
    """A window's hold on the machine's server. `place` is the data folder's `langue`; `find` gives the Java to use."""

    def __init__(self, place: Path, *, find: Callable[[], Java] = find_java) -> None:
        self.place = place
        self._find = find
        self._changed = threading.Condition()
        self._facts: dict[str, Any] = {
            "state": "idle",
            "reason": "",
            "port": 0,
            "pid": 0,
            "starts": 0,
            "leases": 0,
        }
        self._lease: socket.socket | None = None
        self._closed = False
        self._thread: threading.Thread | None = None

    @property
    def facts(self) -> dict[str, Any]:
        """`state` (idle, starting, ready, failed), `reason`, `port`, `pid`, `starts`, `leases`."""
        with self._changed:
            return dict(self._facts)

    def start(self) -> None:
        """Join the machine's server, or start it, in the background. Later calls do nothing."""
        with self._changed:
            if self._thread is not None or self._closed:
                return
            self._facts["state"] = "starting"
            self._thread = threading.Thread(target=self._work, name="languagetool", daemon=True)
        atexit.register(self.close)
        self._thread.start()

    def settle(self) -> None:
        """Wait, as long as a start may take, until it answers or has failed."""
        self.start()
        with self._changed:
            self._changed.wait_for(
                lambda: self._facts["state"] not in ("idle", "starting"), START_SECONDS + 10
            )

    def wait(self, seconds: float) -> str:
        """The address, once a first real check was answered. Raises EngineUnavailableError with one French sentence."""
        self.start()
        with self._changed:
            self._changed.wait_for(lambda: self._facts["state"] not in ("idle", "starting"), seconds)
            if self._facts["state"] == "ready":
                return f"http://127.0.0.1:{self._facts['port']}"
            raise EngineUnavailableError(self.why())

    def why(self) -> str:
        """The French reason why there is no answer now; empty when there should be one."""
        state, reason = self._facts["state"], self._facts["reason"]
        if state == "ready":
            return ""
        return REASONS.get(reason or "starting" if state != "failed" else reason, REASONS["died"])

    def repairable(self) -> bool:
        """Whether it never started for a reason that the person can have repaired since: then try a new one."""
        return self._facts["state"] == "failed" and self._facts["reason"] in _REPAIRABLE

    def close(self) -> None:
        """Let the server go; when nobody else holds it, it has ended when this returns. May be called again."""
        with self._changed:
            self._closed = True
            lease, self._lease = self._lease, None
            self._facts.update(state="failed", reason="closed")
            self._changed.notify_all()
        atexit.unregister(self.close)
        if lease is not None:
            with contextlib.suppress(OSError):
                lease.sendall(b"{}\n")
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(5)

    # In the background

    def _work(self) -> None:
        for _ in range(2):
            reason = self._hold()
            if self._closed or reason:
                break
            # the keeper itself was killed: what it ran must not stay, then one more try
            facts = self.facts
            lt_keeper.end_orphan(facts["pid"], facts["port"], VERSION)
            self._set(state="starting", reason="restart")
        self._set(state="failed", reason=reason or "died")

    def _hold(self) -> str:
        """Join and follow the keeper until it goes; a reason when that is final."""
        try:
            lease = self._join()
        except OSError:
            return "disk"
        if isinstance(lease, str):
            return lease
        with self._changed:
            if self._closed:
                lease.close()
                return "closed"
            self._lease = lease
        try:
            with lease, lease.makefile("rb") as lines:
                for line in lines:
                    facts = json.loads(line)
                    self._set(**facts)
                    if facts["state"] == "failed":
                        self._failed_for_good(lines)
                        return str(facts["reason"])
        except (OSError, ValueError):
            pass
        return ""

    def _failed_for_good(self, lines: Any) -> None:
        """Stay until we are closed, so that the keeper does not start again for each window."""
        with contextlib.suppress(OSError, ValueError):
            lines.read()

    def _set(self, **facts: Any) -> None:
        with self._changed:
            if not self._closed:
                self._facts.update(facts)
            self._changed.notify_all()

    def _join(self) -> socket.socket | str:
        """A lease, or why there cannot be one. Raises OSError when the folder cannot be written."""
        end = time.monotonic() + _JOIN_SECONDS
        while time.monotonic() < end and not self._closed:
            if lease := self._lease_of(self._state()):
                return lease
            plan = self._plan()
            if isinstance(plan, str):
                return plan
            told = _spawn(plan)
            if lease := self._lease_of(told):
                return lease
            with self._changed:
                self._changed.wait_for(lambda: self._closed, 0.1)
        return "start"

    def _lease_of(self, told: dict[str, Any]) -> socket.socket | None:
        if not told.get("control"):
            return None
        try:
            lease = socket.create_connection(("127.0.0.1", int(told["control"])), timeout=5)
            lease.sendall(json.dumps({"nonce": told["nonce"]}).encode() + b"\n")
            if lease.recv(1, socket.MSG_PEEK):
                lease.settimeout(None)
                return lease
            lease.close()
        except (OSError, KeyError, ValueError):
            pass
        return None

    def _state_file(self, ending: str) -> Path:
        # A data folder may be on a share that several machines use.
        return self.place / f"serveur-{platform.node() or 'ici'}.{ending}"

    def _state(self) -> dict[str, Any]:
        try:
            told = json.loads(self._state_file("json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) else {}

    def running(self) -> bool:
        """Whether a server of this folder runs now, for this window or another."""
        if lease := self._lease_of(self._state()):
            lease.close()
            return True
        return False

    def _plan(self) -> lt_keeper.Plan | str:
        found = inspect(self.place)
        if not found.complete or found.folder is None:
            return "missing"
        java = self._find()
        if not java.fits:
            return "old_java" if java.major else "no_java"
        config = self.place / "serveur.cfg"
        config.write_text(CONFIG, encoding="utf-8")
        return lt_keeper.Plan(
            java_command(java, found, config),
            str(found.folder),
            str(self._state_file("json")),
            str(self._state_file("verrou")),
            VERSION,
            {"language": "fr", "text": PROOF},
            START_SECONDS,
        )


def _spawn(plan: lt_keeper.Plan) -> dict[str, Any]:
    """Start a keeper; where it listens, or nothing when another one holds the lock."""
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", str(Path(lt_keeper.__file__))],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=java_environment(),
        # Ctrl+C in the terminal belongs to the program, and another window may go on after this one.
        start_new_session=os.name == "posix",
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )  # fmt: skip
    threading.Thread(target=process.wait, daemon=True).start()  # no zombie, whenever it ends
    assert process.stdin is not None
    assert process.stdout is not None
    with process.stdin, process.stdout:
        process.stdin.write(json.dumps(plan._asdict()).encode() + b"\n")
        process.stdin.flush()
        try:
            told = json.loads(process.stdout.readline() or b"{}")
        except ValueError:
            return {}
    return told if isinstance(told, dict) else {}
