"""How a fix is shown once all engines' remarks are merged: what it cannot be read without is added to both sides.

A mark with the word that it hangs on (« crèche, » → « crèche » rather than « , » → nothing), an elided word with the
one that no longer elides it (« J’ai tombé » → « Je suis », not « suis »). Only where no other remark stands there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ascom_coach.language.fixes.written import as_written
from ascom_coach.language.joining import elided
from ascom_coach.language.remarks import Remark

_MARK_LABELS = frozenset(["ponctuation", "typographie"])
_OPENING = re.compile(r"[(«“\[’'-]")
_LEFT = re.compile(r"[^\s\u00a0\u202f]+[ \u00a0\u202f]?$")
_RIGHT = re.compile(r"[^\s\u00a0\u202f]+")
_MARKS = re.compile(r"[^\w\n]+")
_TIGHT = (" ", "\u00a0", ".", ",")
_SMALL = re.compile(r"(?<![\w’'-])\w{1,8}(?:[’']| )$")


def widened(text: str, remarks: Sequence[Remark]) -> list[Remark]:
    """`remarks` in order, each with the words that its fix needs to be read."""
    out = list(remarks)
    for at, one in enumerate(out):
        if not one.suggestions:
            continue
        wider = _with_word(text, one) if one.label in _MARK_LABELS else _with_small(text, one)
        least = out[at - 1].end if at else 0
        most = out[at + 1].start if at + 1 < len(out) else len(text)
        if least <= wider.start and wider.end <= most:
            out[at] = wider
    return [replace(one, suggestions=tuple(fix for fix in one.suggestions if fix)) for one in out]


def _with_word(text: str, one: Remark) -> Remark:
    if not _MARKS.fullmatch(one.quote):
        return one
    start, end = one.start, one.end
    opening = _OPENING.match(one.quote.strip())
    if (opening or one.quote.isspace()) and (after := _RIGHT.match(text, end)):
        end = after.end()
    if not opening and (before := _LEFT.search(text, max(0, start - 40), start)):
        start = before.start()
    lead, tail = text[start : one.start], text[one.end : end]
    # A mark put for another takes its own space: « changé ? » → « changé. »
    fixes = [(lead.rstrip() if fix.startswith(_TIGHT) else lead) + fix + tail for fix in one.suggestions]
    return replace(one, start=start, end=end, quote=text[start:end], suggestions=tuple(fixes))


def _with_small(text: str, one: Remark) -> Remark:
    """With the small word before, when a fix changes how it is written: « J’ » → « Je », « de » → « d’ »."""
    small = _SMALL.search(text, max(0, one.start - 12), one.start)
    if not small:
        return one
    joined = tuple(elided(small[0], fix) for fix in one.suggestions)
    if all(whole == small[0] + fix for whole, fix in zip(joined, one.suggestions, strict=True)):
        return one
    start = small.start()
    return as_written(text, replace(one, start=start, quote=text[start : one.end], suggestions=joined))
