"""The account of what went to hosted models: one JSON line per call in the person's folder, and the ceiling.

Nothing of what was said is kept: day, party, model, use, tokens, dollars.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ascom_coach.models.errors_map import ErrorCode, ModelError
from ascom_coach.models.gateway.costs import Usage, cost, read_usage
from ascom_coach.models.profile.profiles import ModelProfile

FILE = "modele-consommation.jsonl"


class Ledger:
    """The account of one person. `today` gives the day (tests)."""

    def __init__(self, folder: Path, *, today: Callable[[], dt.date] = dt.date.today) -> None:
        self._path = folder / FILE
        self._today = today
        self._lock = threading.Lock()

    def check(
        self, profile: ModelProfile, prices: tuple[float, float] | None, sent: int, received: int
    ) -> None:
        """Raise `ModelError` when a call of so many tokens at most could pass the ceiling of the month.

        Without a ceiling nothing is checked; with one and no known price, the call is refused.
        """
        if profile.ceiling is None:
            return
        expected = cost(prices, sent, received)
        if expected is None:
            raise ModelError(ErrorCode.PRICE_UNKNOWN)
        if (self.month(profile.party).dollars or 0.0) + expected > profile.ceiling:
            raise ModelError(ErrorCode.CEILING)

    def add(self, profile: ModelProfile, usage: Usage, use: str) -> None:
        """Note one call. A disk that refuses is no reason to fail here."""
        record = {
            "day": self._today().isoformat(), "party": profile.party, "model": profile.model, "use": use,
            "sent": usage.sent, "received": usage.received,
            "dollars": None if usage.dollars is None else round(usage.dollars, 8),
        }  # fmt: skip
        with self._lock, contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8", newline="\n") as file:
                file.write(json.dumps(record, ensure_ascii=False) + "\n")

    def month(self, party: str) -> Usage:
        """What went to a party since the first day of this month. Calls of unknown price count for nothing."""
        start = self._today().replace(day=1).isoformat()
        total, priced = Usage(), 0.0
        for record in self._records():
            if record.get("party") != party or str(record.get("day", "")) < start:
                continue
            with contextlib.suppress(KeyError, TypeError, ValueError):
                one = read_usage(record)
                total, priced = total + one, priced + (one.dollars or 0.0)
        return (
            total
            if total.dollars is not None
            else Usage(total.sent, total.received, priced or None, total.calls)
        )

    def _records(self) -> Iterator[dict[str, Any]]:
        try:
            lines = self._path.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return
        for line in lines:
            with contextlib.suppress(ValueError):
                record = json.loads(line)
                if isinstance(record, dict):
                    yield record
