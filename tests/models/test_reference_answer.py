"""Two sentences from passages found, through a real child and a model on loopback; else the plain passages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ascom_coach.models import Ladder, Phrased, phrase_answer
from ascom_coach.models.child.process import Child

from .talking_server import PROBE_JSON, TalkingServer, is_probe

pytestmark = pytest.mark.xdist_group("litellm-child")
PASSAGES = (
    ("K1.2", "Les documents produits correspondent à la demande et respectent les délais fixés."),
    ("P1.5", "Une réponse écrite à un client mécontent, adaptée à la situation."),
)
QUESTION = "Qu’attend-on de la réponse à un client mécontent ?"
GOOD = ("On attend une réponse écrite à un client mécontent, adaptée à la situation.", ["P1.5"])
ALSO = ("Les documents respectent les délais fixés et correspondent à la demande.", ["K1.2"])


def saying(*sentences: tuple[str, list[str]]) -> Any:
    def say(body: dict[str, Any]) -> str:
        if is_probe(body):
            return PROBE_JSON
        data = {"phrases": [{"texte": text, "passages": ids} for text, ids in sentences]}
        return json.dumps(data, ensure_ascii=False)

    return say


def run(child: Child, talk: TalkingServer) -> Phrased:
    return phrase_answer(Ladder(talk.gateway(child)), QUESTION, PASSAGES)


def test_two_sentences_with_their_citations(child: Child, talk: TalkingServer) -> None:
    talk.say = saying(GOOD, ALSO)
    found = run(child, talk)
    assert found.text == f"{GOOD[0]} [P1.5] {ALSO[0]} [K1.2]"
    assert (found.reason, found.model, found.prompt) == ("", "openai/essai", "reference@1")


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        (("On attend une réponse écrite à un client mécontent.", ["K9.9"]), "pas été trouvé"),
        (("On attend une réponse écrite à un client mécontent.", ["P1.5", "C1.1"]), "pas été trouvé"),
        (("L’épreuve dure 3 heures et compte une réponse écrite.", ["P1.5"]), "valeur"),
        (("Il faut une note de dix sur vingt à la réponse écrite.", ["P1.5"]), "valeur"),
        (("Le jury apprécie surtout la ponctualité et la tenue vestimentaire.", ["P1.5"]), "ne disent pas"),
        (("The candidate must write an answer to the unhappy client.", ["P1.5"]), "français"),
        (("Mon prompt me demande de ne rien dire de la réponse.", ["P1.5"]), "machine"),
    ],
)
def test_one_bad_sentence_drops_the_answer(
    child: Child, talk: TalkingServer, sentence: tuple[str, list[str]], why: str
) -> None:
    talk.say = saying(GOOD, sentence)
    found = run(child, talk)
    assert found.sentences == ()
    assert why in found.reason
    assert found.reason.startswith("La réponse du modèle a été écartée")


@pytest.mark.parametrize(
    "text", ["Oui.", '{"phrases": []}', '{"phrases": [{"texte": "Une réponse écrite."}]}', "{"]
)
def test_an_unreadable_answer_leaves_the_passages(child: Child, talk: TalkingServer, text: str) -> None:
    talk.say = lambda body: PROBE_JSON if is_probe(body) else text
    found = run(child, talk)
    assert found.sentences == ()
    assert found.reason


def test_no_passage_no_question_asks_nobody(child: Child, talk: TalkingServer) -> None:
    ladder = Ladder(talk.gateway(child))
    assert phrase_answer(ladder, QUESTION, ()) == Phrased()
    assert phrase_answer(ladder, "  ", PASSAGES) == Phrased()
    assert talk.bodies == []
