"""What to read first: at most three priorities, at most three successes; and what moved since the version before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ascom_coach.review.model import Finding, Since

MOST = 3


def priorities(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Ids of the defects to work on first: blocking ones, then major, then minor; of different criteria if possible."""
    wrong = [finding for finding in findings if finding.status == "defaut"]
    chosen: list[Finding] = []
    for severity in ("bloquant", "majeur", "mineur"):
        left = [finding for finding in wrong if finding.severity == severity]
        for fresh in (True, False):
            for finding in left:
                new = finding.criterion not in {item.criterion for item in chosen}
                alone = _control(finding) not in {_control(item) for item in chosen}
                if len(chosen) < MOST and finding not in chosen and alone and (new or not fresh):
                    chosen.append(finding)
    return tuple(finding.id for finding in chosen)


def _control(finding: Finding) -> str:
    """The control behind a finding, without the number of its places."""
    return ".".join(finding.id.split(".")[:2])


def strengths(findings: Sequence[Finding], remarks: Sequence[Mapping[str, Any]] = ()) -> tuple[str, ...]:
    """Up to three located successes, one a criterion, those with a quote first.

    What quotes a counted fault of French (`remarks` of the language) is no success to show.
    """
    faults = [one for one in remarks if one.get("counted") and one.get("locator")]
    good = [
        finding for finding in findings
        if finding.status == "conforme" and finding.locator is not None and not _faulty(finding, faults)
    ]  # fmt: skip
    good.sort(key=lambda finding: not finding.quote)
    chosen: dict[str, str] = {}
    for finding in good:
        chosen.setdefault(finding.criterion, finding.id)
    return tuple(list(chosen.values())[:MOST])


def _faulty(finding: Finding, faults: Sequence[Mapping[str, Any]]) -> bool:
    assert finding.locator is not None
    place = finding.locator.file, finding.locator.ref
    return any(
        (one["locator"]["file"], one["locator"]["ref"]) == place and one["quote"] in finding.quote
        for one in faults
        if one["quote"]
    )


def compared(findings: list[Finding], previous: Mapping[str, Any] | None) -> list[Finding]:
    """Findings marked against the version before: nouveau, restant, resolu."""
    if previous is None:
        return findings
    before = {item["id"]: item for item in previous.get("findings", [])}

    def mark(finding: Finding) -> Finding:
        old = before.get(finding.id)
        was = old is not None and old["status"] == "defaut"
        since: Since | None = None
        if finding.status == "defaut":
            since = "restant" if was else "nouveau"
        elif finding.status == "conforme" and was:
            since = "resolu"
        return replace(finding, since=since)

    marked = [mark(finding) for finding in findings]
    ids = {finding.id for finding in findings}
    for index, finding in enumerate(marked):
        children = [key for key in before if key not in ids and key.startswith(finding.id + ".")]
        if finding.status == "conforme" and any(before[key]["status"] == "defaut" for key in children):
            marked[index] = replace(finding, since="resolu")
    return marked
