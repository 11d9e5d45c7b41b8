"""What a remark says in a copy, whatever the program that will show it."""

from __future__ import annotations

from ascom_coach.documents.model import Annotation
from ascom_coach.documents.places import describe_place


def worded(remark: Annotation, *, exact: bool) -> str:
    """The remark's text; it begins with its place in words when it could not be hung there (`exact` is false)."""
    return remark.text if exact else f"[{describe_place(remark.locator)}] {remark.text}"


def storable(text: str, kept: str = "") -> str:
    """The text without the control characters that XML refuses, other than those in `kept` (`\\t`, `\\n`)."""
    return "".join(char for char in text if char >= " " or char in kept)


def initials(author: str) -> str:
    """Up to three capitals, « CA » for « Coach ASCOM »."""
    return "".join(word[0] for word in author.split())[:3].upper() or "C"
