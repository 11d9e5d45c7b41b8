"""What stands around a place of a sentence, as named features: how a choice between look-alike forms is made.

Function words count as themselves, other words by what the lexicon says of them, so that a sentence on a subject never
seen resembles those that were learnt from.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ascom_coach.language.lexicon import Analysis, lexicon
from ascom_coach.language.syntax.morphology import FINITE
from ascom_coach.language.syntax.view import View, once

_AUXILIARIES = frozenset(["être", "avoir", "aller", "faire", "pouvoir", "devoir", "vouloir", "savoir"])
_CLOSED = frozenset("DOPCGH")
_BREAKS = frozenset([";", ":", "(", ")", "«", "»", "—", "–"])
_LINKS = frozenset(
    ["que", "qu'", "qui", "où", "dont", "et", "ou", "mais", "car", "si", "quand", "lorsque", "lorsqu'", "comme", "puis"]
)  # fmt: skip
EDGE = ("^", "^")
"""What stands before the first word and after the last."""


def _code(one: Analysis) -> str:
    if one.pos != "V":
        return one.pos + one.gender + one.number if one.pos in "NA" else one.pos
    if "inf" in one.tags:
        return "I"
    if "ppas" in one.tags:
        return "K" + one.gender + one.number
    if "ppre" in one.tags:
        return "G"
    persons = "".join(sorted(one.tags & {"1s", "2s", "3s", "1p", "2p", "3p"}))
    return ("M" if "impe" in one.tags and not one.tags.intersection(FINITE) else "V") + persons


@lru_cache(maxsize=32768)
def word_class(low: str, capital: bool) -> tuple[str, str]:
    """(fine, coarse) class of a word: itself for a function word, else its readings, with and without inflexion."""
    readings = lexicon().analyses(low)
    if not readings:
        if low[:1].isdecimal():
            return "0", "0"
        kind = "U" if capital else ("R" if low.endswith("ment") else "u")
        return kind, kind
    if any(one.pos in _CLOSED for one in readings) or any(
        one.lemma in _AUXILIARIES and one.pos == "V" for one in readings
    ):
        return low, low
    codes = {_code(one) for one in readings}
    if any(code.startswith("K") for code in codes):
        codes = {code for code in codes if not code.startswith("A")}
    fine = "/".join(sorted(codes))
    return fine, "".join(sorted({code[0] for code in codes}))


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as classes of words and marks. `place[i]` is where the i-th word of the view stands."""

    fine: tuple[str, ...]
    coarse: tuple[str, ...]
    sure: tuple[bool, ...]
    place: tuple[int, ...]

    def at(self, index: int) -> tuple[str, str]:
        """(fine, coarse) at `index`, the edge outside."""
        return (self.fine[index], self.coarse[index]) if 0 <= index < len(self.fine) else EDGE


@once
def line(view: View) -> Line:
    """The classes of a sentence."""
    fine: list[str] = []
    coarse: list[str] = []
    sure: list[bool] = []
    place: list[int] = []
    end = view.offset
    for word in view.words:
        gap = view.text[end - view.offset : word.start - view.offset].strip()
        if not word.clitic and gap:
            fine.append(gap[0])
            coarse.append(gap[0])
            sure.append(False)
        place.append(len(fine))
        one, two = word_class(word.low, word.text[:1].isupper())
        fine.append(one)
        coarse.append(two)
        sure.append(_surely_finite(word.low))
        end = word.end
    rest = view.text[end - view.offset :].strip()
    if rest:
        fine.append(rest[0])
        coarse.append(rest[0])
        sure.append(False)
    return Line(tuple(fine), tuple(coarse), tuple(sure), tuple(place))


@lru_cache(maxsize=32768)
def _surely_finite(low: str) -> bool:
    """A conjugated verb and nothing else; « est » and « a » count, whatever the dictionary adds."""
    if low in ("est", "a", "sont", "ont", "sera"):
        return True
    readings = lexicon().analyses(low)
    return bool(readings) and all(one.pos == "V" and one.tags.intersection(FINITE) for one in readings)


def _verb_on_the(side: range, found: Line) -> str:
    for at in side:
        if not 0 <= at < len(found.fine) or found.fine[at] in _BREAKS or found.fine[at] in _LINKS:
            return "0"
        if found.sure[at]:
            return "1"
    return "0"


def features(found: Line, first: int, last: int) -> list[str]:
    """Names of what stands around the places `first`…`last` (both included) of a line."""
    (b1, k1), (b2, k2), (_, k3) = found.at(first - 1), found.at(first - 2), found.at(first - 3)
    (a1, n1), (a2, n2), (_, n3) = found.at(last + 1), found.at(last + 2), found.at(last + 3)
    left = _verb_on_the(range(first - 1, first - 9, -1), found)
    right = _verb_on_the(range(last + 1, last + 9), found)
    before, after = str(min(sum(found.sure[: max(first, 0)]), 2)), str(min(sum(found.sure[last + 1 :]), 2))
    return [
        f"a{b1}", f"b{b2}", f"c{a1}", f"d{a2}", f"e{k3}", f"f{n3}",
        f"g{b1} {a1}", f"h{b2} {b1}", f"i{a1} {a2}", f"j{b1} {n1}", f"k{k1} {a1}",
        f"l{k2} {k1} {n1}", f"m{k1} {n1} {n2}", f"n{k3} {k2} {k1}", f"o{n1} {n2} {n3}", f"p{k2} {k1} {n1} {n2}",
        f"q{left} {k1}", f"r{right} {n1}", f"s{left} {right}", f"t{left} {right} {k1} {n1}", f"u{left} {k1} {n1}",
        f"v{b2} {b1} {a1}", f"w{b1} {a1} {a2}", f"x{before} {after} {n1}", f"y{before} {after} {k1} {n1}",
        f"z{left} {right} {before} {after}",
    ]  # fmt: skip
