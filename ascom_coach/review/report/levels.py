"""The levels of a report: each criterion in its own words once, its level, and why. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from ascom_coach.referential import TRAINING_LABEL, UNOFFICIAL_LABEL, absence, load_referential
from ascom_coach.review.model import CriterionResult, Review
from ascom_coach.review.report.parts import Item, Section, Table, Text
from ascom_coach.review.report.words import LEVELS, NBSP, clean, french, sentence
from ascom_coach.review.said_once import notes_on_levels

NO_LEVEL = "pas de niveau"
_TITLE = "Niveaux par critère"


def levels_section(review: Review, own: Mapping[str, str]) -> Section:
    """One row a criterion; one reason for all is said once, above the table."""
    if not review.criteria:
        return Section("niveaux", _TITLE, (Text("Aucun critère n’a été évalué."),))
    if not any(criterion.total for criterion in review.criteria):
        words = (
            "Un brouillon seul ne donne pas de niveau : voici ce qu’un jury en lirait, critère par critère."
        )
        return Section("niveaux", _TITLE, (Text(french(words)),))
    reasons = {criterion.why for criterion in review.criteria}
    bare = len(reasons) == 1 and not own and not any(criterion.level for criterion in review.criteria)
    items: list[Item] = []
    if bare:
        items.append(Text(f"Pas encore de niveau{NBSP}: {french(reasons.pop())}."))
    items += [Text(french(note)) for note in notes_on_levels(review)]
    items += [_table(review, own, bare=bare), Text(_small_print(review), "note")]
    return Section("niveaux", _TITLE, tuple(items))


def _table(review: Review, own: Mapping[str, str], *, bare: bool) -> Table:
    columns = [("Critère", 48), ("Niveau", 13), ("Évalués", 10), ("Pourquoi ce niveau", 29)]
    if own:
        columns = [
            ("Critère", 40),
            ("Niveau", 13),
            ("Votre avis", 15),
            ("Évalués", 11),
            ("Pourquoi ce niveau", 21),
        ]
    if bare:
        columns = [("Critère", 80), ("Contrôles évalués", 20)]
    ours = not any(criterion.official for criterion in review.criteria)
    rows = tuple(_row(criterion, own, bare=bare, marked=not ours) for criterion in review.criteria)
    header, widths = zip(*columns, strict=True)
    caption = "Critères relus" if bare else f"Niveaux ({TRAINING_LABEL})"
    if ours:
        caption += f". Critères{NBSP}: {UNOFFICIAL_LABEL}"
    return Table(caption, tuple(header), rows, tuple(widths))


def _row(criterion: CriterionResult, own: Mapping[str, str], *, bare: bool, marked: bool) -> tuple[str, ...]:
    label = _words(criterion, marked=marked)
    spread = f"{criterion.assessed} sur {criterion.total}"
    if bare:
        return label, spread
    cells = [label, LEVELS.get(criterion.level or "", NO_LEVEL)]
    if own:
        cells.append(_compared(criterion.level, own.get(criterion.id)))
    why = sentence(french(criterion.why))
    parts = f"{NBSP}; ".join(
        f"{clean(part.get('label', ''))}{NBSP}: {LEVELS.get(str(part.get('level') or ''), NO_LEVEL)}"
        for part in criterion.parts
    )
    return (*cells, spread, "\n".join(filter(None, (why, sentence(parts)))))


def _words(criterion: CriterionResult, *, marked: bool) -> str:
    """The official words between guillemets, word for word; beside them, a label of ours is `marked` as such."""
    name = clean(criterion.id)
    if not criterion.official:
        return f"{name} {clean(criterion.label)}" + (f" ({UNOFFICIAL_LABEL})" if marked else "")
    referential = load_referential()
    if referential.has_passage(criterion.id):
        return f"{name} «{NBSP}{referential.passage(criterion.id).shown}{NBSP}»"
    return f"{name} {clean(criterion.label)}"


def _compared(level: str | None, own: str | None) -> str:
    if own not in LEVELS:
        return "pas donné"
    if level not in LEVELS:
        return LEVELS[own]
    order = list(LEVELS)
    gap = order.index(own) - order.index(level)
    words = "comme le bilan" if not gap else "plus haut que le bilan" if gap > 0 else "plus bas que le bilan"
    return f"{LEVELS[own]}, {words}"


def _small_print(review: Review) -> str:
    """What the levels are, what does not count, and what the référentiel does not say."""
    names = {criterion.id for criterion in review.criteria} | {one.criterion for one in review.findings}
    official = any(criterion.official for criterion in review.criteria)
    codes = []
    if any(name.startswith("KX") for name in names):
        codes.append("criteres_bloc3")
    if any(name.startswith("K2") for name in names):
        codes.append("mise_en_forme_bloc2")
    lines = ["Entre guillemets : les mots du référentiel, critères officiels."] if official else []
    lines.append(
        "« Évalués » : les contrôles qui ont pu l’être ; les autres ne comptent ni pour ni contre vous."
    )
    lines += [absence(code).sentence for code in (*codes, "ponderation", "note_de_passage")]
    return french(" ".join(lines))
