"""« Votre attitude a aidé l’échange » quotes the words that show it, or nothing."""

from __future__ import annotations

import pytest

from ascom_coach.language import spoken_acts
from ascom_coach.rehearsal import State
from ascom_coach.rehearsal.state import Utterance
from ascom_coach.review import Finding
from tests.review.material import letter, review, scenario, text


def _judge(*spoken: str, **asked: object) -> Finding:
    control = {"id": "c1", "critere": "K1.4", "type": "conduite", **asked}
    lines, acts = [], []
    for rank, words in enumerate(spoken, 1):
        lines.append(Utterance(rank * 5, "stagiaire", "cliente", words, "stagiaire", "appel", rank))
        acts += [(rank * 5 + 1, one.act, words[one.start : one.end]) for one in spoken_acts(words)]
    state = State(transcript=tuple(lines), acts=tuple(acts))
    found = review(scenario(letter(control)), text("Bonjour,\nAna"), state=state).findings
    return next(item for item in found if item.check == "conduite")


@pytest.mark.parametrize(
    ("spoken", "asked", "quote"),
    [
        (
            ("Bonjour. Je comprends votre agacement.", "Quel est le numéro du dossier ?"),
            {"actes": ["empathie"]},
            "Je comprends votre agacement.",
        ),
        (
            ("Je suis désolée pour cette attente.", "À quelle heure est-ce arrivé ?"),
            {"actes_interdits": ["reproche"]},
            "Je suis désolée pour cette attente.",
        ),
        (
            ("Je vous remercie de votre patience.", "Et le téléphone ?"),
            {"actes_interdits": ["insulte"]},
            "Je vous remercie de votre patience.",
        ),
    ],
)
def test_the_words_that_show_it_are_quoted(
    spoken: tuple[str, ...], asked: dict[str, object], quote: str
) -> None:
    finding = _judge(*spoken, **asked)
    assert (finding.status, finding.message) == ("conforme", "Votre attitude a aidé l’échange.")
    assert finding.quote == quote
    assert finding.locator is not None
    assert finding.locator.ref == "seance:n5"


@pytest.mark.parametrize(
    "spoken",
    [("Quel est le numéro du dossier ?",), ("Bonjour, Ana, de Thermo.", "À quelle heure est-ce arrivé ?")],
)
def test_a_question_shows_no_attitude(spoken: tuple[str, ...]) -> None:
    finding = _judge(*spoken, actes_interdits=["reproche"])
    assert finding.status == "conforme"
    assert "attitude a aidé" not in finding.message
    assert (finding.quote, finding.locator) == ("", None)


def test_an_act_that_is_missing_is_still_a_defect() -> None:
    assert _judge("Quel est le numéro du dossier ?", actes=["empathie"]).status == "defaut"
