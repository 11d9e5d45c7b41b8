"""A sentence as rules see it: words with their neighbours, clitics apart, plain apostrophes and spaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache, wraps
from typing import TypeVar

from ascom_coach.language.lexicon import Analysis, lexicon
from ascom_coach.language.text import sentences, tokens

_CLITIC = re.compile(
    r"^(?P<verb>.+?)(?:-t)?-(?P<clitic>je|tu|il|elle|on|nous|vous|ils|elles|le|la|les|lui|leur|moi|toi|y|en|ce)$",
    re.I,
)
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " ", "\u2009": " ", "‑": "-", "\t": " "}
)


@lru_cache(maxsize=64)
def plain_view(text: str) -> str:
    """`text` with plain apostrophes, spaces and hyphens, same length."""
    return text.translate(_PLAIN)


@dataclass(frozen=True)
class Word:
    """A word of a sentence. `low` is in lower case, accents kept; those that a capital lost are given back
    (« Etaient »). `near` is true when only spaces separate it from the word before; `clitic` when it hangs on it by a
    hyphen."""

    text: str
    low: str
    start: int
    end: int
    near: bool
    clitic: bool = False

    @cached_property
    def readings(self) -> tuple[Analysis, ...]:
        """What the lexicon says of it."""
        return lexicon().analyses(self.text if self.text[:1].islower() else self.low) or lexicon().analyses(
            self.text
        )

    @cached_property
    def parts(self) -> frozenset[str]:
        """The parts of speech of its readings."""
        return frozenset(one.pos for one in self.readings)

    @cached_property
    def infinitives(self) -> frozenset[str]:
        """The lemmas of its verb readings."""
        return frozenset(one.lemma for one in self.readings if one.pos == "V")

    @cached_property
    def _verbs(self) -> tuple[frozenset[str], ...]:
        return tuple(one.tags for one in self.readings if one.pos == "V")

    def has(self, *parts: str) -> bool:
        """Whether one reading has one of these parts of speech."""
        return not self.parts.isdisjoint(parts)

    def only(self, *parts: str) -> bool:
        """Whether it is known and all readings have one of these parts of speech."""
        return bool(self.parts) and self.parts.issubset(parts)

    def verb(self, *tags: str) -> bool:
        """Whether one verb reading carries all these tags."""
        return any(one.issuperset(tags) for one in self._verbs) if self._verbs else False


class _Lows(dict[int, str]):
    """Words in lower case by place, nothing outside the sentence."""

    def __missing__(self, index: int) -> str:
        return ""


@dataclass(frozen=True)
class View:
    """A sentence: `text` starts at `offset` of the whole; word spans are in the whole text."""

    text: str
    offset: int
    words: tuple[Word, ...]
    first_of_text: bool
    before: str

    # Rules ask for neighbours a hundred thousand times a page: both answers come straight from a table.

    @cached_property
    def at(self) -> Callable[[int], Word | None]:
        """The word at `index`, or None outside the sentence."""
        return dict(enumerate(self.words)).get

    @cached_property
    def low(self) -> Callable[[int], str]:
        """Lower-case word at `index`, empty outside the sentence."""
        return _Lows((index, word.low) for index, word in enumerate(self.words)).__getitem__

    @cached_property
    def lows(self) -> frozenset[str]:
        """Its words in lower case, in no order."""
        return frozenset(word.low for word in self.words)

    def __hash__(self) -> int:
        """Of its text and place only: equal views have them equal."""
        return hash((self.text, self.offset))

    def glued(self, first: int, last: int) -> bool:
        """Whether the words `first`…`last` follow each other with only spaces between them."""
        words = self.words
        if last >= len(words):
            return False
        for index in range(first + 1, last + 1):  # noqa: SIM110 -- asked too often for a generator
            if not words[index].near:
                return False
        return True


Read = TypeVar("Read")


def once(reader: Callable[[View], Read]) -> Callable[[View], Read]:
    """What a function reads in a sentence is kept with the sentence, however many a text has."""
    kept = f"{reader.__module__}.{reader.__qualname__}"

    @wraps(reader)
    def read(view: View) -> Read:
        try:
            return view.__dict__[kept]  # type: ignore[no-any-return]
        except KeyError:
            found = view.__dict__[kept] = reader(view)
            return found

    return read


_LATIN = frozenset(["priori", "posteriori", "fortiori", "contrario", "minima", "maxima", "cappella"])


@lru_cache(maxsize=24)
def views(text: str) -> tuple[View, ...]:
    """The sentences of `text` (NFC) as views."""
    whole = plain_view(text)
    out: list[View] = []
    for sentence in sentences(whole):
        words: list[Word] = []
        for token in tokens(sentence.text):
            if token.kind == "mark":
                continue
            start, end = sentence.start + token.start, sentence.start + token.end
            near = not words or not whole[words[-1].end : start].strip(" ")
            match = _CLITIC.match(token.text) if token.kind == "word" else None
            if match and not lexicon().has(token.text):
                stop = start + match.end("verb")
                words.append(_word(match["verb"], start, stop, near))
                words.append(_word(match["clitic"], start + match.start("clitic"), end, True, True))
            elif near and token.text.lower() in _LATIN and words and words[-1].low == "a":
                first = words.pop()  # « a priori »: one adverb, no verb « avoir »
                words.append(_word(f"{first.text} {token.text}", first.start, end, first.near))
            else:
                words.append(_word(token.text, start, end, near))
        out.append(
            View(
                sentence.text,
                sentence.start,
                tuple(words),
                not out,
                whole[max(0, sentence.start - 60) : sentence.start],
            )
        )
    return tuple(out)


def _word(text: str, start: int, end: int, near: bool, clitic: bool = False) -> Word:
    low = text.lower()
    if text[0] in "EA" and len(text) > 2 and not lexicon().has(low):
        low = next((one for first in "éêèâà" if lexicon().has(one := first + low[1:])), low)
    return Word(text, low, start, end, near, clitic)
