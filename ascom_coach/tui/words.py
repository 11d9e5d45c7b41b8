"""Words that several screens show."""

from __future__ import annotations

import datetime as dt

LEVELS = {"non_atteint": "non atteint", "en_cours": "en cours", "atteint": "atteint", "solide": "solide"}
LEVEL_MARKS = {"non_atteint": "○○○○", "en_cours": "●○○○", "atteint": "●●●○", "solide": "●●●●"}
NO_LEVEL = "pas de niveau"
STATUS = {
    "defaut": "À reprendre",
    "a_verifier": "À vérifier",
    "non_evaluable": "Non évaluable ici",
    "conforme": "Réussi",
    "sans_objet": "À savoir",
}
STATUS_MARKS = {"defaut": "✗", "a_verifier": "?", "non_evaluable": "–", "conforme": "✓", "sans_objet": "·"}
SEVERITY = {"bloquant": "bloquant", "majeur": "important", "mineur": "mineur"}
SINCE = {"nouveau": "nouveau", "restant": "déjà là à la version précédente", "resolu": "résolu"}
NEEDS = {
    "modele_ou_formateur": "Un formateur (F8) ou un modèle peut en juger.",
    "seance": "Il faudrait la séance pour en juger.",
    "valeur_calculee": "Le classeur ne contient pas la valeur calculée : enregistrez-le depuis votre tableur.",
    "fichier": "Le fichier attendu n’est pas remis.",
}
STATES = {"nouveau": ("○", "nouveau"), "en_cours": ("◐", "en cours"), "fait": ("●", "fait")}
BLOCS = {
    1: "Bloc 1 · Support aux activités commerciales",
    2: "Bloc 2 · Support à la gestion des activités",
    3: "Bloc 3 · Contribution à la communication",
}
VERDICTS = {
    "permis": "permise",
    "interdit": "interdite par vos consignes",
    "au-dela": "au-delà de ce que vous pouviez accorder",
    "sans-accord": "sans l’accord qu’il fallait",
}

_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip


def french_day(day: dt.date) -> str:
    """« lundi 11 mai 2026 »."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{_DAYS[day.weekday()]} {number} {_MONTHS[day.month - 1]} {day.year}"


def minutes(value: float) -> str:
    """« 12 min »."""
    return f"{int(value)} min"


def count(number: int, one: str, many: str) -> str:
    """« 1 écoute », « 2 écoutes »."""
    return f"{number} {one if number < 2 else many}"
