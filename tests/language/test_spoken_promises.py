"""What a typed turn commits to, in the words of speech."""

from __future__ import annotations

import datetime as dt

import pytest

from ascom_coach.language import find_promises, spoken_promises

DAY = dt.date(2026, 11, 16)


def senses(text: str) -> set[str]:
    return {one.sense for one in spoken_promises(text, DAY)}


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("bon, on vous rend vos 130 euros demain sans faute", "rembourser"),
        ("je vous dépose les clés ce soir, promis", "livrer"),
        ("on refait la peinture à nos frais lundi", "geste"),
        ("le devis corrigé part par mail ce soir", "envoyer"),
    ],
)
def test_promises_that_letters_would_word_otherwise(text: str, sense: str) -> None:
    assert sense not in {one.sense for one in find_promises(text, DAY)}
    assert sense in senses(text)


@pytest.mark.parametrize(
    "text",
    [
        "On vous rend vos 130 euros ?",
        "Je ne peux pas vous rendre vos 130 euros.",
        "Mon collègue vous a promis de rendre l’argent ?",
        "Je m’appelle Rémi, du service pose.",
        "Vous auriez dû nous envoyer la facture.",
        "Quel jour a-t-on déposé les clés ?",
        "",
    ],
)
def test_what_commits_to_nothing(text: str) -> None:
    assert senses(text) == set()


def test_the_values_and_the_place_are_those_of_the_sentence() -> None:
    text = "Merci de votre appel. Bon, on vous rend vos 130 euros demain."
    (promise,) = [one for one in spoken_promises(text, DAY) if one.sense == "rembourser"]
    assert text[promise.start : promise.end] == "Bon, on vous rend vos 130 euros demain"
    assert "130 euros" in [value.text for value in promise.values]


def test_what_letters_promise_is_kept_once() -> None:
    found = [one.sense for one in spoken_promises("Je vous rembourse 130 euros vendredi.", DAY)]
    assert found.count("rembourser") == 1
