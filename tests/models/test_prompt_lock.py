"""A changed prompt has a new version, and the largest request fits the smallest context that is suggested."""

from __future__ import annotations

import hashlib

import pytest

from ascom_coach.models import JudgeRequest, RouteRequest, judge_messages, load_prompt, route_messages
from ascom_coach.models.child.wire import Message
from ascom_coach.models.structured.forms import instruction
from ascom_coach.models.tasks.reference_answer import reference_messages
from ascom_coach.resources import prompts_dir

# id: version and beginning of the file's SHA-256. Reports name the version: change both together.
LOCK = {
    "juge": (2, "101642ea065af9f0"),
    "reference": (1, "e72651898a202e5f"),
    "routeur": (2, "d6995a1bd8a8d994"),
    "voix": (2, "be9e6bc0c87eb036"),
}
CONTEXT = 8192  # tokens
PER_TOKEN = 3.5  # characters of French, careful


@pytest.mark.parametrize("name", sorted(path.stem for path in prompts_dir().glob("*.md")))
def test_a_changed_prompt_has_a_new_version(name: str) -> None:
    text = (prompts_dir() / f"{name}.md").read_text(encoding="utf-8")
    found = (load_prompt(name).version, hashlib.sha256(text.encode()).hexdigest()[:16])
    assert found == LOCK[name]


def size(messages: list[Message], name: str) -> float:
    prompt = load_prompt(name)
    asked = sum(len(message["content"]) for message in messages) + len(
        instruction(prompt.schema or {}, "json")
    )
    return asked / PER_TOKEN + prompt.max_tokens


def test_the_largest_requests_fit() -> None:
    words = "une copie très longue, " * 5000
    told = tuple(
        (f"le sujet numéro {n}", "une valeur assez longue, comme une phrase entière") for n in range(40)
    )
    judged = JudgeRequest("La question posée ?", ("bien", "moyen", "mal"), words[:800], told, words)
    assert size(judge_messages(judged), "juge") < CONTEXT
    routed = RouteRequest(
        "Mme Test", tuple((f"f{n}", f"le sujet numéro {n}") for n in range(60)), words, words
    )
    assert size(route_messages(routed), "routeur") < CONTEXT
    passages = tuple((f"X{n}", words) for n in range(30))
    assert size(reference_messages(words, passages), "reference") < CONTEXT
