"""The words of a reply read from an answer that is still coming: `{"replique": "Bonjour. Je v…`.

Only the form asked for is read before its end. Bare text may be anything (a thought aloud, a preface): it is read
whole or not at all.
"""

from __future__ import annotations

import json
import re

_OPENING = re.compile(r'\s*(?:```(?:json)?\s*)?\{\s*"replique"\s*:\s*"')
_LETTERS = re.compile(r'(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*')
_HALF_PAIR = re.compile(r"[\ud800-\udbff]$")


def words_so_far(answer: str) -> tuple[str, bool] | None:
    """The words received, and whether they are all there; None when they cannot be told yet or at all."""
    opening = _OPENING.match(answer)
    if opening is None:
        return None
    letters = _LETTERS.match(answer, opening.end())
    assert letters is not None  # it may be empty
    words = json.loads(f'"{letters[0]}"', strict=False)
    return _HALF_PAIR.sub("", words).lstrip(), answer[letters.end() : letters.end() + 1] == '"'
