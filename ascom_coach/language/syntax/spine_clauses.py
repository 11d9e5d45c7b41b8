# ruff: noqa: E501, SIM905 -- a list of words stays compact
"""Past a relative clause, and the verb of a clause behind its subject (see `spine.py`)."""

from __future__ import annotations

from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import Bundle
from ascom_coach.language.syntax.frames import ADVERBS
from ascom_coach.language.syntax.shapes import shape
from ascom_coach.language.syntax.spine_parts import (
    PREPOSITIONS,
    STAYS,
    between,
    is_name,
    over_complement,
    over_modifiers,
    word_at,
)
from ascom_coach.language.syntax.view import View

_RELATIVE = frozenset(["qui", "que", "qu'", "dont", "où", "auquel", "auxquels", "auxquelles", "duquel", "desquels", "desquelles", "lequel", "laquelle",
                       "lesquels", "lesquelles"])  # fmt: skip
_SUBJECTS = frozenset(["je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "ça", "cela"])
_SURE_CLITICS = frozenset(["ne", "n'", "se", "s'", "me", "m'", "te", "t'", "lui", "y"])


def over_relative(view: View, at: int, groups: dict[int, Bundle]) -> int:
    """Past a relative clause that opens at `at`, up to where the verb of the main clause may stand."""
    word = word_at(view, at)
    if not word:
        return at
    here = at
    if word.low in PREPOSITIONS and view.low(at + 1) in (
        "qui",
        "lequel",
        "laquelle",
        "lesquels",
        "lesquelles",
        "quoi",
    ):
        here += 1
    relative = view.low(here)
    if relative not in _RELATIVE or (relative in ("que", "qu'") and _compares(view, at)):
        return at
    here += 1
    if not (relative == "qui" and here == at + 1):
        here = _over_subject(view, here, groups)
    here = _over_clitics(view, here, groups)
    verb = view.at(here)
    if not verb or not verb.near or not forms.finite(verb):
        return at
    turned = view.at(here + 1)
    here += 2 if turned and turned.clitic else 1
    for _ in range(14):
        step = _over_rest(view, here, groups)
        if step == here:
            break
        here = step
    return here


_DEGREES = frozenset(
    "si tellement plus moins aussi tant autant autre autres tel telle tels telles trop".split()
)


def _compares(view: View, at: int) -> bool:
    """« si attendues que », « d'autres que »."""
    return any(view.low(place) in _DEGREES for place in range(max(0, at - 3), at))


def _over_subject(view: View, at: int, groups: dict[int, Bundle]) -> int:
    if view.low(at) == "l'" and view.low(at + 1) == "on":
        return at + 2
    if view.low(at) in _SUBJECTS:
        return at + 1
    if at in groups:
        at = groups[at].last + 1
        for _ in range(4):
            step = over_complement(view, at, groups)
            if step == at:
                break
            at = step
        after = view.at(at + 1)
        if (
            (word := word_at(view, at))
            and word.has("A")
            and after
            and after.near
            and after.only("V")
            and forms.finite(after)
        ):
            at += 1  # « dont le voile sombre dissimule »
        if view.low(at) == "et" and at + 1 in groups:
            at = groups[at + 1].last + 1
        return at
    while (word := view.at(at)) and word.near and (is_name(word) or word.low in ("m", "mme", "mlle")):
        at += 1
    return at


def _over_clitics(view: View, at: int, groups: dict[int, Bundle]) -> int:
    while (
        view.low(at) in forms.CLITICS
        and view.words[at].near
        and not view.words[at].clitic
        and at not in groups
    ):
        at += 1
    return at


def _over_rest(view: View, at: int, groups: dict[int, Bundle]) -> int:
    """Past one piece of what follows the verb of a relative clause."""
    word = word_at(view, at)
    if not word:
        return at
    if at in groups:
        return groups[at].last + 1
    acts = _over_clitics(view, at, groups)
    if (verb := view.at(acts)) and verb.near and verb.verb("inf") and not verb.has("N"):
        return acts + 1
    if word.verb("ppas") and (not shape(word).finite or view.low(at - 1) in forms.AUXILIARIES | ADVERBS):
        return at + 1
    if word.only("R"):
        return at + 1  # « habitent loin »
    if word.low in STAYS and at + 1 in groups and view.words[at + 1].near:
        return groups[at + 1].last + 1
    if word.low in STAYS:
        after = _over_clitics(view, at + 1, groups)
        verb = view.at(after)
        if verb and verb.near and verb.only("V") and forms.finite(verb):
            return after + 1
    return over_modifiers(view, at, groups)


_GAPS = ("", ",", ")", "),", "–", "—", "-")


def verb_place(view: View, at: int, groups: dict[int, Bundle], mask: int) -> int:
    """The place of the conjugated verb that begins at `at`, over its pronouns; 0 when it is none or may be no verb."""
    here = at
    sure = False
    if between(view, at) not in _GAPS:
        return 0
    while view.low(here) in forms.CLITICS and (view.words[here].near or here == at) and here not in groups:
        sure = sure or view.low(here) in _SURE_CLITICS
        here += 1
    verb = view.at(here)
    if (
        not verb
        or not (verb.near or here == at)
        or verb.clitic
        or not verb.text.islower()
        or not forms.finite(verb)
    ):
        return 0
    for place in range(at, here):
        person = forms.PERSONS.get(view.low(place))
        if person and forms.has_person(verb, person):
            return 0
    turned = view.at(here + 1)
    if turned and turned.clitic:
        return 0
    if verb.has("P", "D", "C", "O", "R") and not (sure and verb.low in ("sont", "est")):
        return 0
    if verb.verb("inf") or (verb.verb("ppas") and view.low(here - 1) not in ("s'", "se", "ne", "n'")):
        return 0
    if here == at and not verb.near and verb.verb("impe") and not forms.has_person(verb, "3s"):
        return 0  # « Le cas échéant, joignez une copie »
    if sure or verb.only("V") or verb.low in forms.AUXILIARIES:
        return here
    found = any(forms.has_person(verb, one) for one in ("3s", "3p"))
    if not found or shape(verb).adjective & mask:
        return 0
    return here if _stays(view, here, mask) or _only_verb(view, here) else 0


def _stays(view: View, at: int, mask: int) -> bool:
    """« Les portes reste ouvertes »: a noun too, but the adjective behind is said of the subject."""
    after = view.at(at + 1)
    said = view.low(at) in ("reste", "restes", "demeure") and after is not None and after.near
    return bool(said and after and shape(after).plain_adjective and shape(after).adjective & mask)


_BEHIND = frozenset(["en", "à", "au", "aux", "dans", "sur", "pour", "par", "le", "la", "les", "l'", "un", "une", "vers", "chez", "nos", "vos",
                     "leur", "leurs", "ce", "cette", "ces", "votre", "notre", "du", "des", "tout", "toute", "que", "qu'"])  # fmt: skip


def _only_verb(view: View, at: int) -> bool:
    """Whether a word that may be a noun too is the only verb that the clause has."""
    after = view.at(at + 1)
    if not after or not (after.low in _BEHIND | ADVERBS | PREPOSITIONS - {"de", "d'"} or after.has("R")):
        return False
    for place in range(at + 1, len(view.words)):
        word = view.words[place]
        if between(view, place) or word.low in (
            "que",
            "qu'",
            "qui",
            "et",
            "mais",
            "car",
            "si",
            "quand",
            "dont",
            "où",
            "alors",
            "parce",
        ):
            return True
        if (forms.finite(word) and not word.has("N", "A", "P", "D", "R")) or word.low in (
            "est",
            "a",
            "sont",
            "ont",
        ):
            return False
    return True
