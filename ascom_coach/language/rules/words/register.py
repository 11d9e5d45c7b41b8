# ruff: noqa: E501 -- an example stays on one line
"""Words and turns that a professional text replaces: familiar words, words borrowed from English, pleonasms."""

from __future__ import annotations

from ascom_coach.language.rules.base import Rule
from ascom_coach.language.rules.wordlists import listed

RULES: tuple[Rule, ...] = (
    Rule(
        "style_familier", "style", "Ce mot est familier dans un écrit professionnel.", "Le diriez-vous à un client que vous ne connaissez pas ?",
        listed("registre.txt", "familier"), (("Nous avons zappé votre appel.", "oublier"), ("C'est super urgent.", "très urgent")),
        ("Nous avons oublié votre appel.", "C'est très urgent.", "Le supermarché est ouvert."), False,
    ),
    Rule(
        "style_anglicisme", "style", "Ce mot ou ce sens vient de l’anglais : le français a le sien.", "Cherchez le mot français que le lecteur comprendra.",
        listed("registre.txt", "anglicisme"), (("Merci de votre feedback.", "retour"), ("Nous comptons supporter votre projet.", "soutenir votre projet")),
        ("Merci de votre retour.", "Nous comptons soutenir votre projet.", "Nous devons supporter ce bruit."), False,
    ),
    Rule(
        "style_pleonasme", "style", "Ces mots disent deux fois la même chose.", "Enlevez un mot : le sens reste le même.",
        listed("registre.txt", "pléonasme"), (("La livraison est reportée à plus tard.", "reporté"), ("Nous allons collaborer ensemble.", "collaborer")),
        ("La livraison est reportée au 3 mai.", "Nous allons collaborer."), False,
    ),
)  # fmt: skip
