"""What is written, as it is heard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascom_coach.speech import spoken

SAID = {
    "Mme Vasseur et M. Lemoine": "Madame Vasseur et Monsieur Lemoine",
    "50\u00a0€": "50 euros",
    "1\u202f250,50\u00a0€": "1250 euros 50",
    "14,5 € ou 0,80 €": "14 euros 50 ou 80 centimes",
    "5,05 EUR": "5 euros zéro 5",
    "1 €": "1 euro",
    "à 8 h 30, ou 13\u00a0h": "à 8 heures 30, ou 13 heures",
    "8h05 ; 1 h ; 9 h 00": "8 heures zéro 5 ; une heure ; 9 heures",
    "avant 12:00": "avant 12 heures",
    "sous 48 h": "sous 48 heures",
    "dossier I-2418": "dossier I, 24 18",
    "F-2026-318": "F, 20 26, 318",
    "le code E35": "le code E, 35",
    "INV-27": "I N V, 27",
    "I-2507": "I, 25 zéro 7",
    "le 06 39 98 27 41": "le zéro 6, 39, 98, 27, 41",
    "le 16/11/2026": "le 16 novembre 2026",
    "2027-01-01": "premier janvier 2027",
    "le 1er mars": "le premier mars",
    "c.vasseur@messagerie.example, merci": "c point vasseur arobase messagerie point example, merci",
    "https://verger.example/greffage-2027.": "verger point example barre greffage tiret 2027.",
    "#GreffonsEnsemble": "dièse Greffons Ensemble",
    "10 % de 1 000 pièces": "10 pour cent de 1000 pièces",
    "« oui » — dit-elle": "oui, dit-elle",
    "n° 12": "numéro 12",
}


@pytest.mark.parametrize(("written", "heard"), SAID.items())
def test_written_forms(written: str, heard: str) -> None:
    assert spoken(written) == heard


@pytest.mark.parametrize(
    "plain",
    ["Il me faut une réponse écrite.", "Lot 29999 Châteaulin", "M'as-tu compris ?", "Il part à midi", "TVA"],
)
def test_plain_words_are_left_alone(plain: str) -> None:
    assert spoken(plain) == plain


@given(st.text(max_size=80))
def test_whatever_is_written_nothing_commands_the_voice(text: str) -> None:
    heard = spoken(text)
    assert not any(char in heard for char in "<>{}[]\x00\x1b\n")
    assert "  " not in heard
