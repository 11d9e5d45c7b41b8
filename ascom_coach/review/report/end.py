"""The end of a report: what could not be judged, what the trainer fills in, files and versions of the checks. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from ascom_coach.referential import load_referential
from ascom_coach.review.model import Finding, Review
from ascom_coach.review.repeated_words import question_of
from ascom_coach.review.report.evidence import Evidence
from ascom_coach.review.report.parts import Bullets, Item, Section, Table, Text
from ascom_coach.review.report.words import NBSP, STATUS, clean, count, french, place, quoted, short_name
from ascom_coach.review.said_once import left_to_a_reader, not_judged, without_object

SHA_SHOWN = 12
CHOICES = "☐ réussi\n☐ à reprendre\n☐ sans objet"


def unjudged_section(review: Review) -> Section | None:
    """One line a reason; None when all could be judged."""
    lines = [french(line) for line in not_judged(review)]
    idle = without_object(review)
    if idle:
        mark, words = STATUS["sans_objet"]
        lines.append(f"{mark} {words}{NBSP}: {' '.join(french(one) for one in idle)}")
    if not lines:
        return None
    return Section("non-evalue", "Ce qui n’a pas pu être jugé", (Bullets(tuple(lines)),))


def trainer_section(review: Review, seen: Evidence) -> Section:
    """What only a reader can judge, and room for the trainer's name."""
    waiting = sorted(left_to_a_reader(review), key=lambda one: one.criterion)
    rows = [(_to_judge(one, seen), CHOICES, "") for one in waiting]
    rows.append(("Visa du formateur", "", ""))
    table = Table(
        "Ce que seul un lecteur peut juger" if waiting else "Visa",
        ("À juger", "Avis", "Nom, date, motif"),
        tuple(rows),
        (46, 18, 36),
        roomy=True,
    )
    return Section("formateur", "À compléter par le formateur", (table,))


def _to_judge(finding: Finding, seen: Evidence) -> str:
    question = french(question_of(finding.message))
    words = f"{clean(finding.criterion)} {question}" if finding.criterion else question
    if finding.locator is not None and finding.locator.ref:
        words += f"\n{seen.place(finding.locator)}"
        words += f"{NBSP}: {quoted(finding.quote)}" if finding.quote else ""
    elif finding.quote:
        words += f"\n{quoted(finding.quote)}"
    return words


def files_section(review: Review) -> Section:
    """The files with their hash, what to know of them, the official words behind the remarks, the checks."""
    items: list[Item] = []
    if review.files:
        lines = tuple(
            f"{short_name(item.get('path', ''))} ({clean(item.get('type', ''))}), empreinte "
            f"{clean(item.get('sha256', ''))[:SHA_SHOWN]}…"
            for item in review.files
        )
        items.append(Bullets(lines))
    else:
        items.append(Text("Aucun fichier n’a été relu."))
    remarks = tuple(_notice(item) for item in review.notices)
    if remarks:
        items += [Text("À savoir sur ces fichiers", "strong"), Bullets(remarks)]
    passages = _passages(review)
    if passages:
        items += [Text("Ce que dit le référentiel de ces travaux", "strong"), Bullets(passages)]
    versions = _versions(review)
    if versions:
        items.append(Text(versions, "note"))
    return Section("fichiers", "Fichiers relus et versions des contrôles", tuple(items))


def _passages(review: Review) -> tuple[str, ...]:
    """Each passage behind a remark, word for word; the criteria stand in the table of levels."""
    referential = load_referential()
    shown = {criterion.id for criterion in review.criteria if criterion.official}
    known = {one.id: one.passages for bloc in (1, 2, 3) for one in referential.criteria(bloc)}
    names = {name for finding in review.findings for name in finding.passages}
    names |= {name for criterion in review.criteria for name in known.get(criterion.id, ())}
    return tuple(
        f"{name} «{NBSP}{referential.passage(name).shown}{NBSP}»"
        for name in sorted(names)
        if name not in shown and referential.has_passage(name)
    )


def _versions(review: Review) -> str:
    """Names of the checks under their version."""
    versions: dict[int, list[str]] = {}
    for name, version in sorted({(one.check, one.version) for one in review.findings if one.check}):
        versions.setdefault(version, []).append(clean(name))
    if not versions:
        return ""
    total = sum(map(len, versions.values()))
    told = f"{NBSP}; ".join(
        f"en version {version}, {', '.join(some)}" for version, some in sorted(versions.items())
    )
    return f"{count(total, 'contrôle', 'contrôles')}{NBSP}: {told}. L’empreinte est le début du SHA-256."


def _notice(item: Mapping[str, object]) -> str:
    where = item.get("locator")
    file = clean(item.get("file") or item.get("path") or "")
    if isinstance(where, Mapping) and where.get("file"):
        file = place(where) if where.get("ref") else clean(where["file"])
    message = french(item.get("message", ""))
    return f"{file}{NBSP}: {message}" if file and file not in message else message
