# ruff: noqa: E501 -- an example stays on one line
"""The verb and its subject read whole (`syntax/spine.py`): lists, relative clauses, asides, complements of any length."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.spine import person_of, spines
from ascom_coach.language.syntax.view import View

_PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")


def _verb(view: View) -> Iterator[Hit]:
    for one in spines(view):
        wanted = person_of(one)
        verb = view.words[one.verb]
        found = [person for person in _PERSONS if forms.has_person(verb, person)]
        if not wanted or not found or wanted in found or (one.loose and "3p" in found):
            continue
        yield from changed(verb, forms.conjugated(verb, wanted))


RULES: tuple[Rule, ...] = (
    rule("accord_sujet_entier", "accord", "Le verbe s’accorde avec son sujet entier, même si une liste, une relative ou une parenthèse les sépare.", "Remplacez tout le sujet par « il », « elle », « ils » ou « elles ».", _verb,
         (("Les joints de la porte sera changés lundi.", "seront"), ("Le joint, la bride et le flexible était usés.", "étaient")),
         ("Les joints de la porte seront changés lundi.",)),
)  # fmt: skip
