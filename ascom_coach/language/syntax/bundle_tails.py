"""What an adjective behind a noun may agree with, and the adjectives that stand there (see `bundles.py`)."""

from __future__ import annotations

from dataclasses import dataclass

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.syntax import morphology as forms
from ascom_coach.language.syntax.bundle_words import ADJECTIVE_ENDINGS, AFTER, COLOURS, INTENSE, NEVER, STATES
from ascom_coach.language.syntax.noungroup import SHADES
from ascom_coach.language.syntax.shapes import (
    ANY,
    PLURAL,
    PRONOUNS,
    SINGULAR,
    Shape,
    determiner,
    joined,
    shape,
)
from ascom_coach.language.syntax.view import View, Word


@dataclass(frozen=True, slots=True)
class Bundle:
    """A group from the determiner `first` to `last`; `noun` is its head, `shape` its set, `allowed` what an adjective
    behind it may be. `free` is true when it hangs on no other group."""

    first: int
    noun: int
    last: int
    shape: int
    allowed: int
    free: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not agree: `kind` is determiner, before or after; the words `first`…`last`; the set `wanted`."""

    kind: str
    first: int
    last: int
    wanted: int


def allowed_behind(view: View, at: int, agreed: int, groups: list[Bundle]) -> tuple[int, bool]:
    """What an adjective behind the group at `at` may be, and whether the group hangs on no other."""
    low = view.low(at)
    link = (
        at - 1
        if low not in ("du", "des", "au", "aux", "dudit", "desdits", "desdites", "auxdits", "auxdites")
        else at
    )
    before = view.at(link) if link >= 0 else None
    if before is None or at == 0:
        return agreed, True
    previous = next((one for one in reversed(groups) if one.last == link - 1), None)
    if at and link == at and view.low(at - 1) in ("et", "ou"):
        return _with_previous(view, link, agreed, groups), False
    if low == "des" and not view.words[at - 1].has("N", "A", "S", "V"):
        return agreed, True
    if link == at or before.low in (
        "de",
        "d'",
        "à",
        "en",
        "pour",
        "sur",
        "par",
        "dans",
        "avec",
        "sans",
        "contre",
        "entre",
    ):
        if previous and view.words[link].near:
            return agreed | previous.allowed, False
        loose = link == at or before.low in ("de", "d'", "à", "en")
        earlier = view.at(link - 1)
        named = loose and earlier is not None and view.words[link].near and earlier.has("N", "S", "A")
        return (ANY if named or (link != at and view.low(link - 1) in ("et", "ou")) else agreed), False
    if before.low in ("et", "ou", "ni"):
        return _with_previous(view, link, agreed, groups), False
    return (agreed if view.words[at].near or at == 0 else agreed | PLURAL), True


def _with_previous(view: View, link: int, agreed: int, groups: list[Bundle]) -> int:
    """What an adjective behind the second of two groups may be."""
    previous = next((one for one in reversed(groups) if one.last >= link - 2), None)
    if previous:
        return agreed | joined(previous.allowed, agreed)
    before = view.at(link - 2 if view.low(link - 1) in ("et", "ou", "ni") else link - 1)
    return agreed | (PLURAL if before and before.has("N", "S", "A", "O") else 0)


def read_adjectives(
    view: View, noun: int, free: bool, allowed: int, groups: list[Bundle], faults: list[Fault]
) -> int:  # fmt: skip
    """Reads the adjectives behind the noun, and says where the group ends."""
    last, here, before = noun, noun + 1, 0
    while True:
        if not before and (stop := _past_bare(view, here)):
            allowed, here, free = allowed | shape(view.words[stop - 1]).noun, stop, False
        word = view.at(here)
        linked = False
        if before and word and word.near and word.low in ("et", "ou", "ni", "mais"):
            here, linked = here + 1, True
            word = view.at(here)
        here = _past_adverbs(view, here)
        word = view.at(here)
        if not word or not word.near or not _describes(view, here, linked, allowed):
            return last
        kind = shape(word)
        if not allowed & kind.adjective:
            if _like_noun(word, kind):
                return last
            if not (linked and _shared(allowed, before)):
                joined_here = (
                    linked
                    and before & allowed
                    and not kind.participle
                    and view.low(here + 1) not in _OPENS_CLAUSE
                )
                told = linked and kind.participle and _goes_on(view, noun)
                if told or (not joined_here and _explained(view, here, free, groups)):
                    return last
                faults.append(Fault("after", here, here, allowed))
        last = here
        here, before = here + 1, kind.adjective


def _goes_on(view: View, noun: int) -> bool:
    """Whether a participle linked behind the noun may be a second one of the verb: « j'ai reçu un pli et classé »."""
    return any(
        one.low in forms.AUXILIARIES and other.verb("ppas")
        for one, other in zip(view.words[:noun], view.words[1:noun], strict=False)
    )


_OPENS_CLAUSE = frozenset(["de", "d'", "à", "que", "qu'"])


def with_complements(view: View, noun: int, last: int, allowed: int) -> int:
    """`allowed` and what the bare complements between `noun` and `last` add to it."""
    for at in range(noun + 1, last):
        if view.low(at) in ("de", "d'"):
            allowed |= shape(view.words[at + 1]).noun
    return allowed


def _past_adverbs(view: View, at: int) -> int:
    while (word := view.at(at)) and word.near and word.text.islower():
        if word.low not in AFTER and not (word.low.endswith("ment") and word.only("R")):
            break
        at += 1
    return at


def _past_bare(view: View, at: int) -> int:
    """The place behind « d'entrée », « de visite » at `at` when an adjective follows, else 0."""
    if view.low(at) not in ("de", "d'") or not view.words[at].near:
        return 0
    noun, after = view.at(at + 1), view.at(at + 2)
    if not noun or not noun.near or not noun.text.islower() or shape(noun).parts != {"N"}:
        return 0
    return at + 2 if after and after.near and shape(after).plain_adjective else 0


def _shared(allowed: int, before: int) -> bool:
    """« Les langues anglaise et espagnole »: the first adjective, whose set is `before`, is singular too."""
    return bool(allowed & PLURAL) and not before & PLURAL


def _describes(view: View, at: int, linked: bool, allowed: int) -> bool:
    """Whether the word at `at` is an adjective of the noun before it, and nothing else."""
    word, after = view.words[at], view.at(at + 1)
    kind = shape(word)
    if view.text[word.end - view.offset :][:1] in ("/", "·", "("):
        return False
    if word.low.rstrip("es") in COLOURS and (
        after and (after.low in ("et", "ou") or not after.near or shape(after).adjective)
    ):
        return False
    if word.low == "frais" and after and after.low == "sur":
        return False  # « enduire frais sur frais »
    if word.clitic or not word.text.islower() or not kind.plain_adjective or word.low in NEVER:
        return False
    if (linked and _may_be_noun(word, kind)) or (
        view.low(at - 1) == "bien" and word.low in ("sûr", "entendu")
    ):
        return False
    if after and after.near and not after.clitic:
        if after.low in SHADES or (shape(after).noun and not after.has("P", "R", "D", "C", "O", "V")):
            return False
        if after.low in ("et", "ou") and not kind.participle and not kind.adjective & PLURAL:
            other = view.at(at + 2)
            if allowed & PLURAL and other and shape(other).adjective & SINGULAR:
                return False  # « les langues anglaise et espagnole »
    return True


def _may_be_noun(word: Word, kind: Shape) -> bool:
    """Whether a word linked to an adjective may be a noun of its own: « un bâtiment neuf et ancienne école »."""
    if not kind.noun or kind.participle:
        return False
    return not word.low.rstrip("s").endswith(ADJECTIVE_ENDINGS) or bool(kind.noun & ~kind.adjective)


def _like_noun(word: Word, kind: Shape) -> bool:
    """Whether the word may be a noun set beside another: « une classe moteur », « un client journaliste »."""
    if not kind.noun or kind.participle or any(one.lemma in STATES for one in word.readings):
        return False
    if word.low.endswith(("eur", "eurs", "rice", "rices")):
        return True
    return kind.adjective in (3, 12, 15) and not word.low.rstrip("s").endswith(ADJECTIVE_ENDINGS)


def _named(word: Word, opens: bool) -> bool:
    """Whether the word is a name by its capital; that of a first word says so when nothing else is known of it."""
    if not word.text[:1].isupper() or word.only("D", "P", "C", "R", "V"):
        return False
    named = not word.readings or lexicon().analyses(word.text) != lexicon().analyses(word.low)
    return not opens or named or word.has("S", "P") or word.text[1:2].isupper()


def _subject_set(view: View, at: int) -> int:
    """What a group or a pronoun that begins at `at` may be."""
    return determiner(view.low(at), view.low(at + 1)) or PRONOUNS.get(view.low(at), 0)


def _explained(view: View, at: int, free: bool, groups: list[Bundle]) -> bool:
    """Whether a participle, an adjective of state or one behind a complement may describe something said before."""
    word = view.words[at]
    kind = shape(word)
    if not free and view.low(at - 1) in INTENSE | {"entièrement"}:
        return True
    if free and not kind.participle and not any(one.lemma in STATES for one in word.readings):
        return False
    if any(one.shape & kind.adjective for one in groups):
        return True
    if free and not kind.participle and not any(forms.finite(one) for one in view.words[:at]):
        return True  # « Un bref instant seule. »
    after = view.at(at + 1)
    if not free and after and not after.near and _subject_set(view, at + 1) & kind.adjective:
        return True  # « À l'origine américain, le groupe… »
    for other in view.words[:at] if kind.participle or free else ():
        known = PRONOUNS.get(other.low, 0)
        if other.low in ("on", "vous", "qui", "se", "s'", "nous"):
            known = ANY if other.low != "nous" else PLURAL
        if not known and other is view.words[0] and shape(other).participle:
            known = shape(other).adjective  # « Signée, datée, dans tous les cas valable »
        if not known and _named(other, other is view.words[0]):
            known = ANY
        if known & kind.adjective:
            return True
    return False
