# ruff: noqa: E501, SIM905 -- a list of words stays compact
"""The spine of a clause: a noun group that opens it, all that hangs on it, and its verb, however far that stands.

Every word between must be accounted for: complements, adjectives, lists, relative clauses, asides between commas or
brackets. A subject with a word that finds no place says nothing.

Norm: the verb agrees with the head of its subject, or is plural for groups joined by « et »; not with a complement
nor with what a relative clause holds (Grevisse and Goosse, « Le Bon Usage », 16e éd., 2016, §§ 427-446).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_words import INTENSE
from ascom_coach.language.syntax.bundles import Bundle, bundles
from ascom_coach.language.syntax.second_clauses import second_clause
from ascom_coach.language.syntax.shapes import FS, MS, PLURAL, SINGULAR, determiner, joined, shape
from ascom_coach.language.syntax.spine_clauses import over_relative, verb_place
from ascom_coach.language.syntax.spine_parts import (
    ASIDE,
    PREPOSITIONS,
    between,
    over_complement,
    over_modifiers,
)
from ascom_coach.language.syntax.subjects import COLLECTIVE
from ascom_coach.language.syntax.view import View, once

_OPENERS = frozenset(["que", "qu'", "si", "quand", "lorsque", "lorsqu'", "car", "mais", "puisque", "puisqu'", "dont", "où", "donc", "or", "quoique"])  # fmt: skip
_COMPARED = frozenset(["autre", "autres", "plus", "moins", "même", "mêmes", "tel", "tels", "telle", "telles", "aussi", "plutôt", "mieux", "tant",
                       "autant", "ainsi", "ne", "n'"])  # fmt: skip
_FRONT = frozenset(
    "si s' quand lorsque lorsqu' puisque puisqu' comme dès sauf afin grâce bonjour après avant".split()
)
_NOT_FIRST = frozenset(["du", "au", "aux", "de", "d'", "quel", "quelle", "quels", "quelles"])
TIMES = frozenset(
    ["jour", "jours", "matin", "soir", "semaine", "semaines", "mois", "année", "années", "an", "ans", "lundi", "mardi", "mercredi", "jeudi",
     "vendredi", "samedi", "dimanche", "fois", "heure", "heures", "minutes", "week-end", "trimestre", "après-midi", "nuit", "moment", "instant",
     "euros", "pour", "cent", "kilos", "mètres", "demain", "été", "hiver", "printemps", "automne", "lendemain", "veille"]
)  # fmt: skip
"""Nouns that open a sentence to say when or how much: the subject may come behind the verb."""
_SWARMS = frozenset(
    "essaim paquet bande nuée flopée armée kyrielle ribambelle tapée masse flot cortège".split()
)
_WHOLE = frozenset(["tous", "toutes", "les", "ces", "nos", "vos", "mes", "ses", "leurs"])
_ALONE = {"aucun": MS, "aucune": FS, "chacun": MS, "chacune": FS}


@dataclass(frozen=True, slots=True)
class Spine:
    """The subject `first`…`end`, its set `shape`, and its verb. `loose` when its number is a matter of sense, `far`
    when more than plain complements stands before the verb."""

    shape: int
    first: int
    end: int
    verb: int
    loose: bool
    far: bool


@once
def spines(view: View) -> tuple[Spine, ...]:
    """The subjects of a sentence that can be read up to their verb, each verb once."""
    groups = {one.first: one for one in bundles(view)[0]}
    out: list[Spine] = []
    for at in range(len(view.words) - 2):
        if at not in groups and view.low(at) not in _ALONE:
            continue
        joins = _opens(view, at, out)
        if joins is None:
            continue
        found = _read(view, at, groups)
        if not found or any(one.verb == found.verb for one in out):
            continue
        if joins and not (found.shape and not found.shape & SINGULAR):
            continue
        out.append(found)
    return tuple(out)


def _opens(view: View, at: int, done: list[Spine]) -> bool | None:
    """Whether a subject may open at `at`: None when not, True when « et » stands before it."""
    if view.low(at) in _NOT_FIRST:
        return None
    while at and view.low(at - 1) in _WHOLE and view.words[at].near:
        at -= 1
    if at == 0:
        return False
    before, word = view.low(at - 1), view.words[at]
    gap = between(view, at)
    if gap in (":", ";"):
        return False
    if gap == ",":
        return False if _spliced(view, at) else _fronted(view, at)
    if gap or not word.near:
        return None
    if before in _OPENERS:
        near = {view.low(place) for place in range(max(0, at - 4), at - 1)}
        if before in ("que", "qu'") and view.low(at - 2) in ("et", "ou", "ni"):
            return True
        return None if before in ("que", "qu'") and near & _COMPARED and "alors" not in near else False
    if before == "comme" and at == 1:
        return False
    if before == "et" and second_clause(view, at):
        return False
    if before == "et":
        earlier = view.words[at - 2]
        ended = earlier.verb("ppas") or not earlier.has("N", "S", "A", "O") or not view.words[at - 1].near
        if not done or not ended:
            return None
        return view.words[at - 1].near and view.low(at) not in ("aucun", "aucune", "chaque")
    opening = all(one.only("R", "C", "G") and one.near for one in view.words[1:at])
    return False if opening and view.words[0].only("R", "C", "G") else None


def _spliced(view: View, at: int) -> bool:
    """« Rien ne presse, les autres devis attendent »: a whole clause, a comma, then a group and at once its verb."""
    group = next((one for one in bundles(view)[0] if one.first == at), None)
    verb = view.at(group.last + 1) if group else None
    if not verb or not verb.near or not verb.only("V") or not forms.finite(verb) or verb.verb("ppas"):
        return False
    if any(word.low in ("que", "qu'", "dont", "où", "si", "quand", "comme") for word in view.words[:at]):
        return False
    return any(_acts(view, place) for place in range(at))


def _acts(view: View, at: int) -> bool:
    """Whether the word at `at` is a conjugated verb for sure, by itself or by the pronoun before it."""
    word = view.words[at]
    if word.low in forms.ETRE | forms.AVOIR or (word.only("V") and forms.finite(word)):
        return True
    return at > 0 and forms.finite(word) and view.low(at - 1) in ("ne", "n'", "se", "s'", *forms.PERSONS)


def _fronted(view: View, at: int) -> bool | None:
    """Whether all that stands before the comma at `at` is put in front: « À partir de lundi, », « Si vous venez, »."""
    start = 0
    for place in range(1, at + 1):
        if place < at and between(view, place) != ",":
            continue
        opener = view.words[start]
        done = any(word.low in ("étant", "ayant") for word in view.words[start:place])
        if not done and not (opener.has("P", "R", "G") or opener.low in _FRONT or opener.verb("ppre")):
            return None
        if not done and opener.has("D"):
            return None
        start = place
    return False


def _read(view: View, at: int, groups: dict[int, Bundle]) -> Spine | None:
    """The subject that opens at `at` and its verb."""
    head = _head(view, at, groups)
    if not head:
        return None
    mask, here, loose = head
    far = False
    for _ in range(12):
        got = listed(view, at, here, mask, groups)
        if got:
            mask, here, looser = got
            loose, far = loose or looser, True
            continue
        step = over_modifiers(view, here, groups)
        if step > here:
            here = step
            continue
        step = over_relative(view, here, groups)
        if step == here and far and view.low(here) in ("et", "mais", "ou") and not between(view, here):
            step = over_relative(view, here + 1, groups)  # « dont… et qui… »
            step = here if step == here + 1 else step
        if step > here:
            mask |= _paired(view, here, step, mask, groups)
            here, far = step, True
            continue
        aside = _aside(view, here, groups, mask)
        if not aside:
            break
        here, looser = aside
        loose, far = loose or looser, True
    verb = verb_place(view, here, groups, mask)
    return Spine(mask, at, here, verb, loose, far) if verb else None


def _paired(view: View, start: int, end: int, mask: int, groups: dict[int, Bundle]) -> int:
    """What « le bon que j'ai signé et la facture » may be as well: a relative clause that ends with « et » and a group
    may be over before « et »."""
    for at in range(start + 2, end):
        group = groups.get(at + 1)
        if view.low(at) == "et" and group and group.last + 1 == end:
            return joined(mask, group.shape)
    return 0


def _head(view: View, at: int, groups: dict[int, Bundle]) -> tuple[int, int, bool] | None:
    """(set, place behind, whether the number is a matter of sense) of the first group."""
    group = groups.get(at)
    if view.low(at) in _ALONE and (group is None or view.low(at + 1) in ("de", "d'", "des")):
        here = (
            over_complement(view, at + 1, groups) if view.low(at + 1) in ("de", "d'", "des", "du") else at + 1
        )
        return (_ALONE[view.low(at)], here, False) if here > at + 1 else None
    if not group:
        return None
    words = {view.low(place) for place in range(group.first, group.last + 1)}
    held = view.low(group.last + 1) in ("de", "d'", "que", "qu'") and not group.shape & SINGULAR
    if (words & TIMES and not held) or any(
        one.isdecimal() and at == group.first for one in words if view.low(at) in ("le", one)
    ):
        return None
    if view.low(at + 1) in ("plus", "moins") or words & _SWARMS:
        return None
    words -= {"total", "totale", "totaux"} if view.low(group.noun) not in ("total", "totaux") else set()
    several = not group.shape & SINGULAR and view.low(group.last + 1) not in ("de", "d'", "des", "du")
    if several and view.low(group.noun).endswith("s"):
        words = set()  # « nos équipes »
    if words & COLLECTIVE or {one.rstrip("s") for one in words} & COLLECTIVE:
        if (
            view.low(group.noun) != "nombre"
            or view.low(at) != "le"
            or view.low(group.last + 1) not in ("de", "d'", "des")
        ):
            return None
        return MS, group.last + 1, False
    return group.shape, group.last + 1, bool(words & {"couple", "équipe", "moitié", "tiers", "quart"})


def listed(
    view: View, start: int, here: int, mask: int, groups: dict[int, Bundle]
) -> tuple[int, int, bool] | None:
    """« , la bride et le flexible », « et son adjoint »: the set of all, the place behind."""
    at, names = here, mask
    while between(view, at) == "," and (step := over_complement(view, at, groups, True)) > at:
        at = step  # « du plombier, de l'électricien et du peintre »
    if at > here:
        stop = over_complement(view, at + 1, groups) if view.low(at) in ("et", "ou") else 0
        return (mask, stop, False) if stop > at + 1 and not between(view, at) else None
    while between(view, at) == "," and (one := _member(view, at, groups)):
        names = joined(names, one[0])
        at = _over_all(view, one[1], groups)
    link = view.low(at)
    besides = link == "ainsi" and view.low(at + 1) in ("que", "qu'")  # « une copie ainsi que les plans »
    behind = at + 2 if besides else at + 1
    other = _member(view, behind, groups) if besides or link in ("et", "ou", "ni") else None
    if (
        not other
        or between(view, at) not in ("", ",")
        or (at == here and between(view, at))
        or between(view, behind)
    ):
        return None
    whole = joined(names, other[0])
    inner = (
        at > here
        or view.low(here - 1) in PREPOSITIONS
        or any(view.low(place) in PREPOSITIONS - {"de", "d'"} for place in range(start, here))
    )  # « le responsable des relations avec les clients et les prestataires »
    unsure = link != "et" or (inner and at == here)
    return whole | (mask | other[0] if unsure else 0), other[1], unsure


def _member(view: View, at: int, groups: dict[int, Bundle]) -> tuple[int, int] | None:
    """A group of a list that begins at `at`: its set and the place behind; « le flexible » may be an adjective only."""
    if view.low(at) == "d'" and view.low(at + 1) == "autres" and at + 2 < len(view.words):
        several = shape(view.words[at + 2]).noun & PLURAL  # « l'écran et d'autres pièces »
        return (several, at + 3) if several and view.words[at + 2].near else None
    if view.low(at) in _NOT_FIRST | {"des"}:
        return None
    if at in groups:
        return groups[at].shape, groups[at].last + 1
    mask, noun = determiner(view.low(at), view.low(at + 1)), view.at(at + 1)
    if not mask or not noun or not noun.near or not noun.text.islower() or noun.has("P", "D", "R"):
        return None
    return (mask, at + 2) if noun.has("A") or not noun.readings else None


def _over_all(view: View, at: int, groups: dict[int, Bundle]) -> int:
    for _ in range(6):
        step = over_modifiers(view, at, groups)
        if step == at:
            return at
        at = step
    return at


def _aside(view: View, at: int, groups: dict[int, Bundle], mask: int) -> tuple[int, bool] | None:
    """Past what stands between two commas, brackets or dashes; whether it makes the number a matter of sense."""
    opened = between(view, at)
    if opened not in (",", "(", "–", "—", "-") or at >= len(view.words):
        return None
    low = view.low(at)
    first = view.words[at]
    if opened == "," and not (
        low in ASIDE
        or (low == "et" and view.low(at + 1) in ("surtout", "notamment", "particulièrement", "même"))
        or first.has("P")
        or first.verb("ppas")
        or first.only("A", "R")
        or (low in INTENSE and at + 1 < len(view.words) and shape(view.words[at + 1]).plain_adjective)
        or (at in groups and not mask & SINGULAR)
    ):
        return None
    besides = low == "et" and view.low(at + 1) in ("surtout", "notamment", "particulièrement", "même")
    if low in ("et", "ou", "ni", "mais", "puis", "donc", "car") and not besides:
        return None
    loose = low in ("ainsi", "comme", "avec", "et") and opened == ","
    for place in _closings(view, at, opened):
        if verb_place(view, place, groups, mask):
            return place, loose
    return None


def _closings(view: View, at: int, opened: str) -> Iterator[int]:
    close = {"(": ")"}.get(opened, opened)
    for place in range(at + 1, min(at + 26, len(view.words))):
        gap = between(view, place)
        if gap.startswith(close) and len(gap) <= 2:
            yield place
        elif any(mark in gap for mark in ":;?!") or (opened == "," and ")" in gap and "(" not in gap):
            return


def person_of(spine: Spine) -> str:
    """`3s` or `3p` when the number of the subject is sure, else empty."""
    if bool(spine.shape & SINGULAR) == bool(spine.shape & PLURAL):
        return ""
    return "3p" if spine.shape & PLURAL else "3s"


def own_pronoun(view: View, spine: Spine) -> bool:
    """Whether « se » stands before the verb."""
    return any(view.low(place) in ("se", "s'") for place in range(spine.end, spine.verb))


__all__ = ["Spine", "forms", "own_pronoun", "person_of", "spines"]
