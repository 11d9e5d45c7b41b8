# ruff: noqa: E501 -- an example stays on one line
"""The number of what an amount counts: « une centaine de personnes », « un grand nombre d’erreurs »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax.noungroup import forms_of_noun
from ascom_coach.language.syntax.shapes import PLURAL, shape
from ascom_coach.language.syntax.view import View
from ascom_coach.language.text import plain
from ascom_coach.language.values.dates import MONTHS

_AMOUNTS = frozenset(["dizaine", "dizaines", "douzaine", "douzaines", "quinzaine", "vingtaine", "trentaine", "quarantaine", "cinquantaine", "soixantaine",
                      "centaine", "centaines", "millier", "milliers", "multitude", "kyrielle", "poignée",
                      "foule", "tas",  "nombre"])  # fmt: skip
_STUFF = frozenset(
    [
        "main",
        "monde",
        "terre",
        "sable",
        "sel",
        "riz",
        "neige",
        "bois",
        "linge",
        "paille",
        "feuille",
        "fumier",
        "temps",
        "travail",
        "boue",
        "or",
        "onde",
        "masse",
        "oxydation",
        "origine",
    ]
)


def _dozens(view: View) -> Iterator[Hit]:
    """« Une centaine de personne », « des milliers d'abonné »."""
    for at in range(len(view.words) - 2):
        if view.low(at) not in _AMOUNTS or view.low(at + 1) not in ("de", "d'") or not view.glued(at, at + 2):
            continue
        noun = view.words[at + 2]
        kind = shape(noun)
        if noun.low == "personne":
            yield noun.start, noun.end, ("personnes",)
        if (
            not noun.text.islower()
            or noun.low in _STUFF
            or plain(noun.low) in MONTHS
            or not kind.noun
            or kind.noun & PLURAL
            or not kind.nominal
        ):
            continue
        if view.low(at) == "poignée" and view.low(at - 1) != "une":
            continue  # « la poignée de porte »: a handle
        if view.low(at) in ("foule", "tas", "poignée", "multitude") and (
            kind.parts != {"N"} or kind.adjective
        ):
            continue
        yield from changed(noun, tuple(forms_of_noun(noun, "p")))


RULES: tuple[Rule, ...] = (
    rule("accord_dizaine_de", "accord", "Après « une dizaine de, une centaine de, des milliers de », le nom compté est au pluriel.", "Combien y en a-t-il ? Plusieurs : pluriel.", _dozens,
         (("Une centaine de personne attend.", "personnes"), ("Un grand nombre de dossier manque.", "dossiers"), ("Des milliers d'abonné ont répondu.", "abonnés")), ("Une centaine de personnes attendent.", "Un tas de sable bouche l'allée.", "Une poignée de main suffit.", "Tirez la poignée de porte.", "Voici le nombre d'origine.", "Le nombre de places est limité.", "Un million d'euros.", "Une tour d'un bon nombre d'étages.")),
)  # fmt: skip
