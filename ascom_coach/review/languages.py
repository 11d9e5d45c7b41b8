"""The French of the copies as the report shows it: every remark with its place. It moves no level by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from typing import Any

from ascom_coach.documents import Document
from ascom_coach.language import (
    Engine,
    EngineState,
    ProofResult,
    Remark,
    family_of,
    occasions,
    proofread,
    readability,
    tone_advice,
)
from ascom_coach.review.report.words import LABELS
from ascom_coach.review.text_view import TextView

OURS = "integre"
TOLD_ELSEWHERE = ("date_jour_semaine", "date_impossible")
"""Rules whose fault is one of fact: the look at days charges it, and the count of French leaves it out."""
SENTENCE = 4
PIECE = 2_500
"""Characters read at once."""


def proof_of(view: TextView, engines: Sequence[Engine], known: frozenset[str] = frozenset()) -> ProofResult:
    """The remarks on a whole copy, read by pieces of whole blocks so that a long file takes no more than its share."""
    engines_seen: dict[str, EngineState] = {}
    remarks: list[Remark] = []
    words = 0
    text = _cells_apart(view)
    for start, end in view.pieces(PIECE):
        found = proofread(text[start:end], engines, known)
        words += found.words
        remarks += [replace(one, start=one.start + start, end=one.end + start) for one in found.remarks]
        for state in found.engines:
            if not state.available or state.id not in engines_seen:
                engines_seen[state.id] = state
    return ProofResult(words=words, engines=tuple(engines_seen.values()), remarks=tuple(remarks))


def _cells_apart(view: TextView) -> str:
    """The text of a copy, its cells parted for good: « Bon à savoir » is no subject of the cell beside it."""
    text = list(view.text)
    for rank, block in enumerate(view.blocks):
        if rank and "table_cell" in (block.kind, view.blocks[rank - 1].kind):
            text[view.start(rank) - 1] = "\u2029"
    return "".join(text)


def where_to_start(counted: Sequence[Remark], worst: Remark) -> str:
    """The next step after a count of errors: the rule of the place shown, then the kinds, the most frequent first."""
    kinds = Counter(LABELS[remark.label].lower() for remark in counted).most_common(3)
    ways = f"{worst.message} {worst.test}".strip()
    if len(counted) < 2:
        return ways
    order = ", puis ".join(f"{kind} ({number})" for kind, number in kinds)
    return f"{ways} Reprenez ensuite le texte sorte par sorte : {order}."


def language_report(
    proofs: Sequence[tuple[Document, ProofResult]], told: Collection[tuple[str, str]] = ()
) -> dict[str, Any]:
    """`{"engines", "remarks", "texts"}`: the remarks of every copy with document locators, in reading order.

    What is one of fact is left out in the blocks of `told` (file, reference), where another look has said it.

    A remark also names its `family` and the `sentence` around it. `texts` tells, for each copy made of sentences, its
    words, how hard it is to read, and per family the counted errors of the embedded engine and the occasions.
    """
    engines: dict[str, dict[str, object]] = {}
    remarks: list[dict[str, Any]] = []
    texts: list[dict[str, Any]] = []
    for document, proof in proofs:
        view = TextView.of(document)
        for state in proof.engines:
            known = engines.setdefault(state.id, state.to_json())
            if not state.available:
                known.update(state.to_json())
        if not view.blocks:
            continue
        advice = [] if document.sheets else tone_advice(view.text)
        for remark in sorted([*proof.remarks, *advice], key=lambda one: (one.start, one.end)):
            block = view.blocks[view.index(remark.start)]
            if document.sheets and not remark.counted and len(block.text.split()) < SENTENCE:
                continue  # names and codes of a table are no sentences
            if remark.rule in TOLD_ELSEWHERE and (block.locator.file, block.locator.ref) in told:
                continue
            remarks.append(_record(remark, view))
        if not document.sheets:
            texts.append({"path": document.path, **measures(view.text, proof.words, proof.remarks)})
    return {"engines": list(engines.values()), "remarks": remarks, "texts": texts}


def _record(remark: Remark, view: TextView) -> dict[str, Any]:
    index = view.index(remark.start)
    block, origin = view.blocks[index], view.start(index)
    locator, around = view.place(remark.start, remark.end)
    start, end = remark.start - origin, remark.end - origin
    at = block.text.rfind(around, 0, start + len(around)) if around else -1
    return {
        **asdict(remark),
        "start": start,
        "end": end,
        "quote": block.text[start:end],
        "suggestions": list(remark.suggestions),
        "sources": list(remark.sources),
        "opinions": [{**asdict(one), "suggestions": list(one.suggestions)} for one in remark.opinions],
        "family": family_of(remark.rule, remark.label),
        "sentence": {"text": around, "start": start - at, "end": min(end - at, len(around))}
        if at >= 0
        else None,
        "locator": locator.to_json() if locator else None,
    }


def measures(text: str, words: int, remarks: Sequence[Remark]) -> dict[str, Any]:
    """Words, how hard a text is to read, and per family of rules the counted errors of the embedded engine and the
    occasions to make one."""
    counted = [
        one for one in remarks if one.counted and OURS in one.sources and one.rule not in TOLD_ELSEWHERE
    ]
    errors = Counter(family_of(one.rule, one.label) for one in counted)
    times = occasions(text)
    return {
        "words": words,
        "readability": readability(text).to_json(),
        "families": [
            {"id": name, "errors": errors[name], "occasions": max(times.get(name, 0), errors[name])}
            for name in sorted({*times, *errors})
        ],
    }
