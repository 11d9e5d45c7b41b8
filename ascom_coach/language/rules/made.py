"""Fixes made from what was written, where one pattern stands for several faults: « 2ème » → « 2e », « ( » → « ( »."""

from __future__ import annotations

import re
from collections.abc import Callable

NO_BREAK = "\u00a0"
_STRENGTH = ".!?:;,"
"""Marks, the one that carries the most first."""


def replaced(*pairs: tuple[str, str]) -> Callable[[str], str]:
    """A fix that replaces patterns, case ignored, in what was written."""

    def fix(written: str) -> str:
        for pattern, better in pairs:
            written = re.sub(pattern, better, written, flags=re.IGNORECASE)
        return written

    return fix


def tight(written: str) -> str:
    """Without its spaces: « ( », « , », « l' »."""
    return written.replace(" ", "")


def hyphened(written: str) -> str:
    """With a hyphen for each space: « après midi » → « après-midi »."""
    return written.replace(" ", "-")


def spaced(written: str) -> str:
    """With a space for each hyphen: « parce-que » → « parce que »."""
    return written.replace("-", " ")


def strongest(written: str) -> str:
    """One mark for several: « ,. » → « . »."""
    return min((mark for mark in written if mark in _STRENGTH), key=_STRENGTH.index, default="")


def single(written: str) -> str:
    """One mark for a run of them, its space kept: « !!! » → « ! », « ?! » → « ? »."""
    lead = NO_BREAK if written[:1].isspace() else ""
    return lead + ("?" if "?" in written else "!")


def inverted(written: str) -> str:
    """« a t il », « a-t'il » → « a-t-il »; « est ce » → « est-ce »."""
    joined = re.sub(r"[ -]t[ '’-](?=(?:il|elle|on)$)", "-t-", written)
    return joined if joined != written else re.sub(r" (?=\w+$)", "-", written)


def ordinal(written: str) -> str:
    """« 2ème » → « 2e », « 1ère » → « 1re »."""
    number = re.match(r"\d+", written)
    ending = ("re" if written.startswith("1") and "r" in written else "e") + written[-1:] * written.endswith(
        "s"
    )
    return f"{number[0]}{ending}" if number else written


def unit(written: str) -> str:
    """« Kgs » → « kg », « mns » → « min »."""
    low = written.lower().removesuffix("s")
    return {"mn": "min", "gr": "g"}.get(low, low)


def guillemet(written: str) -> str:
    """A French guillemet with the space it has inside."""
    return f"«{NO_BREAK}" if written == "«" else f"{NO_BREAK}»"


def in_guillemets(written: str) -> str:
    """« "urgent" » in French guillemets."""
    inside = written.strip('"')
    return f"«{NO_BREAK}{inside}{NO_BREAK}»"


def arrow(written: str) -> str:
    """A sign made of two keys as one: « -> » → « → »."""
    return {"->": "→", "<-": "←", "=>": "→", "<=>": "⇔", ">=": "≥", "<=": "≤"}.get(written, "")


def lowered_first(written: str) -> str:
    """Without its capital."""
    return written[:1].lower() + written[1:]
