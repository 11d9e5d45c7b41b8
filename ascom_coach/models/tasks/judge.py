"""An appreciation of prose on one point: remarks with quotes first, then one answer of a closed list. It is no level.

Two runs, the second with the list turned round; when they disagree the answer is « à vérifier ». A remark whose quote
does not stand in the copy, or whose words break a rule (`prose_fault`), is dropped; a run that keeps no remark is void.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ascom_coach.errors import RefusedInputError
from ascom_coach.models.child.wire import Message
from ascom_coach.models.guard.prose import prose_fault
from ascom_coach.models.guard.quoting import verbatim
from ascom_coach.models.prompt_files import PromptFile, load_prompt
from ascom_coach.models.structured.ladder import Ladder, Structured

Outcome = Literal["avis", "a_verifier", "aucun"]
_LETTERS = "abcdefgh"
_LONGEST_COPY = 12_000  # characters sent
_NOTHING = "(rien)"
_MOST_REMARKS = 3
NO_PROOF = "Aucune remarque du modèle n’est appuyée par une citation de la copie\u00a0: elle a été écartée."


@dataclass(frozen=True)
class JudgeRequest:
    """One point of one text. `descriptors` are the closed list of answers, best first, two to eight of them.

    `told` holds what the trainee learnt before writing, as (public label, value); `asked` what was to be written.
    """

    question: str
    descriptors: tuple[str, ...]
    asked: str
    told: tuple[tuple[str, str], ...]
    copy: str


@dataclass(frozen=True)
class Remark:
    """A remark of the model's: `quote` stands in the copy exactly so."""

    quote: str
    claim: str


@dataclass(frozen=True)
class Judged:
    """What two runs say.

    `outcome` is `avis` (both say `descriptor`), `a_verifier` (they differ; `heard` holds the answers) or `aucun`
    (`reason` says why, in French). `dropped` counts remarks put aside. `model` and `prompt` name what was asked.
    """

    outcome: Outcome
    descriptor: str = ""
    remarks: tuple[Remark, ...] = ()
    heard: tuple[str, ...] = ()
    dropped: int = 0
    reason: str = ""
    model: str = ""
    prompt: str = ""
    seconds: float = 0.0


@dataclass(frozen=True)
class _Run:
    descriptor: str
    remarks: tuple[Remark, ...]
    dropped: int
    answer: Structured


def judge_values(request: JudgeRequest, *, turned: bool = False) -> dict[str, str]:
    """What the prompt holds for a request: all that leaves. `turned` lists the answers the other way round."""
    listed = zip(_LETTERS, _order(request, turned), strict=False)
    return {
        "critere": request.question,
        "reponses": "\n".join(f"{letter} : {text}" for letter, text in listed),
        "situation": request.asked or _NOTHING,
        "appris": "\n".join(f"- {label} : {value}" for label, value in request.told) or _NOTHING,
        "copie": request.copy[:_LONGEST_COPY],
    }


def judge_messages(
    request: JudgeRequest, *, folder: Path | None = None, turned: bool = False, marker: str | None = None
) -> list[Message]:
    """The messages that would leave for this request (the form asked for is added at their end)."""
    return load_prompt("juge", folder).render(judge_values(request, turned=turned), marker=marker)


def judge(ladder: Ladder, request: JudgeRequest, *, prompts: Path | None = None) -> Judged:
    """The appreciation of one point, never an exception."""
    if not request.copy.strip() or not 2 <= len(request.descriptors) <= len(_LETTERS):
        return Judged("aucun", reason="Il n’y a rien à apprécier sur ce point.")
    try:
        prompt = load_prompt("juge", prompts)
    except RefusedInputError as error:
        return Judged("aucun", reason=str(error))
    runs: list[_Run] = []
    for turned in (False, True):
        run = _run(ladder, prompt, request, turned=turned)
        runs.append(run)
        if not run.descriptor:  # the other run could only disagree
            break
    last = runs[-1].answer
    common: dict[str, Any] = {
        "dropped": sum(run.dropped for run in runs),
        "model": last.model,
        "prompt": last.prompt,
        "seconds": sum(run.answer.seconds for run in runs),
    }
    if not runs[-1].descriptor:
        return Judged("aucun", reason=last.reason or NO_PROOF, **common)
    remarks = _merged(runs)
    heard = tuple(dict.fromkeys(run.descriptor for run in runs))
    if len(heard) > 1:
        return Judged("a_verifier", remarks=remarks, heard=heard, **common)
    return Judged("avis", heard[0], remarks, heard, **common)


def _order(request: JudgeRequest, turned: bool) -> tuple[str, ...]:
    return request.descriptors[::-1] if turned else request.descriptors


def _run(ladder: Ladder, prompt: PromptFile, request: JudgeRequest, *, turned: bool) -> _Run:
    order = _order(request, turned)
    letters = list(_LETTERS[: len(order)])
    schema = prompt.schema or {}
    properties = {**schema.get("properties", {}), "avis": {"type": "string", "enum": letters}}
    answer = ladder.ask(
        prompt, judge_values(request, turned=turned), schema={**schema, "properties": properties}
    )
    if answer.data is None:
        return _Run("", (), 0, answer)
    given = " ; ".join(
        (
            request.copy,
            request.question,
            request.asked,
            *(f"{label} {value}" for label, value in request.told),
        )
    )
    kept = []
    said = answer.data.get("remarques", [])
    for one in said:
        quote = verbatim(one["citation"], request.copy)
        if quote is not None and prose_fault(one["constat"], given, prompt_text=prompt.system) is None:
            kept.append(Remark(quote, one["constat"].strip()))
    descriptor = order[letters.index(answer.data["avis"])] if kept else ""
    return _Run(descriptor, tuple(kept), len(said) - len(kept), answer)


def _merged(runs: list[_Run]) -> tuple[Remark, ...]:
    """Remarks of both runs, each quote once, the first run's first."""
    kept: dict[str, Remark] = {}
    for run in runs:
        for remark in run.remarks:
            if not any(remark.quote in known or known in remark.quote for known in kept):
                kept[remark.quote] = remark
    return tuple(kept.values())[:_MOST_REMARKS]
