"""From a review to the ordered sections that both reports print. Pure: no file format here.

Nothing is judged here either: what the review holds is said in words, each finding with its evidence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ascom_coach.referential import TRAINING_LABEL
from ascom_coach.review.model import Finding, Review
from ascom_coach.review.practice import next_practice
from ascom_coach.review.report.criteria import criteria_section, orphan_verdicts, remark_card
from ascom_coach.review.report.end import files_section, trainer_section, unjudged_section
from ascom_coach.review.report.engines import engines_section
from ascom_coach.review.report.evidence import Evidence
from ascom_coach.review.report.language import language_section
from ascom_coach.review.report.levels import levels_section
from ascom_coach.review.report.parts import Bullets, Card, Fields, Item, Section, Story, Text
from ascom_coach.review.report.session import instructions_section, mood_section, transcript_section
from ascom_coach.review.report.words import (
    NBSP,
    clean,
    french,
    quoted,
    sentence,
    short_name,
    shortened,
    shown_day,
)
from ascom_coach.review.said_once import Said, guesses, not_handed_in_titles, urgent

QUOTE_PRAISED = 110
"""Characters of a passage quoted beside a success: a longer one shows nothing by itself."""
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
    """The report, in the order in which it is read. What one part says, the next ones only refer to."""
    title = clean(about["title"]).strip() or _NO_TITLE
    seen = Evidence(review.files)
    praised, first = _praised(review), urgent(review)
    told = frozenset(one.id for one in (*praised, *(one for some in first for one in some.findings)))
    instructions, mood, transcript = about.get("instructions"), about.get("mood"), about.get("transcript")
    sections: list[Section | None] = [
        _priorities(review, first, about.get("lessons") or {}, seen),
        _strengths(review, praised, seen),
        _practice(review),
        levels_section(review, about.get("self_assessment") or {}),
        criteria_section(review, told, seen),
        orphan_verdicts(review),
        language_section(review.language),
        None if instructions is None else instructions_section(instructions),
        None if mood is None else mood_section(mood),
        unjudged_section(review),
        trainer_section(review, seen),
        engines_section(review, about.get("voices") or ()),
        files_section(review),
        None if transcript is None else transcript_section(transcript),
    ]
    kept = tuple(section for section in sections if section is not None)
    trainee = clean(about.get("trainee", "")).strip()
    footer = " · ".join(words for words in (shortened(trainee), shortened(title), TRAINING_LABEL) if words)
    return Story(title, _head(review, about, trainee), kept, footer)


def _head(review: Review, about: Occasion, trainee: str) -> tuple[Item, ...]:
    """Who, when, and what was looked at."""
    told = (
        ("", trainee),
        ("relu le ", shown_day(about.get("date"))),
        ("scénario du ", shown_day(about.get("fictional_date"))),
        ("séance ", clean(review.session or "")),
    )
    line = " · ".join(f"{label}{value}" for label, value in told if value)
    names = ", ".join(short_name(item.get("path", "")) for item in review.files)
    absent = " ; ".join(f"« {title} »" for title in not_handed_in_titles(review))
    rows = (
        ("Fichiers relus" if len(review.files) > 1 else "Fichier relu", names),
        ("Documents attendus, non remis", french(absent)),
    )
    kept = tuple((label, value) for label, value in rows if value)
    return (
        Text(sentence(TRAINING_LABEL), "label"),
        *([Text(line[:1].upper() + line[1:])] if line else []),
        *([Fields(kept)] if kept else []),
        *(Text(french(one.message)) for one in guesses(review)),
        *(Text(_refusal(item)) for item in review.refused),
    )


def _refusal(item: Mapping[str, str]) -> str:
    """The reason already names the file more often than not."""
    path, reason = clean(item.get("path", "")), french(item.get("reason", ""))
    named = path and path.rsplit("/", 1)[-1] in reason
    return f"Non lu{NBSP}: {reason}" if named or not path else f"Non lu{NBSP}: {path}. {reason}"


def _priorities(review: Review, first: Sequence[Said], lessons: Mapping[str, str], seen: Evidence) -> Section:
    cards = []
    for rank, remark in enumerate(first, 1):
        lesson = lessons.get(remark.first.id, "")
        cards.append(remark_card(remark, review, seen.lines(remark.spots), number=rank, lesson=lesson))
    if cards:
        return Section("priorites", _PRIORITIES[len(cards)], tuple(cards))
    if not review.findings:
        words = "Rien n’a pu être relu, il n’y a donc pas encore de priorité."
    elif any(finding.status == "defaut" for finding in review.findings):
        words = "Aucune priorité ne se détache. Lisez les remarques, critère par critère."
    elif not any(criterion.total for criterion in review.criteria):
        words = "Ce brouillon n’est pas noté. Lisez ce qui est à vérifier, critère par critère."
    elif any(finding.status == "a_verifier" for finding in review.findings):
        words = "Rien d’urgent à reprendre. Lisez d’abord ce qui est à vérifier, critère par critère."
    else:
        words = "Rien d’urgent à reprendre."
    return Section("priorites", "Vos priorités", (Text(words),))


def _praised(review: Review) -> tuple[Finding, ...]:
    """The successes of the first page: those of the review that are findings, else the first ones with a place."""
    by_id = {finding.id: finding for finding in review.findings}
    by_words = {finding.message: finding for finding in review.findings if finding.status == "conforme"}
    found: Sequence[Finding | None] = [by_id.get(words) or by_words.get(words) for words in review.strengths]
    if not review.strengths:
        found = [one for one in review.findings if one.status == "conforme" and one.locator is not None][:3]
    return tuple(one for one in found if one is not None)


def _strengths(review: Review, praised: Sequence[Finding], seen: Evidence) -> Section | None:
    """What was done well, with its place, and the words there when they are few."""
    known = {one.id for one in praised} | {one.message for one in praised}
    lines = [_strength(one, seen) for one in praised]
    lines += [french(words) for words in review.strengths if words not in known]
    if not lines:
        return None
    return Section("reussites", "Ce qui est réussi", (Bullets(tuple(lines)),))


def _strength(finding: Finding, seen: Evidence) -> str:
    where = seen.place(finding.locator)
    words = f"{NBSP}: {quoted(finding.quote)}" if _is_telling(finding.quote) else ""
    return f"{french(finding.message).removesuffix('.')} ({where}{words})."


def _is_telling(quote: str) -> bool:
    """A sentence or a value; a long passage or a bare title shows nothing by itself."""
    return len(quote) <= QUOTE_PRAISED and (len(quote.split()) > 3 or any(map(str.isdigit, quote)))


def _practice(review: Review) -> Section | None:
    """The next exercise, ours, never shown as official."""
    found = next_practice(review)
    if found is None:
        return None
    minutes = f"En {found.minutes}{NBSP}minutes{NBSP}: " if found.minutes else ""
    words = f"{found.words[:1].lower()}{found.words[1:]}" if minutes else found.words
    items: list[Item] = [Text(f"{minutes}{french(words)}")] if words else []
    if found.family is not None:
        title = f"{found.family.title[:1].lower()}{found.family.title[1:]}"
        items.append(Text(french(f"En français : {title}. {found.family.test}")))
        lines = tuple(french(f"{one.shown} ({' ou '.join(one.choices)})") for one in found.sentences)
        items.append(Bullets(lines))
    return Section("exercice", "Votre prochain exercice", tuple(items))


__all__ = ["Card", "Occasion", "Section", "Story", "tell"]
