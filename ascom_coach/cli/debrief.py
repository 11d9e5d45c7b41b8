"""Reviews and debriefs as plain lines."""

from __future__ import annotations

import sys
from pathlib import PurePath
from typing import Any

from ascom_coach.coach import Coach
from ascom_coach.desk import Desk
from ascom_coach.documents import describe_place
from ascom_coach.errors import RefusedInputError
from ascom_coach.referential import TRAINING_LABEL, UNOFFICIAL_LABEL, load_referential
from ascom_coach.rehearsal import Event, commands
from ascom_coach.review import (
    CriterionResult,
    Finding,
    Review,
    appreciations,
    lessons,
    reading_ease,
    steps,
    well_done,
)

LEVELS = {"non_atteint": "non atteint", "en_cours": "en cours", "atteint": "atteint", "solide": "solide"}
FIRST = 5
"""Advice shown in a debrief."""
_STATUS = {
    "defaut": "À reprendre", "a_verifier": "À vérifier", "conforme": "Réussi", "non_evaluable": "Non évaluable ici",
    "sans_objet": "À savoir",
}  # fmt: skip


def self_assessment(desk: Desk) -> list[Event]:
    """Ask, criterion by criterion, how the trainee judges their own work (Enter passes)."""
    print(
        "Avant le bilan, jugez votre travail : 1 non atteint, 2 en cours, 3 atteint, 4 solide (Entrée pour passer)."
    )
    happened: list[Event] = []
    for criterion in desk.scenario.referentiel.criteres:
        print(
            f"{criterion} — {load_referential().criterion(criterion).label}\nVotre niveau : ",
            end="",
            flush=True,
        )
        typed = sys.stdin.readline().strip()
        if typed in ("1", "2", "3", "4"):
            happened += desk.do(commands.SelfAssess(criterion, commands.LEVELS[int(typed) - 1]))
    return happened


def debrief(coach: Coach, desk: Desk) -> list[str]:
    """What the session showed: instructions, mood, then the review of what was handed in."""
    lines = ["", "BILAN", TRAINING_LABEL]
    try:
        review = coach.appraise(coach.review_desk(desk), desk)
    except RefusedInputError as error:
        review = None
        lines.append(str(error))
    for item in desk.instructions(review):
        lines.append(f"{item['label'] or 'Un point restait à demander'} — " + ", ".join(_instruction(item)))
    for point in desk.state.mood_curve:
        lines.append(f"Humeur de {desk.stage.character(point.who).nom} : {point.mood} sur 5 — {point.reason}")
    if review is not None:
        lines += review_lines(review, dict(desk.state.self_assessment))
    return lines


def _instruction(item: dict[str, object]) -> list[str]:
    words = {
        "heard": ("entendue", "pas entendue"),
        "asked": ("demandée", "pas demandée"),
        "done": ("faite", "pas faite"),
    }
    return [yes if item[key] else no for key, (yes, no) in words.items() if item[key] is not None]


def review_lines(review: Review, own: dict[str, str] | None = None) -> list[str]:
    """A review as plain lines: priorities, levels, findings with place and quote, language."""
    lines: list[str] = []
    by_id = {finding.id: finding for finding in review.findings}
    for refused in review.refused:
        lines.append(f"Non lu : {refused['reason']}")
    if review.priorities:
        lines += ["", "Vos priorités"]
        lines += [
            f"{i}. {by_id[name].message}" for i, name in enumerate(review.priorities, 1) if name in by_id
        ]
    if review.criteria:
        lines += ["", f"Niveaux ({TRAINING_LABEL})"]
    for item in review.criteria:
        level = LEVELS.get(item.level or "", "pas assez d’éléments pour un niveau")
        kind = "" if item.official else f" ({UNOFFICIAL_LABEL})"
        mine = f" ; vous pensiez : {LEVELS[own[item.id]]}" if own and item.id in own else ""
        lines.append(
            f"{item.id} {item.label}{kind} : {level} — contrôles évalués : {item.assessed} sur {item.total}{mine}"
        )
        lines += _parts(item)
        if item.level is None and item.total and item.why:
            lines.append(f"  Pas de niveau : {item.why}.")
    lines += _appreciations(review)
    for status in ("defaut", "a_verifier", "non_evaluable"):
        some = [finding for finding in review.findings if finding.status == status]
        if some:
            lines += ["", f"{_STATUS[status]} ({len(some)})"]
            for finding in some:
                lines += finding_lines(finding)
    good = [finding for finding in review.findings if finding.status == "conforme"]
    if good:
        lines += ["", f"{_STATUS['conforme']} ({len(good)}), par exemple"]
        for name in review.strengths:
            lines += finding_lines(by_id[name])
    lines += _language(review)
    return lines


def _appreciations(review: Review) -> list[str]:
    """What a model thinks of the prose, marked as its own."""
    lines: list[str] = []
    for item in appreciations(review):
        said = "à vérifier : " + " ou ".join(f"« {one} »" for one in item["heard"])
        answer = f"« {item['answer']} »" if item["outcome"] == "avis" else said
        lines.append(f"• {item['question']} {answer} ({item['model']}, consigne {item['prompt']})")
        for quote in item["quotes"]:
            lines.append(f"  « {quote['quote']} » : {quote['claim']}")
    head = ["", "Appréciation du modèle (un avis à côté des niveaux, il n’en change aucun)"]
    return head + lines if lines else []


def finding_lines(finding: Finding) -> list[str]:
    """One finding: what, where, the quote, the next step, the passage behind it."""
    place = ""
    if finding.locator:
        name = PurePath(finding.locator.file).name
        place = " — " + ", ".join(part for part in (name, describe_place(finding.locator)) if part)
    filed = f"[{finding.criterion}] " if finding.criterion else ""
    lines = [f"• {filed}{finding.message}{place}"]
    if finding.quote:
        lines.append(f"  « {finding.quote} »")
    if finding.hint and finding.status in ("defaut", "a_verifier"):
        lines.append(f"  Étape suivante : {finding.hint}")
    if finding.passages:
        lines.append(f"  Référentiel : {', '.join(finding.passages)}")
    return lines


def _parts(criterion: CriterionResult) -> list[str]:
    """The lines of a criterion that holds several things (K1.4 and K2.5)."""
    return [
        f"  · {part.get('label', '')} : {LEVELS.get(str(part.get('level')), 'pas assez d’éléments pour un niveau')}"
        for part in criterion.parts
    ]


def _language(review: Review) -> list[str]:
    """One thing done well, then the five rules that come back most, with their test and no correction."""
    told: Any = review.language
    taught = lessons(told.get("remarks") or ())
    praise = well_done(told.get("texts") or ())
    lines = [praise] if praise else []
    if taught.counted:
        lines.append(f"Français : {taught.counted} {'remarques' if taught.counted > 1 else 'remarque'}")
    for lesson in (*taught.first, *taught.advice[:FIRST]):
        lines.append(f"• {lesson.title}{'' if lesson.counted else ' (conseil, ne compte pas)'}")
        (_, where), (_, rule) = steps(lesson, 2, fixes=False, engines=told.get("engines") or ())
        lines += [f"  {line}" for line in (*where[1:], *rule)]
    others = len(taught.others) + len(taught.advice[FIRST:])
    if others:
        lines.append(f"  et {others} {'autres règles' if others > 1 else 'autre règle'} dans le rapport.")
    lines += reading_ease(told.get("texts") or ())
    return ["", *lines] if lines else []
