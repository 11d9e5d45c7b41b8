# ruff: noqa: E501 -- a list of words stays compact
"""What « que » stands for in a relative clause, when it is sure, and the verb of that clause."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import Bundle, bundles
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.shapes import ANY, FP, FS, MP, MS
from ascom_coach.language.syntax.subjects import COLLECTIVE
from ascom_coach.language.syntax.view import View

_SAYING = frozenset(["dire", "savoir", "penser", "croire", "annoncer", "informer", "prévenir", "répondre", "expliquer", "affirmer", "préciser", "rappeler",
                     "signaler", "confirmer", "écrire", "assurer", "promettre", "jurer", "montrer", "prouver", "apprendre", "demander", "sembler", "avouer",
                     "raconter", "indiquer", "noter", "constater", "répéter", "souligner", "exposer", "admettre", "révéler", "avertir", "déclarer"])  # fmt: skip
THOSE = {"celui": MS, "celle": FS, "ceux": MP, "celles": FP}
_SUBJECTS = frozenset(["je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ça", "cela"])


def relatives(view: View) -> Iterator[tuple[int, int, int]]:
    """(place of « que », set of what it stands for, place of the verb) of the relative clauses that are sure."""
    groups = bundles(view)[0]
    for at in range(1, len(view.words) - 2):
        if view.low(at) not in ("que", "qu'"):
            continue
        if not view.words[at].near and not _set_apart(view, at, groups):
            continue
        mask = _antecedent(view, at, groups)
        if mask and (verb := _verb_after(view, at, groups)):
            yield at, mask, verb


def _set_apart(view: View, at: int, groups: tuple[Bundle, ...]) -> bool:
    """Whether « que » at `at` opens a clause set apart by two commas behind its noun: « Les clés, que j'ai perdues, »."""
    if view.text[view.words[at - 1].end - view.offset : view.words[at].start - view.offset].strip() != ",":
        return False
    group = next((one for one in groups if one.last == at - 1), None)
    if (
        group is None
        or view.low(group.first) not in _DEFINITE
        or (group.first and not _said(view, group.first))
    ):
        return False
    return any(not word.near and not word.clitic for word in view.words[at + 2 :])


def _said(view: View, at: int) -> bool:
    return view.low(at - 1) in ("que", "qu'", "et") or not view.words[at].near


_DEFINITE = frozenset(
    [
        "le",
        "la",
        "l'",
        "les",
        "ces",
        "cette",
        "cet",
        "ce",
        "nos",
        "notre",
        "vos",
        "votre",
        "mes",
        "mon",
        "ma",
        "ses",
        "son",
        "sa",
    ]
)
_CONTENT = frozenset([
    "fois", "moment", "temps", "jour", "jours", "instant", "fait", "point", "impression", "idée", "espoir", "certitude",
    "sentiment", "preuve", "peur", "crainte", "chance", "conviction", "nouvelle", "signe", "condition", "hypothèse",
    "sorte", "années", "ans", "mois", "semaines", "heures", "semaine", "heure", "année", "manière", "façon"
])  # fmt: skip
"""Nouns that « que » may explain: « l'idée que », « le jour que »."""


def _antecedent(view: View, at: int, groups: tuple[Bundle, ...]) -> int:
    low = view.low(at - 1)
    if low in THOSE:
        return 0 if view.low(at - 2) in ("et", "ou", "ni") else THOSE[low]
    if low == "ce" and view.low(at - 2) not in ("parce", "jusqu'à"):
        return MS
    group = next((one for one in groups if one.last == at - 1), None)
    if (
        not group
        or group.shape == ANY
        or {view.low(place) for place in range(group.first, group.last + 1)} & COLLECTIVE
    ):
        return 0
    if view.words[at].near and any(lemmas(word) & _SAYING for word in view.words[: group.first]):
        return 0
    if view.low(group.noun) in _CONTENT:
        return 0
    if (
        not group.free
        and view.low(group.first - 1) in ("pour", "à", "avec", "dans", "sur", "par", "chez")
        and {"c'", "ce"} & {view.low(place) for place in range(group.first)}
    ):
        return 0  # « ce n'est pas pour tes yeux que j'ai fait cela »
    mask = group.allowed
    if mask != group.shape or not group.free:
        for one in groups:
            mask |= one.shape if one.first < group.first else 0
    return mask


def _verb_after(view: View, at: int, groups: tuple[Bundle, ...]) -> int:
    """The verb of the clause that « que » at `at` opens, 0 when the way to it is not clear."""
    here = at + 1
    if view.low(here) == "l'" and view.low(here + 1) == "on":
        here += 2
    elif view.low(here) in _SUBJECTS:
        here += 1
    elif view.low(here) in forms.AVOIR:
        return here
    elif group := next((one for one in groups if one.first == here), None):
        here = group.last + 1
        if view.low(here) in ("de", "du", "des", "d'"):
            other = next((one for one in groups if one.first in (here, here + 1)), None)
            here = other.last + 1 if other else here
    elif view.words[here].text[:1].isupper():
        while (word := view.at(here)) and word.text[:1].isupper() and word.near:
            here += 1
    else:
        return 0
    while view.low(here) in forms.CLITICS - {"l'", "la", "les", "le"}:
        here += 1
    verb = view.at(here)
    return here if verb and verb.near and forms.finite(verb) else 0
