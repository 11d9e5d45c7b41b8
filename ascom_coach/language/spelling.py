"""Unknown words and what was probably meant: accents first, then sound, then one edit, near keys first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from ascom_coach.language.data import load_lines
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.phonetic import sound
from ascom_coach.language.protect import OFFICE, soft_zones, touches
from ascom_coach.language.syntax.view import View, Word, plain_view, views
from ascom_coach.language.text import plain

_ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_NEIGHBOURS = {
    letter: {row[i + d] for d in (-1, 1) if 0 <= i + d < len(row)}
    | {other[i] for other in _ROWS[max(0, r - 1) : r + 2] if other is not row and i < len(other)}
    for r, row in enumerate(_ROWS)
    for i, letter in enumerate(row)
}
_SWAPS = (
    ("ph", "f"),
    ("f", "ph"),
    ("qu", "k"),
    ("k", "qu"),
    ("c", "qu"),
    ("eau", "o"),
    ("o", "eau"),
    ("au", "o"),
    ("o", "au"),
    ("ai", "e"),
    ("e", "ai"),
    ("ss", "c"),
    ("c", "ss"),
    ("s", "c"),
    ("c", "s"),
    ("an", "en"),
    ("en", "an"),
    ("am", "em"),
    ("em", "am"),
    ("tion", "ssion"),
    ("sion", "tion"),
    ("ssion", "tion"),
    ("cion", "tion"),
    ("y", "i"),
    ("i", "y"),
    ("in", "ain"),
    ("ain", "in"),
    ("g", "j"),
    ("j", "g"),
    ("ge", "j"),
    ("euil", "ueil"),
    ("ueil", "euil"),
    ("aison", "aision"),
    ("aision", "aison"),
    ("ision", "ison"),
    ("er", "é"),
    ("ez", "er"),
    ("z", "s"),
    ("s", "z"),
    ("x", "cc"),
    ("xc", "x"),
    ("x", "xc"),
    ("en", "ain"),
    ("oeu", "eu"),
    ("eil", "eille"),
    ("eille", "eil"),
    ("mm", "m"),
    ("nn", "n"),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


_PARTICLES = frozenset(
    ["van", "von", "den", "der", "di", "da", "del", "della", "dos", "el", "al", "ben", "bin", "ter", "mac"]
)
"""Small words inside a family name: « Van den Berg »."""


def unknown_words(text: str) -> Iterator[tuple[Word, bool]]:
    """Unknown words of an NFC text, and whether each is surely a fault (a capitalised one may be a name)."""
    zones = soft_zones(text)
    signs = plain_view(text)
    for view in views(text):
        for index, word in enumerate(view.words):
            if word.clitic or not re.search(r"[^\W\d_]", word.text) or touches(zones, word.start, word.end):
                continue
            if known(word.text) or plain(word.text).strip("'") in OFFICE or _before_je(view, index):
                continue
            if signs[word.end : word.end + 1] == "'" or (
                signs[word.end : word.end + 1] == "." and len(word.text) <= 5
            ):
                continue
            if len(word.text) == 1 or signs[word.start - 2 : word.start].lower() == "p'":
                continue  # « Les P'tits Crayons »
            capital = any(char.isupper() for char in word.text)
            first = index == 0 and word.text[1:].islower()
            if capital and first:
                low = suggestions(word.low)
                yield word, bool(low) and len(view.words) > 3 and _sure(word.low, low[0])
            else:
                latin = (
                    index > 0
                    and view.words[index - 1].text[:1].isupper()
                    and not known(view.words[index - 1].text)
                )
                after = view.at(index + 1)
                particle = (
                    word.low in _PARTICLES and after is not None and after.near and after.text[:1].isupper()
                )
                yield word, not capital and not latin and not particle


def _before_je(view: View, index: int) -> bool:
    """« Dussé-je », « puissé-je »: before « je », a final e takes an accent."""
    word, after = view.words[index], view.at(index + 1)
    return bool(
        after
        and after.clitic
        and after.low == "je"
        and word.low.endswith("é")
        and lexicon().verb(f"{word.low[:-1]}e", "1s")
    )


def _sure(word: str, fix: str) -> bool:
    """A capitalised word that opens a sentence is a fault when an accent or a doubled letter alone is wrong."""
    return plain(fix) == plain(word) or (sound(fix) == sound(word) and len(word) > 4)


def known(word: str) -> bool:
    """Whether the word, or each part of a compound, is French."""
    lex = lexicon()
    bare = word.replace("’", "'").strip("'")
    if not bare or lex.has(bare):
        return True
    made = re.fullmatch(r"([a-zà-ÿ]{3,})ables?", bare.lower())
    if made and lex.verb(made[1] + "er", "inf"):
        return True  # « gerbable »
    if bare.endswith("'") or bare.lower() in (
        "c",
        "d",
        "j",
        "l",
        "m",
        "n",
        "s",
        "t",
        "qu",
        "jusqu",
        "lorsqu",
        "puisqu",
        "quelqu",
        "presqu",
        "quoiqu",
    ):
        return True
    if "-" in bare:
        return all(
            part in ("t", "ci", "là", "") or lex.has(part) or part.lower() in _PREFIXES
            for part in bare.split("-")
        )
    if "'" in bare:
        return all(lex.has(part) or known(part) for part in bare.split("'") if part)
    return False


_PREFIXES = frozenset(
    [
        "anti",
        "auto",
        "bio",
        "co",
        "contre",
        "demi",
        "éco",
        "ex",
        "extra",
        "hyper",
        "inter",
        "intra",
        "micro",
        "mi",
        "mini",
        "multi",
        "néo",
        "non",
        "pluri",
        "post",
        "pré",
        "pro",
        "pseudo",
        "re",
        "semi",
        "sous",
        "super",
        "sur",
        "télé",
        "ultra",
        "vice",
        "e",
    ]
)


@lru_cache(maxsize=4096)
def suggestions(word: str, limit: int = 5) -> tuple[str, ...]:
    """The likeliest French words for a misspelled lower-case `word`, best first."""
    lex = lexicon()
    folded = plain(word)
    known_fault = _faults().get(word)
    ranked: dict[str, tuple[float, int, str]] = {}

    def add(form: str, cost: float) -> None:
        if form[:1].isupper() or form == word:
            return
        if sound(form) == sound(word):
            cost -= 0.5
        best = ranked.get(form)
        if best is None or cost < best[0]:
            ranked[form] = (cost, abs(len(form) - len(word)), form)

    for form in lex.spellings(word):
        add(form, 0.2)
    for key, cost in _edits(folded):
        for form in lex.spellings(key):
            add(form, cost + (0.3 if _accents(form) != _accents(word) else 0.0))
    if not ranked and len(folded) > 4:
        for first, _ in list(_by_swap(folded)):
            for key, cost in _edits(first):
                for form in lex.spellings(key):
                    add(form, cost + 1)
    for split in range(2, len(word) - 1):
        left, right = word[:split], word[split:]
        if len(ranked) < 2 and lex.has(left) and lex.has(right) and len(left) > 2 and len(right) > 2:
            ranked[f"{left} {right}"] = (2.5, 1, f"{left} {right}")
    for lead in ("l", "d", "n", "m", "s", "j", "c", "t", "qu"):
        rest = word[len(lead) :]
        if word.startswith(lead) and rest[:1] in tuple("aeiouyéèêàhîôâ") and len(rest) > 1 and lex.has(rest):
            ranked[f"{lead}'{rest}"] = (0.6, 0, f"{lead}'{rest}")
    if known_fault:
        ranked[known_fault] = (-9.0, 0, known_fault)
    return tuple(form for _, _, form in sorted(ranked.values())[:limit])


@cache
def _faults() -> dict[str, str]:
    """Words often misspelled beyond what sound and one edit find, with what was meant."""
    pairs = (line.split() for line in load_lines("fautes.txt"))
    return {wrong: right.replace("_", " ") for wrong, right in pairs}


def _accents(word: str) -> list[str]:
    return sorted(char for char in word if not char.isascii())


def _edits(word: str) -> Iterator[tuple[str, float]]:
    for i in range(len(word) + 1):
        left, right = word[:i], word[i:]
        if right:
            yield left + right[1:], 0.6 if left[-1:] == right[0] else 1.0
        if len(right) > 1 and right[0] != right[1]:
            yield left + right[1] + right[0] + right[2:], 0.8
        for letter in _LETTERS:
            if right and right[0] != letter:
                yield left + letter + right[1:], 0.85 if letter in _NEIGHBOURS.get(right[0], ()) else 1.1
            doubled = letter in (left[-1:], right[:1])
            yield left + letter + right, 0.6 if doubled else 1.0
    yield from _by_swap(word)


def _by_swap(word: str) -> Iterator[tuple[str, float]]:
    for old, new in _SWAPS:
        at = word.find(old)
        while at >= 0:
            yield word[:at] + plain(new) + word[at + len(old) :], 0.8
            at = word.find(old, at + 1)
