# ruff: noqa: E501 - patterns read better on one line
"""Within one kind of answer, which: an hour or a day, a sum of money or a number of people and things.

« On part à quelle heure mercredi ? » does not ask what day, and « on est combien ? » asks for no price.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from ascom_coach.language import find_values, plain

_ANY_DAY = dt.date(2026, 1, 5)
_OF_VALUES = {
    "heure": "heure",
    "date": "jour",
    "montant": "montant",
    "quantite": "compte",
    "pourcentage": "part",
}
_BE = r"(?:est|sera|etait|sommes|serons|etions|etes|serez|etiez|sont|seront|etaient|es|seras)"
_THEM = r"(?:on|nous|vous|ils|elles|tu)"
_MEASURES = r"(?:temps|jours?|heures?|minutes?|semaines?|mois|annees?|ans|euros?|argent|sous|fois|km|metres?|retard|acomptes?|arrhes|cautions?|remises?|reductions?|frais|budget|credit|commission|taxes?|tva)"
_PAYING = (
    r"(?:coute(?:nt|ra|raient|rait)?|vaut|valent|pai(?:e|ent|era|es)|paye(?:r|nt|z|s)?|payera|verse(?:r|nt|z)?|factur\w+"
    r"|depens\w+|revien(?:t|dra)|reglent?)"
)
_ASKED = (
    ("heure", re.compile(r"(?<!\w)(?:quelles? (?:est (?:l'|votre |ton )?)?heures?|quels? (?:sont (?:les |vos |tes )?)?horaires?)(?!\w)")),
    ("jour", re.compile(r"(?<!\w)(?:quels? (?:est (?:le )?)?jours?|quelles? (?:est (?:la )?)?dates?|quelle semaine|quel mois|le combien"
                        r"|quel (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))(?!\w)")),
    ("compte", re.compile(
        rf"(?<!\w)(?:combien (?:de |d')(?!{_MEASURES}(?!\w))\w+|{_THEM} {_BE} combien|combien {_THEM} {_BE}(?!\w)|combien {_BE}[- ]{_THEM}"
        rf"|a combien {_THEM} {_BE}|{_THEM} {_BE} a combien|il y (?:a|aura|en a|en aura) combien(?! (?:a|de frais|d'euros))|combien (?:viennent|participent|sont))(?!\w)"
    )),
    ("montant", re.compile(
        rf"(?<!\w)(?:combien (?:est-ce que )?(?:[a-z']+ ){{0,3}}{_PAYING}|{_PAYING} combien|combien d'euros|c'est (?:a )?combien (?:la |le |l'|par )?(?:piece|chacune?|unite|une?|tete)|quelle somme|quel (?:est (?:le |votre |ton )?)?(?:prix|tarif|montant|cout))(?!\w)"
    )),
)  # fmt: skip
_RIVALS = {
    "heure": frozenset(["jour"]), "jour": frozenset(["heure"]),
    "compte": frozenset(["montant", "part"]), "montant": frozenset(["compte"]),
}  # fmt: skip


def asked_precisely(text: str) -> str:
    """`heure`, `jour`, `montant`, `compte`, or an empty string when either would do: « quand ? », « c’est combien ? »."""
    folded = plain(text)
    return next((kind for kind, pattern in _ASKED if pattern.search(folded)), "")


def held_precisely(value: str) -> frozenset[str]:
    """Those that a value holds: « mardi à 8 h » holds an hour and a day."""
    kinds = (_OF_VALUES.get(one.kind) for one in find_values(value, _ANY_DAY))
    return frozenset(kind for kind in kinds if kind)


def answers_otherwise(wanted: str, held: frozenset[str], questions: Iterable[str]) -> bool:
    """Whether something holds what is close to the kind wanted and not that: a day to « à quelle heure ? ».

    Not when the author asks for it in that very way.
    """
    if not wanted or wanted in held or not held & _RIVALS[wanted]:
        return False
    return all(asked_precisely(question) != wanted for question in questions)
