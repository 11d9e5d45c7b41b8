"""The référentiel of the title, typed and read-only.

Begin with `load_referential()`: blocs, activities, competences, productions, criteria and verbatim passages,
each under a stable id. `Passage.text` and `Criterion.text` are official, word for word; labels, groups, links
and the `KX3.*` grid are ours and say so (`UNOFFICIAL_LABEL`). What the text does not hold (criteria of bloc
3, layout criterion of bloc 2, weights, pass mark, duration) is stated by `absence(code)` in one sentence.

As of 2026-11 the source is `knowledge/referentiel/source.txt`.
"""

from __future__ import annotations

from ascom_coach.referential.loader import source_text
from ascom_coach.referential.model import (
    TRAINING_LABEL,
    UNOFFICIAL_LABEL,
    Absence,
    Bloc,
    Criterion,
    Item,
    Passage,
    PassageKind,
    Segment,
)
from ascom_coach.referential.referential import (
    ABSENCE_CODES,
    BLOCS,
    Referential,
    absence,
    load_referential,
)

__all__ = [
    "ABSENCE_CODES",
    "BLOCS",
    "TRAINING_LABEL",
    "UNOFFICIAL_LABEL",
    "Absence",
    "Bloc",
    "Criterion",
    "Item",
    "Passage",
    "PassageKind",
    "Referential",
    "Segment",
    "absence",
    "load_referential",
    "source_text",
]
