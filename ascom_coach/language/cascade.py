"""What an error hides: a text is read again once the fixes already found are made, and what is new is mapped back.

« La facturre que nous avons reçu » hides the participle from every rule that asks what « facturre » is. Only
paragraphs where something was fixed are read again, and only grammar and spelling are asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ascom_coach.language.remarks import Remark

Reading = Callable[[str], Sequence[Remark]]
_LABELS = frozenset(["orthographe", "homophones", "accord", "conjugaison"])
_SHOWN = _LABELS | {"ponctuation"}
"""Labels asked for when a text is read again: « Ses salariés ce plaignent » hides the comma before « mais »."""
_REPAIRED = _LABELS | {"style", "typographie"}
"""Labels whose fixes are made before a text is read again: « Jsuis » hides « désoler »."""
_UNFINISHED = frozenset(["style_tutoiement"])
"""Rules whose fix leaves a verb to turn as well: « Peux-tu » is no « Peux-vous »."""
_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text with fixes made. `edits`: (start, end) in the new text, (start, end) in the old one, in order."""

    text: str
    edits: tuple[tuple[int, int, int, int], ...]

    def back(self, start: int, end: int) -> tuple[int, int] | None:
        """The span of the old text behind one of the new; None when it touches a fix."""
        shift = 0
        at = bisect_right(self.edits, (start, len(self.text), 0, 0))
        if at:
            new_start, new_end, _, old_end = self.edits[at - 1]
            if start < new_end or (start == new_start and end == new_start):
                return None
            shift = old_end - new_end
        if at < len(self.edits) and self.edits[at][0] < end:
            return None
        return start + shift, end + shift


def repair(text: str, remarks: Sequence[Remark], least: int = 0) -> Repaired:
    """`text` with the first suggestion of each counted remark made, the earliest of those that overlap."""
    out: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    size = last = 0
    for one in sorted(remarks, key=lambda one: (one.start, one.end)):
        if (
            not one.counted
            or one.label not in _REPAIRED
            or not one.suggestions
            or one.rule in _UNFINISHED
            or one.start < max(last, least)
        ):
            continue
        fix = one.suggestions[0]
        if "…" in fix or fix == one.quote:
            continue
        out += [text[last : one.start], fix]
        size += one.start - last
        edits.append((size, size + len(fix), one.start, one.end))
        size += len(fix)
        last = one.end
    out.append(text[last:])
    return Repaired("".join(out), tuple(edits))


def hidden(text: str, found: Sequence[Remark], read: Reading) -> list[Remark]:
    """Remarks of `read` on `text` that only show once those of `found` are fixed, with their place in `text`."""
    out: list[Remark] = []
    for start, end in paragraphs(text):
        inside = [one for one in found if start <= one.start and one.end <= end]
        for _ in range(_ROUNDS):
            shown = [replace(one, start=one.start - start, end=one.end - start) for one in [*inside, *out] if
                     start <= one.start and one.end <= end]  # fmt: skip
            fixed = repair(text[start:end], shown)
            if not fixed.edits:
                break
            new = _new(text, start, fixed, [*inside, *out], read)
            if not new:
                break
            out += new
    return out


_GUESSED = ("contexte_", "place_", "ponct_phrases_collees")
"""Rules that judge a place by the words around it, which a misspelt neighbour misleads."""
_BESIDE = 14
"""How near, in characters, an error is to a place that it may mislead about."""


_CAUSES = frozenset(["homophones", "orthographe"])
"""Errors on which word is meant: they explain what is said of their neighbours, more often than the reverse."""


def misled(text: str, found: Sequence[Remark], read: Reading) -> frozenset[Remark]:
    """Remarks made by guess beside a sure error, which are gone once that error is fixed: « ont peut annuler » holds
    one error, « ont ». Where the guess explains its neighbour as well (« les tarifs on augmenté »), it stays."""
    out: set[Remark] = set()
    sure = [one for one in found if one.counted and not one.rule.startswith(_GUESSED)]
    for start, end in paragraphs(text):
        firm = [one for one in sure if start <= one.start and one.end <= end]
        guessed = [
            one
            for one in found
            if start <= one.start and one.end <= end and one.rule.startswith(_GUESSED) and _beside(one, firm)
        ]
        if not guessed:
            continue
        still = _left(text, start, end, firm, read)
        gone = [one for one in guessed if not _stands(one, still)]
        out.update(
            one
            for one in gone
            if all(
                other.label in _CAUSES or _stands(other, _left(text, start, end, [one], read))
                for other in firm
                if _beside(one, [other])
            )
        )
    return frozenset(out)


def _left(text: str, start: int, end: int, fixes: Sequence[Remark], read: Reading) -> list[tuple[int, int]]:
    """The places in `text` that are still remarked on in a paragraph once `fixes` are made."""
    fixed = repair(
        text[start:end], [replace(one, start=one.start - start, end=one.end - start) for one in fixes]
    )
    spans = (fixed.back(one.start, one.end) for one in read(fixed.text))
    return [(span[0] + start, span[1] + start) for span in spans if span]


def _stands(one: Remark, places: Sequence[tuple[int, int]]) -> bool:
    return any(first < one.end and one.start < last for first, last in places)


def _beside(one: Remark, others: Sequence[Remark]) -> bool:
    return any(
        one.start - _BESIDE <= other.end
        and other.start <= one.end + _BESIDE
        and not (other.start < one.end and one.start < other.end)
        for other in others
    )


def _new(text: str, start: int, fixed: Repaired, known: Sequence[Remark], read: Reading) -> list[Remark]:
    out = []
    for one in read(fixed.text):
        if one.label not in _SHOWN:
            continue
        span = fixed.back(one.start, one.end)
        if span is None:
            continue
        first, last = span[0] + start, span[1] + start
        if any(
            first < other.end and other.start < last and other.counted and other.label in _REPAIRED | _SHOWN
            for other in known
        ):
            continue
        out.append(replace(one, start=first, end=last, quote=text[first:last]))
    return out


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Bounds of the lines of `text` that are not blank."""
    out = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            out.append((start, start + len(line)))
        start += len(line) + 1
    return out
