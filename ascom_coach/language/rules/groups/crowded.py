# ruff: noqa: E501 -- an example stays on one line
"""A plural group of which only the determiner is right: « les dernier facture ». Each word is mended for the noun's gender."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.syntax.bundle_words import FIRST
from ascom_coach.language.syntax.noungroup import forms_of_noun
from ascom_coach.language.syntax.shapes import FEMALE, MALE, PLURAL, SINGULAR, agreed_in, shape
from ascom_coach.language.syntax.view import View

_SEVERAL = frozenset(["les", "des", "ces", "mes", "tes", "ses", "nos", "vos", "leurs", "quelques", "plusieurs", "deux", "trois", "quatre", "aux"])  # fmt: skip


def _group(view: View) -> Iterator[Hit]:
    """« les dernier facture », « vos nouveau adresse »."""
    for at in range(len(view.words) - 2):
        adjective, noun = view.words[at + 1], view.words[at + 2]
        if view.low(at) not in _SEVERAL or not view.glued(at, at + 2) or not noun.text.islower():
            continue
        if not any(one.pos == "A" and one.lemma in FIRST for one in adjective.readings):
            continue
        mask = shape(noun).noun
        after = view.at(at + 3)
        if (
            not noun.only("N", "V")
            or noun.verb("ppas")
            or mask & PLURAL
            or not mask & SINGULAR
            or (after and after.near and after.only("N"))
        ):
            continue
        wanted = PLURAL & ((FEMALE if mask & FEMALE else 0) | (MALE if mask & MALE else 0))
        if shape(adjective).adjective & wanted or not (fixes := agreed_in(adjective, wanted)):
            continue
        plural = forms_of_noun(noun, "p")[:1]
        yield adjective.start, noun.end, tuple(f"{one} {other}" for one in fixes[:2] for other in plural)


RULES: tuple[Rule, ...] = (
    rule("accord_groupe_entier", "accord", "Après un déterminant pluriel, l’adjectif et le nom sont au pluriel, et du même genre.", "Comptez : plusieurs ? Chaque mot du groupe le montre.", _group,
         (("Elle dit que les dernier facture sont fausses.", "dernières factures"), ("Voici mes nouveau adresse.", "nouvelles adresses")),
         ("Elle dit que les dernières factures sont fausses.", "Les petits ferment la porte.", "Les deux premiers arrivent.")),
)  # fmt: skip
