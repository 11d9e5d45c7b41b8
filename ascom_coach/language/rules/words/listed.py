# ruff: noqa: E501 -- an example stays on one line
"""Groups of words that are always wrong (`tournures.txt`): hyphens, accents, gender, number, set phrases."""

from __future__ import annotations

from ascom_coach.language.rules.base import Rule
from ascom_coach.language.rules.wordlists import listed

_FILE = "tournures.txt"

RULES: tuple[Rule, ...] = (
    Rule(
        "tournure_trait", "orthographe", "Ce mot composé s’écrit avec un trait d’union.", "Cherchez-le dans un dictionnaire : c’est un seul mot.",
        listed(_FILE, "trait d'union", True), (("Les sous traitants arrivent lundi.", "sous-traitant"), ("Nous partons avant hier.", "avant-hier")),
        ("Les sous-traitants arrivent lundi.", "Il est passé avant-hier."),
    ),
    Rule(
        "tournure_accent", "orthographe", "Un accent manque, ou il est de trop, dans cette expression.", "« à » et « où » prennent l’accent quand « avait » et « ou bien » ne conviennent pas.",
        listed(_FILE, "accent", True), (("Il faut signer a partir de lundi.", "à"), ("Appelez au cas ou il pleut.", "où")),
        ("Il faut signer à partir de lundi.", "Appelez au cas où il pleut."),
    ),
    Rule(
        "tournure_genre", "accord", "Le déterminant prend le genre du nom.", "Ajoutez un adjectif : « une offre intéressante », « un appel important ».",
        listed(_FILE, "genre", True), (("Nous avons fait un offre.", "une"), ("Merci de cette envoi.", "cet")),
        ("Nous avons fait une offre.", "Merci de cet envoi."),
    ),
    Rule(
        "tournure_nombre", "orthographe", "Cette expression est figée : le nombre n’y change pas au gré du sens.", "Cherchez l’expression entière dans un dictionnaire.",
        listed(_FILE, "nombre", True), (("Voici le bon de commandes.", "commande"), ("Comptez trois jours ouvrées.", "ouvrés")),
        ("Voici le bon de commande.", "Comptez trois jours ouvrés."),
    ),
    Rule(
        "tournure_fixe", "orthographe", "Cette expression s’écrit autrement.", "Cherchez l’expression entière dans un dictionnaire.",
        listed(_FILE, "expression", True), (("Il est entrain de signer.", "en train"),),
        ("Il est en train de signer.", "Il est plein d’entrain."),
    ),
)  # fmt: skip
