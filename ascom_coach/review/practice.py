"""The next exercise after a review: one on the first priority, three sentences on the rule of French most missed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

from ascom_coach.language import Exercise, Family, families
from ascom_coach.resources import knowledge_dir, read_yaml
from ascom_coach.review.model import Review

SENTENCES = 3
REDO = (
    "Reprenez la première priorité dans votre fichier, puis faites relire votre deuxième version : le rapport dira ce "
    "qui est réglé."
)
AGAIN = "Refaites ce travail dans une autre variante, ou en mode examen : tout doit tenir sans indice."


@dataclass(frozen=True, slots=True)
class Practice:
    """What to do next: the exercise with its minutes (0 when there is none), then a rule and its sentences."""

    words: str
    minutes: int = 0
    family: Family | None = None

    @property
    def sentences(self) -> tuple[Exercise, ...]:
        """Sentences to fill in; the right choice is not told."""
        return self.family.exercises[:SENTENCES] if self.family else ()


def next_practice(review: Review) -> Practice | None:
    """None when nothing was read, or when nothing calls for one."""
    if not review.files:
        return None
    first = next((one for one in review.findings if one.id in review.priorities[:1]), None)
    family = _family(review)
    if first is not None:
        minutes, words = _exercises().get(first.criterion, (0, REDO))
        return Practice(words, minutes, family)
    if family is not None:
        return Practice("", 0, family)
    return Practice(AGAIN) if review.scenario and any(one.total for one in review.criteria) else None


def _family(review: Review) -> Family | None:
    """The family of the counted remarks that come back most."""
    remarks: Any = review.language.get("remarks") or ()
    times = Counter(str(one.get("family", "")) for one in remarks if one.get("counted", True))
    known = [name for name, _ in times.most_common() if name in families() and families()[name].exercises]
    return families()[known[0]] if known else None


@cache
def _exercises() -> dict[str, tuple[int, str]]:
    """Minutes and words by criterion."""
    tree = read_yaml(knowledge_dir() / "pratique.yaml")
    return {
        criterion: (int(theme["minutes"]), theme["exercice"])
        for theme in tree.values()
        for criterion in theme["criteres"]
    }
