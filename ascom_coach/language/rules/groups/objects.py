# ruff: noqa: E501 -- an example stays on one line
"""The attribute of the object placed before: « je la trouve prête », « une force que l'on croyait perdue »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.predicate import describes
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.frames import lemmas
from ascom_coach.language.syntax.predicates import over
from ascom_coach.language.syntax.relative_objects import relatives
from ascom_coach.language.syntax.shapes import (
    OBJECT_PRONOUNS,
    agreed_in,
    shape,
)
from ascom_coach.language.syntax.view import View

_SEEN = frozenset(["rendre", "trouver", "juger", "croire", "sentir", "savoir", "voir", "laisser", "considérer", "estimer", "imaginer", "montrer", "tenir",
                   "penser", "supposer", "retrouver", "garder", "déclarer", "vouloir", "préférer"])  # fmt: skip
_HELD = frozenset(["trouver", "juger", "croire", "rendre", "estimer", "considérer", "penser", "laisser"])


def _attribute(view: View) -> Iterator[Hit]:
    """« Je la trouve émouvant », « les voilà équipé »."""
    for at in range(len(view.words) - 2):
        mask = OBJECT_PRONOUNS.get(view.low(at))
        verb = view.words[at + 1]
        if not mask or not verb.near or view.words[at].clitic:
            continue
        if verb.low in ("voilà", "voici"):
            pass
        elif (
            not lemmas(verb) & _SEEN
            or not (forms.finite(verb) or verb.verb("inf") or verb.verb("ppre"))
            or (
                verb.has("N")
                and view.low(at) in ("le", "la", "les", "l'")
                and (at == 0 or view.words[at - 1].has("P", "V", "C"))
            )
        ):
            continue
        here = over(view, at + 2)
        if not describes(view, here) or not view.glued(at, here):
            continue
        word = view.words[here]
        if shape(word).adjective & mask or (
            view.low(at) == "nous" and forms.has_person(verb, "1p") and view.low(at - 1) != "nous"
        ):
            continue
        if (
            shape(word).participle
            and (lemmas(verb) & {"voir", "vouloir", "dire", "tenir"})
            and not shape(word).noun
            and view.low(at) in ("me", "te", "m'", "t'", "nous")
        ):
            continue
        yield from changed(word, agreed_in(word, mask))


def _attribute_before(view: View) -> Iterator[Hit]:
    """« Une force que l'on croyait perdu »."""
    for at, mask, verb in relatives(view):
        if (
            not lemmas(view.words[verb]) & _HELD
            or not forms.finite(view.words[verb])
            or view.low(verb) in forms.AVOIR
        ):
            continue
        here = over(view, verb + 1)
        if describes(view, here) and view.glued(at, here) and not shape(view.words[here]).adjective & mask:
            yield from changed(view.words[here], agreed_in(view.words[here], mask))


RULES: tuple[Rule, ...] = (
    rule("accord_attribut_objet", "accord", "L’adjectif qui dit comment est « le, la, les, me, te, nous » s’accorde avec ce pronom.", "Remplacez le pronom par le nom : « je trouve la pièce émouvante ».", _attribute,
         (("Je la trouve émouvant.", "émouvante"), ("Les voilà équipé pour partir.", "équipés"), ("Cette attente nous rend impatient.", "impatients"), ("Je les crois capable du pire.", "capables")),
         ("Je la trouve émouvante.", "Les voilà équipés pour partir.", "Il nous rend visite.", "La juge compétente statuera.", "Nous laissons ouvert le portail.")),
    rule("accord_attribut_que", "accord", "L’adjectif s’accorde avec le nom que « que » remplace.", "Qu’est-ce qui est… ? Le nom placé avant « que ».", _attribute_before,
         (("Voici une force que l'on croyait perdu.", "perdue"), ("Voici des consignes que je trouve absurde.", "absurdes")), ("Voici une force que l'on croyait perdue.", "Voici des consignes que je trouve absurdes.")),
)  # fmt: skip
