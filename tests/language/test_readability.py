# ruff: noqa: E501 -- a table
from __future__ import annotations

import pytest

from ascom_coach.language import readability, syllables

SYLLABLES = {
    "bonjour": 2, "madame": 2, "cliente": 2, "livraison": 3, "commande": 2, "payer": 2, "payée": 2, "mieux": 1, "nuit": 1,
    "quatre": 1, "remerciement": 4, "veuillez": 2, "agréer": 3, "beau": 1, "réunion": 3, "création": 3, "disposition": 4,
    "reçoivent": 2, "arrivent": 2, "vraiment": 2, "question": 2, "guide": 1, "août": 1, "noël": 2, "accueil": 2, "les": 1,
    "feuille": 1, "travaille": 2, "appareil": 3, "monsieur": 2, "rendez-vous": 3, "l'": 0, "sont": 1, "suivi": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "number"), sorted(SYLLABLES.items()))
def test_syllables_of_office_words(word: str, number: int) -> None:
    assert syllables(word) == number


PLAIN = "Nous avons bien reçu votre lettre. Votre colis part demain matin. Il arrive jeudi chez vous. " * 8
HEAVY = (
    "Conformément aux dispositions contractuelles précédemment communiquées, l'administration responsable procédera "
    "ultérieurement à la régularisation exceptionnelle des irrégularités administratives constatées antérieurement "
    "pendant l'instruction réglementaire de la réclamation susmentionnée. " * 5
)


def test_a_plain_letter_reads_more_easily_than_an_administrative_one() -> None:
    easy, hard = readability(PLAIN), readability(HEAVY)
    assert easy.index is not None
    assert hard.index is not None
    assert easy.index > 80
    assert hard.index < 30
    assert "facile" in easy.band
    assert hard.band == "lecture très difficile"
    assert easy.words_per_sentence < 7
    assert hard.words_per_sentence > 20


def test_the_index_is_the_published_formula() -> None:
    found = readability(PLAIN)
    expected = 207 - 1.015 * found.words_per_sentence - 73.6 * found.syllables_per_word
    assert found.index == round(expected)


def test_a_short_text_has_averages_and_no_index() -> None:
    found = readability("Votre colis part demain matin.\nInès Cariou")
    assert (found.words, found.sentences, found.index, found.band) == (5, 1, None, "")
    assert readability("").to_json()["words"] == 0
