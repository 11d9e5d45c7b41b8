"""Check of the pictures of which nobody gave the rules: proportions, and definition on paper."""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.review.charter import PRINTED, blurred, stretched
from ascom_coach.review.checks.charter import SHARPER, STRETCHED, STRETCHED_HINT, known, soft
from ascom_coach.review.generic.draft import Draft, Hit, good, wrong

_ON_PAPER = ("docx", "docm", "dotx", "odt")
_MOST = 3


def pictures_fit(draft: Draft, lot: tuple[Draft, ...]) -> Iterator[Hit]:
    """No picture is stretched; for a document that is printed, no picture is soft."""
    told = draft.production.options.get("qualite_images", "") if draft.production else ""
    printed = "impression" in told and draft.document.type in _ON_PAPER
    found = 0
    for image in draft.document.images:
        at = image.locator, image.alt
        if found < _MOST and stretched(image):
            found += 1
            yield wrong(STRETCHED, at, STRETCHED_HINT, mark=f".{found}")
        elif found < _MOST and printed and blurred(image, PRINTED):
            found += 1
            yield wrong(soft(image), at, SHARPER, mark=f".{found}")
    first = next((image for image in draft.document.images if known(image)), None)
    if first is not None and not found:
        yield good("Les images gardent leurs proportions.", (first.locator, first.alt))
