"""French numbers in folded text: digits (« 1 250,50 ») and words (« quatre-vingt-quinze », « une douzaine »)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "un",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
        ]
    )
} | {"une": 1}
TENS = {
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
    "septante": 70, "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
BIG = {"million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9}
_GROUPS = {
    "huitaine": 8, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
    "paire": 2,
}  # fmt: skip
WORDS = frozenset([*UNITS, *TENS, *BIG, "cent", "cents", "mille"])
"""Words that make up a number, accents off."""
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_SEQUENCE = re.compile(rf"(?<![\w'-])(?:{_WORD})(?:(?:[ -]et[ -]|[ -])(?:{_WORD}))*(?![\w'])")
_PIECE = re.compile(rf"(?:^|[ -](?P<et>et[ -])?)(?P<word>{_WORD})(?![a-z])")
_DIGITS = re.compile(
    r"(?:(?<![\w.,/°+-])|(?<=[ (][+-])(?=\d{1,3}(?:,\d+)? ?%))"  # a sign stands before a share alone: « -20 % »
    r"(?:\d{1,3}(?:[ .]\d{3})+(?:,\d{1,2})?(?![\d/])|\d+(?:[.,]\d+)?)(?![\d/])(?!e\b|er\b|eme)"
)
_GROUP = re.compile(rf"(?<![\w-])(?:(?P<demi>demi)e?[ -])?(?P<group>{'|'.join(_GROUPS)})s?(?![\w-])")
_HALF = re.compile(r" et demie?(?![\w-])")
_POINT = re.compile(rf" virgule (?P<rest>(?:{_WORD})(?:[ -](?:{_WORD}))*)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number found at `start:end` of a folded text. `words` tells « trente » from « 30 »."""

    start: int
    end: int
    value: Decimal
    words: bool
    approximate: bool = False
    article: bool = False


def read_words(text: str) -> tuple[int, int] | None:
    """The longest number spelled at the beginning of a folded `text`: (value, characters read), or None."""
    total, current, last, at, count = 0, 0, "", 0, 0
    while match := _PIECE.match(text[at:]):
        word, with_et = match["word"], bool(match["et"])
        nxt = _step(total, current, last, word, with_et)
        if nxt is None or (match.group()[:1] in " -") != (count > 0):
            break
        total, current = nxt
        last, at, count = word, at + match.end(), count + 1
    return (total + current, at) if count else None


def _step(total: int, current: int, last: str, word: str, with_et: bool) -> tuple[int, int] | None:
    tail = current % 100
    if with_et and not (word in ("un", "une", "onze") and tail in (20, 30, 40, 50, 60, 70)):
        return None
    if word in UNITS:
        return _add_unit(total, current, last, UNITS[word])
    if word in TENS:
        if word.startswith("vingt") and tail == 4 and last == "quatre":
            return total, current + 76
        return (total, current + TENS[word]) if tail == 0 and last != "zero" else None
    if word in ("cent", "cents"):
        return (total, (current or 1) * 100) if current < 10 and last != "zero" else None
    if word == "mille":
        return (total + (current or 1) * 1000, 0) if total % 10**6 == 0 and last != "zero" else None
    return (total + current * BIG[word], 0) if current else None


def _add_unit(total: int, current: int, last: str, unit: int) -> tuple[int, int] | None:
    tail = current % 100
    if unit == 0:
        return (total, 0) if not last else None
    if last == "zero":
        return None
    if unit < 10:
        fits = tail in (0, 20, 30, 40, 50, 60, 80) or (tail in (70, 90) and last in ("septante", "nonante"))
        return (total, current + unit) if fits or (last == "dix" and unit >= 7) else None
    return (total, current + unit) if tail in (0, 60, 80) else None


def numbers(folded: str) -> list[Number]:
    """Numbers of a folded text, left to right, without overlap. A lone « un » or « une » has `article` set."""
    found: list[Number] = []
    for match in _DIGITS.finditer(folded):
        found.append(Number(match.start(), match.end(), digits_value(match.group()), False))
    for match in _SEQUENCE.finditer(folded):
        at = match.start()
        while at < match.end() and (read := read_words(folded[at : match.end()])):
            value, length = read
            end = at + length
            article = folded[at:end] in ("un", "une")
            amount = Decimal(value)
            if point := _POINT.match(folded, end):
                decimals = read_words(point["rest"])
                if decimals and decimals[1] == len(point["rest"]):
                    amount, end = Decimal(f"{value}.{decimals[0]}"), point.end()
            found.append(Number(at, end, amount, True, article=article))
            at = end + 1
            if folded[end : end + 4] == " et ":
                at = end + 4
    found = _with_groups(folded, found)
    found.sort(key=lambda number: number.start)
    return [_with_half(folded, number) for number in found]


def digits_value(text: str) -> Decimal:
    """« 1 250,50 » → 1250.50; a point before exactly three digits groups thousands (« 1.250 »)."""
    text = text.replace(" ", "")
    if "," in text:
        return Decimal(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", text):
        return Decimal(text.replace(".", ""))
    return Decimal(text)


def _with_groups(folded: str, found: list[Number]) -> list[Number]:
    for match in _GROUP.finditer(folded):
        size = Decimal(_GROUPS[match["group"]])
        if match["demi"]:
            size /= 2
        start = match.start()
        for number in found:
            if number.end == start - 1 and number.value < 100:
                size *= number.value
                start = number.start
                found = [other for other in found if other is not number]
                break
        exact = match["group"] in ("douzaine", "huitaine", "quinzaine", "paire")
        found.append(Number(start, match.end(), size, True, approximate=not exact))
    return found


def _with_half(folded: str, number: Number) -> Number:
    match = _HALF.match(folded, number.end)
    if not match or number.value % 1:
        return number
    half = Decimal("0.5")
    return Number(number.start, match.end(), number.value + half, number.words, number.approximate)
