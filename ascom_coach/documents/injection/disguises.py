"""What a text says once a disguise is taken off, so that an order to the corrector is seen however it is written.

A disguise is only tried when its own mark is there, so that an ordinary text costs one pass. Nothing decoded is ever
run or opened. `Reading.hidden` tells that no ordinary reader would have seen these words.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from ascom_coach.documents.injection.codes import coded, letter_codes, turned
from ascom_coach.documents.injection.notions import fold, parted

_SHORT = 16
"""No order hides in fewer plain characters."""


class Reading(NamedTuple):
    """Words found under a disguise."""

    text: str
    hidden: bool


# Letters that look Latin and are not: Cyrillic, Greek, Armenian; small capitals and the like fold by themselves.
_ALIKE = str.maketrans(
    "аеорсхуіјѕԁһӏԛԝтмкнвгпАЕОРСХУІЈЅТМНКВαορνικτυεγμηωβχρςσΑΒΕΖΗΙΚΜΝΟΡΤΥΧօոսաեհցվոɡıɑɩⅼոӧ",
    "aeopcxyijsdhlqwtmkhbrnAEOPCXYIJSTMHKBaopviktueymnwbxpcoABEZHIKMNOPTYXonuwehgqngiailno",
)
_FOREIGN_LETTER = "\u0370-\u03ff\u0400-\u04ff\u0530-\u058f\u0500-\u052f\u0250-\u02af"
_MIXED = re.compile(f"[A-Za-zÀ-ÿ][{_FOREIGN_LETTER}]|[{_FOREIGN_LETTER}][A-Za-zÀ-ÿ]")
_DIGITS = str.maketrans("01345789@$!€|+", "oieastbgasieit")
_ELLS = str.maketrans("01345789@$!€|+", "oleastbgasleit")
_LEET = re.compile(r"[A-Za-z][0134579@$!€|]+[A-Za-z]|\b[134570!@$][A-Za-z]{2,}|\b[A-Za-z]{1,2}[0134579]+\b")
_APART = re.compile(r"(?<!\w)[^\W\d_](?:[ ._*|·•~/-]{1,8}[^\W\d_](?!\w)){5,}")
_BETWEEN = re.compile(r"[ ._*|·•~/-]+")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2}.{0,12}?){3,}", re.S)
_ENTITIES = re.compile(r"&#x?[0-9A-Fa-f]{2,6};|&(?:lt|gt|quot|amp);")
_ESCAPES = re.compile(r"(?:\\u[0-9A-Fa-f]{4}){4,}")
_TAGS = re.compile("[\U000e0020-\U000e007e]{4,}")
_HIDDEN = re.compile(
    r"<!--((?:(?!-->).){0,3000})|"
    r"<(\w{1,20})[^<>]{0,300}?(?:display:\s*none|visibility:\s*hidden|font-size:\s*[01](?:px|pt|em|%)?\b|"
    r"color:\s*(?:white|#fff(?:fff)?\b|transparent)|opacity:\s*0|\bhidden\b)[^<>]{0,300}>(.{0,2000}?)</|"
    r"^\[(?://|comment|_|#)\]:\s*(?:#|<>)?\s*[(\"'](.{0,2000}?)[)\"']\s*$|/\*(.{0,2000}?)\*/|\{#(.{0,2000}?)#\}",
    re.I | re.S | re.M,
)
_MARKUP = re.compile(r"<[^<>]{1,200}>")
_QUOTED = re.compile(r'[{,:]\s*"')
_KEY_MARKS = str.maketrans("{}[]\"':,_=;", "           ")
_BROKEN = re.compile(r"(?<=[a-zà-ÿ])-?\r?\n(?=[a-zà-ÿ])")
_JOINED = re.compile(r"\b[A-Za-zÀ-ÿ]{1,30}(?:[_-][A-Za-zÀ-ÿ0-9]{1,30}){2,}")


def readings(text: str) -> Iterator[Reading]:
    """What the text says under each disguise whose mark it bears; nothing for an ordinary text, or a short one."""
    if len(text) < _SHORT and text.isascii():
        return
    if not text.isascii():
        if _TAGS.search(text):
            yield Reading(
                "".join(chr(ord(one) - 0xE0000) for one in text if 0xE0020 <= ord(one) <= 0xE007E), True
            )
        for line in re.split(r"[.!?\n]", text) if _MIXED.search(text) else ():
            if _MIXED.search(line):
                yield Reading(line.translate(_ALIKE), True)
    if len(_LEET.findall(text)) > 1:
        for line in re.split(r"[.\n]", text):
            if _LEET.search(line):
                yield Reading(line.translate(_DIGITS), False)
                yield Reading(line.translate(_ELLS), False)
    if _APART.search(text):
        yield Reading(_APART.sub(_together, text), False)
        yield from (Reading(_together(match), True) for match in _APART.finditer(text))
    if "%" in text and _PERCENT.search(text):
        yield Reading(re.sub(r"[+_=&?/.-]", " ", unquote(text)), False)
    if "&" in text and _ENTITIES.search(text):
        plain = html.unescape(text)
        yield Reading(plain, False)
        yield from _inside(plain)
    if "\\u" in text and _ESCAPES.search(text):
        yield Reading(re.sub(r"\\u([0-9A-Fa-f]{4})", lambda match: chr(int(match[1], 16)), text), True)
    yield from _inside(text)
    for match in _JOINED.finditer(text):
        yield Reading(re.sub("[_-]", " ", match[0]), False)
    if "\n" in text and _BROKEN.search(text):
        yield Reading(_BROKEN.sub("", text), False)
        yield Reading(" ".join(text.split()), False)
    for one in (*turned(text), *letter_codes(text), *coded(text)):
        yield Reading(one, True)


def _inside(text: str) -> Iterator[Reading]:
    """Comments, hidden pieces and strings of marked-up text."""
    if any(mark in text for mark in ("<", "]:", "/*", "{#")):
        for match in _HIDDEN.finditer(text):
            inner = next((group for at, group in enumerate(match.groups()) if group and at != 1), "")
            yield Reading(inner, True)
        if _MARKUP.search(text):
            yield Reading(_MARKUP.sub("\n", text), False)
    if _QUOTED.search(text):
        yield Reading(text.translate(_KEY_MARKS), False)


def _together(match: re.Match[str]) -> str:
    """Letters apart, joined; an unusual gap between two of them ends a word."""
    usual = Counter(_BETWEEN.findall(match[0])).most_common(1)[0][0]
    words = _BETWEEN.sub(lambda gap: "" if gap[0] == usual else " ", match[0])
    return words if " " in words else parted(fold(words))
