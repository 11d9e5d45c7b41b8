"""Text basics: folding with a way back to the original, tokens and sentences with their spans.

Offsets are Unicode code points. `fold` is what every comparison in the room goes through: lower case,
no accent, one apostrophe, one space, one hyphen, ligatures opened.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_SPECIAL = {
    "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "ß": "ss", "ı": "i",
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "ˊ": "'", "′": "'", "＇": "'",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    "“": '"', "”": '"', "„": '"', "…": "...",
    "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "", "\u00ad": "", "\u2060": "",
}  # fmt: skip
_ABBREVIATIONS = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mmes",
        "mlle",
        "mlles",
        "dr",
        "me",
        "pr",
        "st",
        "ste",
        "cf",
        "p",
        "pp",
        "art",
        "ex",
        "env",
        "tel",
        "n",
        "no",
        "ref",
        "fig",
        "vol",
        "ed",
        "av",
        "bd",
        "etc",
        "min",
        "max",
        "resp",
    ]
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the map to its original.

    `starts[i]` and `ends[i]` bound the characters of the original that the i-th folded character comes from.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original behind the folded span `start:end`. An empty span stays empty."""
        if not self.text:
            return (0, 0)
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return (at, at)
        return (self.starts[start], self.ends[end - 1])


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char in _SPECIAL:
        return _SPECIAL[char]
    out = []
    for piece in unicodedata.normalize("NFKD", char).casefold():
        if unicodedata.combining(piece) or unicodedata.category(piece) == "Mn":
            continue
        if piece in _SPECIAL:
            out.append(_SPECIAL[piece])
        elif piece in "\n\r":
            out.append("\n")
        elif piece.isspace():
            out.append(" ")
        else:
            out.append(piece)
    return "".join(out)


class _Table(dict[int, str]):
    """What each code point becomes, worked out at the first meeting: for `str.translate`."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _fold_char(chr(code))
        return found


_TABLE = _Table()


@lru_cache(maxsize=4096)
def _becomes_one(char: str) -> bool:
    return not unicodedata.combining(char) and len(_fold_char(char)) == 1


@lru_cache(maxsize=2048)
def fold(text: str) -> Folded:
    """Fold `text`: lower case, accents off, œ opened, apostrophes, hyphens and spaces made plain.

    Works on composed and decomposed input alike; the map gives spans of `text` as it was passed.
    """
    if all(map(_becomes_one, set(text))):  # nearly every text: the places do not move
        size = len(text)
        return Folded(text.translate(_TABLE), tuple(range(size)), tuple(range(1, size + 1)))
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for index, char in enumerate(text):
        if ends and unicodedata.combining(char):
            ends[-1] = index + 1
            continue
        for piece in _fold_char(char):
            chars.append(piece)
            starts.append(index)
            ends.append(index + 1)
    return Folded("".join(chars), tuple(starts), tuple(ends))


@lru_cache(maxsize=16384)  # the same words and lines are compared again and again
def plain(text: str) -> str:
    """`fold(text).text`, when the way back is not needed."""
    return folded_once(text)


def folded_once(text: str) -> str:
    """`plain(text)` of what will not be asked again."""
    if text.isascii() and text.isprintable():
        return text.lower().replace("`", "'")
    if any(map(unicodedata.combining, text)):
        return fold(text).text
    return text.translate(_TABLE)


def nfc(text: str) -> str:
    """`text` in composed form (an « é » is one character)."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


class Token(NamedTuple):
    """A word, a number or a mark, with its span. `kind` is `word`, `number` or `mark`.

    A word keeps its inner hyphens; an elided word keeps its apostrophe (`l'` then `heure`).
    """

    text: str
    start: int
    end: int
    kind: str

    @property
    def folded(self) -> str:
        """The folded form of the token."""
        return plain(self.text)


_WORD = re.compile(
    r"(?P<whole>(?:aujourd|prud)['’](?:[^\W\d_]|[\u0300-\u036f])+)"
    r"|(?P<elided>\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu)['’](?=[^\W\d_]))"
    r"|(?P<number>\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?(?![^\W\d_]))"
    r"|(?P<word>(?:[^\W_]|[\u0300-\u036f])+(?:[-‐‑](?:[^\W_]|[\u0300-\u036f])+)*)"
    r"|(?P<mark>[^\w\s]|_)",
    re.IGNORECASE,
)


def tokens(text: str) -> list[Token]:
    """Tokens of `text` with their spans, in order; spaces are left out."""
    return list(_tokens_of_line(text) if len(text) <= _LINE else _tokens_of_text(text))


_LINE = 300
"""Characters of a line of dialogue: the same ones are asked for again and again."""


def _tokens(text: str) -> tuple[Token, ...]:
    found = []
    for match in _WORD.finditer(text):
        group = match.lastgroup
        kind = group if group in ("number", "mark") else "word"
        found.append(Token(match.group(), match.start(), match.end(), kind or "mark"))
    return tuple(found)


_tokens_of_line = lru_cache(maxsize=1024)(_tokens)
_tokens_of_text = lru_cache(maxsize=32)(_tokens)
"""Kept for a moment: rules ask for the same text one after the other."""


def words(text: str) -> list[Token]:
    """The words of `text` (marks and numbers left out)."""
    return [token for token in tokens(text) if token.kind == "word"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its span, without the spaces around it."""

    text: str
    start: int
    end: int


_BREAK = re.compile(r"[.!?…]+[»\"”)\]]*(?=\s|$)|\n+|\u2029+")


_LAST_WORD = re.compile(r"[^\W\d_]+$")
_NEAR = 60


def _next_sign(text: str, at: int) -> str:
    """The first character from there on that is no blank of a line; empty at the end."""
    while at < len(text) and text[at] in " \t\u00a0\u202f":
        at += 1
    return text[at : at + 1]


def _last_sign(text: str, at: int) -> str:
    """The last character before that place that is no space; empty at the beginning."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return text[max(0, at - 1) : at]


def _last_word(text: str, at: int) -> re.Match[str] | None:
    """The word that ends there, looked for near that place first: a text is never read again from its beginning."""
    near = max(0, at - _NEAR)
    match = _LAST_WORD.search(text[near:at])
    return _LAST_WORD.search(text[:at]) if match and match.start() == 0 and near else match


def sentences(text: str) -> list[Sentence]:
    """Sentences of `text` with their spans.

    A line end closes a sentence unless the next line goes on in lower case; usual abbreviations
    (M., Mme, cf., art., etc.) and initials do not. A paragraph separator (U+2029) always closes one: the caller puts it
    between texts that have nothing to do with each other, such as the cells of a table.
    """
    found: list[Sentence] = []
    begin = 0
    for match in _BREAK.finditer(text):
        after = _next_sign(text, match.end())
        if match.group().startswith("\n"):
            if (
                match.group().count("\n") == 1
                and after.islower()
                and _last_sign(text, match.start()) not in ".!?:;…"
            ):
                continue
        elif match.group()[0] == "." and len(match.group()) == 1:
            before = _last_word(text, match.start())
            last = plain(before.group()) if before else ""
            follows_low = after[:1].islower() or after[:1].isdecimal()
            if last in _ABBREVIATIONS and (last != "etc" or follows_low) and after[:1] != "\n" and after:
                continue
            if before and len(last) == 1 and before.group().isupper() and after[:1].isupper():
                continue
            if follows_low and after[:1].islower():
                continue
        elif (
            after[:1].islower()
            and text[match.end() : match.end() + 1] != "\n"
            and match.group().startswith(("…", "..."))
        ):
            continue
        _add(found, text, begin, match.end())
        begin = match.end()
    _add(found, text, begin, len(text))
    return found


def _add(found: list[Sentence], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    stripped = piece.strip()
    if stripped:
        found.append(Sentence(stripped, start + left, start + left + len(stripped)))
