"""When a server is asked again, and when it is left alone for a while: rules shared by all that is asked of a model."""

from __future__ import annotations

import random
from collections.abc import Callable

from ascom_coach.models.errors_map import ErrorCode, ModelError

TRIES = 3
_RETRIED = {ErrorCode.RATE, ErrorCode.BUSY, ErrorCode.CUT}
# These say nothing about the server's health.
_HARMLESS = {
    ErrorCode.CANCELLED, ErrorCode.RESTING, ErrorCode.TOO_LONG, ErrorCode.FILTERED, ErrorCode.SCHEMA,
    ErrorCode.CEILING, ErrorCode.PRICE_UNKNOWN,
}  # fmt: skip
# The person waited to the end of a clock: they are not made to wait again at the next line.
_SLOW = {ErrorCode.FIRST_WORD_TIMEOUT, ErrorCode.SILENCE, ErrorCode.TOTAL_TIMEOUT}
_LONGEST_RETRY_AFTER = 10.0
_FAILURES_BEFORE_REST = 3
_REST = 60.0


class Rest:
    """A server that fails again and again, or that made the person wait for nothing, is left alone for a minute."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._failures = 0
        self._until = 0.0

    def check(self) -> None:
        """Raise `ModelError` while it lasts."""
        if self._now() < self._until:
            raise ModelError(ErrorCode.RESTING)

    def failed(self, code: ErrorCode) -> None:
        """A question failed."""
        if code in _HARMLESS:
            return
        self._failures += 1
        if code in _SLOW or self._failures >= _FAILURES_BEFORE_REST:
            self._until = self._now() + _REST

    def worked(self) -> None:
        """A question was answered."""
        self._failures = 0


def pause(error: ModelError, attempt: int, tries: int = TRIES) -> float | None:
    """Seconds before the next try, or None when there must be none."""
    if attempt >= tries or error.partial or error.code not in _RETRIED:
        return None
    if error.wait is not None:
        return error.wait if error.wait <= _LONGEST_RETRY_AFTER else None
    return 0.5 * attempt * random.uniform(0.8, 1.2)
