# ruff: noqa: E501 -- an example stays on one line
"""The verb of « ceux qui… », « celle que… », and of a whole told by « tout »: « toute l'équipe doit ».

Norm: the verb agrees with the pronoun that the relative clause completes, and with the singular that « tout » opens
(Grevisse and Goosse, « Le Bon Usage », §§ 427-434).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import Bundle, bundles
from ascom_coach.language.syntax.relative_objects import THOSE
from ascom_coach.language.syntax.shapes import PLURAL, SINGULAR
from ascom_coach.language.syntax.spine_clauses import over_relative, verb_place
from ascom_coach.language.syntax.view import View

_OPENS = frozenset(["que", "qu'", "et", "mais", "car", "si", "donc", "puisque", "quand", "lorsque"])
_RELATIVE = frozenset(["qui", "que", "qu'", "dont"])
_SINGLE = frozenset(["le", "la", "l'", "ce", "cet", "cette", "notre", "votre", "mon", "ma", "son", "sa"])


def _opens(view: View, at: int) -> bool:
    return at == 0 or view.low(at - 1) in _OPENS


def _those(view: View) -> Iterator[Hit]:
    """« Ceux qui ne peuvent pas venir doive », « celles qui arrivent doit »."""
    if not view.lows & THOSE.keys():
        return
    groups: dict[int, Bundle] = {}
    for at in range(len(view.words) - 4):
        mask = THOSE.get(view.low(at))
        if (
            not mask
            or view.low(at + 1) not in _RELATIVE
            or not view.words[at + 1].near
            or not _opens(view, at)
        ):
            continue
        groups = groups or {one.first: one for one in bundles(view)[0]}
        here = over_relative(view, at + 1, groups)
        if here <= at + 2:
            continue
        verb = verb_place(view, here, groups, mask)
        person = "3p" if mask & PLURAL else "3s"
        if not verb or (mask & SINGULAR and view.low(here - 1) == "et"):
            continue
        word = view.words[verb]
        if not forms.has_person(word, person) and any(
            forms.has_person(word, one) for one in ("1s", "2s", "3s", "3p")
        ):
            yield from changed(word, forms.conjugated(word, person))


def _whole(view: View) -> Iterator[Hit]:
    """« Toute l'équipe doivent être là », « tout le service sont prévenus »."""
    for at in range(len(view.words) - 3):
        if view.low(at) not in ("tout", "toute") or view.low(at + 1) not in _SINGLE or not _opens(view, at):
            continue
        groups = {one.first: one for one in bundles(view)[0]}
        group = groups.get(at + 1)
        if not group or view.low(group.noun) == "monde" or not view.glued(at, group.last):
            continue
        place = verb_place(view, group.last + 1, groups, group.shape)
        word = view.words[place]
        if place and forms.has_person(word, "3p") and not forms.has_person(word, "3s"):
            yield from changed(word, forms.conjugated(word, "3s"))


RULES: tuple[Rule, ...] = (
    rule("accord_ceux_qui", "accord", "Le verbe principal s’accorde avec « celui », « celle », « ceux » ou « celles », par-dessus la relative.", "Remplacez « ceux qui… » par « ils », « celle que… » par « elle ».", _those,
         (("Ceux qui ne peuvent pas venir doive prévenir.", "doivent"), ("Celles qui arrivent en retard doit signer.", "doivent"), ("Je pense que ceux qui ont payé a raison.", "ont")),
         ("Ceux qui ne peuvent pas venir doivent prévenir.", "Celle que vous avez choisie convient.", "Parmi ceux qui restent, Paul doit signer.", "Ceux qui mangent ici paient moins.")),
    rule("accord_tout_le", "accord", "« Toute l’équipe », « tout le service » : un seul groupe, le verbe est au singulier.", "Remplacez par « elle » ou « il ».", _whole,
         (("Toute l'équipe doivent être présente.", "doit"), ("Tout le service sont prévenus.", "est")),
         ("Toute l'équipe doit être présente.", "Toute la ville le sait.", "Tout le monde est là.")),
)  # fmt: skip
