"""Codes that turn back into words: text backwards, ROT13, base64, hexadecimal, Morse, letters as numbers."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
from collections.abc import Iterator
from functools import cache

from ascom_coach.documents.notions import common, fold

_MOST = 40
"""Coded pieces looked at in one text."""
_SENTENCE = re.compile(r"[^.!?:;\n]{8,}")
_WORD = re.compile(r"[^\W\d_]{3,}")
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


def backwards(text: str) -> Iterator[str]:
    """Pieces whose words are common ones once read from the end."""
    for match in _SENTENCE.finditer(text):
        words = [word.lower() for word in _WORD.findall(match[0])]
        turned = [word[::-1] for word in words]
        if _known(turned) > 2 * _known(words):
            yield match[0][::-1]
    if _known([word[::-1].lower() for word in _WORD.findall(text[:2000])]) > 2:
        yield text[::-1]


def rotated(text: str) -> Iterator[str]:
    """Pieces whose words are common ones once ROT13 is undone."""
    turned = codecs.decode(text, "rot13")
    for one, two in zip(_SENTENCE.finditer(text), _SENTENCE.finditer(turned), strict=True):
        if _known(_WORD.findall(two[0].lower())) > 2 * _known(_WORD.findall(one[0].lower())):
            yield two[0]


def _known(words: list[str]) -> int:
    return sum(fold(word) in common() for word in words)


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
