"""The fix of a fix: a text is read with its fixes made, and what is still wrong where one was made completes it.

« Les colis ne sont pas arriver » → « arrivé », then, read again, → « arrivés »: both are proposed, the second first.
The reading is the one that looked for what errors hide (`cascade`): nothing is read twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ascom_coach.language.cascade import Reading, Repaired, paragraphs, repair
from ascom_coach.language.fixes.forms import ordered, others
from ascom_coach.language.remarks import Remark

_LABELS = frozenset(["orthographe", "homophones", "accord", "conjugaison"])
_MOST = 5


def better(text: str, remarks: Sequence[Remark], read: Reading) -> list[Remark]:
    """`remarks` in their order, each with the fixes that its corrected sentence calls for."""
    out = list(remarks)
    for start, end in paragraphs(text):
        inside = [at for at, one in enumerate(out) if start <= one.start and one.end <= end]
        if not inside:
            continue
        moved = [_moved(out[at], -start) for at in inside]
        fixed = repair(text[start:end], moved)
        if not fixed.edits:
            continue
        again = [one for one in read(fixed.text) if one.counted and one.label in _LABELS]
        for at, one in zip(inside, moved, strict=True):
            edit = next((edit for edit in fixed.edits if edit[2:] == (one.start, one.end)), None)
            if edit and one.label in _LABELS:
                out[at] = replace(out[at], suggestions=_completed(one, edit[:2], fixed, again))
    return out


def _moved(remark: Remark, by: int) -> Remark:
    return replace(remark, start=remark.start + by, end=remark.end + by)


def _completed(
    remark: Remark, place: tuple[int, int], fixed: Repaired, again: Sequence[Remark]
) -> tuple[str, ...]:
    """What the sentence asks for once the first fix is made, then the fixes there were, then other forms that fit."""
    asked = [fix for one in again for fix in _inside(one, place, fixed.text) if fix != remark.quote]
    known = dict.fromkeys([*asked[:1], *remark.suggestions, *asked[1:]])
    found = [*known, *others(fixed.text, place, remark, tuple(known))][: max(_MOST, len(remark.suggestions))]
    return tuple(found) if remark.label == "orthographe" else ordered(fixed.text, place, found)


def _inside(remark: Remark, place: tuple[int, int], text: str) -> Iterator[str]:
    """What stands at `place` once a fix of `remark` is made, when nothing but that changes."""
    start, end = place
    if not (remark.start < end and start < remark.end):
        return
    for fix in remark.suggestions[:2]:
        new = text[: remark.start] + fix + text[remark.end :]
        tail = len(text) - end
        if new[:start] == text[:start] and (not tail or new[-tail:] == text[end:]):
            made = new[start : len(new) - tail]
            if made.strip() == made and made and made != text[start:end]:
                yield made
