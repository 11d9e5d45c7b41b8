"""The trade's vocabulary: words that mean the same thing get the same tag (`knowledge/lexique/concepts`)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import yaml

from ascom_coach.language import stems
from ascom_coach.resources import knowledge_dir

Entry = tuple[tuple[str, ...], str]


@cache
def _entries() -> dict[str, tuple[Entry, ...]]:
    """Stem sequences by their first stem."""
    found: dict[str, list[Entry]] = defaultdict(list)
    folder = knowledge_dir() / "lexique" / "concepts"
    for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
        tree = yaml.load(
            path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        )
        for concept, body in (tree or {}).items():
            for entry in body["entrees"]:
                sequence = tuple(stems(entry))
                if sequence:
                    found[sequence[0]].append((sequence, concept))
    return {first: tuple(entries) for first, entries in found.items()}


def vocabulary() -> list[str]:
    """Every word of the lexicon, for repairing what was typed."""
    words: list[str] = []
    folder = knowledge_dir() / "lexique" / "concepts"
    for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
        tree = yaml.load(
            path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        )
        for body in (tree or {}).values():
            words.extend(body["entrees"])
    return words


def concepts(sequence: list[str]) -> set[str]:
    """Tags of the concepts whose entries stand in a sequence of stems."""
    entries = _entries()
    found: set[str] = set()
    for at, first in enumerate(sequence):
        for wanted, concept in entries.get(first, ()):
            if tuple(sequence[at : at + len(wanted)]) == wanted:
                found.add(concept)
    return found
