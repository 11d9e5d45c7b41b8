"""Shared fixtures. No test reaches the network, the person's real data folder or another test's files."""

from __future__ import annotations

import gc
import socket
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
"""A busy machine makes no property fail: times are measured by the benchmarks."""


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the garbage collector need not walk thousands of tests again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
    _first_draw()


@settings(max_examples=1, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.booleans())
def _first_draw(drawn: bool) -> None:
    """The first draw of a process reads the source of every module loaded here: no property pays for that."""


_numbers = count()


@pytest.fixture(autouse=True)
def own_data_folder(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Every test has its own data folder, no model, and the program's own proofreaders.

    The folder is made by what writes in it: most tests write nothing.
    """
    if "tmp_path" in request.fixturenames:
        folder = request.getfixturevalue("tmp_path") / "donnees"
    else:
        folder = tmp_path_factory.getbasetemp() / f"donnees-{next(_numbers)}"
    monkeypatch.setenv("ASCOM_DONNEES", str(folder))
    for name in ("ASCOM_MODELE", "ASCOM_ADRESSE", "ASCOM_CLE", "ASCOM_LANGUE_DEPOT"):
        monkeypatch.delenv(name, raising=False)
    # A Grammalecte on the machine that runs the tests changes none of them.
    monkeypatch.setenv("ASCOM_LANGUE_MOTEURS", "integre,languagetool")
    return folder


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection that leaves this machine fails the test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            host = str(address[0])
            if not (host.startswith("127.") or host in ("::1", "localhost")):
                raise AssertionError(f"connection to {host}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
