"""Names that nobody can know are not marked; a word that only its capital makes look like a name still is."""

from __future__ import annotations

import pytest

from ascom_coach.language import default_engines, proofread

NAMES = (
    "MM. Çalik, Ødegaard et Núñez seront reçus ensemble.",
    "L'appartement de M. O'Keefe est vacant.",
    "Le Dr Aït Brahimi consulte le jeudi.",
    "Le devis vient de la société Termalux, à Brenne-les-Bains.",
    "Bonjour,\nMerci de votre appel.\nBronislaw Kasprzak",
    "Je soussignée, Nadia Belhocine, accepte.\nMme Belhocine viendra lundi.",
    "Le formulaire Cerfa est à joindre.",
    "La réfection se fait sous la conduite de Bogdan.",
    "Le dossier de Mme Ben Soltane est classé.",
    "Le cours est donné par Kasprzak.",
    "DEVIS N° 2026-318",
    "OFFRE D'EMPLOI\nRattaché(e) au chef de quai, vous suivez les stocks.",
)
MISSPELT = (
    ("Il a écrit à la Directrise du dépôt.", "Directrise"),
    ("Monsieur La Directrise est là.", "Directrise"),
    ("Bonjour,\nMerci de votre appel.\nBien Cordialment", "Cordialment"),
    ("Ben on verra lundi.", "Ben"),
    ("Voir le dossier N° 12.", "N°"),
)


def _quotes(text: str) -> list[str]:
    return [one.quote for one in proofread(text, default_engines()).remarks]


@pytest.mark.parametrize("text", NAMES)
def test_a_name_gets_no_remark(text: str) -> None:
    assert _quotes(text) == []


@pytest.mark.parametrize(("text", "quote"), MISSPELT)
def test_a_misspelt_word_in_capitals_is_still_marked(text: str, quote: str) -> None:
    assert quote in _quotes(text)


def test_the_latin_of_a_model_is_no_french() -> None:
    text = "Lorem ipsum dolor sit amet, consectetur adipiscing elit.\nNous avon reçu votre colis."
    assert [one.quote for one in proofread(text, default_engines()).remarks] == ["avon"]


@pytest.mark.parametrize(
    "text",
    [
        "Livrée le",
        "Payé le",
        "#VALUE!",
        "#REF!",
        "Coffret découverte, six bouteilles.",
        "Trois clients, contre deux un an plus tôt.",
    ],
)
def test_what_cells_and_labels_say_is_no_fault(text: str) -> None:
    assert [one.quote for one in proofread(text, default_engines()).remarks if one.counted] == []


def test_a_real_order_still_needs_its_hyphen() -> None:
    assert [one.quote for one in proofread("Livrez le demain.", default_engines()).remarks] != []
