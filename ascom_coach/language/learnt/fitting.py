"""Whether the form of a word fits its place, beside the other forms of the word and the words that sound like it.

A log-linear model over the candidates of a place, learnt from several million words of correct public French (see
`knowledge/lexique/contexte/construire_formes.py`). A form is doubted only when another one fits much better; how much
was chosen on text not learnt from. Sums are of integers: every machine gives the same answer.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ascom_coach.language.data import form_weights
from ascom_coach.language.learnt.context import word_class
from ascom_coach.language.learnt.slots import slot_names
from ascom_coach.language.lexicon import Analysis, lexicon
from ascom_coach.language.syntax.morphology import FINITE
from ascom_coach.language.syntax.view import View

BITS = 21
"""Weights are kept in a table of 2**BITS places, found by hashing."""
MOST = 10
"""Candidates looked at for one word, itself included."""
LEAST = 1.0
"""Log-odds below which nothing is doubted."""
KINDS = ("nombre", "genre", "personne", "forme", "mot")
"""What may differ between the word and the one that fits: number, gender, person, tense or mood, the word itself."""
_PERSONS = frozenset(["1s", "2s", "3s", "1p", "2p", "3p"])
_TENSES = ("ipre", "iimp", "ifut", "cond", "spre")
_BEING = {
    "ipre": "suis es est sommes êtes sont", "iimp": "étais étais était étions étiez étaient",
    "ifut": "serai seras sera serons serez seront", "cond": "serais serais serait serions seriez seraient",
    "spre": "sois sois soit soyons soyez soient",
}  # fmt: skip
_HAVING = {
    "ipre": "ai as a avons avez ont", "iimp": "avais avais avait avions aviez avaient",
    "ifut": "aurai auras aura aurons aurez auront", "cond": "aurais aurais aurait aurions auriez auraient",
    "spre": "aie aies ait ayons ayez aient",
}  # fmt: skip
_GOING = {"ipre": "vais vas va allons allez vont"}


@dataclass(frozen=True, slots=True)
class Misfit:
    """Word `index` of a view; `rivals` are the forms that fit better, the best first, with by how much (log-odds)."""

    index: int
    rivals: tuple[tuple[str, float], ...]


def _tables() -> Iterator[dict[str, list[str]]]:
    for table in (_BEING, _HAVING, _GOING):
        yield {tense: forms.split() for tense, forms in table.items()}


def _irregular(low: str) -> list[str]:
    """Other persons, and the subjunctive, of être, avoir and aller."""
    out: list[str] = []
    for table in _tables():
        for tense, forms in table.items():
            if low not in forms:
                continue
            out += forms
            for other in {"ipre": ("spre",), "spre": ("ipre",), "ifut": ("cond",), "cond": ("ifut",)}.get(
                tense, ()
            ):
                out += [form for at, form in enumerate(table.get(other, [])) if forms[at] == low]
    return out


def _inflected(low: str, readings: Sequence[Analysis]) -> Iterator[str]:
    """Forms of the same words with another number, gender, person, tense or ending."""
    for reading in readings:
        if reading.pos in "NA" or "ppas" in reading.tags:
            for form, one in lexicon().forms_of(reading.lemma, low):
                same = one.pos == reading.pos and ("ppas" in one.tags) == ("ppas" in reading.tags)
                if same and (reading.pos != "N" or not reading.gender or one.gender in (reading.gender, "e")):
                    yield form
        elif reading.pos == "V":
            tense = reading.tags.intersection(_TENSES)
            for form, one in lexicon().forms_of(reading.lemma, low):
                if one.pos == "V" and one.tags.intersection(tense):
                    yield form


@lru_cache(maxsize=16384)
def candidates(low: str) -> tuple[str, ...]:
    """`low` first, then what could stand in its place; only `low` when nothing could."""
    readings = lexicon().analyses(low)
    found: dict[str, None] = {low: None}
    if readings and not low.isdecimal() and len(low) > 1 and not any(one.pos in "S" for one in readings):
        heard = homophones().get(low, ())
        others = [*_irregular(low), *heard]
        if not any(one.pos in "DOPCGH" for one in readings) and not _irregular(low):
            others = [*heard, *_inflected(low, readings)]
        found |= dict.fromkeys(others)
    return tuple(found)[:MOST]


@cache
def homophones() -> dict[str, tuple[str, ...]]:
    """Words of frequent use by word that sounds the same, the most frequent first."""
    return {
        word: tuple(one for one in group if one != word)
        for line in form_weights()["homophones"].tolist()
        for group in [line.split()]
        for word in group
    }


@cache
def _ranks() -> dict[str, int]:
    return {
        word: rank for line in form_weights()["homophones"].tolist() for rank, word in enumerate(line.split())
    }


def commoner(one: str, other: str) -> bool:
    """Whether `one` was met more often than `other`, which sounds the same."""
    return _ranks().get(one, 99) < _ranks().get(other, 99)


@cache
def cautions() -> dict[str, float]:
    """By word, how far correct text was seen to be doubted at it."""
    learnt = form_weights()
    return dict(zip(learnt["mots"].tolist(), learnt["prudence"].tolist(), strict=True))


@lru_cache(maxsize=32768)
def classes(form: str) -> tuple[int, int, int]:
    """Hashes of the classes of a form: fine, coarse, and what of it agrees."""
    fine, coarse = word_class(form, False)
    shapes = set()
    for one in lexicon().analyses(form):
        if one.pos in "NA" or "ppas" in one.tags:
            shapes.add(f"{'n' if one.pos == 'N' else 'a'}{one.gender}{one.number}")
        elif one.pos == "V":
            shapes.add("".join(sorted(one.tags & _PERSONS)) or "".join(sorted(one.tags & {"inf", "ppre"})))
    return _hash("1" + fine), _hash("2" + coarse), _hash("3" + "/".join(sorted(shapes)))


def _hash(name: str) -> int:
    return zlib.crc32(name.encode())


def _hashes(names: Iterable[str]) -> list[int]:
    crc = zlib.crc32
    return [crc(name.encode()) for name in names]


@lru_cache(maxsize=32768)
def _hashed_form(form: str) -> tuple[bytes, int, int]:
    """A form as bytes, the hash of it alone, and that of what begins with it."""
    written = form.encode()
    return written, zlib.crc32(b"4" + written), zlib.crc32(b"6" + written)


def lexical(view: View, index: int, forms: Sequence[str]) -> list[list[int]]:
    """Hashes of each form with its neighbours as they are written: « 5 », the word before, a blank, the form…

    A hash goes on from that of a beginning, so that neighbours are hashed once for all forms.
    """
    crc = zlib.crc32
    before = _hash(f"5{view.low(index - 1)} ")
    second = _hash(f"7{view.low(index - 2)} ")
    after = f" {view.low(index + 1)}".encode()
    return [
        [alone, crc(written, before), crc(after, begun), crc(written, second)]
        for written, alone, begun in map(_hashed_form, forms)
    ]


def places(names: Any, forms: Any, words: Any) -> Any:
    """Indices in the table: shape (…, candidates, 3 × names + words). All are arrays of uint32."""
    import numpy as np

    crossed = names[..., None, None, :] ^ (forms[..., :, :, None] * np.uint32(0x85EBCA77))
    crossed = crossed.reshape(*crossed.shape[:-2], -1)
    mixed = np.concatenate([crossed, words], axis=-1) * np.uint32(0x9E3779B1)
    mixed ^= mixed >> np.uint32(15)
    mixed *= np.uint32(0xC2B2AE35)
    return mixed >> np.uint32(32 - BITS)


def hashed(
    view: View, index: int, forms: Iterable[str]
) -> tuple[list[int], list[tuple[int, int, int]], list[list[int]]]:
    """What `places` takes, for one place and its candidates."""
    listed = list(forms)
    return (
        _hashes(slot_names(view, index)),
        [classes(form) for form in listed],
        lexical(view, index, listed),
    )


def kind_of(low: str, better: str) -> str:
    """What differs between two forms, one of `KINDS`."""
    mine, other = lexicon().analyses(low), lexicon().analyses(better)
    if not {one.lemma for one in mine} & {one.lemma for one in other}:
        return "mot"
    nominal = [
        (a, b) for a in mine for b in other
        if a.lemma == b.lemma and a.pos == b.pos and (a.pos in "NA" or "ppas" in a.tags & b.tags)
    ]  # fmt: skip
    if nominal:
        return "genre" if all(a.gender != b.gender for a, b in nominal) else "nombre"
    verbs = [(a, b) for a in mine for b in other if a.lemma == b.lemma and a.pos == b.pos == "V"]
    same = any(a.tags & b.tags & frozenset(FINITE) for a, b in verbs)
    return "personne" if same else "forme"


def misfits(view: View) -> Iterator[Misfit]:
    """The words of a sentence that another form would fit much better, left to right."""
    doubtful = list(_doubtful(view))
    if not doubtful:
        return
    scale = float(form_weights()["echelle"])
    scores = iter(_scores(view, doubtful))
    for index, forms in doubtful:
        first = next(scores)
        odds = [(form, float(next(scores) - first) * scale) for form in forms[1:]]
        better = sorted((one for one in odds if one[1] > LEAST), key=lambda one: (-one[1], one[0]))
        if better:
            yield Misfit(index, tuple(better))


def odds(view: View, index: int, forms: Sequence[str]) -> list[float]:
    """How much better each form fits the place than the first one does, in log-odds."""
    scores = _scores(view, [(index, tuple(forms))])
    scale = float(form_weights()["echelle"])
    return [(one - scores[0]) * scale for one in scores]


def _doubtful(view: View) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The words of a sentence in whose place another form could stand, with their candidates."""
    for index, word in enumerate(view.words):
        if word.clitic or not (word.text.islower() or (index == 0 and word.text[1:].islower())):
            continue
        forms = candidates(word.low)
        after = view.at(index + 1)
        if len(forms) > 1 and not (after and after.clitic):
            yield index, forms


def _scores(view: View, doubtful: Sequence[tuple[int, tuple[str, ...]]]) -> list[int]:
    """The score of every candidate of every place, one after the other: the whole sentence in one step."""
    import numpy as np

    hashes = [hashed(view, index, forms) for index, forms in doubtful]
    sizes = [len(forms) for _, forms in doubtful]
    names = np.repeat(np.array([one for one, _, _ in hashes], np.uint32), sizes, axis=0)
    kinds = np.array([row for _, rows, _ in hashes for row in rows], np.uint32)
    words = np.array([row for _, _, rows in hashes for row in rows], np.uint32)
    found = places(names, kinds[:, None, :], words[:, None, :])
    return form_weights()["poids"].take(found[:, 0]).sum(axis=-1, dtype=np.int32).tolist()  # type: ignore[no-any-return]
