"""What a hosted model costs: tokens and dollars, pure. The amounts are estimates, the provider's bill is right.

Prices come from the profile, else from litellm's table (the one shipped with the installed version, in dollars).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

CHARACTERS_PER_TOKEN = 3.5
"""French text: 4.1 measured with one tokenizer, 3.5 to be careful (2026-11)."""


@dataclass(frozen=True)
class Usage:
    """Tokens of one or several calls, and dollars (None when the price is not known)."""

    sent: int = 0
    received: int = 0
    dollars: float | None = 0.0
    calls: int = 0

    def __add__(self, other: Usage) -> Usage:
        known = self.dollars is not None and other.dollars is not None
        return Usage(
            self.sent + other.sent,
            self.received + other.received,
            (self.dollars or 0.0) + (other.dollars or 0.0) if known else None,
            self.calls + other.calls,
        )


def estimate_tokens(texts: Iterable[str]) -> int:
    """A careful count of the tokens of some texts."""
    return sum(math.ceil(len(text) / CHARACTERS_PER_TOKEN) for text in texts)


def cost(prices: tuple[float, float] | None, sent: int, received: int) -> float | None:
    """Dollars of a call; `prices` are dollars per million tokens (in, out)."""
    return None if prices is None else (prices[0] * sent + prices[1] * received) / 1e6


def in_words(usage: Usage) -> str:
    """« 12 appels, environ 3 400 jetons, 0,02 $ », in French."""
    if not usage.calls:
        return "aucun appel"
    calls = f"{_number(usage.calls)} appel{'s' if usage.calls > 1 else ''}"
    tokens = f"environ {_number(usage.sent + usage.received)} jetons"
    return f"{calls}, {tokens}, {dollars_in_words(usage.dollars)}"


def dollars_in_words(amount: float | None) -> str:
    """« 0,02 $ », « moins de 0,01 $ », « prix inconnu »."""
    if amount is None:
        return "prix inconnu"
    if 0 < amount < 0.01:
        return "moins de 0,01\u00a0$"
    return f"{amount:.2f}".replace(".", ",") + "\u00a0$"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\u202f")


def read_usage(record: Mapping[str, Any]) -> Usage:
    """A usage from a line of the ledger; raises `ValueError` or `TypeError` on anything else."""
    dollars = record.get("dollars")
    return Usage(int(record["sent"]), int(record["received"]), None if dollars is None else float(dollars), 1)
