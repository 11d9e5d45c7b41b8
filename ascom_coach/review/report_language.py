"""The remarks on the French of the copy, grouped by rule: explanation and test, never a corrected text. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ascom_coach.review.report_parts import Fields, Item, Section, Table, Text
from ascom_coach.review.report_words import ENGINES, LABELS, NBSP, clean, count, french, place, quoted

FIRST = 5
EXAMPLES = 6


def language_section(language: Mapping[str, Any]) -> Section | None:
    """Five most frequent rules first, then the others by kind. None when no proofreader ran."""
    engines: Sequence[Mapping[str, Any]] = language.get("engines") or ()
    remarks: Sequence[Mapping[str, Any]] = language.get("remarks") or ()
    if not engines and not remarks:
        return None
    counted = [remark for remark in remarks if remark.get("counted", True)]
    others = [remark for remark in remarks if not remark.get("counted", True)]
    rules = sorted(_by_rule(counted), key=lambda group: -len(group))
    items: list[Item] = [Text(_summary(counted))]
    if engines:
        items.append(Fields((("Relu par", french(_engines(engines))),)))
    parts = []
    if rules:
        first = rules[:FIRST]
        title = (
            f"Les {_NUMBERS[len(first)]} règles qui reviennent le plus"
            if len(first) > 1
            else "La règle à revoir"
        )
        parts.append(Section("regles", title, (_table(title, first),)))
    rest = rules[FIRST:]
    if rest:
        parts.append(
            Section(
                "autres-remarques",
                "Les autres remarques, par sorte",
                (_table("Autres règles", _by_kind(rest)),),
            )
        )
    if others:
        parts.append(
            Section(
                "conseils-langue",
                "Conseils, non comptés",
                (_table("Conseils", _by_kind(_by_rule(others))),),
            )
        )
    return Section("langue", "Le français de la copie", tuple(items), tuple(parts))


_NUMBERS = ("", "", "deux", "trois", "quatre", "cinq")


def _summary(counted: Sequence[Mapping[str, Any]]) -> str:
    if not counted:
        return "Aucune faute relevée dans ce qui a pu être relu."
    tally = {
        LABELS.get(label, label).lower(): sum(remark.get("label") == label for remark in counted)
        for label in (*LABELS, *(str(remark.get("label", "")) for remark in counted))
    }
    kinds = ", ".join(f"{name} {number}" for name, number in tally.items() if number)
    return f"{count(len(counted), 'remarque', 'remarques')}{NBSP}: {clean(kinds)}. À vous de corriger, règle par règle."


def _engines(engines: Sequence[Mapping[str, Any]]) -> str:
    words = []
    for engine in engines:
        name = ENGINES.get(str(engine.get("id", "")), str(engine.get("id", "")))
        if engine.get("available", True):
            words.append(name)
        else:
            reason = str(engine.get("reason") or "").strip().rstrip(".")
            words.append(f"{name} (non disponible{f' : {reason}' if reason else ''})")
    return " ; ".join(words)


def _by_rule(remarks: Sequence[Mapping[str, Any]]) -> list[list[Mapping[str, Any]]]:
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for remark in remarks:
        key = (str(remark.get("label", "")), str(remark.get("rule") or remark.get("message", "")))
        groups.setdefault(key, []).append(remark)
    return list(groups.values())


def _by_kind(groups: Sequence[list[Mapping[str, Any]]]) -> list[list[Mapping[str, Any]]]:
    order = list(LABELS)
    return sorted(
        groups,
        key=lambda group: order.index(group[0]["label"]) if group[0].get("label") in order else len(order),
    )


def _table(caption: str, groups: Sequence[list[Mapping[str, Any]]]) -> Table:
    return Table(
        caption,
        ("Sorte", "La règle et le test à faire", "Où"),
        tuple(_row(group) for group in groups),
        (17, 43, 40),
    )


def _row(group: Sequence[Mapping[str, Any]]) -> tuple[str, str, str]:
    first = group[0]
    label = str(first.get("label", ""))
    kind = f"{LABELS.get(label, clean(label))} ({len(group)})"
    rule = french(first.get("message", ""))
    if first.get("test"):
        rule += f"\nTest{NBSP}: {french(first['test'])}"
    sources = [str(source) for source in first.get("sources") or ()]
    if sources and "integre" not in sources:
        names = ", ".join(ENGINES.get(source, clean(source)) for source in sources)
        rule += f"\nSignalé par {names}{NBSP}: ne change aucun niveau."
    where = [
        f"{quoted(str(remark.get('quote', '')))} {_where(remark)}".strip() for remark in group[:EXAMPLES]
    ]
    if len(group) > EXAMPLES:
        where.append(f"et {count(len(group) - EXAMPLES, 'autre fois', 'autres fois')}")
    return kind, rule, "\n".join(where)


def _where(remark: Mapping[str, Any]) -> str:
    return f"({place(remark['locator'])})" if remark.get("locator") else ""
