# ruff: noqa: E501 -- an example stays on one line
"""The second adjective behind a plural noun: « les tableaux croisés dynamique », and « joint » behind its noun.

Norm: each adjective of a group takes the number of its noun (Grevisse and Goosse, « Le Bon Usage », § 338).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax.asides import sure_verb
from ascom_coach.language.syntax.noungroup import SHADES
from ascom_coach.language.syntax.shapes import PLURAL, SINGULAR, agreed_in, shape
from ascom_coach.language.syntax.view import View, Word

_KEPT = SHADES | frozenset(
    [
        "standard",
        "express",
        "type",
        "bio",
        "test",
        "pilote",
        "cadre",
        "public",
        "compris",
        "même",
        "seul",
        "tel",
        "net",
        "brut",
    ]
)
_SINGLE = frozenset(["du", "de", "au", "le", "aucun", "aucune", "chaque", "tout"])
_ONLY_PLURAL = frozenset(
    ["frais", "travaux", "honoraires", "obsèques", "arrhes", "pourparlers", "représailles"]
)


def _plural_adjective(word: Word) -> bool:
    """Whether the word is an adjective or a participle, plural only."""
    kind = shape(word)
    return bool(kind.adjective) and not kind.adjective & SINGULAR and not kind.finite


def _second(view: View) -> Iterator[Hit]:
    """« Les tableaux croisés dynamique », « des réunions commerciales hebdomadaire », « sans frais supplémentaire »."""
    words = view.words
    for at in range(1, len(words)):
        word = words[at]
        if not word.near or word.clitic or word.low in _KEPT or not word.text.islower():
            continue
        kind = shape(word)
        if (
            not kind.adjective
            or kind.adjective & PLURAL
            or not kind.plain_adjective
            or word.has("R", "P", "D", "C", "O")
        ):
            continue
        after = view.at(at + 1)
        ends = after is None or not after.near or sure_verb(after) or after.has("P", "C")
        if not ends or (after is not None and after.low in ("et", "ou", "ni")):
            continue
        if (
            after is not None
            and not after.near
            and view.text[word.end - view.offset : after.start - view.offset].strip() == ","
            and shape(after).adjective
        ):
            continue  # « les langues anciennes grecque, latine »
        before = words[at - 1]
        if before.low in _ONLY_PLURAL:
            if view.low(at - 2) in _SINGLE or (
                view.low(at - 2) == "des" and at > 2 and words[at - 3].has("N")
            ):
                continue  # « la baisse des frais prévue »
            wanted = shape(before).noun & PLURAL
        elif at > 1 and _plural_adjective(before) and not shape(before).noun & SINGULAR and before.near:
            noun = words[at - 2]
            wanted = (
                shape(noun).noun & shape(before).adjective & PLURAL
                if noun.has("N") and not noun.has("R", "P")
                else 0
            )
            if shape(noun).noun & SINGULAR or (
                at > 2 and words[at - 3].low in ("de", "d'", "en", "à") and words[at - 2].near
            ):
                continue  # « une série de fiches détaillées complète »
        else:
            continue
        if wanted:
            yield from changed(word, agreed_in(word, wanted))


def _joined(view: View) -> Iterator[Hit]:
    """« Les documents joint au mail », « les pièces joint »."""
    for at in range(2, len(view.words)):
        word, noun = view.words[at], view.words[at - 1]
        if word.low not in ("joint", "joints", "jointe", "jointes") or not word.near or not noun.near:
            continue
        mask = shape(noun).noun
        several = view.low(at - 2) in (
            "les",
            "des",
            "ces",
            "vos",
            "nos",
            "mes",
            "deux",
            "trois",
            "quatre",
            "plusieurs",
            "quelques",
        )
        if (
            not several
            or not mask
            or mask & SINGULAR
            or shape(word).adjective & mask
            or not noun.only("N", "A")
        ):
            continue
        yield from changed(word, agreed_in(word, mask))


RULES: tuple[Rule, ...] = (
    rule("accord_second_adjectif", "accord", "Tous les adjectifs qui suivent un nom au pluriel sont au pluriel.", "Comment sont-ils ? Chaque adjectif répond au pluriel.", _second,
         (("Je connais les tableaux croisés dynamique.", "dynamiques"), ("Des réunions commerciales hebdomadaire sont prévues.", "hebdomadaires"), ("La livraison est faite sans frais supplémentaire.", "supplémentaires")),
         ("Je connais les tableaux croisés dynamiques.", "Les ordinateurs sont livrés demain.", "Une série de fiches détaillées complète le tout.", "Les clients semblent ravis.")),
    rule("accord_joint", "accord", "« Joint » s’accorde avec le nom qu’il suit.", "Qu’est-ce qui est joint ? Accordez avec la réponse.", _joined,
         (("Les documents joint au message sont à signer.", "joints"), ("Vos pièces joint sont illisibles.", "jointes")),
         ("Les documents joints au message sont à signer.", "Le joint est usé.")),
)  # fmt: skip
