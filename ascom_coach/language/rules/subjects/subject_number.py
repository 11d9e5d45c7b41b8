# ruff: noqa: E501 -- an example stays on one line
"""The verb in the number of its subject, read with the sets of `subject_sets.py`: demonstratives, names, groups with complements."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.shapes import PLURAL, PRONOUNS, SINGULAR, shape
from ascom_coach.language.syntax.spine import TIMES
from ascom_coach.language.syntax.subject_sets import subjects
from ascom_coach.language.syntax.view import View, Word

_SPEAKERS = frozenset(
    [
        "je",
        "j'",
        "tu",
        "nous",
        "c'",
        "ce",
        "ç'",
        "tous",
        "toutes",
        "certains",
        "certaines",
        "plusieurs",
        "beaucoup",
    ]
)
_BEFORE_VERB = frozenset(
    [
        "ne",
        "n'",
        "me",
        "m'",
        "te",
        "t'",
        "se",
        "s'",
        "y",
        "en",
        "lui",
        "leur",
        "nous",
        "vous",
        "le",
        "la",
        "les",
        "l'",
    ]
)


def _number(view: View) -> Iterator[Hit]:
    """« Ceux-ci fonctionne », « ça ne marchent pas », « la population des abeilles s'effondrent »."""
    groups = bundles(view)[0]
    for mask, end in subjects(view):
        if view.low(end - 1) in _SPEAKERS or not _plain(view, end):
            continue
        if bool(mask & SINGULAR) == bool(mask & PLURAL):
            continue
        here = end
        while view.low(here) in _BEFORE_VERB and view.words[here].near:
            here += 1
        verb = view.at(here)
        if not verb or not verb.near or verb.clitic or not verb.text.islower() or verb.low == "monde":
            continue
        turned = view.at(here + 1)
        if turned and turned.clitic:
            continue
        if here == end and _may_be_no_verb(verb):
            continue
        if view.low(end - 1) in TIMES and turned and turned.near and turned.has("D"):
            continue  # « Le matin arrivent les livreurs »
        wanted, other = ("3s", "3p") if mask & SINGULAR else ("3p", "3s")
        if not forms.has_person(verb, other) or forms.has_person(verb, wanted):
            continue
        if view.low(end - 1) == "qui" and _far_antecedent(view, end - 1, groups):
            continue
        yield from changed(verb, forms.conjugated(verb, wanted))


_DEMONSTRATIVE = frozenset(
    [
        "ça",
        "cela",
        "ceci",
        "celui-ci",
        "celui-là",
        "celle-ci",
        "celle-là",
        "ceux-ci",
        "ceux-là",
        "celles-ci",
        "celles-là",
    ]
)
_DOUBTFUL = frozenset(
    [
        "et",
        "ou",
        "ni",
        "comme",
        "que",
        "qu'",
        "ainsi",
        "dont",
        "où",
        "lequel",
        "laquelle",
        "lesquels",
        "lesquelles",
        "avec",
        "du",
        "seul",
    ]
)


def _plain(view: View, end: int) -> bool:
    """Whether nothing before the verb makes its number a matter of sense."""
    low = view.low(end - 1)
    if low in _DEMONSTRATIVE:
        return (
            end == 1
            or view.low(end - 2) in ("car", "mais", "puisque", "si", "quand")
            or (view.low(end - 2) == "et" and end == 2)
        )
    if low in PRONOUNS or low in ("eux", "lui"):
        return False
    if low == "qui" and any(one.has("P") for one in view.words[: end - 1]):
        return False
    return not any(
        view.low(at) in _DOUBTFUL or (at and not view.words[at].near) for at in range(end)
    ) and view.low(0) not in ("à", "de", "dans", "sur", "en", "il", "voici", "voilà")


def _may_be_no_verb(verb: Word) -> bool:
    kind = shape(verb)
    return (bool(kind.noun or kind.adjective) and not kind.parts <= {"V"}) or verb.has(
        "P", "D", "R", "C", "O"
    )


def _far_antecedent(view: View, at: int, groups: tuple[object, ...]) -> bool:
    """Whether « qui » at `at` may stand for a group before the nearest."""
    return view.low(at - 2) in ("de", "d'", "du", "des", "et", "ou") or not view.words[at].near


def _most(view: View) -> Iterator[Hit]:
    """« La plupart pense », « la plupart ne nous voit pas »; « la plupart du monde parlent »."""
    for at in range(len(view.words) - 1):
        if view.low(at) != "plupart" or view.low(at - 1) != "la":
            continue
        here, wanted = at + 1, "3p"
        if view.low(here) == "du" and view.low(here + 1) in (
            "monde",
            "public",
            "personnel",
            "travail",
            "stock",
        ):
            here, wanted = here + 2, "3s"
        elif view.low(here) in ("des", "de", "d'"):
            group = next((one for one in bundles(view)[0] if one.first in (here, here + 1)), None)
            if not group:
                continue
            here = group.last + 1
        while view.low(here) in _BEFORE_VERB and view.words[here].near:
            here += 1
        verb = view.at(here)
        if not verb or not view.glued(at, here) or _may_be_no_verb(verb) or not verb.text.islower():
            continue
        if not forms.has_person(verb, wanted) and (
            forms.has_person(verb, "3s") or forms.has_person(verb, "3p")
        ):
            yield from changed(verb, forms.conjugated(verb, wanted))


RULES: tuple[Rule, ...] = (
    rule("accord_sujet_nombre", "accord", "Le verbe prend le nombre de son sujet, même quand un complément ou un pronom les sépare.", "Qui est-ce qui… ? Remplacez la réponse par « il » ou « ils ».", _number,
         (("Ceux-ci fonctionne encore.", "fonctionnent"), ("Ça ne marchent pas.", "marche"), ("La population des abeilles s'effondrent.", "effondre"), ("Les explications de la notice semble floues.", "semblent")),
         ("Ceux-ci fonctionnent encore.", "Ça ne marche pas.", "La population des abeilles s'effondre.", "La plupart des clients hésitent.", "Le chef et son adjoint décident.", "Une dizaine de colis arrivent.")),
    rule("accord_la_plupart", "accord", "« La plupart » veut un verbe au pluriel ; « la plupart du temps, du monde » reste au singulier.", "Remplacez par « ils » ou « elles ».", _most,
         (("La plupart ne nous voit pas.", "voient"), ("La plupart du monde parlent trop vite.", "parle")), ("La plupart ne nous voient pas.", "La plupart du monde parle trop vite.", "La plupart du temps, il pleut.")),
)  # fmt: skip
