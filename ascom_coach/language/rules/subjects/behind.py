# ruff: noqa: E501 -- an example stays on one line
"""The subject behind its verb: « que signifie les lettres », « où se réunit les parents », « comme le prévoit les statuts ».

Norm: the verb agrees with its subject also when that follows (Grevisse and Goosse, « Le Bon Usage », 16e éd., 2016, § 927).
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.rules.base import Hit, Rule, rule
from ascom_coach.language.rules.groups.quantity import changed
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import Bundle, bundles
from ascom_coach.language.syntax.frames import lemmas, past
from ascom_coach.language.syntax.shapes import PLURAL, SINGULAR
from ascom_coach.language.syntax.spine import TIMES, listed
from ascom_coach.language.syntax.spine_parts import PREPOSITIONS, over_complement
from ascom_coach.language.syntax.subjects import COLLECTIVE
from ascom_coach.language.syntax.view import View

_AFTER = frozenset(["que", "qu'", "où", "dont", "quand", "comment", "combien", "auquel", "auxquels", "auxquelles",
                    "duquel", "desquels", "desquelles", "quels", "quelles", "quel", "quelle", "tels", "telles", "tel", "telle", "lorsque", "pourquoi"])  # fmt: skip
_WHICH = frozenset(["lequel", "laquelle", "lesquels", "lesquelles", "quoi"])
_BEFORE_FIGURE = frozenset(["les", "ces", "nos", "vos", "mes", "ses", "leurs"])
_BEING_ONLY = frozenset(["quels", "quelles", "quel", "quelle", "tels", "telles", "tel", "telle", "pourquoi"])
_THERE = frozenset(["ainsi", "là", "ici", "ci-dessous", "ci-après", "ci-contre"])
_PRESENT = frozenset(["figurer", "suivre", "apparaître", "venir", "arriver", "passer", "vivre", "travailler", "dormir", "loger", "siéger", "régner", "naître",
                      "jouer", "commencer", "exister", "subsister", "demeurer", "rester", "résulter", "découler", "dépendre"])  # fmt: skip
"""Verbs whose subject often follows a complement put in front."""


def _behind(view: View) -> Iterator[Hit]:
    groups = {one.first: one for one in bundles(view)[0]}
    for first in groups:
        if not first or not view.words[first].near:
            continue
        at = first - (2 if view.low(first - 1) in _BEFORE_FIGURE else 1)
        while view.low(at) in (
            "bien",
            "donc",
            "aussi",
            "encore",
            "exactement",
            "déjà",
            "souvent",
            "toujours",
            "pas",
            "plus",
        ):
            at -= 1
        verb = view.at(at) if at > 0 else None
        if not verb or verb.clitic or not verb.near or not forms.finite(verb) or not view.glued(at, first):
            continue
        if (
            verb.has("P", "D", "R", "C", "O")
            or verb.verb("inf")
            or verb.low in ("fait", "fallait", "faut", "faudra", "nombre", "voici", "voilà")
            or at - 1 in groups
        ):
            continue
        opened = _opened(view, at, groups)
        if not opened:
            continue
        mask = _set(view, first, groups)
        if not mask or bool(mask & SINGULAR) == bool(mask & PLURAL):
            continue
        wanted, other = ("3s", "3p") if mask & SINGULAR else ("3p", "3s")
        if wanted == "3s" and any(
            one.low in ("et", "ou", "ni", "que") or not one.near for one in view.words[first + 1 :]
        ):
            continue  # the subject may be a list
        if forms.has_person(verb, other) and not forms.has_person(verb, wanted):
            yield from changed(verb, forms.conjugated(verb, wanted))


def _set(view: View, first: int, groups: dict[int, Bundle]) -> int:
    """The set of the subject that opens at `first`; 0 when it may be no subject."""
    group = groups[first]
    words = {view.low(place) for place in range(first, group.last + 1)}
    if (
        words & (TIMES | COLLECTIVE)
        or {one.rstrip("s") for one in words} & COLLECTIVE
        or view.low(first) in ("du", "au", "aux")
    ):
        return 0
    mask, here = group.shape, group.last + 1
    for _ in range(4):
        step = over_complement(view, here, groups)
        if step == here:
            break
        here = step
    joined = listed(view, first, here, mask, groups)
    return joined[0] if joined else mask if view.low(here) not in ("et", "ou", "ni") else mask | PLURAL


def _opened(view: View, at: int, groups: dict[int, Bundle]) -> bool:
    """Whether what stands before the verb at `at` leaves its subject to follow."""
    here = at - 1
    own = False
    while here >= 0 and view.low(here) in forms.CLITICS and view.words[here + 1].near:
        own = own or view.low(here) in ("se", "s'")
        if view.low(here) in forms.PERSONS:
            return False
        here -= 1
    low = view.low(here)
    verb = view.words[at]
    if here < 0 or not view.words[here + 1].near:
        return False
    being = verb.low in forms.ETRE
    if low == "comme":
        return view.low(here + 1) in ("le", "l'")
    if low in _BEING_ONLY:
        return being and here + 1 == at and not view.words[at - 1].clitic
    if low in ("que", "qu'"):
        return (
            here + 1 >= at - 1
            and view.low(here - 1) not in ("ne", "plus", "moins", "autre", "pas", "ce", "rien")
        ) or (low == "que" and here == 0)
    if low == "combien" and view.low(at) in forms.AVOIR:
        return False
    if low in _AFTER or (low in _WHICH and view.low(here - 1) in PREPOSITIONS):
        return True
    if low in _THERE or (low == "là" and view.low(here - 1) == "de"):
        return (here == 0 or (here == 1 and view.low(0) in ("de", "d'"))) and (
            own or bool(lemmas(verb) & _PRESENT)
        )
    return _asked(view, here) or (_put_first(view, here, groups) and (own or bool(lemmas(verb) & _PRESENT)))


def _asked(view: View, noun: int) -> bool:
    """« à quelle heure arrive », « combien de temps dure »: a complement of a question ends at `noun`."""
    if view.low(noun - 1) in ("quel", "quelle", "quels", "quelles"):
        return view.low(noun - 2) in PREPOSITIONS
    return (
        view.low(noun - 1) in ("de", "d'")
        and view.low(noun - 2) == "combien"
        and view.low(noun) in TIMES | {"temps"}
    )


def _put_first(view: View, last: int, groups: dict[int, Bundle]) -> bool:
    """Whether the sentence up to `last` is nothing but complements."""
    if view.low(0) not in PREPOSITIONS | {"au", "aux", "du"}:
        return False
    here = past(view, over_complement(view, 0, groups, True))
    while here and here <= last:
        step = over_complement(view, here, groups)
        if step == here:
            break
        here = past(view, step)
    return here == last + 1


RULES: tuple[Rule, ...] = (
    rule("accord_sujet_derriere", "accord", "Placé après le verbe, le sujet commande encore son accord.", "Remettez le sujet devant : « les lettres signifient ».", _behind,
         (("Que signifie les trois lettres du code ?", "signifient"), ("Comme le prévoit les statuts, le vote est secret.", "prévoient"), ("Les outils dont dispose les apprentis sont anciens.", "disposent"),
          ("À quelle heure arrive les livreurs ?", "arrivent"), ("À cette somme s'ajoute les frais de dossier.", "ajoutent"), ("Quels est vos horaires ?", "sont"), ("Tant que dure les travaux, passez par la cour.", "durent")),
         ("Que signifient les trois lettres du code ?", "Comme le prévoit le contrat, tout est payé.", "Les outils dont disposent les apprentis sont anciens.", "Que veulent le gérant et son associé ?",
          "Quel client demande les clés ?", "Depuis lundi pleuvent les appels.", "À ce prix s'ajoute la livraison des meubles.")),
)  # fmt: skip
