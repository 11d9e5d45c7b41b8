"""Repairs hurried writing: SMS words first, then typos of the trade's own words, never a word already known.

A repair is added next to what was typed and weighs less, so that a wrong guess costs little.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

_SHORTEST = 4
"""Letters from which a sound is compared; a typo needs one more."""
_GLUED = re.compile(r"^(?:qu|[dljsmnct])(?=[aeiouyh])")
_PHONETIC = (
    (r"ph", "f"),
    (r"^es(?=[tpck])", "s"),
    (r"ueil|euil|oeil", "Y"),
    (r"eaux?|aux?(?=$)|au", "o"),
    (r"ai[st]?$|ai|ei|ey", "e"),
    (r"(er|ez|ee|ees|es|et)$", "e"),
    (r"qu|ck|q", "k"),
    (r"c(?=[eiy])|sc(?=[ei])|t(?=ion)", "s"),
    (r"c", "k"),
    (r"g(?=[eiy])", "j"),
    (r"gu(?=[ei])", "g"),
    (r"[ae][nm](?=[^aeiouynm]|$)", "A"),
    (r"(ain|ein|in|im|ym)(?=[^aeiouynm]|$)", "I"),
    (r"oe|oeu|eu", "e"),
    (r"h", ""),
    (r"y", "i"),
    (r"w", "v"),
    (r"(?<=[aeiou])s(?=[aeiou])", "z"),
    (r"(.)\1+", r"\1"),
    (r"(?<=..)[stxdp]$", ""),
)
_COMPILED = tuple((re.compile(pattern), to) for pattern, to in _PHONETIC)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the question. `weight` is 1 for what was typed, less for a guess."""

    text: str
    weight: float = 1.0
    typed: str = ""


def sound(word: str) -> str:
    """Rough French sound of a folded word. A final « e » is dropped but its consonant stays.

    « commande » and « comment » stay apart; « comande » and « commande » meet.
    """
    silent_e = word.endswith(("e", "es"))
    core = word[:-1] if word.endswith("es") and len(word) > 4 else word
    for pattern, to in _COMPILED[:-1]:
        core = pattern.sub(to, core)
    if not silent_e:
        core = _COMPILED[-1][0].sub("", core)
    return core.rstrip("e")


def distance(left: str, right: str, limit: int) -> int:
    """Damerau-Levenshtein distance (adjacent swaps count 1), cut at `limit` + 1."""
    if abs(len(left) - len(right)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            cost = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            current.append(cost)
        if min(current) > limit and min(row) >= limit:  # a swap may still build on the row before
            return limit + 1
        before, row = row, current
    return min(row[-1], limit + 1)


class Speller:
    """Knows the trade's words (may be proposed) and those left alone: common words and what `is_french` accepts."""

    def __init__(
        self,
        sms: Mapping[str, str],
        trade: Iterable[str],
        common: Iterable[str] = (),
        suffixed: bool = True,
        is_french: Callable[[str], bool] = lambda _word: False,
    ) -> None:
        self._sms = dict(sms)
        self._trade = sorted({word for word in trade if len(word) >= _SHORTEST and word.isalpha()})
        self._known = (
            set(self._trade) | set(common) | {word for text in sms.values() for word in text.split()}
        )
        self._sounds: dict[str, list[str]] = {}
        for word in self._trade:
            self._sounds.setdefault(sound(word), []).append(word)
        self._by_first: dict[str, list[str]] = {}
        for word in self._trade:
            self._by_first.setdefault(word[0], []).append(word)
        self._plural = suffixed
        self._is_french = is_french

    def expand_sms(self, words: Iterable[str]) -> list[str]:
        """SMS words in full: « kel doc » gives « quel document »."""
        out: list[str] = []
        for word in words:
            out.extend(self._sms.get(word, word).split())
        return out

    def known(self, word: str) -> bool:
        """True for a word of ours, or its plural or feminine."""
        if word in self._known or self._is_french(word):
            return True
        return self._plural and any(
            word.endswith(end) and word[: -len(end)] in self._known for end in ("s", "x", "e", "es")
        )

    def repair(self, word: str) -> str | None:
        """The trade's word meant by an unknown word, or None."""
        if len(word) < _SHORTEST or not word.isalpha() or self.known(word):
            return None
        same = self._sounds.get(sound(word))
        if same:
            return min(same, key=lambda one: (distance(word, one, 4), one))
        if len(word) == _SHORTEST:
            return None
        limit = 1 if len(word) <= 7 else 2
        near = (
            (distance(word, one, limit), one)
            for one in self._by_first.get(word[0], ())
            if abs(len(one) - len(word)) <= limit
        )
        best = min(near, default=(limit + 1, ""))
        return best[1] if best[0] <= limit else None

    def read(self, words: Iterable[str]) -> list[Token]:
        """Tokens of a question: what was typed, then the guesses beside it."""
        tokens: list[Token] = []
        for word in self.expand_sms(words):
            tokens.append(Token(word))
            glued = _GLUED.match(word)
            rest = word[glued.end() :] if glued and not self.known(word) else ""
            if len(rest) >= 4 and (self.known(rest) or self.repair(rest)):
                tokens[-1] = Token(word, 0.0)
                tokens.append(Token(rest if self.known(rest) else self.repair(rest) or rest, 0.9, word))
                continue
            meant = self.repair(word)
            if meant:
                tokens[-1] = Token(word, 0.15)
                tokens.append(Token(meant, 0.8, word))
        return _joined(tokens)


def _joined(tokens: list[Token]) -> list[Token]:
    """Put a repaired « compte » and « rendu » back into the one word that `folding.words` makes of them."""
    texts = [token.text for token in tokens if token.weight > 0.5]
    extra = [
        Token(left + right, 0.9)
        for left, right in pairwise(texts)
        if (left in ("compte", "comptes", "conte", "contes") and right in ("rendu", "rendus"))
    ]
    return tokens + extra
