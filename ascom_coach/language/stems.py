"""Stems, stop words and character n-grams of French, on folded text."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from ascom_coach.language.text import plain, words

STOP_WORDS = frozenset(
    [
        "a",
        "ai",
        "ainsi",
        "alors",
        "apres",
        "as",
        "au",
        "aucun",
        "aura",
        "aurait",
        "aussi",
        "autre",
        "aux",
        "avec",
        "avez",
        "avoir",
        "avons",
        "ayant",
        "bien",
        "car",
        "ce",
        "ceci",
        "cela",
        "celle",
        "celles",
        "celui",
        "ces",
        "cet",
        "cette",
        "ceux",
        "chez",
        "ci",
        "comme",
        "d",
        "dans",
        "de",
        "des",
        "dont",
        "du",
        "elle",
        "elles",
        "en",
        "encore",
        "es",
        "est",
        "et",
        "etaient",
        "etait",
        "etant",
        "etc",
        "ete",
        "etes",
        "etre",
        "eu",
        "eux",
        "fait",
        "faire",
        "fais",
        "font",
        "furent",
        "il",
        "ils",
        "j",
        "je",
        "l",
        "la",
        "le",
        "les",
        "leur",
        "leurs",
        "lui",
        "m",
        "ma",
        "mais",
        "me",
        "meme",
        "memes",
        "mes",
        "moi",
        "mon",
        "n",
        "nos",
        "notre",
        "nous",
        "on",
        "ont",
        "ou",
        "par",
        "parce",
        "peu",
        "peut",
        "plus",
        "pour",
        "puis",
        "qu",
        "quand",
        "que",
        "quel",
        "quelle",
        "quelles",
        "quels",
        "qui",
        "quoi",
        "s",
        "sa",
        "se",
        "sera",
        "ses",
        "si",
        "soi",
        "soit",
        "sommes",
        "son",
        "sont",
        "suis",
        "sur",
        "t",
        "ta",
        "te",
        "tes",
        "toi",
        "ton",
        "tous",
        "tout",
        "toute",
        "toutes",
        "tres",
        "tu",
        "un",
        "une",
        "va",
        "vais",
        "vont",
        "vos",
        "votre",
        "vous",
        "y",
        "c",
        "est-ce",
    ]
)
"""Words that carry no content. Negations (`pas`, `sans`, `jamais`, `non`, `ne`) are not among them."""


_PARTICIPLE = re.compile(r"ees?$")


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("french", 0)  # no cache of its own: `stem` keeps what it made


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Folded Snowball stem of one word; accents never change the result."""
    folded = plain(word).strip("'-")
    if len(folded) <= 3:
        return folded
    folded = _PARTICIPLE.sub("e", folded)
    return plain(str(_stemmer().stemWord(folded)))


def stems(text: str, keep_stop_words: bool = False) -> list[str]:
    """Stems of the words of `text`, in order; hyphenated words give their parts."""
    found = []
    for token in words(text):
        for part in token.folded.strip("'").replace("'", "-").split("-"):
            if part and (keep_stop_words or part not in STOP_WORDS):
                found.append(stem(part))
    return found


def char_ngrams(text: str, low: int = 2, high: int = 5) -> list[str]:
    """Character n-grams (`low` to `high`) of each folded word, padded with one space on both sides."""
    found: list[str] = []
    for token in words(text):
        padded = f" {token.folded} "
        for size in range(low, min(high, len(padded)) + 1):
            found.extend(padded[i : i + size] for i in range(len(padded) - size + 1))
    return found
