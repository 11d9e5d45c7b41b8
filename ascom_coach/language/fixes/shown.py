"""How the fix of a mark is shown: with the word that the mark hangs on, since « , » → nothing says little.

« La directrice de la crèche, vous recevra » : « crèche, » → « crèche » ; « 10% » → « 10 % ». Once all engines' remarks
are merged, and only where no other remark stands on that word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ascom_coach.language.remarks import Remark

_LABELS = frozenset(["ponctuation", "typographie"])
_OPENING = re.compile(r"[(«“\[’'-]")
_WORD_BEFORE = re.compile(r"[^\s\u00a0\u202f]+$")
_WORD_AFTER = re.compile(r"[^\s\u00a0\u202f]+")
_MARKS = re.compile(r"[^\w]+")


def widened(text: str, remarks: Sequence[Remark]) -> list[Remark]:
    """`remarks` in order, those that bear on a mark alone shown with their word."""
    out = list(remarks)
    for at, one in enumerate(out):
        if (
            one.label not in _LABELS
            or not _MARKS.fullmatch(one.quote)
            or "\n" in one.quote
            or not one.suggestions
        ):
            continue
        start, end = one.start, one.end
        if _OPENING.match(one.quote.strip()):
            after = _WORD_AFTER.match(text, end)
            end = after.end() if after else end
        elif before := _WORD_BEFORE.search(text, max(0, start - 40), start):
            start = before.start()
        least = out[at - 1].end if at else 0
        most = out[at + 1].start if at + 1 < len(out) else len(text)
        if (start, end) != (one.start, one.end) and least <= start and end <= most:
            lead, tail = text[start : one.start], text[one.end : end]
            fixes = tuple(f"{lead}{fix}{tail}" for fix in one.suggestions)
            out[at] = replace(one, start=start, end=end, quote=text[start:end], suggestions=fixes)
    return [replace(one, suggestions=tuple(fix for fix in one.suggestions if fix)) for one in out]
