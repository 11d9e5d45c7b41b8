"""Apostrophes that a space stands for, as people type in a hurry: « l atelier », « qu il », « t inquiete pas »."""

from __future__ import annotations

import re
from functools import lru_cache

from ascom_coach.language.joining import begins_with_vowel
from ascom_coach.language.lexicon import lexicon
from ascom_coach.language.text import nfc, plain

_PAIR = re.compile(
    r"(?<![^\W_])(?<!['’.-])(?P<short>[cdjlmnst]|qu|quelqu|aujourd|jusqu|lorsqu|puisqu|presqu) "
    r"(?P<word>[^\W\d_]+)(?![^\W_]|['’])(?P<next> [^\W\d_]+)?",
    re.IGNORECASE,
)
_NEVER = {
    "d": frozenset(["a", "est", "et", "ou"]),
    "l": frozenset(["et", "ou"]),
    "m": frozenset(["et", "est", "ou"]),
    "s": frozenset(["et", "ou"]),
    "t": frozenset(["as", "es"]),
}
"""Words before which the letter is a name, a list mark, or « tu » cut short (which `typed.py` writes out)."""
_BE = frozenset(["est", "etait", "etaient"])
_TENSES = frozenset(["ipre", "iimp", "ifut", "cond"])


@lru_cache(maxsize=1024)
def rejoined(text: str) -> str:
    """`text` with the apostrophe of each word typed apart from the next; initials, units and lists stay as they are."""
    text = nfc(text)
    out, at = [], 0
    while match := _PAIR.search(text, at):
        stop = match.end("word")
        if _cut_short(text, match):
            out.append(f"{text[at : match.end('short')]}'")
            at = match.start("word")
        else:
            out.append(text[at : match.end("short")])
            at = match.end("short")
        assert at <= stop
    return "".join(out) + text[at:]


def _cut_short(text: str, match: re.Match[str]) -> bool:
    short, word = match["short"].lower(), match["word"]
    folded, before = plain(word), text[: match.start()]
    if folded in _NEVER.get(short, ()) or re.search(r"\d\s?$", before):
        return False
    if len(short) == 1 and match["short"].isupper() and re.search(r"[^.!?\n\s]\s*$", before):
        return False  # an initial
    if short == "c":
        return folded in _BE
    if short == "aujourd":
        return folded == "hui"
    if short in ("j", "t"):  # « t en fais pas », but « t en retard » and « t arrivé »
        verb = (match["next"] or "").strip() if folded in ("y", "en") else word
        return bool(verb) and _conjugated(verb)
    known = (len(word) == 1 and folded in ("a", "y")) or lexicon().has_folded(word)
    return known and begins_with_vowel(word)


def _conjugated(word: str) -> bool:
    """Whether a word, typed with its accents or without any, may be a verb in a tense."""
    spellings = (word,) if plain(word) != word.lower() else lexicon().spellings(word)
    return any(
        one.pos == "V" and one.tags & _TENSES
        for form in spellings
        for one in lexicon().analyses(form.lower())
    )
