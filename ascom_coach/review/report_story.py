"""From a review to the ordered sections that both reports print. Pure: no file format here.

Nothing is judged here either: what the review holds is said in words, each finding with its evidence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ascom_coach.referential import TRAINING_LABEL, UNOFFICIAL_LABEL, absence
from ascom_coach.review.model import CriterionResult, Finding, Review
from ascom_coach.review.report_criteria import criteria_section, finding_card, orphan_verdicts
from ascom_coach.review.report_engines import engines_section
from ascom_coach.review.report_language import language_section
from ascom_coach.review.report_parts import Bullets, Card, Fields, Item, Section, Story, Table, Text
from ascom_coach.review.report_session import instructions_section, mood_section, transcript_section
from ascom_coach.review.report_words import (
    LEVELS,
    NBSP,
    NO_LEVEL,
    clean,
    count,
    coverage,
    french,
    place,
    sentence,
    short_name,
    shortened,
    shown_day,
)

SHA_SHOWN = 12
_NO_TITLE = "Rapport de relecture"
_PRIORITIES = ("", "Votre priorité", "Vos deux priorités", "Vos trois priorités")


class Occasion(TypedDict, total=False):
    """What a report says beside the review.

    `transcript` holds (name, words, event number), `instructions` maps with `id`, `heard`, `asked`, `done` (and
    `label` when known), `mood` (name, 0–5, reason), `self_assessment` criterion → level, `date` an ISO date or words,
    `lessons` finding → where the trainer's own course speaks of it, `voices` (event number, work, model and prompt)
    what a model did in the session.
    """

    title: Required[str]
    trainee: str
    date: str
    transcript: Sequence[tuple[str, str, int]] | None
    instructions: Sequence[Mapping[str, Any]] | None
    mood: Sequence[tuple[str, int, str]] | None
    self_assessment: Mapping[str, str] | None
    fictional_date: dt.date | str | None
    lessons: Mapping[str, str]
    voices: Sequence[tuple[int, str, str]] | None


def tell(review: Review, about: Occasion) -> Story:
    """The report, in the order in which it is read."""
    title = clean(about["title"]).strip() or _NO_TITLE
    own = about.get("self_assessment") or {}
    sections: list[Section | None] = [
        _priorities(review, about.get("lessons") or {}),
        _levels(review, own),
        _strengths(review),
    ]
    sections.append(criteria_section(review))
    sections.append(orphan_verdicts(review))
    instructions, mood, transcript = about.get("instructions"), about.get("mood"), about.get("transcript")
    if instructions is not None:
        sections.append(instructions_section(instructions))
    if mood is not None:
        sections.append(mood_section(mood))
    sections.append(language_section(review.language))
    if transcript is not None:
        sections.append(transcript_section(transcript))
    sections.append(engines_section(review, about.get("voices") or ()))
    sections += [_absences(review), _files(review)]
    kept = tuple(section for section in sections if section is not None)
    trainee = clean(about.get("trainee", "")).strip()
    footer = " · ".join(words for words in (shortened(trainee), shortened(title), TRAINING_LABEL) if words)
    return Story(title, _head(review, about, trainee), kept, footer)


def _head(review: Review, about: Occasion, trainee: str) -> tuple[Item, ...]:
    names = ", ".join(short_name(item.get("path", "")) for item in review.files)
    rows = (
        ("Stagiaire", trainee),
        ("Relu le", shown_day(about.get("date"))),
        ("Date du scénario", shown_day(about.get("fictional_date"))),
        ("Fichiers relus" if len(review.files) > 1 else "Fichier relu", names),
        ("Séance", clean(review.session or "")),
    )
    return (
        Text(sentence(TRAINING_LABEL), "label"),
        Fields(tuple((label, value) for label, value in rows if value)),
        *(Text(_refusal(item)) for item in review.refused),
    )


def _refusal(item: Mapping[str, str]) -> str:
    """The reason already names the file more often than not."""
    path, reason = clean(item.get("path", "")), french(item.get("reason", ""))
    named = path and path.rsplit("/", 1)[-1] in reason
    return f"Non lu{NBSP}: {reason}" if named or not path else f"Non lu{NBSP}: {path}. {reason}"


def _priorities(review: Review, lessons: Mapping[str, str]) -> Section:
    by_id = {finding.id: finding for finding in review.findings}
    wanted = [by_id[name] for name in review.priorities if name in by_id][:3]
    if wanted:
        cards = tuple(
            finding_card(finding, review, number=rank, lesson=lessons.get(finding.id, ""))
            for rank, finding in enumerate(wanted, 1)
        )
        return Section("priorites", _PRIORITIES[len(wanted)], cards)
    if not review.findings:
        words = "Rien n’a pu être relu, il n’y a donc pas encore de priorité."
    elif any(finding.status == "defaut" for finding in review.findings):
        words = "Aucune priorité ne se détache. Lisez les constats, critère par critère."
    elif not any(criterion.total for criterion in review.criteria):
        words = "Ce brouillon n’est pas noté. Lisez ce qui est à vérifier, critère par critère."
    else:
        words = "Rien d’urgent à reprendre. Lisez les niveaux, puis les constats."
    return Section("priorites", "Vos priorités", (Text(words),))


def _levels(review: Review, own: Mapping[str, str]) -> Section:
    title = "Niveaux par critère"
    if not review.criteria:
        return Section("niveaux", title, (Text("Aucun critère n’a été évalué."),))
    if not any(criterion.total for criterion in review.criteria):
        words = (
            "Un brouillon seul ne donne pas de niveau : voici ce qu’un jury en lirait, critère par critère."
        )
        return Section("niveaux", title, (Text(words),))
    header = ["Critère", "Niveau", "Contrôles"]
    widths = [37, 17, 19]
    if own:
        header.append("Votre avis")
        widths = [28, 17, 17, 18]
    header.append("Pourquoi")
    widths.append(100 - sum(widths))
    rows = tuple(row for criterion in review.criteria for row in _level_rows(criterion, own))
    items: list[Item] = [Table(f"Niveaux ({TRAINING_LABEL})", tuple(header), rows, tuple(widths))]
    if any(finding.status == "non_evaluable" for finding in review.findings):
        items.append(Text("Ce qui n’a pas pu être évalué ne compte ni pour ni contre vous.", "note"))
    return Section("niveaux", title, tuple(items))


def _level_rows(criterion: CriterionResult, own: Mapping[str, str]) -> list[tuple[str, ...]]:
    label = f"{criterion.id} {clean(criterion.label)}"
    if not criterion.official:
        label += f" ({UNOFFICIAL_LABEL})"
    level = LEVELS.get(criterion.level or "", NO_LEVEL)
    row = [label, level, coverage(criterion.assessed, criterion.total)]
    if own:
        row.append(_compared(criterion.level, own.get(criterion.id)))
    rows = [(*row, sentence(french(criterion.why)))]
    for part in criterion.parts:
        spread = part.get("coverage")
        tally = spread if isinstance(spread, Mapping) else {"assessed": 0, "total": 0}
        cells = [
            f"{criterion.id}, {clean(part.get('label', ''))}",
            LEVELS.get(str(part.get("level") or ""), NO_LEVEL),
            coverage(int(tally.get("assessed", 0)), int(tally.get("total", 0))),
        ]
        rows.append((*cells, *(["–"] if own else []), "–"))
    return rows


def _compared(level: str | None, own: str | None) -> str:
    if own not in LEVELS:
        return "pas donné"
    if level not in LEVELS:
        return LEVELS[own]
    order = list(LEVELS)
    gap = order.index(own) - order.index(level)
    words = "comme le bilan" if not gap else "plus haut que le bilan" if gap > 0 else "plus bas que le bilan"
    return f"{LEVELS[own]}, {words}"


def _strengths(review: Review) -> Section | None:
    """What was done well: the review's own words, with the place of the finding behind them when there is one."""
    by_id = {finding.id: finding for finding in review.findings}
    by_words = {finding.message: finding for finding in review.findings if finding.status == "conforme"}
    lines = []
    for words in review.strengths:
        behind = by_id.get(words) or by_words.get(words)
        lines.append(_strength(behind) if behind else french(words))
    if not lines:
        lines = [_strength(finding) for finding in review.findings if _shows(finding)][:3]
    if not lines:
        return None
    return Section("reussites", "Ce qui est réussi", (Bullets(tuple(lines)),))


def _shows(finding: Finding) -> bool:
    return finding.status == "conforme" and finding.locator is not None and bool(finding.message)


def _strength(finding: Finding) -> str:
    return f"{french(finding.message).removesuffix('.')} ({place(finding.locator)})."


def _absences(review: Review) -> Section:
    names = {criterion.id for criterion in review.criteria} | {
        finding.criterion for finding in review.findings
    }
    codes = []
    if any(name.startswith("KX") for name in names):
        codes.append("criteres_bloc3")
    if any(name.startswith("K2") for name in names):
        codes.append("mise_en_forme_bloc2")
    codes += ["ponderation", "note_de_passage"]
    lines = tuple(french(absence(code).sentence) for code in codes)
    return Section("absences", "Ce que le référentiel ne dit pas", (Bullets(lines),))


def _files(review: Review) -> Section:
    items: list[Item] = []
    if review.files:
        rows = tuple(
            (
                clean(item.get("path", "")),
                clean(item.get("type", "")),
                clean(item.get("sha256", ""))[:SHA_SHOWN],
            )
            for item in review.files
        )
        caption = f"Fichiers, avec le début de leur empreinte SHA-256 ({SHA_SHOWN}{NBSP}caractères)"
        items.append(Table(caption, ("Fichier", "Type", "Empreinte"), rows, (55, 15, 30)))
    else:
        items.append(Text("Aucun fichier n’a été relu."))
    remarks = tuple(_notice(item) for item in review.notices)
    if remarks:
        items += [Text("À savoir sur ces fichiers", "strong"), Bullets(remarks)]
    versions = sorted({(finding.check, finding.version) for finding in review.findings if finding.check})
    if versions:
        words = ", ".join(f"{clean(name)}{NBSP}{version}" for name, version in versions)
        number = count(len(versions), "contrôle", "contrôles")
        items.append(Text(f"{number}, avec leur version{NBSP}: {words}.", "note"))
    items.append(
        Table("Visa du formateur", ("Nom", "Date", "Visa"), (("", "", ""),), (45, 20, 35), roomy=True)
    )
    return Section("fichiers", "Fichiers relus et versions des contrôles", tuple(items))


def _notice(item: Mapping[str, object]) -> str:
    where = item.get("locator")
    file = clean(item.get("file") or item.get("path") or "")
    if isinstance(where, Mapping) and where.get("file"):
        file = place(where) if where.get("ref") else clean(where["file"])
    message = french(item.get("message", ""))
    return f"{file}{NBSP}: {message}" if file and file not in message else message


__all__ = ["Card", "Occasion", "Section", "Story", "tell"]
