"""What phrases, each on its own, are understood as (contract of `scenario comprendre`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ascom_coach.language import rejoined, spoken_acts
from ascom_coach.rehearsal.stage import askables, shipped_decoys
from ascom_coach.rehearsal.understanding import Reader
from ascom_coach.scenarios.schema import Draft, Scenario


def understand(draft: Draft | Scenario, phrases: Iterable[str]) -> Iterator[dict[str, Any]]:
    """What each phrase, on its own, asks for (contract of `scenario comprendre`)."""
    reader = Reader(askables(draft.faits, (*draft.leurres, *shipped_decoys())))
    for phrase in phrases:
        readings = reader.read(phrase)
        facts = list(dict.fromkeys(fact for reading in readings for fact in reading.facts))
        unsure = any(reading.decision == "clarifier" and reading.asking for reading in readings)
        best: dict[str, float] = {}
        for reading in readings:
            for fact, score in reading.candidates:
                best[fact] = max(best.get(fact, 0.0), score)
        ranked = sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
        yield {
            "text": phrase,
            "decision": "fait" if facts else "clarifier" if unsure else "aucun",
            "facts": facts,
            "candidates": [{"fact": fact, "score": score} for fact, score in ranked],
            "acts": [act.act for act in spoken_acts(rejoined(phrase))],
        }
