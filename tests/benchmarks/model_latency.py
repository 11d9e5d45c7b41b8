"""What our door to a model adds to raw HTTP: first word and whole answer of one turn, from the same loopback server.

    python tests/benchmarks/model_latency.py [--turns 200] [--json]

The server is a process of its own and answers at once, in sixteen pieces: all that is measured is transport. Raw HTTP
is `http.client` on one connection kept open. Both take turns, after five to warm up; the first answer of a fresh child
stands apart. Memory (Linux) is what the kernel counts as resident; processor time is what a
busy machine does not stretch. Targets, on an idle one: 10 ms more at the median, 250 ms for the first answer.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from ascom_coach.models import Gateway, make_profile, voice_messages
from ascom_coach.models.child.process import Child
from ascom_coach.models.guard.voice_request import EXAMPLE

WORDS = [f"mot{number} " for number in range(16)]
WARM = 5


def serve() -> None:
    """The loopback server; its port is its first line, and it ends with the program that started it."""
    import threading
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    def event(delta: dict[str, str], finish: str | None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        whole = {
            "id": "1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "m",
            "choices": [choice],
        }
        return f"data: {json.dumps(whole)}\n\n".encode()

    events = [*(event({"content": word}, None) for word in WORDS), event({}, "stop"), b"data: [DONE]\n\n"]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def log_message(self, *_: object) -> None:
            pass

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for one in [*events, b""]:
                self.wfile.write(f"{len(one):x}\r\n".encode() + one + b"\r\n")

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
    os._exit(0)


def raw_turn(line: http.client.HTTPConnection, body: bytes) -> tuple[float, float]:
    """Seconds to the first word and to the end."""
    began, first = time.perf_counter(), 0.0
    line.request("POST", "/v1/chat/completions", body, {"Content-Type": "application/json"})
    answer = line.getresponse()
    while data := answer.readline():
        if data.startswith(b"data: {") and not first:
            assert json.loads(data[6:])["choices"][0]["delta"]["content"] == WORDS[0]
            first = time.perf_counter() - began
    return first, time.perf_counter() - began


def our_turn(door: Gateway, messages: list[Any]) -> tuple[float, float]:
    """The same through the child."""
    began = time.perf_counter()
    pieces = door.stream(messages, max_tokens=220, temperature=0.4)
    assert next(pieces) == WORDS[0]
    first = time.perf_counter() - began
    for _ in pieces:
        pass
    return first, time.perf_counter() - began


def resident(pid: int) -> float | None:
    """MiB in memory, None where the system does not tell."""
    try:
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    except OSError:
        return None
    return int(found[1]) / 1024 if found else None


def processor(pid: int) -> float:
    """Seconds of processor that a process has used, 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def summary(times: list[tuple[float, float]]) -> dict[str, float]:
    """Milliseconds: p50 and p95 of the first word and of the whole."""
    found = {}
    for name, values in zip(("first", "whole"), zip(*times, strict=True), strict=True):
        cuts = statistics.quantiles(values, n=100)
        found |= {f"{name}_p50": cuts[49] * 1000, f"{name}_p95": cuts[94] * 1000}
    return {name: round(value, 2) for name, value in found.items()}


def measure(turns: int) -> dict[str, Any]:
    """All the figures, milliseconds and MiB."""
    server = subprocess.Popen(
        [sys.executable, __file__, "--serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert server.stdout is not None
    port = int(server.stdout.readline())
    messages = voice_messages(EXAMPLE)
    body = json.dumps(
        {"model": "m", "messages": messages, "max_tokens": 220, "temperature": 0.4, "stream": True}
    )
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    bare = resident(os.getpid())
    child = Child(os.environ, "", local=True)
    began = time.perf_counter()
    child.start()
    child.wait_ready(60)
    start = time.perf_counter() - began
    door = Gateway(make_profile("mesure", "openai/m", address=f"http://127.0.0.1:{port}/v1"), link=child)
    assert child.pid is not None
    loaded = resident(child.pid)
    first_ever = our_turn(door, messages)
    raw, ours = [], []
    used, own = processor(child.pid), time.process_time()
    for number in range(turns + WARM):
        pair = raw_turn(line, body.encode()), our_turn(door, messages)
        if number >= WARM:
            raw.append(pair[0])
            ours.append(pair[1])
    used, own = processor(child.pid) - used, time.process_time() - own
    figures = {
        "turns": turns,
        "raw": summary(raw),
        "ours": summary(ours),
        "added_first_p50": round(summary(ours)["first_p50"] - summary(raw)["first_p50"], 2),
        "added_whole_p50": round(summary(ours)["whole_p50"] - summary(raw)["whole_p50"], 2),
        "first_answer_of_a_child": round(first_ever[0] * 1000, 1),
        "start_of_the_child": round(start * 1000),
        "processor_child": round(used / (turns + WARM) * 1000, 1),
        "processor_program": round(own / (turns + WARM) * 1000, 1),
        "memory_program": [bare, resident(os.getpid())],
        "memory_child": [loaded, resident(child.pid)],
        "load": os.getloadavg()[0] if hasattr(os, "getloadavg") else None,
    }
    line.close()
    child.close()
    server.communicate()
    return figures


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--turns", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        serve()
    figures = measure(arguments.turns)
    if arguments.json:
        print(json.dumps(figures))
        return
    print(f"{figures['turns']} turns each, load {figures['load']}")
    for name in ("raw", "ours"):
        one = figures[name]
        print(
            f"{name:5} first word p50 {one['first_p50']} ms, p95 {one['first_p95']} ms;"
            f" whole p50 {one['whole_p50']} ms, p95 {one['whole_p95']} ms"
        )
    print(
        f"added at the median: {figures['added_first_p50']} ms (first word), {figures['added_whole_p50']} ms (whole)"
    )
    print(f"start of the child: {figures['start_of_the_child']} ms; its first answer: ", end="")
    print(f"{figures['first_answer_of_a_child']} ms to the first word")
    print(
        f"processor, ms a pair of turns: program {figures['processor_program']}, child {figures['processor_child']}"
    )
    print(
        f"memory, before and after (MiB): program {figures['memory_program']}, child {figures['memory_child']}"
    )


if __name__ == "__main__":
    main()
