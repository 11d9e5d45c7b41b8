"""The process in which files of other people are parsed. It reads from its input, answers on its output, and
ends
when its input closes. It opens no file and no connection."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from typing import BinaryIO

from ascom_coach.documents.parsing import parse_bytes
from ascom_coach.documents.refusals import refusal
from ascom_coach.documents.sandbox import wire
from ascom_coach.errors import RefusedInputError

MEMORY_BYTES = 1_500_000_000
CPU_SECONDS = 10


def main() -> None:
    """Serve requests until the input closes: a name frame and a content frame in, an answer frame out."""
    stdin, stdout = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(ValueError, OSError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    import lxml.etree  # noqa: F401  (paid once, before the first file)

    serve(stdin, stdout)


def serve(stdin: BinaryIO, stdout: BinaryIO) -> None:
    """Answer `(document, None)` or `(None, reason)` to each request."""
    gc.disable()
    while True:
        name, data = wire.receive(stdin), wire.receive(stdin)
        if name is None or data is None:
            return
        _limit_cpu()
        wire.send(stdout, answer(data, name.decode("utf-8", "surrogatepass")))
        gc.collect()


def answer(data: bytes, name: str) -> bytes:
    """The answer to one request, whatever happens while parsing."""
    try:
        return wire.dump((parse_bytes(data, name), None))
    except RefusedInputError as error:
        return wire.dump((None, str(error)))
    except MemoryError:
        return wire.dump((None, str(refusal("memory", name))))
    except RecursionError:
        return wire.dump((None, str(refusal("too_deep", name))))
    except Exception:  # noqa: BLE001  (a parser's own failure is the file's refusal, never a traceback)
        return wire.dump((None, str(refusal("crashed", name))))


def _limit_memory() -> None:
    if sys.platform == "win32":
        from ascom_coach.documents.sandbox.windows_limits import limit_memory

        limit_memory(MEMORY_BYTES)
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_cpu() -> None:
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    ceiling = int(used.ru_utime + used.ru_stime) + CPU_SECONDS + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (ceiling, hard))
