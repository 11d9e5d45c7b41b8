"""How near a question is to each fact: shared stems, concepts, character n-grams, author's keywords."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ascom_coach.language import char_ngrams, stems
from ascom_coach.rehearsal.understanding.concepts import concepts
from ascom_coach.rehearsal.understanding.questions import expects

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Features:
    """A text seen by the three readings: words and concepts (weighted), characters."""

    words: tuple[str, ...]
    tags: frozenset[str]
    chars: tuple[str, ...]


@lru_cache(maxsize=8192)
def features(text: str) -> Features:
    """What is compared. Concepts are looked for in the stems with stop words removed."""
    sequence = stems(text)
    tags = concepts(sequence)
    if wanted := expects(text):
        tags.add(f"?{wanted}")  # question words are stop words; what they ask for is meaning all the same
    return Features(tuple(sequence), frozenset(tags), tuple(char_ngrams(text, 3, 5)))


class _Rarities(dict[str, float]):
    """Inverse document frequency of what `count` texts hold, kept once worked out; of what none holds, never kept."""

    def __init__(self, count: int, counts: Counter[str]) -> None:
        self._count, self._counts = count, counts

    def __missing__(self, key: str) -> float:
        held = self._counts[key]
        found = math.log(1 + self._count / (0.5 + held))
        if held:
            self[key] = found
        return found


class Weights:
    """Inverse document frequencies over the author's examples: what is said everywhere weighs little."""

    def __init__(self, examples: Sequence[Features]) -> None:
        count = max(1, len(examples))
        self._words = Counter(word for item in examples for word in set(item.words))
        self._rare_words = _Rarities(count, self._words)
        self._rare_tags = _Rarities(count, Counter(tag for item in examples for tag in item.tags))
        self._rare_chars = _Rarities(count, Counter(gram for item in examples for gram in set(item.chars)))

    def word(self, stem: str) -> float:
        """Weight of a stem."""
        return self._rare_words[stem]

    def meaning(self, item: Features) -> Vector:
        """Words and concepts as one vector; a concept weighs as much as a word."""
        vector = {word: self.word(word) for word in item.words}
        vector.update({f"§{tag}": self._rare_tags[tag] for tag in item.tags})
        return vector

    def letters(self, item: Features) -> Vector:
        """Character n-grams as a vector."""
        rare = self._rare_chars
        return {gram: (1 + math.log(count)) * rare[gram] for gram, count in Counter(item.chars).items()}

    def knows(self, item: Features) -> float:
        """Share (0–1) of what a text says that the examples know: low for a subject nobody here speaks of."""
        weights = [(self.word(word), self._words[word] > 0) for word in item.words]
        total = sum(weight for weight, _ in weights)
        return sum(weight for weight, known in weights if known) / total if total else 0.0


class Nearest:
    """Groups of vectors, unit by unit, so that only those that share something with a question are looked at."""

    def __init__(self, groups: Sequence[Sequence[Vector]]) -> None:
        self._size = len(groups)
        self._owner: list[int] = []
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for owner, group in enumerate(groups):
            for vector in group:
                for unit, weight in _normed(vector).items():
                    self._holders[unit].append((len(self._owner), weight))
                self._owner.append(owner)

    def cosines(self, vector: Vector) -> list[float]:
        """For each group, the cosine (0–1) of its nearest vector."""
        dots: dict[int, float] = defaultdict(float)
        for unit, weight in _normed(vector).items():
            for at, other in self._holders.get(unit, ()):
                dots[at] += weight * other
        best = [0.0] * self._size
        for at, dot in dots.items():
            best[self._owner[at]] = max(best[self._owner[at]], dot)
        return best


def _normed(vector: Vector) -> Vector:
    norm = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {unit: weight / norm for unit, weight in vector.items()} if norm else {}


def explained(question: Vector, known: frozenset[str]) -> float:
    """Share (0–1) of a question's words and concepts that a fact's whole vocabulary holds."""
    total = sum(question.values())
    return sum(weight for unit, weight in question.items() if unit in known) / total if total else 0.0


def keyword_share(question: Features, keywords: Iterable[Features], weights: Weights) -> float:
    """The largest share (0–1) of a question's content that one keyword of the author covers entirely."""
    words = set(question.words)
    total = sum(weights.word(word) for word in words)
    best = 0.0
    for keyword in keywords:
        wanted = set(keyword.words)
        if wanted and wanted <= words and total:
            best = max(best, sum(weights.word(word) for word in wanted) / total)
    return best
