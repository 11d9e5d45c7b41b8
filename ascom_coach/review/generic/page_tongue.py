"""The language that a page of the web says it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ascom_coach.review.generic.draft import Draft, Hit, wrong

_OURS = (r"(?<!\w)(?:vous|nous)(?!\w)", r"(?<!\w)(?:les|des|une)(?!\w)")
"""Little words that no other language has together."""


def other_tongue(draft: Draft) -> Iterator[Hit]:
    """A page in French does not say that it is in another language."""
    tongue = draft.document.properties.get("language", "").lower()
    if tongue and not tongue.startswith("fr") and all(re.search(one, draft.folded.text) for one in _OURS):
        message = f"La page se dit écrite en «\u00a0{tongue}\u00a0», et elle est en français."
        hint = "Comment une voix de synthèse la lirait-elle ?"
        yield wrong(message, draft.view.first(), hint, certain=True, mark=".langue")
