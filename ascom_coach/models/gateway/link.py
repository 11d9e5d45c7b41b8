"""What the gateway needs: a way to a child process, and how long to wait for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Clocks:
    """Longest waits, in seconds: child's start, connection, first word, silence, whole answer (all tries)."""

    start: float = 30.0
    connect: float = 3.0
    first_word: float = 20.0
    silence: float = 30.0
    total: float = 180.0


HOSTED_CLOCKS = Clocks()
LOCAL_CLOCKS = Clocks(first_word=120.0)  # a local server may load its model first


class Link(Protocol):
    """What the gateway needs of the child process (see `child.Child`)."""

    def start(self) -> bool:
        """Start the child unless it runs; False when it cannot."""
        ...

    def wait_ready(self, seconds: float) -> bool:
        """True when the child can answer."""
        ...

    def ask(self, request: Mapping[str, Any]) -> int:
        """Send a request; its number."""
        ...

    def receive(self, number: int, seconds: float) -> dict[str, Any] | None:
        """Next event of a request, or None."""
        ...

    def cancel(self, number: int) -> None:
        """Drop a request."""
        ...

    def forget(self, number: int) -> None:
        """Want no more events of it."""
        ...

    def close(self) -> None:
        """Stop the child."""
        ...
