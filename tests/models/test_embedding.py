"""Texts to vectors through the real child and litellm, against the fault server on loopback."""

from __future__ import annotations

import logging
import re
import threading
import time
from typing import Any

import pytest

from ascom_coach.errors import CoachError
from ascom_coach.models import (
    Clocks,
    Embedder,
    ErrorCode,
    Gateway,
    ModelError,
    embedding_profile,
    make_profile,
    vectors_body,
)
from ascom_coach.models.child.process import Child

from .conftest import KEY
from .fault_server import FaultServer
from .faults import REFUSALS
from .vector_faults import BAD_VECTORS, BAD_WAYS, SIZE, good

pytestmark = pytest.mark.xdist_group("litellm-child")

FORMATS = ("openai", "mistral", "ollama")
TEXTS = ["relancer un client", "préparer un salon", "classer le courrier"]
PATIENT = Clocks(start=60, connect=2, total=20)
QUICK = Clocks(start=60, connect=1, total=0.4)


def door(
    link: Any, server: FaultServer, wire: str, name: str, clocks: Clocks = PATIENT, **more: Any
) -> Embedder:
    table = {"modele": f"{wire}/{name}", "adresse": server.base(wire), **more}
    wanted = embedding_profile({"vecteurs": table}, {})
    assert wanted is not None
    return Embedder(
        wanted, link=link, environ={}, question_clocks=clocks, passages_clocks=clocks, sleep=lambda _: None
    )


def outcome(embedder: Embedder) -> ModelError | None:
    try:
        embedder.passages(TEXTS)
    except ModelError as error:
        return error
    return None


def code_of(embedder: Embedder) -> ErrorCode | None:
    error = outcome(embedder)
    return error.code if error else None


def same(left: list[list[float]], right: list[list[float]]) -> bool:
    return [pytest.approx(one) for one in left] == right


@pytest.mark.parametrize("wire", FORMATS)
def test_vectors_come_in_the_order_of_the_texts(child: Child, server: FaultServer, wire: str) -> None:
    embedder = door(child, server, wire, "ok")
    assert same(embedder.passages(TEXTS), good(TEXTS))
    assert embedder.question(TEXTS[0]) == pytest.approx(good(TEXTS[:1])[0])
    sent = [one for one in server.requests if one["model"] == "ok" and "input" in one]
    assert sent[-2]["input"] == TEXTS
    assert sent[-2]["authorization"] == f"Bearer {KEY}"
    own = {"path", "authorization", "headers"}  # what the server adds to what it received
    body = {name: value for name, value in sent[-1].items() if name not in own}
    assert body == vectors_body(embedder.profile, embedder.payload(TEXTS[0]))


def test_a_server_may_answer_in_another_order(child: Child, server: FaultServer) -> None:
    assert same(door(child, server, "openai", "shuffled").passages(TEXTS), good(TEXTS))


@pytest.mark.parametrize("wire", FORMATS)
def test_each_fault_ends_in_its_code_and_in_time(
    child: Child, server: FaultServer, wire: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    assert child.wait_ready(60)
    expected = dict.fromkeys(BAD_VECTORS, "vectors|unreadable") | {
        name: code for name, (_, code) in BAD_WAYS.items()
    }
    expected |= {name: code for name, (_, _, code) in REFUSALS.items()}
    wrong, before = {}, server.hits("s500")
    for name, codes in expected.items():
        began = time.monotonic()
        found = outcome(door(child, server, wire, name, QUICK if "timeout" in codes else PATIENT))
        took = time.monotonic() - began
        if found is None or found.code not in codes.split("|") or took > 8:
            wrong[name] = (found and found.code, codes, took)
        elif KEY in str(found) or re.search(r"[Ee]rror|[Rr]equest|[Ss]erver\b", str(found)):
            wrong[name] = (str(found), codes, took)
    assert wrong == {}
    assert len(expected) > 50
    assert server.hits("s500") == before + 1  # litellm tries nothing again by itself
    assert KEY not in caplog.text


def test_a_passing_trouble_is_tried_again_for_passages_and_not_for_a_question(
    child: Child, server: FaultServer
) -> None:
    assert len(door(child, server, "openai", "flaky_loading").passages(TEXTS)) == len(TEXTS)
    with pytest.raises(ModelError):
        door(child, server, "ollama", "flaky_capacity").question("Bonjour")
    assert server.hits("flaky_capacity") == 1


def test_a_slow_server_is_left_to_rest(child: Child, server: FaultServer) -> None:
    embedder = door(child, server, "ollama", "vec_slow", QUICK)
    assert code_of(embedder) is ErrorCode.TOTAL_TIMEOUT
    began = time.monotonic()
    with pytest.raises(ModelError) as caught:
        embedder.question("Bonjour")
    assert caught.value.code is ErrorCode.RESTING
    assert time.monotonic() - began < 0.1


def test_cancel_is_immediate(child: Child, server: FaultServer) -> None:
    embedder = door(child, server, "openai", "vec_slow")
    threading.Timer(0.2, embedder.cancel).start()
    began = time.monotonic()
    assert code_of(embedder) is ErrorCode.CANCELLED
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("wire", FORMATS)
def test_a_local_profile_reaches_loopback_and_nothing_else(
    home_child: Child, server: FaultServer, wire: str
) -> None:
    assert door(home_child, server, wire, "ok").profile.local
    assert len(door(home_child, server, wire, "ok").passages(TEXTS)) == len(TEXTS)
    far = door(home_child, server, wire, "ok", adresse="http://192.0.2.1/v1")
    assert code_of(far) is ErrorCode.LEAVES


class OneLink:
    """Answers every request with vectors and keeps it; never a process."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.closed = False

    def start(self) -> bool:
        return True

    def wait_ready(self, seconds: float) -> bool:
        return True

    def ask(self, request: Any) -> int:
        self.asked.append(dict(request))
        self.events = [
            {"event": "vectors", "vectors": [[1.0, 2.0] for _ in request["embed"]]},
            {"event": "done", "usage": [12, 0]},
        ]
        return 1

    def receive(self, number: int, seconds: float) -> Any:
        return self.events.pop(0)

    def cancel(self, number: int) -> None: ...

    def forget(self, number: int) -> None: ...

    def close(self) -> None:
        self.closed = True


def profile(**table: Any) -> Any:
    return embedding_profile({"vecteurs": table}, {})


def test_a_hosted_model_never_sees_an_identifier() -> None:
    link = OneLink()
    for model, seen in (("mistral/mistral-embed", "[MAIL_1]"), ("ollama/bge-m3", "lea@lac.example")):
        Embedder(profile(modele=model), link=link, environ={}).question("Écrire à lea@lac.example ?")
        assert seen in link.asked[-1]["embed"][0]
    unmasked = Embedder(profile(modele="mistral/mistral-embed", masquage=False), link=link, environ={})
    assert "lea@lac.example" in unmasked.payload("Écrire à lea@lac.example ?")["embed"][0]


def test_the_account_and_the_ceiling_of_a_hosted_model(tmp_path: Any) -> None:
    from ascom_coach.models import Ledger

    wanted = profile(modele="mistral/mistral-embed", prix_entree=100, plafond=0.002)
    embedder = Embedder(wanted, folder=tmp_path, link=OneLink(), environ={})
    embedder.question("Bonjour")
    month = Ledger(tmp_path).month("mistral")
    assert (month.sent, month.received, month.calls) == (12, 0, 1)
    assert month.dollars == pytest.approx(0.0012)
    with pytest.raises(ModelError) as caught:
        embedder.question("Bonjour, " * 30)
    assert caught.value.code is ErrorCode.CEILING


def test_words_that_some_models_ask_for_and_where_texts_are_cut() -> None:
    link = OneLink()
    for name, before in (
        ("ollama/nomic-embed-text", "search_query: "),
        ("openai/multilingual-e5-large", "query: "),
    ):
        Embedder(profile(modele=name, adresse="http://127.0.0.1:9/v1"), link=link, environ={}).question(
            "Bonjour"
        )
        assert link.asked[-1]["embed"] == [f"{before}Bonjour"]
    bare = profile(modele="ollama/bge-m3", contexte=100)
    assert bare.passage("x" * 999) == "x" * 250
    assert profile(modele="ollama/nomic-embed-text", prefixe_passage="").passage("a") == "a"
    assert profile(modele="ollama/le5t").question("a") == "a"


def test_the_stamp_follows_what_makes_the_vectors() -> None:
    base = {"modele": "ollama/bge-m3"}
    stamps = {
        profile(**{**base, **change}).stamp
        for change in (
            {}, {"modele": "ollama/autre"}, {"adresse": "http://127.0.0.1:9"}, {"contexte": 600},
            {"prefixe_passage": "p"},
        )
    }  # fmt: skip
    assert len(stamps) == 5
    assert profile(**base, prefixe_question="q: ", plafond=3).stamp == profile(**base).stamp


def test_no_profile_means_the_built_in_vectors() -> None:
    assert embedding_profile({}, {}) is None
    assert embedding_profile({"vecteurs": {"modele": "ollama/x", "actif": False}}, {}) is None
    assert embedding_profile({"vecteurs": {"modele": "ollama/x"}}, {"ASCOM_MODELE": "integre"}) is None
    assert profile(modele="bge-m3").profile.model == "ollama/bge-m3"
    assert profile(modele="bge-m3", adresse="http://127.0.0.1:8080/v1").profile.model == "openai/bge-m3"
    for table in ({}, {"modele": "ollama/x", "contexte": 3}, {"modele": "ollama/x", "adresse": "ftp://x"}):
        with pytest.raises(CoachError):
            profile(**table)


def test_the_child_of_the_model_that_speaks_serves_both() -> None:
    voice = Gateway(make_profile("voix", "ollama_chat/petit"), link=OneLink(), environ={})
    together = Embedder(profile(modele="ollama/bge-m3"), beside=voice, environ={})
    assert together.link is voice.link
    together.close()
    assert code_of(together) is ErrorCode.CANCELLED  # a thread that builds does not start a child again
    assert not voice.link.closed  # type: ignore[attr-defined]
    apart = Embedder(profile(modele="mistral/mistral-embed"), beside=voice, environ={})
    assert apart.link is not voice.link
    far = Gateway(make_profile("loin", "mistral/petit", key_env="CLE"), link=OneLink(), environ={"CLE": "a"})
    for key_env, same in (("CLE", True), ("AUTRE", False)):
        beside = profile(modele="mistral/mistral-embed", cle_env=key_env)
        other = Embedder(beside, beside=far, environ={"CLE": "a-1", "AUTRE": "b-2"})
        assert (other.link is far.link) is same


def test_a_batch_is_one_that_every_server_takes() -> None:
    assert 1 < Embedder.batch <= 32
    assert len(good(["x"])[0]) == SIZE
