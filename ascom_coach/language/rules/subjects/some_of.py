# ruff: noqa: E501 -- an example stays on one line
"""Subjects that are a part or an act: « plusieurs d'entre nous », « l'une des portes », « ranger les dossiers ».

Norm: « plusieurs d'entre nous » takes the third person plural, « l'un des… » the singular, and so does an infinitive
(Grevisse and Goosse, « Le Bon Usage », 16e éd., 2016, §§ 431, 435, 898).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.frames import past
from ascom_coach.language.syntax.shapes import SINGULAR
from ascom_coach.language.syntax.spine_clauses import verb_place
from ascom_coach.language.syntax.view import View

_SEVERAL = frozenset(
    [
        "plusieurs",
        "certains",
        "certaines",
        "beaucoup",
        "quelques-uns",
        "quelques-unes",
        "plupart",
        "deux",
        "trois",
        "quatre",
        "nombre",
    ]
)
_THEM = frozenset(["nous", "vous", "eux", "elles"])


def _verb(view: View, at: int, wanted: str, other: str) -> Iterator[Hit]:
    """The verb at `at`, over its pronouns, when it has the person `other` and not `wanted`."""
    here = past(view, at)
    while view.low(here) in ("ne", "n'", "se", "s'", "y", "en", "me", "m'", "te", "t'", "lui"):
        here += 1
    verb, after = view.at(here), view.at(here + 1)
    if not verb or not view.glued(at - 1, here) or (after and after.clitic) or not verb.text.islower():
        return
    if not (verb.only("V") or verb.low in forms.ETRE | forms.AVOIR) or verb.verb("ppas") or verb.verb("inf"):
        return
    if forms.has_person(verb, other) and not forms.has_person(verb, wanted):
        yield from changed(verb, forms.conjugated(verb, wanted)[:2])


def _several(view: View) -> Iterator[Hit]:
    """« Plusieurs d'entre nous souhaite », « certains d'entre eux a »."""
    for at, word in enumerate(view.words[:-4]):
        if (
            word.low in _SEVERAL
            and view.low(at + 1) == "d'"
            and view.low(at + 2) == "entre"
            and view.low(at + 3) in _THEM
        ):
            for hit in _verb(view, at + 4, "3p", "3s"):
                person = {"nous": "1p", "vous": "2p"}.get(view.low(at + 3), "")
                if not person or not any(
                    forms.has_person(one, person) for one in view.words[at + 4 : at + 6]
                ):
                    yield hit


def _one_of(view: View) -> Iterator[Hit]:
    """« L'une des portes ferment mal », « l'un de vos agents sont venus »."""
    for at, word in enumerate(view.words[:-3]):
        if word.low not in ("un", "une") or view.low(at - 1) != "l'" or view.low(at + 1) not in ("des", "de"):
            continue
        if at > 1 and view.words[at - 1].near and not view.words[at - 2].has("C"):
            continue
        group = next((one for one in bundles(view)[0] if one.first in (at + 1, at + 2)), None)
        if (
            group
            and not group.shape & SINGULAR
            and view.low(group.last + 1) not in ("qui", "que", "et", "ou")
        ):
            yield from _verb(view, group.last + 1, "3s", "3p")


def _act(view: View) -> Iterator[Hit]:
    """« Ranger les dossiers prennent du temps »: an infinitive and its object open the sentence."""
    first = view.words[0] if view.words else None
    if (
        not first
        or not first.verb("inf")
        or not first.only("V", "N")
        or first.text.isupper()
        or len(view.words) < 4
    ):
        return
    group = next((one for one in bundles(view)[0] if one.first == 1), None)
    if not group or not view.glued(0, group.last):
        return
    groups = {one.first: one for one in bundles(view)[0]}
    here = verb_place(view, group.last + 1, groups, group.shape)
    if here == group.last + 1:
        yield from _verb(view, here, "3s", "3p")


RULES: tuple[Rule, ...] = (
    rule("accord_plusieurs_d_entre", "accord", "Après « plusieurs d’entre nous », le verbe se met à la troisième personne du pluriel.", "Remplacez par « ils » ou « elles ».", _several,
         (("Plusieurs d'entre nous souhaite partir.", "souhaitent"), ("Certaines d'entre elles ne vient plus.", "viennent")), ("Plusieurs d'entre nous souhaitent partir.", "Beaucoup d'entre nous partons.", "L'un d'entre nous vient.")),
    rule("accord_l_un_des", "accord", "Après « l’un des », « l’une des », le verbe est au singulier.", "Remplacez par « il » ou « elle ».", _one_of,
         (("L'une des portes grincent.", "grince"), ("L'un de vos agents sont venus.", "est")), ("L'une des portes ferme mal.", "L'un des agents qui sont venus est parti.", "Ils sont venus l'un de ces jours passés.")),
    rule("accord_infinitif_sujet", "accord", "Quand un infinitif est le sujet, le verbe est au singulier.", "Remplacez tout le sujet par « cela ».", _act,
         (("Ranger les dossiers prennent du temps.", "prend"),), ("Ranger les dossiers prend du temps.", "Ranger les dossiers.", "Prévenir les clients qui attendent.")),
)  # fmt: skip
