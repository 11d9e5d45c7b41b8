"""A local profile opens no connection but to its own server: refused by the child itself, and seen from outside."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ascom_coach.models import ErrorCode, Gateway, ModelError, make_profile
from ascom_coach.models.child.process import Child

from .fault_server import GOOD, FaultServer
from .test_child_process import HELLO, PATIENT

pytestmark = pytest.mark.xdist_group("litellm-child")


def ask(child: Child, address: str, model: str = "openai/ok") -> str | ErrorCode:
    try:
        return (
            Gateway(make_profile("p", model, address=address), link=child, clocks=PATIENT)
            .complete(HELLO)
            .text
        )
    except ModelError as error:
        return error.code


@pytest.mark.parametrize("provider", ["openai", "mistral", "ollama_chat"])
def test_the_child_of_a_local_profile_reaches_loopback_and_nothing_else(
    home_child: Child, server: FaultServer, provider: str
) -> None:
    assert home_child.wait_ready(60)
    assert ask(home_child, server.base(provider), f"{provider}/ok") == GOOD
    assert ask(home_child, "http://192.0.2.1/v1", f"{provider}/ok") is ErrorCode.LEAVES
    assert ask(home_child, "http://[2001:db8::1]/v1", f"{provider}/ok") is ErrorCode.LEAVES
    assert ask(home_child, "http://modeles.lac.example/v1", f"{provider}/ok") is ErrorCode.LEAVES
    assert ask(home_child, server.base(provider), f"{provider}/ok") == GOOD


@pytest.mark.parametrize("provider", ["openai", "mistral", "ollama_chat"])
def test_a_server_that_points_elsewhere_is_not_followed(
    child: Child, server: FaultServer, provider: str
) -> None:
    before = len(server.requests)
    assert ask(child, server.base(provider), f"{provider}/s307") is ErrorCode.MOVED
    assert [one["path"] for one in server.requests[before:] if "ailleurs" in one["path"]] == []
    assert len(server.requests) > before


PROGRAM = """
import sys
from ascom_coach.models import Gateway, make_profile, describe_state
profile = make_profile("p", sys.argv[1], address=sys.argv[2])
assert profile.local
with Gateway(profile) as gateway:
    assert gateway.complete([{"role": "user", "content": "Bonjour"}]).text
    assert any(line.status == "ok" for line in describe_state(profile, test=True, gateway=gateway))
"""


def can_trace() -> bool:
    strace = shutil.which("strace")
    return (
        bool(strace)
        and subprocess.run(
            [strace, "-f", "--seccomp-bpf", "true"], capture_output=True, check=False
        ).returncode
        == 0
    )


@pytest.mark.skipif(not can_trace(), reason="needs strace, and the right to trace")
def test_seen_from_outside_every_connection_is_to_the_local_server(
    server: FaultServer, tmp_path: Path
) -> None:
    log = tmp_path / "appels.txt"
    arguments = ["ollama_chat/ok", server.base("ollama_chat")]  # litellm's most talkative format
    subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=connect,sendto,sendmsg", "-o", str(log),
         sys.executable, "-c", PROGRAM, *arguments],
        check=True, capture_output=True, timeout=120,
        env={**os.environ, "HTTP_PROXY": "http://192.0.2.9:3128", "HTTPS_PROXY": "http://192.0.2.9:3128"},
    )  # fmt: skip
    calls = log.read_text(encoding="utf-8", errors="replace")
    port = server.address.rpartition(":")[2]
    reached = {
        (port_, host)
        for port_, host in re.findall(r"sin_port=htons\((\d+)\), sin_addr=inet_addr\(\"([\d.]+)\"\)", calls)
    }
    assert reached == {(port, "127.0.0.1")}
    assert "AF_INET6" not in calls
