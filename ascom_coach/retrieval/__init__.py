"""Questions about the référentiel, answered with verbatim passages.

`open_index(folder)` gives an `Index`; `Index.ask(question)` gives an `Answer` in one of three zones:
« repond », « propose » (three choices) or « absent » (the text does not say so; nearest true passages).
Nothing is downloaded and this room opens no connection; chromadb is imported by `open_index`, not before. An
`Embedder` given to `open_index` (a person's own embedding model, see `model_order.py`) reorders what is shown; what is
answered or refused does not depend on it.

Path of a question: folding, hurried writing, absence cards, complete lists, then three readings that are
added up (everyday phrasings of `knowledge/thesaurus`, words of the text, vectors of the Chroma collection).
"""

from __future__ import annotations

from ascom_coach.retrieval.answer import NOT_SAID, Answer, Choice, Found, Zone
from ascom_coach.retrieval.index import Index, made_by, open_in_memory, open_index, rebuild
from ascom_coach.retrieval.model_store import Embedder, Made

__all__ = [
    "NOT_SAID",
    "Answer",
    "Choice",
    "Embedder",
    "Found",
    "Index",
    "Made",
    "Zone",
    "made_by",
    "open_in_memory",
    "open_index",
    "rebuild",
]
