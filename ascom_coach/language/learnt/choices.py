"""Forms that sound alike, told apart by what stands around them.

For each set of look-alike forms, weights were learnt from several million words of correct public French (see
`knowledge/lexique/contexte/construire.py`); a form is doubted only when another one fits much better. The method is
confusion-set disambiguation (Golding and Roth, 1999). Sums are of integers: every machine gives the same answer.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ascom_coach.language.data import context_weights
from ascom_coach.language.learnt.context import features, line
from ascom_coach.language.learnt.sets import SETS, written
from ascom_coach.language.learnt.settled import surely
from ascom_coach.language.lexicon import Analysis, lexicon
from ascom_coach.language.syntax.morphology import AVOIR, ETRE, FINITE
from ascom_coach.language.syntax.view import View, once

_PREPOSITIONS = frozenset(["de", "d'", "à", "pour", "sans", "par", "afin", "avant", "après"])
_TOGETHER = frozenset([("où", "voici"), ("où", "voilà")])
"""What always goes together: « voici où nous en sommes »."""
DIMENSIONS = 65_536
"""Buckets in which the features are hashed."""
VERB_SET = "verbe"
"""Name of the set of verb endings that sound alike: I infinitive, K participle, Z « -ez », T imperfect, V present."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words `first`…`last` of the view hold `written`, where `better` fits far better; `fixes` are its forms."""

    first: int
    last: int
    written: str
    better: str
    fixes: tuple[str, ...]


class Weights:
    """What was learnt for one set."""

    def __init__(self, labels: Sequence[str], rows: Any, scales: Any, bias: Any, threshold: float) -> None:
        self.labels = tuple(labels)
        self.threshold = threshold
        self._rows, self._scales, self._bias = rows, scales, bias

    def scores(self, names: Iterable[str]) -> dict[str, float]:
        """Log-odds of each label, up to a constant."""
        import numpy as np

        sums = self._rows[:, buckets(names)].sum(axis=1, dtype=np.int32)
        raw = [
            float(total) * float(scale) + float(bias)
            for total, scale, bias in zip(sums, self._scales, self._bias, strict=True)
        ]
        if len(raw) == 1:
            raw = [0.0, raw[0]]
        return dict(zip(self.labels, raw, strict=True))


def buckets(names: Iterable[str]) -> list[int]:
    """Where named features are kept, each once."""
    return sorted({zlib.crc32(name.encode()) % DIMENSIONS for name in names})


@cache
def weights(name: str) -> Weights:
    """The weights of a set. Raises SurroundingsError when they are missing or damaged."""
    kept = context_weights()
    return Weights(
        kept[f"{name}.labels"].tolist(), kept[f"{name}.rows"], kept[f"{name}.scales"], kept[f"{name}.bias"],
        float(kept[f"{name}.threshold"]),
    )  # fmt: skip


@once
def _kept(view: View) -> dict[str, tuple[Doubt, ...]]:
    """What was answered on a sentence, by set."""
    return {}


def doubts(view: View, name: str) -> tuple[Doubt, ...]:
    """The places of a sentence where a form of the set `name` is doubted."""
    kept = _kept(view)
    if name not in kept:
        kept[name] = tuple(_doubts(view, name))
    return kept[name]


def _doubts(view: View, name: str) -> Iterator[Doubt]:
    if name == VERB_SET:
        yield from _verb_doubts(view)
        return
    chosen = SETS[name]
    for index, label, last in written(view).get(name, ()):
        word = view.words[index]
        if word.clitic or (word.text.isupper() and word.text not in ("À", "Y")):
            continue
        after = view.at(last + 1)
        if (after and after.clitic) or (chosen.inside and (index == 0 or not word.near)):
            continue
        if (label == "voire" and index == 0) or (
            label == "est" and view.low(last + 1) in ("mme", "m", "mlle")
        ):
            continue
        if (label, view.low(index - 1)) in _TOGETHER or surely(view, label, index, last):
            continue
        learnt = weights(name)
        found = line(view)
        scores = learnt.scores(features(found, found.place[index], found.place[last]))
        better = max(scores, key=lambda one: scores[one])
        if (label, better) in chosen.doubted and scores[better] - scores[
            label
        ] > learnt.threshold + chosen.caution:
            yield Doubt(
                index,
                last,
                label,
                better,
                tuple(
                    "".join(one) if len(one) > 1 and one[0].endswith("'") else " ".join(one)
                    for one in chosen.forms[better]
                ),
            )


_ENDS = re.compile(
    r"(?:(?P<E>er|ées?|és?|ez|ais|ait|aient|ai)|(?P<I>ies?|its?|is|ît|i)|(?P<U>ues?|uts?|us|ût|u))$"
)


def _sound(low: str) -> tuple[str, str] | None:
    """Stem and class of an ending heard alike (« -er », « -é », « -ez »); None for other words."""
    match = _ENDS.search(low)
    return (low[: match.start()], str(match.lastgroup)) if match and match.start() > 1 else None


def _verb_label(one: Analysis) -> str:
    tags = one.tags
    if one.pos != "V" or "ppre" in tags or ("impe" in tags and not tags.intersection(FINITE)):
        return ""
    if "inf" in tags:
        return "I"
    if "ppas" in tags:
        return "K"
    if "iimp" in tags:
        return "T"
    if "ipre" in tags:
        return "Z" if "2p" in tags else "V"
    return "V" if "ipsi" in tags and not one.lemma.endswith("er") else "X"


@lru_cache(maxsize=16384)
def verb_choices(low: str) -> tuple[str, dict[str, tuple[str, ...]]] | None:
    """What a verb form is, and the forms of the same verb heard alike by label; None when it may be something else."""
    readings = lexicon().analyses(low)
    labels = {_verb_label(one) for one in readings if one.pos == "V"} - {""}
    heard = _sound(low)
    if len(labels) != 1 or not heard or any(one.pos not in "VA" for one in readings):
        return None
    label = labels.pop()
    others: dict[str, list[str]] = {}
    for lemma in dict.fromkeys(one.lemma for one in readings if one.pos == "V"):
        if lemma in ("être", "avoir", "aller"):
            return None
        for form, one in lexicon().forms_of(lemma, low):
            other = _verb_label(one)
            if (
                other not in ("", "X", label)
                and _sound(form) == heard
                and form not in others.setdefault(other, [])
            ):
                others[other].append(form)
    return (label, {key: tuple(forms) for key, forms in others.items()}) if others and label != "X" else None


def _verb_doubts(view: View) -> Iterator[Doubt]:
    found = line(view)
    learnt = weights(VERB_SET)
    for index, word in enumerate(view.words):
        choices = verb_choices(word.low) if word.text.islower() else None
        after = view.at(index + 1)
        if not choices or (after and after.clitic) or word.clitic:
            continue
        label, others = choices
        scores = learnt.scores(features(found, found.place[index], found.place[index]))
        possible = [one for one in others if one in scores]
        if not possible or label not in scores:
            continue
        better = max(possible, key=lambda one: scores[one])
        if not _possible(view, index, label, better) or (index and _doubted(view, index - 1)):
            continue
        if scores[better] - scores[label] > learnt.threshold:
            yield Doubt(index, index, label, better, _in_order(others[better]))


def _doubted(view: View, index: int) -> bool:
    """Whether the word before is itself doubtful, as in « le client à reçu »: one remark is enough."""
    return view.low(index) in ("a", "à") and any(one.first == index for one in doubts(view, "a"))


def _possible(view: View, index: int, label: str, better: str) -> bool:
    """What lists, titles and clauses without a subject would make doubtful is left alone."""
    at = index - 1
    while at >= 0 and view.words[at].only("R", "G"):
        at -= 1
    before = view.low(at)
    if label == "T":
        return before in AVOIR | ETRE | _PREPOSITIONS
    if (label, better) == ("I", "K") and view.low(at - 1) in ("c'", "ce"):
        return False  # « jardiner, c'est aussi échanger »
    if label == "Z" and not view.words[index].near:
        return False  # « si vous hésitez, commencez par le plan »
    if (label, better) in (("V", "K"), ("I", "K")):
        return before in AVOIR | ETRE
    if label == "K" and better == "I" and view.low(index).endswith(("ée", "ées")):
        return not view.words[at].infinitives & _KEEPING  # « elle tient informée sa direction »
    if (label, better) == ("K", "Z"):
        return not view.low(index).endswith("e") and not view.low(index).endswith("es")
    if (label, better) == ("I", "Z"):
        if view.words[at].clitic:
            return False  # « comment souhaitez-vous payer ? »
        dared = before == "vous" and bool(
            {"oser", "pouvoir", "devoir", "aller", "vouloir", "faire"}
            & {one.lemma for one in view.words[at - 1].readings if one.pos == "V"}
        )  # « que je n'ose vous recommander »
        asked = view.low(at - 1) in ("qui", "quoi", "où", "comment") and any(
            one.infinitives & {"savoir", "ignorer"} for one in view.words[:at]
        )  # « vous ne savez pas à qui vous adresser »
        return not dared and not asked and "vous" in (before, view.low(at - 1))
    return True


_KEEPING = frozenset(["tenir", "garder", "laisser", "trouver", "juger", "rendre"])


def _in_order(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The shortest first: the masculine singular of a participle."""
    return tuple(sorted(forms, key=len))[:3]
