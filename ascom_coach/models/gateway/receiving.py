"""The answer being received: what may be shown of it, and whether it can be used at its end."""

from __future__ import annotations

from ascom_coach.models.errors_map import ErrorCode, ModelError
from ascom_coach.models.gateway.incoming import IncomingText, looks_like_page
from ascom_coach.models.gateway.masking import Masker

_LONGEST_ANSWER = 20_000  # characters


class Answer:
    """One answer. `first_word` is when it began, `usage` the tokens (sent, received) that the server counted."""

    def __init__(self, masker: Masker | None) -> None:
        self.incoming = IncomingText(masker.unmask, masker.held_back) if masker else IncomingText()
        self.first_word: float | None = None
        self.usage: tuple[int, int] | None = None

    def add(self, fragment: str) -> str:
        """What can be shown now; raises `ModelError` when it is endless."""
        shown = self.incoming.feed(fragment)
        if len(self.incoming.text) > _LONGEST_ANSWER:
            raise ModelError(ErrorCode.TRUNCATED, partial=self.incoming.text)
        return shown

    def end(self, finish: str) -> str:
        """What was held back; raises when the answer cannot be used."""
        rest = self.incoming.finish()
        text = self.incoming.text
        if finish == "content_filter":
            raise ModelError(ErrorCode.FILTERED, partial=text)
        if finish == "length":
            raise ModelError(ErrorCode.TRUNCATED, partial=text)
        if not text.strip():
            raise ModelError(ErrorCode.EMPTY)
        if looks_like_page(text):
            raise ModelError(ErrorCode.UNREADABLE, partial=text)
        return rest
