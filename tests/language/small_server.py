"""A LanguageTool in small, for tests without Java: four files, and a program that is called like Java and serves the
part of the protocol that the keeper asks for. Each trait of a real failure is a word in the file `mode` beside it.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from ascom_coach.language.outside import lt_files

CONTENT = {
    "languagetool-server": b"serveur" * 300,
    "language-fr": b"regles" * 5000,
    "french-pos-dict": b"dictionnaire" * 9000,
    "slf4j-api": b"journal" * 11,
}

PROGRAM = """#!{python}
import http.server, json, os, pathlib, socket, sys, time
here = pathlib.Path(__file__).parent
if "-version" in sys.argv:
    print('openjdk version "' + (here / "version").read_text() + '" 2025-04-15', file=sys.stderr)
    sys.exit(0)
(here / "starts").open("a").write(f"{{os.getpid()}} {{' '.join(sys.argv[1:])}}\\n")
mode = (here / "mode").read_text().split()
if "memory" in mode:
    print("java.lang.OutOfMemoryError: Java heap space", flush=True)
    sys.exit(3)
port = int(sys.argv[sys.argv.index("--port") + 1])
if "port" in mode:
    (here / "mode").write_text("ok")
    print("org.languagetool.server.PortBindingException: port " + str(port), flush=True)
    sys.exit(1)
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer({{"software": {{"version": "6.8"}}}} if "info" in self.path else [
            {{"name": "French", "code": "fr", "longCode": "fr"}}])
    def do_POST(self):
        asked = self.rfile.read(int(self.headers["Content-Length"]))
        if b"MOURIR" in asked:
            os._exit(1)
        if "silent" in mode:
            time.sleep(30)
        match = {{
            "message": "Accord.", "shortMessage": "", "replacements": [{{"value": "x"}}], "offset": 0, "length": 3,
            "context": {{"text": "Les", "offset": 0, "length": 3}}, "sentence": "Les", "type": {{"typeName": "Other"}},
            "rule": {{"id": "D_N", "description": "", "issueType": "grammar",
                      "category": {{"id": "AGREEMENT", "name": ""}}}},
            "ignoreForIncompleteSentence": False, "contextForSureMatch": 0}}
        self.answer({{"software": {{"version": "6.8"}}, "matches": [match]}})
    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *words):
        pass
http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler).serve_forever()
"""


def use_small_list(folder: Path) -> None:
    """Make the list of files the four of `CONTENT`, in this process."""
    rows = [
        f"org.essai:{name}:1.0 {len(data)} {hashlib.sha256(data).hexdigest()} LGPL-2.1-or-later"
        for name, data in CONTENT.items()
    ]
    lt_files.load_lines = lambda name: tuple(rows)  # type: ignore[assignment]
    lt_files.jars.cache_clear()


def write_files(folder: Path, *, maven: bool = False) -> Path:
    """The four files, flat or as Maven keeps them."""
    for jar in lt_files.jars():
        path = folder / (jar.maven_path if maven else jar.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(CONTENT[jar.artifact])
    return folder


def write_java(folder: Path, mode: str = "ok", version: str = "17.0.15") -> Path:
    """The program called like Java. `starts`, beside it, has a line for each start."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mode").write_text(mode)
    (folder / "version").write_text(version)
    program = folder / "java"
    program.write_text(PROGRAM.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    return program


def starts(program: Path) -> list[str]:
    """The command lines with which it was started, each after its process number."""
    noted = program.parent / "starts"
    return noted.read_text().splitlines() if noted.exists() else []


def alive(pid: int) -> bool:
    """Whether a process runs (a dead one that nobody waited for does not)."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (OSError, IndexError):
        return False


if __name__ == "__main__":  # a window of its own: python small_server.py PLACE JAVA
    from ascom_coach.language.outside import Java, OwnServer

    use_small_list(Path(sys.argv[1]))
    server = OwnServer(Path(sys.argv[1]), find=lambda: Java(sys.argv[2], "17", 17))
    print(server.wait(20), server.facts["pid"], flush=True)
    sys.stdin.readline()
    server.close()
