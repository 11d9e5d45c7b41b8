"""The present time as it is written down everywhere."""

from __future__ import annotations

import datetime as dt


def now() -> str:
    """The present time here, ISO 8601 with its offset, to the second."""
    return dt.datetime.now().astimezone().isoformat(timespec="seconds")
