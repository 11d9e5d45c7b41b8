"""The remarks on the French of the copy, grouped by rule: explanation and test, never a corrected text. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ascom_coach.documents import Locator
from ascom_coach.review.report_parts import Fields, Item, Section, Table, Text
from ascom_coach.review.report_words import ENGINES, LABELS, NBSP, clean, count, french, place, quoted

FIRST = 5
"""Rules shown before the others: the most frequent."""
EXAMPLES = 6
"""Places shown for one rule."""

Remark = Mapping[str, Any]
_NUMBERS = ("", "", "deux", "trois", "quatre", "cinq")


def language_section(language: Mapping[str, Any]) -> Section | None:
    """Five most frequent rules first, then the others by kind. None when no proofreader ran."""
    engines: Sequence[Mapping[str, Any]] = language.get("engines") or ()
    remarks: Sequence[Remark] = language.get("remarks") or ()
    if not engines and not remarks:
        return None
    counted = [remark for remark in remarks if remark.get("counted", True)]
    others = [remark for remark in remarks if not remark.get("counted", True)]
    files = {str(_as_map(remark["locator"])["file"]) for remark in remarks if remark.get("locator")}
    alone = len(files) == 1
    fields = [("Relu par", _engines(engines)), ("Fichier", clean(files.pop()) if alone else "")]
    items: list[Item] = [
        Text(_summary(counted)),
        Fields(tuple((name, text) for name, text in fields if text)),
    ]
    rules = sorted(_by_rule(counted), key=lambda group: -len(group))
    first, rest = rules[:FIRST], _by_kind(rules[FIRST:])
    title = (
        "La règle à revoir" if len(first) < 2 else f"Les {_NUMBERS[len(first)]} règles qui reviennent le plus"
    )
    groups = (
        ("regles", title, first),
        ("autres-remarques", "Les autres remarques, par sorte", rest),
        ("conseils-langue", "Conseils, non comptés", _by_kind(_by_rule(others))),
    )
    parts = tuple(Section(name, words, (_table(some, alone),)) for name, words, some in groups if some)
    return Section("langue", "Le français de la copie", tuple(items), parts)


def _summary(counted: Sequence[Remark]) -> str:
    if not counted:
        return "Aucune faute relevée dans ce qui a pu être relu."
    found = [str(remark.get("label", "")) for remark in counted]
    kinds = ", ".join(
        f"{LABELS.get(label, clean(label)).lower()} {found.count(label)}"
        for label in dict.fromkeys((*LABELS, *found))
        if label in found
    )
    return (
        f"{count(len(counted), 'remarque', 'remarques')}{NBSP}: {kinds}. À vous de corriger, règle par règle."
    )


def _engines(engines: Sequence[Mapping[str, Any]]) -> str:
    words = []
    for engine in engines:
        name = ENGINES.get(str(engine.get("id", "")), str(engine.get("id", "")))
        reason = str(engine.get("reason") or "").strip().rstrip(".")
        missing = f" (non disponible{f' : {reason}' if reason else ''})"
        words.append(name if engine.get("available", True) else name + missing)
    return french(" ; ".join(words))


def _by_rule(remarks: Sequence[Remark]) -> list[list[Remark]]:
    groups: dict[tuple[str, str], list[Remark]] = {}
    for remark in remarks:
        key = (str(remark.get("label", "")), str(remark.get("rule") or remark.get("message", "")))
        groups.setdefault(key, []).append(remark)
    return list(groups.values())


def _by_kind(groups: Sequence[list[Remark]]) -> list[list[Remark]]:
    order = list(LABELS)
    labels = [str(group[0].get("label", "")) for group in groups]
    ranks = [order.index(label) if label in order else len(order) for label in labels]
    return [group for _, group in sorted(zip(ranks, groups, strict=True), key=lambda pair: pair[0])]


def _table(groups: Sequence[list[Remark]], alone: bool) -> Table:
    places = sum(len(group) for group in groups)
    return Table(
        f"{count(len(groups), 'règle', 'règles')}, {count(places, 'passage', 'passages')}",
        ("Sorte", "La règle et le test à faire", "Où"),
        tuple(_row(group, alone) for group in groups),
        (18, 44, 38),
    )


def _row(group: Sequence[Remark], alone: bool) -> tuple[str, str, str]:
    first = group[0]
    label = str(first.get("label", ""))
    rule = french(first.get("message", ""))
    if first.get("test"):
        rule += f"\nTest{NBSP}: {french(first['test'])}"
    sources = [str(source) for source in first.get("sources") or ()]
    if sources and "integre" not in sources:
        names = ", ".join(ENGINES.get(source, clean(source)) for source in sources)
        rule += f"\nSignalé par {names}{NBSP}: ne change aucun niveau."
    spots: dict[str, list[str]] = {}
    for remark in group[:EXAMPLES]:
        spots.setdefault(quoted(str(remark.get("quote", ""))), []).append(_where(remark, alone))
    where = [
        f"{quote} ({f'{NBSP}; '.join(filter(None, found))})".removesuffix(" ()")
        for quote, found in spots.items()
    ]
    if len(group) > EXAMPLES:
        where.append(f"et {count(len(group) - EXAMPLES, 'autre fois', 'autres fois')}")
    return f"{LABELS.get(label, clean(label))} ({len(group)})", rule, "\n".join(where)


def _where(remark: Remark, alone: bool) -> str:
    """The place; its file is said once above when there is only one."""
    locator = remark.get("locator")
    if not locator:
        return ""
    return place({**_as_map(locator), "file": ""} if alone else locator)


def _as_map(locator: Locator | Mapping[str, Any]) -> dict[str, Any]:
    return locator.to_json() if isinstance(locator, Locator) else {"file": "", **locator}
