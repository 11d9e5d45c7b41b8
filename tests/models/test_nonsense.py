"""The worst model: well-formed answers made of chance. None of it reaches the screen as a fact, a quote or a source."""

from __future__ import annotations

import json
import random
import re
from typing import Any

import pytest

from ascom_coach.models import (
    JudgeRequest,
    Ladder,
    RouteRequest,
    VoiceRequest,
    judge,
    phrase_answer,
    route,
    speak,
)
from ascom_coach.models.child.process import Child
from ascom_coach.models.guard.quantities import allowed, find_quantities

from .talking_server import PROBE_JSON, TalkingServer, is_probe

pytestmark = pytest.mark.xdist_group("litellm-child")
TURNS = 60
HEAP = (
    "le la une de votre nous client commande demain lundi 12 30 € facture I-4417 Durand Lyon je vous les est sera "
    "avoir réponse passe delivery the excuse technicien 06 39 98 00 11 vingt mars 8 h 15 pas jamais merci solide niveau"
)
WORDS = re.findall(r"\S+", HEAP)
COPY = "Madame,\nJe vous présente mes excuses pour ce retard.\nNous passons mardi 17 novembre à 8 h 30.\nLéa"
JUDGED = JudgeRequest("Le ton est-il juste ?", ("juste", "froid", "blessant"), "Un courriel.", (), COPY)
PASSAGES = (
    ("K1.2", "Les documents produits correspondent à la demande et respectent les délais fixés."),
    ("P1.5", "Une réponse écrite à un client mécontent, adaptée à la situation."),
)
SPOKEN = VoiceRequest(
    "Mme Aubin", "vouvoiement", "posée", "calme", 2, (("le jour", "jeudi"),), "Une laverie.", (), "Depuis quand ?",
    "Depuis jeudi, rien ne marche.", 3,
)  # fmt: skip
ROUTED = RouteRequest("Mme Aubin", (("jour", "le jour"), ("lieu", "le lieu")), "C’est quand ?")


def chance(seed: int) -> Any:
    """Fills the schema of each request at random; a text is a heap of words, some taken from the request itself."""
    luck = random.Random(seed)

    def text(words: list[str], longest: int) -> str:
        pool = [*WORDS, *luck.sample(words, min(len(words), 40))]
        start = luck.randrange(max(1, len(words) - 12))
        heap = (
            words[start : start + luck.randint(2, 12)]
            if luck.random() < 0.4
            else luck.choices(pool, k=luck.randint(2, 25))
        )
        return " ".join(heap)[:longest]

    def fill(rule: dict[str, Any], words: list[str]) -> Any:
        if "enum" in rule:
            return luck.choice(rule["enum"])
        if rule["type"] == "object":
            return {key: fill(one, words) for key, one in rule["properties"].items()}
        if rule["type"] == "array":
            return [
                fill(rule["items"], words)
                for _ in range(luck.randint(rule.get("minItems", 0), rule["maxItems"]))
            ]
        if rule.get("maxLength", 99) <= 12:
            return luck.choice(["K1.2", "P1.5", "K9.9", "X"])
        return text(words, rule.get("maxLength", 900))

    def say(body: dict[str, Any]) -> str:
        if is_probe(body):
            return PROBE_JSON
        words = re.findall(r"\S+", body["messages"][-1]["content"])
        schema = body["response_format"]["json_schema"]["schema"]
        return json.dumps(fill(schema, words), ensure_ascii=False)

    return say


def test_judgements_quote_the_copy_or_nothing(child: Child, talk: TalkingServer) -> None:
    talk.say = chance(1)
    ladder = Ladder(talk.gateway(child))
    outcomes = [judge(ladder, JUDGED) for _ in range(TURNS)]
    for found in outcomes:
        assert all(remark.quote in COPY for remark in found.remarks)
        for remark in found.remarks:
            known = find_quantities(f"{COPY} {JUDGED.question} {JUDGED.asked}")
            assert all(allowed(one, known) for one in find_quantities(remark.claim))
        assert found.outcome == "aucun" or found.remarks
        assert found.descriptor in ("", *JUDGED.descriptors)
    assert {found.outcome for found in outcomes} >= {"aucun"}


def test_answers_cite_what_was_found_or_nothing(child: Child, talk: TalkingServer) -> None:
    talk.say = chance(2)
    ladder = Ladder(talk.gateway(child))
    known = find_quantities(" ".join(text for _, text in PASSAGES))
    dropped = 0
    for _ in range(TURNS):
        found = phrase_answer(ladder, "Que respecter ?", PASSAGES)
        dropped += not found.sentences
        for one in found.sentences:
            assert set(one.passages) <= {"K1.2", "P1.5"}
            assert find_quantities(one.text) - find_quantities("K1.2 P1.5") <= known
    assert dropped > 0.7 * TURNS


def test_choices_are_of_the_list(child: Child, talk: TalkingServer) -> None:
    talk.say = chance(3)
    ladder = Ladder(talk.gateway(child))
    assert {route(ladder, ROUTED).choice for _ in range(TURNS)} == {"", "jour", "lieu"}


def test_replies_say_what_was_granted(child: Child, talk: TalkingServer) -> None:
    talk.say = chance(4)
    gateway = talk.gateway(child)
    known = find_quantities("jeudi")
    for _ in range(TURNS):
        found = speak(gateway, SPOKEN)
        assert "jeudi" in found.text
        assert find_quantities(found.text) <= known
