"""A quote counts only when it stands in the text, word for word."""

from __future__ import annotations

import re

_FEWEST = 3  # words: less proves nothing
_APOSTROPHE = "['’ʼ]"
_DASH = "[-\u2010-\u2014]"


def verbatim(quote: str, text: str) -> str | None:
    """The quote as the text writes it, or None when it is not there.

    Only packaging may differ: spaces and line breaks, the kind of apostrophe or dash, quotation marks around the quote.
    Fewer than three words are refused. A quote that the text cuts inside a word is refused.
    """
    said = quote.strip(' \n\t\u00a0\u202f«»“”"')
    said = re.sub(r"^(?:\.\.\.|…|\[…\])\s*|\s*(?:\.\.\.|…|\[…\])$", "", said).strip(' \u00a0«»“”"')
    if len(re.findall(r"\w+", said)) < _FEWEST:
        return None
    found = re.search(_pattern(said), text)
    return found[0] if found else None


def _pattern(said: str) -> str:
    pieces = []
    for char in re.sub(r"\s+", " ", said):
        if char.isspace():
            pieces.append(r"\s+")
        elif char in "'’ʼ":
            pieces.append(_APOSTROPHE)
        elif char in "-‐‑‒–—":
            pieces.append(_DASH)
        else:
            pieces.append(re.escape(char))
    before = r"(?<!\w)" if said[0].isalnum() else ""
    after = r"(?!\w)" if said[-1].isalnum() else ""
    return before + "".join(pieces) + after
