"""Tokens and dollars of a hosted model, and the ceiling that the person sets."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from ascom_coach.errors import SurroundingsError
from ascom_coach.models import ErrorCode, Gateway, Ledger, ModelError, Usage, in_words, read_profile, suggest
from ascom_coach.models.child.process import Child
from ascom_coach.models.gateway.costs import cost, dollars_in_words, estimate_tokens

from .fault_server import FaultServer
from .test_gateway import CLOCKS, DONE, HELLO, LOCAL, FakeLink, fail, say

DAY = dt.date(2026, 11, 25)


def profile(**table: object) -> Any:
    return read_profile("loin", {"modele": "mistral/petit", "prix_entree": 1, "prix_sortie": 2} | table)


def done(sent: int, received: int) -> dict[str, Any]:
    return {**DONE, "usage": [sent, received]}


def gateway(link: FakeLink, folder: Path, chosen: Any) -> Gateway:
    return Gateway(
        chosen,
        folder=folder,
        clocks=CLOCKS,
        link=link,
        now=lambda: link.time,
        sleep=link.sleep,
        environ={},
    )


def records(folder: Path) -> list[dict[str, Any]]:
    path = folder / "modele-consommation.jsonl"
    return (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []
    )


def test_a_hosted_call_is_counted_and_nothing_said_is_kept(tmp_path: Path) -> None:
    link = FakeLink([say("Bonjour"), done(1000, 500)])
    answer = gateway(link, tmp_path, profile()).complete(HELLO, use="voix")
    assert answer.usage == Usage(1000, 500, 0.002, 1)
    (record,) = records(tmp_path)
    assert (record["party"], record["use"], record["dollars"]) == ("mistral", "voix", 0.002)
    assert "Bonjour" not in json.dumps(record)


def test_a_local_call_is_not_counted(tmp_path: Path) -> None:
    answer = gateway(FakeLink([say("ok"), DONE]), tmp_path, LOCAL).complete(HELLO)
    assert (answer.usage, records(tmp_path)) == (None, [])


def test_tries_and_broken_answers_count_and_refusals_do_not(tmp_path: Path) -> None:
    link = FakeLink([fail(ErrorCode.BUSY)], [say("ok"), done(10, 5)])
    assert gateway(link, tmp_path, profile()).complete(HELLO).usage == Usage(10, 5, 2e-5, 1)
    with pytest.raises(ModelError):
        gateway(FakeLink([say("Bonjour à vous"), fail(ErrorCode.CUT)]), tmp_path, profile()).complete(HELLO)
    cut = records(tmp_path)[-1]
    assert (cut["sent"], cut["received"]) == (
        estimate_tokens(["Bonjour"]),
        estimate_tokens(["Bonjour à vous"]),
    )
    assert len(records(tmp_path)) == 2


def test_the_ceiling_is_never_passed(tmp_path: Path) -> None:
    # 400 tokens of answer at most, 2 $ a million: 0.0008 $ a call beside the question
    chosen = profile(plafond=0.0025)
    for _ in range(3):
        link = FakeLink([say("Bonjour"), done(100, 300)])
        gateway(link, tmp_path, chosen).complete(HELLO)
    link = FakeLink()
    with pytest.raises(ModelError) as caught:
        gateway(link, tmp_path, chosen).complete(HELLO)
    assert (caught.value.code, link.asked) == (ErrorCode.CEILING, [])
    assert (Ledger(tmp_path).month("mistral").dollars or 0) <= 0.0025
    assert gateway(FakeLink([say("ok"), done(1, 1)]), tmp_path, profile()).complete(HELLO).text == "ok"


def test_a_new_month_starts_from_nothing_and_parties_are_apart(tmp_path: Path) -> None:
    for day in (DAY.replace(month=10), DAY):
        Ledger(tmp_path, today=lambda day=day: day).add(profile(), Usage(10, 10, 0.5, 1), "")
    Ledger(tmp_path, today=lambda: DAY).add(
        profile(modele="openai/x", adresse="https://a.example/v1"), Usage(1, 1, 9.0, 1), ""
    )
    assert Ledger(tmp_path, today=lambda: DAY).month("mistral") == Usage(10, 10, 0.5, 1)
    assert Ledger(tmp_path, today=lambda: DAY.replace(month=12, day=1)).month("mistral") == Usage()


def test_a_damaged_account_is_read_for_what_it_is_worth(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, today=lambda: DAY)
    ledger.add(profile(), Usage(10, 10, 0.5, 1), "")
    with (tmp_path / "modele-consommation.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"party": "mistral", "day": "2026-11-25"}\n{"coup\n[]\n')
    ledger.add(profile(), Usage(1, 1, None, 1), "")
    assert ledger.month("mistral") == Usage(11, 11, 0.5, 2)


def test_prices_are_asked_once_of_the_table_and_a_ceiling_without_price_refuses(tmp_path: Path) -> None:
    chosen = read_profile("loin", {"modele": "mistral/petit", "plafond": 5})
    price = {"after": 0, "event": "price", "prices": [0.15, 0.6]}
    link = FakeLink([price], [say("ok"), done(1_000_000, 0)], [say("ok"), done(1, 1)])
    door = gateway(link, tmp_path, chosen)
    assert door.complete(HELLO).usage == Usage(1_000_000, 0, 0.15, 1)
    door.complete(HELLO)
    assert [set(one) & {"price", "messages"} for one in link.asked] == [{"price"}, {"messages"}, {"messages"}]
    unknown = FakeLink([{**price, "prices": None}])
    with pytest.raises(ModelError) as caught:
        gateway(unknown, tmp_path, chosen).complete(HELLO)
    assert caught.value.code is ErrorCode.PRICE_UNKNOWN


@pytest.mark.parametrize(
    "table",
    [
        {"plafond": "beaucoup"},
        {"plafond": -1},
        {"plafond": True},
        {"prix_sortie": None},
        {"prix_entree": float("nan")},
    ],
)
def test_odd_amounts_are_refused(table: dict[str, object]) -> None:
    with pytest.raises(SurroundingsError, match="loin"):
        profile(**table)


def test_words() -> None:
    assert in_words(Usage()) == "aucun appel"
    assert in_words(Usage(3000, 400, 0.024, 12)) == "12 appels, environ 3\u202f400 jetons, 0,02\u00a0$"
    assert dollars_in_words(0.0004) == "moins de 0,01\u00a0$"
    assert dollars_in_words(None) == "prix inconnu"
    assert cost((1.0, 2.0), 500_000, 500_000) == 1.5


@pytest.mark.xdist_group("litellm-child")
@pytest.mark.parametrize("provider", ["openai", "mistral", "ollama_chat"])
def test_the_servers_own_count_arrives_through_the_real_child(
    child: Child, server: FaultServer, tmp_path: Path, provider: str
) -> None:
    table = {"modele": f"{provider}/ok", "adresse": server.base(provider), "heberge": True, "plafond": 1}
    chosen = read_profile("p", table | {"prix_entree": 1000, "prix_sortie": 2000})
    door = Gateway(chosen, folder=tmp_path, link=child, environ={})
    assert door.complete(HELLO).usage == Usage(120, 30, 0.18, 1)
    door.complete(HELLO)
    assert Ledger(tmp_path).month(chosen.party).calls == 2
    sent = len(server.requests)
    with pytest.raises(ModelError) as caught:
        door.complete(HELLO)
    assert caught.value.code is ErrorCode.CEILING
    assert Ledger(tmp_path).month(chosen.party).dollars <= 1  # type: ignore[operator]
    assert len(server.requests) == sent
    uncounted = Gateway(
        read_profile("p", table | {"modele": f"{provider}/no_usage"}),
        folder=tmp_path / "b",
        link=child,
        environ={},
    )
    with pytest.raises(ModelError) as unknown:
        uncounted.complete(HELLO)
    assert unknown.value.code is ErrorCode.PRICE_UNKNOWN


@pytest.mark.xdist_group("litellm-child")
def test_litellms_table_knows_the_suggested_hosted_models(child: Child) -> None:
    for offer in suggest(None):
        if offer.hosted:
            prices = Gateway(read_profile("p", {"modele": offer.model}), link=child, environ={}).prices()
            assert prices is not None, offer.model
            assert 0 < prices[0] < 10
    assert (
        Gateway(read_profile("p", {"modele": "openai/inconnu-xyz"}), link=child, environ={}).prices() is None
    )
