# ruff: noqa: E501 -- a list of words stays compact
"""What may stand between a subject and its verb: participles, relative clauses, parentheses, asides between commas."""

from __future__ import annotations

from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import Bundle, bundles
from ascom_coach.language.syntax.view import View, Word

_RELATIVE = frozenset(["qui", "que", "qu'", "dont", "où", "auquel", "auxquels", "auxquelles"])
_SPEAKERS = frozenset(["je", "j'", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles"])
_NEW = frozenset(["et", "ou", "ni", "mais", "car", "donc", "or", "comme", "si", "quand"])
_COMPLEMENT = frozenset(["de", "d'", "à", "en", "sur", "dans", "pour", "avec", "sans", "par", "chez", "sous", "entre", "depuis", "vers", "contre"])  # fmt: skip
_TIMES = frozenset(["hier", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "ensemble", "ici", "déjà", "bien",
                    "récemment", "aujourd'hui"])  # fmt: skip
_LONGEST = 12
"""The longest aside that is read, in words."""


def gap(view: View, at: int) -> str:
    """The marks before the word at `at`."""
    return view.text[view.words[at - 1].end - view.offset : view.words[at].start - view.offset].strip()


def sure_verb(word: Word) -> bool:
    """Whether the word is a conjugated verb and nothing else."""
    if word.low in forms.AUXILIARIES:
        return word.low not in ("être", "été", "avoir", "eu", "ayant")
    return word.only("V") and forms.finite(word) and not word.verb("ppas") and not word.verb("inf")


def past_modifiers(view: View, end: int) -> int:
    """The place where the verb of the subject that ends before `end` may begin; `end` itself when nothing follows.

    0 when what follows is not understood.
    """
    at = end
    for _ in range(6):
        here = _past_one(view, at)
        if here == at or not here or here >= len(view.words) or not view.words[at].near:
            return here
        at = here
    return 0


def _past_one(view: View, at: int) -> int:
    word = view.at(at)
    if not word or at == 0:
        return 0
    if not word.near:
        mark = gap(view, at)
        if mark.startswith("("):
            return _past_parenthesis(view, at)
        if mark.endswith(")") and mark.count("(") == 0:
            return at if mark == ")" else 0
        return _past_aside(view, at) if mark == "," else 0
    if word.clitic:
        return 0
    if word.low in _RELATIVE:
        return _past_relative(view, at)
    if word.text[:1].isupper() and not word.readings:
        return at + 1
    described = word.verb("ppas") or word.has("A")
    if described and word.text.islower() and not sure_verb(word) and not forms.finite(word):
        return _past_complements(view, at + 1)
    if word.low in _COMPLEMENT or word.low in ("du", "des", "au", "aux"):
        here = _past_complements(view, at)
        return here if here > at else 0
    return at


def _past_complements(view: View, at: int) -> int:
    """Past « par la ville », « de nos clients », « hier »."""
    groups = bundles(view)[0]
    for _ in range(4):
        word = view.at(at)
        if not word or not word.near:
            return at
        if word.low in _TIMES:
            at += 1
        elif (word.low in ("du", "des", "au", "aux") and (group := _group(groups, at, at + 1))) or (
            word.low in _COMPLEMENT and (group := _group(groups, at + 1))
        ):
            at = group.last + 1
        elif word.low in _COMPLEMENT and (noun := view.at(at + 1)) and noun.near and _named(noun):
            at += 2
        else:
            return at
    return at


def _named(word: Word) -> bool:
    return word.text[:1].isupper() or word.text[:1].isdecimal() or word.only("N", "A")


def _group(groups: tuple[Bundle, ...], *starts: int) -> Bundle | None:
    return next((one for one in groups if one.first in starts), None)


def _past_parenthesis(view: View, at: int) -> int:
    for here in range(at + 1, min(at + _LONGEST, len(view.words))):
        if ")" in gap(view, here):
            return here
    return 0


def _past_aside(view: View, at: int) -> int:
    """Past « , malgré le contrôle, »; 0 for a list or a clause of its own."""
    opener = view.words[at]
    relative = opener.low in ("qui", "dont", "que", "qu'", "où")
    compared = opener.low == "comme" or (
        view.low(at + 1) in ("que", "qu'", "comme") and opener.low in ("ainsi", "tout")
    )
    if compared:  # « , tout comme ses annexes, »: what is compared does not count
        stop = next(
            (
                here
                for here in range(at + 1, min(at + _LONGEST, len(view.words)))
                if not view.words[here].near
            ),
            0,
        )
        return (
            stop
            if stop and gap(view, stop) == "," and not any(sure_verb(one) for one in view.words[at:stop])
            else 0
        )
    apart = opener.has("P", "R") or opener.verb("ppas") or opener.verb("ppre") or opener.low in _COMPLEMENT
    if opener.low in _NEW or not (relative or apart or opener.only("A")) or opener.has("C"):
        return 0
    if opener.has("D") and opener.low not in ("du", "des", "de", "d'"):
        return 0
    for here in range(at + 1, min(at + _LONGEST, len(view.words))):
        if not view.words[here].near and not view.words[here].clitic:
            if gap(view, here) != "," or view.low(here) in _NEW:
                return 0
            inside = view.words[at:here]
            verbs = sum(sure_verb(one) for one in inside)
            if any(one.low in _SPEAKERS for one in inside) and not relative:
                return 0
            return here if verbs <= (1 if relative else 0) else 0
    return 0


def _past_relative(view: View, at: int) -> int:
    """Past « que loue la commune », « que vous avez reçus lundi », « qui arrivent »."""
    groups = bundles(view)[0]
    here = at + 1
    if view.low(at) != "qui":
        if view.low(here) in _SPEAKERS:
            here += 1
        elif group := _group(groups, here):
            here = _past_complements(view, group.last + 1)
    subject = here > at + 1 or view.low(at) == "qui"
    while view.low(here) in forms.CLITICS:
        here += 1
    verb = view.at(here)
    if not verb or not view.glued(at, here) or not forms.finite(verb):
        return 0
    here += 1
    if not subject:
        group = _group(groups, here)
        return _past_complements(view, group.last + 1) if group else 0
    while (one := view.at(here)) and one.near and (one.verb("ppas") or one.verb("inf") or one.low in _TIMES or one.low in ("pas", "plus", "être", "de")):  # fmt: skip
        here += 1
    if view.low(at) in ("qui", "dont") and (group := _group(groups, here)):
        here = group.last + 1
    return _past_complements(view, here)
