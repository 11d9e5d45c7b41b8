"""Words of a text, folded: lower case, no accents, no elision; and their stems."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Any

_WORD = re.compile(r"[a-z0-9]+(?:[.\-][0-9]+)*")
_ELISION = re.compile(r"\b(?:qu|jusqu|lorsqu|puisqu|quoiqu|[cdjlmnst])['’`´]", re.IGNORECASE)
_JOINED = tuple(
    (re.compile(pattern), one_word)
    for pattern, one_word in (
        (r"\be[- ]?mailings?\b", "emailing"),
        (r"\be[- ]mails?\b", "email"),
        (r"\bcomptes?[- ]rendus?\b", "compterendu"),
        (r"\b(?:mise?s?|mets?|mettre|mettez|mettant) (?:a|en) jour\b", "miseajour"),
        (r"\brendez[- ]vous\b", "rendezvous"),
        (r"\bmots? de passe\b", "motdepasse"),
        (r"\bsavoirs?[- ]etre\b", "savoiretre"),
    )
)
_ID = re.compile(r"\b(kx|[abcdklmpt])\s?([0-9])(?:[.,]([0-9]{1,2})([a-e])?)?\b", re.IGNORECASE)
_HIGH = re.compile(r"[^\x00-\u02ff]")
"""Where combining accents may stand: none is below."""
_MAX = 2_000
"""Characters of a question that are read: beyond, nothing more is learnt."""


def fold(text: str) -> str:
    """Lower case, accents removed, apostrophes and typographic signs made plain; one space between words."""
    text = unicodedata.normalize("NFKD", text[:_MAX].lower().replace("œ", "oe").replace("æ", "ae"))
    text = _HIGH.sub(lambda sign: "" if unicodedata.combining(sign[0]) else sign[0], text)
    return " ".join(text.replace("’", "'").replace("‘", "'").replace("`", "'").split())


def words(text: str) -> list[str]:
    """Folded words in order; « l’examen » gives « examen », « e-mailing » gives « emailing »."""
    plain = fold(text)
    for pattern, one_word in _JOINED:
        plain = pattern.sub(one_word, plain)
    plain = _ELISION.sub(" ", plain)
    return _WORD.findall(plain.replace("n°", " "))


def flat(text: str) -> str:
    """Folded words joined by spaces, elided articles kept as letters: the surface that absence cards read."""
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))


def ids_in(text: str) -> tuple[str, ...]:
    """Référentiel ids typed by a person, in their canonical case: « k1.3 » gives K1.3."""
    found = []
    for prefix, number, rest, sub in _ID.findall(text[:_MAX]):
        head = prefix.upper() + number
        if rest:
            tail = rest.zfill(2) if prefix.upper() == "A" else rest
            found.append(f"{head}.{tail}{sub.lower()}")
        elif prefix.upper() in "BLDM":
            found.append(head)
    return tuple(found)


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("french", 0)  # no cache of its own: `stem` keeps what it made


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Snowball stem of a folded word; three letters or fewer, and words with a digit, stay whole.

    Accents are gone, so « livrée » and « livrer » are brought together by dropping the vowels at the end.
    """
    if len(word) <= 3 or not word.isalpha():
        return word
    root = str(_stemmer().stemWord(word))
    short = root.rstrip("ei")
    return short if len(short) >= 3 else root
