from __future__ import annotations

import pytest

from ascom_coach.models import Completion, ErrorCode, ModelError, describe_state, make_profile

from .fault_server import FaultServer

FRENCH = "Un bon de livraison accompagne la marchandise. Il sert à vérifier ce qui est reçu."


class FakeGateway:
    """Answers in turn; an error code is raised."""

    def __init__(self, *answers: object) -> None:
        self.answers = list(answers)

    def complete(self, messages: object, **_: object) -> Completion:
        answer = self.answers.pop(0)
        if isinstance(answer, ErrorCode):
            raise ModelError(answer)
        data = answer if isinstance(answer, dict) else None
        return Completion(str(answer), data, "essai", 0.5, 2.0, 1)


def statuses(lines: list) -> dict[str, str]:
    return {line.id: line.status for line in lines}


def test_no_model_is_said() -> None:
    assert "Aucun modèle" in describe_state(None)[0].detail


def test_without_test_nothing_is_contacted() -> None:
    lines = describe_state(make_profile("p", "ollama_chat/x", address="http://127.0.0.1:9"))
    assert set(list(statuses(lines).values())[2:]) == {"non testé"}


def test_all_is_well(server: FaultServer) -> None:
    profile = make_profile("p", "openai/ok", address=server.address + "/v1")
    gateway = FakeGateway(FRENCH, {"jour": "mardi", "nombre": 5})
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
                {"jour": "mardi", "nombre": 5},
            ),
            "french",
        ),
        ((FRENCH, "mardi"), "structured"),
        ((FRENCH, ErrorCode.SCHEMA), "structured"),
        ((ErrorCode.BUSY,), "french"),
    ],
)
def test_each_failure_has_a_remedy(server: FaultServer, answers: tuple, failed: str) -> None:
    profile = make_profile("p", "ollama_chat/ok", address=server.address)
    lines = describe_state(profile, test=True, gateway=FakeGateway(*answers))  # type: ignore[arg-type]
    assert [line.id for line in lines if line.status == "échec"] == [failed]
    assert all(line.remedy for line in lines if line.status == "échec")


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
