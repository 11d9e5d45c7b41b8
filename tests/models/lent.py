"""A child process that the tests share, in the hands of whoever would close its own."""

from __future__ import annotations

from typing import Any

from ascom_coach.models.child.process import Child


class Lent:
    """A running child that belongs to all the tests: closing it does nothing."""

    def __init__(self, child: Child) -> None:
        self._child = child

    def __getattr__(self, name: str) -> Any:
        return getattr(self._child, name)

    def close(self) -> None:
        pass
