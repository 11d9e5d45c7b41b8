"""Counts what goes to a hosted model, and refuses a call that could pass the ceiling. A local model is not counted."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ascom_coach.models.gateway.costs import Usage, cost, estimate_tokens
from ascom_coach.models.gateway.ledger import Ledger
from ascom_coach.models.gateway.link import Link
from ascom_coach.models.profile.profiles import ModelProfile

_PRICE_WAIT = 5.0  # seconds: the child reads a table it has in memory


class Meter:
    """The counter of one profile; `folder` None counts without keeping."""

    def __init__(self, profile: ModelProfile, link: Link, folder: Path | None) -> None:
        self.profile = profile
        self.ledger = Ledger(folder) if folder and not profile.local else None
        self._link = link
        self._prices = profile.prices
        self._asked = profile.prices is not None

    def prices(self) -> tuple[float, float] | None:
        """Dollars per million tokens (in, out): the profile's, else litellm's (the child must be ready)."""
        if not self._asked:
            number = self._link.ask({"price": self.profile.model})
            event = self._link.receive(number, _PRICE_WAIT)
            self._link.forget(number)
            found = event.get("prices") if event else None
            self._prices = (float(found[0]), float(found[1])) if found else None
            self._asked = event is not None and event["event"] == "price"
        return self._prices

    def call(self, request: Mapping[str, Any], use: str) -> Call:
        """The account of one question, tries included."""
        return Call(self, request, use)


class Call:
    """One question: `usage` is None for a local model."""

    def __init__(self, meter: Meter, request: Mapping[str, Any], use: str) -> None:
        self._meter = meter
        self._use = use
        self._sent = estimate_tokens(message["content"] for message in request["messages"])
        self._longest = int(request["max_tokens"])
        self.usage = Usage() if meter.ledger else None

    def check(self) -> None:
        """Raise `ModelError` when the ceiling could be passed."""
        meter = self._meter
        if meter.ledger and meter.profile.ceiling is not None:
            meter.ledger.check(meter.profile, meter.prices(), self._sent, self._longest)

    def count(self, text: str, tokens: tuple[int, int] | None) -> None:
        """Note one answer, whole or not: the server's own count (sent, received) when it gave one."""
        meter = self._meter
        if meter.ledger is None or self.usage is None:
            return
        sent, received = tokens or (self._sent, estimate_tokens([text]))
        one = Usage(sent, received, cost(meter.prices(), sent, received), 1)
        meter.ledger.add(meter.profile, one, self._use)
        self.usage += one
