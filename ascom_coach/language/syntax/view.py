"""A sentence as rules see it: words with their neighbours, clitics apart, plain apostrophes and spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

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


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence. `low` is in lower case, accents kept. `near` is true when only spaces separate it from
    the word before; `clitic` when it hangs on it by a hyphen."""

    text: str
    low: str
    start: int
    end: int
    near: bool
    clitic: bool = False

    @property
    def readings(self) -> tuple[Analysis, ...]:
        """What the lexicon says of it."""
        return lexicon().analyses(self.text if self.text[:1].islower() else self.low) or lexicon().analyses(
            self.text
        )

    def has(self, *parts: str) -> bool:
        """Whether one reading has one of these parts of speech."""
        return any(one.pos in parts for one in self.readings)

    def only(self, *parts: str) -> bool:
        """Whether it is known and all readings have one of these parts of speech."""
        return bool(self.readings) and all(one.pos in parts for one in self.readings)

    def verb(self, *tags: str) -> bool:
        """Whether one verb reading carries all these tags."""
        return any(one.pos == "V" and one.tags.issuperset(tags) for one in self.readings)


@dataclass(frozen=True, slots=True)
class View:
    """A sentence: `text` starts at `offset` of the whole; word spans are in the whole text."""

    text: str
    offset: int
    words: tuple[Word, ...]
    first_of_text: bool
    before: str

    def at(self, index: int) -> Word | None:
        """The word at `index`, or None outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else None

    def low(self, index: int) -> str:
        """Lower-case word at `index`, empty outside the sentence."""
        return self.words[index].low if 0 <= index < len(self.words) else ""

    def __hash__(self) -> int:
        """Of its text and place only: equal views have them equal, and rules ask for what is kept of a view often."""
        return hash((self.text, self.offset))

    def glued(self, first: int, last: int) -> bool:
        """Whether the words `first`…`last` follow each other with only spaces between them."""
        return last < len(self.words) and all(self.words[i].near for i in range(first + 1, last + 1))


@lru_cache(maxsize=256)
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
    return Word(text, text.lower(), start, end, near, clitic)
