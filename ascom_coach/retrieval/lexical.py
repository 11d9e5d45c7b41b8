"""Okapi BM25 over stems, scaled so that a question fully found in a document comes near 1."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence


class Bm25:
    """Ranks documents given as lists of stems (Robertson and Zaragoza, 2009; k1 and b are the usual ones)."""

    def __init__(self, documents: Mapping[str, Sequence[str]], k1: float = 1.2, b: float = 0.5) -> None:
        self._k1 = k1
        counts = {one: Counter(stems) for one, stems in documents.items()}
        lengths = {one: max(1, len(stems)) for one, stems in documents.items()}
        mean = sum(lengths.values()) / max(1, len(lengths))
        self._postings: dict[str, list[tuple[str, float]]] = {}
        for one, terms in counts.items():
            drag = k1 * (1 - b + b * lengths[one] / mean)
            for term, count in terms.items():
                value = count * (k1 + 1) / (count + drag)
                self._postings.setdefault(term, []).append((one, value))
        total = len(counts)
        self._idf = {
            term: math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
            for term, found in self._postings.items()
        }
        self._unknown = math.log(1 + (total + 0.5) / 1.5)

    def idf(self, term: str) -> float:
        """Rarity of a stem; an unknown stem counts like one found in a single document."""
        return self._idf.get(term, self._unknown)

    def __contains__(self, term: str) -> bool:
        return term in self._postings

    def scores(self, terms: Iterable[tuple[str, float]]) -> dict[str, float]:
        """Score of each document that shares a stem, about 0 to 1. `terms` are stems with their weight."""
        out: dict[str, float] = {}
        ceiling = 0.0
        for term, weight in terms:
            ceiling += weight * self.idf(term)
            for one, value in self._postings.get(term, ()):
                out[one] = out.get(one, 0.0) + weight * self._idf[term] * value
        return {one: min(1.0, value / ceiling) for one, value in out.items()} if ceiling else {}
