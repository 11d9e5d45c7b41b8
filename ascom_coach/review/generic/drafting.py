"""Drafts reviewed: what each file is, every check of its contract, what only a reader can judge, why no level."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ascom_coach.documents import Document, Locator
from ascom_coach.errors import RefusedInputError
from ascom_coach.language import Engine, ProofResult
from ascom_coach.referential import load_referential
from ascom_coach.review.context import VERSION, passages
from ascom_coach.review.generic.catalogue import INSTRUCTION, LOOKS
from ascom_coach.review.generic.contracts import (
    Asked,
    Generic,
    Question,
    catalogue,
    criterion_for,
    productions,
)
from ascom_coach.review.generic.draft import Draft, Hit, family_of, without_reply
from ascom_coach.review.generic.instruction import Instruction, read_instruction
from ascom_coach.review.generic.kinds import ENOUGH, guess_kinds
from ascom_coach.review.generic.requested import requested
from ascom_coach.review.generic.settling import settled
from ascom_coach.review.levels import Outcome
from ascom_coach.review.model import CriterionResult, Finding, Severity, Status
from ascom_coach.review.unseen import unseen_in_draft
from ascom_coach.review.workbooks.results import with_results

ANY = (
    "a_completer", "parties", "demande", "jours", "echeances", "coordonnees", "calculs", "pieces_jointes",
    "interlocuteur", "restes", "donnees_personnelles", "registre", "ton", "langue", "styles", "images",
    "qualite_images", "erreur_calcul", "creneaux", "lot",
)  # fmt: skip
"""What is looked at in a file of which nothing is known."""
ANY_SHEET = ("totaux", "formules", "saisies", "lignes", "lignes_calculees", "evolutions")
"""And in a workbook of which nothing is known."""
_READER = "modele_ou_formateur"
_TOLD_BY_INSTRUCTION = 1.5


@dataclass(frozen=True, slots=True)
class About:
    """What the person said of the drafts. `production`: one id or several, separated by commas."""

    production: str | None = None
    bloc: int | None = None
    instruction: Instruction | str = ""
    engines: Sequence[Engine] = ()


GUESSED = "Deviné :"
"""How the sentence begins that tells what a file was taken for, when nobody said it."""


@dataclass(frozen=True, slots=True)
class DraftReview:
    """Outcomes of the checks and the French of each file; `settle` takes back the levels that would not be honest."""

    outcomes: tuple[Outcome, ...]
    proofs: tuple[tuple[Document, ProofResult], ...]
    criteria: tuple[str, ...]
    confirmed: bool
    instruction: Instruction

    def settle(
        self, results: Iterable[CriterionResult], outcomes: Sequence[Outcome]
    ) -> tuple[CriterionResult, ...]:
        """No level for a guessed production, nor without the check that decides: what was asked, the anomalies.

        `outcomes` are those of this review once a trainer's verdicts are in.
        """
        return settled(results, outcomes, confirmed=self.confirmed, asked=self.instruction.asked)


def review_drafts(documents: Sequence[Document], about: About) -> DraftReview:
    """Review files as drafts. Raises RefusedInputError on a production that the référentiel does not hold."""
    wanted = _wanted(about.production)
    documents = [without_reply(with_results(document)) for document in documents]
    instruction = about.instruction
    if isinstance(instruction, str):
        instruction = read_instruction(instruction) if instruction.strip() else Instruction("")
    bloc = about.bloc or next((_bloc(one.id) for one in wanted), None)
    drafts = [
        _draft(document, wanted, about, instruction, alone=len(documents) == 1) for document in documents
    ]
    outcomes: list[Outcome] = []
    for rank, draft in enumerate(drafts):
        lot = tuple(other for other in drafts if other is not draft)
        outcomes += _outcomes(draft, lot, instruction, rank, bloc)
    named = bool(drafts) and all(draft.named for draft in drafts)
    blocs = (
        [about.bloc] if about.bloc else [_bloc(draft.production.id) for draft in drafts if draft.production]
    )
    criteria = tuple(
        one.id for number in dict.fromkeys(blocs) if number for one in load_referential().criteria(number)
    )
    if drafts:
        outcomes.append(_note(drafts, instruction, named, criteria))
    return DraftReview(
        tuple(outcomes), tuple((one.document, one.proof) for one in drafts), criteria, named, instruction
    )


def _wanted(production: str | None) -> list[Generic]:
    names = [name for name in re.split(r"[,; ]+", production or "") if name]
    found = []
    for name in names:
        try:
            item = load_referential().production(name)
        except (KeyError, RefusedInputError):
            raise RefusedInputError(
                f"Je ne connais pas la production « {name} » : indiquez-en une du référentiel (P1.1 à P3.7)."
            ) from None
        found.append(productions()[item.parent or item.id])
    return found


def _bloc(production: str) -> int:
    return load_referential().production(production).bloc


def _draft(
    document: Document, wanted: Sequence[Generic], about: About, instruction: Instruction, *, alone: bool
) -> Draft:
    """What a file is: the production that was named when it can be it, else the best guess."""
    family = family_of(document)
    fitting = [one for one in wanted if family in one.families] or (list(wanted) if alone else [])
    if fitting:
        ranked = [(guess_kinds(document, one.id), one) for one in fitting]
        guesses, chosen = max(ranked, key=lambda pair: pair[0][0].points if pair[0] else 0.0)
        kind = guesses[0].kind if guesses and guesses[0].points >= ENOUGH else None
        return Draft(document, kind, chosen, True, about.engines, instruction.day)
    guesses = guess_kinds(document)
    if about.bloc:
        guesses = [one for one in guesses if _bloc(one.kind.production) == about.bloc]
    told = [
        replace(one, points=one.points + _TOLD_BY_INSTRUCTION, reasons=(*one.reasons, "la consigne en parle"))
        if one.kind.id in instruction.kinds
        else one
        for one in guesses
    ]
    best = max(told, key=lambda one: one.points, default=None)
    if best is None or best.points < ENOUGH:
        return Draft(document, None, None, False, about.engines, instruction.day)
    return Draft(
        document,
        best.kind,
        productions()[best.kind.production],
        False,
        about.engines,
        instruction.day,
        best.reasons,
    )


def _outcomes(
    draft: Draft, lot: tuple[Draft, ...], instruction: Instruction, rank: int, bloc: int | None
) -> Iterator[Outcome]:
    contract = draft.production
    number = bloc or (_bloc(contract.id) if contract else None)
    maker = _Maker(draft, rank, number)
    yield Outcome("", "mineur", (maker.what_it_is(),))
    unknown = (*ANY, *ANY_SHEET) if draft.document.sheets else ANY
    for name in contract.checks if contract else unknown:
        asked = catalogue()[name]
        if name == INSTRUCTION:
            hits = list(requested(draft, lot, instruction, rank == 0)) if instruction.asked else []
            hits = hits or ([_no_instruction()] if contract and not instruction.asked else [])
            yield from (maker.outcome(asked, [hit]) for hit in hits)  # each demand is a control of its own
        elif "lot" in asked.needs and not lot:
            yield maker.outcome(asked, [Hit("sans_objet", "Un seul fichier est remis : rien à comparer.")])
        else:
            yield maker.outcome(asked, list(LOOKS[name](draft, lot)))
    if reason := unseen_in_draft(draft.document):
        yield maker.format(reason)
    for index, question in enumerate(contract.questions if contract else (), 1):
        yield maker.reader(question, index)


def _no_instruction() -> Hit:
    return Hit(
        "non_evaluable", "Sans la consigne reçue, je ne sais pas ce qui était demandé.", needs="consigne"
    )


class _Maker:
    """Findings of one draft, with stable ids."""

    def __init__(self, draft: Draft, rank: int, bloc: int | None) -> None:
        self.draft = draft
        self.bloc = bloc
        self.prefix = "brouillon" if rank == 0 else f"brouillon{rank + 1}"
        self.base = draft.production.id if draft.production else ""

    def finding(
        self, check: str, version: int, criterion: str, hit: Hit, severity: Severity | None
    ) -> Finding:
        """A finding; a defect that is not certain, or of a file that is only guessed, is « à vérifier »."""
        status: Status = hit.status
        if status == "defaut" and not (hit.certain and self.draft.named):
            status = "a_verifier"
        at = hit.place[0] or Locator(self.draft.document.path, "file", "")
        return Finding(
            id=f"{self.prefix}.{check}{hit.mark}", check=f"brouillon:{check}", version=version, criterion=criterion,
            status=status, severity=(hit.severity or severity) if status == "defaut" else None,
            locator=at, quote=hit.place[1],
            message=hit.message, hint=hit.hint, passages=passages(criterion, (self.base,) if self.base else ()),
            production=self.base, needs=hit.needs,
        )  # fmt: skip

    def outcome(self, asked: Asked, hits: Sequence[Hit]) -> Outcome:
        """One check with its findings. A success beside a doubt is no success: it is left out."""
        criterion = criterion_for(asked.role, self.bloc)
        doubts = [hit for hit in hits if hit.status == "defaut"]
        kept = [hit for hit in hits if not (doubts and hit.status == "conforme" and asked.id != INSTRUCTION)]
        kept = kept or [Hit("sans_objet", f"Rien à regarder ici : {asked.looks_for}.")]
        found = tuple(self.finding(asked.id, asked.version, criterion, hit, asked.severity) for hit in kept)
        worst = next((hit.severity for hit in kept if hit.severity), asked.severity)
        return Outcome(criterion, worst, found)

    def format(self, reason: str) -> Outcome:
        """What the format of the file keeps from being read again."""
        criterion = criterion_for("outils", self.bloc)
        hit = Hit("non_evaluable", reason, needs="fichier")
        return Outcome(criterion, "mineur", (self.finding("format", VERSION, criterion, hit, None),))

    def reader(self, question: Question, index: int) -> Outcome:
        """What only a reader can judge; a trainer's word may fill it."""
        criterion = criterion_for(question.role, self.bloc)
        hit = Hit(
            "non_evaluable", f"{question.text} Seul un lecteur peut le dire.", mark=f"{index}", needs=_READER
        )
        return Outcome(criterion, "majeur", (self.finding("lecteur", VERSION, criterion, hit, None),))

    def what_it_is(self) -> Finding:
        """What the file was taken for: said by the person, guessed (and how), or unknown."""
        draft = self.draft
        if draft.named and draft.production:
            kind = f" et j’y reconnais {draft.kind.title}" if draft.kind else ""
            hit = Hit("sans_objet", f"Relu comme {_title(draft.production)}{kind}.")
        elif draft.production and draft.kind:
            reasons = ", ".join(draft.reasons)
            hit = Hit(
                "sans_objet",
                f"{GUESSED} {draft.kind.title}, pour {_title(draft.production)} ({reasons}). "
                "Si c’est autre chose, dites-le et je relirai autrement.",
            )
        else:
            hit = Hit(
                "sans_objet", "Je ne devine pas ce qu’est ce fichier : dites-le, et je relirai plus à fond."
            )
        return self.finding("production", VERSION, "", hit, None)


def _title(contract: Generic) -> str:
    """« P1.5 « rédaction de messages » »: what stands before the list of a long label."""
    label = load_referential().production(contract.id).label.partition(" : ")[0].partition(", avec ")[0]
    return f"{contract.id} « {label[0].lower()}{label[1:]} »"


def _note(drafts: Sequence[Draft], instruction: Instruction, named: bool, criteria: Sequence[str]) -> Outcome:
    """What a draft alone does not allow, said once."""
    lacks = []
    if not named:
        lacks.append("savoir de quelle production il s’agit")
    if not instruction.asked:
        lacks.append("la consigne reçue")
    elif not instruction.confirmed:
        lacks.append("la liste des demandes, relue par vous")
    lacks.append("l’avis d’un formateur sur ce que seul un lecteur peut juger")
    contracts: Mapping[str, Generic] = {
        draft.production.id: draft.production for draft in drafts if draft.production
    }
    never = dict.fromkeys(contract.never for contract in contracts.values())
    message = f"Pour un niveau sur chaque critère, il faudrait : {' ; '.join(lacks)}."
    if never:
        message += f" Un fichier ne montre jamais : {' ; '.join(never)}."
    criterion = next((name for name in criteria if name.endswith(".2")), "")
    base = next(iter(contracts), "")
    finding = Finding(
        id="brouillon.niveau", check="brouillon:niveau", version=2, criterion=criterion, status="non_evaluable",
        severity=None, locator=None, quote="", hint="", passages=passages(criterion, (base,) if base else ()),
        production=base, needs=_READER, message=message,
    )  # fmt: skip
    return Outcome("", "mineur", (finding,))
