"""Criterion by criterion: each remark once, with its evidence, and the trainer's word beside it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ascom_coach.review.model import CriterionResult, Finding, Review, TrainerVerdict
from ascom_coach.review.report.evidence import FULL, Evidence
from ascom_coach.review.report.parts import Bullets, Card, Item, Section, Table, Text
from ascom_coach.review.report.words import (
    ENGINES,
    NBSP,
    NEEDS,
    SEVERITY,
    SINCE,
    STATUS,
    clean,
    french,
    is_spoken,
    quoted,
    sentence,
    short_name,
    shown_day,
    together,
)
from ascom_coach.review.said_once import Said, Spot, guesses, is_judged, left_to_a_reader, said, verdicts_on

TITLE = 90
"""Characters of a criterion in a heading: its words stand whole in the table of levels."""
IN_A_LINE = 3
"""Successes of a criterion told in one line."""


SAME_STEP = "comme plus haut."


def remark_card(
    remark: Said,
    review: Review,
    evidence: tuple[str, ...],
    *,
    number: int = 0,
    lesson: str = "",
    step: str = "",
) -> Card:
    """A remark with its evidence; `number` is its rank among the priorities, `lesson` a place of a course.

    `step` takes the place of a next step that was already told.
    """
    finding = remark.first
    mark, words = STATUS[finding.status]
    if finding.status == "defaut" and finding.severity:
        words += f", {SEVERITY[finding.severity]}"
    if finding.since:
        words += f", {SINCE[finding.since]}"
    if number:
        words += f" ({clean(finding.criterion)})"
    details = [("Pour en juger", NEEDS.get(finding.needs, "") if finding.needs else "")]
    if finding.status != "conforme":
        details.append(("Étape suivante", french(step or remark.hint)))
    details.append(("Dans votre cours (non officiel)", clean(lesson)))
    verdicts = {id(one): one for member in remark.findings for one in verdicts_on(member, review)}
    details += [("Avis du formateur", verdict_words(one)) for one in verdicts.values()]
    return Card(
        mark, words, french(remark.message), evidence, tuple(one for one in details if one[1]), number
    )


def verdict_words(verdict: TrainerVerdict) -> str:
    """« réussi, selon Mme Aubin, le lundi 2 novembre 2026 : le ton est juste. »."""
    when = f", le {shown_day(verdict.at)}" if verdict.at else ""
    word = STATUS[verdict.verdict][1].lower()
    return f"{word}, selon {french(verdict.who)}{when}{NBSP}: {sentence(french(verdict.reason))}"


def criteria_section(review: Review, told: frozenset[str], seen: Evidence) -> Section | None:
    """What no priority and no success of the first page has said yet, under its criterion."""
    parts, quiet = [], []
    names = [criterion.id for criterion in review.criteria]
    for criterion in review.criteria:
        mine = [finding for finding in review.findings if finding.criterion == criterion.id]
        items = (*_appreciation(criterion), *_remarks(mine, review, told, seen))
        if items:
            title = f"{clean(criterion.id)} {short_label(criterion)}"
            parts.append(Section(f"critere-{clean(criterion.id).lower()}", title, tuple(items)))
        elif criterion.total:
            quiet.append(clean(criterion.id))
    guessed = {one.id for one in guesses(review)}
    others = [one for one in review.findings if one.criterion not in names and one.id not in guessed]
    left = _remarks(others, review, told, seen)
    if left:
        parts.append(Section("autres-constats", "Autres constats", tuple(left)))
    if not parts:
        return None
    rest = f"{', '.join(quiet)}{NBSP}: rien de plus à signaler." if quiet else ""
    return Section("criteres", "Critère par critère", (Text(rest, "note"),) if rest else (), tuple(parts))


def short_label(criterion: CriterionResult) -> str:
    """The first sentence of a criterion, cut at a word; « … » tells that there is more."""
    label = clean(criterion.label)
    first, more, _ = label.partition(". ")
    if len(first) > TITLE:
        first, more = first[:TITLE].rsplit(None, 1)[0], "…"
    return f"{first}…" if more else first


def _remarks(findings: Sequence[Finding], review: Review, told: frozenset[str], seen: Evidence) -> list[Item]:
    """Which priorities are its own, then file by file what is to redo and to check, and the successes in a list."""
    ranks = [
        rank for rank, name in enumerate(review.priorities[:3], 1) if any(one.id == name for one in findings)
    ]
    waiting = {one.id for one in left_to_a_reader(review)}
    rest = [
        one for one in findings if one.id not in told and one.id not in waiting and is_judged(one, review)
    ]
    items: list[Item] = []
    if ranks:
        several = "Priorités" if len(ranks) > 1 else "Priorité"
        items.append(Text(f"{several} {together([*map(str, ranks)])}{NBSP}: voir plus haut.", "note"))
    remarks = said(rest, review.language)
    good = [one for one in remarks if one.first.status == "conforme" and not verdicts_on(one.first, review)]
    names = [str(one.get("path", "")) for one in review.files]
    by_file: dict[str, list[Said]] = {}
    for remark in remarks:
        if remark not in good:
            by_file.setdefault(seen.file_of(remark.spots), []).append(remark)
    steps: set[str] = set()
    for file in sorted(by_file, key=lambda one: names.index(one) if one in names else -1):
        if file:
            items.append(Text(short_name(file), "strong"))
        for remark in by_file[file]:
            step = SAME_STEP if remark.hint and remark.hint in steps else ""
            steps.add(remark.hint)
            items.append(remark_card(remark, review, seen.lines(remark.spots, file or None), step=step))
    if good:
        items += _successes(good, seen)
    return items


def _successes(good: Sequence[Said], seen: Evidence) -> list[Item]:
    """In one line when they are few, else in a list."""
    mark, word = STATUS["conforme"]
    lines = [success(one, seen) for one in good]
    if len(lines) <= IN_A_LINE:
        return [Text(f"{mark} {word}{NBSP}: {' '.join(lines)}")]
    return [Text(f"{mark} {word}", "strong"), Bullets(tuple(lines))]


def success(remark: Said, seen: Evidence) -> str:
    """« La date est exacte (lettre.docx, paragraphe 9). »."""
    since = remark.first.since
    solved = f" {SINCE[since].capitalize()}." if since else ""
    spots = [spot for spot in remark.spots if spot.locator]
    places = f"{NBSP}; ".join(dict.fromkeys(_place_of_success(spot, seen) for spot in spots))
    where = f" ({places})" if places else ""
    return f"{french(remark.message).removesuffix('.')}{where}.{solved}"


def _place_of_success(spot: Spot, seen: Evidence) -> str:
    """A place; with the words when they were said aloud, for no file holds them."""
    where = seen.place(spot.locator)
    return f"{where}{NBSP}: {quoted(spot.quote, FULL)}" if is_spoken(spot.locator) and spot.quote else where


def _appreciation(criterion: CriterionResult) -> list[Item]:
    given = criterion.appreciation
    words = french(given.get("text") or "") if given else ""
    if not given or not words:
        return []
    source = ENGINES.get(str(given.get("source") or "modele"), clean(given.get("source") or ""))
    lines = [words]
    quotes = given.get("quotes")
    if isinstance(quotes, Sequence) and not isinstance(quotes, str):
        for quote in quotes:
            passage = quote.get("quote", "") if isinstance(quote, Mapping) else quote
            claim = french(str(quote.get("claim", ""))) if isinstance(quote, Mapping) else ""
            lines.append(quoted(str(passage)) + (f"{NBSP}: {claim}" if claim else ""))
    if given.get("model"):
        lines.append(f"Modèle {clean(str(given['model']))}, consigne {clean(str(given.get('prompt', '')))}.")
    return [
        Text(f"Appréciation ({source}), à côté du niveau{NBSP}: elle ne le change pas.", "strong"),
        *(Text(line) for line in lines),
    ]


def orphan_verdicts(review: Review) -> Section | None:
    """Trainers' verdicts on controls that have no finding here."""
    answered = {id(verdict) for finding in review.findings for verdict in verdicts_on(finding, review)}
    rows = tuple(
        (clean(one.check), STATUS[one.verdict][1].lower(), french(one.who), sentence(french(one.reason)))
        for one in review.verdicts
        if id(one) not in answered
    )
    if not rows:
        return None
    table = Table(
        "Sans constat dans ce rapport", ("Contrôle", "Avis", "Qui", "Motif"), rows, (25, 15, 20, 40)
    )
    return Section("avis", "Autres avis du formateur", (table,))
