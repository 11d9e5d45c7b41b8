# ruff: noqa: E501 -- a table keeps its lines
"""Unknown words: what was meant comes first, at its place; short words, names and abbreviations."""

from __future__ import annotations

import pytest

from ascom_coach.language import EmbeddedEngine, proofread
from ascom_coach.language.likely import suggestions
from ascom_coach.language.spelling import unknown_words


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("livrezon", "livraison"), ("fourniseur", "fournisseur"), ("apartement", "appartement"), ("conessance", "connaissance"),
        ("nésésaire", "nécessaire"), ("proffessionel", "professionnel"), ("allieurs", "ailleurs"), ("abitude", "habitude"),
        ("anvoyer", "envoyer"), ("otel", "hôtel"), ("aceuil", "accueil"), ("fréquament", "fréquemment"), ("compréention", "compréhension"),
        ("bnojour", "bonjour"), ("entrprise", "entreprise"), ("navions", "n'avions"), ("jimprime", "j'imprime"), ("jvoulais", "je voulais"),
        ("touteneuve", "toute neuve"), ("kévin", "Kévin"), ("salère", "salaire"), ("imeuble", "immeuble"),
    ],
)  # fmt: skip
def test_what_was_meant_comes_first(typed: str, meant: str) -> None:
    assert suggestions(typed)[0] == meant


@pytest.mark.parametrize("word", ["xqzw", "brrrzt"])
def test_nothing_is_made_up_for_what_resembles_no_word(word: str) -> None:
    assert suggestions(word) == ()


@pytest.mark.parametrize(
    ("sentence", "fix"),
    [
        ("Vous apellez le standard.", "appelez"),
        ("Nous avons apellez le standard.", "appelé"),
        ("Il faut apellez le standard.", "appeler"),
        ("Je vous apelles demain matin.", "appelle"),
        ("Merci pour les comende de lundi.", "commandes"),
    ],
)
def test_the_place_of_the_word_chooses_among_its_forms(sentence: str, fix: str) -> None:
    found = [
        one
        for one in proofread(sentence, [EmbeddedEngine()]).remarks
        if one.rule == "orthographe_mot_inconnu"
    ]
    assert [one.suggestions[0] for one in found] == [fix]


def test_a_short_word_before_a_full_stop_lacks_its_accent() -> None:
    assert [view.words[at].low for view, at, sure in unknown_words("Je vous ecris. Merci.") if sure] == [
        "ecris"
    ]


@pytest.mark.parametrize("text", ["12 boul. des Alpes", "Poids : 12 kg env. selon le lot"])
def test_an_abbreviation_is_left_alone(text: str) -> None:
    assert not [one for one in proofread(text, [EmbeddedEngine()]).remarks if one.counted]


@pytest.mark.parametrize(
    ("sentence", "fix"),
    [
        ("Vous fesez un beau travail.", "faites"),
        ("Les plants mourriront avant la fin du mois.", "mourront"),
        ("Nous avons recevu votre courrier.", "reçu"),
        ("Le gérant courera demain.", "courra"),
        ("Il a conclua la visite.", "conclu"),
        ("Merci de les appellé demain.", "appeler"),
        ("Je dois enmener la caisse au dépôt.", "emmener"),
        ("Ce dossier est conplet.", "complet"),
        ("Votre magasin et votres équipes sont là.", "vos"),
    ],
)
def test_a_verb_built_like_another_is_understood(sentence: str, fix: str) -> None:
    found = [
        one
        for one in proofread(sentence, [EmbeddedEngine()]).remarks
        if one.rule == "orthographe_mot_inconnu"
    ]
    assert fix in found[0].suggestions[:3]


@pytest.mark.parametrize(("typed", "only"), [("dépot", "dépôt"), ("réglement", "règlement")])
def test_a_word_that_lacks_an_accent_is_no_verb_built_like_another(typed: str, only: str) -> None:
    assert suggestions(typed)[0] == only
    assert not {"dépolit", "dépourvoit"} & set(suggestions(typed))
