"""The report of a class, as the same kind of story as a copy's."""

from __future__ import annotations

import datetime as dt

from ascom_coach.referential import TRAINING_LABEL
from ascom_coach.review.classes import ClassCopy, ClassReview
from ascom_coach.review.levels import ORDER
from ascom_coach.review.report.docx import docx_bytes
from ascom_coach.review.report.html import html_of
from ascom_coach.review.report.parts import Bullets, Fields, Item, Section, Story, Table, Text
from ascom_coach.review.report.words import (
    LEVELS,
    NBSP,
    clean,
    count,
    french,
    place,
    quoted,
    shown_day,
    together,
)

CAREFUL = (
    "Ces copies ont des traces en commun. Cela ne prouve rien : un poste partagé, un modèle de la classe ou un travail "
    "fait à deux laissent les mêmes. Regardez-les côte à côte, puis parlez-en avec les stagiaires."
)
NO_LEVEL_SHOWN = "sans niveau"
MOST = 12


def class_story(result: ClassReview, title: str, date: str = "") -> Story:
    """The class in the order in which a trainer reads it."""
    read = [copy for copy in result.copies if copy.review is not None]
    head: list[Item] = [Text(TRAINING_LABEL, "label")]
    fields = [("Copies relues", f"{len(read)} sur {len(result.copies)}")]
    if date:
        fields.append(("Date", shown_day(date)))
    head.append(Fields(tuple(fields)))
    sections = [_levels(result), _people(result), _frequent(result), _together(result)]
    problems = [copy for copy in result.copies if copy.remark]
    if problems:
        rows = tuple(french(f"{clean(copy.trainee)} : {copy.remark}") for copy in problems)
        sections.append(Section("non-lues", "Copies ou fichiers qui n’ont pas pu être lus", (Bullets(rows),)))
    return Story(
        clean(title), tuple(head), tuple(sections), french(f"ascom-coach · classe · {TRAINING_LABEL}")
    )


def _levels(result: ClassReview) -> Section:
    header = ("Critère", *(LEVELS[name] for name in ORDER), NO_LEVEL_SHOWN)
    rows = tuple(
        (clean(f"{name} {result.labels[name]}"), *(str(counts[level]) for level in (*ORDER, "")))
        for name, counts in result.levels.items()
    )
    note = Text(
        french(
            "Nombre de copies à chaque niveau. « Sans niveau » : moins de la moitié des contrôles évalués."
        ),
        "note",
    )
    items: tuple[Item, ...] = (note, Table("Niveaux de la classe", header, rows, (5, 2, 2, 2, 2, 2)))
    return Section("niveaux", "Les niveaux, critère par critère", items if rows else (Text("Aucun niveau."),))


def _people(result: ClassReview) -> Section:
    names = tuple(result.levels)
    rows = tuple(
        (clean(copy.trainee), *(shown_level(copy, name) for name in names), str(defects(copy)))
        for copy in result.copies
        if copy.review is not None
    )
    table = Table(
        "Niveaux par stagiaire", ("Stagiaire", *names, "À reprendre"), rows, (4, *(2 for _ in names), 2)
    )
    return Section(
        "stagiaires", "Stagiaire par stagiaire", (table,) if rows else (Text("Aucune copie relue."),)
    )


def shown_level(copy: ClassCopy, criterion: str) -> str:
    """The level of a copy in words, a dash when it has none."""
    level = (
        next((one.level for one in copy.review.criteria if one.id == criterion), None)
        if copy.review
        else None
    )
    return LEVELS[level] if level else "–"


def defects(copy: ClassCopy) -> int:
    """How many controls of a copy came out as a defect."""
    findings = copy.review.findings if copy.review else ()
    return len({".".join(one.id.split(".")[:2]) for one in findings if one.status == "defaut"})


def _frequent(result: ClassReview) -> Section:
    items: list[Item] = []
    total = sum(copy.review is not None for copy in result.copies)
    for one in result.frequent[:MOST]:
        items.append(
            Text(french(f"{one.copies} sur {count(total, 'copie', 'copies')} — {one.criterion}"), "strong")
        )
        where = place(one.example.locator)
        example = f"Exemple ({clean(one.trainee)}, {where})"
        words = quoted(one.example.quote)
        items.append(Text(french(one.message)))
        items.append(Text(f"{example}{NBSP}: {words}" if words else f"{example}."))
    if not items:
        items = [Text("Aucune erreur n’est commune à plusieurs copies.")]
    return Section("frequentes", "Ce qui revient le plus souvent", tuple(items))


def _together(result: ClassReview) -> Section:
    if not result.alike:
        return Section(
            "a-regarder", "À regarder", (Text("Rien ne rapproche deux copies de façon inhabituelle."),)
        )
    rows = tuple(
        (clean(together(one.trainees)), french(clean(" ; ".join(one.reasons)))) for one in result.alike
    )
    table = Table("Copies à regarder ensemble", ("Copies", "Ce qu’elles ont en commun"), rows, (3, 6))
    return Section("a-regarder", "À regarder", (Text(french(CAREFUL)), table))


def class_html(story: Story) -> str:
    """The report as one HTML page."""
    return html_of(story)


def class_docx(story: Story, day: dt.date) -> bytes:
    """The report as a Word file."""
    return docx_bytes(story, day)
