"""A value in a sentence: elision, contraction, agreement."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascom_coach.language import agreed, begins_with_vowel, elided

JOINED = [
    ("Je vais à ", "le dépôt", "Je vais au dépôt"),
    ("près de ", "les quais", "près des quais"),
    ("le nom de ", "Édith", "le nom d’Édith"),
    ("le nom de ", "Yanis", "le nom de Yanis"),
    ("le nom de ", "Yves", "le nom d’Yves"),
    ("le ", "hôtel", "l’hôtel"),
    ("Le ", "hôtel", "L’hôtel"),
    ("le ", "hangar", "le hangar"),
    ("la ", "hauteur", "la hauteur"),
    ("la ", "heure", "l’heure"),
    ("du ", "hôtel", "de l’hôtel"),
    ("Au ", "atelier", "À l’atelier"),
    ("je crois que ", "Omar", "je crois qu’Omar"),
    ("le numéro d’", "Malik", "le numéro de Malik"),
    ("parce qu’", "Elsa", "parce qu’Elsa"),
    ("ce ", "hôtel", "cet hôtel"),
    ("sa ", "assistante", "son assistante"),
    ("le ", "onze mars", "le onze mars"),
    ("le ", "8 mars", "le 8 mars"),
    ("le dossier ", "I-2418", "le dossier I-2418"),
    ("le ", "I-2418", "le I-2418"),
    ("salle ", "Artimon", "salle Artimon"),
    ("avec ", "Le Greffoir", "avec Le Greffoir"),
    ("celle de ", "Le Greffoir", "celle de Le Greffoir"),
    ("rendez-la ", "à Odile", "rendez-la à Odile"),
    ("", "Elsa", "Elsa"),
]


@pytest.mark.parametrize(("left", "right", "whole"), JOINED)
def test_joined(left: str, right: str, whole: str) -> None:
    assert elided(left, right) == whole


@pytest.mark.parametrize(
    "word", ["hôtel", "heure", "homme", "habitude", "hiver", "honoraire", "œuvre", "École", "Yvonne"]
)
def test_mute(word: str) -> None:
    assert begins_with_vowel(word)


@pytest.mark.parametrize(
    "word", ["haricots", "hasard", "haut", "huit", "handicapée", "yaourts", "oui", "onze", "Yanis", "SARL", "E35", ""]
)  # fmt: skip
def test_not_mute(word: str) -> None:
    assert not begins_with_vowel(word)


@given(
    st.sampled_from(["le ", "la ", "de ", "que ", "du ", "au ", "ce ", "d’", "Le "]),
    st.text("abeéhiosty", min_size=2),
)
def test_two_vowels_never_meet(left: str, right: str) -> None:
    whole = elided(left, right)
    assert whole.endswith(right)
    head = whole[: len(whole) - len(right)]
    if begins_with_vowel(right):
        assert head.endswith(("’", "cet "))
    else:
        assert not re.search(r"(?i)\bd’$", head)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1", "place"), ("0", "place"), ("1,5", "place"), ("2", "places"), ("24", "places"), ("1\u202f200", "places"),
     ("homme", "place"), ("femme", "places"), ("féminin", "places"), ("Elsa", "place")],
)  # fmt: skip
def test_agreement(value: str, shown: str) -> None:
    assert agreed(value, "place", "places") == shown
