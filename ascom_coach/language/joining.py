"""Putting a name or a value into a sentence: elision, contraction, agreement with a number or a person.

« de » + « Édith » → « d’Édith », « à » + « le dépôt » → « au dépôt », « du » + « hôtel » → « de l’hôtel »; what the
author wrote elided opens again: « d’ » + « Malik » → « de Malik ». The words with an aspirated h are in
`knowledge/lexique/elision.yaml`.
"""

from __future__ import annotations

import re
from functools import cache

from ascom_coach.language.data import load_yaml
from ascom_coach.language.text import plain

_LAST = re.compile(
    r"(?P<word>(?<![\w’'-])"
    r"(?:le|la|de|du|au|que|ne|se|me|te|je|ce|ma|ta|sa|jusque|lorsque|puisque|quoique|à))[ \u00a0]$",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?<![\w-])(?P<word>d|qu|n|j|m|t|jusqu|lorsqu|puisqu|quoiqu)[’']$", re.IGNORECASE)
_ELIDED = {
    "le": "l’", "la": "l’", "de": "d’", "que": "qu’", "ne": "n’", "se": "s’", "me": "m’", "te": "t’", "je": "j’",
    "jusque": "jusqu’", "lorsque": "lorsqu’", "puisque": "puisqu’", "quoique": "quoiqu’", "ce": "cet ",
    "ma": "mon ", "ta": "ton ", "sa": "son ", "du": "de l’", "au": "à l’",
}  # fmt: skip
_CONTRACTED = {("de", "le "): "du ", ("de", "les "): "des ", ("à", "le "): "au ", ("à", "les "): "aux "}
_CODE = re.compile(r"[^\W\d_][-.]?\d|[A-Z](?:$|\W)|[A-ZÀ-Ý]{2,}(?![a-zà-ÿ])")


@cache
def _closed() -> re.Pattern[str]:
    """Folded words before which nothing is elided."""
    words = [plain(word) for word in load_yaml("elision.yaml")["sans_elision"]]
    return re.compile("(?:" + "|".join(word.replace("*", "[a-z]*") for word in words) + ")s?(?![a-z])")


def begins_with_vowel(word: str) -> bool:
    """Whether « le » is elided before it: a vowel that is heard, or a mute h. Codes and figures are left alone."""
    if _CODE.match(word):
        return False
    folded = plain(word)
    if folded[:1] == "y":
        return folded[1:2] not in tuple("aeiouy")  # Yves, « y » alone; not Yanis
    return folded[:1] in tuple("aeiouh") and _closed().match(folded) is None


def elided(left: str, right: str) -> str:
    """`left` then `right`, as French joins them."""
    if closing := _LAST.search(left):
        word = closing["word"]
        low = word.lower()
        for (small, article), short in _CONTRACTED.items():
            if low == small and right.startswith(article):
                return left[: closing.start()] + _as(word, short) + right[len(article) :]
        if low in _ELIDED and begins_with_vowel(right):
            return left[: closing.start()] + _as(word, _ELIDED[low]) + right
    if (opening := _OPEN.search(left)) and re.match(r"[^\W\d_]", right) and not begins_with_vowel(right):
        return elided(left[: opening.end() - 1] + "e ", right)
    return left + right


def agreed(value: str, first: str, second: str) -> str:
    """`second` for a feminine (« femme », « féminin ») or for a number of 2 or more, else `first`."""
    folded = value.strip().lower()
    if folded.startswith(("fem", "fém")):
        return second
    number = re.match(r"\d[\d \u00a0\u202f]*(?:[.,]\d+)?", folded)
    if number is None:
        return first
    return second if float(re.sub(r"[ \u00a0\u202f]", "", number.group()).replace(",", ".")) >= 2 else first


def _as(model: str, word: str) -> str:
    """`word` with a capital when `model` has one."""
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
