"""The review of a hand-in: copies in, findings and levels out. Pure: the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from ascom_coach.documents import Document, Locator
from ascom_coach.language import Engine, ProofResult
from ascom_coach.rehearsal import State
from ascom_coach.review.assign import ON_SESSION, Copy, assign
from ascom_coach.review.context import VERSION, Context, passages
from ascom_coach.review.drafts import draft_findings
from ascom_coach.review.languages import language_report
from ascom_coach.review.levels import Outcome, criterion_results
from ascom_coach.review.model import Finding, Review, Severity, Since, TrainerVerdict
from ascom_coach.review.registry import CHECKS, WITHOUT_COPY
from ascom_coach.scenarios import Script
from ascom_coach.scenarios.schema import Production

_WEIGHT = {"bloquant": 0, "majeur": 1, "mineur": 2, None: 3}


@dataclass(frozen=True, slots=True)
class Situation:
    """What surrounds the copies. Without a script, the copies are drafts; without a state, there was no session.

    `complete` tells that the copies are the whole hand-in, so that a missing production is a defect.
    `instruction` is the text of an instruction the learner received (drafts only).
    """

    script: Script | None = None
    state: State | None = None
    session: str | None = None
    production: str | None = None
    bloc: int | None = None
    start_documents: Mapping[str, Document] | None = None
    verdicts: Sequence[TrainerVerdict] = ()
    previous: Mapping[str, Any] | None = None
    engines: Sequence[Engine] = ()
    complete: bool = False
    instruction: str = ""


def review_copies(copies: Sequence[Copy], situation: Situation) -> Review:
    """Review copies: for a scenario when there is one, else as drafts."""
    if situation.script is None:
        outcomes, proofs = [], []
        for copy in copies:
            if copy.document is not None:
                found, proof = draft_findings(copy.document, situation.production, situation.bloc,
                                              situation.instruction, situation.engines)  # fmt: skip
                outcomes.append(Outcome("", "mineur", tuple(found)))
                proofs.append((copy.document, proof))
        criteria: tuple[str, ...] = ()
    else:
        outcomes, proofs = _for_scenario(copies, situation, situation.script)
        criteria = situation.script.scenario.referentiel.criteres
    outcomes = [_with_verdict(outcome, situation.verdicts) for outcome in outcomes]
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    findings += [finding for copy in copies if copy.document for finding in _notices(copy.document)]
    findings = _since(findings, situation.previous)
    return Review(
        scenario=situation.script.id if situation.script else None,
        session=situation.session,
        files=tuple(
            {"path": copy.document.path, "type": copy.document.type, "sha256": copy.document.sha256}
            for copy in copies
            if copy.document
        ),
        criteria=criterion_results(criteria, outcomes),
        findings=tuple(findings),
        language=language_report(proofs),
        refused=tuple(
            {"path": copy.refused.path, "reason": copy.refused.reason} for copy in copies if copy.refused
        ),
        priorities=_priorities(findings),
        strengths=_strengths(findings),
        verdicts=tuple(situation.verdicts),
    )


def _for_scenario(
    copies: Sequence[Copy], situation: Situation, script: Script
) -> tuple[list[Outcome], list[tuple[Document, ProofResult]]]:
    given = assign(copies, script.scenario, situation.production)
    documents = [copy.document for copy in given.values() if copy.document]
    outcomes: list[Outcome] = []
    proofs: list[tuple[Document, ProofResult]] = []
    only = situation.production
    for production in script.scenario.productions:
        if (
            only is not None
            and only not in (production.id, *production.referentiel)
            and production.id not in given
        ):
            continue
        copy = given.get(production.id)
        document = copy.document if copy else None
        context = Context(
            script, production, document, situation.state, situation.start_documents or {}, situation.engines,
            tuple(other for other in documents if other is not document),
        )  # fmt: skip
        outcomes += _outcomes(context, situation)
        if document is not None:
            proofs.append((document, context.proof))
    return outcomes, proofs


def _outcomes(context: Context, situation: Situation) -> list[Outcome]:
    production = context.production
    if context.document is None and production.type != ON_SESSION:
        late = [_missing(context, situation)]
        kept = [c for c in production.controles if c.type in WITHOUT_COPY and situation.state is not None]
        late += [Outcome(c.critere, c.gravite, tuple(CHECKS[c.type](c, context))) for c in kept]
        if not situation.complete:
            late += [
                Outcome(
                    c.critere,
                    c.gravite,
                    tuple(context.missing(c, "fichier", "Ce document n’est pas remis ici.")),
                )
                for c in production.controles
                if c.type not in WITHOUT_COPY
            ]
            return late[1:]
        return late
    return [
        Outcome(control.critere, control.gravite, tuple(CHECKS[control.type](control, context)))
        for control in production.controles
    ]


def _missing(context: Context, situation: Situation) -> Outcome:
    """A production that was not handed in, as one defect of its first content criterion."""
    production = context.production
    criterion = _content_criterion(production)
    finding = Finding(
        id=f"{production.id}.remise", check="remise", version=VERSION, criterion=criterion, status="defaut",
        severity="bloquant", locator=Locator("", "file", ""), quote="",
        message=f"« {production.titre or production.id} » n’est pas remis.", hint="Que vous reste-t-il à produire ?",
        passages=passages(criterion, production.referentiel), production=production.id,
    )  # fmt: skip
    return Outcome(criterion, "bloquant", (finding,))


def _content_criterion(production: Production) -> str:
    """The criterion on content and demand (second of each bloc), when the production has it, else its first one."""
    used = [control.critere for control in production.controles]
    return next((name for name in used if name.endswith(".2")), used[0] if used else "")


def _with_verdict(outcome: Outcome, verdicts: Sequence[TrainerVerdict]) -> Outcome:
    """A trainer's word fills what only a reader can judge; a computed verdict stays as it is, the word beside it."""
    known = {verdict.check: verdict for verdict in verdicts}
    found = []
    for finding in outcome.findings:
        verdict = known.get(finding.id) or known.get(finding.id.partition(".")[2]) or None
        if verdict is None:
            found.append(finding)
        elif finding.needs == "modele_ou_formateur":
            note = (
                f"{finding.message.partition(' Seul un lecteur')[0]} Avis de {verdict.who} : {verdict.reason}"
            )
            severity = cast("Severity", outcome.severity) if verdict.verdict == "defaut" else None
            found.append(replace(finding, status=verdict.verdict, message=note, severity=severity, needs=""))
        else:
            note = f"{finding.message} (Avis de {verdict.who} : {_word(verdict.verdict)} — {verdict.reason})"
            found.append(replace(finding, message=note))
    return Outcome(outcome.criterion, outcome.severity, tuple(found))


def _word(verdict: str) -> str:
    return {"conforme": "réussi", "defaut": "à reprendre", "sans_objet": "sans objet"}.get(verdict, verdict)


def _notices(document: Document) -> list[Finding]:
    """What the file itself should make one look at; it never costs a level."""
    return [
        Finding(
            id=f"{document.path}.{notice.code}.{number}", check=f"fichier:{notice.code}", version=VERSION, criterion="",
            status="a_verifier", severity=None, locator=notice.locator or Locator(document.path, "file", ""), quote="",
            message=notice.message, hint="", production="",
        )
        for number, notice in enumerate(document.notices, 1)
    ]  # fmt: skip


def _since(findings: list[Finding], previous: Mapping[str, Any] | None) -> list[Finding]:
    """Compare with the version before: nouveau, restant, resolu."""
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


def _priorities(findings: Sequence[Finding]) -> tuple[str, ...]:
    """At most three defects to work on first: the heaviest, of different criteria when possible."""
    wrong = sorted(
        (finding for finding in findings if finding.status == "defaut"),
        key=lambda finding: _WEIGHT[finding.severity],
    )
    chosen: list[Finding] = []
    for fresh in (True, False):
        for finding in wrong:
            if len(chosen) == 3:
                break
            new = finding.criterion not in {item.criterion for item in chosen}
            if finding not in chosen and (new or not fresh):
                chosen.append(finding)
    chosen.sort(key=lambda finding: _WEIGHT[finding.severity])
    return tuple(finding.id for finding in chosen)


def _strengths(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Up to three located successes, one a criterion, those with a quote first."""
    good = [finding for finding in findings if finding.status == "conforme" and finding.locator is not None]
    good.sort(key=lambda finding: not finding.quote)
    chosen: dict[str, str] = {}
    for finding in good:
        chosen.setdefault(finding.criterion, finding.id)
    return tuple(list(chosen.values())[:3])
