"""The trade's vocabulary: words that mean the same thing get the same tag (`knowledge/lexique/concepts`)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from ascom_coach.language import stems
from ascom_coach.resources import knowledge_dir, read_yaml

Entry = tuple[tuple[str, ...], str]


@cache
def _lexicon() -> dict[str, dict[str, list[str]]]:
    """Concept → its entries, read once."""
    tree: dict[str, dict[str, list[str]]] = {}
    for path in sorted((knowledge_dir() / "lexique" / "concepts").glob("*.yaml")):
        tree.update(read_yaml(path))
    return tree


@cache
def _entries() -> dict[str, tuple[Entry, ...]]:
    """Stem sequences by their first stem."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for concept, body in _lexicon().items():
        for entry in body["entrees"]:
            if sequence := tuple(stems(entry)):
                found[sequence[0]].append((sequence, concept))
    return {first: tuple(entries) for first, entries in found.items()}


def vocabulary() -> tuple[str, ...]:
    """Every entry of the lexicon, for repairing what was typed."""
    return tuple(entry for body in _lexicon().values() for entry in body["entrees"])


def concepts(sequence: list[str]) -> set[str]:
    """Tags of the concepts whose entries stand in a sequence of stems."""
    entries = _entries()
    found: set[str] = set()
    for at, first in enumerate(sequence):
        for wanted, concept in entries.get(first, ()):
            if tuple(sequence[at : at + len(wanted)]) == wanted:
                found.add(concept)
    return found
