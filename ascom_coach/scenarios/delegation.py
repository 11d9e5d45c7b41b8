"""What may be promised: one reading of the delegation for what is said aloud and for what is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ascom_coach.language import Promise, find_values, stems
from ascom_coach.scenarios.schema import Allowed, Banned, Delegation, Scenario

Verdict = Literal["permis", "interdit", "au-dela", "sans-accord", "libre"]


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on a promise and the delegation entry (its id) that decides; `libre` when none speaks of it."""

    verdict: Verdict
    rule: str = ""


def says(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the author's words (stems, in order, small words too) stands in the text."""
    spoken = stems(text, keep_stop_words=True)
    for word in words:
        wanted = stems(word, keep_stop_words=True)
        if wanted and any(spoken[i : i + len(wanted)] == wanted for i in range(len(spoken))):
            return True
    return False


def banned_by(entry: Banned, promise: Promise) -> bool:
    """Whether a promise is what the entry bans."""
    if entry.sens:
        return promise.sense in entry.sens
    return bool(entry.mots) and (promise.sense == entry.id or says(promise.text, entry.mots))


def covers(entry: Allowed, promise: Promise) -> bool:
    """Whether an allowance speaks of that promise: by its senses, else by its id or its words."""
    if entry.sens:
        return promise.sense in entry.sens
    return promise.sense == entry.id or bool(set(stems(promise.sense)) & set(stems(entry.quoi)))


def over_limit(entry: Allowed, promise: Promise, scenario: Scenario) -> bool:
    """Whether a value of the promise is above the entry's maximum, same kind of value only."""
    limits = find_values(entry.maximum, scenario.date_fictive) if entry.maximum else []
    for limit in limits:
        for value in promise.values:
            same = value.kind == limit.kind
            if (
                same
                and isinstance(value.value, Decimal)
                and isinstance(limit.value, Decimal)
                and value.value > limit.value
            ):
                return True
    return False


def judge(promise: Promise, scenario: Scenario, told: Mapping[str, str]) -> Judged:
    """The delegation's word on a promise, given what the trainee has been told so far."""
    rules: Delegation = scenario.delegation
    for banned in rules.interdit:
        if banned_by(banned, promise):
            return Judged("interdit", banned.id)
    for allowed in rules.autorise:
        if not covers(allowed, promise):
            continue
        if over_limit(allowed, promise, scenario):
            return Judged("au-dela", allowed.id)
        needed = allowed.condition.fait if allowed.condition else ""
        if needed and needed not in told:
            return Judged("sans-accord", allowed.id)
        return Judged("permis", allowed.id)
    return Judged("libre")
