# ruff: noqa: E501 -- a list of words stays compact
"""Who is said to be what: the subject of « être » and its like, and where the adjective or participle stands.

Norm: the attribute and the participle with « être » agree with the subject, also across « pouvoir », « penser être »,
« avoir été », « devenir » (Grevisse and Goosse, « Le Bon Usage », 16e éd., 2016, §§ 247, 940-944).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import bundles
from ascom_coach.language.syntax.frames import lemmas, past
from ascom_coach.language.syntax.shapes import PLURAL, PRONOUNS, SINGULAR, shape
from ascom_coach.language.syntax.spine import own_pronoun, spines
from ascom_coach.language.syntax.subject_sets import of_pronoun, subjects
from ascom_coach.language.syntax.view import View, Word, once

LINKING = frozenset(["devenir", "redevenir", "rester", "demeurer", "sembler", "paraître", "apparaître"])
_SELF = frozenset(["montrer", "sentir", "dire", "croire", "savoir", "tenir", "révéler", "avouer", "vouloir", "prétendre", "estimer", "trouver",
                   "rendre", "considérer", "imaginer", "juger", "faire", "déclarer", "retrouver", "penser", "avérer"])  # fmt: skip
_CONTROL = frozenset(
    ["pouvoir", "devoir", "aller", "vouloir", "penser", "croire", "affirmer", "déclarer", "estimer", "imaginer", "souhaiter", "aimer",
     "adorer", "détester", "préférer", "espérer", "risquer", "efforcer", "continuer", "commencer", "cesser", "parvenir", "finir", "éviter",
     "refuser", "accepter", "décider", "essayer", "tenter", "rêver", "prétendre", "savoir", "désirer", "mériter",
     "craindre", "regretter", "avouer", "reconnaître", "assurer", "choisir", "promettre", "jurer", "redouter", "attendre", "sembler",
     "paraître", "venir", "apprendre", "hésiter", "oser", "réussir"]
)  # fmt: skip
_BEING = frozenset(["être", "avoir", "devenir", "paraître", "devoir", "pouvoir", "savoir", "vouloir"])
_PLAIN = frozenset(["pouvoir", "devoir", "aller", "sembler", "paraître", "venir", "risquer"])
_PREPARED = frozenset(["susceptible", "capable", "censé", "sûr", "certain", "content", "heureux", "prêt", "obligé", "digne", "proche", "fier", "ravi",
                       "incapable", "supposé", "tenu", "forcé", "satisfait", "convaincu"])  # fmt: skip
_DONE = frozenset(["devenu", "devenue", "devenus", "devenues", "resté", "restée", "restés", "restées", "redevenu", "redevenue", "redevenus",
                   "redevenues", "demeuré", "demeurée", "demeurés", "demeurées"])  # fmt: skip
_PHRASES = tuple(
    tuple(one.split())
    for one in ("bien entendu", "coûte que coûte",
                "moi aussi", "toi aussi", "lui aussi", "elle aussi", "nous aussi", "eux aussi", "elles aussi", "lui-même", "elle-même",
                "moi-même", "toi-même", "eux-mêmes", "elles-mêmes", "sans cesse", "pour le moment", "à présent", "pour l' instant",
                "moi non plus", "d' ailleurs", "à peine", "peut-être", "de plus en plus",
                "de moins en moins", "plus ou moins", "tellement", "au moins", "comme")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Predicate:
    """An adjective or participle at `at` said of a subject whose set is `shape`; the verb stands at `verb`. `link` is être,
    self (se sentir), air (avoir l'air) or reflexive (s'est perdu)."""

    shape: int
    verb: int
    at: int
    link: str


@once
def predicates(view: View) -> tuple[Predicate, ...]:
    """What the sentence says of its subjects, from left to right."""
    if not any(_may_link(word) for word in view.words):
        return ()
    out: list[Predicate] = []
    found = list(subjects(view))
    for mask, at in found:
        out.extend(_after_subject(view, mask, at, _relative_object(view, at)))
    for one in spines(view):
        if one.far:
            out.extend(_chain(view, one.shape, one.verb, own_pronoun(view, one)))
    out.extend(_shared_subject(view, found))
    for at in range(1, len(view.words)):
        word = view.words[at]
        if (
            word.near
            and word.low.startswith(("cens", "suppos", "susceptible", "capable", "incapable"))
            and (here := _infinitive(view, at + 1))
        ):
            out.extend(_governed(view, shape(word).adjective, at, here))
        if (
            word.clitic
            and word.low in PRONOUNS
            and (word.low != "nous" or forms.has_person(view.words[at - 1], "1p"))
        ):
            mask = of_pronoun(view, at - 1, word.low)
            if mask:
                out.extend(
                    _chain(view, mask, at - 1, view.low(at - 2) in ("se", "s'", "me", "m'", "te", "t'"))
                )
    return tuple(dict.fromkeys(out))


def _may_link(word: Word) -> bool:
    return word.low in forms.ETRE or word.low in forms.AVOIR or bool(lemmas(word) & (LINKING | _SELF))


def over(view: View, at: int) -> int:
    """Past the adverbs and set phrases from `at` on."""
    while True:
        start = at
        at = past(view, at)
        for one in _PHRASES:
            if view.low(at) == one[0] and all(view.low(at + step) == part for step, part in enumerate(one)):
                at += len(one)
                break
        if at == start:
            return at


def _shared_subject(view: View, found: list[tuple[int, int]]) -> Iterator[Predicate]:
    """« La bouteille arriva et fut englouti »: a second verb behind « et » has the subject of the first."""
    for at in range(2, len(view.words) - 1):
        if view.low(at - 1) not in ("et", "puis", "mais") or not view.words[at].near:
            continue
        before = [one for one in found if one[1] < at]
        if view.low(at) in forms.ETRE and len(before) == 1 and before[0][1] < 4:
            yield from _chain(view, before[0][0], at, False)


def _relative_object(view: View, at: int) -> bool:
    """Whether the subject that ends before `at` stands in « ce que… », where an infinitive may speak of another."""
    return any(view.low(place) in ("que", "qu'") for place in range(max(0, at - 4), at))


def _after_subject(view: View, mask: int, at: int, relative: bool) -> Iterator[Predicate]:
    """From the place behind a subject to its verb and what the verb says."""
    here = over(view, at)
    if view.low(here) == "qui":
        here += 1
    own = False
    while view.low(here) in forms.CLITICS and view.words[here].near:
        own = own or view.low(here) in ("se", "s'") or (view.low(here) in ("me", "m'") and view.low(at - 1) in ("je", "j'")) or (
            view.low(here) in ("te", "t'") and view.low(at - 1) == "tu") or (view.low(here) == "nous" and view.low(at - 1) == "nous")  # fmt: skip
        here += 1
    verb = view.at(here)
    if not verb or verb.clitic or (here > at and not verb.near):
        return
    if not verb.near and here == at and view.low(at - 1) not in ("qui",):
        return
    yield from _chain(view, mask, here, own, relative)


def _chain(view: View, mask: int, verb: int, own: bool, relative: bool = False) -> Iterator[Predicate]:
    """What the verb at `verb` says; `own` when a reflexive pronoun stands before it."""
    word = view.words[verb]
    low = word.low
    kind = shape(word)
    present = low in ("étant", "ayant") or (
        kind.present and (not kind.noun or _infinitive(view, verb + 1) is not None)
    )
    if not kind.finite and not present:
        return
    if not kind.finite:
        for group in bundles(view)[0]:
            mask |= group.allowed if group.last == verb - 1 else 0
    if kind.finite and not _fits_number(word, mask):
        return
    turned = view.at(verb + 1)
    after = over(view, verb + 2 if turned and turned.clitic else verb + 1)
    if low in forms.ETRE or low == "étant":
        if own:
            yield Predicate(mask, verb, after, "reflexive")
        else:
            yield from _said(view, mask, verb, after)
        return
    if low in forms.AVOIR or low == "ayant":
        if view.low(after) in ("été", "paru", "semblé") and not own:
            yield from _said(view, mask, verb, over(view, after + 1))
        elif view.low(after) == "l'" and view.low(after + 1) == "air":
            yield Predicate(mask, verb, over(view, after + 2), "air")
        elif view.low(after) == "eu" and view.low(after + 1) == "l'" and view.low(after + 2) == "air":
            yield Predicate(mask, verb, over(view, after + 3), "air")
        return
    known = lemmas(word)
    stays = bool(known & {"rester", "demeurer"})
    if known & LINKING and not own and (stays or _infinitive(view, after) is None):
        yield from _said(view, mask, verb, after)
        return
    if own and known & _SELF and _infinitive(view, after) is None:
        yield Predicate(mask, verb, after, "self")
        return
    if known & (_CONTROL | LINKING) and not (relative and not known & _PLAIN):
        yield from _governed(view, mask, verb, after)


def _fits_number(word: Word, mask: int) -> bool:
    plural = any(forms.has_person(word, one) for one in ("1p", "2p", "3p"))
    single = any(forms.has_person(word, one) for one in ("1s", "2s", "3s"))
    return bool((plural and mask & PLURAL) or (single and mask & SINGULAR) or not (plural or single))


def _infinitive(view: View, at: int) -> int | None:
    """The place of an infinitive, over « de », « ne pas », « y »."""
    if view.low(at) in ("de", "d'", "à", "par"):
        at = over(view, at + 1)
    while view.low(at) in (
        "ne",
        "n'",
        "pas",
        "plus",
        "jamais",
        "y",
        "en",
        "se",
        "s'",
        "m'",
        "t'",
        "me",
        "te",
        "d'",
    ):
        at += 1
    at = over(view, at)
    word = view.at(at)
    return (
        at
        if word and word.near and word.verb("inf") and not (word.has("N") and word.low not in _BEING)
        else None
    )


def _governed(view: View, mask: int, verb: int, at: int) -> Iterator[Predicate]:
    """« Pense avoir été trompé », « risque de devenir fou »."""
    here = _infinitive(view, at)
    if here is None:
        return
    own = view.low(here - 1) in ("se", "s'", "me", "m'", "te", "t'")
    low = view.low(here)
    if own:
        return
    if low == "être":
        yield from _said(view, mask, verb, over(view, here + 1))
    elif low == "avoir" and view.low(over(view, here + 1)) in ("été", "paru", "semblé"):
        yield from _said(view, mask, verb, over(view, over(view, here + 1) + 1))
    elif lemmas(view.words[here]) & (LINKING | _CONTROL):
        after = over(view, here + 1)
        stays = bool(lemmas(view.words[here]) & {"rester", "demeurer"})
        if not stays and _infinitive(view, after) is not None:
            yield from _governed(view, mask, verb, after)
        elif lemmas(view.words[here]) & LINKING:
            yield Predicate(mask, verb, after, "être")


def _said(view: View, mask: int, verb: int, at: int) -> Iterator[Predicate]:
    """The attribute at `at`, and what « devenu » or « susceptible de rester » brings behind it."""
    word = view.at(at)
    if not word:
        return
    yield Predicate(mask, verb, at, "être")
    if word.low == "loin" and view.low(at + 1) == "d'" and view.low(at + 2) == "être":
        yield Predicate(mask, verb, over(view, at + 3), "être")
    elif word.low in _DONE:
        yield Predicate(mask, verb, over(view, at + 1), "être")
    elif (
        any(one.lemma in _PREPARED for one in word.readings)
        and (here := _infinitive(view, at + 1)) is not None
    ):
        yield from _governed(view, mask, verb, here)
