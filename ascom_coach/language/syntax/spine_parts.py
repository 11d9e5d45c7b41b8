# ruff: noqa: E501 -- a list of words stays compact
"""What may stand between a subject and its verb, one step at a time (see `spine.py`)."""

from __future__ import annotations

from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundles import Bundle
from ascom_coach.language.syntax.frames import past
from ascom_coach.language.syntax.shapes import shape
from ascom_coach.language.syntax.view import View, Word

PREPOSITIONS = frozenset(["de", "d'", "à", "en", "sur", "dans", "pour", "avec", "sans", "par", "sous", "chez", "entre", "vers", "selon", "contre", "depuis",
                          "pendant", "avant", "après", "dès", "jusqu'", "jusque", "malgré", "parmi", "devant", "derrière", "envers", "durant", "concernant",
                          "hors", "outre", "via", "auprès", "près", "suite", "jusqu'à"])  # fmt: skip
_FUSED = frozenset(["du", "des", "au", "aux"])
ASIDE = frozenset(["qui", "que", "qu'", "dont", "où", "auquel", "auxquels", "auxquelles", "lequel", "laquelle", "lesquels", "lesquelles", "y", "ainsi", "comme", "même",
                   "bien", "quoique", "quoiqu'", "soit", "sauf", "excepté", "contrairement", "grâce", "à", "notamment", "également", "eux", "elles",
                   "lui", "elle", "quant", "faute", "désormais", "surtout", "pourtant", "hélas", "malheureusement", "enfin", "toutefois",
                   "cependant", "quel", "quelle", "quels", "quelles", "non", "tout", "une", "initialement", "côté", "niveau", "madame",
                   "monsieur", "mesdames", "messieurs"])  # fmt: skip
"""Words that open an aside between two commas."""
_SIDE = frozenset(["ci-joint", "ci-joints", "ci-jointe", "ci-jointes", "ci-dessous", "ci-dessus", "ci-après", "suivants", "suivantes", "n°", "numéro", "bis", "ter",
                   "même", "mêmes", "ci", "là", "%"])  # fmt: skip
STAYS = frozenset(["et", "ou", "ni"])


def between(view: View, at: int) -> str:
    """The marks between the word at `at` and the one before it, without spaces."""
    if at <= 0 or at > len(view.words) or (at < len(view.words) and view.words[at].near):
        return ""
    end = view.words[at].start if at < len(view.words) else view.offset + len(view.text)
    return view.text[view.words[at - 1].end - view.offset : end - view.offset].strip()


def word_at(view: View, at: int) -> Word | None:
    """The word at `at` when only spaces stand before it."""
    word = view.at(at)
    return word if word and (word.near or word.clitic) else None


def over_complement(view: View, at: int, groups: dict[int, Bundle], listed: bool = False) -> int:
    """Past « de la mairie », « en ligne », « à repasser », « du 3 mai »; the same place when none stands there."""
    word = view.at(at) if listed else word_at(view, at)
    if not word:
        return at
    if word.low in _FUSED:
        for first in (at, at + 1):
            if first in groups:
                return groups[first].last + 1
        stop = _over_bare(view, at + 1)
        return stop if stop > at + 1 else at
    if word.low not in PREPOSITIONS:
        return at
    here = at + 1
    if view.low(here) in ("de", "d'", "du", "des", "à", "au", "aux") and here not in groups:
        return over_complement(view, here, groups)
    if here in groups and view.words[here].near:
        return groups[here].last + 1
    one = word_at(view, here)
    if not one:
        return at
    place = here
    while (
        view.low(place) in forms.CLITICS
        and view.low(place) not in ("l'", "la", "le", "les")
        and place < here + 3
    ):
        place += 1
    verb = view.at(place)
    if (
        verb
        and verb.near
        and (verb.verb("inf") or (word.low == "en" and verb.verb("ppre")))
        and not (verb.has("N") and place == here and word.low == "de")
    ):
        after = past(view, place + 1)
        return groups[after].last + 1 if after in groups and view.words[after].near else after
    return _over_bare(view, here) if _over_bare(view, here) > here else at


def _over_bare(view: View, at: int) -> int:
    """Past a noun without determiner and its adjectives, a name, a figure, a pronoun; `at` when none stands there."""
    one = word_at(view, at)
    if not one:
        return at
    if one.low in (
        "eux",
        "elles",
        "elle",
        "lui",
        "nous",
        "vous",
        "moi",
        "toi",
        "cela",
        "ceci",
        "ici",
        "là",
        "bas",
        "haut",
        "tous",
        "toutes",
    ):
        return at + 1
    while (adjective := view.at(at)) and adjective.near and adjective.has("A", "D") and not adjective.has("P") and (
        (after := view.at(at + 1)) and after.near and after.has("N") and not after.has("P", "D")
    ):  # fmt: skip
        at += 1
    noun = view.words[at]
    if not (noun.has("N", "S") or is_name(noun) or noun.text[:1].isdecimal()) or (
        noun.has("P", "D", "O") and noun.low != "personnes"
    ):
        return at
    here = at + 1
    if (
        noun.text[:1].isdecimal()
        and (unit := view.at(here))
        and unit.near
        and unit.has("N")
        and not unit.has("P", "D", "C")
    ):
        here += 1
    while (
        (word := view.at(here))
        and word.near
        and (shape(word).plain_adjective or is_name(word) or word.text[:1].isdecimal())
    ):
        here += 1
    return here


def is_name(word: Word) -> bool:
    """Whether the word may be a name by its capital."""
    return word.text[:1].isupper() and not word.only("D", "P", "C", "O", "V")


def over_modifiers(view: View, at: int, groups: dict[int, Bundle]) -> int:
    """Past one complement, adjective, adverb, figure or name that hangs on what stands before `at`."""
    word = word_at(view, at)
    if not word or word.clitic:
        return at
    step = over_complement(view, at, groups)
    if step > at:
        return step
    if word.low in _SIDE or word.text[:1].isdecimal() or (is_name(word) and not word.low.endswith("-il")):
        return at + 1
    kind = shape(word)
    if kind.plain_adjective or (kind.participle and not forms.has_person(word, "3s")):
        return at + 1
    if kind.present and word.has("V") and not word.has("N", "P"):
        there = past(view, at + 1)
        acts = view.at(there)
        if acts and acts.near and acts.verb("inf") and not acts.has("N"):
            there += 1
        return groups[there].last + 1 if there in groups and view.words[there].near else there
    if word.low in STAYS:
        after = word_at(view, at + 1)
        if after and (shape(after).plain_adjective or (shape(after).participle and not shape(after).finite)):
            return at + 2
        if after and after.low in PREPOSITIONS | _FUSED:
            step = over_complement(view, at + 1, groups)
            return step if step > at + 1 else at
        return at
    step = past(view, at)
    return (
        step
        if step > at and word.low not in ("tous", "toutes", "tout", "là", "alors", "rien", "seul")
        else at
    )
