"""Whether a determiner and a word that cannot go together really make one group (see `bundles.py`)."""

from __future__ import annotations

from ascom_coach.language.syntax.bundle_words import ARTICLES, BEFORE_NUMERALS, BEFORE_ONE, INTENSE, NUMERALS
from ascom_coach.language.syntax.shapes import DETERMINERS, PLURAL, Shape, determiner, shape
from ascom_coach.language.syntax.view import View, Word


def clear_conflict(view: View, at: int, noun: int, befores: tuple[int, ...], kind: Shape) -> bool:
    """Whether a determiner and a word that cannot go together really make one group."""
    low, head = view.low(at), view.words[noun]
    before, after = view.low(at - 1), view.at(noun + 1)
    if after and determiner(low) & PLURAL and not kind.noun & PLURAL:
        other = after if not after.near else view.at(noun + 2)
        if (after.low in ("et", "ou") or not after.near) and other and shape(other).noun:
            return False  # « vos nom et prénom »
    if before in ("et", "ou") and view.low(at - 2) in DETERMINERS:
        return False
    superlative = low == "le" and view.low(at + 1) in ("plus", "moins", "mieux")
    if superlative or (low in NUMERALS and (view.low(at + 1) in INTENSE or (kind.finite and low == "mille"))):
        return False  # « pour le moins inattendues »
    if len(head.low) == 1 or head.low == "diable" or (low == "l'" and view.low(at + 1) == "autre"):
        return False
    if low == "quelque" or (
        befores and kind.finite and determiner(low) & shape(view.words[befores[0]]).adjective
    ):
        return False
    if after and after.near and after.text[:1].isdecimal():
        return False
    verbal = low in ("leur", "un", "une", "l'") or (low == "ce" and not _this_opens(view, at, head))
    if "-" in head.low or (kind.finite and verbal):
        return False
    if low in ("un", "une", "aucun", "aucune", "nul", "nulle", "certains", "certaines") and not kind.noun:
        return False
    if shape(head).participle and low in ("aux", "des", "du", "au"):
        return False
    one = low in ("un", "une")
    if (one and before in BEFORE_ONE) or ((one or low in NUMERALS) and before in BEFORE_NUMERALS):
        return False
    if not kind.noun and (
        kind.participle or (low in ARTICLES and after is not None and after.near and not befores)
    ):
        return False
    return not (
        befores and after and after.near and after.has("N") and not after.has("P", "D", "R", "C", "V")
    )


_BE_WITH_THIS = frozenset(["devoir", "pouvoir", "aller", "sembler", "venir", "être", "faire"])


def _this_opens(view: View, at: int, head: Word) -> bool:
    """Whether « ce » before a word that may be a verb is a determiner: « Ce demande », and not « il ce demande »."""
    before = view.at(at - 1)
    after = view.at(at + 2)
    if any(one.pos == "V" and one.lemma in _BE_WITH_THIS for one in head.readings) or (
        after and after.near and after.only("N", "A")
    ):
        return False
    return before is None or (view.words[at].near and before.has("P") and not before.has("N", "A", "O"))
