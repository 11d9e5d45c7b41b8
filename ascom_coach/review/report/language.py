"""The remarks on the French of the copy, grouped by rule: explanation and test, never a corrected text. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ascom_coach.documents import Locator
from ascom_coach.review.lessons import FIRST, PLACES, Lesson, disagreement, lessons, reading_ease, well_done
from ascom_coach.review.report.parts import Bullets, Item, Section, Table, Text
from ascom_coach.review.report.words import ENGINES, LABELS, NBSP, clean, count, french, place, quoted

Remark = Mapping[str, Any]
TITLE = "Le français de la copie"
_NUMBERS = ("", "", "deux", "trois", "quatre", "cinq")


def language_section(language: Mapping[str, Any]) -> Section | None:
    """Five most frequent rules first, then the others by kind. None when no proofreader ran."""
    engines: Sequence[Mapping[str, Any]] = language.get("engines") or ()
    remarks: Sequence[Remark] = language.get("remarks") or ()
    if not engines and not remarks:
        return None
    counted = [remark for remark in remarks if remark.get("counted", True)]
    texts: Sequence[Mapping[str, Any]] = language.get("texts") or ()
    taught = lessons(remarks)
    files = {str(_as_map(remark["locator"])["file"]) for remark in remarks if remark.get("locator")}
    files |= {str(text.get("path", "")) for text in texts}
    alone = len(files) == 1
    praise = well_done(texts)
    items: list[Item] = [
        *([Text(french(praise))] if praise else []),
        Text(" ".join(filter(None, (_summary(counted), _engines(engines))))),
    ]
    others = bool(taught.others)
    if taught.first and not others:
        items.append(_table(taught.first, alone))
    if taught.advice:
        advice = Bullets(tuple(_advice(one, alone) for one in taught.advice))
        after: tuple[Item, ...] = (Text("Conseils, non comptés", "strong"), advice)
    else:
        after = ()
    ease = french("\n".join(reading_ease(texts)))
    after += (Text(ease, "note"),) if ease else ()
    if not others:
        return Section("langue", TITLE, (*items, *after))
    parts = (
        Section(
            "regles", f"Les {_NUMBERS[FIRST]} règles qui reviennent le plus", (_table(taught.first, alone),)
        ),
        Section(
            "autres-remarques", "Les autres remarques, par sorte", (_table(taught.others, alone), *after)
        ),
    )
    return Section("langue", TITLE, tuple(items), parts)


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
    return french(f"Relu par : {' ; '.join(words)}.") if words else ""


def _table(groups: Sequence[Lesson], alone: bool) -> Table:
    places = sum(len(group.remarks) for group in groups)
    return Table(
        f"{count(len(groups), 'règle', 'règles')}, {count(places, 'passage', 'passages')}",
        ("Sorte", "La règle et le test à faire", "Où"),
        tuple(_row(group, alone) for group in groups),
        (15, 47, 38),
    )


def _row(lesson: Lesson, alone: bool) -> tuple[str, str, str]:
    group = lesson.remarks
    first = group[0]
    rule = french(first.get("message", ""))
    if first.get("test"):
        rule += f"\nTest{NBSP}: {french(first['test'])}"
    sources = [str(source) for source in first.get("sources") or ()]
    if sources and "integre" not in sources:
        names = ", ".join(ENGINES.get(source, clean(source)) for source in sources)
        rule += f"\nSignalé par {names}{NBSP}: ne change aucun niveau."
    rule = "\n".join([rule, *disagreement(lesson)])
    spots: dict[str, list[str]] = {}
    for remark in group[:PLACES]:
        spots.setdefault(quoted(str(remark.get("quote", ""))), []).append(_where(remark, alone))
    where = [f"{quote} ({_places(found)})".removesuffix(" ()") for quote, found in spots.items()]
    if len(group) > PLACES:
        where.append(f"et {count(len(group) - PLACES, 'autre fois', 'autres fois')}")
    return f"{lesson.kind} ({len(group)})", rule, "\n".join(where)


def _advice(lesson: Lesson, alone: bool) -> str:
    """A piece of advice in one item; words that the lexicon does not know are only listed."""
    _, rule, where = _row(lesson, alone)
    where = where.replace("\n", f"{NBSP}; ")
    rule = rule.replace("\n", " ")
    return f"{lesson.kind}{NBSP}: {where}. {rule}"


def _places(found: Sequence[str]) -> str:
    """Places in order, one that comes back with its count: « ligne 7, 2 fois ; ligne 9 »."""
    times = Counter(filter(None, found))
    return f"{NBSP}; ".join(
        where if number == 1 else f"{where}, {number} fois" for where, number in times.items()
    )


def _where(remark: Remark, alone: bool) -> str:
    """The place; its file is said once above when there is only one."""
    locator = remark.get("locator")
    if not locator:
        return ""
    return place({**_as_map(locator), "file": ""} if alone else locator)


def _as_map(locator: Locator | Mapping[str, Any]) -> dict[str, Any]:
    return locator.to_json() if isinstance(locator, Locator) else {"file": "", **locator}
