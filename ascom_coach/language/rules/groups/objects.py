# ruff: noqa: E501 -- an example stays on one line
"""The attribute of the object placed before: « je la trouve prête », « une force que l'on croyait perdue »."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.predicate import describes
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
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


_RENDERED = frozenset(["trouver", "juger", "rendre", "estimer", "laisser", "croire", "considérer"])


def _attribute_behind(view: View) -> Iterator[Hit]:
    """« Je trouve cette idée excellent », « le gel a rendu la cour glissant »."""
    for group in bundles(view)[0]:
        back = group.first - 1
        if back < 0 or not view.words[group.first].near or group.shape not in (1, 2, 4, 8):
            continue
        while back > 0 and (view.words[back].only("R") or view.low(back) in ("pas", "plus", "bien")):
            back -= 1
        verb, here = view.words[back], over(view, group.last + 1)
        if (
            not lemmas(verb) & _RENDERED
            or (verb.has("N") and back and view.words[back - 1].has("D"))
            or view.low(back - 1) in ("s'", "se", "et")
        ):
            continue
        word, after = view.at(here), view.at(here + 1)
        if not word or not view.glued(back, here) or not word.text.islower() or word.clitic:
            continue
        kind = shape(word)
        told = kind.plain_adjective or (word.has("A") and word.low.endswith("ent") and group.shape < 4)
        if not told or not kind.nominal or kind.noun or kind.adjective & group.shape:
            continue
        if after is None or not after.near or after.has("P") or after.low in ("et", "mais", "que", "qu'"):
            yield from changed(word, agreed_in(word, group.shape))


RULES: tuple[Rule, ...] = (
    rule("accord_attribut_objet", "accord", "L’adjectif qui dit comment est « le, la, les, me, te, nous » s’accorde avec ce pronom.", "Remplacez le pronom par le nom : « je trouve la pièce émouvante ».", _attribute,
         (("Je la trouve émouvant.", "émouvante"), ("Les voilà équipé pour partir.", "équipés"), ("Cette attente nous rend impatient.", "impatients"), ("Je les crois capable du pire.", "capables")),
         ("Je la trouve émouvante.", "Les voilà équipés pour partir.", "Il nous rend visite.", "La juge compétente statuera.", "Nous laissons ouvert le portail.")),
    rule("accord_attribut_complement", "accord", "L’adjectif qui dit comment on trouve ou rend une chose s’accorde avec elle.", "Dites « cette idée est… ».", _attribute_behind,
         (("Je trouve cette idée excellent.", "excellente"), ("Elle juge ces délais trop longue.", "longs")),
         ("Je trouve cette idée excellente.", "Elle rend les clés demain.", "Il laisse la porte ouverte.", "Elle trouve ce livre chez elle.")),
    rule("accord_attribut_que", "accord", "L’adjectif s’accorde avec le nom que « que » remplace.", "Qu’est-ce qui est… ? Le nom placé avant « que ».", _attribute_before,
         (("Voici une force que l'on croyait perdu.", "perdue"), ("Voici des consignes que je trouve absurde.", "absurdes")), ("Voici une force que l'on croyait perdue.", "Voici des consignes que je trouve absurdes.")),
)  # fmt: skip
