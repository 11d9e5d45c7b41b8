from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import pytest

from ascom_coach.models.child.process import Child

from .fault_server import FaultServer
from .lent import Lent
from .talking_server import TalkingServer

KEY = "canari-8fd31"


@pytest.fixture(scope="session")
def server() -> Iterator[FaultServer]:
    with FaultServer() as one:
        yield one


@pytest.fixture(scope="session")
def child() -> Iterator[Child]:
    """One real child for all the tests of a process (its start takes seconds)."""
    one = Child({**os.environ, "HTTP_PROXY": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"}, KEY)
    one.start()
    yield one
    one.close()


@pytest.fixture(scope="session")
def home_child() -> Iterator[Child]:
    """The child of a local profile."""
    one = Child(os.environ, "", local=True)
    one.start()
    yield one
    one.close()


class Asked(NamedTuple):
    """How a door wanted its child."""

    key: str
    local: bool


@pytest.fixture
def lend(monkeypatch: pytest.MonkeyPatch) -> Callable[[Child], list[Asked]]:
    """Lend a running child to the doors of this test, which then wait for no start; what they asked for is told."""

    def lending(child: Child) -> list[Asked]:
        asked: list[Asked] = []

        def lent(environ: Mapping[str, str], key: str, *, local: bool = False) -> Lent:
            asked.append(Asked(key, local))
            return Lent(child)

        for module in ("gateway.asking", "embedding"):
            monkeypatch.setattr(f"ascom_coach.models.{module}.Child", lent)
        return asked

    return lending


@pytest.fixture
def talk() -> Iterator[TalkingServer]:
    """A model that says what the test wants."""
    with TalkingServer() as one:
        yield one
