"""The proofreading pipeline: one list of remarks from several engines, names protected, overlaps merged, counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ascom_coach.language.fixes.shown import widened
from ascom_coach.language.protect import OFFICE, glossary, hard_zones, touches
from ascom_coach.language.remarks import (
    LABELS,
    Engine,
    EngineState,
    EngineUnavailableError,
    Opinion,
    ProofResult,
    Remark,
)
from ascom_coach.language.text import nfc, plain, words

_ORDER = {
    "homophones": 0,
    "accord": 1,
    "conjugaison": 2,
    "style": 3,
    "orthographe": 4,
    "ponctuation": 5,
    "typographie": 6,
}


def proofread(text: str, engines: Sequence[Engine], names: Iterable[str] = frozenset()) -> ProofResult:
    """Remarks of all `engines` on `text`, offsets in code points of `text` as passed.

    `names` (people, firms, products) are never remarked on. An engine that fails is reported in `engines` with one
    French sentence, and the others go on. Remarks that overlap become one, with all their `sources`.
    """
    composed, back = _composed(text)
    known = glossary(names)
    zones = hard_zones(composed, known)
    found: list[Remark] = []
    states: list[EngineState] = []
    for engine in engines:
        try:
            remarks = engine.check(composed)
        except EngineUnavailableError as error:
            states.append(EngineState(engine.id, False, str(error)))
            continue
        states.append(EngineState(engine.id, True))
        found.extend(
            remark
            for remark in remarks
            if not touches(zones, remark.start, remark.end)
            and not _named(remark, known)
            and not _said_of_a_name(remark, composed, known)
        )
    merged = [_back(remark, text, back) for remark in widened(composed, merge(found))]
    counts: dict[str, int] = {
        label: sum(1 for one in merged if one.label == label and one.counted) for label in LABELS
    }
    return ProofResult(tuple(merged), tuple(states), len(words(composed)), counts)


def _composed(text: str) -> tuple[str, list[int] | None]:
    """NFC text, and the offset in `text` of each of its characters (None when nothing changed)."""
    composed = nfc(text)
    if composed == text:
        return text, None
    out: list[str] = []
    back: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and plain(text[end]) == "" and not text[end].isspace():
            end += 1
        piece = nfc(text[start:end])
        out.append(piece)
        back.extend([start] * len(piece))
        start = end
    return "".join(out), [*back, len(text)]


def _back(remark: Remark, text: str, back: list[int] | None) -> Remark:
    if back is None:
        return remark
    start, end = back[remark.start], back[remark.end]
    return replace(remark, start=start, end=end, quote=text[start:end])


def _named(remark: Remark, known: frozenset[str]) -> bool:
    return remark.label == "orthographe" and (plain(remark.quote) in known or plain(remark.quote) in OFFICE)


_SUBJECT = re.compile(r"(?:^|[\n\u2029.;:!?(] ?)(?P<name>[A-ZÀ-Þ][\w’'-]+) (?:n[e’'] ?)?[\w’'-]+ (?:\w+ )?$")


def _said_of_a_name(remark: Remark, text: str, known: frozenset[str]) -> bool:
    """« Artimon est occupée »: a room keeps the gender of the room, whatever the word was before it was a name."""
    before = _SUBJECT.search(text[: remark.start]) if remark.label == "accord" else None
    return before is not None and plain(before["name"]) in known


def merge(remarks: Iterable[Remark]) -> list[Remark]:
    """One remark per place: overlapping ones are joined under the embedded engine's, then the most specific.

    A rule goes before a choice by context.

    A remark is counted when the one that is kept is, or when another engine counts the same place.
    """
    every = sorted(remarks, key=lambda one: (one.start, one.end))
    ours = _groups(one for one in every if "integre" in one.sources)
    joined = [list(group) for group in ours]
    loose: list[Remark] = []
    for remark in (one for one in every if "integre" not in one.sources):
        # A wide remark of another engine never joins two of ours: levels count ours, with or without it.
        homes = [at for at, group in enumerate(ours) if any(_overlap(remark, one) for one in group)]
        for at in homes:
            joined[at].append(remark)
        if not homes:
            loose.append(remark)
    groups = sorted([*joined, *_groups(loose)], key=lambda group: (group[0].start, group[0].end))
    out = []
    for group in groups:
        best = min(
            group,
            key=lambda one: (
                "integre" not in one.sources,
                not one.counted,
                one.rule.startswith(("contexte_", "place_")),
                _ORDER[one.label],
                one.end - one.start,
                one.rule,
            ),
        )
        sources = tuple(dict.fromkeys(source for one in [best, *group] for source in one.sources))
        fixes = _fixes(best, group)
        out.append(
            replace(best, sources=sources, suggestions=fixes[:5], opinions=_opinions(best, fixes, group))
        )
    return out


def _fixes(best: Remark, group: Sequence[Remark]) -> tuple[str, ...]:
    """What is proposed for a place: the fixes of the remark that is kept, then those of the same engine for the very
    same words; those of another engine only where there are none."""
    alike = [one for one in group if (one.start, one.end) == (best.start, best.end) and one.suggestions]
    ours = [
        one.suggestions
        for one in alike
        if one is not best and one.sources == best.sources and one.rule != _UNKNOWN
    ]
    listed = [one.suggestions for one in alike if one.label == "style"] if best.rule == _UNKNOWN else []
    found = dict.fromkeys(
        fix for fixes in listed for fix in fixes
    )  # « checker »: not « chercher », « vérifier »
    found |= dict.fromkeys([*best.suggestions[:_OWN], *(fix for fixes in ours for fix in fixes[:1])])
    found |= dict.fromkeys(best.suggestions)
    return tuple(found) or next((one.suggestions for one in alike), ())


_UNKNOWN = "orthographe_mot_inconnu"
_OWN = 2
"""Fixes of the remark that is kept which stand before those of the others."""


def _opinions(best: Remark, fixes: Sequence[str], group: Sequence[Remark]) -> tuple[Opinion, ...]:
    """What engines other than that of `best` see otherwise: a fix that is not among its own, or, where no fix can be
    compared, another kind. Two names for one error that is mended alike are no disagreement."""
    found: dict[str, Opinion] = {}
    for one in group:
        source = one.sources[0] if one.sources else ""
        if source in best.sources:
            continue
        same_place = (one.start, one.end) == (best.start, best.end)
        alike = same_place and set(one.suggestions) & set(fixes)
        apart = same_place and fixes and one.suggestions and not alike
        if (one.label != best.label and not alike) or apart:
            found.setdefault(source, Opinion(source, one.label, one.message, one.suggestions[:3]))
    return tuple(found.values())


def _overlap(one: Remark, other: Remark) -> bool:
    return one.start < other.end and other.start < one.end


def _groups(remarks: Iterable[Remark]) -> list[list[Remark]]:
    """Remarks in order of place, those that overlap together."""
    groups: list[list[Remark]] = []
    end = -1
    for remark in remarks:
        if groups and (remark.start < end or (remark.start == groups[-1][0].start and remark.end == end)):
            groups[-1].append(remark)
            end = max(end, remark.end)
        else:
            groups.append([remark])
            end = remark.end
    return groups


def default_engines() -> list[Engine]:
    """The embedded engine alone."""
    from ascom_coach.language.embedded import EmbeddedEngine

    return [EmbeddedEngine()]
