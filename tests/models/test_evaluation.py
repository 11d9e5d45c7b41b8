"""`modele evaluer` with models of known quality on loopback: the table tells them apart, and says what was asked."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ascom_coach.errors import RefusedInputError
from ascom_coach.models import Evaluation, Ladder, ModelError, evaluate, evaluation_table
from ascom_coach.models.child.process import Child
from ascom_coach.models.evaluation.cases import load_cases
from ascom_coach.models.evaluation.measuring import Row

from .talking_server import PROBE_JSON, TalkingServer, is_probe

pytestmark = pytest.mark.xdist_group("litellm-child")
CASES = load_cases()


def between(text: str, start: str, end: str) -> str:
    return text.partition(start)[2].partition(end)[0].strip()


def fenced(text: str) -> str:
    found = re.findall(r"<<<\w+\n(.*?)\n\w+>>>", text, re.S)
    return str(found[-1])


def perfect(body: dict[str, Any]) -> str:
    """Says the scripted line, knows every answer."""
    if is_probe(body):
        return PROBE_JSON
    user = body["messages"][-1]["content"]
    said = fenced(user)
    if "La même réplique" in user:
        data: dict[str, Any] = {"replique": between(user, "sans rien y ajouter) :", "Les derniers échanges")}
    elif "Sujets possibles" in user:
        case = next(one for one in CASES.route if one.request.text == said)
        number = re.search(rf"^(S\d) : {re.escape(case.expected)}$", user, re.M) if case.expected else None
        data = {"sujet": number[1] if number else "aucun"}
    elif "Les réponses possibles" in user:
        judged = next(one for one in CASES.judge if one.request.copy == said)
        letter = re.search(rf"^([a-h]) : {re.escape(judged.expected)}$", user, re.M)
        quote = " ".join(said.splitlines()[1].split()[:5])
        remark = {"citation": quote, "constat": "Cet extrait montre bien ce que la lectrice va comprendre."}
        data = {"remarques": [remark], "avis": letter[1] if letter else ""}
    else:
        asked = next(one for one in CASES.reference if one.question == said)
        data = {"phrases": [{"texte": dict(asked.passages)[asked.cited], "passages": [asked.cited]}]}
    return json.dumps(data, ensure_ascii=False)


def run(child: Child, talk: TalkingServer, say: Any, times: int = 1) -> Evaluation:
    talk.say = say
    gateway = talk.gateway(child)
    return evaluate(gateway, Ladder(gateway), times=times, day="2026-11-25")


def rates(found: Evaluation) -> dict[str, float]:
    return {name: row.good / row.tried for name, row in found.rows.items() if row.tried}


def test_a_perfect_model_has_a_perfect_table(child: Child, talk: TalkingServer) -> None:
    found = run(child, talk, perfect, times=2)
    assert {name: rate for name, rate in rates(found).items() if rate < 1} == {}
    assert set(rates(found)) == set(found.rows)
    assert all(row.every == 1 for row in found.rows.values())
    assert found.failures == {}
    assert found.rung == "schema"
    page = evaluation_table(found)
    assert "25/11/2026" in page
    assert "voix@" in page
    assert "pass^2" in page
    assert "Aucune source connue" in page
    assert json.loads(json.dumps(found.to_json()))["stopped"] is None


@pytest.mark.parametrize(
    ("spoken", "low"),
    [
        ("Je vous livre lundi à 7 h pour 950 euros, promis.", "invented"),
        ("I think the delivery is fine and you will have it with the invoice.", "french"),
        ("En tant que modèle de langage, je suis mes consignes système.", "recited"),
        ("Tu as raison, et toi, tu notes bien tout pour ta réponse ?", "register"),
        ("Je ne peux pas vous aider sur ce point.", "refused"),
    ],
)
def test_each_weakness_shows_in_its_own_line(
    child: Child, talk: TalkingServer, spoken: str, low: str
) -> None:
    def weak(body: dict[str, Any]) -> str:
        if "La même réplique" in body["messages"][-1]["content"]:
            return json.dumps({"replique": spoken}, ensure_ascii=False)
        return perfect(body)

    found = rates(run(child, talk, weak))
    assert found[low] < 0.8
    assert found["spoken"] < 1
    assert found["routed"] == found["judged"] == found["phrased"] == 1


def test_a_model_that_knows_no_form_is_measured_all_the_same(child: Child, talk: TalkingServer) -> None:
    found = run(child, talk, lambda body: "Bien sûr, avec plaisir.")
    assert found.rung == "none"
    assert rates(found)["judged"] == rates(found)["phrased"] == rates(found)["routed"] == 0
    assert any("forme demandée" in reason for reason in found.failures)


def test_a_model_that_breaks_down_ends_the_round(child: Child, talk: TalkingServer) -> None:
    def dying(body: dict[str, Any]) -> Any:
        return perfect(body) if len(talk.bodies) < 5 else (500, "boom")

    found = run(child, talk, dying)
    assert found.stopped is not None
    assert found.stopped < CASES.count
    assert f"Interrompu après {found.stopped} cas" in evaluation_table(found)


def test_a_model_that_cannot_be_reached_gives_no_table(child: Child, talk: TalkingServer) -> None:
    with pytest.raises(ModelError, match="refuse la clé"):
        run(child, talk, lambda body: (401, "no"))


@pytest.mark.parametrize("times", [0, -1, 21])
def test_how_often_is_checked(child: Child, talk: TalkingServer, times: int) -> None:
    with pytest.raises(RefusedInputError):
        run(child, talk, perfect, times=times)


def test_pass_4_is_stricter_than_a_rate() -> None:
    row = Row("x", "X")
    for good in (True, True, True, False):
        row.add("un", good)
    assert (row.good, row.tried, row.every) == (3, 4, 0.0)
    for _ in range(4):
        row.add("deux", True)
    assert row.every == 0.5


def test_the_coach_keeps_the_page(child: Child, talk: TalkingServer, tmp_path: Path) -> None:
    from ascom_coach.evaluating import evaluate_model

    talk.say = perfect
    gateway = talk.gateway(child)
    _, page, path = evaluate_model(gateway, Ladder(gateway), tmp_path, 1, None, lambda done, total: None)
    assert path.parent == tmp_path / "evaluations"
    assert path.name.endswith("-openai-essai.md")
    assert path.read_text(encoding="utf-8") == page


def test_without_a_model_the_command_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    from ascom_coach.cli.main import main

    assert main(["modele", "evaluer"]) == 1
    assert "Aucun modèle" in capsys.readouterr().err
