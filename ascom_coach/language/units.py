"""A sentence as units for the reader (see `reader`): words, marks, and look-alikes of several words taken as one.

« c'est », « qu'elle », « peut être » are one unit each, so that « ces », « quelle », « peut-être » can stand in their
place. What could stand in the place of a unit: other forms of the word, forms that sound the same, known look-alikes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ascom_coach.language.data import load_lines
from ascom_coach.language.fitting import homophones
from ascom_coach.language.lexicon import Analysis, lexicon
from ascom_coach.language.morphology import FINITE, forms_of_lemma
from ascom_coach.language.phonetic import sound
from ascom_coach.language.view import View

MOST = 24
"""Candidates looked at for one unit, itself included."""
_MOODS = {"ipre": "spre", "spre": "ipre", "cond": "iimp", "iimp": "cond"}
"""Tense by tense with which it is confused in the same person."""
_SHAPED = frozenset(["1s", "2s", "3s", "1p", "2p", "3p"])


@dataclass(frozen=True, slots=True)
class Unit:
    """`form` in lower case, of the words `first`…`last` of a view (-1 for a mark).

    `shape`: 0 lower case, 1 capital, 2 capitals, 3 mark or figures.
    """

    form: str
    first: int
    last: int
    shape: int


@cache
def look_alikes() -> dict[str, tuple[str, ...]]:
    """Other members of its groups, by member."""
    found: dict[str, dict[str, None]] = {}
    for line in load_lines("semblables.txt"):
        group = [one.replace("_", " ") for one in line.split()]
        for one in group:
            found.setdefault(one, {}).update(dict.fromkeys(other for other in group if other != one))
    return {one: tuple(others) for one, others in found.items()}


@cache
def _joined() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Units of several words by their first word, the longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for form in look_alikes():
        words = tuple(form.replace("'", "' ").split())
        if len(words) > 1:
            out.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(rest, key=len, reverse=True)) for first, rest in out.items()}


def _joint(view: View, index: int) -> int:
    """How many words from `index` on make one unit."""
    for words in _joined().get(view.low(index), ()):
        last = index + len(words) - 1
        if view.glued(index, last) and all(
            view.low(index + at) == word and not view.words[index + at].clitic
            for at, word in enumerate(words)
        ):
            return len(words)
    return 1


@lru_cache(maxsize=512)
def units(view: View) -> tuple[Unit, ...]:
    """The units of a sentence, marks included."""
    out: list[Unit] = []
    end = view.offset
    at = 0
    while at < len(view.words):
        word = view.words[at]
        gap = view.text[end - view.offset : word.start - view.offset].strip()
        if gap and not word.clitic:
            out.append(Unit(gap[0], -1, -1, 3))
        count = _joint(view, at)
        last = view.words[at + count - 1]
        form = view.text[word.start - view.offset : last.end - view.offset].lower()
        form = form if count == 1 else form.replace("' ", "'")
        if word.low[:1].isdigit():
            out.append(Unit("1" if word.low == "1" else "0", at, at, 3))
        else:
            capitals = 2 if word.text.isupper() and len(word.text) > 1 else int(word.text[:1].isupper())
            out.append(Unit(("-" if word.clitic else "") + form, at, at + count - 1, capitals))
        end = last.end
        at += count
    if rest := view.text[end - view.offset :].strip():
        out.append(Unit(rest[0], -1, -1, 3))
    return tuple(out)


def _relatives(low: str, reading: Analysis) -> Iterator[str]:
    """Other forms of a word that could be written for this one."""
    if reading.pos in "NA" or "ppas" in reading.tags:
        for form, one in forms_of_lemma(reading.lemma, low):
            same = one.pos == reading.pos and ("ppas" in one.tags) == ("ppas" in reading.tags)
            if same and (reading.pos != "N" or not reading.gender or one.gender in (reading.gender, "e")):
                yield form
    elif reading.pos == "V":
        tenses = reading.tags.intersection(FINITE)
        persons = reading.tags & _SHAPED
        other = {_MOODS[one] for one in tenses if one in _MOODS}
        for form, one in forms_of_lemma(reading.lemma, low):
            if one.pos == "V" and (
                one.tags & tenses - {"ipsi", "simp"} or (one.tags & other and persons & one.tags)
            ):
                yield form


def _heard(low: str, reading: Analysis) -> Iterator[str]:
    """Forms of the same verb that sound the same, and the infinitive for a participle or the other way round."""
    key = sound(low)
    infinitive = "inf" in reading.tags
    for form, one in forms_of_lemma(reading.lemma, low):
        alike = sound(form) == key and "simp" not in one.tags
        if (
            alike
            or ("inf" in one.tags and reading.tags & {"ppas", "ipsi"})
            or (infinitive and "ppas" in one.tags)
        ):
            yield form


@lru_cache(maxsize=16384)
def rivals(form: str) -> tuple[str, ...]:
    """`form` first, then what could stand in its place; only `form` when nothing could."""
    found: dict[str, None] = {form: None} | dict.fromkeys(look_alikes().get(form, ()))
    readings = lexicon().analyses(form)
    if irregular := tuple(one for one in readings if one.lemma in ("être", "avoir")):
        readings = irregular
    closed = any(one.pos in "DOPCGH" for one in readings)
    if readings and form.isalpha() and len(form) > 1 and not any(one.pos == "S" for one in readings):
        verbs = [one for one in readings if one.pos == "V"]
        for one in verbs:
            if not (closed and len(form) < 4):
                found.update(dict.fromkeys(_heard(form, one)))
        if not closed or verbs:
            for one in readings:
                if not closed or (one.pos == "V" and one.lemma in ("être", "avoir", "aller", "faire")):
                    found.update(dict.fromkeys(_relatives(form, one)))
        if len(form) > 3 and form not in look_alikes():
            found.update(dict.fromkeys(one for one in homophones().get(form, ()) if len(one) > 2))
    return tuple(found)[:MOST]
