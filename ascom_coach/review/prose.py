"""What only a reader can judge, made ready for one; and what a reader said, put beside the levels. It moves none.

`prose_cases` gathers, for each control of type `jugement`, the question, its answers, the trainee's own text and what
the trainee had been told. Nothing of the key, of the other controls or of what stayed locked is in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from ascom_coach.documents import Document, addressed_to_corrector
from ascom_coach.rehearsal import TRAINEE, State
from ascom_coach.resources import knowledge_dir, read_yaml
from ascom_coach.review.model import Finding, Review, TrainerVerdict
from ascom_coach.review.text_view import TextView
from ascom_coach.scenarios import Scenario
from ascom_coach.scenarios.controls import Judgement
from ascom_coach.scenarios.schema import OralInstruction, Production

if TYPE_CHECKING:
    from ascom_coach.review.model import Status

LEFT_OUT = "[…]"
"""Stands where a sentence spoke to the corrector instead of the reader."""


@dataclass(frozen=True, slots=True)
class ProseCase:
    """One question about one text. `finding` is the id of the finding that waits for a reader.

    `descriptors` are the closed list of answers, best first; `told` what the trainee learnt, as (public label, value).
    """

    finding: str
    criterion: str
    question: str
    descriptors: tuple[str, ...]
    asked: str
    told: tuple[tuple[str, str], ...]
    text: str
    file: str


def prose_cases(
    scenario: Scenario, documents: Mapping[str, Document], state: State | None, findings: Sequence[Finding]
) -> tuple[ProseCase, ...]:
    """A case for each finding that waits for a reader and has a text. `documents` are by production id."""
    waiting = {finding.id: finding for finding in findings if finding.check == "jugement" and finding.needs}
    cases = []
    for production in scenario.productions:
        text, file = _text(production, documents.get(production.id), state)
        if not text.strip():
            continue
        for control in production.controles:
            name = f"{production.id}.{control.id}"
            if isinstance(control, Judgement) and name in waiting and len(control.descripteurs) >= 2:
                cases.append(
                    ProseCase(
                        name, control.critere, control.question, control.descripteurs, _asked(scenario, production),
                        _told(scenario, state), text, file,
                    )
                )  # fmt: skip
    return tuple(cases)


@cache
def _draft_question() -> Mapping[str, Any]:
    tree: Mapping[str, Any] = read_yaml(knowledge_dir() / "modele" / "brouillon.yaml")
    return tree


def draft_cases(
    documents: Sequence[Document], criteria: Sequence[str], instruction: str
) -> tuple[ProseCase, ...]:
    """One case a draft of some length, under the writing criterion of its bloc; none when the bloc is not known."""
    known = _draft_question()
    criterion = next((name for name in known["criteres"].values() if name in criteria), "")
    cases = []
    for number, document in enumerate(documents, 1):
        if not criterion or document.sheets:
            continue
        text = _written(document)
        if len(text.split()) >= int(known["mots_min"]):
            cases.append(
                ProseCase(
                    f"brouillon{number}.{criterion}", criterion, known["question"], tuple(known["reponses"]),
                    instruction.strip(), (), text, document.path,
                )
            )  # fmt: skip
    return tuple(cases)


def _text(production: Production, document: Document | None, state: State | None) -> tuple[str, str]:
    """The trainee's words and nobody else's, without what is hidden or speaks to the corrector."""
    if production.spoken:
        said = [line.text for line in state.transcript if line.who == TRAINEE] if state else []
        return _without_orders(said), "seance"
    if document is None:
        return "", ""
    return _written(document), document.path


def _written(document: Document) -> str:
    subject = [document.mail.subject] if document.mail and document.mail.subject else []
    return _without_orders([*subject, *TextView.of(document).lines])


def _without_orders(lines: Sequence[str]) -> str:
    return "\n".join(LEFT_OUT if addressed_to_corrector(line) else line for line in lines)


def _asked(scenario: Scenario, production: Production) -> str:
    parts = (scenario.presentation, production.titre, production.demande)
    return " ".join(part.strip() for part in parts if part.strip())


def _told(scenario: Scenario, state: State | None) -> tuple[tuple[str, str], ...]:
    """Points of the instruction that were heard, then the facts obtained with their value of the moment."""
    if state is None:
        return ()
    heard = [
        ("consigne", point.dit)
        for step in scenario.etapes
        if isinstance(step, OralInstruction)
        for point in step.points
        if point.id in state.points_heard
    ]
    facts = [(fact.porte_sur, state.told[fact.id]) for fact in scenario.faits if fact.id in state.told]
    return (*heard, *facts)


def with_appreciations(review: Review, items: Sequence[Mapping[str, Any]]) -> Review:
    """The review with appreciations beside its criteria; levels and findings are those it had.

    An item has `control` (id of the finding), `criterion`, `question`, `outcome` (`avis`, `a_verifier`), `answer`,
    `heard`, `quotes` (maps with `quote`, `claim`, `file`), `source`, `model` and `prompt`.
    """
    criteria = []
    for result in review.criteria:
        mine = [dict(item) for item in items if item["criterion"] == result.id]
        if not mine:
            criteria.append(result)
            continue
        given = {
            "source": "modele",
            "model": mine[0]["model"],
            "prompt": mine[0]["prompt"],
            "text": " ".join(_sentence(item) for item in mine),
            "quotes": [quote for item in mine for quote in item["quotes"]],
            "items": mine,
        }
        criteria.append(replace(result, appreciation=given))
    return replace(review, criteria=tuple(criteria))


def _sentence(item: Mapping[str, Any]) -> str:
    question = f"À la question « {item['question']} »"
    if item["outcome"] == "avis":
        return f"{question}, le modèle répond : « {item['answer']} »."
    heard = " » et « ".join(item["heard"])
    return f"{question}, le modèle hésite entre « {heard} » : à vérifier par un lecteur."


def appreciations(review: Review) -> list[Mapping[str, Any]]:
    """The items of every appreciation of a review."""
    return [item for result in review.criteria if result.appreciation for item in _items(result.appreciation)]


def _items(appreciation: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return list(appreciation.get("items", ()))


def adopted(review: Review, who: str) -> tuple[TrainerVerdict, ...]:
    """The appreciations that a trainer makes their own, as verdicts signed `who`.

    The best answer of the list becomes `conforme`, the worst one `defaut`; between the two, and where the model
    hesitated, the trainer decides with a verdict of their own.
    """
    present = {finding.id for finding in review.findings}
    best = {case.finding: case.descriptors for case in review.prose if case.finding in present}
    found = []
    for item in appreciations(review):
        order = best.get(str(item["control"]), ())
        if item["outcome"] != "avis" or item["answer"] not in (order[:1] + order[-1:]):
            continue
        verdict: Status = "conforme" if item["answer"] == order[0] else "defaut"
        reason = f"appréciation adoptée : « {item['answer']} » ({item['model']}, {item['prompt']})"
        found.append(TrainerVerdict(str(item["control"]), verdict, who, reason))
    return tuple(found)
