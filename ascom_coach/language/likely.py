# ruff: noqa: E501 -- a table keeps its lines
"""What a misspelt word was meant to be, likeliest first: accents, then sound, then one slip of the fingers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from ascom_coach.language.built import built, cut
from ascom_coach.language.data import load_lines
from ascom_coach.language.learnt.fitting import odds
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.nearby import almost_like, heard_like, resembles, slipped
from ascom_coach.language.phonetic import sound
from ascom_coach.language.placing import fit
from ascom_coach.language.syntax.view import View
from ascom_coach.language.text import plain

_RARE = frozenset(["simp", "ipsi"])
"""Tenses that letters do without."""
_NOW = ("ipre", "iimp", "ifut", "cond")
_LEADS = ("l", "d", "n", "m", "s", "j", "c", "t", "qu", "jusqu", "lorsqu", "puisqu")
_ELISIONS = "aeiouyhéèêàâîôœ"
_OPEN = re.compile(r"(?:é|ée|er|ez)s?$")
"""Endings that are heard « é »: not meant by one who types accents and typed none there."""
_KEPT = 12
_BEHIND = 0.1
"""How far behind the nearest form one stands that is not near, but built alike or said alike."""
_PLACE = 0.05
"""What a candidate pays for each log-odd by which another one fits the place better…"""
_PLACED = 8.0
"""…up to so many: letters say more than neighbours do."""
_FAR = 2.2
_CLOSE = 0.5
"""The cost of a form under which no other is looked for."""


def suggestions(word: str, limit: int = 5) -> tuple[str, ...]:
    """The likeliest French words for a misspelled lower-case `word`, best first."""
    return tuple(form for form, _ in _priced(word)[:limit])


def placed(view: View, at: int, limit: int = 5) -> tuple[str, ...]:
    """The likeliest French words for the unknown word at `at`, those that fit the place before the others."""
    priced = _priced(view.words[at].low)[: 2 * limit]
    if len(priced) < 2:
        return tuple(form for form, _ in priced)
    fitting = odds(view, at, [form for form, _ in priced])
    best = max(fitting)
    costs = {
        form: cost - fit(view, at, form) + _PLACE * min(best - found, _PLACED)
        for (form, cost), found in zip(priced, fitting, strict=True)
    }
    return tuple(sorted(costs, key=costs.__getitem__)[:limit])


@lru_cache(maxsize=4096)
def _priced(word: str) -> tuple[tuple[str, float], ...]:
    costs = dict.fromkeys(listed_faults().get(word, ()), -1.0)
    lex = lexicon()
    folded = plain(word)
    for form in lex.spellings(word):
        if form[:1].islower():
            costs.setdefault(form, 0.2 + 0.6 * resembles(word, form) - _usual(form))
        elif len(word) > 3:
            costs.setdefault(word[:1].upper() + word[1:], 0.2)
    for near in (True, False):
        if min(costs.values(), default=1.0) > (0.0 if near else _CLOSE):
            _weigh(costs, word, heard_like(word, near), True)
    if len(word) > 2 and min(costs.values(), default=1.0) > _CLOSE:
        _weigh(costs, word, slipped(folded), False)
    nearest = min(costs.values(), default=_CLOSE)
    for form, cost in built(word) if nearest > 0.0 else ():
        costs[form] = min(max(cost - _usual(form), nearest + _BEHIND), costs.get(form, _FAR))
    for form, cost in cut(word):
        costs[form] = min(cost - _usual(form), costs.get(form, _FAR))
    if not costs:
        _weigh(costs, word, almost_like(word), True)
    for form, cost in [*_said_alike(word, costs)]:
        costs.setdefault(form, cost)
    for form, cost in [*_elided(word), *_two_words(word)]:
        costs.setdefault(form, cost)
    ranked = sorted(costs, key=lambda form: (costs[form], abs(len(form) - len(word)), form))
    return tuple((form, costs[form]) for form in ranked[:_KEPT])


def _weigh(costs: dict[str, float], word: str, forms: Iterable[str], alike: bool) -> None:
    """Put a price on `forms` that have none yet: letters that differ count for less where both writings sound alike."""
    heard = sound(word)
    ended = _OPEN.search(word)
    silent = not word.isascii() and not ended
    for form in forms:
        if form[:1].islower() and form != word and form not in costs:
            open_form = _OPEN.search(form)
            if ended and open_form:
                far = resembles(word[: ended.start()], form[: open_form.start()])
                far += 0.3 * (ended[0] != open_form[0]) + 0.2 * (word[-1] == "s" != form[-1])
                far += 0.2 * (form[-1] == "s" != word[-1])
            else:
                far = resembles(word, form) + 0.4 * bool(
                    (silent and open_form) or (ended and "é" in ended[0])
                )
            if far < _FAR:
                costs[form] = (0.2 + 0.7 * far if alike or sound(form) == heard else 0.7 + far) - _usual(form)


def _usual(form: str) -> float:
    """What a form gains by standing in office texts, itself or another form of its word; tenses out of use lose."""
    found = lexicon().analyses(form)
    if found and all(
        one.pos == "V" and one.tags & _RARE and not one.tags & {"ipre", "ppas"} for one in found
    ):
        return -1.0
    return 0.4 if form in _office() or any(one.lemma in _office() for one in found) else 0.0


@cache
def _office() -> frozenset[str]:
    return frozenset(load_lines("usuels.txt"))


def _said_alike(word: str, costs: dict[str, float]) -> Iterator[tuple[str, float]]:
    """« appellé » beside « appelé »: « appeler » and « appelez » are said alike."""
    if not _OPEN.search(word):
        return
    for form, cost in list(costs.items()):
        ended = re.search(r"(?:é|er|ez)$", form)
        for end in ("é", "er", "ez") if ended else ():
            other = f"{form[: ended.start()]}{end}" if ended else form
            if other != form and lexicon().verb(other):
                yield other, cost + _BEHIND


def _elided(word: str) -> Iterator[tuple[str, float]]:
    """« jespere » for « j'espère », « jveux » for « je veux »: the apostrophe or its « e » is missing, accents too may be."""
    lex = lexicon()
    for lead in _LEADS:
        rest = word[len(lead) :].lstrip("'")
        if not word.startswith(lead) or rest[:1] not in _ELISIONS or len(rest) < 2:
            continue
        for form in lex.spellings(rest):
            fits = lead not in ("j", "n") or lex.verb(form) or form in ("y", "en")
            if form[:1].islower() and fits:
                yield f"{lead}'{form}", 0.8 + resembles(rest, form) - _usual(form)
    if (
        word[:1] == "j"
        and len(word) > 3
        and word[1] not in _ELISIONS
        and any(lex.verb(word[1:], tense, "1s") for tense in _NOW)
    ):
        yield f"je {word[1:]}", 0.3


def _two_words(word: str) -> Iterator[tuple[str, float]]:
    """« touteseule » for « toute seule »."""
    lex = lexicon()
    for split in range(3, len(word) - 2):
        if lex.has(word[:split]) and lex.has(word[split:]):
            yield f"{word[:split]} {word[split:]}", 2.0


@cache
def listed_faults() -> dict[str, tuple[str, ...]]:
    """Words often misspelled beyond what sound and one slip find, with what was meant."""
    pairs = (line.split() for line in load_lines("fautes.txt"))
    return {wrong: tuple(one.replace("_", " ") for one in right) for wrong, *right in pairs}
