# ruff: noqa: E501 -- a sentence stays on one line
"""A question about an act promises nothing, with or without its mark."""

from __future__ import annotations

import datetime as dt

import pytest

from ascom_coach.language import find_promises

TODAY = dt.date(2026, 5, 11)


@pytest.mark.parametrize(
    "text",
    ["j'envoie la reponse comment", "a quel num puis-je vs rappeler", "je vous rappelle quand", "on vous livre où",
     "quand est-ce que je vous envoie le devis", "À qui dois-je envoyer la copie", "Je rembourse combien"],
)  # fmt: skip
def test_a_question_without_its_mark(text: str) -> None:
    assert find_promises(text, TODAY) == []


@pytest.mark.parametrize(
    ("text", "sense"),
    [("Je vous rappelle demain quand j'ai la réponse.", "rappeler"), ("Je vous envoie le devis ce soir", "envoyer"),
     ("Nous vous livrons jeudi à l'adresse où vous habitez.", "livrer"), ("Je vous explique comment, puis je vous rappelle", "rappeler")],
)  # fmt: skip
def test_a_promise_that_holds_a_question_word(text: str, sense: str) -> None:
    assert [promise.sense for promise in find_promises(text, TODAY)] == [sense]
