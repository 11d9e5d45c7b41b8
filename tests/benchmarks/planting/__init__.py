"""One error planted at a time in a correct French sentence: what `french_corrupted.py` measures with.

What a plant is, groups and verbs of a sentence:        `base`
Look-alike words, « -er » and « -é »:                   `alike`
Agreement of nouns, determiners, adjectives, verbs:     `agreement`
Moods, tenses, prepositions, « ne »:                    `clauses`
Spelling, accents, elision, capitals, hyphens, commas:  `written`
"""

from __future__ import annotations

from collections.abc import Iterator

from ascom_coach.language.syntax.view import views
from planting import agreement, alike, clauses, written
from planting.base import Plant


def plants(sentence: str) -> Iterator[Plant]:
    """Every error that can be planted in a correct sentence, one text of one sentence."""
    found = views(sentence)
    if len(found) != 1:
        return
    for module in (alike, agreement, clauses, written):
        for one in module.plants(found[0]):
            if one.wrong != sentence[one.start : one.end]:
                yield one
