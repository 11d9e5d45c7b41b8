"""Noun groups read whole: determiner, adjectives, noun, adverbs, adjectives, and what in them does not agree.

Norm: the adjective takes the gender and number of its noun, of one noun of a chain « le chien du voisin »,
of all the nouns that « et » joins (Grevisse and Goosse, « Le Bon Usage », 16e éd., 2016, §§ 338-345).
"""

from __future__ import annotations

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_conflicts import clear_conflict
from ascom_coach.language.syntax.bundle_tails import (
    Bundle,
    Fault,
    allowed_behind,
    read_adjectives,
    with_complements,
)
from ascom_coach.language.syntax.bundle_words import (
    ANYWISE,
    ARTICLES,
    FIRST,
    INTENSE,
    LITTLE,
    NEVER,
    NUMERALS,
    OFTEN,
    TIMES,
)
from ascom_coach.language.syntax.noungroup import is_article
from ascom_coach.language.syntax.shapes import (
    DETERMINERS,
    FS,
    MS,
    PLURAL,
    Shape,
    determiner,
    shape,
)
from ascom_coach.language.syntax.view import View, Word, once

_PERSON = Shape(FS, 0, False, False, False, False, frozenset("N"))
"""« Personne » behind a determiner."""


@once
def bundles(view: View) -> tuple[tuple[Bundle, ...], tuple[Fault, ...]]:
    """The groups of a sentence and their faults, from left to right."""
    groups: list[Bundle] = []
    faults: list[Fault] = []
    at = _bare_start(view, groups, faults)
    while at < len(view.words) - 1:
        word = view.words[at]
        after = at + 1
        if (determiner(word.low, view.low(after)) or word.text.isdecimal()) and _opens(view, at):
            head = _head(view, at)
            if head:
                noun, befores, wide = head
                after = _read(view, at, noun, befores, wide, groups, faults)
        at = after
    return tuple(groups), tuple(faults)


def _bare_start(view: View, groups: list[Bundle], faults: list[Fault]) -> int:
    """« Facture impayé », « grande manifestation annulés »: a heading begins with its noun; the place behind it."""
    if len(view.words) < 2:
        return 0
    first, second = view.words[0], view.words[1]
    one = shape(first)
    noun = 0
    if _opening_adjective(first, one) and second.near and second.text.islower():
        noun = 1
    head = view.words[noun]
    kind = shape(head)
    if (
        (kind.parts != {"N"} and not _named_thing(view, noun, kind))
        or first.text.isupper()
        or first.has("S")
        or "-" in head.low
        or head.low in NEVER | ANYWISE
    ):
        return 0
    mask = kind.noun & one.adjective if noun else kind.noun
    if (
        not mask
        or (mask & PLURAL and mask & ~PLURAL)
        or lexicon().analyses(first.text) != lexicon().analyses(first.low)
    ):
        return 0
    last = read_adjectives(view, noun, True, mask, groups, faults)
    if last > noun:
        groups.append(Bundle(0, noun, last, mask, with_complements(view, noun, last, mask), True))
    return last + 1 if last > noun else 0


def _named_thing(view: View, noun: int, kind: Shape) -> bool:
    """« Demande urgentes : », « Commande annulés »: a noun that is a verb too, then an adjective that ends it."""
    said, after = view.at(noun + 1), view.at(noun + 2)
    alone = said is not None and said.near and shape(said).plain_adjective and not shape(said).noun
    return noun == 0 and kind.parts == {"N", "V"} and alone and (after is None or not after.near)


def _opening_adjective(word: Word, kind: Shape) -> bool:
    return kind.parts <= {"A", "N"} and any(one.pos == "A" and one.lemma in FIRST for one in word.readings)


def _opens(view: View, at: int) -> bool:
    """Whether the word at `at`, a determiner by its form, can open a group."""
    word, after, before = view.words[at], view.words[at + 1], view.at(at - 1)
    if word.clitic or not after.near or (len(word.text) > 1 and word.text.isalpha() and word.text.isupper()):
        return False
    if word.low in ("au", "du", "un", "des") and after.low in ("moins", "plus", "tout", "peu"):
        return False
    if word.low in ("mon", "ton", "son", "leur") and before and word.near and before.low in DETERMINERS:
        return False  # « le ton monte »
    if after.low == "petit" and view.low(at + 2) == "peu":
        return False
    if (word.low in NUMERALS and after.low.endswith("ième")) or (
        view.low(at - 1) == "à" and after.low == "longue"
    ):
        return False  # « la cent millième partie », « à la longue »
    if word.text.isdecimal() and (len(after.low) < 3 or after.low in TIMES):
        return False
    if word.text.isdecimal() and not (
        2 <= int(word.text) < 1900 and view.text[word.end - view.offset] == " "
    ):
        return False
    return not (
        (word.low in NUMERALS or word.text.isdecimal())
        and before
        and word.near
        and before.has("N", "A")
        and not before.has("D", "P")
        and before.low not in ("environ", "reste", "manque", "compte")
    )


def sure_article(view: View, at: int, noun: Word) -> bool:
    """Whether « le », « la », « les », « l' » or « leur » at `at` is an article and no pronoun before a verb."""
    if view.low(at) not in ARTICLES:
        return True
    kind = shape(noun)
    if kind.noun and "V" not in kind.parts:
        return view.low(at - 1) not in forms.CLITICS
    if not is_article(view, at):
        return False
    if not kind.finite and not kind.infinitive:
        return True
    before = view.at(at - 1)
    if before is None or before.low in ("voici", "voilà"):
        return True
    if before.low in forms.ETRE or before.low in ("de", "pour", "à", "sans"):
        return (
            True  # « c'est le facture », « au sein de le cavité »: a pronoun would stand before an infinitive
        )
    if before.text[:1].isupper() and not before.readings:
        return False  # « M. Lemoine la contrôle »: a name is the subject
    return view.words[at].near and not before.has("N", "A", "S", "C", "O", "D")


def _head(view: View, at: int) -> tuple[int, tuple[int, ...], Shape] | None:
    """(place of the noun, places of the adjectives before it, its shape) of the group whose determiner is at `at`."""
    befores: list[int] = []
    here = at + 1
    while here < at + 6:
        word = view.at(here)
        if not word or not word.near or word.clitic or not word.text.islower():
            return None
        after = view.at(here + 1)
        stepped = word.low in INTENSE or (befores and word.low in ("et", "ou"))
        if stepped and after and after.near and shape(after).adjective:
            here += 1
            continue
        kind = shape(word)
        if word.low in ("super", "hyper", "mini", "maxi") and after and after.near and shape(after).noun:
            here += 1
            continue
        if word.low in ("cent", "mille"):
            return None
        if word.low == "personne" and not befores:
            return here, (), _PERSON
        if not kind.nominal or word.low in forms.ETRE or word.low in forms.AVOIR or word.low[0].isdecimal():
            return None
        if _goes_before(view, here, kind, bool(befores)):
            befores.append(here)
            here += 1
            continue
        if kind.noun:
            return here, tuple(befores), kind
        if befores or kind.finite or kind.infinitive:
            return None
        return here, (), kind
    return None


def _two_before(view: View, at: int, kind: Shape, more: bool) -> bool:
    """« Le petit et vulgaire individu »: two adjectives joined, then a noun."""
    second, noun = view.at(at + 2), view.at(at + 3)
    if second and second.low in INTENSE:
        second, noun = noun, view.at(at + 4)
    if not second or not shape(second).adjective:
        return False
    if not noun or not noun.near or not shape(noun).noun or not shape(noun).nominal:
        return more and not kind.noun
    if more or not kind.noun:
        return True
    return shape(second).plain_adjective and not shape(noun).finite


def _listed(view: View, noun: int, agreed: int) -> bool:
    """« Les premier et deuxième trimestres »."""
    return bool(agreed & PLURAL) and any(view.low(noun - step) in ("et", "ou") for step in (1, 2))


def _goes_before(view: View, at: int, kind: Shape, more: bool) -> bool:
    word, after = view.words[at], view.at(at + 1)
    if not kind.adjective or not after or not after.near or after.clitic or not after.text.islower():
        return False
    if after.low in ("et", "ou"):
        return _two_before(view, at, kind, more)
    follow = shape(after)
    if not follow.nominal or not (follow.noun or follow.adjective):
        return False
    usual = any(one.pos == "A" and one.lemma in FIRST for one in word.readings)
    if usual or (more and view.low(at - 1) in ("et", "ou")):
        return bool(follow.noun) or not kind.noun
    return not kind.noun and bool(follow.noun) and not kind.finite and not kind.participle


def _read(
    view: View, at: int, noun: int, befores: tuple[int, ...], kind: Shape, groups: list[Bundle], faults: list[Fault]
) -> int:  # fmt: skip
    words = view.words
    low = words[at].low
    mask = determiner(low, view.low(at + 1)) or PLURAL
    head = words[noun]
    if (low == "la" and head.low == "plupart") or head.low in ANYWISE | OFTEN:
        return noun + 1
    varies = not (kind.adjective & PLURAL and kind.adjective & ~PLURAL)
    own = kind.noun | kind.adjective if varies or not kind.noun else kind.noun
    named = low in ("aucun", "aucune", "cette", "une", "chaque", "ladite", "ledit")
    if low == "quelque" and head.low == "chose":
        groups.append(Bundle(at, noun, noun, MS, MS, True))  # « quelque chose est arrivé »
        return noun + 1
    if head.low in LITTLE or kind.present or (kind.infinitive and not named):
        return noun + 1
    sure = not low.isdecimal() and sure_article(view, at, words[at + 1]) and sure_article(view, at, head)
    agreed = mask & own
    if not agreed:
        if sure and clear_conflict(view, at, noun, befores, kind):
            faults.append(Fault("determiner", at, noun, mask))
        return noun + 1
    for place in befores:
        fits = agreed & shape(words[place]).adjective
        if fits:
            agreed = fits
        elif sure and not (
            (kind.finite and agreed & ~PLURAL) or _listed(view, noun, agreed) or words[place].low in NEVER
        ):
            faults.append(Fault("before", place, place, agreed))
    if not kind.noun:
        return noun + 1
    allowed, free = allowed_behind(view, at, agreed, groups)
    last = read_adjectives(view, noun, free, allowed, groups, faults if sure or low.isdecimal() else [])
    allowed = with_complements(view, noun, last, allowed)
    groups.append(Bundle(at, noun, last, agreed, allowed, free))
    return last + 1


__all__ = ["Bundle", "Fault", "bundles", "sure_article"]
