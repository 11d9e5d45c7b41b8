from __future__ import annotations

from pathlib import Path

import pytest

from ascom_coach.models import Completion, ErrorCode, LadderFile, ModelError, describe_state, make_profile

from .fault_server import FaultServer
from .talking_server import PROBE_JSON, PROBE_LINES

FRENCH = "Un bon de livraison accompagne la marchandise. Il sert à vérifier ce qui est reçu."


GOOD, LINES = PROBE_JSON, PROBE_LINES


class FakeGateway:
    """Answers in turn; an error code is raised."""

    profile = make_profile("p", "openai/ok")

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)

    def complete(self, messages: object, **_: object) -> Completion:
        answer = self.answers.pop(0)
        if isinstance(answer, ErrorCode):
            raise ModelError(answer)
        return Completion(str(answer), None, "essai", 0.5, 2.0, 1)


def statuses(lines: list) -> dict[str, str]:
    return {line.id: line.status for line in lines}


def test_no_model_is_said() -> None:
    assert "Aucun modèle" in describe_state(None)[0].detail


def test_without_test_nothing_is_contacted() -> None:
    lines = describe_state(make_profile("p", "ollama_chat/x", address="http://127.0.0.1:9"))
    assert set(list(statuses(lines).values())[2:]) == {"non testé"}


def test_all_is_well(server: FaultServer) -> None:
    profile = make_profile("p", "openai/ok", address=server.address + "/v1")
    gateway = FakeGateway(FRENCH, GOOD)
    lines = describe_state(profile, test=True, gateway=gateway)  # type: ignore[arg-type]
    assert set(statuses(lines).values()) == {"ok"}
    assert [line.id for line in lines][2:] == ["address", "key", "model", "french", "structured", "speed"]
    assert "0,5" in lines[-1].detail


@pytest.mark.parametrize(
    ("answers", "failed"),
    [
        (
            (
                "The delivery note lists what is in the parcel and who sent it.",
                GOOD,
            ),
            "french",
        ),
        ((FRENCH, "mardi", "mardi", "mardi"), "structured"),
        ((FRENCH, ErrorCode.BUSY), "structured"),
        ((ErrorCode.BUSY,), "french"),
    ],
)
def test_each_failure_has_a_remedy(server: FaultServer, answers: tuple, failed: str) -> None:
    profile = make_profile("p", "ollama_chat/ok", address=server.address)
    lines = describe_state(profile, test=True, gateway=FakeGateway(*answers))  # type: ignore[arg-type]
    assert [line.id for line in lines if line.status == "échec"] == [failed]
    assert all(line.remedy for line in lines if line.status == "échec")


@pytest.mark.parametrize(
    ("answers", "words", "rung"),
    [
        ((GOOD,), "1 sur 3, schéma", "schema"),
        ((ErrorCode.SCHEMA, GOOD), "2 sur 3, JSON", "json"),
        (("mardi", "mardi", LINES), "3 sur 3, lignes étiquetées", "lines"),
        (("mardi",) * 3, "Aucun échelon", "none"),
    ],
)
def test_the_rung_reached_is_said_and_remembered(
    server: FaultServer, tmp_path: Path, answers: tuple, words: str, rung: str
) -> None:
    profile = make_profile("p", "openai/ok", address=server.address + "/v1")
    gateway = FakeGateway(FRENCH, *answers)
    lines = describe_state(profile, test=True, gateway=gateway, folder=tmp_path)  # type: ignore[arg-type]
    (line,) = [line for line in lines if line.id == "structured"]
    assert words in line.detail
    assert (line.status == "échec") is (rung == "none")
    known = LadderFile(tmp_path).get("openai/ok @ fournisseur")
    assert known is not None
    assert known.rung == rung


def test_server_side_failures(server: FaultServer) -> None:
    def failed(**options: str) -> list[str]:
        profile = make_profile(
            "p", options.get("model", "openai/ok"), address=options["address"], key_env="CLE"
        )
        lines = describe_state(profile, test=True, environ={"CLE": options.get("key", "bonne")})
        return [line.id for line in lines if line.status == "échec"]

    assert failed(address="http://127.0.0.1:9/v1") == ["address"]
    assert failed(address=server.address + "/v1", key="refusee") == ["key"]
    assert failed(address=server.address + "/v1", model="openai/inconnu") == ["model"]
    assert failed(address=server.address + "/v1", key="") == ["key"]
