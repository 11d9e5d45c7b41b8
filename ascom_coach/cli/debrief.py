"""Reviews and debriefs as plain lines."""

from __future__ import annotations

import sys
from typing import Any

from ascom_coach.coach import Coach
from ascom_coach.desk import Desk
from ascom_coach.errors import RefusedInputError
from ascom_coach.referential import TRAINING_LABEL, UNOFFICIAL_LABEL, load_referential
from ascom_coach.rehearsal import Event, commands
from ascom_coach.review import (
    CriterionResult,
    Evidence,
    Finding,
    Review,
    Said,
    appreciations,
    left_to_a_reader,
    lessons,
    next_practice,
    not_handed_in_titles,
    not_judged,
    question_of,
    reading_ease,
    said,
    short_label,
    steps,
    urgent,
    well_done,
)

LEVELS = {"non_atteint": "non atteint", "en_cours": "en cours", "atteint": "atteint", "solide": "solide"}
FIRST = 5
"""Advice shown in a debrief."""


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
    """A review as plain lines, each thing once: priorities, levels, the other remarks, what is done well, language."""
    seen = Evidence(review.files)
    lines = [f"Non lu : {refused['reason']}" for refused in review.refused]
    absent = not_handed_in_titles(review)
    if absent:
        lines.append(f"Documents attendus, non remis : {' ; '.join(f'« {title} »' for title in absent)}")
    first = urgent(review)
    if first:
        lines += ["", "Vos priorités"]
        for rank, remark in enumerate(first, 1):
            lines += _remark_lines(remark, seen, f"{rank}.")
    lines += _level_lines(review, own or {})
    lines += _appreciations(review)
    told = {one.id for remark in first for one in remark.findings}
    rest = said((one for one in review.findings if one.id not in told), review.language)
    for status, title in (
        ("defaut", "À reprendre aussi" if first else "À reprendre"),
        ("a_verifier", "À vérifier"),
    ):
        some = [remark for remark in rest if remark.first.status == status]
        if some:
            lines += ["", title]
            for remark in some:
                lines += _remark_lines(remark, seen)
    by_id = {finding.id: finding for finding in review.findings}
    good = [by_id[name] for name in review.strengths if name in by_id]
    if good:
        number = sum(finding.status == "conforme" for finding in review.findings)
        lines += ["", f"Réussi ({number}), par exemple"]
        lines += [f"✓ {one.message.removesuffix('.')} — {seen.place(one.locator)}" for one in good]
    left = [*not_judged(review), *(_asked(one) for one in left_to_a_reader(review))]
    if left:
        lines += ["", "Ce qui n’a pas pu être jugé", *(f"• {line}" for line in left)]
    return [*lines, *_language(review), *_exercise(review)]


def _exercise(review: Review) -> list[str]:
    """The next exercise, in a line or two."""
    found = next_practice(review)
    if found is None:
        return []
    minutes = f"En {found.minutes} minutes : " if found.minutes else ""
    lines = [f"{minutes}{found.words}"] if found.words else []
    if found.family is not None:
        lines.append(f"En français : {found.family.title} (« carnet exercices »).")
    return ["", "Votre prochain exercice", *lines]


def _level_lines(review: Review, own: dict[str, str]) -> list[str]:
    """The levels; a reason that is that of every criterion is told once."""
    if not review.criteria:
        return []
    lines = ["", f"Niveaux ({TRAINING_LABEL})"]
    reasons = {item.why for item in review.criteria if item.total and item.level is None}
    same = len(reasons) == 1 and not any(item.level for item in review.criteria)
    if same:
        lines.append(f"Pas de niveau : {next(iter(reasons))}.")
    if same and not own:
        assessed, total = (
            sum(getattr(item, name) for item in review.criteria) for name in ("assessed", "total")
        )
        return [*lines, f"Contrôles évalués : {assessed} sur {total}, pour {len(review.criteria)} critères."]
    for item in review.criteria:
        kind = "" if item.official else f" ({UNOFFICIAL_LABEL})"
        level = LEVELS.get(item.level or "", "pas de niveau")
        mine = f" ; vous pensiez : {LEVELS[own[item.id]]}" if item.id in own else ""
        why = f" ; {item.why}" if item.level is None and item.total and item.why and not same else ""
        spread = f"{item.assessed} sur {item.total}"
        lines.append(
            f"{item.id} {short_label(item)}{kind} : {level} — contrôles évalués : {spread}{why}{mine}"
        )
        lines += _parts(item)
    return lines


def _asked(finding: Finding) -> str:
    filed = f"[{finding.criterion}] " if finding.criterion else ""
    return f"{filed}{question_of(finding.message)} (au formateur d’en juger)"


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
    """One finding: what, where, the quote, the next step."""
    return _remark_lines(said([finding])[0], Evidence(()))


def _remark_lines(remark: Said, seen: Evidence, mark: str = "•") -> list[str]:
    finding = remark.first
    filed = f"[{finding.criterion}] " if finding.criterion else ""
    lines = [f"{mark} {filed}{remark.message}", *(f"  {line}" for line in seen.lines(remark.spots))]
    if remark.hint and finding.status in ("defaut", "a_verifier"):
        lines.append(f"  Étape suivante : {remark.hint}")
    return lines


def _parts(criterion: CriterionResult) -> list[str]:
    """The lines of a criterion that holds several things (K1.4 and K2.5)."""
    return [
        f"  · {part.get('label', '')} : {LEVELS.get(str(part.get('level')), 'pas de niveau')}"
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
