"""Everyday phrasings and the passages they aim at, read from `knowledge/thesaurus/`."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ascom_coach.retrieval.folding import stem, words
from ascom_coach.retrieval.lexical import Bm25
from ascom_coach.retrieval.wordlists import GENERIC, STOP, WEAK

_WEAK_STEMS = frozenset(stem(word) for word in WEAK)
TARGET_WEIGHTS = (1.0, 0.88, 0.78, 0.7, 0.64, 0.6)


@dataclass(frozen=True, slots=True)
class Entry:
    """What people say, and the ids of the passages meant, nearest first."""

    targets: tuple[str, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """How strongly the everyday words aim at a passage, 0 to 1, and the phrasing that did it."""

    score: float
    phrase: str


def content_stems(
    phrase: str, written_out: Mapping[str, str], synonyms: Mapping[str, str]
) -> tuple[str, ...]:
    """Stems of a phrasing without grammar; generic words stay only when nothing else is left.

    `written_out` gives short words in full (« pub », « com »), `synonyms` the word that stands for a group:
    both serve questions too.
    """
    spelled = [word for typed in words(phrase) for word in written_out.get(typed, typed).split()]
    kept = [word for word in spelled if word not in STOP]
    subject = [word for word in kept if word not in GENERIC]
    return tuple(stem(synonyms.get(word, word)) for word in (subject or kept))


class Thesaurus:
    """Scores passages by the phrasings near a question."""

    def __init__(
        self,
        entries: Sequence[Entry],
        written_out: Mapping[str, str] | None = None,
        synonyms: Mapping[str, str] | None = None,
    ) -> None:
        self.entries = tuple(entries)
        self._phrases = [
            [
                (phrase, stems)
                for phrase in entry.phrases
                if (stems := content_stems(phrase, written_out or {}, synonyms or {}))
            ]
            for entry in self.entries
        ]
        self._bm25 = Bm25(
            {
                str(number): [one for _, stems in phrases for one in stems]
                for number, phrases in enumerate(self._phrases)
            },
            k1=0.6,
            b=0.3,
        )
        self.vocabulary = frozenset(
            word for entry in self.entries for phrase in entry.phrases for word in words(phrase)
        )

    def knows(self, root: str) -> bool:
        """True when a phrasing holds this stem."""
        return root in self._bm25

    def idf(self, root: str) -> float:
        """Rarity of a stem among the entries."""
        return self._bm25.idf(root)

    def _value(self, root: str) -> float:
        return self.idf(root) * (0.4 if root in _WEAK_STEMS else 1.0)

    def _best_phrase(self, number: int, weights: Mapping[str, float], total: float) -> tuple[float, str]:
        best, said = 0.0, ""
        for phrase, stems in self._phrases[number]:
            wanted = sum(self._value(one) for one in set(stems))
            shared = sum(self.idf(one) * min(weights[one], 1.0) for one in set(stems) if one in weights)
            if not shared:
                continue
            score = shared / math.sqrt(wanted * total)
            if score > best:
                best, said = score, phrase
        return min(1.0, best), said

    def search(self, terms: Iterable[tuple[str, float]]) -> dict[str, Hit]:
        """Passage ids aimed at, with their strength. `terms` are stems with their weight."""
        weights: dict[str, float] = {}
        for term, weight in terms:
            weights[term] = max(weight, weights.get(term, 0.0))
        total = sum(self.idf(term) * weight for term, weight in weights.items())
        if not total:
            return {}
        found: dict[str, Hit] = {}
        for number, bag in self._bm25.scores(weights.items()).items():
            phrase_score, said = self._best_phrase(int(number), weights, total)
            score = 0.5 * bag + 0.5 * phrase_score
            for rank, target in enumerate(self.entries[int(number)].targets):
                value = score * TARGET_WEIGHTS[min(rank, len(TARGET_WEIGHTS) - 1)]
                known = found.get(target)
                if known is None:
                    found[target] = Hit(value, said)
                else:
                    high, low = max(value, known.score), min(value, known.score)
                    found[target] = Hit(
                        min(1.0, high + 0.15 * low), said if value > known.score else known.phrase
                    )
        return found
