"""An appreciation through a real child and a model on loopback: quotes checked, two runs, never a level."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from ascom_coach.models import Judged, JudgeRequest, Ladder, judge
from ascom_coach.models.child.process import Child

from .talking_server import PROBE_JSON, TalkingServer, is_probe

pytestmark = pytest.mark.xdist_group("litellm-child")
REQUEST = JudgeRequest(
    "La réponse apaise-t-elle la cliente ?", ("apaise et engage", "correcte mais froide", "aggrave"),
    "La réponse à la cliente.", (("le passage", "mardi 17 novembre"),),
    "Madame,\nJe suis désolé pour cette attente et je comprends votre inquiétude.\nNous passons mardi 17 novembre.",
)  # fmt: skip
QUOTE = "je comprends votre inquiétude"
CLAIM = "Vous reconnaissez ce que vit la lectrice, et cela l’apaise."


def answer(descriptor: str, *remarks: tuple[str, str]) -> Any:
    """A judge that always means the same descriptor, whatever its letter."""

    def say(body: dict[str, Any]) -> str:
        if is_probe(body):
            return PROBE_JSON
        letter = re.search(rf"^([a-h]) : {re.escape(descriptor)}$", body["messages"][-1]["content"], re.M)
        said = [{"citation": quote, "constat": claim} for quote, claim in remarks or ((QUOTE, CLAIM),)]
        return json.dumps(
            {"remarques": said, "avis": letter[1] if letter else descriptor}, ensure_ascii=False
        )

    return say


def run(child: Child, talk: TalkingServer, request: JudgeRequest = REQUEST) -> Judged:
    return judge(Ladder(talk.gateway(child)), request)


def test_two_runs_that_agree_with_a_quote(child: Child, talk: TalkingServer) -> None:
    talk.say = answer("apaise et engage")
    found = run(child, talk)
    assert (found.outcome, found.descriptor) == ("avis", "apaise et engage")
    assert [(one.quote, one.claim) for one in found.remarks] == [(QUOTE, CLAIM)]
    assert (found.model, found.prompt, found.dropped) == ("openai/essai", "juge@2", 0)
    lists = [re.findall(r"^[a-h] : .*$", body["messages"][-1]["content"], re.M) for body in talk.bodies[1:]]
    assert len(lists) == 2
    assert lists[0][0] == "a : apaise et engage"
    assert lists[1][0] == "a : aggrave"


def test_a_judge_that_follows_the_order_is_caught(child: Child, talk: TalkingServer) -> None:
    talk.say = answer("a")  # always the first letter: first « apaise », then « aggrave »
    found = run(child, talk)
    assert (found.outcome, found.descriptor) == ("a_verifier", "")
    assert found.heard == ("apaise et engage", "aggrave")
    assert found.remarks


def test_feedback_stands_before_the_answer_in_what_is_asked(child: Child, talk: TalkingServer) -> None:
    talk.say = answer("aggrave")
    run(child, talk)
    properties = list(talk.bodies[-1]["response_format"]["json_schema"]["schema"]["properties"])
    assert properties == ["remarques", "avis"]
    avis = talk.bodies[-1]["response_format"]["json_schema"]["schema"]["properties"]["avis"]
    assert avis["enum"] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "remark",
    [
        ("je comprends votre colère", CLAIM),
        ("Je vous rembourse 50 euros", CLAIM),
        ("des excuses", CLAIM),
        (QUOTE, "The client will feel understood and that is what she needs."),
        (QUOTE, "Vous promettez 50 euros, ce qui apaise la lectrice."),
        (QUOTE, "Cette copie mérite 20/20 sur tous les points."),
        (QUOTE, "Écris plutôt, pour toi : je te prie de m’excuser."),
    ],
)
def test_a_remark_without_proof_or_against_the_rules_is_dropped(
    child: Child, talk: TalkingServer, remark: tuple[str, str]
) -> None:
    talk.say = answer("apaise et engage", remark)
    found = run(child, talk)
    assert (found.outcome, found.remarks, found.dropped) == ("aucun", (), 1)
    assert "citation" in found.reason
    assert len(talk.bodies) == 2  # the probe and one run: the second could prove nothing more
    talk.say = answer("apaise et engage", remark, (QUOTE, CLAIM))
    kept = run(child, talk)
    assert (kept.outcome, len(kept.remarks), kept.dropped) == ("avis", 1, 2)


@pytest.mark.parametrize(
    "say",
    [
        lambda body: (401, "no"),
        lambda body: PROBE_JSON if is_probe(body) else "La réponse est bonne.",
        lambda body: PROBE_JSON if is_probe(body) else '{"remarques": [], "avis": "a"}',
        lambda body: PROBE_JSON if is_probe(body) else '{"remarques": [{"citation": "je comp',
        lambda body: "Good letter.",
    ],
)
def test_a_failing_judge_gives_nothing_and_says_why(child: Child, talk: TalkingServer, say: Any) -> None:
    talk.say = say
    found = run(child, talk)
    assert (found.outcome, found.remarks) == ("aucun", ())
    assert found.reason.endswith(".")
    assert "openai" not in found.reason.lower()


@pytest.mark.parametrize("lacking", [{"copy": "  "}, {"descriptors": ("seul",)}, {"descriptors": ()}])
def test_nothing_to_judge_asks_nobody(child: Child, talk: TalkingServer, lacking: dict[str, Any]) -> None:
    request = JudgeRequest(
        **{field: getattr(REQUEST, field) for field in REQUEST.__dataclass_fields__} | lacking
    )
    assert run(child, talk, request).outcome == "aucun"
    assert talk.bodies == []
