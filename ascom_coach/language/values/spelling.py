"""How a whole number is spelled in French: « quatre-vingt-deux », « deux cents », « mille un ».

Source: Académie française, « Questions de langue », « Nombres (écriture, lecture, accord) », as of 2026-11. Hyphens
below a hundred are the usual spelling, hyphens everywhere that of 1990 (Journal officiel, documents administratifs
no 100, 6 December 1990): both are right.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.values.numbers import TENS, UNITS

Joint = str
"""What ties a word to the one before it: « » (the first word), « - » (below a hundred), a space, « et »."""

_NAMES = {value: word for word, value in reversed(UNITS.items()) if word != "une"}
_TEN_NAMES = {TENS[word]: word for word in ("vingt", "trente", "quarante", "cinquante", "soixante")}


def spelled(value: int) -> list[tuple[Joint, str]]:
    """The words of a whole number of 0 to 999 999 999 999, each with what ties it to the word before.

    « Un » is masculine; « vingt » and « cent » keep their -s before a noun, « million » and « milliard » included.
    Raises ValueError outside this range.
    """
    if not 0 <= value < 10**12:
        raise ValueError(value)
    words = [*_pieces(value)] if value else [(" ", "zéro")]
    return [("", words[0][1]), *words[1:]]


def _pieces(value: int) -> Iterator[tuple[Joint, str]]:
    for name, size in (("milliard", 10**9), ("million", 10**6)):
        count, value = divmod(value, size)
        if count:
            yield from _below_thousand(count, last=True)
            yield " ", name + "s" * (count > 1)
    thousands, value = divmod(value, 1000)
    if thousands > 1:
        yield from _below_thousand(thousands, last=False)
    if thousands:
        yield " ", "mille"
    yield from _below_thousand(value, last=True)


def _below_thousand(value: int, last: bool) -> Iterator[tuple[Joint, str]]:
    hundreds, rest = divmod(value, 100)
    if hundreds > 1:
        yield " ", _NAMES[hundreds]
    if hundreds:
        yield " ", "cents" if hundreds > 1 and not rest and last else "cent"
    if rest:
        yield from _below_hundred(rest, last)


def _below_hundred(value: int, last: bool) -> Iterator[tuple[Joint, str]]:
    if value in _NAMES:
        yield " ", _NAMES[value]
        return
    ten, unit = divmod(value, 10)
    if value < 20:
        yield " ", "dix"
        yield "-", _NAMES[unit]
    elif value >= 80:
        yield " ", "quatre"
        yield "-", "vingts" if value == 80 and last else "vingt"
        yield from ((("-" if joint == " " else joint), word) for joint, word in _tail(value - 80))
    else:
        base = 60 if ten == 7 else ten * 10
        yield " ", _TEN_NAMES[base]
        rest = value - base
        if rest in (1, 11):
            yield "et", _NAMES[rest]
        else:
            yield from ((("-" if joint == " " else joint), word) for joint, word in _tail(rest))


def _tail(value: int) -> Iterator[tuple[Joint, str]]:
    return _below_hundred(value, last=True) if value else iter(())


def written(words: list[tuple[Joint, str]]) -> str:
    """The words tied together: « deux cent vingt et un »."""
    return "".join((" et " if joint == "et" else joint) + word for joint, word in words)
