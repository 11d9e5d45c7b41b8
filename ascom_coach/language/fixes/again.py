"""The fix of a fix: a text is read with its fixes made, and what is still wrong where one was made completes it.

« Les colis ne sont pas arriver » → « arrivé », then, read again, → « arrivés »: both are proposed, the second first.
The reading is the one that looked for what errors hide (`cascade`): nothing is read twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ascom_coach.language.cascade import Reading, Repaired, paragraphs, repair
from ascom_coach.language.fixes.forms import akin, ordered, others
from ascom_coach.language.joining import begins_with_vowel
from ascom_coach.language.remarks import Remark

_LABELS = frozenset(["orthographe", "homophones", "accord", "conjugaison"])
_MOST = 5


def better(text: str, remarks: Sequence[Remark], kept: Sequence[Remark], read: Reading) -> list[Remark]:
    """`remarks` in their order, each with the fixes that its corrected sentence calls for, once those that are `kept`
    for their place are fixed."""
    out = list(remarks)
    for start, end in paragraphs(text):
        inside = [at for at, one in enumerate(out) if start <= one.start and one.end <= end]
        if not inside:
            continue
        fixed = repair(
            text[start:end], [_moved(one, -start) for one in kept if start <= one.start and one.end <= end]
        )
        if not fixed.edits:
            continue
        again = [one for one in read(fixed.text) if one.counted and one.label in _LABELS]
        places = {edit[2:]: edit[:2] for edit in fixed.edits}
        for at in inside:
            one = _moved(out[at], -start)
            place = places.get((one.start, one.end))
            if place and one.label in _LABELS and one.suggestions[:1] == (fixed.text[slice(*place)],):
                out[at] = replace(out[at], suggestions=_completed(one, place, fixed, again))
    return out


def _cut(text: str, place: tuple[int, int]) -> bool:
    """« J’suis », « n’suis »: what stands there is not read as a word of the sentence before its « e » is back."""
    start = place[0]
    return text[start - 1 : start] in ("'", "’") and not begins_with_vowel(text[start:])


def _moved(remark: Remark, by: int) -> Remark:
    return replace(remark, start=remark.start + by, end=remark.end + by)


def _completed(
    remark: Remark, place: tuple[int, int], fixed: Repaired, again: Sequence[Remark]
) -> tuple[str, ...]:
    """What the sentence asks for once the first fix is made, then the fixes there were, then other forms that fit."""
    if _cut(fixed.text, place):
        return (*remark.suggestions, *others(fixed.text, place, remark, remark.suggestions))
    asked = [fix for one in again for fix in _inside(one, place, fixed.text) if fix != remark.quote]
    first = asked[:1] if akin(remark.suggestions[0], asked) else []
    known = dict.fromkeys([*first, *remark.suggestions, *asked])
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
