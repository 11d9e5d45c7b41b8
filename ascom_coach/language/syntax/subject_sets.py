# ruff: noqa: E501 -- a list of words stays compact
"""The subjects of a sentence as sets of genders and numbers, and where their verb may begin."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import Bundle, bundles
from ascom_coach.language.syntax.second_clauses import second_clause
from ascom_coach.language.syntax.shapes import ANY, FP, FS, MP, MS, PLURAL, PRONOUNS, bits, joined, shape
from ascom_coach.language.syntax.subjects import COLLECTIVE
from ascom_coach.language.syntax.view import View, Word, once

_MANY = {
    "plusieurs": PLURAL,
    "certains": MP,
    "certaines": FP,
    "beaucoup": PLURAL,
    "plupart": PLURAL,
    "tous": MP,
    "toutes": FP,
}
_OPENING = frozenset(["que", "qu'", "si", "s'", "quand", "car", "mais", "puisque", "puisqu'", "lorsque", "lorsqu'", "et", "donc", "où", "dont", "comme",
                      "or", "parce", "tandis", "alors", "voici", "voilà", "pourquoi"])  # fmt: skip
_BEFORE_STRESSED = frozenset(["avec", "pour", "chez", "de", "d'", "par", "sur", "sans", "à", "entre", "contre", "vers", "selon", "et", "ou", "ni", "en",
                              "après", "avant", "derrière", "devant", "comme", "sauf", "malgré", "parmi", "dans", "envers", "que", "qu'"])  # fmt: skip
_THOSE = {
    "celui": MS,
    "celle": FS,
    "ceux": MP,
    "celles": FP,
    "lui": MS,
    "eux": MP,
    "ce": MS,
    "cela": MS,
    "ça": MS,
}
_TITLES = {"madame": FS, "mme": FS, "mademoiselle": FS, "mlle": FS, "monsieur": MS, "m": MS}
_BEFORE_GROUP = frozenset(["seul", "seule", "seuls", "seules", "tous", "toutes", "tout", "toute"])
_PARTS = frozenset(["partie", "moitié", "majorité", "totalité", "reste", "ensemble"])
_HUMAN_PLURAL = frozenset(["gens"])
_STRESSED = frozenset(["elle", "elles", "nous", "cela", "ça", "lequel", "laquelle"])
_CAN_BE = frozenset(["peut", "doit", "semble", "avait", "a", "aurait"])
_AFTER_ALL = frozenset(["ne", "n'", "est", "était", "sera", "peut", "semble", "commence", "s'", "se"])


def name_shape(word: Word) -> int:
    """The set of a first name, 0 when the word is none or fits both."""
    if not word.text[:1].isupper() or word.text.isupper():
        return 0
    readings = lexicon().analyses(word.text)  # « Pierre » is a noun too, in lower case
    names = [one for one in readings if one.pos == "S"]
    genders = {one.gender for one in names}
    gender = genders.pop() if len(genders) == 1 else ""
    return bits(gender, "s") if gender in ("m", "f") and len(names) == len(readings) else 0


def of_pronoun(view: View, verb: int, low: str) -> int:
    """The set of a subject pronoun; « ce » takes its number from the verb at `verb`."""
    if low in ("c'", "ce", "ç'"):
        return PLURAL if forms.has_person(view.words[verb], "3p") else MS
    return PRONOUNS.get(low, 0)


@once
def subjects(view: View) -> tuple[tuple[int, int], ...]:
    """(set, place behind) of each subject that is sure."""
    return tuple(_subjects(view))


def _subjects(view: View) -> Iterator[tuple[int, int]]:
    groups = bundles(view)[0]
    by_first = {one.first: one for one in groups}
    for at, word in enumerate(view.words[:-1]):
        if word.clitic:
            continue
        before = view.low(at - 1)
        if before in _TITLES and view.low(at - 2) in ("et", "ou") and not word.near:
            continue  # « Mme Roy et M. Brun »: the point parts no clause
        found: tuple[int, int] | None = None
        if word.low == "qui" and at:
            mask = _antecedent(view, at, groups)
            found = (mask, at + 1) if mask else None
        elif word.low in PRONOUNS:
            mask = _pronoun(view, at)
            found = (mask, at + 1) if mask else None
        elif mask := _stressed(view, at):
            found = mask, at + 1
        elif word.low in ("un", "une") and view.low(at + 1) in ("des", "de", "d'"):
            found = _one_of(view, at, groups) if at == 0 or before == "l'" or before in _OPENING else None
        elif (
            at == 0
            or (not word.near and view.text[word.start - view.offset - 2] not in "%€")  # « 10 % du capital »
            or (before in _OPENING and not _joins(view, at))
            or (at == 1 and before in _BEFORE_GROUP)
        ):
            group = by_first.get(at)
            opens = word.low not in (
                "au",
                "aux",
            )  # « relatives aux congés et aux jours de repos »: a complement
            found = (_of_group(view, group, groups) if opens else None) if group else _of_name(view, at)
        if found:
            yield found


def _pronoun(view: View, at: int) -> int:
    """The set of the subject pronoun at `at`, 0 when it is no subject."""
    word, before, after = view.words[at], view.low(at - 1), view.low(at + 1)
    low = word.low
    placed = at and word.near
    if low in _STRESSED and placed and before in _BEFORE_STRESSED - {"que", "qu'", "et"}:
        return 0
    if "-" in low and placed and before in _BEFORE_STRESSED - {"que", "qu'", "et", "mais"}:
        return 0
    if low in ("ce", "c'", "ç'"):
        verb = at + 2 if after in ("n'", "ne") else at + 1
        if (before == "que" and view.low(at - 2) == "quoi") or verb >= len(view.words):
            return 0
        return of_pronoun(view, verb, low) if view.low(verb) in forms.ETRE or view.low(verb) in _CAN_BE else 0
    if low == "nous" and (before in ("nous", "vous") or not _first_plural(view, at)):
        return 0
    return PRONOUNS[low]


def _stressed(view: View, at: int) -> int:
    """The set of « lui », « eux », « tout », « certains » as a subject."""
    word, before, after = view.words[at], view.low(at - 1), view.low(at + 1)
    low = word.low
    if low in ("lui", "eux"):
        return _THOSE[low] if after in ("ne", "n'", "s'", "se") else 0
    if low in _MANY:
        return _MANY[low] if _third_plural(view, at + 1) else 0
    if low == "tout" and before not in _BEFORE_STRESSED and after in _AFTER_ALL:
        return MS
    return 0


def _of_name(view: View, at: int) -> tuple[int, int] | None:
    """« Madame Durand », « Antoine »: the set and the place behind the name."""
    word = view.words[at]
    mask = (
        _TITLES.get(word.low, 0)
        if word.text[:1].isupper() and view.words[at + 1].text[:1].isupper()
        else name_shape(word)
    )
    here = at + 1
    while (one := view.at(here)) and one.near and one.text[:1].isupper() and not one.only("D"):
        here += 1
    if not mask or view.low(here) == "ou" or not view.words[at + 1].near:
        return None
    if view.low(here) == "et":
        other = view.at(here + 1)
        if not other or not other.text[:1].isupper() or not view.glued(at, here + 1):
            return None
        mask, here = joined(mask, name_shape(other) or ANY), here + 2
        while (one := view.at(here)) and one.near and one.text[:1].isupper():
            here += 1
        return (mask, here) if view.low(here) not in ("et", "ou") else None
    return mask, here


def _joins(view: View, at: int) -> bool:
    """Whether « et » before `at` joins what follows to a noun."""
    if second_clause(view, at):
        return False
    before = view.at(at - 2)
    named = (
        before is not None and at > 1 and before.text[:1].isupper()
    )  # « Marie et Léa »: « marie » is a verb
    if view.low(at - 1) in ("que", "qu'") and view.low(at - 2) == "ainsi":
        return at > 3  # « le directeur ainsi que son adjointe »
    return view.low(at - 1) in ("et", "comme") and bool(before and (named or before.has("N", "S", "A", "O")))


def _third_plural(view: View, at: int) -> bool:
    while view.low(at) in forms.CLITICS:
        at += 1
    verb = view.at(at)
    return bool(verb and verb.near and forms.has_person(verb, "3p") and not verb.has("N", "A"))


def _first_plural(view: View, at: int) -> bool:
    here = at + 1
    while view.low(here) in forms.CLITICS:
        here += 1
    verb = view.at(here)
    return bool(verb and forms.has_person(verb, "1p"))


def _one_of(view: View, at: int, groups: tuple[Bundle, ...]) -> tuple[int, int] | None:
    """« Un des clients », « l'une d'entre elles »."""
    mask = MS if view.low(at) == "un" else FS
    here = at + 1
    if view.low(here) in ("d'", "de") and view.low(here + 1) in ("entre", "nous", "vous"):
        return mask, here + (3 if view.low(here + 1) == "entre" else 2)
    group = next((one for one in groups if one.first in (here, here + 1)), None)
    return (mask, group.last + 1) if group and group.shape & PLURAL else None


def _antecedent(view: View, at: int, groups: tuple[Bundle, ...]) -> int:
    """The set of what « qui » at `at` stands for, 0 when it is not sure."""
    before = view.words[at - 1]
    if view.low(at - 2) in ("et", "ou", "ni"):
        return 0 if before.low in _THOSE else _of_last(view, at, groups)
    if before.low in _THOSE and before.low not in ("cela", "ça") and view.words[at].near:
        return _THOSE[before.low]
    if "-" in before.low and before.low in PRONOUNS:
        return PRONOUNS[before.low]
    if mask := name_shape(before):
        return mask
    return _of_last(view, at, groups)


def _of_last(view: View, at: int, groups: tuple[Bundle, ...]) -> int:
    group = next((one for one in groups if one.last == at - 1), None)
    if not group or group.shape == ANY:
        return 0
    if {view.low(place) for place in range(group.first, group.last + 1)} & COLLECTIVE:
        return 0
    mask = group.allowed
    if not group.free or not view.words[at].near or (mask != group.shape):
        for one in groups:
            if one.first < group.first:
                mask |= one.shape | joined(one.shape, group.shape)
    return mask


def _of_group(view: View, group: Bundle, groups: tuple[Bundle, ...]) -> tuple[int, int] | None:
    """The set of the subject that begins with `group`, and the place behind its complements."""
    words = {view.low(place) for place in range(group.first, group.last + 1)}
    if words & COLLECTIVE or {one.rstrip("s") for one in words} & COLLECTIVE:
        return _part_of(view, group, groups) if words & _PARTS else None
    if (
        not view.words[group.first].near
        and group.first
        and any(one.last == group.first - 1 for one in groups)
    ):
        return None  # a list
    mask, at = group.shape, group.last + 1
    if (number := view.at(at)) and number.near and number.text.isdecimal():
        at += 1  # « la partie 4 »
    if words & _HUMAN_PLURAL:
        mask = PLURAL
    for _ in range(4):
        low = view.low(at)
        if low in ("et", "ou", "ni") and (
            other := next((one for one in groups if one.first == at + 1), None)
        ):
            if view.low(at + 1) in ("au", "aux"):  # « les règles relatives aux congés et aux repos »
                at = other.last + 1
                continue
            # « le tri des bacs et des sacs »
            inner = at > group.last + 1 and view.low(at + 1) in ("des", "du")
            mask = joined(mask, other.shape) | (mask | other.shape if inner or low != "et" else 0)
            at = other.last + 1
            continue
        if low in ("et", "ou", "ni"):
            return None
        here = _past_complement(view, at, groups)
        if here is None:
            return None
        if here == at:
            break
        at = here
    return mask, at


def _part_of(view: View, group: Bundle, groups: tuple[Bundle, ...]) -> tuple[int, int] | None:
    """« Une partie du carrelage »: singular, in the gender of either noun."""
    at = group.last + 1
    low = view.low(at)
    start = (
        at
        if low == "du"
        else at + 1
        if low == "de" and view.low(at + 1) in ("la", "l'", "ce", "cette", "notre", "votre")
        else -1
    )
    other = next((one for one in groups if one.first == start), None)
    if not other or other.shape & PLURAL or not view.words[at].near:
        return None
    mask = group.shape | other.shape
    at = other.last + 1
    while (one := view.at(at)) and one.near and shape(one).plain_adjective:
        at += 1
    return (mask, at) if view.low(at) not in ("et", "ou", "ni", "que", "qu'", "qui", "dont") else None


def _past_complement(view: View, at: int, groups: tuple[Bundle, ...]) -> int | None:
    """Past « de la mairie », « du nord », « à vapeur »; the same place when none stands there."""
    word = view.at(at)
    if not word:
        return None
    if not word.near:
        return at
    low = word.low
    if low in ("du", "des", "au", "aux"):
        group = next((one for one in groups if one.first in (at, at + 1)), None)  # « des deux magasins »
        return group.last + 1 if group else None
    if low in ("de", "d'", "à", "en", "sur", "dans", "pour", "avec", "sans", "par"):
        group = next((one for one in groups if one.first == at + 1), None)
        if group:
            return group.last + 1
        noun = view.at(at + 1)
        if not noun or not noun.near or not (noun.has("N") or noun.text[:1].isupper()):
            return None
        here = at + 2
        while (one := view.at(here)) and one.near and shape(one).plain_adjective:
            here += 1
        return here
    return at
