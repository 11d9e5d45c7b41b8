"""Correct sentences that look like an error: nothing is counted. Each was once an alarm, told here in our own words."""

from __future__ import annotations

import pytest

from ascom_coach.language import default_engines, proofread

RIGHT = (
    "Menuiserie Kerdoncuff et Fils vous reçoit sur rendez-vous.",
    "Les modèles a priori disponibles seront exposés.",
    "Nous avons a posteriori modifié deux clauses.",
    "Des légumes tels que la courgette ou la tomate sont livrés le mardi.",
    "L'apprentie a démonté le siphon et nettoyé le bac.",
    "Un food truck sera garé devant l'entrée.",
    "Les deux équipes se sont rendu visite en mars.",
    "Elles se sont rendu compte de l'oubli.",
    "Nous sommes convenus d'une remise de cinq pour cent.",
    "Ces faux ongles tiennent trois semaines.",
    "Certains viennent à pied, d'autres par le bus.",
    "Il a rangé les siens, elle a rangé les leurs, puis ils sont partis.",
    "Elle postule comme employée de ménage.",
    "Préférez-vous un papier crème ou vert d'eau ?",
    "J'ai prévenu Léa et Omar : tous deux seront là et acceptent de m'aider.",
    "Celles que j'ai lues hier étaient illisibles.",
    "Bonjour Monsieur le directeur,\nVoici les pièces demandées.",
    "Deux voisines ont demandé qui les avait posées là.",
    "La pièce vous sera rendue si vous en faites la demande.",
)
WRONG = (
    ("Omar et Léa sera absents.", "sera"),
    ("Les deux équipes se sont présenté à l'heure.", "présenté"),
    ("Nous nous sommes aperçut de l'oubli.", "aperçut"),
    ("La caisse a étaient vidée.", "étaient"),
    ("Il boit un vert d'eau.", "vert"),
    ("En faites, il est parti.", "En faites"),
    ("Bonjour je cherche un local.", "Bonjour"),
)
"""What the same rules still find."""


def _counted(text: str) -> list[str]:
    return [one.quote for one in proofread(text, default_engines()).remarks if one.counted]


@pytest.mark.parametrize("text", RIGHT)
def test_nothing_is_counted(text: str) -> None:
    assert _counted(text) == []


@pytest.mark.parametrize(("text", "quote"), WRONG)
def test_the_error_beside_it_is_found(text: str, quote: str) -> None:
    assert any(quote in one for one in _counted(text))
