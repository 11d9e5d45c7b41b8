"""The French of the copies as the report shows it: every remark with its place. It moves no level by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from ascom_coach.documents import Document
from ascom_coach.language import Engine, EngineState, ProofResult, Remark, proofread
from ascom_coach.review.text_view import TextView

SENTENCE = 4
PIECE = 2_500
"""Characters read at once."""


def proof_of(view: TextView, engines: Sequence[Engine], known: frozenset[str] = frozenset()) -> ProofResult:
    """The remarks on a whole copy, read by pieces of whole blocks so that a long file takes no more than its share."""
    engines_seen: dict[str, EngineState] = {}
    remarks: list[Remark] = []
    words = 0
    for start, end in view.pieces(PIECE):
        found = proofread(view.text[start:end], engines, known)
        words += found.words
        remarks += [replace(one, start=one.start + start, end=one.end + start) for one in found.remarks]
        for state in found.engines:
            if not state.available or state.id not in engines_seen:
                engines_seen[state.id] = state
    return ProofResult(words=words, engines=tuple(engines_seen.values()), remarks=tuple(remarks))


def language_report(proofs: Sequence[tuple[Document, ProofResult]]) -> dict[str, Any]:
    """`{"engines", "remarks"}`: the remarks of every copy, with document locators, in reading order."""
    engines: dict[str, dict[str, object]] = {}
    remarks: list[dict[str, Any]] = []
    for document, proof in proofs:
        view = TextView.of(document)
        for state in proof.engines:
            known = engines.setdefault(state.id, state.to_json())
            if not state.available:
                known.update(state.to_json())
        for remark in proof.remarks:
            if not view.blocks:
                break
            block = view.blocks[view.index(remark.start)]
            if document.sheets and not remark.counted and len(block.text.split()) < SENTENCE:
                continue  # names and codes of a table are no sentences
            record = asdict(remark)
            locator, _ = view.place(remark.start, remark.end)
            origin = view.start(view.index(remark.start))
            record.update(
                start=remark.start - origin,
                end=remark.end - origin,
                quote=block.text[remark.start - origin : remark.end - origin],
                suggestions=list(remark.suggestions),
                sources=list(remark.sources),
                locator=locator.to_json() if locator else None,
            )
            remarks.append(record)
    return {"engines": list(engines.values()), "remarks": remarks}
