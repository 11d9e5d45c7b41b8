"""What a review found, each thing said once: remarks put together, and in one list what could not be judged. Pure.

Reports, plain lines and screens read their remarks here, so that none of them repeats itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ascom_coach.documents import Locator
from ascom_coach.review.model import Finding, Review
from ascom_coach.review.repeated_words import all_hints, all_missing, missing_label, title_not_handed_in
from ascom_coach.review.report.words import SEVERITY

ORDER = ("defaut", "a_verifier", "conforme")
GRAVITY = ("bloquant", "majeur", "mineur")
BY_HAND = "modele_ou_formateur"
SEE_FRENCH = "Une faute de français compte ici"
"""Its rule is told among those of the French."""
_LEVEL_NOTE = "brouillon:niveau"
_GUESS = "brouillon:production"
_COUNT_OF_FAULTS = ("langue", "brouillon:langue")
_SURE_FAULT = "vigilance:faute_sure"
_IDLE = "Rien à regarder ici :"
_OF_SESSION = {
    "faits_obtenus": "ce que vous avez obtenu en demandant",
    "conduite": "votre attitude à l’oral",
    "promesses_tenues": "les promesses faites à l’oral",
    "delai_de_remise": "le temps mis",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a remark, with the words there and its own next step when the places have different ones."""

    locator: Locator | None
    quote: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Findings of one criterion that say the same: what, where, the next step. The first one is the gravest."""

    findings: tuple[Finding, ...]
    message: str
    spots: tuple[Spot, ...]
    hint: str

    @property
    def first(self) -> Finding:
        """The finding that gives its status and its severity."""
        return self.findings[0]


def said(findings: Iterable[Finding], language: Mapping[str, Any] | None = None) -> tuple[Said, ...]:
    """The findings in the order of reading, those that say the same put together and each reason given once.

    With the `language` of a review, what it teaches rule by rule is only referred to.
    """
    ranked = sorted(findings, key=_rank)
    rules = {str(one.get("message", "")) for one in (language or {}).get("remarks") or ()}
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in ranked:
        groups.setdefault(_key(finding, rules), []).append(finding)
    told = [_together(some, rules) for some in groups.values()]
    return tuple(_reasons_once(told))


def _rank(finding: Finding) -> tuple[int, int]:
    status = ORDER.index(finding.status) if finding.status in ORDER else len(ORDER)
    return status, GRAVITY.index(finding.severity) if finding.severity in GRAVITY else 0


def _key(finding: Finding, rules: set[str]) -> tuple[object, ...]:
    known = missing_label(finding.message)
    file = finding.locator.file if finding.locator and finding.status != "conforme" else ""
    base = (finding.criterion, finding.status, finding.since, file)
    if known is not None and finding.status == "defaut":
        return (*base, known[0], finding.locator and finding.locator.ref, finding.quote)
    if _is_taught(finding, rules):
        return (*base, _SURE_FAULT)
    return (*base, finding.severity, finding.message)


def _is_taught(finding: Finding, rules: set[str]) -> bool:
    return finding.check == _SURE_FAULT and finding.message in rules


def _together(some: Sequence[Finding], rules: set[str]) -> Said:
    first = some[0]
    known = [missing_label(one.message) for one in some]
    kind = known[0][0] if known[0] and first.status == "defaut" else ""
    if kind:
        labels = {
            label[1]: one.severity for label, one in reversed(list(zip(known, some, strict=True))) if label
        }
        names = list(reversed(labels))
        hint = all_hints(kind, names, [one.hint for one in some])
        lighter = [
            name if labels[name] in (first.severity, None) else f"{name} ({SEVERITY[labels[name] or '']})"
            for name in names
        ]
        return Said(tuple(some), all_missing(kind, lighter), (Spot(first.locator, first.quote),), hint)
    if _is_taught(first, rules):
        several = "Des fautes de français comptent ici" if len(some) > 1 else SEE_FRENCH
        return Said(
            tuple(some), f"{several} : la règle est donnée avec le français de la copie.", _spots(some), ""
        )
    if first.check in _COUNT_OF_FAULTS and first.status == "defaut" and rules:
        hint = "Commencez par la première règle donnée avec le français de la copie."
        return Said(tuple(some), first.message, _spots(some), hint)
    hints = list(dict.fromkeys(one.hint for one in some if one.hint))
    if len(hints) < 2:
        return Said(tuple(some), first.message, _spots(some), hints[0] if hints else "")
    return Said(tuple(some), first.message, _spots(some, with_hints=True), "")


def _spots(some: Sequence[Finding], *, with_hints: bool = False) -> tuple[Spot, ...]:
    """Each place once; the different next steps of one place follow each other."""
    found: dict[tuple[object, str], Spot] = {}
    for one in some:
        key = (one.locator and (one.locator.file, one.locator.ref), one.quote)
        hint = one.hint if with_hints else ""
        before = found.get(key)
        if before is None:
            found[key] = Spot(one.locator, one.quote, hint)
        elif hint and hint not in before.hint:
            found[key] = replace(before, hint=f"{before.hint} {hint}".strip())
    return tuple(found.values())


def _reasons_once(told: Iterable[Said]) -> list[Said]:
    """« … : la prochaine personne se trompera. », « Source : … » is said at the first remark that holds it."""
    heard: set[str] = set()
    result = []
    for one in told:
        head, mark, tail = one.message.rpartition(" : ")
        if mark and "»" not in tail and len(tail.split()) > 3:
            if tail in heard:
                one = replace(one, message=f"{head.removesuffix('. Source')}.")  # noqa: PLW2901
            heard.add(tail)
        result.append(one)
    return result


def same_remark(first: Finding, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The finding, then those that say word for word the same of the same file, with the same next step."""

    def told(one: Finding) -> tuple[object, ...]:
        file = one.locator.file if one.locator else ""
        return one.criterion, one.status, one.since, one.message, one.hint, file

    return (first, *(one for one in findings if one.id != first.id and told(one) == told(first)))


def urgent(review: Review) -> tuple[Said, ...]:
    """The priorities in their order, each with the findings that say the same."""
    by_id = {finding.id: finding for finding in review.findings}
    chosen = [by_id[name] for name in review.priorities if name in by_id][:3]
    left = [one for one in review.findings if one not in chosen]
    return tuple(said(same_remark(one, left), review.language)[0] for one in chosen)


def is_judged(finding: Finding, review: Review) -> bool:
    """Whether a finding is a remark to read, and not one of what could not be judged."""
    return finding.status in ORDER or bool(verdicts_on(finding, review))


def verdicts_on(finding: Finding, review: Review) -> list[Any]:
    """Trainers' verdicts on that finding: by its id, its control or its check."""
    names = (finding.id, ".".join(finding.id.split(".")[:2]), finding.check)
    return [verdict for verdict in review.verdicts if verdict.check in names]


def left_to_a_reader(review: Review) -> tuple[Finding, ...]:
    """What only a person can judge, and nobody has yet."""
    return tuple(
        one
        for one in review.findings
        if one.needs == BY_HAND and one.check != _LEVEL_NOTE and not is_judged(one, review)
    )


def not_handed_in_titles(review: Review) -> tuple[str, ...]:
    """Titles of the documents that the scenario asks for and that are not there."""
    titles = (title_not_handed_in(one.message) for one in review.findings if one.needs == "fichier")
    return tuple(dict.fromkeys(title for title in titles if title))


def notes_on_levels(review: Review) -> tuple[str, ...]:
    """What a draft would need for a level."""
    return tuple(dict.fromkeys(one.message for one in review.findings if one.check == _LEVEL_NOTE))


def guesses(review: Review) -> tuple[Finding, ...]:
    """What each draft was taken for."""
    return tuple(one for one in review.findings if one.check == _GUESS and one.locator is not None)


def not_judged(review: Review) -> tuple[str, ...]:
    """What could not be judged and why, a line a reason; what waits for a reader or for a file is told elsewhere."""
    left = [one for one in review.findings if one.status == "non_evaluable" and not is_judged(one, review)]
    lines = []
    session = [one for one in left if one.needs == "seance"]
    if session:
        names = dict.fromkeys(_OF_SESSION.get(one.check, one.check) for one in session)
        lines.append(f"Sans la séance : {' ; '.join(names)} ({_checks(len(session))}).")
    absent = [one for one in left if one.needs == "fichier" and title_not_handed_in(one.message)]
    if absent:
        lines.append(f"Dans les documents non remis : {_checks(len(absent))}.")
    others: dict[str, list[Finding]] = {}
    for one in left:
        if one not in session and one not in absent and one.needs != BY_HAND and one.check != _LEVEL_NOTE:
            others.setdefault(one.message, []).append(one)
    for message, some in others.items():
        lines.append(message if len(some) == 1 else f"{message.rstrip('.')} ({_checks(len(some))}).")
    return tuple(lines)


def without_object(review: Review) -> tuple[str, ...]:
    """What had nothing to look at: what the checks of drafts list in one sentence, then the others."""
    idle = dict.fromkeys(
        one.message
        for one in review.findings
        if one.status == "sans_objet" and one.check != _GUESS and not is_judged(one, review)
    )
    listed = [one.removeprefix(_IDLE).strip(" .") for one in idle if one.startswith(_IDLE)]
    first = [f"{_IDLE} {' ; '.join(listed)}."] if listed else []
    return (*first, *(one for one in idle if not one.startswith(_IDLE)))


def _checks(number: int) -> str:
    return f"{number} contrôle{'s' if number > 1 else ''}"
