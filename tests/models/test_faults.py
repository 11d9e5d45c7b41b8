"""Each fault of a model server, in three wire formats, through the real child and litellm."""

from __future__ import annotations

import logging
import re
import time

import pytest

from ascom_coach.models import Clocks, ErrorCode, ModelError
from ascom_coach.models.child.process import Child

from .conftest import KEY
from .fault_server import FaultServer
from .faults import FAULTS, GOOD, ODD_BUT_GOOD, REFUSALS, STREAMS, WHOLES
from .test_child_process import FORMATS, HELLO, PATIENT, door, outcome

pytestmark = pytest.mark.xdist_group("litellm-child")

QUICK = Clocks(connect=1, first_word=0.3, silence=0.3, total=0.8)
TIMED = {
    "silence": QUICK,
    "first_word_timeout": QUICK,
    # a slow machine must not be taken for a silent server here
    "total_timeout": Clocks(connect=1, first_word=5, silence=5, total=0.8),
}


@pytest.mark.parametrize("wire", FORMATS)
def test_each_fault_ends_in_its_code_and_in_time(
    child: Child, server: FaultServer, wire: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert child.wait_ready(60)
    wrong = {}
    for fault, code in FAULTS.items():
        began = time.monotonic()
        found = outcome(door(child, server, wire, fault, TIMED.get(code, PATIENT)))
        took = time.monotonic() - began
        if not isinstance(found, ModelError) or found.code not in code.split("|") or took > 8:
            wrong[fault] = (found.code if isinstance(found, ModelError) else found, code, took)
        elif KEY in str(found) or re.search(r"[Ee]rror|[Rr]equest|[Ss]erver\b", str(found)):
            wrong[fault] = (str(found), code, took)
    assert wrong == {}
    assert KEY not in caplog.text


@pytest.mark.parametrize("wire", FORMATS)
def test_oddities_of_real_servers_are_read(child: Child, server: FaultServer, wire: str) -> None:
    assert child.wait_ready(60)
    for name in ODD_BUT_GOOD:
        answer = door(child, server, wire, name).complete(HELLO)
        assert answer.text == GOOD, name


def test_the_table_is_large_and_each_fault_is_named_once() -> None:
    assert len(FAULTS) == len(REFUSALS) + len(WHOLES) + len(STREAMS) >= 60
    assert {code for codes in FAULTS.values() for code in codes.split("|")} <= set(ErrorCode)
