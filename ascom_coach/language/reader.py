"""Reads a whole sentence, errors included, and says of each word which of its look-alikes was meant.

A small network (two layers of gated recurrent units, both ways) learnt from correct sentences in which words had been
replaced by their look-alikes (see `knowledge/lexique/contexte/construire_lecteur.py`): it expects errors around the
word it judges, so that one does not hide the next. It gives log-odds; what is said of them is decided by rules.
Sums are made in double precision and rounded, so that every machine gives the same answer.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ascom_coach.language.data import reader_weights
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.morphology import FINITE
from ascom_coach.language.units import Unit, look_alikes, rivals, units
from ascom_coach.language.view import View

SUFFIXES = 4096
"""Endings are told apart by a hash below this."""
LONGEST = 64
"""Units of a sentence that are read; the rest of a longer one is left alone."""
_PERSONS = ("1s", "2s", "3s", "1p", "2p", "3p")
_WITNESSES = (
    "livré finissent avantageux c'est qu'elle vient les -vous prendre général mises serait ces xyzt , 0"
)
"""Forms whose description makes the stamp of the weights."""
_VOWELS = tuple("aeiouyhàâéèêëîïôöùûœ")


@dataclass(frozen=True, slots=True)
class Doubt:
    """The unit `unit` of a view; `meant` are the forms more likely than the one written, best first, with log-odds."""

    unit: Unit
    meant: tuple[tuple[str, float], ...]


def traits(form: str) -> tuple[str, ...]:
    """What the lexicon and the spelling say of a form, as names."""
    bare = form.lstrip("-")
    readings = lexicon().analyses(bare)
    found: dict[str, None] = {}
    for one in readings:
        if one.pos == "V":
            tense = next((tag for tag in FINITE if tag in one.tags), "")
            if tense:
                persons = [tag for tag in _PERSONS if tag in one.tags]
                if not persons:
                    persons = ["3p"] if bare.endswith("nt") else ["1p"] if bare.endswith("ons") else ["2p"]
                for person in persons:
                    found |= dict.fromkeys((f"V{tense}", f"V{person}", f"V{tense}{person}"))
            for tag in ("inf", "ppre", "impe", "t", "q"):
                if tag in one.tags:
                    found[f"V{tag}"] = None
            if "ppas" in one.tags:
                found |= dict.fromkeys(
                    ("K", f"K{one.gender}", f"K{one.number}", f"K{one.gender}{one.number}")
                )
        else:
            found |= dict.fromkeys((one.pos, f"{one.pos}{one.gender}{one.number}"))
            if one.gender:
                found[f"{one.pos}{one.gender}"] = None
            if one.number:
                found[f"{one.pos}{one.number}"] = None
    if not readings:
        found["?" if bare.isalpha() else "."] = None
    if bare[:1] in _VOWELS:
        found["vowel"] = None
    if "'" in bare:
        found["elided"] = None
    if form.startswith("-"):
        found["clitic"] = None
    return tuple(found)


def suffix(form: str) -> int:
    """Hash of the last three letters."""
    return zlib.crc32(form[-3:].encode()) % SUFFIXES


def stamp() -> str:
    """Changes with the lexicon, the look-alikes and what is told of a form: weights learnt under another are stale."""
    told = "|".join(
        f"{form}:{','.join(traits(form))}:{suffix(form)}:{','.join(rivals(form))}"
        for form in _WITNESSES.split()
    )
    groups = "|".join(f"{one} {' '.join(others)}" for one, others in sorted(look_alikes().items()))
    return f"{zlib.crc32(told.encode()):08x}-{zlib.crc32(groups.encode()):08x}"


class Network:
    """The weights as double precision arrays, and what they compute."""

    def __init__(self, kept: dict[str, Any]) -> None:
        import numpy as np

        self._np = np
        self.words = {word: at for at, word in enumerate(kept["mots"].tolist())}
        self.traits = {name: at for at, name in enumerate(kept["traits"].tolist())}
        self._w = {
            name: kept[name].astype(np.float64) * float(kept["echelle_" + name])
            for name in (one.removeprefix("echelle_") for one in kept if one.startswith("echelle_"))
        }
        self.embedded = lru_cache(maxsize=16384)(self._embedded)

    def _embedded(self, form: str) -> Any:
        np, w = self._np, self._w
        named = [self.traits[name] for name in traits(form) if name in self.traits]
        known = w["mot"][self.words.get(form, 0)]
        return np.concatenate([known, w["trait"][named].sum(axis=0), w["fin"][suffix(form)]])

    def context(self, read: Sequence[Sequence[Unit]]) -> Any:
        """States of each unit of sentences: shape (sentences, longest, 2 × size)."""
        np, w = self._np, self._w
        longest = max(len(one) for one in read)
        width = w["forme"].shape[1] + len(self.embedded("a"))
        found = np.zeros((len(read), longest, width))
        mask = np.zeros((len(read), longest, 1))
        for row, sentence in enumerate(read):
            for at, unit in enumerate(sentence):
                found[row, at] = np.concatenate([self.embedded(unit.form), w["forme"][unit.shape]])
                mask[row, at] = 1.0
        for layer in ("1", "2"):
            forth = self._run(found, mask, "a" + layer)
            back = self._run(found[:, ::-1], mask[:, ::-1], "r" + layer)[:, ::-1]
            found = np.concatenate([forth, back], axis=-1)
        return found

    def _run(self, found: Any, mask: Any, name: str) -> Any:
        np, w = self._np, self._w
        weights, own, bias, bias_own = (w[f"{part}_{name}"] for part in ("w", "u", "b", "c"))
        size = own.shape[0]
        given = found @ weights + bias
        state = np.zeros((found.shape[0], size))
        out = np.empty((*found.shape[:2], size))
        for at in range(found.shape[1]):
            now, kept = given[:, at], state @ own + bias_own
            gates = 1.0 / (1.0 + np.exp(-(now[:, : 2 * size] + kept[:, : 2 * size])))
            fresh = np.tanh(now[:, 2 * size :] + gates[:, :size] * kept[:, 2 * size :])
            hold = gates[:, size:] * mask[:, at] + (1.0 - mask[:, at])
            state = hold * state + (1.0 - hold) * fresh
            out[:, at] = state
        return out

    def odds(self, state: Any, forms: Sequence[str]) -> list[float]:
        """Log-odds of each form against the first, which is the one written."""
        np, w = self._np, self._w
        asked = state @ w["sortie"] + w["sortie_b"]
        scores = np.stack([self.embedded(form) for form in forms]) @ asked
        scores[0] += float(state @ w["copie"]) + float(w["copie_b"][0])
        return [round(float(one), 3) for one in scores - scores[0]]


@cache
def network() -> Network:
    """The shared network. Raises SurroundingsError when its file is missing."""
    return Network(reader_weights())


@cache
def _wary() -> dict[str, float]:
    kept = reader_weights()
    if "prudents" not in kept:
        return {}
    return dict(zip(kept["prudents"].tolist(), kept["prudence"].tolist(), strict=True))


def wariness(form: str) -> float:
    """Log-odds by which correct text not learnt from was wrongly doubted at `form`; nothing below is sure."""
    return _wary().get(form, 0.0)


def doubts(sentences: Sequence[View], least: float) -> list[tuple[Doubt, ...]]:
    """By sentence, the units that a look-alike fits better by `least` log-odds or more."""
    read = [units(view)[:LONGEST] for view in sentences]
    filled = [at for at, one in enumerate(read) if one]
    out: list[tuple[Doubt, ...]] = [()] * len(read)
    if not filled:
        return out
    states = network().context([read[at] for at in filled])
    for row, at in enumerate(filled):
        out[at] = tuple(_doubts(read[at], states[row], least))
    return out


def _doubts(read: Sequence[Unit], states: Any, least: float) -> list[Doubt]:
    found = []
    for place, unit in enumerate(read):
        if unit.first < 0 or unit.shape == 2 or (unit.shape == 1 and place):
            continue
        forms = rivals(unit.form)
        if len(forms) < 2:
            continue
        odds = network().odds(states[place], forms)
        better = sorted(
            ((form, by) for form, by in zip(forms, odds, strict=True) if by >= least),
            key=lambda one: (-one[1], one[0]),
        )
        if better:
            found.append(Doubt(unit, tuple(better)))
    return found
