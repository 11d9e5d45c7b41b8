"""What may be promised: one reading of the delegation for what is said aloud, what is written, and leave asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from ascom_coach.language import Leave, Promise, find_values, same_value, spoken_acts, stems
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
        if covers(allowed, promise):
            return Judged(_within(allowed, promise, scenario, told), allowed.id)
    return Judged("libre")


def _within(entry: Allowed, promise: Promise, scenario: Scenario, told: Mapping[str, str]) -> Verdict:
    """What an allowance says of a promise it covers: too much, not agreed yet, or allowed."""
    if over_limit(entry, promise, scenario):
        return "au-dela"
    needed = entry.condition.fait if entry.condition else ""
    return "sans-accord" if needed and needed not in told else "permis"


@dataclass(frozen=True, slots=True)
class Permission:
    """What the delegation answers to leave asked: a verdict and the entry behind it, None for `libre`."""

    verdict: Verdict
    entry: Allowed | Banned | None = None


COSTLY = frozenset(["rembourser", "avoir", "geste", "livrer", "remplacer", "annuler", "reparer"])
"""Senses that engage the firm: where no entry speaks of one, it is not the trainee's to promise."""


def permission(leave: Leave, scenario: Scenario, told: Mapping[str, str]) -> Permission:
    """The delegation's word on leave asked. How far one may go is asked of the entry named, else of the only limit."""
    rules: Delegation = scenario.delegation
    acts = {act.act for act in spoken_acts(leave.said)}
    for banned in rules.interdit:
        if banned.acte in acts:
            return Permission("interdit", banned)
    judged = judge(leave.deed, scenario, told)
    if judged.rule:
        kind = Banned if judged.verdict == "interdit" else Allowed
        entry = next(one for one in rules.entries if isinstance(one, kind) and one.id == judged.rule)
        more = leave.beyond and isinstance(entry, Allowed) and _reaches(entry, leave.deed, scenario)
        return Permission("au-dela" if more else judged.verdict, entry)
    named = [entry for entry in rules.autorise if not leave.deed.sense and _named(entry, leave.deed.text)]
    priced = any(value.kind == "montant" for value in leave.deed.values)
    if leave.how_far or (priced and not named):
        limited = [entry for entry in rules.autorise if entry.maximum]
        named = [entry for entry in limited if entry in named] or ([] if leave.deed.sense else limited)
    if len(named) != 1:
        return Permission("libre")
    if leave.beyond and _reaches(named[0], leave.deed, scenario):
        return Permission("au-dela", named[0])
    return Permission(_within(named[0], leave.deed, scenario, told), named[0])


def _reaches(entry: Allowed, promise: Promise, scenario: Scenario) -> bool:
    """Whether a value of the promise is the entry's maximum: to go beyond it is too much."""
    limits = find_values(entry.maximum, scenario.date_fictive) if entry.maximum else []
    return any(same_value(value, limit) for value in promise.values for limit in limits)


def _named(entry: Allowed, text: str) -> bool:
    """Whether a question without a known verb speaks of an allowance: by a word of it that is no verb of saying."""
    return bool((set(stems(entry.quoi)) - _SAYING) & set(stems(text)))


_SAYING = frozenset(
    stem for word in ("annoncer", "dire", "promettre", "proposer", "faire") for stem in stems(word)
)
