"""Which encoding bytes are in: what a French office meets, guessed from the letters that French uses."""

from __future__ import annotations

import codecs
import re

_FRENCH = frozenset("éèêëàâçùûüîïôöœæÉÈÊÀÇÔŒ€«»’°…–\u00a0")
_SEEN_IN_MAILS = re.compile(
    r"utf[-_]?(?:7|8|16|32)(?:[-_]?[bl]e)?|(?:us[-_]?)?ascii|(?:windows|cp|ibm)[-_]?\d{3,5}|iso[-_]?8859[-_]?\d{1,2}|"
    r"latin[-_]?\d{1,2}|koi8[-_]?[rut]|mac[-_]?roman|macintosh|gb2312|gbk|gb18030|big5|shift[-_]?jis|"
    r"euc[-_]?(?:jp|kr)|iso[-_]?2022[-_]?(?:jp|kr)",
    re.I,
)


def known_encoding(name: str) -> str | None:
    """The name if it is a charset of texts that Python reads; others (`punycode`, `zip`…) can be made to hurt."""
    if not _SEEN_IN_MAILS.fullmatch(name.strip()):
        return None
    try:
        return codecs.lookup(name.strip()).name
    except LookupError:
        return None


def eight_bit(data: bytes) -> str:
    """Windows-1252 for bytes that are not UTF-8, unless they only make French words in the DOS or Mac encoding.

    An accounting program of the nineties writes `é` as 0x82 (cp850), an old Mac as 0x8E.
    """
    sample = bytes(byte for byte in data[:200_000] if byte > 127)
    scores = {
        name: sum(letter in _FRENCH for letter in sample.decode(name, "replace"))
        for name in ("cp1252", "cp850", "mac_roman")
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= max(2 * scores["cp1252"], 1) and best != "cp1252" else "cp1252"
