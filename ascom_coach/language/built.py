"""Verb forms built like those of another verb: « fesez » for « faites », « mourriront » for « mourront ».

The ending says which form was meant, the beginning which verb; the form that the verb really has is what is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.syntax.morphology import forms_of_lemma, is_person
from ascom_coach.language.text import plain

_FUTURE = dict(zip(("ai", "as", "a", "ons", "ez", "ont"), ("1s", "2s", "3s", "1p", "2p", "3p"), strict=True))
_PAST = {
    "ais": ("1s", "2s"),
    "ait": ("3s",),
    "ions": ("1p",),
    "iez": ("2p",),
    "aient": ("3p",),
}
_SHAPES = {"": ("m", "s"), "e": ("f", "s"), "s": ("m", "p"), "es": ("f", "p")}
_HEARD_OPEN = (("ipre", "2p"), ("impe", "2p"), ("inf",), ("ppas", "m", "s"))
"""What « -é », « -er » and « -ez » may stand for: they are said alike."""
_SURE = 0.3
_LIKELY = 0.45
_REST = 6
"""Letters that a form may have after the beginning that shows its verb."""


@cache
def _endings() -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Endings, the longest first, each with the forms it may stand for, as tags."""
    found: dict[str, list[tuple[str, ...]]] = {}

    def add(ending: str, *tags: str) -> None:
        found.setdefault(ending, []).append(tags)

    for theme in ("er", "ir", "r"):
        for end, person in _FUTURE.items():
            add(theme + end, "ifut", person)
        for end, persons in _PAST.items():
            for person in persons:
                add(theme + end, "cond", person)
    for end, persons in _PAST.items():
        for person in persons:
            add(end, "iimp", person)
    for vowel in ("u", "i", "é"):
        for end, shape in _SHAPES.items():
            add(vowel + end, "ppas", *shape)
    for ending in ("é", "er", "ez"):
        found[ending] = list(_HEARD_OPEN)
    for ending in ("a", "it", "ut"):
        add(ending, "ipsi", "3s")
    add("it", "ppas", "m", "s")
    for ending in ("èrent", "irent", "urent"):
        add(ending, "ipsi", "3p")
    for person, ending in (("1p", "ons"), ("3p", "ent"), ("1s", "s"), ("2s", "s"), ("3s", "s"), ("3s", "t")):
        add(ending, "ipre", person)
    add("ant", "ppre")
    return tuple(sorted(((end, tuple(tags)) for end, tags in found.items()), key=lambda one: -len(one[0])))


def built(word: str) -> Iterator[tuple[str, float]]:
    """Forms that an unknown lower-case `word` may be built for, each with its price."""
    for ending, wanted in _endings():
        begin = word.removesuffix(ending)
        if begin == word or len(begin) < 3:
            continue
        for price, stem in ((_SURE, begin), (_LIKELY, re.sub(r"e(?=[^aeiouyéèê]$)", "ai", begin))):
            if price == _SURE or stem != begin:
                for lemma in _irregular(plain(stem)):
                    for form in _of(lemma, wanted):
                        if form != word:
                            yield form, price


@cache
def _irregular(stem: str) -> tuple[str, ...]:
    """Verbs that are not like « chanter » and of which a form begins with `stem`."""
    found = {
        one.lemma: None
        for form in re.findall(r"\n([^\t]+)\t", lexicon().block(stem))
        if len(form) <= len(stem) + _REST
        for one in lexicon().analyses(form)
        if one.pos == "V" and (not one.lemma.endswith("er") or one.lemma in ("aller", "envoyer"))
    }
    return tuple(found)


def _of(lemma: str, wanted: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    forms = dict.fromkeys([*forms_of_lemma(lemma, lemma[:2]), *forms_of_lemma(lemma, lemma)])
    for tags in wanted:
        for form, one in forms:
            person = next((tag for tag in tags if tag[0].isdigit()), "")
            rest = {tag for tag in tags if tag != person}
            if (
                one.pos == "V"
                and rest <= one.tags | ({"s", "p"} if "i" in one.tags else set())
                and (not person or is_person(form, one, person))
            ):
                yield form


def cut(word: str) -> Iterator[tuple[str, float]]:
    """« ils terminère » lacks its last letters; « emploit » has a « t » for its « e »."""
    if word.endswith("ère") and lexicon().verb(f"{word}nt", "ipsi", "3p"):
        yield f"{word}nt", _SURE
    if word.endswith(("t", "s")) and lexicon().verb(f"{word[:-1]}e", "ipre", "3s"):
        yield f"{word[:-1]}e", _SURE
    if word.endswith("e") and lexicon().verb(f"{word[:-1]}{word[-2]}e", "ipre", "3s"):
        yield f"{word[:-1]}{word[-2]}e", _SURE
