"""The looks at a copy, and what they found as outcomes that count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ascom_coach.documents import Cell, Locator
from ascom_coach.review.context import Context, passages
from ascom_coach.review.generic.catalogue import LOOKS
from ascom_coach.review.generic.contracts import Asked, borrowed, catalogue, criterion_for, watches
from ascom_coach.review.generic.draft import Hit
from ascom_coach.review.levels import Outcome
from ascom_coach.review.model import Finding
from ascom_coach.review.watch import cells
from ascom_coach.review.watch.looks import WATCHES
from ascom_coach.review.watch.story import Story
from ascom_coach.review.watch.watch import Watch

CHECK = "vigilance:"
_DOUBLED_BY = {"registre": "registre"}
"""Looks that a control of the scenario makes by itself."""
_CARRIED = ("totaux",)
"""Looks at what follows from the cells: silent when a cell is already told wrong."""
_OWN = ("caracteres", "ordre_des_parties", "lisible", "liste_aplatie", "liste_tapee")
"""Looks that count even where another control charges the place: what they tell is another matter."""
_OTHER_MATTER = ("ton", "egards", "donnees_personnelles", "vie_privee", "fin_de_phrase", "affichage")
"""Looks at how something is said, or at whom it is about: only a charge at the same criterion makes them one."""
_COUNTED_IN = ("faute_sure",)
"""Looks at single faults, which the control of the language has counted already when it charges the text."""
_DOUBTING = ("autre_affaire", "autre_objet", "sens_contraire")
"""Looks whose doubts are worth showing."""
_FILED = {
    ("page_web", ".niveau"): "forme",
    ("page_web", ".principal"): "forme",
    ("page_web", ".disque"): "forme",
    ("plus_valable", ".lieu"): "anomalies",
    ("page_web", ".mouvement"): "forme",
    ("autre_fait", ".juste"): "anomalies",
    ("autre_personne", ".faute"): "anomalies",
    ("laisse_faux", ".memo"): "demande",
    ("laisse_faux", ".ouvert"): "contenu",
    ("qui_ecrit", ".maison"): "contenu",
    ("qui_ecrit", ".appel"): "langue",
    ("laisse_faux", ".image"): "numerique",
    ("inconnu", ".autre"): "numerique",
    ("liens", ".muet"): "numerique",
    ("confidence", ".image"): "numerique",
    ("engagement", ".image"): "numerique",
    ("masque", ".pale"): "forme",
    ("total_etrange", ".tape"): "outils",
    ("autour_du_tableau", ".reste"): "demande",
    ("formule_voisine", ".tape"): "chiffres",
    ("entete_du_message", ".objet"): "forme",
    ("affichage", ".devise"): "exactitude",
}
"""(look, beginning of the mark) → role, where a part of a look is another matter than the rest of it."""


def watched(context: Context, story: Story, told: Sequence[Outcome]) -> list[Outcome]:
    """One outcome for each look that found something; a place that `told` already charges is left out."""
    if context.document is None or context.production.spoken:
        return []
    watch = Watch(context, story)
    charged = [one for outcome in told for one in outcome.findings if one.status == "defaut"]
    outcomes = []
    for asked, hits in _looked(watch):
        criterion = _criterion(asked.role, context)
        if not criterion or (asked.id in _CARRIED and any(_in_a_cell(one.locator) for one in charged)):
            continue
        findings = []
        for hit in hits:
            filed = _criterion(_role(asked, hit), context) or criterion
            if asked.id not in _OWN and any(
                _same_place(hit.place[0], one.locator)
                for one in charged
                if not _of_its_own(asked, hit) or one.criterion == filed
            ):
                continue
            if hit.status == "a_verifier" and asked.id in _DOUBTING:
                doubt = replace(_finding(asked, criterion, hit, context), status="a_verifier", severity=None)
                outcomes.append(
                    Outcome("", "mineur", (doubt,))
                )  # of no criterion: it is shown and never counts
            if hit.status != "defaut":
                continue
            finding = _finding(asked, filed, hit, context)
            findings.append(finding)
            charged.append(finding)
        for one in dict.fromkeys(finding.criterion for finding in findings):
            mine = tuple(finding for finding in findings if finding.criterion == one)
            counted = "" if asked.id in _COUNTED_IN and _french_charged(told) else one  # shown, charged once
            outcomes.append(Outcome(counted, asked.severity, mine))
    return outcomes


def right_cells(context: Context, story: Story, seen: Sequence[Outcome]) -> dict[str, Cell]:
    """By the place of a cell that the looks told wrong: a cell that holds what should stand there, when one does."""
    told = {one.locator.ref for outcome in seen for one in outcome.findings if one.locator is not None}
    if not any("!" in ref for ref in told):
        return {}
    return {ref: cell for ref, cell in cells.right_cells(Watch(context, story)).items() if ref in told}


def _looked(watch: Watch) -> Iterator[tuple[Asked, Iterable[Hit]]]:
    made = {getattr(control, "type", "") for control in watch.context.production.controles}
    for name, asked in watches().items():
        yield asked, WATCHES[name](watch)
    for name in borrowed():
        if _DOUBLED_BY.get(name) not in made:
            yield catalogue()[name], _settled(watch, LOOKS[name](watch.draft, watch.lot))


def _french_charged(told: Sequence[Outcome]) -> bool:
    """Whether a control of the language already charges this text for all its faults."""
    return any(
        one.check == "langue" and one.status == "defaut" for outcome in told for one in outcome.findings
    )


def _settled(watch: Watch, hits: Iterable[Hit]) -> Iterator[Hit]:
    """Leaves out what the story itself says: a word on health that a fact holds has to be passed on."""
    facts = " ".join(watch.story.current.values())
    for hit in hits:
        locator = hit.place[0]
        if hit.status == "defaut" and ".sensible" in hit.mark and locator is not None:
            words = watch.words_at(locator)
            if words and words in facts:
                continue
        yield hit


def _of_its_own(asked: Asked, hit: Hit) -> bool:
    """Whether what a look saw is another matter than what a control charges there.

    A wrong total is charged once, at its root; one that is typed where a formula belongs is a matter of tools too.
    """
    return asked.id in _OTHER_MATTER or (asked.id == "total_etrange" and hit.mark.startswith(".tape"))


def _role(asked: Asked, hit: Hit) -> str:
    """The role of what a look saw: that of the look, but for the parts of `_FILED`."""
    parts = (role for (name, mark), role in _FILED.items() if name == asked.id and hit.mark.startswith(mark))
    return next(parts, asked.role)


def _criterion(role: str, context: Context) -> str:
    """The criterion of a role, among those that the scenario works on; layout has none in bloc 2."""
    wanted = criterion_for(role, context.scenario.bloc) or criterion_for("contenu", context.scenario.bloc)
    used = context.scenario.referentiel.criteres
    return wanted if wanted in used else ""


def _same_place(one: Locator | None, two: Locator | None) -> bool:
    if one is None or two is None or one.file != two.file or one.ref != two.ref:
        return False
    if None in (one.start, one.end, two.start, two.end):
        return True
    return (one.start or 0) <= (two.end or 0) + 1 and (two.start or 0) <= (
        one.end or 0
    ) + 1  # « salle », « Artimon »


def _in_a_cell(place: Locator | None) -> bool:
    return place is not None and "!" in place.ref


def _finding(asked: Asked, criterion: str, hit: Hit, context: Context) -> Finding:
    place = hit.place[0] or Locator(context.document.path if context.document else "", "file", "")
    finding = Finding(
        id=f"{context.production.id}.vigilance.{asked.id}{hit.mark}", check=f"{CHECK}{asked.id}", version=asked.version,
        criterion=criterion, status="defaut", severity=hit.severity or asked.severity, locator=place,
        quote=hit.place[1], message=hit.message, hint=hit.hint,
        passages=passages(criterion, context.production.referentiel), production=context.production.id,
    )  # fmt: skip
    return replace(finding, severity=asked.severity) if hit.severity is None else finding
