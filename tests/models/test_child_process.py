"""The real child with the real litellm, against the fault server on loopback."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from ascom_coach.models import (
    Clocks,
    Completion,
    ErrorCode,
    Gateway,
    ModelError,
    VoiceRequest,
    make_profile,
    speak,
)
from ascom_coach.models.child.process import Child

from .conftest import KEY
from .fault_server import GOOD, FaultServer

pytestmark = pytest.mark.xdist_group("litellm-child")

QUICK = Clocks(connect=1, first_word=0.4, silence=0.4, total=1.2)
PATIENT = Clocks(connect=2, first_word=10, silence=10, total=20)
FORMATS = ("openai", "mistral", "ollama_chat")
HELLO = [{"role": "user", "content": "Bonjour, quelle est la date de livraison ?"}]
SCHEMA = {"type": "object", "required": ["replique"], "properties": {"replique": {"type": "string"}}}


def door(child: Child, server: FaultServer, wire: str, name: str, clocks: Clocks = PATIENT) -> Gateway:
    return Gateway(
        make_profile("essai", f"{wire}/{name}", address=server.base(wire)),
        link=child,
        clocks=clocks,
        sleep=lambda _: None,
    )


def outcome(gateway: Gateway) -> Completion | ModelError:
    try:
        return gateway.complete(HELLO)
    except ModelError as error:
        return error


@pytest.mark.parametrize("wire", FORMATS)
def test_an_answer_whole_and_in_pieces(child: Child, server: FaultServer, wire: str) -> None:
    assert door(child, server, wire, "ok").complete(HELLO).text == GOOD
    pieces = list(door(child, server, wire, "ok").stream(HELLO))
    assert len(pieces) > 2
    assert "".join(pieces) == GOOD
    assert door(child, server, wire, "think").complete(HELLO).text == GOOD


@pytest.mark.parametrize("wire", FORMATS)
def test_the_schema_and_the_key_reach_the_server(child: Child, server: FaultServer, wire: str) -> None:
    done = door(child, server, wire, "json").complete(HELLO, schema=SCHEMA)
    assert done.data == {"replique": GOOD}
    sent = [one for one in server.requests if one["model"] == "json" and "messages" in one][-1]
    if wire != "ollama_chat":
        assert sent["response_format"]["json_schema"]["schema"] == SCHEMA
    else:
        assert sent["format"] == SCHEMA
        assert sent["options"]["num_ctx"] == 8192
    assert sent["authorization"] == f"Bearer {KEY}"


def test_a_passing_trouble_is_tried_again_and_a_started_answer_is_not(
    child: Child, server: FaultServer
) -> None:
    assert door(child, server, "openai", "flaky_s503").complete(HELLO).tries == 2
    before = server.hits("fin")
    outcome(door(child, server, "openai", "fin"))
    assert server.hits("fin") == before + 1


@pytest.mark.parametrize("wire", FORMATS)
def test_addresses_that_lead_nowhere(child: Child, server: FaultServer, wire: str) -> None:
    cases: dict[str, set[ErrorCode]] = {
        "http://127.0.0.1:9/v1": {ErrorCode.REFUSED},
        "http://nulle-part.invalid/v1": {ErrorCode.REFUSED},  # by the proxy of the fixture
        server.base(wire).replace("http:", "https:"): {ErrorCode.TLS},
    }
    for address, codes in cases.items():
        profile = make_profile("essai", f"{wire}/ok", address=address)
        found = outcome(Gateway(profile, link=child, clocks=PATIENT))
        assert isinstance(found, ModelError)
        assert found.code in codes, address


def test_cancel_is_immediate(child: Child, server: FaultServer) -> None:
    gateway = door(child, server, "openai", "drip")
    pieces = gateway.stream(HELLO)
    next(pieces)
    began = time.monotonic()
    threading.Thread(target=gateway.cancel).start()
    with pytest.raises(ModelError) as caught:
        list(pieces)
    assert caught.value.code is ErrorCode.CANCELLED
    assert time.monotonic() - began < 1


MUTE = """import sys; print('{"event": "ready"}', flush=True); sys.stdin.read()"""


def test_closing_frees_the_one_who_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "ascom_coach.models.child.process.child_command", lambda: [sys.executable, "-c", MUTE]
    )
    own = Child(os.environ, "")
    own.start()
    assert own.wait_ready(30)
    gateway = Gateway(make_profile("essai", "ollama_chat/muet"), link=own)
    began = time.monotonic()
    threading.Timer(0.05, gateway.close).start()
    assert isinstance(outcome(gateway), ModelError)
    assert time.monotonic() - began < 3
    assert own.pid is None


REQUEST = VoiceRequest(
    "Nadia Ferrand", "vouvoiement", "phrases courtes", "pressée", 3, (("date de livraison", "le 14 mars à 9 h 30"),),
    "Nadia Ferrand dirige un magasin d’outillage.", (), "Quelle est la date de livraison ?", "Le 14 mars à 9 h 30.",
)  # fmt: skip


@pytest.mark.parametrize("wire", FORMATS)
def test_a_voiced_turn(child: Child, server: FaultServer, wire: str) -> None:
    for name in ("json", "ok", "fenced"):
        spoken = speak(door(child, server, wire, name), REQUEST)
        assert (spoken.text, spoken.source, spoken.reason) == (GOOD, "modele", ""), name
        assert spoken.prompt.startswith("voix@")


def test_a_voiced_turn_falls_back_on_the_script(child: Child, server: FaultServer) -> None:
    for name in (
        "english",
        "invented",
        "letter",
        "tutoiement",
        "bad_json",
        "s401",
        "cut",
        "page",
        "echo_user",
    ):
        spoken = speak(door(child, server, "openai", name), REQUEST)
        assert (spoken.text, spoken.source) == (REQUEST.scripted_line, "script"), name
        assert spoken.reason
        assert KEY not in spoken.reason


def test_a_server_without_schemas_is_asked_again_without(child: Child, server: FaultServer) -> None:
    spoken = speak(door(child, server, "openai", "schema"), REQUEST)
    assert spoken.source == "script"
    asked = [one for one in server.requests if one["model"] == "schema"]
    assert "response_format" in asked[-2]
    assert "response_format" not in asked[-1]


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs /proc to read a command line")
def test_the_key_is_not_on_the_command_line(child: Child) -> None:
    assert child.wait_ready(60)
    command = Path(f"/proc/{child.pid}/cmdline").read_bytes()
    assert b"worker" in command
    assert KEY.encode() not in command


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_killed_child_is_noticed_then_replaced(child: Child, server: FaultServer) -> None:
    pieces = door(child, server, "openai", "drip").stream(HELLO)
    next(pieces)
    first = child.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    began = time.monotonic()
    with pytest.raises(ModelError) as caught:
        list(pieces)
    assert caught.value.code is ErrorCode.CHILD_DIED
    assert time.monotonic() - began < 1
    assert door(child, server, "openai", "ok").complete(HELLO).text == GOOD
    assert child.pid not in (None, first)
