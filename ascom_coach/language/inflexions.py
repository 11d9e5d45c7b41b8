"""The forms of a word: columns over the packed lexicon, so that thousands of its lines are looked at in one step.

Made at the first question, from the bytes alone: where each line starts, its code and how many letters its form has.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ascom_coach.language.text import plain

_BITS = 6
"""Bits of a key that hold the number of letters of a form; those above hold its code."""

Reading = tuple[int, str, str, frozenset[str]]
"""Letters to cut from the form, letters to add for the lemma, part of speech, tags."""


class Inflexions:
    """What the lines of the lexicon (`form`, tab, code in base 36) say of the forms of a lemma.

    `readings` says what a code means, there are `codes` of them; `around` bounds the lines between two folded forms,
    with a few others.
    """

    def __init__(
        self,
        body: bytes,
        codes: int,
        readings: Callable[[int], Sequence[Reading]],
        around: Callable[[str, str], tuple[int, int]],
    ) -> None:
        import numpy as np

        self._body, self._readings, self._around = body, readings, around
        self._size = (codes + 1) << _BITS  # one more than there are: a long lemma reaches beyond its code
        endings: dict[str, list[int]] = {}
        for code in range(codes):
            for cut, add, _, _ in readings(code):
                endings.setdefault(add, []).append((code << _BITS) + cut)
        self._endings = {add: np.array(keys, np.int32) for add, keys in endings.items()}
        """By what a lemma ends with, the keys of the forms that can have it, less the letters of what both share."""
        self._starts, self._keys = _columns(body)

    def of(self, lemma: str, prefix: str) -> list[tuple[str, str, frozenset[str]]]:
        """Form, part of speech and tags of the forms of `lemma` whose folded writing begins with `prefix`, in order."""
        import numpy as np

        if len(lemma) >= 1 << _BITS:
            return []
        wanted = np.zeros(self._size, np.bool_)
        shared = -1
        for size in range(len(lemma) + 1):
            keys = self._endings.get(lemma[size:])
            if keys is not None:
                wanted[keys + size] = True
                shared = size if shared < 0 else shared
        head = plain(lemma[:shared])
        if shared < 0 or not (head.startswith(prefix) or prefix.startswith(head)):
            return []
        longer = head if head.startswith(prefix) else prefix
        bounds = np.array(self._around(longer, longer + "\uffff"), np.int32)
        low, high = np.searchsorted(self._starts, bounds)
        lines = np.flatnonzero(wanted[self._keys[low:high]]) + low
        starts, codes = self._starts[lines].tolist(), (self._keys[lines] >> _BITS).tolist()
        found = []
        body, begin = self._body, lemma[:shared].encode()
        for start, code in zip(starts, codes, strict=True):
            if not body.startswith(begin, start):
                continue
            form = body[start : body.index(b"\t", start)].decode("utf-8")
            if longer is prefix and not plain(form).startswith(prefix):
                continue
            for cut, add, pos, tags in self._readings(code):
                if form[: len(form) - cut] + add == lemma:
                    found.append((form, pos, tags))
        return found


def _columns(body: bytes) -> tuple[Any, Any]:
    """Where each line starts, and its key: its code, then the letters of its form."""
    import numpy as np

    data = np.frombuffer(body, np.uint8)
    ends = np.flatnonzero(data == ord("\n")).astype(np.int32)
    tabs = np.flatnonzero(data == ord("\t")).astype(np.int32)
    starts = np.concatenate([np.zeros(1, np.int32), ends[:-1] + 1])
    digits = np.zeros(256, np.int32)
    for value, sign in enumerate(b"0123456789abcdefghijklmnopqrstuvwxyz"):
        digits[sign] = value
    codes = np.zeros(len(ends), np.int32)
    width = ends - tabs - 1
    for place in range(int(width.max())):
        more = width > place
        codes[more] = codes[more] * 36 + digits[data[tabs[more] + 1 + place]]
    opened = ((data & 0xC0) != 0x80).view(np.uint8)  # the first byte of a letter
    sizes = np.add.reduceat(opened, np.stack([starts, tabs], axis=1).ravel(), dtype=np.uint8)[::2]
    return starts, (codes << _BITS) + sizes
