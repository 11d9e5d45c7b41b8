# ruff: noqa: E501 -- an example stays on one line
"""The number of what is counted: « une centaine de personnes », « 1 enfant », « en 4 parties »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import PLACES, changed
from ascom_coach.language.syntax.noungroup import forms_of_noun
from ascom_coach.language.syntax.shapes import PLURAL, SINGULAR, shape
from ascom_coach.language.syntax.view import View
from ascom_coach.language.text import plain
from ascom_coach.language.values.dates import MONTHS

_AMOUNTS = frozenset(["dizaine", "dizaines", "douzaine", "douzaines", "quinzaine", "vingtaine", "trentaine", "quarantaine", "cinquantaine", "soixantaine",
                      "centaine", "centaines", "millier", "milliers", "multitude", "kyrielle", "poignée",
                      "foule", "tas"])  # fmt: skip
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
    ]
)
_BEFORE = frozenset(["en", "a", "ai", "as", "ont", "avons", "avez", "avait", "aura", "avec", "des", "ces", "nos", "vos", "mes", "ses", "compte", "comptent",
                     "reste", "manque", "ajouter", "commander", "livré", "reçu", "vendu", "enregistré"])  # fmt: skip


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
        if view.low(at) in ("foule", "tas", "poignée", "multitude") and (
            kind.parts != {"N"} or kind.adjective
        ):
            continue
        yield from changed(noun, tuple(forms_of_noun(noun, "p")))


def _figures(view: View) -> Iterator[Hit]:
    """« J'ai 1 enfants », « découpé en 4 partie »."""
    for at in range(1, len(view.words) - 1):
        word, noun = view.words[at], view.words[at + 1]
        if (
            not word.text.isdecimal()
            or not noun.near
            or not noun.text.islower()
            or noun.clitic
            or view.low(at - 1) not in _BEFORE
        ):
            continue
        if view.text[word.end - view.offset] != " " or noun.low in PLACES or not word.near:
            continue
        kind = shape(noun)
        if (
            not kind.noun
            or not kind.nominal
            or kind.infinitive
            or kind.present
            or (kind.finite and view.low(at - 1) != "en")
        ):
            continue
        value = int(word.text)
        if value == 1 and not kind.noun & SINGULAR and not kind.adjective:
            yield from changed(noun, tuple(forms_of_noun(noun, "s")))
        elif (
            2 <= value < 1900
            and not kind.noun & PLURAL
            and len(noun.low) > 3
            and not (view.low(at - 1) == "en" and kind.adjective and not kind.participle)
        ):
            yield from changed(noun, tuple(forms_of_noun(noun, "p")))


RULES: tuple[Rule, ...] = (
    rule("accord_dizaine_de", "accord", "Après « une dizaine de, une centaine de, des milliers de », le nom compté est au pluriel.", "Combien y en a-t-il ? Plusieurs : pluriel.", _dozens,
         (("Une centaine de personne attend.", "personnes"), ("Des milliers d'abonné ont répondu.", "abonnés")), ("Une centaine de personnes attendent.", "Un tas de sable bouche l'allée.", "Une poignée de main suffit.")),
    rule("accord_chiffre_nom", "accord", "Après « 1 », le nom est au singulier ; dès « 2 », il est au pluriel.", "Lisez le chiffre en toutes lettres.", _figures,
         (("Elle a 1 enfants.", "enfant"), ("Le lot est découpé en 4 partie.", "parties")), ("Elle a 1 enfant.", "Le lot est découpé en 4 parties.", "Il part en 3 mars.", "En 12 mois, tout change.")),
)  # fmt: skip
