"""Criterion by criterion: the words of the référentiel, every finding, the trainer's word beside it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ascom_coach.referential import UNOFFICIAL_LABEL, load_referential
from ascom_coach.review.model import CriterionResult, Finding, Review, TrainerVerdict
from ascom_coach.review.report_parts import Card, Extract, Item, Section, Table, Text
from ascom_coach.review.report_words import (
    ENGINES,
    LEVELS,
    NBSP,
    NEEDS,
    NO_LEVEL,
    SEVERITY,
    SINCE,
    STATUS,
    clean,
    coverage,
    french,
    is_spoken,
    place,
    quoted,
    sentence,
    shown_day,
)

JUDGED_BY_HAND = "modele_ou_formateur"
IDLE = french("Rien à regarder ici :")
"""How the checks of a draft begin when they had nothing to look at."""
CHOICES = "☐ réussi\n☐ à reprendre\n☐ sans objet"


def finding_card(finding: Finding, review: Review, *, number: int = 0, lesson: str = "") -> Card:
    """A finding with its evidence; `number` is its rank among the priorities, `lesson` a place of a course."""
    mark, words = STATUS[finding.status]
    if finding.status == "defaut" and finding.severity:
        words += f", {SEVERITY[finding.severity]}"
    if finding.since:
        words += f", {SINCE[finding.since]}"
    verdicts = verdicts_on(finding, review)
    compact = finding.status in ("conforme", "sans_objet") and not verdicts
    behind = ", ".join(clean(name) for name in finding.passages)
    where = place(finding.locator)
    if compact and behind and finding.passages != (finding.criterion,):
        where += f"{NBSP}; référentiel, {behind}"
    details = []
    if finding.needs:
        details.append(("Pour en juger", NEEDS.get(finding.needs, "")))
    if finding.hint and finding.status != "conforme":
        details.append(("Étape suivante", french(finding.hint)))
    if number:
        details.append(("Critère", clean(finding.criterion)))
    elif behind and not compact:
        details.append(("Référentiel", behind))
    details.append(("Dans votre cours (non officiel)", clean(lesson)))
    details += [("Avis du formateur", verdict_words(verdict)) for verdict in verdicts]
    label = "" if not finding.quote else "Vous avez dit" if is_spoken(finding.locator) else "Vous avez écrit"
    return Card(
        mark,
        words,
        french(finding.message),
        where,
        quoted(finding.quote),
        label,
        tuple((name, text) for name, text in details if text),
        number,
        compact,
    )


def verdicts_on(finding: Finding, review: Review) -> list[TrainerVerdict]:
    """Trainers' verdicts on that finding: by its id, its control or its check."""
    names = (finding.id, ".".join(finding.id.split(".")[:2]), finding.check)
    return [verdict for verdict in review.verdicts if verdict.check in names]


def verdict_words(verdict: TrainerVerdict) -> str:
    """« réussi, selon Mme Aubin, le lundi 2 novembre 2026 : le ton est juste. »."""
    when = f", le {shown_day(verdict.at)}" if verdict.at else ""
    said = STATUS[verdict.verdict][1].lower()
    return f"{said}, selon {french(verdict.who)}{when}{NBSP}: {sentence(french(verdict.reason))}"


def criteria_section(review: Review) -> Section | None:
    """Every finding under its criterion; those under no known criterion come last."""
    parts = []
    seen = set()
    for criterion in review.criteria:
        mine = [finding for finding in review.findings if finding.criterion == criterion.id]
        seen.add(criterion.id)
        parts.append(_criterion(criterion, mine, review))
    left = [finding for finding in review.findings if finding.criterion not in seen]
    if left:
        items = (*_extracts("", left), *_findings(left, review))
        parts.append(Section("autres-constats", "Autres constats", items))
    if not parts:
        return None
    return Section("criteres", "Critère par critère", (), tuple(parts))


def _criterion(criterion: CriterionResult, mine: Sequence[Finding], review: Review) -> Section:
    level = LEVELS.get(criterion.level or "", NO_LEVEL)
    kind = "Critère officiel." if criterion.official else sentence(UNOFFICIAL_LABEL)
    covered = coverage(criterion.assessed, criterion.total)
    items: list[Item] = [Text(f"{kind} Niveau d’entraînement{NBSP}: {level} ({covered}).")]
    items += _extracts(criterion.id, mine)
    items += _appreciation(criterion)
    if mine:
        items += _findings(mine, review)
    else:
        items.append(Text("Aucun contrôle de ce critère ne porte sur cette copie."))
    name = clean(criterion.id)
    return Section(f"critere-{name.lower()}", f"{name} {clean(criterion.label)}", tuple(items))


def _extracts(criterion: str, findings: Sequence[Finding]) -> list[Item]:
    """Each passage once: the criterion's own, then those behind its findings."""
    referential = load_referential()
    own = referential.criterion(criterion).passages if _known(criterion) else ()
    names = dict.fromkeys((*own, *(name for finding in findings for name in finding.passages)))
    known = [name for name in names if referential.has_passage(name)]
    return [Extract(name, referential.passage(name).shown) for name in known]


def _known(criterion: str) -> bool:
    referential = load_referential()
    return any(one.id == criterion for bloc in (1, 2, 3) for one in referential.criteria(bloc))


def _appreciation(criterion: CriterionResult) -> list[Item]:
    given = criterion.appreciation
    words = french(given.get("text") or "") if given else ""
    if not given or not words:
        return []
    source = ENGINES.get(str(given.get("source") or "modele"), clean(given.get("source") or ""))
    items: list[Item] = [
        Text(f"Appréciation ({source}), à côté du niveau{NBSP}: elle ne le change pas.", "strong"),
        Text(words),
    ]
    quotes = given.get("quotes")
    if isinstance(quotes, Sequence) and not isinstance(quotes, str):
        for quote in quotes:
            said = quote.get("quote", "") if isinstance(quote, Mapping) else quote
            claim = french(str(quote.get("claim", ""))) if isinstance(quote, Mapping) else ""
            items.append(Text(quoted(str(said)) + (f"{NBSP}: {claim}" if claim else "")))
    if given.get("model"):
        items.append(
            Text(f"Modèle {clean(str(given['model']))}, consigne {clean(str(given.get('prompt', '')))}.")
        )
    return items


def _findings(findings: Sequence[Finding], review: Review) -> list[Item]:
    """In the order of the statuses; what only a person can judge becomes a table to fill in."""
    by_hand = [one for one in findings if one.needs == JUDGED_BY_HAND and not verdicts_on(one, review)]
    idle = [one for one in findings if one.status == "sans_objet" and not verdicts_on(one, review)]
    rest = [one for one in findings if one not in by_hand and one not in idle]
    order = list(STATUS)
    cards: list[Item] = [
        finding_card(one, review) for one in sorted(rest, key=lambda one: order.index(one.status))
    ]
    if idle:
        cards.append(Text(_without_object(idle), "note"))
    if by_hand:
        rows = tuple((_to_judge(one), CHOICES, "", "") for one in by_hand)
        cards.append(
            Table(
                "À compléter par le formateur",
                ("À juger", "Avis", "Nom et date", "Motif"),
                rows,
                (40, 19, 17, 24),
                roomy=True,
            )
        )
    return cards


def _without_object(findings: Sequence[Finding]) -> str:
    """What had nothing to look at, in one line: a learner reads what matters."""
    mark, words = STATUS["sans_objet"]
    said = [french(one.message) for one in findings]
    listed = [one.removeprefix(IDLE).strip(" .") for one in said if one.startswith(IDLE)]
    others = [one for one in said if not one.startswith(IDLE)]
    first = [f"{IDLE} {f'{NBSP}; '.join(listed)}."] if listed else []
    return f"{mark} {words}{NBSP}: {' '.join([*first, *others])}"


def _to_judge(finding: Finding) -> str:
    mark, words = STATUS[finding.status]
    lines = [f"{mark} {words}{NBSP}: {french(finding.message)}"]
    if finding.locator is not None:
        lines.append(f"Où{NBSP}: {place(finding.locator)}")
    if finding.quote:
        lines.append(quoted(finding.quote))
    return "\n".join(lines)


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
