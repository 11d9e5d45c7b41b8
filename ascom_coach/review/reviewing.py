"""The review of a hand-in: copies in, findings and levels out. Pure: the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from ascom_coach.documents import Document, Locator
from ascom_coach.language import Engine, ProofResult
from ascom_coach.rehearsal import State
from ascom_coach.review.assign import Copy, assign
from ascom_coach.review.checks.registry import CHECKS, WITHOUT_COPY
from ascom_coach.review.context import VERSION, Context, passages
from ascom_coach.review.evidence import proven, words_of
from ascom_coach.review.generic import About, DraftReview, Instruction, in_words, review_drafts
from ascom_coach.review.languages import language_report
from ascom_coach.review.levels import Outcome, criterion_results
from ascom_coach.review.model import Finding, Review, Severity, TrainerVerdict
from ascom_coach.review.one_slip import one_slip
from ascom_coach.review.orders import without_orders
from ascom_coach.review.prose import ProseCase, draft_cases, prose_cases
from ascom_coach.review.ranking import compared, priorities, strengths
from ascom_coach.review.repeated_words import not_handed_in, question_of
from ascom_coach.review.unseen import unseen
from ascom_coach.review.watch import Story, right_cells, watched
from ascom_coach.review.workbooks.carried import charged_once
from ascom_coach.review.workbooks.cells import at
from ascom_coach.review.workbooks.results import computed_here, stale, with_results
from ascom_coach.scenarios import Script
from ascom_coach.scenarios.control import Control
from ascom_coach.scenarios.schema import Production


@dataclass(frozen=True, slots=True)
class Situation:
    """What surrounds the copies. Without a script, the copies are drafts; without a state, there was no session.

    `complete` tells that the copies are the whole hand-in, so that a missing production is a defect.
    `instruction` is what the learner was asked, as a text or as a list already read (drafts only).
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
    instruction: Instruction | str = ""


def review_copies(copies: Sequence[Copy], situation: Situation) -> Review:
    """Review copies: for a scenario when there is one, else as drafts. Orders to the corrector are left out."""
    copies = [replace(one, document=without_orders(one.document)) if one.document else one for one in copies]
    documents = [copy.document for copy in copies if copy.document]
    drafts: DraftReview | None = None
    if situation.script is None:
        about = About(situation.production, situation.bloc, situation.instruction, situation.engines)
        drafts = review_drafts(documents, about)
        outcomes, proofs, criteria = list(drafts.outcomes), list(drafts.proofs), drafts.criteria
    else:
        outcomes, proofs = _for_scenario(copies, situation, situation.script)
        criteria = situation.script.scenario.referentiel.criteres
    said = words_of(documents)
    outcomes = [replace(outcome, findings=proven(outcome.findings, documents, said)) for outcome in outcomes]
    outcomes = [_with_verdict(outcome, situation.verdicts) for outcome in outcomes]
    findings = [finding for outcome in outcomes for finding in outcome.findings]
    findings += [finding for document in documents for finding in (*_notices(document), *_outdated(document))]
    findings += _lost_verdicts(findings, situation.verdicts)
    findings = compared(findings, situation.previous)
    results = criterion_results(criteria, outcomes)
    days = {
        (one.locator.file, one.locator.ref)
        for one in findings
        if one.locator and one.check.endswith("jours") and one.status != "conforme"
    }
    language = language_report(proofs, days)
    return Review(
        scenario=situation.script.id if situation.script else None,
        session=situation.session,
        files=tuple(
            {"path": document.path, "type": document.type, "sha256": document.sha256}
            for document in documents
        ),
        criteria=drafts.settle(results, outcomes) if drafts else results,
        findings=tuple(findings),
        language=language,
        refused=tuple(
            {"path": copy.refused.path, "reason": copy.refused.reason} for copy in copies if copy.refused
        ),
        priorities=priorities(findings),
        strengths=strengths(findings, language["remarks"]),
        verdicts=tuple(situation.verdicts),
        instruction=tuple(one.to_json() for one in drafts.instruction.demands) if drafts else (),
        prose=_prose(copies, situation, findings, criteria),
    )


def _prose(
    copies: Sequence[Copy], situation: Situation, findings: Sequence[Finding], criteria: Sequence[str]
) -> tuple[ProseCase, ...]:
    if situation.script is None:
        documents = [copy.document for copy in copies if copy.document]
        asked = situation.instruction
        told = asked if isinstance(asked, str) else "\n".join(in_words(one) for one in asked.demands)
        return draft_cases(documents, criteria, told)
    given = assign(copies, situation.script.scenario, situation.production)
    read = {name: copy.document for name, copy in given.items() if copy.document}
    return prose_cases(situation.script.scenario, read, situation.state, findings)


def _for_scenario(
    copies: Sequence[Copy], situation: Situation, script: Script
) -> tuple[list[Outcome], list[tuple[Document, ProofResult]]]:
    given = assign(copies, script.scenario, situation.production)
    read = {name: with_results(copy.document) for name, copy in given.items() if copy.document}
    start = {name: with_results(document) for name, document in (situation.start_documents or {}).items()}
    outcomes: list[Outcome] = []
    proofs: list[tuple[Document, ProofResult]] = []
    only = situation.production
    story: Story | None = None
    for production in script.scenario.productions:
        asked = only is None or only in (production.id, *production.referentiel)
        if not asked and production.id not in given:
            continue
        document = read.get(production.id)
        context = Context(
            script, production, document, situation.state, start, situation.engines,
            tuple(other for other in read.values() if other is not document),
        )  # fmt: skip
        judged = one_slip(_judged(context), context)
        mine = _outcomes(context, situation, given.get(production.id), judged)
        if document is not None:
            story = story or Story(
                script.scenario, start, {fact.id: context.value(fact.id) for fact in script.scenario.faits}
            )
            seen = watched(context, story, mine)
            mine = [
                outcome for _, outcome in charged_once(judged, context, right_cells(context, story, seen))
            ]
            mine += seen
        outcomes += mine
        if document is not None:
            proofs.append((document, context.proof))
    unplaced = [copy.document for copy in copies if copy.document and copy not in given.values()]
    outcomes += [Outcome("", "mineur", (_unplaced(document),)) for document in unplaced]
    return outcomes, proofs


def _judged(context: Context) -> list[tuple[Control, Outcome]]:
    """Each control of a production with what it gives, nothing when there is no copy of it."""
    production = context.production
    if context.document is None and not production.spoken:
        return []
    return [(control, _outcome(control, context)) for control in production.controles]


def _outcomes(
    context: Context, situation: Situation, copy: Copy | None, judged: Sequence[tuple[Control, Outcome]]
) -> list[Outcome]:
    production = context.production
    if context.document is not None or production.spoken:
        return [outcome for _, outcome in charged_once(judged, context)]
    late = [
        _outcome(control, context)
        for control in production.controles
        if control.type in WITHOUT_COPY and situation.state is not None
    ]
    if situation.complete and copy is None:
        return [_missing(context), *late]
    reason = not_handed_in(production.titre or production.id)
    if copy is not None and copy.refused is not None:
        reason = f"Ce fichier n’a pas pu être lu : {copy.refused.reason}"
    unread = [
        Outcome(control.critere, control.gravite, tuple(context.missing(control, "fichier", reason)))
        for control in production.controles
        if control.type not in WITHOUT_COPY
    ]
    return [*late, *unread]


def _outcome(control: Control, context: Context) -> Outcome:
    """One control, judged; without object when it waits for an unforeseen event that did not come."""
    if control.si_imprevu_survenu and control.si_imprevu_survenu not in context.twists:
        found = [context.found(control, "sans_objet", "L’imprévu n’est pas arrivé dans cette séance.")]
    elif context.document is not None and (reason := unseen(context.document, getattr(control, "type", ""))):
        found = context.missing(control, "fichier", reason)
    else:
        found = CHECKS[getattr(control, "type", "")](control, context)
    return Outcome(control.critere, control.gravite, tuple(found))


def _unplaced(document: Document) -> Finding:
    """A file that fits none of the productions, or one too many: it is said, never passed over."""
    return Finding(
        id=f"{document.path}.travail", check="fichier:travail", version=VERSION, criterion="", status="a_verifier",
        severity=None, locator=Locator(document.path, "file", ""), quote="",
        message="Je ne sais pas à quel travail demandé rattacher ce fichier : il n’a pas été relu.",
        hint="Indiquez de quelle production il s’agit, ou donnez son nom au fichier.",
    )  # fmt: skip


def _missing(context: Context) -> Outcome:
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
        verdict = next((known[name] for name in _names(finding) if name in known), None)
        if verdict is None:
            found.append(finding)
        elif finding.needs == "modele_ou_formateur":
            note = f"{question_of(finding.message)} Avis de {verdict.who} : {verdict.reason}"
            severity = cast("Severity", outcome.severity) if verdict.verdict == "defaut" else None
            found.append(replace(finding, status=verdict.verdict, message=note, severity=severity, needs=""))
        else:
            note = f"{finding.message} (Avis de {verdict.who} : {_word(verdict.verdict)} — {verdict.reason})"
            found.append(replace(finding, message=note))
    return Outcome(outcome.criterion, outcome.severity, tuple(found))


def _names(finding: Finding) -> tuple[str, ...]:
    """How a trainer may name the control of a finding: with its production, without, with its number or without."""
    production, _, control = finding.id.partition(".")
    base = control.rpartition(".")[0] if control.rpartition(".")[2].isdecimal() else control
    return tuple(name for name in (finding.id, control, f"{production}.{base}", base) if name)


def _lost_verdicts(findings: Sequence[Finding], verdicts: Sequence[TrainerVerdict]) -> list[Finding]:
    """A trainer's word on a control that is not there is told, never lost."""
    known = {name for finding in findings for name in _names(finding)}
    return [
        Finding(
            id=f"avis.{verdict.check}", check="avis", version=VERSION, criterion="", status="a_verifier", severity=None,
            locator=None, quote="", hint="Recopiez le nom du contrôle tel qu’il est écrit dans le rapport.",
            message=f"L’avis de {verdict.who} sur « {verdict.check} » ne correspond à aucun contrôle relu ici.",
        )
        for verdict in verdicts
        if verdict.check not in known
    ]  # fmt: skip


def _word(verdict: str) -> str:
    return {"conforme": "réussi", "defaut": "à reprendre", "sans_objet": "sans objet"}.get(verdict, verdict)


def _outdated(document: Document) -> list[Finding]:
    """Stored results that are no longer those of their formulas: told once, at the first one; no level moves."""
    found = next(stale(document), None) if document.sheets else None
    if found is None:
        return []
    message = "Le résultat enregistré ici n’est plus celui de la formule : ce que l’on lit peut être faux."
    return [
        Finding(
            id=f"{document.path}.resultat_perime", check="fichier:resultat_perime", version=VERSION, criterion="",
            status="a_verifier", severity=None, locator=at(found[0])[0], quote=at(found[0])[1], message=message,
            hint="Recalculez le classeur (F9), enregistrez-le, puis remettez-le.",
        )
    ]  # fmt: skip


def _notices(document: Document) -> list[Finding]:
    """What the file itself should make one look at; it never costs a level."""
    return [
        Finding(
            id=f"{document.path}.{notice.code}.{number}", check=f"fichier:{notice.code}", version=VERSION, criterion="",
            status="a_verifier", severity=None, locator=notice.locator or Locator(document.path, "file", ""), quote="",
            message=notice.message, hint="", production="",
        )
        for number, notice in enumerate(document.notices, 1)
        if notice.code != "valeurs_non_calculees" or not computed_here(document)
    ]  # fmt: skip
