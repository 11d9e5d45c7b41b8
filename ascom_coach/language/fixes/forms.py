"""Forms that sound like what was written and fit its place: who writes by ear means one of them.

« Vous avait oublié » is first read « aviez », in the tense that was written; « avez » is what was heard. Forms of the
same words and words of the same sound are ranked by the scores learnt from correct text (`learnt.fitting`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from math import inf

from ascom_coach.language.data import load_lines
from ascom_coach.language.learnt.fitting import candidates, odds
from ascom_coach.language.lexicon import Analysis, lexicon
from ascom_coach.language.phonetic import sound
from ascom_coach.language.remarks import Remark
from ascom_coach.language.syntax.morphology import AUXILIARIES, agreed, conjugated_of, is_person, participles
from ascom_coach.language.syntax.view import View, Word, views
from ascom_coach.language.text import plain

_LABELS = frozenset(["homophones", "accord", "conjugaison"])
_SHOWN = 3
"""Fixes that a person is shown."""
_LEAST = -2.5
"""Log-odds beside the first fix under which a form of the same person is not proposed."""
_LEAST_HELPER = -6.0
"""The same for « avoir » and « être », which stand everywhere."""
_LEAST_AGREED = 0.0
"""The same for another gender or number: it has to fit better than the first fix."""
_LEAST_OTHER = 6.0
"""The same for a word of another kind."""
_AHEAD = 1.0
"""Log-odds by which a form of another word has to fit better to stand before the first fix."""
_PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")
_TENSES = ("ipre", "iimp", "ifut", "cond", "spre")
_NOW = {"1s": ("ai", "suis"), "2s": ("as", "es"), "3s": ("a", "est"), "1p": ("avons", "sommes"), "2p": ("avez", "êtes"),
        "3p": ("ont", "sont")}  # fmt: skip
"""« avoir » and « être », taken for each other by those who hear « est » for « ai »."""
_OPEN = re.compile(r"(?:ées?|és?|er|ez|ais?|ait|aient)$")
"""Endings that most people say alike."""


def others(text: str, place: tuple[int, int], remark: Remark, known: Sequence[str]) -> tuple[str, ...]:
    """Forms to propose after the `known` ones, the best first, for the word at `place` of the fixed text."""
    room = _SHOWN - len(known)
    found = _word_at(text, place) if room > 0 and remark.label in _LABELS and remark.quote.isalpha() else None
    if not found:
        return ()
    view, at = found
    written, word = remark.quote.lower(), view.words[at]
    heard = _heard(written)
    forms = [
        form
        for form in dict.fromkeys(_forms(word, written))
        if form not in (*known, word.low, written) and _heard(form) == heard and _kin(form, word, written)
    ]
    if not forms:
        return ()
    scored = zip(forms, odds(view, at, (word.low, *forms))[1:], strict=True)
    ranked = sorted((-score, form) for form, score in scored if score > _least(word, form))
    return tuple(form for _, form in ranked[:room])


def ordered(text: str, place: tuple[int, int], fixes: Sequence[str]) -> tuple[str, ...]:
    """`fixes` of the word at `place`, a form of another word than the first before it when it fits the place better, or
    when the first is of no usual word: « étaient » is « être », hardly « étayer »."""
    found = _word_at(text, place)
    if not found or len(fixes) < 2 or not all(fix.isalpha() for fix in fixes[:_SHOWN]):
        return tuple(fixes)
    view, at = found
    shown = fixes[: _SHOWN + 1]
    gained = dict(zip(shown, odds(view, at, [fix.lower() for fix in shown]), strict=True))
    mine = {one.lemma for one in lexicon().analyses(shown[0])}
    ahead = [
        fix
        for fix in sorted(shown[1:], key=lambda fix: -gained[fix])
        if gained[fix] > _AHEAD
        and (fix.lower() in AUXILIARIES or shown[0].lower() not in AUXILIARIES)
        and not mine & {one.lemma for one in lexicon().analyses(fix)}
    ]
    if not mine & _usual():
        ahead = [fix for fix in shown[1:] if fix.lower() in AUXILIARIES] + ahead
    return tuple(dict.fromkeys([*ahead, *fixes]))


@cache
def _usual() -> frozenset[str]:
    return frozenset(load_lines("usuels.txt"))


def akin(fix: str, others: Sequence[str]) -> bool:
    """Whether the first of `others` is a form of the same word as `fix`."""
    mine = {one.lemma for one in lexicon().analyses(fix.lower())}
    return bool(others) and any(one.lemma in mine for one in lexicon().analyses(others[0].lower()))


def _least(word: Word, form: str) -> float:
    """How well `form` has to fit beside the fix `word`: by what differs between them."""
    other = lexicon().analyses(form)
    persons = [
        person for person in _PERSONS if any(is_person(word.low, one, person) for one in word.readings)
    ]
    if persons:
        same = any(is_person(form, one, person) for one in other for person in persons)
        return (_LEAST_HELPER if form in AUXILIARIES else _LEAST) if same else inf
    shaped = all(any(_nominal(one) for one in readings) for readings in (word.readings, other))
    return _LEAST_AGREED if shaped else _LEAST_OTHER


def _kin(form: str, word: Word, written: str) -> bool:
    """Whether a form belongs to the word of the fix or to the one that was written, or differs by an accent alone."""
    if {form, word.low} <= AUXILIARIES:
        return True
    mine = {one.lemma for one in (*word.readings, *lexicon().analyses(written))}
    return plain(form) == plain(written) or any(one.lemma in mine for one in lexicon().analyses(form))


def _nominal(one: Analysis) -> bool:
    return one.pos in "NA" or "ppas" in one.tags


def _heard(form: str) -> str:
    """The sound of a form, the endings « é », « er », « ait » put together."""
    if form in ("es", "est"):
        return "é"
    begin = _OPEN.sub("", form)
    return sound(form) if begin == form else f"{sound(begin)}é"


def _word_at(text: str, place: tuple[int, int]) -> tuple[View, int] | None:
    for view in views(text):
        for at, word in enumerate(view.words):
            if (word.start, word.end) == place:
                return view, at
    return None


def _forms(word: Word, written: str) -> Iterator[str]:
    """Forms of the word that was written and of its fix: the same person in other tenses, genders and numbers."""
    yield from candidates(word.low)
    yield from candidates(written)
    for gender in "mf":
        for number in "sp":
            yield from (*participles(word, gender, number), *agreed(word, gender, number))
    for person in _PERSONS:
        if any(is_person(word.low, one, person) for one in word.readings):
            for tense in _TENSES:
                yield from conjugated_of(word, person, tense)
            if word.low in AUXILIARIES:
                yield from _NOW[person]
