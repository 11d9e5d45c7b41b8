"""The better word in the form of the one it replaces: « zappé » → « oublié », « gosses » → « enfants ».

The list of turns gives one form; « collaborent ensemble » keeps its own verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.language.lexicon import Analysis, lexicon
from ascom_coach.language.syntax.morphology import forms_of_lemma, is_person

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("erons", ("ifut", "1p")), ("aient", ("iimp", "3p")), ("ées", ("ppas", "f", "p")), ("ait", ("iimp", "3s")),
    ("ais", ("iimp", "1s")), ("era", ("ifut", "3s")), ("ons", ("ipre", "1p")), ("ent", ("ipre", "3p")),
    ("ée", ("ppas", "f", "s")), ("és", ("ppas", "m", "p")), ("ez", ("ipre", "2p")), ("er", ("inf",)),
    ("é", ("ppas", "m", "s")), ("e", ("ipre", "3s")),
)  # fmt: skip
"""What the ending of a verb that no dictionary holds says of its form."""


def inflected(quote: str, fix: str) -> str:
    """`fix` in the form of `quote`: the words they share as they were written, else its first word inflected alike."""
    written = _WORD.findall(quote.lower())
    meant = _WORD.findall(fix)
    if not written or not meant:
        return fix
    for word in meant:
        kin = _kin(word)
        own = next((one for one in written if one != word and kin & _kin(one)), "")
        if own and word not in written:
            return fix.replace(word, own, 1)
    if len(written) == 1 and len(meant) == 1:
        return next(_alike(written[0], meant[0]), fix)
    return fix


def _kin(word: str) -> set[str]:
    return {one.lemma for one in lexicon().analyses(word) if one.pos in "NAV"}


def _alike(written: str, meant: str) -> Iterator[str]:
    """Forms of `meant` that have the shape of `written`."""
    readings = lexicon().analyses(meant)
    verb = next((one for one in readings if "inf" in one.tags), None)
    if verb:
        known = [one for one in lexicon().analyses(written) if one.pos == "V"]
        if any("inf" in one.tags for one in known):
            return
        read = [tuple(sorted(one.tags & _SHAPE)) for one in known if one.tags & _TENSES]
        shapes = read or [tags for ending, tags in _ENDINGS if written.endswith(ending)][:1]
        for tags in shapes:
            yield from (form for form, one in _forms(verb.lemma) if one.pos == "V" and _has(form, one, tags))
    elif _plural(written) and any(one.pos == "N" and one.number == "s" for one in readings):
        lemma = readings[0].lemma
        yield from (form for form, one in _forms(lemma) if one.pos == "N" and one.number == "p")


def _plural(word: str) -> bool:
    nouns = [one for one in lexicon().analyses(word) if one.pos == "N"]
    if nouns:
        return all(one.number == "p" for one in nouns)
    return word.endswith("s") and not word.endswith("ss")


_PERSONS = frozenset(["1s", "2s", "3s", "1p", "2p", "3p"])
_TENSES = frozenset(["ppas", "ppre", "ipre", "iimp", "ifut", "cond", "ipsi", "spre"])
_SHAPE = _PERSONS | _TENSES | {"m", "f", "s", "p"}


def _has(form: str, one: Analysis, tags: tuple[str, ...]) -> bool:
    persons = [tag for tag in tags if tag in _PERSONS]
    rest = {tag for tag in tags if tag not in _PERSONS}
    free = {"s", "p"} if "i" in one.tags else set()
    return rest <= one.tags | free and (
        not persons or any(is_person(form, one, person) for person in persons)
    )


def _forms(lemma: str) -> list[tuple[str, Analysis]]:
    return list(dict.fromkeys([*forms_of_lemma(lemma, lemma[:2]), *forms_of_lemma(lemma, lemma)]))
