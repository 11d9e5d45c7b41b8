"""Remarks on French as they are taught, in three steps: where and what kind; the rule and a test; the fix.

The fix is not told before a second version exists, nor in an exam. The five rules that come back most go first, and
one thing done well goes before them all. Every door (app, line mode, commands) shows these same words. Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ascom_coach.language import LIMITS, families
from ascom_coach.review.report.words import ENGINES, LABELS, NBSP, clean, count, french, place, quoted

FIRST = 5
"""Rules shown before the others: the most frequent."""
STEPS = 3
PLACES = 6
"""Places shown for one rule."""
ENOUGH = 4
"""Occasions from which a family without a fault is worth a word."""
OURS = "integre"
LATER = (
    "La correction s’ouvre après une deuxième version : appliquez le test, corrigez vous-même, puis faites relire "
    "votre nouvelle version."
)
EXAM = "En examen, la correction n’est pas donnée : gardez la règle et le test."
NO_FIX = "Pas de correction toute faite ici : c’est à vous de reformuler."

Remark = Mapping[str, Any]
_PRAISED_LAST = ("orthographe", "typographie", "ponctuation", "registre", "mots-proches")
"""Families whose occasions are counted broadly: being right there says less."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """The remarks of one rule. `remarks` are the records of a review or of `langue corriger`."""

    label: str
    rule: str
    counted: bool
    remarks: tuple[Remark, ...]

    @property
    def kind(self) -> str:
        """« Accords », « Homophones »…"""
        return LABELS.get(self.label, clean(self.label))

    @property
    def title(self) -> str:
        """The kind, the first words concerned, and how often."""
        times = "" if len(self.remarks) == 1 else f" ({len(self.remarks)} fois)"
        return f"{self.kind}{NBSP}: {quoted(_short(str(self.remarks[0].get('quote', ''))))}{times}"


@dataclass(frozen=True, slots=True)
class Lessons:
    """The rules of a review: the most frequent, the other counted ones by kind, and advice that is never counted."""

    first: tuple[Lesson, ...]
    others: tuple[Lesson, ...]
    advice: tuple[Lesson, ...]

    @property
    def counted(self) -> int:
        """Counted remarks in all."""
        return sum(len(one.remarks) for one in (*self.first, *self.others))


def lessons(remarks: Sequence[Remark]) -> Lessons:
    """Group remarks by rule and put the rules in the order in which they are taught."""
    counted = by_rule([one for one in remarks if one.get("counted", True)])
    counted.sort(key=lambda one: -len(one.remarks))
    advice = by_rule([one for one in remarks if not one.get("counted", True)])
    return Lessons(
        tuple(counted[:FIRST]),
        tuple(_by_kind(counted[FIRST:])),
        tuple(sorted(_by_kind(advice), key=_of_names)),
    )


def by_rule(remarks: Sequence[Remark]) -> list[Lesson]:
    """One lesson a rule, in the order of the text."""
    groups: dict[tuple[str, str], list[Remark]] = {}
    for remark in remarks:
        key = (str(remark.get("label", "")), str(remark.get("rule") or remark.get("message", "")))
        groups.setdefault(key, []).append(remark)
    return [
        Lesson(label, rule, bool(some[0].get("counted", True)), tuple(some))
        for (label, rule), some in groups.items()
    ]


def _of_names(lesson: Lesson) -> bool:
    """Unknown words, most often names, come after what says something of the text."""
    return lesson.label == "orthographe"


def _by_kind(groups: Sequence[Lesson]) -> list[Lesson]:
    order = list(LABELS)
    return sorted(groups, key=lambda one: order.index(one.label) if one.label in order else len(order))


def well_done(texts: Sequence[Mapping[str, Any]]) -> str:
    """One thing done well: the family met most often without a fault; empty when no text met one often enough."""
    errors: dict[str, int] = {}
    times: dict[str, int] = {}
    for text in texts:
        for row in text.get("families", ()):
            errors[row["id"]] = errors.get(row["id"], 0) + int(row["errors"])
            times[row["id"]] = times.get(row["id"], 0) + int(row["occasions"])
    clean_ones = [name for name in times if not errors[name] and times[name] >= ENOUGH and name in families()]
    if not clean_ones:
        return ""
    best = max(clean_ones, key=lambda name: (name not in _PRAISED_LAST, times[name], name))
    title = families()[best].title
    title = title[:1].lower() + title[1:]
    return f"Réussi{NBSP}: {title}. {times[best]} occasions de se tromper dans votre texte, aucune faute relevée."


def reading_ease(texts: Sequence[Mapping[str, Any]]) -> list[str]:
    """How hard each text is to read, with the source of the index and its limits; a short text gives its average."""
    lines, limited = [], False
    for text in texts:
        found = text.get("readability") or {}
        if not found.get("sentences"):
            continue
        name = f"{clean(text.get('path', '')).rpartition('/')[2]}{NBSP}: " if len(texts) > 1 else ""
        mean = f"{found['words_per_sentence']:.0f} mots par phrase en moyenne"
        if found.get("index") is None:
            lines.append(f"{name}{mean} (texte trop court pour l’indice de lisibilité).")
        else:
            lines.append(
                f"{name}{mean}, lisibilité {found['index']} sur 100, {found['band']} ({found['source']})."
            )
            limited = True
    return [*lines, LIMITS] if limited else lines


def steps(
    lesson: Lesson, opened: int, *, fixes: bool, exam: bool = False, engines: Sequence[Mapping[str, Any]] = ()
) -> list[tuple[str, list[str]]]:
    """The first `opened` steps of a lesson, each a title and its lines. `fixes`: a second version exists.

    `engines` are the proofreaders that ran: with two of them, who sees the fault and who does not is told.
    """
    told = [("1. Où, et quelle sorte", [*_where(lesson), *_who(lesson, engines)])]
    first = lesson.remarks[0]
    rule = [french(first.get("message", ""))]
    if first.get("test"):
        rule.append(f"Test{NBSP}: {french(first['test'])}")
    told.append(("2. La règle et le test", [*rule, *disagreement(lesson)]))
    told.append(("3. La correction", _fixes(lesson) if fixes and not exam else [EXAM if exam else LATER]))
    return told[: max(1, min(opened, STEPS))]


def _where(lesson: Lesson) -> list[str]:
    kind = lesson.kind if lesson.counted else f"{lesson.kind} (conseil, ne compte pas)"
    lines = [kind]
    for remark in lesson.remarks[:PLACES]:
        spot = place(remark["locator"]) if remark.get("locator") else ""
        lines.append(f"• {marked(remark)}{f' ({spot})' if spot else ''}")
    if len(lesson.remarks) > PLACES:
        more = len(lesson.remarks) - PLACES
        lines.append(f"et {count(more, 'autre fois', 'autres fois')}.")
    return lines


def marked(remark: Remark) -> str:
    """The sentence with the place between ▸ and ◂; the quote alone when its sentence is not known."""
    around = remark.get("sentence")
    if not around:
        return quoted(str(remark.get("quote", "")))
    text, start, end = str(around["text"]), int(around["start"]), int(around["end"])
    return quoted(f"{text[:start]}▸{text[start:end]}◂{text[end:]}")


def _who(lesson: Lesson, engines: Sequence[Mapping[str, Any]]) -> list[str]:
    """Who saw it, when several proofreaders read the text."""
    ran = [str(one["id"]) for one in engines if isinstance(one, Mapping) and one.get("available", True)]
    seen = {str(source) for remark in lesson.remarks for source in remark.get("sources") or ()}
    if len(ran) < 2 or not seen or not lesson.counted:
        return []
    silent = [_engine(name) for name in ran if name not in seen]
    line = f"Signalé par {' et '.join(_engine(name) for name in ran if name in seen)}."
    if silent:
        names = _sentence_start(" et ".join(silent))
        verb = "voit" if len(silent) == 1 else "voient"
        line += f" {names} n’y {verb} pas de faute{NBSP}: regardez de près avant de décider."
    if OURS not in seen:
        line += " Ne change aucun niveau."
    return [line]


def _sentence_start(text: str) -> str:
    return text[:1].upper() + text[1:]


def disagreement(lesson: Lesson) -> list[str]:
    """What another proofreader says of the same places, when it sees something else: one sentence each."""
    found: dict[str, str] = {}
    for remark in lesson.remarks:
        for one in remark.get("opinions") or ():
            kind = LABELS.get(str(one["label"]), clean(one["label"])).lower()
            who = _sentence_start(_engine(str(one["source"])))
            found.setdefault(
                str(one["source"]),
                f"{who} n’est pas d’accord{NBSP}: il y voit «{NBSP}{kind}{NBSP}» "
                f"({french(one['message']).rstrip('.')}). Faites le test, puis demandez à votre formateur.",
            )
    return list(found.values())


def _fixes(lesson: Lesson) -> list[str]:
    lines: list[str] = []
    for remark in lesson.remarks[:PLACES]:
        some = [clean(one) for one in remark.get("suggestions") or ()][:3]
        if some:
            lines.append(
                f"{quoted(str(remark.get('quote', '')))} → {' ou '.join(quoted(one) for one in some)}"
            )
        for one in remark.get("opinions") or ():
            theirs = " ou ".join(quoted(clean(fix)) for fix in one.get("suggestions") or ())
            if theirs:
                lines.append(f"   {_engine(str(one['source']))} propose plutôt {theirs}")
    return list(dict.fromkeys(lines)) or [NO_FIX]


def _engine(name: str) -> str:
    return {"integre": "le correcteur intégré"}.get(name, ENGINES.get(name, clean(name)))


def _short(text: str) -> str:
    line = " ".join(clean(text).split())
    return line if len(line) <= 40 else f"{line[:40].rsplit(' ', 1)[0]}…"
