"""What single words stand for in an order to the corrector: who corrects, the key, the rules, a verdict…

The words are data (`knowledge/lexique/ordres/notions.txt`), in several languages; no order is decided here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from ascom_coach.resources import knowledge_dir

# Chinese and Japanese put no spaces: there each sign is a word.
_SIGN = "\u3040-\u30ff\u3400-\u9fff"
_TOKEN = re.compile(
    rf"\d{{1,4}}(?:[.,]\d{{1,4}})?\s?/\s?\d{{1,4}}|[{_SIGN}]|(?:(?![{_SIGN}])\w){{1,40}}|[🤖💯✅❌🚫?!]"
)
_ACCENTS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670]")
_SIGNS = {"🤖": "machine", "💯": "maximum", "✅": "reussi", "❌": "fautes", "🚫": "fautes"}
_GROUPS = re.compile(r"^# (\w+)\n([^#]*)", re.M)


def folder() -> Path:
    """Where the words, the phrasings and the weights are."""
    return knowledge_dir() / "lexique" / "ordres"


@cache
def _words() -> tuple[dict[str, str], dict[str, str]]:
    """Whole words, and beginnings of words, with their notions."""
    whole: dict[str, str] = dict(_SIGNS)
    beginnings: dict[str, str] = {}
    for notion, words in _GROUPS.findall((folder() / "notions.txt").read_text(encoding="utf-8")):
        for word in words.split():
            if word.endswith("*"):
                beginnings.setdefault(fold(word[:-1]), notion)
            else:
                whole.setdefault(fold(word), notion)
    return whole, beginnings


def fold(text: str) -> str:
    """Lower case, without accents or other marks."""
    text = text.lower()
    return text if text.isascii() else without_marks(text)


def without_marks(text: str) -> str:
    """Without accents; wide letters and the like become plain ones."""
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text))


def tokens(folded: str) -> list[str]:
    """Words, marks out of so many points and a few signs of a folded text."""
    return _TOKEN.findall(folded)


@lru_cache(maxsize=30_000)
def notion(token: str) -> str:
    """What a folded word stands for, or an empty text."""
    whole, beginnings = _words()
    if found := whole.get(token):
        return found
    if re.fullmatch(r"(?:1[89]|20)(?:[.,]\d+)?\s?/\s?20|(\d+)\s?/\s?\1", token):
        return "vingt"
    for length in range(len(token), 2, -1):
        if found := beginnings.get(token[:length]):
            return found
    return ""


@cache
def common() -> frozenset[str]:
    """Frequent words of several languages, folded."""
    lines = (folder() / "mots-courants.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("%") for word in line.split())


def parted(glued: str) -> str:
    """At most 200 folded letters without spaces, cut so that known words cover as much as they can."""
    whole, beginnings = _words()
    glued = glued[:200]
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(glued) + 1):
        cost, words = best[end - 1]
        known = bool(words) and words[-1] not in common() and notion(words[-1]) == ""
        last = (*words[:-1], words[-1] + glued[end - 1]) if known else (*words, glued[end - 1])
        ways = [(cost + 1.0, last)]
        for start in range(max(0, end - 12), end - 1):
            word = glued[start:end]
            if word in common() or word in whole or (len(word) > 3 and word in beginnings):
                ways.append((best[start][0] + 0.4, (*best[start][1], word)))
        best.append(min(ways))
    return " ".join(best[-1][1])
