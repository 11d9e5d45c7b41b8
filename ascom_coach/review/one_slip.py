"""One sentence that keeps an old value is one slip: what had to go and what is missing are two sides of it.

« Contact : the one who left » fails the control of what must not stay and that of the present name: the heavier counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ascom_coach.language import plain
from ascom_coach.review.context import Context
from ascom_coach.review.levels import Outcome, rules
from ascom_coach.review.model import Finding
from ascom_coach.scenarios import controls as ask
from ascom_coach.scenarios.control import Control

Judged = tuple[Control, Outcome]


def one_slip(judged: Sequence[Judged], context: Context) -> list[Judged]:
    """The outcomes of a production; of two that tell one slip at one place, the lighter one counts no more."""
    wrong = [(control, outcome) for control, outcome in judged if outcome.status == "defaut"]
    kept = [one for one in wrong if isinstance(one[0], ask.ValuesAbsent)]
    lacking = [one for one in wrong if isinstance(one[0], ask.FactsPresent)]
    lighter: set[str] = set()
    for gone, stayed in kept:
        for missing, absent in lacking:
            if (
                missing.id in lighter
                or not _of_one_fact(gone, missing, absent, context)
                or not _at_one_place(stayed, absent)
            ):
                continue
            heavy = rules().weights
            lighter.add(missing.id if heavy[stayed.severity] >= heavy[absent.severity] else gone.id)
    return [
        (control, _told_already(outcome) if control.id in lighter else outcome) for control, outcome in judged
    ]


def _of_one_fact(gone: Control, missing: Control, absent: Outcome, context: Context) -> bool:
    """Whether what had to go is the old value of the one fact that is missing."""
    assert isinstance(gone, ask.ValuesAbsent)
    assert isinstance(missing, ask.FactsPresent)
    facts = {_fact(missing, one) for one in _defects(absent)}
    if len(facts) != 1 or missing.valeurs:
        return False
    [fact] = facts
    about = {one.fait for one in context.scenario.anomalies if one.id == gone.anomalie} | {gone.fait}
    old = plain(context.old_value(fact))
    return fact in about or (bool(old) and any(plain(one) in old for one in gone.valeurs))


def _fact(missing: ask.FactsPresent, finding: Finding) -> str:
    """The fact that a finding of a control of several facts is about: they are told by their rank."""
    rank = finding.id.rpartition(".")[2]
    several = len(missing.faits) > 1 and rank.isdecimal()
    return missing.faits[int(rank) - 1] if several else missing.faits[0]


def _at_one_place(stayed: Outcome, absent: Outcome) -> bool:
    """Whether all that a control finds left over, and all that the other finds missing, stand in the same block."""
    places = {_place(one) for one in (*_defects(stayed), *_defects(absent))}
    return len(places) == 1 and None not in places


def _defects(outcome: Outcome) -> list[Finding]:
    return [one for one in outcome.findings if one.status == "defaut"]


def _place(finding: Finding) -> tuple[str, str] | None:
    return (finding.locator.file, finding.locator.ref) if finding.locator is not None else None


def _told_already(outcome: Outcome) -> Outcome:
    message = "C’est la même chose que ce qui est relevé à cet endroit : elle n’est comptée qu’une fois."
    return replace(
        outcome,
        findings=tuple(
            replace(one, status="sans_objet", severity=None, message=message, hint="")
            for one in outcome.findings
        ),
    )
