"""Codes that turn back into words: text backwards, ROT13, base64, hexadecimal, Morse, letters as numbers."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from functools import cache

from ascom_coach.documents.injection.notions import common, fold

_MOST = 40
"""Coded pieces looked at in one text."""
_SENTENCE = re.compile(r"[^.!?:;\n]{8,}")
_WORD = re.compile(r"[^\W\d_]{3,}")
_WORD_ANY = re.compile(r"[^\W\d_]+")
_BASE64 = re.compile(r"(?<![\w+/])[A-Za-z0-9+/_-]{12,}={0,2}(?![\w+/=])")
_HEXADECIMAL = re.compile(r"(?<!\w)(?:(?:0x|\\x)?[0-9a-fA-F]{2}[ :,]?){8,}(?!\w)")
_MORSE = re.compile(r"(?:[.·•_−–-]{1,5}(?:\s*/\s*|\s+|$)){6,}")
_NUMBERS = re.compile(r"(?<![\d,.])(?:\d{1,2}(?:[-. ]|, ?| / ?)\s?){5,}\d{1,2}(?![\d,])")
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_SIGNALS = (
    ".- -... -.-. -.. . ..-. --. .... .. .--- -.- .-.. -- -. --- .--. --.- .-. ... - ..- ...- .-- -..- -.-- --.. "
    "----- .---- ..--- ...-- ....- ..... -.... --... ---.. ----."
)


@cache
def _signals() -> dict[str, str]:
    return dict(zip(_SIGNALS.split(), _LETTERS, strict=True))


@cache
def _turned() -> tuple[frozenset[str], frozenset[str]]:
    """Frequent words backwards, and in ROT13, that are no frequent words as they stand."""
    words = [word for word in common() if len(word) > 2]
    both = {word[::-1] for word in words}, {codecs.decode(word, "rot13") for word in words}
    return frozenset(both[0] - common()), frozenset(both[1] - common())


def turned(text: str) -> Iterator[str]:
    """Pieces whose words are frequent ones once read from the end, or once ROT13 is undone."""
    folded = fold(text)
    seen = set(_WORD.findall(folded))
    for words, turn in zip(_turned(), (_reversed, _rotated), strict=True):
        if len(seen & words) < 2:
            continue
        for match in _SENTENCE.finditer(folded):
            inside = _WORD.findall(match[0])
            if sum(word in words for word in inside) > 2 * sum(word in common() for word in inside):
                yield turn(match[0])
                if turn is _reversed:
                    yield _WORD_ANY.sub(lambda word: word[0][::-1], match[0])
        yield turn(folded[:4000])


def _reversed(text: str) -> str:
    return text[::-1]


def _rotated(text: str) -> str:
    return codecs.decode(text, "rot13")


def letter_codes(text: str) -> Iterator[str]:
    """Morse, and letters written as their rank in the alphabet."""
    for match in _MORSE.finditer(text):
        groups = re.split(r"\s*/\s*|\s{2,}", re.sub("[·•]", ".", re.sub("[_−–]", "-", match[0])))
        words = ["".join(_signals().get(one, "?") for one in group.split()) for group in groups]
        if sum("?" in word for word in words) * 2 < len(words):
            yield " ".join(words)
    for match in _NUMBERS.finditer(text):
        groups = (
            re.split(r"(?<=\d)\s+(?=\d)|\s*/\s*", match[0]) if re.search(r"\d-\d", match[0]) else [match[0]]
        )
        ranks = [[int(one) for one in re.findall(r"\d+", group)] for group in groups]
        if all(0 < rank <= 26 for group in ranks for rank in group):
            yield " ".join("".join(chr(96 + rank) for rank in group) for group in ranks)


def coded(text: str) -> Iterator[str]:
    """Base64 and hexadecimal pieces that hold readable words."""
    for rank, match in enumerate(_HEXADECIMAL.finditer(text)):
        if rank < _MOST:
            digits = re.sub(r"0x|\\x|[ :,]", "", match[0])
            yield _words(bytes.fromhex(digits[: len(digits) // 2 * 2]))
    for rank, match in enumerate(_BASE64.finditer(text)):
        if rank < _MOST:
            piece = match[0].rstrip("=").replace("-", "+").replace("_", "/")
            try:
                yield _words(
                    base64.b64decode(piece[: len(piece) - (len(piece) % 4 == 1)] + "=" * (-len(piece) % 4))
                )
            except (binascii.Error, ValueError):
                continue


def _words(data: bytes) -> str:
    """Decoded bytes as text, empty when they are no text."""
    for encoding in ("utf-16-le", "utf-8", "cp1252") if b"\0" in data else ("utf-8", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        letters = sum(char.isalpha() or char.isspace() for char in fold(text))
        if text.isprintable() or "\n" in text:
            return text if letters * 5 >= len(text) * 3 else ""
    return ""
