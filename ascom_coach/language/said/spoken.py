"""Speech acts of a turn that somebody types in a conversation: what the patterns see, weighed with what was learnt.

People thank, promise, refuse or cut in with few of the words that a pattern can list. `knowledge/lexique/actes/*.txt`
holds sentences by several hands, `construire.py` beside them turns them into `poids.npz` and `seuils.json`, all that is
read here. The patterns of `acts.py` are one kind of feature among the words and groups of letters of the turn.

A turn often does several things: where no pattern shows an act, the clauses of the turn are scored too, and a few
weights say how the whole and the best clause count together (log-odds, above a floor). What a pattern shows is believed
on the score of the whole turn; a pattern of `surs` is believed as it is.

For letters, which are written otherwise, `find_acts` stays the only reading.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import cast

from ascom_coach.errors import SurroundingsError
from ascom_coach.language.ridge import Ridge, hashed, load
from ascom_coach.language.said.acts import ACTS, Act, ActName, find_acts, prepared, sure_acts
from ascom_coach.resources import knowledge_dir

FOLDER = knowledge_dir() / "lexique" / "actes"
DIMENSIONS = 32_768
"""Buckets of the features: groups of letters across words are many."""
_GROUPS = (3, 5)
_NUMBER = re.compile(r"\d+(?:[h:,.]\d+)*")
_TOKEN = re.compile(r"[a-z]+'?|0|[?!.,]")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")

_CLAUSE = re.compile(r"[.!?;:…]+\s*|,\s+|\s+(?=(?:mais|et|alors)\b)")
EVIDENCE = ("whole", "clause", "larger", "clauses", "always")
"""What speaks for an act, in the order of `evidence`."""
_MANY = 4
"""So many clauses, or more, are many."""

_BARE = re.compile(r"\W*(?:(?:oui|ouais|ouaip|non|nan|si|bien|bon|ok|ah|euh|hein|voil[àa])\W*){1,3}")
"""A word or two that answer and do nothing by themselves: too short for what was learnt."""


_THEIRS = re.compile(
    r"^(?:(?:et|alors|donc|ok|du coup|sinon|bonjour|d'accord)[ ,]+)*(?:vous|tu) "
    r"(?!(?:me|m'|nous|pouvez|peux) ?|\w+(?:rez|ras)(?!\w))"
)
_OURS = re.compile(r"(?<!\w)(?:j'|(?:je|on|nous|moi|notre|nos|mon|ma|mes)(?!\w))")
"""What « vous êtes là mardi ou mercredi » is about, and what a promise needs: « je », « nous »."""


def features(text: str) -> Counter[int]:
    """Hashed features of a turn: words, pairs, triples, pairs with a gap, groups of letters, acts of the patterns."""
    said = ["<", *_TOKEN.findall(_NUMBER.sub("0", prepared(text).text)), ">"]
    named = [f"w:{word}" for word in said]
    named += [f"p:{first}_{second}" for first, second in pairwise(said)]
    for first, second, third in zip(said, said[1:], said[2:], strict=False):
        named += [f"t:{first}_{second}_{third}", f"g:{first}_{third}"]
    letters = f"_{'_'.join(said[1:-1])}_"
    named += [f"c:{letters[at : at + n]}" for n in _GROUPS for at in range(len(letters) - n + 1)]
    named += [f"a:{act}" for act in {one.act for one in find_acts(text)} for _ in range(2)]
    return hashed(named, DIMENSIONS)


def clauses(text: str) -> list[str]:
    """The clauses of a turn that holds several, those of one word left out."""
    parts = [part.strip() for part in _CLAUSE.split(text) if part.strip()]
    return [part for part in parts if len(part.split()) > 1] if len(parts) > 1 else []


def evidence(act: str, whole: Mapping[str, float], parts: Sequence[Mapping[str, float]]) -> tuple[float, ...]:
    """What speaks for an act, in the order of `EVIDENCE`, from the scores of a turn and of its clauses."""
    score = whole.get(act, 0.0)
    clause = max((part.get(act, 0.0) for part in parts), default=score)
    return score, clause, max(score, clause), min(len(parts), _MANY) / _MANY, 1.0


@dataclass(frozen=True, slots=True)
class _Floors:
    """From which score an act that a pattern shows is done, from which log-odds another is; weights of `EVIDENCE`."""

    shown: float
    bare: float
    weights: tuple[float, ...]


@cache
def _learnt() -> tuple[Ridge, dict[str, _Floors]]:
    try:
        tree = json.loads((FOLDER / "seuils.json").read_text(encoding="utf-8"))
        return load(FOLDER / "poids.npz"), {
            act: _Floors(
                float(tree[act]["montre"]),
                float(tree[act]["seuil"]),
                tuple(float(tree[act]["poids"][name]) for name in EVIDENCE),
            )
            for act in ACTS
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SurroundingsError(
            "Les fichiers des actes de parole sont illisibles : réinstallez le programme."
        ) from error


@lru_cache(maxsize=512)
def spoken_acts(text: str, register: str | None = None) -> tuple[Act, ...]:
    """Acts of a turn, by position: at most one entry per act, at the words or the sentence that do it.

    `register`: as for `find_acts`. Raises SurroundingsError when the learnt weights cannot be read.
    """
    if not text.strip():
        return ()
    seen: dict[str, Act] = {}
    for one in find_acts(text, register=register):
        seen.setdefault(one.act, one)
    sure: dict[str, Act] = {one.act: one for one in sure_acts(text)}
    if _BARE.fullmatch(text.casefold()):
        return tuple(sorted(seen.values(), key=lambda one: (one.start, one.act)))
    model, floors = _learnt()
    folded = prepared(text).text.strip()
    theirs = bool(_THEIRS.search(folded)) and not _OURS.search(folded)  # « vous êtes là demain ou jeudi »
    whole, parts = model.scores(features(text)), [model.scores(features(part)) for part in clauses(text)]
    found = [
        act
        for act, least in floors.items()
        if act in sure
        or (_done(act, act in seen, whole, parts, least) and not (act == "engagement" and theirs))
    ]
    return tuple(
        sorted(
            (seen.get(act) or sure.get(act) or _placed(text, act) for act in found),
            key=lambda one: (one.start, one.act),
        )
    )


def _done(
    act: str, shown: bool, whole: Mapping[str, float], parts: Sequence[Mapping[str, float]], least: _Floors
) -> bool:
    if shown:
        return whole.get(act, 0.0) > least.shown
    weighed = zip(least.weights, evidence(act, whole, parts), strict=True)
    return sum(weight * value for weight, value in weighed) >= least.bare


def act_score(text: str, act: str) -> float:
    """How much a turn does an act, about 0 to 1, by what was learnt."""
    return _learnt()[0].scores(features(text)).get(act, 0.0)


def _placed(text: str, act: str) -> Act:
    """The sentence of the turn that does most of an act which no pattern shows."""
    spans = [match.span() for match in _SENTENCE.finditer(text) if match.group().strip(" .!?\n")]
    if len(spans) > 1:
        spans.sort(key=lambda span: -act_score(text[slice(*span)], act))
    start, end = spans[0] if spans else (0, len(text))
    part = text[start:end]
    start += len(part) - len(part.lstrip())
    return Act(cast(ActName, act), start, start + len(part.strip()))
