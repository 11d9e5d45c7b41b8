"""The debrief in words: pure functions from a review and a session to what the screen shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from textual.content import Content

from ascom_coach.referential import TRAINING_LABEL, UNOFFICIAL_LABEL, absence, load_referential
from ascom_coach.review import next_practice, not_handed_in_titles, not_judged, said, urgent, without_object
from ascom_coach.tui.words import (
    LEVEL_MARKS,
    LEVELS,
    NEEDS,
    NO_LEVEL,
    SEVERITY,
    SINCE,
    STATUS,
    STATUS_MARKS,
    VERDICTS,
    count,
)

if TYPE_CHECKING:
    from ascom_coach.desk import Desk
    from ascom_coach.rehearsal import Exchange
    from ascom_coach.review import CriterionResult, Finding, Review

Part = str | tuple[str, str]
_JUDGED = ("defaut", "a_verifier", "conforme")


def place_of(finding: Finding) -> str:
    """The file and the place, in words."""
    from ascom_coach.documents import describe_place

    if finding.locator is None or not finding.locator.file:
        return "ensemble de la copie" if finding.locator is None else "votre remise"
    where = describe_place(finding.locator)
    name = finding.locator.file.replace("\\", "/").rpartition("/")[2]
    return where if finding.locator.ref.startswith("seance:") else f"{name}, {where}"


def overview(review: Review, desk: Desk | None) -> Content:
    """Three priorities first, then what is done well and the levels; each thing once."""
    parts: list[Part] = []
    by_id = {finding.id: finding for finding in review.findings}
    for item in review.refused:
        parts.append(f"Non lu : {item.get('reason', '')}\n\n")
    for finding in review.findings:
        if finding.check == "brouillon:production":
            parts.append(f"{finding.message}\n\n")
    absent = not_handed_in_titles(review)
    if absent:
        parts.append(f"Attendus, non remis : {', '.join(absent)}.\n\n")
    first = urgent(review)
    if first:
        parts.append(("Vos priorités\n", "bold"))
        for number, remark in enumerate(first, 1):
            parts.append((f"{number}. ", "bold"))
            parts.append(f"{remark.message}\n")
            parts.append(f"   Où : {place_of(remark.first)}\n")
            if remark.hint:
                parts.append(f"   Ensuite : {remark.hint}\n")
    elif _french_faults(review):
        parts.append("Rien d’urgent, sauf le français : voyez la ligne « Français », puis les constats.\n")
    elif review.criteria:
        doubts = sum(finding.status == "a_verifier" for finding in review.findings)
        first_steps = f"commencez par ce qui est à vérifier ({doubts})" if doubts else "lisez les niveaux"
        parts.append(f"Rien d’urgent à reprendre : {first_steps}, puis les constats.\n")
    if review.strengths:
        parts.append(("\nCe qui est réussi\n", "bold"))
        for name in review.strengths:
            good = by_id.get(name)
            parts.append(
                f"✓ {good.message.removesuffix('.')} ({place_of(good)}).\n" if good else f"✓ {name}\n"
            )
    parts += _practice(review)
    parts += _levels(review, desk)
    if desk is not None and desk.state.helps:
        parts.append(f"\nAides ouvertes : {count(desk.state.helps, 'aide', 'aides')}.\n")
    return Content.assemble(*parts)


def _practice(review: Review) -> list[Part]:
    """The next exercise."""
    found = next_practice(review)
    if found is None:
        return []
    minutes = f"En {found.minutes} minutes : " if found.minutes else ""
    words = f"{minutes}{found.words}\n" if found.words else ""
    rule = f"En français : {found.family.title}.\n" if found.family else ""
    return [("\nVotre prochain exercice\n", "bold"), words, rule]


def _levels(review: Review, desk: Desk | None) -> list[Part]:
    """The levels; when there is none, why is said once for all the criteria that share the reason."""
    parts: list[Part] = []
    if review.criteria:
        parts.append((f"\nNiveaux — {TRAINING_LABEL}\n", "bold"))
        own = desk.state.self_assessment if desk else {}
        for criterion in review.criteria:
            parts.append(f"{level_line(criterion)}\n")
            parts += [f"   {line}\n" for line in part_lines(criterion)]
            if criterion.id in own:
                parts.append(f"   Vous pensiez : {LEVELS[own[criterion.id]]}\n")
        reasons: dict[str, list[str]] = {}
        for criterion in review.criteria:
            if criterion.level is None and criterion.total and criterion.why:
                reasons.setdefault(criterion.why, []).append(criterion.id)
        parts += [f"Sans niveau ({', '.join(names)}) : {why}.\n" for why, names in reasons.items()]
    ours = any(not criterion.official for criterion in review.criteria)
    codes = (*(("criteres_bloc3",) if ours else ()), "ponderation", "note_de_passage")
    return [*parts, "\n", *(f"{absence(code).sentence}\n" for code in codes)]


def short(label: str, limit: int = 64) -> str:
    """A label cut at a word."""
    return label if len(label) <= limit else label[:limit].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


def _french_faults(review: Review) -> bool:
    """Whether the proofreader counted something."""
    remarks: Any = review.language.get("remarks") or ()
    return any(remark.get("counted") for remark in remarks)


def level_line(criterion: CriterionResult) -> str:
    """« K1.2 … : atteint ●●●○ (5 contrôles sur 6 évalués) »."""
    level = f"{LEVELS[criterion.level]} {LEVEL_MARKS[criterion.level]}" if criterion.level else NO_LEVEL
    kind = "" if criterion.official else f" ({UNOFFICIAL_LABEL})"
    checked = f"{count(criterion.assessed, 'contrôle évalué', 'contrôles évalués')} sur {criterion.total}"
    return f"{criterion.id} {short(criterion.label)}{kind} : {level} — {checked}"


def part_lines(criterion: CriterionResult) -> list[str]:
    """The lines of a criterion that holds several things: langue, argumentaire, langage adapté."""
    lines = []
    for part in criterion.parts:
        level = part.get("level")
        lines.append(f"• {part.get('label', '')} : {LEVELS[str(level)] if level else NO_LEVEL}")
    return lines


def criterion_text(review: Review, criterion: CriterionResult) -> Content:
    """A criterion whole: its level, why, the official words, its parts."""
    known = load_referential().criterion(criterion.id)
    kind = "critère officiel" if criterion.official else UNOFFICIAL_LABEL
    parts: list[Part] = [
        (f"{criterion.id} · {criterion.label}\n", "bold"),
        f"{kind}\n\n",
        f"{level_line(criterion)}\n",
    ]
    parts.append(f"({TRAINING_LABEL})\n")
    if criterion.why:
        parts.append(f"\n{criterion.why}\n")
    parts += [f"{line}\n" for line in part_lines(criterion)]
    if criterion.appreciation:
        parts += _appreciation(criterion.appreciation)
    if known.text:
        parts += [("\nLe référentiel\n", "bold"), f"« {known.text.replace('**', '')} »\n"]
    mine = [finding for finding in review.findings if finding.criterion == criterion.id]
    judged = said((one for one in mine if one.status in _JUDGED), review.language)
    left = sum(one.status == "non_evaluable" for one in mine)
    if judged or left:
        parts.append(("\nConstats\n", "bold"))
    for remark in judged:
        status = remark.first.status
        parts.append(f"{STATUS_MARKS[status]} {STATUS[status]} : {remark.message}\n")
    if left:
        words = count(left, "contrôle non évaluable ici", "contrôles non évaluables ici")
        parts.append(f"{STATUS_MARKS['non_evaluable']} {words}\n")
    return Content.assemble(*parts)


def unjudged_text(review: Review) -> Content:
    """What could not be judged and why, one line a reason, then what had nothing to look at."""
    parts: list[Part] = [
        ("Ce qui n’a pas pu être jugé\n", "bold"),
        "Cela ne compte ni pour ni contre vous.\n\n",
    ]
    absent = not_handed_in_titles(review)
    if absent:
        parts.append(f"• Attendus, non remis : {', '.join(absent)}.\n")
    parts += [f"• {line}\n" for line in (*not_judged(review), *without_object(review))]
    return Content.assemble(*parts)


def _appreciation(given: Mapping[str, Any]) -> list[Part]:
    """A model's opinion, marked as its own, with its quotes."""
    parts: list[Part] = [("\nAppréciation du modèle (à côté du niveau, elle ne le change pas)\n", "bold")]
    parts.append(f"{given.get('text', '')}\n")
    for quote in given.get("quotes", ()):
        parts.append(f"• « {quote['quote']} » : {quote['claim']}\n")
    if given.get("model"):
        parts.append(f"(modèle {given['model']}, consigne {given.get('prompt', '')})\n")
    return parts


def finding_text(review: Review, finding: Finding, hints: tuple[str, ...], more_hints: bool) -> Content:
    """A finding whole: what, where, the quote, why, next, the passage, hints opened, the trainer's word."""
    head = STATUS[finding.status]
    if finding.status == "defaut" and finding.severity:
        head += f" · {SEVERITY[finding.severity]}"
    if finding.since:
        head += f" · {SINCE[finding.since]}"
    parts: list[Part] = [(f"{head}\n", "bold"), f"{finding.message}\n", f"\nOù : {place_of(finding)}\n"]
    if finding.quote:
        spoken = finding.locator is not None and finding.locator.ref.startswith("seance:")
        parts.append(f"Vous avez {'dit' if spoken else 'écrit'} : « {finding.quote} »\n")
    if finding.needs:
        parts.append(f"\n{NEEDS.get(finding.needs, '')}\n")
    if finding.hint and finding.status != "conforme":
        parts += [("\nÉtape suivante\n", "bold"), f"{finding.hint}\n"]
    for hint in hints:
        if hint != finding.hint:
            parts += [("\nIndice\n", "bold"), f"{hint}\n"]
    if more_hints:
        parts.append("\nF5 : ouvrir l’indice suivant (compté comme une aide).\n")
    for verdict in review.verdicts:
        if verdict.check == finding.id and f"Avis de {verdict.who}" not in finding.message:
            parts += [
                ("\nAvis du formateur\n", "bold"),
                f"{STATUS[verdict.verdict]}, selon {verdict.who} : {verdict.reason}\n",
            ]
    parts += passages_text(finding)
    return Content.assemble(*parts)


def passages_text(finding: Finding) -> list[Part]:
    """The passages of the référentiel behind a finding, word for word."""
    referential = load_referential()
    parts: list[Part] = []
    for name in finding.passages:
        if referential.has_passage(name):
            parts += [(f"\nLe référentiel ({name})\n", "bold"), f"« {referential.passage(name).shown} »\n"]
    if not parts and finding.criterion:
        parts.append(
            f"\n{finding.criterion} : {UNOFFICIAL_LABEL}.\n" if finding.criterion.startswith("KX") else ""
        )
    return parts


def instructions_text(desk: Desk, review: Review | None) -> Content:
    """Each point of the instruction: heard, asked, done."""
    points = {
        point.id: point.dit
        for step in desk.stage.steps
        if step.type == "consigne_orale"
        for point in step.points
    }
    gaps = {
        gap.id: gap.quoi
        for step in desk.stage.steps if step.type == "consigne_orale"
        for gap in (*step.manque, *step.ambigu)
    }  # fmt: skip
    parts: list[Part] = [("Ce qu’on vous a demandé\n", "bold")]
    for item in desk.instructions(review):
        name = str(item["id"])
        if name in gaps and not item["asked"] and desk.state.version() < 2:
            parts.append("? Un point n’était pas précisé, et vous ne l’avez pas demandé.\n\n")
            continue
        parts.append(
            f"« {points[name]} »\n" if name in points else f"À faire préciser : {gaps.get(name, name)}\n"
        )
        parts.append(f"   {', '.join(_marks(item))}\n\n")
    if len(parts) == 1:
        parts.append("Ce scénario n’a pas de consigne orale.\n")
    return Content.assemble(*parts)


def _marks(item: dict[str, object]) -> list[str]:
    words = {
        "heard": ("entendu", "pas entendu"),
        "asked": ("demandé", "pas demandé"),
        "done": ("fait", "pas fait"),
    }
    return [
        f"✓ {yes}" if item[key] else f"✗ {no}" for key, (yes, no) in words.items() if item[key] is not None
    ]


def conversation_text(desk: Desk) -> Content:
    """The mood as a curve in text, the promises, what was never asked (after a second version)."""
    state = desk.state
    parts: list[Part] = [("L’humeur, de 0 à 5\n", "bold")]
    for who in dict.fromkeys(point.who for point in state.mood_curve):
        person = desk.stage.character(who)
        start = person.humeur.depart if person.humeur else 3
        parts.append(f"{person.nom}\n{_bar(start)} au début\n")
        parts += [f"{_bar(p.mood)} {p.reason}\n" for p in state.mood_curve if p.who == who]
    if not state.mood_curve:
        parts.append("Elle n’a pas changé pendant l’échange.\n")
    if state.promises:
        parts.append(("\nVos promesses\n", "bold"))
        parts += [
            f"« {made.text} » : {VERDICTS.get(made.verdict, made.verdict)}\n" for made in state.promises
        ]
    missed = desk.missed()
    if missed:
        parts.append(("\nCe que vous n’avez jamais su\n", "bold"))
        parts += [f"• {label}, que savait {who} : « {question} »\n" for label, who, question in missed]
    elif state.version() < 2:
        parts.append("\nCe que vous n’avez pas demandé vous sera montré après une deuxième version.\n")
    return Content.assemble(*parts)


def _bar(mood: int) -> str:
    return f"{'█' * mood}{'░' * (5 - mood)} {mood}"


def turn_label(turn: Exchange) -> str:
    """« ▲4 « Je comprends… » »: which way the mood went, where it stands, what was said."""
    moved = sum(delta for who, _, delta, _ in turn.moods if who == turn.who)
    arrow = "▲" if moved > 0 else "▼" if moved < 0 else " "
    mood = "" if turn.mood is None else str(turn.mood)
    mark = f"{arrow}{mood}" if turn.understood else f"{arrow}{mood} ?"
    return f"{mark.strip() or '·'} « {short(turn.said, 44)} »"


def turn_text(desk: Desk, turn: Exchange) -> Content:
    """One turn whole: the words, the answers, why the mood moved, what it obtained, what can be done from here."""
    listener = desk.stage.character(turn.who).nom
    parts: list[Part] = [("Vous : ", "bold"), f"{turn.said}\n"]
    for who, line in turn.answers:
        parts += [(f"{desk.stage.character(who).nom} : ", "bold"), f"{line}\n"]
    if turn.mood is not None:
        parts.append(f"\nHumeur : {_bar(turn.mood)}\n")
    for who, mood, delta, reason in turn.moods:
        sign = "monte" if delta > 0 else "descend"
        parts.append(f"{desk.stage.character(who).nom} {sign} à {mood} : {reason}.\n")
    if turn.learnt:
        parts.append(f"\nVous avez appris : {', '.join(turn.learnt)}.\n")
    if turn.kept_back:
        parts.append(f"\n{listener} n’a pas voulu parler de : {', '.join(turn.kept_back)}.\n")
    if not turn.understood:
        parts.append("\nVotre question n’a pas été comprise du premier coup.\n")
    if turn.model:
        parts.append(f"\nVotre question a été comprise avec l’aide du modèle {turn.model}.\n")
    if turn.promises:
        parts += [f"\nVous avez promis : {VERDICTS.get(made, made)}.\n" for made in turn.promises]
    if not desk.state.exam or desk.state.over:
        parts.append("\nF3 : et si ? Reprendre l’échange à partir d’ici, dans une séance à part.\n")
        parts.append("F2 : dire ce que cette phrase demandait, pour le formateur.\n")
    return Content.assemble(*parts)


def transcript_text(desk: Desk) -> Content:
    """Everything that was said, the oral instruction included."""
    parts: list[Part] = [("Ce qui s’est dit\n", "bold")]
    for line in desk.state.transcript:
        who = "Vous" if line.who == "stagiaire" else desk.stage.character(line.who).nom
        parts += [(f"{who} : ", "bold"), f"{line.text}\n"]
    return Content.assemble(*parts)
