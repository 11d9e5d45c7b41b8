# ruff: noqa: E501 -- a sentence stays on one line
"""A promise made aloud and what the written reply makes of it."""

from __future__ import annotations

import pytest

from ascom_coach.rehearsal import State
from ascom_coach.rehearsal.state import Promise, Utterance
from ascom_coach.review import Finding
from tests.review.material import letter, review, scenario, text

CONTROL = {"id": "c1", "critere": "K1.2", "type": "promesses_tenues", "a": "cliente"}


def _judge(
    spoken: str, written: str, *, verdict: str = "permis", twists: frozenset[str] = frozenset()
) -> Finding:
    said = Utterance(5, "stagiaire", "cliente", spoken, "stagiaire", "appel", 1)
    made = (Promise(6, "geste", spoken.rstrip("."), "", verdict, "geste"),) if verdict != "permis" else ()
    state = State(transcript=(said,), promises=made, twists=twists)
    found = review(scenario(letter(CONTROL)), text(written), state=state).findings
    return next(item for item in found if item.check == "promesses_tenues")


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("Nous vous livrons mercredi 4 mars.", "Bonjour,\nNous vous livrerons votre lampe le 4 mars 2026.\nAna"),
        ("Je vous accorde une remise de 15 euros.", "Bonjour,\nComme convenu, une remise de 15 € vous est accordée.\nAna"),
        ("Je vous rappelle demain à 10 h.", "Bonjour,\nJe vous rappelle mardi à 10 heures.\nAna"),
    ],
)  # fmt: skip
def test_a_promise_written_as_it_was_said(spoken: str, written: str) -> None:
    assert _judge(spoken, written).status == "conforme"


def test_another_day_is_found_where_it_is_written() -> None:
    finding = _judge(
        "Nous vous livrons mercredi 4 mars.",
        "Bonjour,\nNous vous livrerons votre lampe vendredi 6 mars.\nAna",
    )
    assert finding.status == "defaut"
    assert "vendredi 6 mars" in finding.quote
    assert "mercredi 4 mars" in finding.message


def test_a_forgotten_amount_is_found() -> None:
    finding = _judge(
        "Je vous accorde une remise de 15 euros.", "Bonjour,\nNous sommes désolés pour cette lampe.\nAna"
    )
    assert finding.status == "defaut"
    assert "15 euros" in finding.message


def test_a_promise_without_a_value_must_still_be_written() -> None:
    assert _judge("Nous remplaçons votre lampe.", "Bonjour,\nNous sommes désolés.\nAna").status == "defaut"
    assert (
        _judge("Nous remplaçons votre lampe.", "Bonjour,\nNous remplacerons votre lampe.\nAna").status
        == "conforme"
    )


@pytest.mark.parametrize(
    "spoken", ["Je comprends.", "Nous pourrions vous livrer mercredi.", "Vous voulez une remise ?"]
)
def test_nothing_firm_was_promised(spoken: str) -> None:
    assert _judge(spoken, "Bonjour,\nMerci.\nAna").status == "sans_objet"


def test_what_a_twist_changed_may_be_written_otherwise() -> None:
    finding = _judge(
        "Nous vous livrons mercredi 4 mars.", "Bonjour,\nNous vous livrerons votre lampe jeudi 5 mars.\nAna",
        twists=frozenset({"retard"}),
    )  # fmt: skip
    assert finding.status == "conforme"


def test_a_banned_promise_is_judged_elsewhere() -> None:
    spoken = "Je vous accorde une remise de 90 euros."
    assert _judge(spoken, "Bonjour,\nMerci.\nAna", verdict="au-dela").status == "sans_objet"


def test_without_a_session_nothing_is_said() -> None:
    found = review(scenario(letter(CONTROL)), text("Bonjour,\nMerci.\nAna")).findings
    assert [item.status for item in found if item.check == "promesses_tenues"] == ["non_evaluable"]
